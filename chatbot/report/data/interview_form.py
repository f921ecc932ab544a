"""The report of one interview in JSON: its keys, in their order, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Raw, Struct

from chatbot.report.content.contents import Progress
from chatbot.report.content.redaction import Redaction
from chatbot.report.data.room_form import RoomForm
from chatbot.report.data.spoken_form import (
    AnswerSaid,
    ContradictionSaid,
    NoteSaid,
    SaidOfFact,
    TensionSaid,
    TurnSaid,
    Unanswered,
)
from chatbot.report.data.words_form import InWords
from chatbot.report.published import Report

VERSION: Final = 1
"""Changes when a key is removed or comes to mean something else."""

Conclusions: TypeAlias = Annotated[
    Raw, Meta(extra_json_schema={"anyOf": [{"$ref": "#/$defs/Assessed"}, {"type": "null"}]})
]
"""What `chatbot assess` prints, as it prints it."""


class LeftOutForm(Struct, frozen=True, kw_only=True):
    """What was not asked, because the interview was finished before its last question.

    Attributes:
        questions: the ids of the questions, in the order of the dialog.
        decided: whether no answer to them could have changed the recommendation or the commitment.
        warnings: the titles of the warnings that they could still have raised.
        says: all of it in a few sentences.
    """

    questions: tuple[str, ...]
    decided: bool
    warnings: tuple[str, ...]
    says: str


class InitiativeForm(Struct, frozen=True, kw_only=True):
    """What the interview is about, as it was said and as `chatbot assess` reads it.

    Attributes:
        title: as it was typed.
        ambition: the id of the value model aimed at.
        sector: the id of the sector, or words.
        distribution_applies: whether the initiative itself reaches customers through a channel.
    """

    title: str | None
    ambition: str | None
    sector: str | None
    distribution_applies: str | None


class AboutForm(Struct, frozen=True, kw_only=True):
    """What the interview is about, in words.

    Attributes:
        title: as it was typed; empty where it was not said.
        name: the same, short enough for a sentence; a general word where it was not said.
        ambition: the title of the value model aimed at; empty where none is known.
    """

    title: str
    name: str
    ambition: str


class WorkForm(Struct, frozen=True, kw_only=True):
    """What working on the recommended value model looks like.

    Attributes:
        model: its id.
        title: its title.
        delivers: what it brings.
        steps: a few imperative sentences.
        measure: what tells whether it pays.
        lens: the title of the lens of the sector; empty where there is none.
        here: what the value model is in that sector; empty where it has no counterpart there.
    """

    model: str
    title: str
    delivers: str
    steps: tuple[str, ...]
    measure: str
    lens: str
    here: str


class ReadingForm(Struct, frozen=True, kw_only=True):
    """Where the framework leaves open what a rule needs: how we read it.

    Attributes:
        subject: what it is about.
        statement: the rule in words; empty where the report says it elsewhere.
        reading: how we read it.
    """

    subject: str
    statement: str
    reading: str


class FrameworkForm(Struct, frozen=True, kw_only=True):
    """What the advice rests on, and what it is not.

    Attributes:
        title: the title of the framework.
        origin: where it comes from.
        idea: what it says, in a few sentences.
        readings: those of our readings that bear on this report.
        boundary: what the advice is not.
    """

    title: str
    origin: str
    idea: str
    readings: tuple[ReadingForm, ...]
    boundary: tuple[str, ...]


class SourceForm(Struct, frozen=True, kw_only=True):
    """A dialog or a framework that the interview was held with.

    Attributes:
        id: its id.
        title: its title.
        hash: the SHA-256 of its content, to which the interview is pinned.
    """

    id: str
    title: str
    hash: str


class ProvenanceForm(Struct, frozen=True, kw_only=True):
    """Where the report comes from.

    Attributes:
        interview: the id of the interview.
        dialog: the dialog.
        framework: the framework.
        program: the version of chatbot with which the interview was begun.
        first: when it was begun, as ISO 8601 with the zone.
        last: when something was recorded last.
        events: how many events the report is made of.
        participants: everybody whose words were recorded.
        unrecognised: by kind, how many events this version does not know and so does not show.
        again: the command that makes this report again.
    """

    interview: str
    dialog: SourceForm
    framework: SourceForm
    program: str
    first: str
    last: str
    events: int
    participants: tuple[str, ...]
    unrecognised: Mapping[str, int]
    again: str


class InterviewReport(Report, frozen=True, kw_only=True, tag="interview"):
    """The report of one interview.

    Of two interviews with the same answers, reports differ only in the words as they were typed, in whether
    something was typed or chosen, in times and in ids.

    Attributes:
        kind: what the report is about: one interview.
        version: the version of its form.
        progress: how far the interview is; while it is not finished, the advice may still change.
        waiting: how many questions still wait for an answer.
        left_out: what was not asked; null where nothing was left out.
        contradiction: which answers contradict each other; null where none do.
        redacted: the roles that stand in place of names; null where no names were to be replaced.
        redaction: what that means for its reader; null where no names were to be replaced.
        initiative: what the interview is about, by ids.
        about: the same in words.
        facts: by id, what was said of each fact, by the answers that count.
        assessment: what is concluded, by ids: the object that `chatbot assess` prints; null while two answers
            contradict each other.
        why: what lets the recommended value model be worked on, in words; null without an assessment.
        work: what that work looks like; null without an assessment.
        in_words: everything that is concluded, in words; null without an assessment.
        answers: every answer that was given, in order, also those that were changed later.
        notes: notes, evidence and remarks in force, in order.
        tensions: answers that do not fit together at first sight.
        unanswered: the questions on the path without an answer.
        transcript: everything that was said, in order; null where it was to be left out.
        room: what a room saw and agreed on; null where one person alone was interviewed.
        framework: what the advice rests on, and what it is not.
        provenance: where the report comes from.
    """

    version: Literal[1] = VERSION
    progress: Progress
    waiting: int
    left_out: LeftOutForm | None
    contradiction: ContradictionSaid | None
    redacted: tuple[str, ...] | None
    redaction: Redaction | None
    initiative: InitiativeForm
    about: AboutForm
    facts: Mapping[str, SaidOfFact]
    assessment: Conclusions
    why: str | None
    work: WorkForm | None
    in_words: InWords | None
    answers: tuple[AnswerSaid, ...]
    notes: tuple[NoteSaid, ...]
    tensions: tuple[TensionSaid, ...]
    unanswered: tuple[Unanswered, ...]
    transcript: tuple[TurnSaid, ...] | None
    room: RoomForm | None
    framework: FrameworkForm
    provenance: ProvenanceForm
