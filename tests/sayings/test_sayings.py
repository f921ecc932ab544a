"""How much of what people might type is understood, and that the sayings are what they have to be."""

from __future__ import annotations

from collections import Counter

import pytest

from chatbot.dialog.script import UNKNOWN_OPTION, QuestionKind
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome, Understood
from chatbot.facts import FactId, Level
from tests.sayings.bounds import BOUNDS
from tests.sayings.measuring import Tally, measure, question_of, script_of
from tests.sayings.sayings import DIALOGS, Meaning, Part, Saying, sayings
from tests.sayings.verdicts import Verdict, verdict

EVERY = {part: list(sayings(part)) for part in Part}


@pytest.fixture(scope="module")
def whole() -> Tally:
    """The verdicts on every measured saying."""
    tally = Tally()
    for one in measure(EVERY[Part.MEASURED]):
        tally.add(one)
    return tally


@pytest.mark.parametrize("bound", BOUNDS, ids=[bound.what for bound in BOUNDS])
def test_a_bound_holds_on_what_nothing_was_tuned_on(whole: Tally, bound) -> None:
    line, holds = bound.line(whole)
    assert holds, line


def test_there_are_enough_sayings_and_none_is_in_both_parts() -> None:
    assert sum(map(len, EVERY.values())) >= 800
    told = {part: {(one.question, one.said) for one in found} for part, found in EVERY.items()}
    assert told[Part.TUNED].isdisjoint(told[Part.MEASURED])


def test_every_question_and_every_intent_is_measured() -> None:
    measured = EVERY[Part.MEASURED]
    asked = {(one.dialog, one.question) for one in measured}
    assert asked == {(dialog, one.id) for dialog in DIALOGS for one in script_of(dialog).questions()}
    assert {one.means.intent for one in measured if one.means.intent} == set(Intent)
    styles = Counter(one.style for one in measured)
    assert {"terse", "wordy", "hedged", "negated", "typo", "second_language", "off_topic"} <= set(styles)


@pytest.mark.parametrize("part", Part)
def test_every_meaning_is_one_that_the_question_can_have(part: Part) -> None:
    for one in EVERY[part]:
        assert _fits(one), one


def _fits(saying: Saying) -> bool:
    question, means = question_of(saying.dialog, saying.question), saying.means
    if means.intent:
        return means.intent in set(Intent)
    if means.levels:
        facts = {str(item.fact) for item in question.items}
        return set(means.levels) <= facts and set(means.levels.values()) <= {level.value for level in Level}
    if means.text:
        return question.kind is QuestionKind.TEXT
    return not means.option or means.option in {UNKNOWN_OPTION, *(option.id for option in question.options)}


YES = Understood(outcome=Outcome.ACCEPT, heard=Heard(option="one"), confidence=1.0)
MAYBE = Understood(outcome=Outcome.CONFIRM, heard=Heard(option="one"), confidence=0.5)
NOTHING = Understood(outcome=Outcome.ASK)
A, B = FactId("a.a"), FactId("a.b")


@pytest.mark.parametrize(
    ("means", "understood", "expected"),
    [
        (Meaning(option="one"), YES, Verdict.AT_ONCE),
        (Meaning(option="two"), YES, Verdict.WRONG),
        (Meaning(option="one"), MAYBE, Verdict.CONFIRMED),
        (Meaning(option="two"), MAYBE, Verdict.ASKED),
        (Meaning(option="one"), NOTHING, Verdict.ASKED),
        (Meaning(), YES, Verdict.WRONG),
        (Meaning(), MAYBE, Verdict.RIGHTLY_ASKED),
        (Meaning(), NOTHING, Verdict.RIGHTLY_ASKED),
        (Meaning(intent="why"), YES, Verdict.WRONG),
    ],
)
def test_a_verdict_is_hard_on_what_is_recorded_and_was_not_meant(means, understood, expected) -> None:
    assert verdict(means, understood) is expected


def test_a_part_of_a_checklist_is_not_wrong_but_not_understood_at_once_either() -> None:
    means = Meaning(levels={A: "established", B: "absent"})
    part = Understood(outcome=Outcome.ACCEPT, heard=Heard(levels={A: Level.ESTABLISHED}), confidence=1.0)
    other = Understood(outcome=Outcome.ACCEPT, heard=Heard(levels={A: Level.ABSENT}), confidence=1.0)
    assert verdict(means, part) is Verdict.ASKED
    assert verdict(means, other) is Verdict.WRONG
