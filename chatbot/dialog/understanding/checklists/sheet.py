"""A checklist as it stands before an answer: which levels its items can have, and which are still open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from chatbot.dialog.script import Question
from chatbot.dialog.understanding.checklists.lexicon import Grade
from chatbot.dialog.understanding.understood import Heard
from chatbot.facts import SIGN_LEVELS, SIGNAL_LEVELS, FactId, Level


class Unclear(Exception):
    """The words cannot be an answer here: a level that an item cannot have, or two for one item."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The checklist as it stands before the words.

    Attributes:
        open: the items without a level; all of them when each has one, for it may be changed.
    """

    question: Question
    settled: Mapping[FactId, Level]
    signs: Set[FactId]
    may_not_apply: Set[FactId] | None
    facts: tuple[FactId, ...] = field(init=False)
    open: tuple[FactId, ...] = field(init=False)

    def __post_init__(self) -> None:
        facts = tuple(item.fact for item in self.question.items)
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "open", tuple(fact for fact in facts if fact not in self.settled) or facts)

    def has_signs(self) -> bool:
        """Whether an item is a sign, which is present or absent."""
        return any(item.fact in self.signs or Level.PRESENT in item.levels for item in self.question.items)

    def left_out(self) -> Set[FactId]:
        """The items that may not apply."""
        return frozenset(self.facts) if self.may_not_apply is None else self.may_not_apply

    def level(self, fact: FactId, grade: Grade) -> Level:
        """The level that `grade` means for `fact`."""
        item = next(item for item in self.question.items if item.fact == fact)
        if fact in self.signs or Level.PRESENT in item.levels:
            level = Level.PRESENT if grade.mere_yes else grade.level
            fits = level in SIGN_LEVELS
        else:
            level = grade.level
            fits = level in SIGNAL_LEVELS
        unfit = self.may_not_apply is not None and fact not in self.may_not_apply
        if not fits or (level is Level.NOT_APPLICABLE and unfit):
            raise Unclear
        return level

    def heard(self, graded: Iterable[tuple[FactId, Grade]]) -> Heard:
        """The reading in which each fact has this level, in the order of the items."""
        levels: dict[FactId, Level] = {}
        reasons: dict[FactId, str] = {}
        for fact, grade in graded:
            level = self.level(fact, grade)
            if levels.setdefault(fact, level) is not level:
                raise Unclear
            if grade.reason:
                reasons[fact] = grade.reason
        if not levels:
            raise Unclear
        return Heard(
            levels={fact: levels[fact] for fact in self.facts if fact in levels},
            reasons={fact: reasons[fact] for fact in self.facts if fact in reasons},
        )
