"""Checklists: levels in order, by number, by name, for all and for the rest, with reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Heard, Outcome
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
        ("owners definitely yes", "y..."),
        ("owners yes, permissions", "y..."),
        ("1 yes because we have a list, 2 no", "yn.."),
        ("1 yes? 2 no", "yn.."),
        ("all yes except data quality no", "yyyn"),
        ("all yes, but 4 no", "yyyn"),
        ("no owners, permissions", "nn.."),
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
        "yes, owners partly",
        "1 yes 1 no",
        "owners yes, owners no",
        "owners are not settled",
        "owners are half settled",
        "not owners yes",
        "not all of them",
        "not really",
        "nearly all yes",
        "all but 3 yes",
        "all yes except data quality",
        "none except 2",
        "everything but owners yes",
        "2 owners yes",
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
    assert hear(CARE, said).outcome is Outcome.ASK


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
def test_a_negation_that_is_no_level_is_never_passed_over(negation, at) -> None:
    words = ["owners", "yes", "permissions", "settled"]
    assert hear(CARE, " ".join([*words[:at], negation, *words[at:]])).outcome is not Outcome.ACCEPT


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
