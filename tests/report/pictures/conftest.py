"""Conclusions to draw: of any facts, in the words of the shipped knowledge or in much longer ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec
import pytest

from chatbot.facts import FactId
from chatbot.framework.advise import advise
from chatbot.framework.terms import Terms
from chatbot.interview.held import Held
from chatbot.report.content.findings import Findings
from chatbot.report.content.judged import Finding, Judged
from chatbot.report.content.judging import Judging
from chatbot.report.sample import replay_sample, sample_names

Judge = Callable[[Mapping[FactId, str]], Judged]

LONG = (
    "A <b>written</b> & agreed standard for the evidence behind each and every result of every department",
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
    "\u4fe1\u606f\u7cfb\u7edf\u7684\u5065\u5eb7\u72b6\u51b5\u548c\u53ef\u8ffd\u6eaf\u6027" * 4,
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \U0001f600\U0001f600 \x07 \u202e WWWWWWWWWW",
)


class _Stated(Findings):
    """Facts without an interview in which they were said."""

    def __init__(self, held: Held, facts: Mapping[FactId, str]) -> None:
        self._terms = Terms(held.framework)
        self._statements = {}
        self._values = facts

    def at(self, facts: Iterable[FactId]) -> tuple[Finding, ...]:
        return tuple(self._finding(fact, self._values.get(fact, "not_asked")) for fact in facts)


@pytest.fixture(scope="session")
def judge() -> Judge:
    """What the shipped framework concludes from facts, in words."""
    held = replay_sample(sample_names()[0])[1].held

    def judged(facts: Mapping[FactId, str]) -> Judged:
        assessment = held.assessor.assess(facts)
        advice = advise(held.assessor, facts, assessment)
        survey = held.assessor.survey(facts)
        return Judging(held.framework, survey, assessment, advice, _Stated(held, facts)).judged("")

    return judged


def worded(judged: Judged, text: str) -> Judged:
    """The same conclusions of a knowledge base that calls everything by the same name."""
    data = msgspec.to_builtins(judged)

    def renamed(value: object) -> object:
        if isinstance(value, dict):
            changed = {"title": text, "label": text, "within": text}
            if "truth" in value:
                changed["says"] = text
            return {key: changed.get(key, renamed(inner)) for key, inner in value.items()}
        return [renamed(inner) for inner in value] if isinstance(value, (list, tuple)) else value

    return msgspec.convert(renamed(data), Judged)
