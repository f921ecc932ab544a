"""Events: the only thing that is stored of an interview. Nothing is ever rewritten."""

# The hints stay objects (no `from __future__ import annotations`): msgspec would compile each when it reads.

from enum import StrEnum
from typing import NewType, TypeAlias, get_args

import msgspec

from chatbot.dialog.ids import OptionId, QuestionId
from chatbot.facts import FactId, Level
from chatbot.interview.payload import Payload
from chatbot.interview.room_events import RoomEvent

InterviewId = NewType("InterviewId", str)
EventId = NewType("EventId", str)


class Started(Payload, frozen=True, kw_only=True, tag="started"):
    """The interview began, held with exactly these contents.

    Attributes:
        dialog: the dialog's id.
        dialog_hash: the content hash under which its files are pinned.
        framework: the framework's id.
        framework_hash: the content hash under which its files are pinned.
        program: the version of the program.
    """

    dialog: str
    dialog_hash: str
    framework: str
    framework_hash: str
    program: str


class Answered(Payload, frozen=True, kw_only=True, tag="answered"):
    """A question was answered; a later answer to the same question supersedes this one.

    Attributes:
        option: of a choice, the option; `unknown` also answers a text.
        levels: of a checklist, the level of each fact.
        reasons: for each fact that does not apply, why.
        text: of a text, what it states.
        words: what the person typed or chose, verbatim.
        remark: what of the words was said besides the answer, verbatim; kept as a note to the question.
    """

    question: QuestionId
    option: OptionId = OptionId("")
    levels: dict[FactId, Level] = msgspec.field(default_factory=dict)
    reasons: dict[FactId, str] = msgspec.field(default_factory=dict)
    text: str = ""
    words: str = ""
    remark: str = ""


class Noted(Payload, frozen=True, kw_only=True, tag="noted"):
    """Somebody added a note, to a question or to the whole interview.

    Attributes:
        tension: the tension of the framework that it explains, where it is an answer to the bot's question
            about one; earlier versions read it as a plain note.
        declined: whether it says that there is no explanation, or none yet.
    """

    text: str
    question: QuestionId = QuestionId("")
    tension: str = ""
    declined: bool = False


class Evidenced(Payload, frozen=True, kw_only=True, tag="evidence"):
    """Somebody named what shows that an answer is so: a document, a person, a date."""

    text: str
    question: QuestionId = QuestionId("")


class Made(StrEnum):
    """What the bot made of words that are no answer. One that a later version names reads as `replied`."""

    ASKED_BACK = "asked_back"
    """It asked what was meant, whether to record it, or for the rest."""

    NOT_UNDERSTOOD = "not_understood"
    """It said that it did not understand."""

    ASKED_HELP = "asked_help"
    """It was asked something, such as what the question means, and answered that."""

    WISHED = "wished"
    """It was asked to do something that leaves no other trace, such as to go back."""

    REPLIED = "replied"
    """They were said to what the bot had asked besides the question, such as a no."""

    @classmethod
    def _missing_(cls, value: object) -> "Made":
        return cls.REPLIED


class Uttered(Payload, frozen=True, kw_only=True, tag="said"):
    """Somebody typed words that are no answer, note or evidence. Nothing is ever concluded from them.

    There is nothing in it to undo, so an undo passes it by.

    Attributes:
        words: verbatim.
        question: the question that was asked then; empty where none was.
        made: what the bot made of them.
        reply: what the bot said to them, besides asking the question again; it may quote words.
    """

    words: str
    question: QuestionId = QuestionId("")
    made: Made
    reply: str = ""


class Skipped(Payload, frozen=True, kw_only=True, tag="skipped"):
    """A question was passed over; it stays unasked until somebody comes back to it."""

    question: QuestionId


class Withdrawn(Payload, frozen=True, kw_only=True, tag="withdrawn"):
    """An earlier event was undone; what it superseded is valid again.

    Where that event is itself a withdrawal, what it had undone is valid again.
    """

    event: EventId


class Finished(Payload, frozen=True, kw_only=True, tag="finished"):
    """The interview was closed with its advice.

    Attributes:
        left_out: the questions on the path that still waited for an answer; they count as not asked.
        decided: whether no answer to them could have changed the recommendation or the commitment.
    """

    left_out: tuple[QuestionId, ...] = ()
    decided: bool = False


class Reopened(Payload, frozen=True, kw_only=True, tag="reopened"):
    """A finished interview was opened again."""


class Unrecognised(msgspec.Struct, frozen=True, kw_only=True):
    """An event of a kind that this version does not know: kept, passed on, named to the user."""

    kind: str
    body: bytes


Known: TypeAlias = (
    Started | Answered | Noted | Evidenced | Uttered | Skipped | Withdrawn | Finished | Reopened | RoomEvent
)
What: TypeAlias = Known | Unrecognised


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened in an interview.

    Attributes:
        id: unique over all machines.
        seq: its place in the interview, from 1 without a gap.
        at: when, as ISO 8601 with the zone.
        who: the participant.
        what: what happened.
    """

    id: EventId
    seq: int
    at: str
    who: str
    what: What


class _Kind(msgspec.Struct):
    kind: str


_known: msgspec.json.Decoder[Known] = msgspec.json.Decoder(Known)
_kind = msgspec.json.Decoder(_Kind)
KINDS = frozenset(str(payload.__struct_config__.tag) for payload in get_args(Known))


def kind_of(what: What) -> str:
    """The kind of an event, as it is stored."""
    if isinstance(what, Unrecognised):
        return what.kind
    return str(what.__struct_config__.tag)


def encode_what(what: What) -> bytes:
    """The body of an event as JSON, in which `kind` says what it is."""
    return what.body if isinstance(what, Unrecognised) else msgspec.json.encode(what)


def decode_what(body: bytes | str) -> What:
    """Read a body back; an unknown kind is kept as it is.

    Raises:
        msgspec.MsgspecError: the body is not JSON, names no kind, or does not fit its kind.
    """
    kind = _kind.decode(body).kind
    if kind not in KINDS:
        return Unrecognised(kind=kind, body=body.encode() if isinstance(body, str) else body)
    return _known.decode(body)
