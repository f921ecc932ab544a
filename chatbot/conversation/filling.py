"""Filling the places that a script's texts leave for facts, and adding the lens's examples."""

from __future__ import annotations

import re

from chatbot.dialog.script import Question
from chatbot.facts import AMBITION, TITLE, FactId, Facts
from chatbot.framework.initiative import lens_of
from chatbot.framework.model import Framework

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)\}")
_LONGEST_TITLE = 60


def fill(text: str, facts: Facts, framework: Framework) -> str:
    """Replace each `{owner.name}` of an authored text by what was said; one pass, so that what was
    said is never read as a place itself."""
    return _PLACE.sub(lambda place: _value(FactId(place[1]), facts, framework), text)


def title_of(facts: Facts) -> str:
    """The initiative's title, shortened to what fits into a sentence; a general word without one."""
    title = " ".join(facts.get(TITLE, "unknown").split())
    if not title or title == "unknown":
        return "your initiative"
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def examples(question: Question, facts: Facts, framework: Framework) -> tuple[str, ...]:
    """What the lens says of the facts that a question is about, or else of their owner."""
    lens = lens_of(framework, facts)
    if lens is None:
        return ()
    stated = question.facts()
    found = [lens.examples[fact] for fact in stated if fact in lens.examples]
    owners = dict.fromkeys(fact.partition(".")[0] for fact in stated)
    found = found or [lens.examples[owner] for owner in owners if owner in lens.examples]
    return tuple(dict.fromkeys(found))


def _value(fact: FactId, facts: Facts, framework: Framework) -> str:
    if fact == TITLE:
        return title_of(facts)
    value = facts.get(fact, "unknown")
    if fact == AMBITION:
        return next((model.title for model in framework.models if model.id == value), "the aim")
    return value
