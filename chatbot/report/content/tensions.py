"""The tensions of an interview as a report shows them: both sides, and what was said to explain them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from chatbot.interview.events import Event
from chatbot.interview.held import Held
from chatbot.interview.state import State
from chatbot.interview.voiced import voiced
from chatbot.report.content.findings import Findings
from chatbot.report.content.judged import Finding


class Explanation(Struct, frozen=True, kw_only=True):
    """What somebody said about a tension when asked; `declined` if only that nothing does, or later."""

    text: str
    at: str
    who: str
    declined: bool


class TensionText(Struct, frozen=True, kw_only=True):
    """Answers that do not fit together at first sight.

    Attributes:
        ask: what the bot asks about it.
        reason: why they do not fit without an explanation.
        between: the answers.
        explanations: what was said about it, oldest first; what was only put off comes after them.
    """

    id: str
    title: str
    ask: str
    reason: str
    source: str
    reading: str
    between: tuple[Finding, ...]
    explanations: tuple[Explanation, ...]

    @property
    def explained(self) -> bool:
        """Whether somebody explained it."""
        return any(not one.declined for one in self.explanations)


def tension_texts(
    held: Held, state: State, findings: Findings, who: Callable[[Event], str]
) -> tuple[TensionText, ...]:
    """Every tension that holds between the answers that count, in the order of the knowledge base.

    Args:
        who: says who an event is by.
    """
    texts = []
    for one in voiced(held, state):
        said = [
            Explanation(text=note.text, at=event.at, who=who(event), declined=note.declined)
            for event, note in one.said
        ]
        texts.append(
            TensionText(
                id=one.tension.id,
                title=one.tension.title,
                ask=one.tension.ask,
                reason=one.tension.reason,
                source=one.tension.source,
                reading=one.tension.reading,
                between=findings.at(one.facts),
                explanations=tuple(sorted(said, key=lambda each: each.declined)),
            )
        )
    return tuple(texts)
