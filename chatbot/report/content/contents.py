"""The content of a report, as plain data: every format shows the same, and none decides anything.

Texts are plain text. What a person typed is in them as typed; each format makes it safe in its own way.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from chatbot.facts import FactId, Statement
from chatbot.framework.contract import Json
from chatbot.report.content.judged import Finding, Judged
from chatbot.report.content.left_out import LeftOut
from chatbot.report.content.readings import Reading
from chatbot.report.content.spoken import Spoken
from chatbot.report.content.tensions import TensionText

if TYPE_CHECKING:
    from chatbot.report.content.room import RoomView  # few interviews are a room's


class Progress(StrEnum):
    """How far the interview is that a report is made of."""

    FINISHED = "finished"
    UNFINISHED = "unfinished"
    CONTRADICTORY = "contradictory"


class Initiative(Struct, frozen=True, kw_only=True):
    """What the interview is about.

    Attributes:
        title: as it was typed; empty where it was not said.
        name: the same, short enough for a sentence; a general word where it was not said.
        ambition: the title of the value model aimed at; empty where none is known.
        sector: the title of the lens, or the sector in the person's words; empty where not said.
    """

    title: str
    name: str
    ambition: str
    sector: str


class Contradiction(Struct, frozen=True, kw_only=True):
    """Two answers that cannot both be so, which is why nothing is concluded yet."""

    says: str
    between: tuple[Finding, ...]


class Framing(Struct, frozen=True, kw_only=True):
    """What every report says of the framework.

    Attributes:
        readings: those that bear on this report.
        boundary: what the advice is not, one sentence or two each.
    """

    title: str
    origin: str
    idea: str
    readings: tuple[Reading, ...]
    boundary: tuple[str, ...]


class Source(Struct, frozen=True, kw_only=True):
    """A dialog or a knowledge base.

    Attributes:
        id: its id.
        title: its title.
        hash: the SHA-256 of its content, to which the interview is pinned.
    """

    id: str
    title: str
    hash: str


class Provenance(Struct, frozen=True, kw_only=True):
    """Where a report comes from. Its times are those of the events, so that it can be made again.

    Attributes:
        program: the version with which the interview was begun.
        events: how many events the report is made of.
        unrecognised: by kind, how many of them this version does not know.
        again: the command that makes this report again.
    """

    interview: str
    dialog: Source
    framework: Source
    program: str
    first: str
    last: str
    events: int
    participants: tuple[str, ...]
    unrecognised: tuple[tuple[str, int], ...]
    again: str


class Content(Struct, frozen=True, kw_only=True):
    """One report.

    Attributes:
        progress: whether the advice is final.
        waiting: how many questions still wait for an answer.
        contradiction: what contradicts what, if something does.
        statements: what was said of each fact, by the answers that count.
        assessment: the conclusions as other programs read them, exactly as `chatbot assess` gives them;
            nothing while two answers contradict each other.
        judged: the same in words.
        spoken: the conversation.
        room: the room's view; nothing where one person alone was interviewed.
        tensions: answers that do not fit together at first sight, with what explains them.
        left_out: what was not asked, where the interview was finished before its last question.
        redacted: the roles that stand in place of names; nothing where no names were to be replaced.
        given: how many names to replace were given by whoever made the report.
    """

    initiative: Initiative
    progress: Progress
    waiting: int
    contradiction: Contradiction | None
    statements: Mapping[FactId, Statement]
    assessment: Mapping[str, Json] | None
    judged: Judged | None
    spoken: Spoken
    room: RoomView | None = None
    tensions: tuple[TensionText, ...]
    left_out: LeftOut | None
    redacted: tuple[str, ...] | None = None
    given: int = 0
    framing: Framing
    provenance: Provenance
