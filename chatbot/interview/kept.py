"""What people add beside their answers: notes, evidence, and remarks made while answering."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from chatbot.dialog.ids import QuestionId
from chatbot.interview.events import Event


class KeptAs(StrEnum):
    """What it is."""

    NOTE = "note"
    EVIDENCE = "evidence"
    REMARK = "remark"


class Kept(msgspec.Struct, frozen=True):
    """One of them.

    Attributes:
        text: word for word.
        question: the question that it belongs to; empty for the interview as a whole.
        event: the event that says so, with its time and who.
    """

    kind: KeptAs
    text: str
    question: QuestionId
    event: Event
