"""Checklists: levels in order, by number, by name, for all and for the rest, with reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.facts import Level
from tests.dialog.understanding_scripts import CARE, CHECKS, FACTS, OWNERS, RULES, UPDATES, hear, shipped

LEVELS = {
    "y": Level.ESTABLISHED,
    "p": Level.PARTIAL,
    "n": Level.ABSENT,
    "?": Level.UNKNOWN,
    "a": Level.NOT_APPLICABLE,
    "!": Level.PRESENT,
}


def levels(code: str) -> dict:
    """Levels by one letter for each item, `.` for an item that nothing is said of."""
    return {fact: LEVELS[letter] for fact, letter in zip(FACTS, code, strict=True) if letter != "."}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("y p n ?", "ypn?"),
        ("ypn?", "ypn?"),
        ("Y, P, N, ?", "ypn?"),
        ("y/p/n/?", "ypn?"),
        ("yes, partly, no, don't know", "ypn?"),
        ("yes partly no no", "ypnn"),
        ("yes, partly, no and no", "ypnn"),
        ("yes, settled; not everywhere; not yet; no idea", "ypn?"),
        ("yes\nno\npartly\n?", "ynp?"),
        ("1 yes, 2 partly, 3 no", "ypn."),
        ("1: y; 2: p", "yp.."),
        ("1y 2p 3n 4?", "ypn?"),
        ("1. yes 2. no 3. partly 4. yes", "ynpy"),
        ("1) yes\n2) no", "yn.."),
        ("1 - yes\n2 - no", "yn.."),
        ("1 and 2 yes, 3 no", "yyn."),
        ("1-3 yes, 4 no", "yyyn"),
        ("1 to 3 yes", "yyy."),
        ("1, 2-4 yes", "yyyy"),
        ("1 yes, rest no", "ynnn"),
        ("all yes", "yyyy"),
        ("yes to all", "yyyy"),
        ("all of them", "yyyy"),
        ("everything is settled", "yyyy"),
        ("no to all", "nnnn"),
        ("none", "nnnn"),
        ("none of them.", "nnnn"),
        ("I don't know", "????"),
        ("no idea", "????"),
        ("owners yes, permissions partly, no data quality", "yp.n"),
        ("owners and permissions yes, update cadence partly, no data quality", "yypn"),
        ("owners, permissions yes", "yy.."),
        ("yes to owners and permissions, no to the rest", "yynn"),
        ("owners yes but no data quality", "y..n"),
        ("owners not in place", "n..."),
        ("no idea about owners", "?..."),
        ("data.access_rules: partly", ".p.."),
        ("Rules on who and what may read it: yes", ".y.."),
        ("owners: nobody is named, permissions yes", "ny.."),
        ("For every source, and they know it", "y..."),
        ("1 yes, 1 yes", "y..."),
        ("owners definitely yes", "y..."),
        ("all yes except data quality no", "yyyn"),
        ("owners are not settled", "n..."),
        ("owners are half settled", "p..."),
    ],
)
def test_a_clear_answer_is_accepted(said, code) -> None:
    understood = hear(CARE, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(levels=levels(code))


@pytest.mark.parametrize("said", ["ownres yes", "owners yes, permisions yes", "owners setled"])
def test_typing_errors_are_forgiven(said) -> None:
    understood = hear(CARE, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard.levels[OWNERS] is Level.ESTABLISHED


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("yes", "yyyy"),
        ("no", "nnnn"),
        ("partly", "pppp"),
        ("?", "????"),
        ("???", "????"),
        ("rest no", "nnnn"),
        ("owners yes, permissions", "y..."),
        ("1 yes? 2 no", "yn.."),
        ("all yes, but 4 no", "yyyn"),
        ("no owners, permissions", "nn.."),
        ("all yes except data quality", "yyyn"),
        ("none except 2", "nynn"),
        ("everything but owners yes", "nyyy"),
        ("yes, owners partly", "p..."),
    ],
)
def test_what_may_be_meant_otherwise_is_confirmed_first(said, code) -> None:
    understood = hear(CARE, said)
    assert understood.outcome is Outcome.CONFIRM
    assert understood.heard == Heard(levels=levels(code))


@pytest.mark.parametrize(
    "said",
    [
        "",
        "1",
        "1, 3",
        "owners",
        "owners?",
        "5 yes",
        "0 yes",
        "1-9 yes",
        "1/2 yes",
        "\N{VULGAR FRACTION ONE HALF} yes",
        "2024 yes",
        "yes, partly",
        "yes and no",
        "1 yes 1 no",
        "owners yes, owners no",
        "not all of them",
        "not really",
        "3 of 4 yes",
        "4 of them yes",
        "audit trail yes",
        "bananas",
        "y n",
        pytest.param("yes " * 400, id="many words"),
        "we would like to talk about owners and something else, yes",
    ],
)
def test_what_is_not_clear_is_asked_about(said) -> None:
    understood = hear(CARE, said)
    assert understood.outcome is not Outcome.ACCEPT
    assert not (understood.heard and understood.heard.levels)


@pytest.mark.parametrize(
    "said", ["not owners yes", "nearly all yes", "all but 3 yes", "2 owners yes", "1 yes? 2 no"]
)
def test_what_may_be_meant_otherwise_is_never_taken_in_silence(said) -> None:
    assert hear(CARE, said).outcome is not Outcome.ACCEPT


ONE_OPEN = {OWNERS: Level.ESTABLISHED, RULES: Level.ESTABLISHED, UPDATES: Level.ABSENT}


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("yes", Level.ESTABLISHED),
        ("partly", Level.PARTIAL),
        ("n", Level.ABSENT),
        ("no, not yet", Level.ABSENT),
        ("?", Level.UNKNOWN),
        ("I don't know", Level.UNKNOWN),
        ("data quality: half", Level.PARTIAL),
        ("rest no", Level.ABSENT),
    ],
)
def test_a_level_alone_answers_the_one_item_that_is_open(said, level) -> None:
    understood = hear(CARE, said, ONE_OPEN)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(levels={CHECKS: level})


def test_levels_in_order_go_to_the_items_that_are_open() -> None:
    understood = hear(CARE, "p, n", {OWNERS: Level.ABSENT, UPDATES: Level.ABSENT})
    assert understood.heard == Heard(levels={RULES: Level.PARTIAL, CHECKS: Level.ABSENT})


def test_what_was_settled_before_may_be_changed() -> None:
    assert hear(CARE, "1 no", ONE_OPEN).heard == Heard(levels={OWNERS: Level.ABSENT})


@pytest.mark.parametrize(
    ("said", "code", "reasons"),
    [
        ("1 n/a", "a...", {}),
        ("owners does not apply because We have  NO sources", "a...", {OWNERS: "We have  NO sources"}),
        ("1 n/a: no sources, 2 yes", "ay..", {OWNERS: "no sources"}),
        ("1 n/a (we have no sources), 2 yes", "ay..", {OWNERS: "we have no sources"}),
        ("1 does not apply, because nobody reads it; rest yes", "ayyy", {OWNERS: "nobody reads it"}),
        ("n/a for 1 because we are small; 2 no", "an..", {OWNERS: "we are small"}),
        ("1 n/a, outsourced", "a...", {OWNERS: "outsourced"}),
    ],
)
def test_a_reason_is_kept_verbatim(said, code, reasons) -> None:
    understood = hear(CARE, said)
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(levels=levels(code), reasons=reasons)


def test_what_may_not_be_left_out_is_asked_about() -> None:
    may = frozenset({OWNERS})
    assert hear(CARE, "1 n/a", may_not_apply=may).outcome is Outcome.ACCEPT
    assert hear(CARE, "2 n/a", may_not_apply=may).outcome is Outcome.ASK


def test_a_sign_is_present_or_absent() -> None:
    signs = frozenset(FACTS)
    assert hear(CARE, "y n ? n", signs=signs).heard == Heard(levels=levels("!n?n"))
    assert hear(CARE, "1 it happens", signs=signs).heard == Heard(levels=levels("!..."))
    assert hear(CARE, "1 partly", signs=signs).outcome is Outcome.ASK
    assert hear(CARE, "1 settled", signs=signs).outcome is Outcome.ASK
    assert hear(CARE, "1 n/a", signs=signs).outcome is Outcome.ASK
    assert hear(CARE, "1 it happens").outcome is Outcome.ASK


@given(
    st.lists(st.sampled_from("ypn?"), min_size=4, max_size=4), st.sampled_from([" ", ",", ", ", ";", "\n"])
)
def test_one_letter_for_each_item_is_the_level_of_that_item(letters, separator) -> None:
    understood = hear(CARE, separator.join(letters))
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(levels=levels("".join(letters)))


@given(st.permutations(range(4)), st.lists(st.sampled_from("ypn?"), min_size=4, max_size=4), st.data())
def test_items_may_be_named_in_any_order(order, letters, data) -> None:
    clauses = []
    for at in order:
        item = CARE.items[at]
        name = data.draw(st.sampled_from([item.label, *item.says, str(at + 1)]))
        word = {"y": "yes", "p": "partly", "n": "no", "?": "no idea"}[letters[at]]
        clauses.append(f"{name} {word}")
    understood = hear(CARE, ", ".join(clauses))
    assert understood.outcome is Outcome.ACCEPT
    assert understood.heard == Heard(levels=levels("".join(letters)))


@given(st.sampled_from(["not", "never", "nobody", "hardly", "without"]), st.integers(0, 4))
def test_a_negation_is_never_passed_over(negation, at) -> None:
    words = ["owners", "yes", "permissions", "settled"]
    understood = hear(CARE, " ".join([*words[:at], negation, *words[at:]]))
    both = {OWNERS: Level.ESTABLISHED, RULES: Level.ESTABLISHED}
    assert understood.outcome is not Outcome.ACCEPT or understood.heard.levels != both


READINESS = {
    question.id: (script, question)
    for script, question in shipped()
    if script.dialog == "readiness" and question.kind is QuestionKind.CHECKLIST
}
LEFT_OUT = frozenset(item.fact for item in READINESS["common_rules"][1].items)


def hear_shipped(question: str, said: str) -> Understood:
    """What is made of the words at a checklist of the whole interview."""
    script, asked = READINESS[question]
    return understand(script, asked, (), said, may_not_apply=LEFT_OUT)


def code_of(question: str, understood: Understood) -> str:
    """The levels that were heard, by one letter for each item, `.` where none was."""
    letters = {level: letter for letter, level in LEVELS.items()}
    heard = understood.heard.levels if understood.heard else {}
    return "".join(letters[heard[i.fact]] if i.fact in heard else "." for i in READINESS[question][1].items)


@pytest.mark.parametrize(
    ("question", "said", "code"),
    [
        ("data_care", "Owners and access are fine. Rhythm and checks are sort of half there.", "yypp"),
        ("data_care", "Nobody is in charge of the sources, but the data is refreshed every night.", "n.y."),
        ("data_care", "first two in place, last two not", "yynn"),
        ("data_care", "owner no access no refresh yes checks no", "nnyn"),
        ("data_care", "not sure about the refresh, everything else is settled", "yy?y"),
        ("result_rules", "Review rights are clear, handling of odd cases isn't", ".y.n"),
        ("result_rules", "exceptions I have no idea, the others yes", "yyy?"),
        ("result_rules", "not a single one of these", "nnnn"),
        ("result_rules", "no one is allowed to stop a result, and the log is complete", ".ny."),
        ("regular_care", "yes to the first two, no to the last two", "yynn"),
        ("regular_care", "only the adoption part, the other three no", "ynnn"),
        ("regular_care", "no idea, I'm only the accountant", "????"),
        ("common_rules", "hr and it yes, finance and legal no", "ynny"),
        ("common_rules", "None of them", "nnnn"),
        ("change_control", "map is more or less there, other two are fine", "pyy"),
        ("agent_controls", "names and limits are in order, the other two only partly", "yppy"),
        ("agent_controls", "Not one of these works here", "nnnn"),
    ],
)
def test_sentences_are_read_clause_by_clause(question, said, code) -> None:
    understood = hear_shipped(question, said)
    assert code_of(question, understood) == code
    assert understood.outcome is Outcome.ACCEPT


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("data_care", "data is the new oil, they keep telling us"),
        ("data_care", "owners?"),
        ("result_rules", "rules, my favourite subject"),
        ("regular_care", "we're short of two people at the moment"),
        ("common_rules", "our HR lady is called Gabi"),
        ("agent_controls", "three of the four yes"),
        ("change_control", "approvals yes, approvals no"),
    ],
)
def test_small_talk_questions_and_contradictions_are_never_taken(question, said) -> None:
    assert hear_shipped(question, said).outcome is not Outcome.ACCEPT


def test_an_exception_without_a_level_of_its_own_is_confirmed_first() -> None:
    understood = hear_shipped("change_control", "all but the dependency list")
    assert understood.outcome is Outcome.CONFIRM
    assert code_of("change_control", understood) == "nyy"


def test_what_is_said_beside_the_levels_is_kept_as_a_remark() -> None:
    said = "risk and improvement are done properly, the rest so-so, but there's a new lead coming in May"
    understood = hear_shipped("regular_care", said)
    assert code_of("regular_care", understood) == "ppyy"
    assert understood.heard.remark == "there's a new lead coming in May"


@pytest.mark.parametrize(
    ("said", "code", "reason"),
    [
        (
            "legal doesn't apply, we have no legal department, an outside firm does all that",
            ".a..",
            "we have no legal department, an outside firm does all that",
        ),
        ("We've no legal department. HR, finance, IT: yes", "yayy", "We've no legal department"),
        (
            "HR n/a, payroll and hiring are done by an agency",
            "a...",
            "payroll and hiring are done by an agency",
        ),
    ],
)
def test_why_a_department_does_not_apply_is_kept_in_the_words_of_the_answer(said, code, reason) -> None:
    understood = hear_shipped("common_rules", said)
    assert code_of("common_rules", understood) == code
    assert list(understood.heard.reasons.values()) == [reason]


def test_all_with_something_settled_before_is_confirmed_first() -> None:
    script, question = READINESS["data_care"]
    settled = {question.items[0].fact: Level.ABSENT}
    understood = understand(script, question, (), "the whole lot works", settled)
    assert understood.outcome is not Outcome.ACCEPT


def test_every_shipped_name_of_an_item_takes_every_level() -> None:
    for script, question in shipped():
        if question.kind is not QuestionKind.CHECKLIST:
            continue
        for number, item in enumerate(question.items, start=1):
            for name in (item.label, item.fact, *item.says, str(number)):
                for level in item.levels or script.levels:
                    said = f"{name}: {script.levels[level].label}"
                    understood = understand(script, question, (), said)
                    assert understood.outcome is Outcome.ACCEPT, said
                    assert understood.heard.levels == {item.fact: level}, said
