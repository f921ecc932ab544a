"""Facts at their levels, with the words that stated them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from chatbot.conversation.filling import fill
from chatbot.conversation.telling import answer_in_words, is_bare_choice
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.facts import AMBITION, FactId, Level
from chatbot.framework.assessment import NOT_ASKED, Cause
from chatbot.framework.model import Sign
from chatbot.framework.terms import Terms
from chatbot.interview.held import Held
from chatbot.interview.state import State
from chatbot.report.content.judged import Finding, Quote

_SIGNAL: Final[dict[str, str]] = {
    Level.ESTABLISHED: "settled",
    Level.PARTIAL: "partly settled",
    Level.ABSENT: "missing",
    Level.UNKNOWN: "not known",
    Level.NOT_APPLICABLE: "does not apply",
    NOT_ASKED: "not asked",
}
_SIGN: Final[dict[str, str]] = {
    Level.PRESENT: "happens",
    Level.ABSENT: "does not happen",
    Level.UNKNOWN: "not known",
    NOT_ASKED: "not asked",
}
_INITIATIVE: Final[dict[str, str]] = {
    "true": "yes",
    "false": "no",
    Level.UNKNOWN: "not known",
    NOT_ASKED: "not asked",
}


class Findings:
    """Looks up what was said of each fact in one interview."""

    def __init__(self, held: Held, state: State, terms: Terms) -> None:
        self._held = held
        self._state = state
        self._terms = terms
        self._route = held.manager.route
        self._statements = state.statements()
        self._answers = state.answers

    def of(self, causes: Iterable[Cause]) -> tuple[Finding, ...]:
        """Facts at the levels at which a conclusion read them."""
        return tuple(self._finding(cause.fact, cause.level) for cause in causes)

    def at(self, facts: Iterable[FactId]) -> tuple[Finding, ...]:
        """Facts at the levels at which they were stated."""
        values = self._state.path.facts
        return tuple(self._finding(fact, values.get(fact, NOT_ASKED)) for fact in facts)

    def _finding(self, fact: FactId, level: str) -> Finding:
        said = self._statements.get(fact)
        return Finding(
            fact=fact,
            label=self._terms.label(fact),
            within=self._terms.within(fact),
            level=level,
            standing=self._standing(fact, level),
            reason=said.reason if said else "",
            quote=self._quote(fact, QuestionId(said.question)) if said else None,
        )

    def _standing(self, fact: FactId, level: str) -> str:
        known = self._terms.facts.get(fact)
        if known is not None:
            return (_SIGN if isinstance(known, Sign) else _SIGNAL)[level]
        if fact == AMBITION and level not in (Level.UNKNOWN, NOT_ASKED):
            return self._terms.title(level)
        return _INITIATIVE.get(level, level)

    def _quote(self, fact: FactId, question: QuestionId) -> Quote:
        asked, given = self._route.question[question], self._answers[question]
        answer, words = given.answer, given.words_on(fact)
        if asked.kind is QuestionKind.CHECKLIST and (not words or given.points):
            answer = Answer(levels={fact: answer.levels[fact]})  # of a list, only what this is about
        own = "" if is_bare_choice(asked, words) else words
        chosen = answer_in_words(self._held.script, asked, answer)
        if reason := given.reason_on(fact):
            own = f"{chosen.rstrip('.')}. {reason}"
        return Quote(
            question=question,
            ask=fill(asked.ask, self._state.path.facts, self._held.framework),
            words=own or chosen,
            verbatim=bool(own),
        )
