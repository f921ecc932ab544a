"""Which facts a script states, and the values that it can give them."""

from __future__ import annotations

from typing import Final

from chatbot.dialog.script import QuestionKind, Script
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Level

INITIATIVE: Final = "initiative"
LEVELS: Final = frozenset(level.value for level in Level)

_INITIATIVE_FACTS: Final[dict[FactId, frozenset[str] | None]] = {
    TITLE: None,
    AMBITION: None,
    SECTOR: None,
    DISTRIBUTION_APPLIES: frozenset({"true", "false", "unknown"}),
}


def values_of(script: Script) -> dict[str, frozenset[str] | None]:
    """For each fact that the script states, the values that it may have; `None` where any word may be.

    A fact of the initiative or one that the script declares has its own values, every other has levels.
    """
    values: dict[str, frozenset[str] | None] = {}
    for question in script.questions():
        for fact in question.facts():
            values[fact] = possible_values(script, fact, text=question.kind is QuestionKind.TEXT)
    return values


def possible_values(script: Script, fact: FactId, *, text: bool = False) -> frozenset[str] | None:
    """The values that an answer may give to a fact, `None` where any word may be.

    Args:
        text: whether the answer is a text.
    """
    if fact in script.facts:
        return frozenset(script.facts[fact]) | {"unknown"}
    if fact in _INITIATIVE_FACTS:
        return _INITIATIVE_FACTS[fact]
    return None if text and is_of_initiative(fact) else LEVELS


def is_of_initiative(fact: FactId) -> bool:
    """Whether the fact says something about the initiative, which has no level."""
    return fact.partition(".")[0] == INITIATIVE


def needs_declaration(script: Script, fact: FactId) -> bool:
    """Whether nothing says which values the fact can have."""
    return is_of_initiative(fact) and fact not in _INITIATIVE_FACTS and fact not in script.facts
