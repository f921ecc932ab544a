"""The whole conversation, word for word, with what became of each answer later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.conversation.utterances import Kind, Speaker
from chatbot.report.content import spoken
from chatbot.report.content.fates import Fate
from chatbot.report.content.times import clock, day
from chatbot.report.document.building import paragraph
from chatbot.report.document.nodes import Block, Section, Turn
from chatbot.report.document.signs import on_one_line, signs
from chatbot.report.sections.setting import Setting


def transcript(setting: Setting) -> Section:
    """The conversation by topic, in its order."""
    content = setting.content
    marking = _Marking(setting)
    opening: list[Block] = []
    topics: list[tuple[str, list[Block]]] = []
    for said in content.spoken.transcript:
        if said.topic and (not topics or said.topic != topics[-1][0]):
            topics.append((said.topic, []))
        turns = topics[-1][1] if topics else opening
        turns.append(marking.turn(said))
    return Section(
        id="transcript",
        title=setting.title("transcript"),
        blocks=(paragraph(_intro(setting)), *opening),
        sections=tuple(
            Section(id=f"transcript_{number}", title=on_one_line(topic), blocks=tuple(turns))
            for number, (topic, turns) in enumerate(topics, start=1)
        ),
    )


_MARKED: Final = frozenset(
    {Kind.NOTE, Kind.EVIDENCE, Kind.VOTE, Kind.AGREEMENT, Kind.DISSENT, Kind.PARKED, Kind.ACTION}
)


def _intro(setting: Setting) -> str:
    room = setting.content.room
    if room is None:
        return setting.texts("transcript.intro")
    if room.unattributed:
        return setting.texts("transcript.unattributed")
    return setting.texts("transcript.room")


class _Marking:
    """Turns of a conversation with their marks; the date stands where it changes."""

    def __init__(self, setting: Setting) -> None:
        self._texts = setting.texts
        self._several = len(setting.content.provenance.participants) > 1
        self._day = ""

    def turn(self, said: spoken.Turn) -> Turn:
        by_person, happened = said.speaker is Speaker.PERSON, said.kind is Kind.HAPPENED
        return Turn(
            words=signs(said.text),
            person=by_person,
            question=said.kind is Kind.QUESTION,
            marks=tuple(on_one_line(mark) for mark in self._marks(said)) if by_person or happened else (),
            withdrawn=said.fate is not Fate.STANDS,
        )

    def _marks(self, said: spoken.Turn) -> Iterator[str]:
        if day(said.at) != self._day:
            self._day = day(said.at)
            yield self._day
        if time := clock(said.at):
            yield time
        if self._several and said.who:
            yield said.who
        if said.kind in _MARKED:
            yield self._texts.named("turn", said.kind)
        if said.made:
            yield self._texts.named("said", said.made)
        if said.understood:
            yield self._texts("transcript.understood", answer=said.understood)
        if said.fate is not Fate.STANDS:
            yield self._texts.named("fate", said.fate)
