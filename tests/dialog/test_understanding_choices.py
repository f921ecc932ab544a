"""Choices and texts: which words name an option, which are confirmed first, which are asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.dialog.script import UNKNOWN_OPTION, Option, OptionId, QuestionKind
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Heard, Outcome
from tests.dialog.understanding_scripts import SCRIPT, TITLE, WAY, YES_OR_NO, hear, shipped

CHOICES = [(script, question) for script, question in shipped() if question.kind is QuestionKind.CHOICE]
PHRASES = [
    (script, question, option, said)
    for script, question in CHOICES
    for option in question.options
    for said in (option.label, *option.says)
]


def outcome(question, said):
    understood = hear(question, said)
    return understood.outcome, understood.heard.option if understood.heard else ""


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("2", "by_hand"),
        (" 2. ", "by_hand"),
        ("(2)", "by_hand"),
        ("2)", "by_hand"),
        ("#2", "by_hand"),
        ("no. 2", "by_hand"),
        ("number two", "by_hand"),
        ("option 2!", "by_hand"),
        ("the second", "by_hand"),
        ("The 2nd one.", "by_hand"),
        ("I'd say 2", "by_hand"),
        ("b", "by_hand"),
        ("B)", "by_hand"),
        ("\N{FULLWIDTH DIGIT TWO}", "by_hand"),
        ("5", "unknown"),
        ("e", "unknown"),
        ("by_hand", "by_hand"),
        ("by hand", "by_hand"),
        ("Copy & Paste", "by_hand"),
        ("we copy and paste", "by_hand"),
        ("copy and\npaste", "by_hand"),
        ("RPA.", "robot"),
        ("api", "interface"),
        ("I dont know", "unknown"),
        ("I don\N{RIGHT SINGLE QUOTATION MARK}t know", "unknown"),
        ("no idea", "unknown"),
        ("2) copy and paste", "by_hand"),
        ("2 - by mail", "by_hand"),
    ],
)
def test_positions_ids_and_the_scripts_own_words_are_accepted(said, option) -> None:
    assert outcome(WAY, said) == (Outcome.ACCEPT, option)


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("copy and pastte", "by_hand"),
        ("the sytems are conected", "interface"),
        ("screen robto", "robot"),
        ("i dont knwo", "unknown"),
        ("People copy it over, each in thier own way", "by_hand"),
    ],
)
def test_typing_errors_are_forgiven(said, option) -> None:
    assert outcome(WAY, said) == (Outcome.ACCEPT, option)


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("2?", "by_hand"),
        ("rpa?", "robot"),
    ],
)
def test_what_is_only_probable_is_confirmed_first(said, option) -> None:
    assert outcome(WAY, said) == (Outcome.CONFIRM, option)


@pytest.mark.parametrize(
    "said",
    [
        "0",
        "6",
        "99",
        "f",
        "2 or 3",
        "2, 3",
        "2.5",
        "-2",
        "2 3",
        "not 2",
        "\N{VULGAR FRACTION ONE HALF}",
        "rpx",
        "yes",
        "y",
        "no",
        "",
        " ",
        "\u200b",
        "\x1b[B",
        "\x1bOB",
        "bananas",
        "...",
        pytest.param("x" * 1_000, id="one word"),
        pytest.param("2 " * 400, id="many words"),
    ],
)
def test_what_names_no_single_option_is_asked_about(said) -> None:
    understood = hear(WAY, said)
    assert understood.outcome is Outcome.ASK


@pytest.mark.parametrize(
    ("said", "options"),
    [("1) rpa", {"interface", "robot"}), ("by mail and an api", {"interface", "by_hand"})],
)
def test_between_two_options_the_bot_names_both_and_asks(said, options) -> None:
    understood = hear(WAY, said)
    assert understood.outcome is Outcome.ASK
    assert {understood.heard.option, understood.runner_up.option} == options


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ("2, but only since March", "but only since March"),
        ("b) because nobody had time", "because nobody had time"),
        ("the second one, though the boss dislikes it", "though the boss dislikes it"),
    ],
)
def test_what_is_said_besides_a_position_is_kept_as_a_remark(said, remark) -> None:
    understood = hear(WAY, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(option=OptionId("by_hand"), remark=remark)


def test_a_remark_that_is_another_options_words_is_asked_about() -> None:
    understood = hear(WAY, "2, the systems are connected")
    assert understood.outcome is not Outcome.ACCEPT


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("nobody copies and pastes", "by_hand"),
        ("we don't copy and paste", "by_hand"),
        ("the systems are not connected", "interface"),
        ("the systems are unconnected", "interface"),
        ("no rpa", "robot"),
        ("never rpa", "robot"),
        ("checked", "by_hand"),
        ("somebody checked it", "by_hand"),
        ("checked it", "by_hand"),
        ("a way is there", "no_way_yet"),
    ],
)
def test_the_opposite_of_a_phrase_is_never_accepted_for_it(said, option) -> None:
    understood = hear(WAY, said)
    assert understood.outcome is not Outcome.ACCEPT or understood.heard.option != option


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("yes", "happened"),
        ("y", "happened"),
        ("yep", "happened"),
        ("no", "did_not_happen"),
        ("n", "did_not_happen"),
    ],
)
def test_yes_and_no_answer_only_where_options_say_so(said, option) -> None:
    assert outcome(YES_OR_NO, said) == (Outcome.ACCEPT, option)


def test_a_phrase_that_two_options_share_names_neither() -> None:
    shared = replace(
        WAY, options=tuple(replace(option, says=(*option.says, "somehow")) for option in WAY.options[:2])
    )
    understood = understand(SCRIPT, shared, shared.options, "somehow")
    assert understood.outcome is Outcome.ASK
    assert {understood.heard.option, understood.runner_up.option} == {"interface", "by_hand"}


def test_a_letter_that_is_a_phrase_names_that_option() -> None:
    lettered = replace(
        WAY, options=(*WAY.options, Option(id=OptionId("plan_b"), label="Plan B", says=("b",)))
    )
    assert understand(SCRIPT, lettered, lettered.options, "b").heard == Heard(option=OptionId("plan_b"))


def test_numbers_count_what_is_offered() -> None:
    offered = WAY.options[2:]
    assert understand(SCRIPT, WAY, offered, "1").heard == Heard(option=OptionId("robot"))
    assert understand(SCRIPT, WAY, offered, "3").heard == Heard(option=UNKNOWN_OPTION)
    assert understand(SCRIPT, WAY, offered, "by_hand").outcome is not Outcome.ACCEPT


def test_an_intent_among_the_authored_words_is_the_answer_unless_it_is_marked() -> None:
    tempting = replace(WAY, options=(*WAY.options, Option(id=OptionId("report"), label="Report")))
    assert understand(SCRIPT, tempting, tempting.options, "report").heard.option == "report"
    assert understand(SCRIPT, tempting, tempting.options, "/report").heard.intent == "report"


def test_every_shipped_label_phrase_id_and_number_is_accepted_as_its_option() -> None:
    for script, question in CHOICES:
        for number, option in enumerate(question.options, start=1):
            for said in (option.label, option.id, *option.says, str(number), f"{number}."):
                understood = understand(script, question, question.options, said)
                assert (understood.outcome, understood.heard) == (Outcome.ACCEPT, Heard(option=option.id)), (
                    said
                )
        unknown = [question.unknown_label or script.unknown.label, script.unknown.label, *script.unknown.says]
        for said in (*unknown, str(len(question.options) + 1)):
            if said != "?":
                understood = understand(script, question, question.options, said)
                assert (understood.outcome, understood.heard) == (
                    Outcome.ACCEPT,
                    Heard(option=UNKNOWN_OPTION),
                )


NEGATING = ("not", "no", "never", "nobody", "without", "don't")
NEGATED = [
    (*placed, at, negation)
    for placed in PHRASES
    for at in range(len(placed[3].split()) + 1)
    for negation in NEGATING
]


@settings(deadline=None)  # a question is learned when it is first heard
@given(st.sampled_from(NEGATED))
def test_a_shipped_phrase_with_a_negation_added_is_never_accepted_for_its_option(negated) -> None:
    script, question, option, phrase, at, negation = negated
    words = phrase.split()
    said = " ".join([*words[:at], negation, *words[at:]])
    understood = understand(script, question, question.options, said)
    assert understood.outcome is not Outcome.ACCEPT or understood.heard.option != option.id


WITHOUT_NEGATION = [
    (*placed, at)
    for placed in PHRASES
    for at, word in enumerate(placed[3].casefold().split())
    if word in NEGATING
]


@settings(deadline=None)
@given(st.sampled_from(WITHOUT_NEGATION))
def test_a_shipped_phrase_without_its_negation_is_never_accepted_for_its_option(spared) -> None:
    script, question, option, phrase, at = spared
    words = phrase.split()
    understood = understand(script, question, question.options, " ".join([*words[:at], *words[at + 1 :]]))
    assert understood.outcome is not Outcome.ACCEPT or understood.heard.option != option.id


SLIPS = [(*placed, at) for placed in PHRASES for at in range(1, len(placed[3]) - 2) if len(placed[3]) > 12]


@settings(deadline=None)
@given(st.sampled_from(SLIPS))
def test_a_shipped_phrase_with_two_letters_swapped_is_never_accepted_for_another_option(slip) -> None:
    script, question, option, phrase, at = slip
    said = phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]
    understood = understand(script, question, question.options, said)
    assert understood.outcome is not Outcome.ACCEPT or understood.heard.option == option.id


@pytest.mark.parametrize("said", ["  Drawing search  ", "Drawing search", "\tDrawing search\n"])
def test_a_text_is_kept_as_typed_without_the_space_around_it(said) -> None:
    assert hear(TITLE, said).heard == Heard(text="Drawing search")


@pytest.mark.parametrize("said", ["", "   ", "\n", "\u200b\u2060", "\x00\x1b"])
def test_a_text_that_nobody_can_see_is_asked_for_again(said) -> None:
    assert hear(TITLE, said).outcome is Outcome.ASK


@pytest.mark.parametrize("said", ["I don't know", "it has no name yet.", "No idea", "unknown"])
def test_not_knowing_a_text_is_an_answer(said) -> None:
    assert hear(TITLE, said).heard == Heard(option=UNKNOWN_OPTION)


@pytest.mark.parametrize(
    "said",
    ["[b]Bold[/b]", "{initiative.title}", "Idea store", pytest.param("x" * 100_000, id="long")],
)
def test_any_other_text_is_taken_as_it_is(said) -> None:
    understood = hear(TITLE, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(text=said)
