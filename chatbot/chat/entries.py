"""Entries: the utterances of a conversation as the transcript shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.wrapping import cut, width_of
from chatbot.conversation.utterances import Kind, Speaker, Utterance
from chatbot.dialog.script import QuestionId
from chatbot.visible import visible

_GUTTER: Final = 6
"""Columns for who speaks."""

_NARROW: Final = 36
"""Below this width, who speaks takes less room."""

_ROLES: Final = {
    Kind.TOPIC: Role.MUTED,
    Kind.QUESTION: Role.STRONG,
    Kind.REPLY: Role.MUTED,
    Kind.CLOSING: Role.STRONG,
    Kind.ADVICE: Role.STRONG,
}
_BEGINS: Final = frozenset({Kind.QUESTION, Kind.TOPIC, Kind.GREETING, Kind.SUMMARY, Kind.CLOSING})
"""Kinds that a blank line precedes."""

_LABELLED: Final = frozenset({Kind.TOPIC, Kind.NOTE, Kind.QUESTION})
"""Kinds that say who speaks even where the same one spoke just before."""


class Entry(Struct, frozen=True):
    """One message as it is shown.

    Attributes:
        label: who speaks, in a word; empty where it continues what was said before.
        mark: stands before each line of the text.
        heading: the title of a topic that begins here.
        apart: whether a blank line precedes it.
    """

    label: str
    text: str
    role: Role = Role.PLAIN
    spoken_by: Role = Role.MUTED
    mark: str = ""
    heading: str = ""
    apart: bool = False

    def lines(self, width: int) -> list[Line]:
        """Who speaks in the gutter, what is said beside it."""
        gutter = _GUTTER if width >= _NARROW else 4
        label = cut(self.label, gutter - 1)
        lines = [BLANK] if self.apart else []
        if self.heading:
            lines += [_rule(self.heading, width), *([BLANK] if self.text else [])]
        if not self.text:
            return lines
        label_span = Span(label + " " * (gutter - width_of(label)), self.spoken_by)
        if not self.mark:
            return [*lines, *paragraph(self.text, width, self.role, lead=(label_span,))]
        mark = Span(self.mark, Role.ACCENT)
        blank = Span(" " * gutter)
        body = paragraph(self.text, width - gutter - width_of(self.mark), self.role)
        return lines + [
            Line(
                (label_span if at == 0 else blank, mark, *line.spans),
                joins=line.joins,
                joint=line.joint,
                frame=len(blank.text) + len(mark.text),
            )
            for at, line in enumerate(body)
        ]


def entries(
    utterances: Iterable[Utterance], topic_of: Callable[[QuestionId], str], before: Speaker | None = None
) -> Iterator[Entry]:
    """Utterances as entries.

    Args:
        utterances: in order.
        topic_of: the title of the topic that a question belongs to.
        before: who spoke last before them; `None` at the very start.
    """
    told = list(utterances)
    for at, utterance in enumerate(told):
        heading = _topic_ahead(told[at + 1 :], topic_of) if utterance.kind is Kind.TOPIC else ""
        same = before is utterance.speaker and utterance.kind not in _LABELLED
        same = same and utterance.speaker is Speaker.BOT  # what a person said is always marked as theirs
        asks = utterance.kind is Kind.REPLY and at > 0 and told[at - 1].kind is Kind.QUESTION
        begins = asks or utterance.kind in (
            Kind.QUESTION,
            Kind.TOPIC,
            Kind.GREETING,
            Kind.SUMMARY,
            Kind.CLOSING,
        )
        yield Entry(
            label=_label(utterance, same),
            text=visible(utterance.text).strip("\n"),
            role=Role.PLAIN if asks else _ROLES.get(utterance.kind, Role.PLAIN),
            spoken_by=Role.ACCENT if utterance.speaker is Speaker.PERSON else Role.MUTED,
            mark="│ " if utterance.kind is Kind.SUMMARY else "",
            heading=heading,
            apart=before is not None and (begins or (same and utterance.kind is not Kind.REPLY)),
        )
        before = utterance.speaker


def _label(utterance: Utterance, same: bool) -> str:
    if utterance.kind is Kind.NOTE:
        return "note"
    if same:
        return ""
    return "you" if utterance.speaker is Speaker.PERSON else "bot"


def _topic_ahead(rest: Iterable[Utterance], topic_of: Callable[[QuestionId], str]) -> str:
    question = next((one.question for one in rest if one.question), None)
    return visible(topic_of(question)) if question else ""


def _rule(title: str, width: int) -> Line:
    title = cut(title, width - 6)
    rest = max(width - width_of(title) - 4, 0)
    return Line(
        (Span("── ", Role.RULE), Span(title, Role.HEADING), Span(" " + "─" * rest, Role.RULE)), frame=3
    )
