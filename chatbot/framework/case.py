"""Checking a set of facts against the framework, before it is judged."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, Literal, TypeAlias

import msgspec

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Facts, Level, Statement
from chatbot.framework.initiative import CaseError, Initiatives
from chatbot.framework.model import Framework, Sign
from chatbot.framework.vocabulary import fact_vocabulary, judged_facts
from chatbot.sources.problems import instead, nearest, quoted

Part: TypeAlias = Literal["fact", "level", "reason"]

_FREE: Final = frozenset({TITLE, SECTOR})
"""Facts of the initiative that may have any text; a sector without a lens gets the general wording."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that keeps facts from being judged.

    Attributes:
        part: what of the fact is wrong: its id, its level or its reason.
        what: one sentence that says so.
        todo: what to do about it.
    """

    fact: FactId
    part: Part
    what: str
    todo: str


class CaseRules:
    """What one framework accepts as a set of facts."""

    def __init__(self, framework: Framework) -> None:
        self._initiatives = Initiatives(framework)
        self._models = [*(model.id for model in framework.models), "unknown"]
        self._levels = fact_vocabulary(framework)
        self._known = {*self._levels, *_FREE}
        self._signs = frozenset(fact.id for fact in judged_facts(framework) if isinstance(fact, Sign))

    def refusals(self, statements: Mapping[FactId, Statement]) -> list[Refusal]:
        """Everything that is wrong with what was stated, in the order in which it was; empty if nothing."""
        found = [refusal for statement in statements.values() for refusal in self._of(statement)]
        if not found:
            try:
                self._initiatives.applicability(facts_of(statements))
            except CaseError as error:
                fact = AMBITION if AMBITION in statements else DISTRIBUTION_APPLIES
                found.append(Refusal(fact=fact, part="level", what=error.what, todo=error.todo))
        return found

    def _of(self, statement: Statement) -> Iterator[Refusal]:
        fact, value = statement.fact, statement.value
        if fact not in self._known:
            yield Refusal(
                fact=fact,
                part="fact",
                what=f"The framework knows no fact {quoted(fact)}.",
                todo=_meant(fact, self._known) or "Remove it, or check its name in the knowledge base.",
            )
        elif fact in self._levels and value not in self._levels[fact]:
            yield self._misfit(fact, value)
        elif value == Level.NOT_APPLICABLE and not statement.reason.strip():
            yield Refusal(
                fact=fact,
                part="reason",
                what=f"{quoted(fact)} is said not to apply, and there is no reason.",
                todo="Write {level: not_applicable, reason: why it does not apply}.",
            )
        elif statement.reason and value != Level.NOT_APPLICABLE:
            yield Refusal(
                fact=fact,
                part="reason",
                what=f"{quoted(fact)} has a reason, which belongs only to what does not apply.",
                todo="Move it to evidence, or remove it.",
            )

    def _misfit(self, fact: FactId, value: str) -> Refusal:
        """A value that the fact cannot have, with what it can have and why, where that needs saying."""
        allowed = self._levels[fact]
        order = self._models if fact == AMBITION else [*Level, "true", "false"]
        ordered = [str(value) for value in order if value in allowed]
        named, given = quoted(fact), quoted(value)
        what = f"{named} cannot be {given}."
        todo = f"Use one of {', '.join(ordered)}."
        if fact == AMBITION:
            what = f"The ambition {given} is not a value model."
            todo = instead(value, ordered, "leave it out")
        elif value == Level.NOT_APPLICABLE and fact not in self._signs:
            what = f"{named} always applies, so it cannot be {given}."
        elif fact in self._signs and value in set(Level):
            what = f"{named} is a sign, something that should not be there. It cannot be {given}."
        elif value == Level.PRESENT:
            what = f"{named} is a signal, something that should be there. It cannot be {given}."
        else:
            todo = instead(value, ordered)
        return Refusal(fact=fact, part="level", what=what, todo=todo)


def facts_of(statements: Mapping[FactId, Statement]) -> Facts:
    """The facts alone."""
    return {fact: statement.value for fact, statement in statements.items()}


def _meant(fact: str, known: Collection[str]) -> str:
    """What to write in place of a fact that does not exist, or an empty text where nothing is near."""
    name = fact.rpartition(".")[2]
    same_name = sorted(one for one in known if one.partition(".")[2] == name)
    meant = nearest(fact, known) or "".join(same_name[:1])
    return f"Either write {quoted(meant)} or remove it." if meant else ""
