"""Intents: what people want besides answering, and what is never taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.load import load_script
from chatbot.dialog.understanding.intents import INTENTS, intent_lines
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome
from chatbot.sources.shipped import dialog_bundle
from tests.dialog.understanding_scripts import CARE, TITLE, WAY, hear, shipped

EVERYWHERE = [None, WAY, CARE, TITLE]
TYPED = [(intent, typed) for intent, words in INTENTS.items() for typed in words.typed]


def test_every_intent_has_words_and_a_line_for_the_help() -> None:
    assert set(INTENTS) == set(Intent)
    assert all(words.typed[0] == intent.value and words.does for intent, words in INTENTS.items())
    assert len(intent_lines()) == len(INTENTS)


def test_no_words_mean_two_intents() -> None:
    typed = [typed for words in INTENTS.values() for typed in words.typed]
    assert len(typed) == len(set(typed))


@pytest.mark.parametrize("question", EVERYWHERE)
def test_its_words_alone_are_the_intent_at_every_question(question) -> None:
    for intent, typed in TYPED:
        for said in (typed, f"  {typed.upper()}! ", f"/{typed}", f":{typed}"):
            understood = hear(question, said)
            assert understood.outcome is Outcome.ACCEPT, said
            assert understood.heard == Heard(intent=intent), said


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("why do you ask?", Intent.WHY),
        ("What do you mean??", Intent.MEANING),
        ("please go back", Intent.BACK),
        ("help please", Intent.HELP),
        ("I don't understand.", Intent.MEANING),
        ("I don\N{RIGHT SINGLE QUOTATION MARK}t want to answer that", Intent.SKIP),
        ("b\u200bac\u200bk", Intent.BACK),
        ("\N{FULLWIDTH LATIN SMALL LETTER B}ack", Intent.BACK),
    ],
)
def test_punctuation_courtesy_and_invisible_characters_make_no_difference(said, intent) -> None:
    assert hear(WAY, said).heard == Heard(intent=intent)


@pytest.mark.parametrize("question", EVERYWHERE)
@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("back 3", "3"),
        ("go back to question 3", "3"),
        ("/back 03", "3"),
        ("back data_care", "data_care"),
        ("back to Data_Care", "data_care"),
        ("/back data care", "data_care"),
    ],
)
def test_going_back_names_a_question_by_number_or_id(question, said, target) -> None:
    assert hear(question, said).heard == Heard(intent=Intent.BACK, target=target)


def test_a_marked_way_back_to_nowhere_is_passed_on_to_be_refused_with_its_name() -> None:
    assert hear(WAY, "/back nowhere").heard == Heard(intent=Intent.BACK, target="nowhere")


@pytest.mark.parametrize("said", ["note: Ask  Legal <b>first</b>", "/note Ask  Legal <b>first</b>"])
@pytest.mark.parametrize("question", EVERYWHERE)
def test_a_note_keeps_its_text_verbatim(question, said) -> None:
    assert hear(question, said).heard == Heard(intent=Intent.NOTE, target="Ask  Legal <b>first</b>")


def test_a_note_may_be_as_long_as_it_likes() -> None:
    text = "one line\nand another " * 10_000
    assert hear(WAY, f"note {text}").heard == Heard(intent=Intent.NOTE, target=text.strip())


KEPT = [
    ("note Legal first", Intent.NOTE, "Legal first"),
    ("note that we already have named owners", Intent.NOTE, "we already have named owners"),
    ("Note all of it is settled", Intent.NOTE, "all of it is settled"),
    ("NOTE yes, but only in Basel", Intent.NOTE, "yes, but only in Basel"),
    ("note nobody decides", Intent.NOTE, "nobody decides"),
    ("note 2 is missing, 3 is there", Intent.NOTE, "2 is missing, 3 is there"),
    ("note i do not know", Intent.NOTE, "i do not know"),
    ("note why do you ask that?", Intent.NOTE, "why do you ask that?"),
    ("note taking is automated", Intent.NOTE, "taking is automated"),
    ("note\tthe contract ends in May", Intent.NOTE, "the contract ends in May"),
    ("evidence the minutes of May", Intent.EVIDENCE, "the minutes of May"),
    ("evidence minutes 4 May, page 2", Intent.EVIDENCE, "minutes 4 May, page 2"),
    ("Evidence Maria can show you the dashboard", Intent.EVIDENCE, "Maria can show you the dashboard"),
    ("evidence on 1: the charter", Intent.EVIDENCE, "on 1: the charter"),
    ("evidence for 1: the charter", Intent.EVIDENCE, "for 1: the charter"),
    ("evidence yes", Intent.EVIDENCE, "yes"),
]
"""What begins with the word and has more: the intent, and what is kept."""


@pytest.mark.parametrize(("said", "intent", "kept"), KEPT)
@pytest.mark.parametrize("question", [None, WAY, CARE])
def test_what_begins_with_note_or_evidence_is_kept_as_such_also_without_a_colon(
    question, said: str, intent: Intent, kept: str
) -> None:
    understood = hear(question, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(intent=intent, target=kept)


@pytest.mark.parametrize(("said", "intent", "kept"), KEPT)
def test_where_any_words_are_an_answer_it_is_asked_which_they_are(
    said: str, intent: Intent, kept: str
) -> None:
    understood = hear(TITLE, said)
    assert understood.outcome is Outcome.CONFIRM
    assert understood.heard == Heard(intent=intent, target=kept)
    assert understood.runner_up == Heard(text=said)


@pytest.mark.parametrize(
    "said", ["evidence is kept for all changes", "evidence of changes", "evidence for audits, partly"]
)
@pytest.mark.parametrize("question", EVERYWHERE)
def test_a_sentence_about_evidence_is_not_taken_for_the_command(question, said: str) -> None:
    understood = hear(question, said)
    assert understood.heard is None or not (
        understood.outcome is Outcome.ACCEPT and understood.heard.target == said.partition(" ")[2]
    )


@pytest.mark.parametrize("said", ["notes are taken", "evidently so", '"note Legal first"'])
def test_only_the_whole_word_at_the_beginning_keeps(said: str) -> None:
    understood = hear(TITLE, said)
    assert understood.heard is None or understood.heard.intent is not Intent.NOTE


@pytest.mark.parametrize("dialog", ["readiness", "quick"])
def test_what_begins_with_note_answers_no_question_of_a_shipped_dialog(dialog: str) -> None:
    script = load_script(dialog_bundle(dialog))
    for question in script.questions():
        for said in ("note that all of it is settled", "note yes", "note: no", "evidence the charter"):
            heard = understand(script, question, question.options, said).heard
            assert heard is not None and heard.intent in (Intent.NOTE, Intent.EVIDENCE), question.id


@pytest.mark.parametrize("question", EVERYWHERE)
@pytest.mark.parametrize("said", ["/foo", ":nonsense", "/help me with this report", "/etc/hosts"])
def test_what_is_marked_as_a_command_and_is_none_is_asked_about(question, said) -> None:
    understood = hear(question, said)
    assert understood.outcome is Outcome.ASK
    assert understood.heard is None


@pytest.mark.parametrize(
    "said",
    [
        "Help desk assistant",
        "Back office automation",
        "Why not",
        "Skip the queue",
        "Report builder",
        "Stop the line",
        "Back to the future",
        "Review of contracts",
        '"Help"',
    ],
)
def test_a_text_that_begins_like_a_command_is_a_text(said) -> None:
    understood = hear(TITLE, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(text=said)


@settings(deadline=None)  # wishes are learned when they are first heard
@given(st.sampled_from(TYPED), st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_no_intent_swallows_a_text_that_goes_on(typed, more) -> None:
    said = f"{typed[1]} {more}"
    if said in {words for _, words in TYPED}:
        return
    understood = hear(TITLE, said)
    assert Heard(text=said) in (understood.heard, understood.runner_up)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("hang on, can we step back to the question before this one?", Heard(intent=Intent.BACK)),
        ("what do you mean by an official interface?", Heard(intent=Intent.MEANING)),
        ("why do you want to know that of all things?", Heard(intent=Intent.WHY)),
        ("I've a meeting now, let's carry on tomorrow", Heard(intent=Intent.QUIT)),
        ("go to question 4 again, that was wrong", Heard(intent=Intent.CHANGE, target="4")),
        (
            "for the record, Legal has not agreed yet",
            Heard(intent=Intent.NOTE, target="Legal has not agreed yet"),
        ),
        ("the release log proves it", Heard(intent=Intent.EVIDENCE, target="the release log")),
        ("what would you recommend so far?", Heard(intent=Intent.ADVICE)),
        ("I'd like to skip this one for now", Heard(intent=Intent.SKIP)),
    ],
)
def test_a_wish_is_understood_in_a_sentence(said, heard) -> None:
    understood = hear(WAY, said)
    assert (understood.outcome, understood.heard) == (Outcome.ACCEPT, heard)


@pytest.mark.parametrize("said", ["We call it Aurora", "it's called Aurora", "the working title is Aurora"])
def test_a_name_is_taken_out_of_what_introduces_it(said) -> None:
    script = load_script(dialog_bundle("readiness"))
    title = next(iter(script.questions()))
    assert understand(script, title, (), said).heard == Heard(text="Aurora")


def test_question_marks_alone_are_levels_at_a_checklist_and_help_elsewhere() -> None:
    assert hear(WAY, "?").heard == hear(TITLE, "??").heard == hear(None, "?").heard
    assert hear(WAY, "?").heard == Heard(intent=Intent.HELP)
    assert hear(CARE, "?").heard.intent is None


def test_a_command_with_a_typing_error_is_offered_not_carried_out() -> None:
    for question in (WAY, CARE, None):
        understood = hear(question, "reveiw")
        assert understood.outcome is Outcome.CONFIRM
        assert understood.heard == Heard(intent=Intent.REVIEW)


def test_where_nothing_is_asked_only_intents_are_understood() -> None:
    assert hear(None, "finish").heard == Heard(intent=Intent.FINISH)
    for said in ("yes", "2", "an api", ""):
        assert hear(None, said).outcome is Outcome.ASK


def test_no_shipped_wording_of_an_answer_is_also_an_intent() -> None:
    typed = {words for _, words in TYPED}
    for _, question in shipped():
        for option in question.options:
            assert typed.isdisjoint({option.label.casefold(), *option.says}), (question.id, option.id)
