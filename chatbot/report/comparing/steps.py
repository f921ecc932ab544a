"""What to do and what to find out next, as a comparison names it."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.wording import Wording
from chatbot.report.comparing.compared import Seen
from chatbot.report.comparing.data import NextStep


def next_steps(seen: Seen, most: int) -> Iterator[NextStep]:
    """The first things to do."""
    words = Wording(seen.rules.framework)
    for step in seen.advice.next_steps[:most] if seen.advice else ():
        yield NextStep(
            fact=step.fact,
            label=seen.label(step.fact),
            level=step.level,
            action=words.action(step.fact),
            why=words.purpose(step),
        )


def to_find_out(seen: Seen, most: int) -> Iterator[NextStep]:
    """The first things to find out, those that decide most."""
    words = Wording(seen.rules.framework)
    for item in seen.advice.find_out[:most] if seen.advice else ():
        yield NextStep(
            fact=item.fact,
            label=seen.label(item.fact),
            level=item.level,
            action=words.find_out(item),
            why=words.decides(item),
        )
