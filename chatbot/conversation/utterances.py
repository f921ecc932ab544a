"""Utterances: the messages that a conversation is made of, the same in every front end."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from chatbot.dialog.script import QuestionId


class Speaker(StrEnum):
    """Who says it."""

    BOT = "bot"
    PERSON = "person"


class Kind(StrEnum):
    """What an utterance is for; front ends may show each in its own way.

    `said` is what a person typed that is no answer, note or evidence; an `aside` behind it is the reply.
    `understood` says which answer other words were taken for; a report says that beside the words.
    From `vote` to `happened` are of a room; `happened` is something that was done there, such as coming in.
    """

    GREETING = "greeting"
    TOPIC = "topic"
    QUESTION = "question"
    ANSWER = "answer"
    UNDERSTOOD = "understood"
    REPLY = "reply"
    SUMMARY = "summary"
    NOTE = "note"
    EVIDENCE = "evidence"
    SAID = "said"
    ASIDE = "aside"
    CLOSING = "closing"
    ADVICE = "advice"
    VOTE = "vote"
    AGREEMENT = "agreement"
    DISSENT = "dissent"
    PARKED = "parked"
    ACTION = "action"
    HAPPENED = "happened"


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One message.

    Attributes:
        text: plain text; what a person typed is in it as typed, and is never markup.
        question: the question it belongs to, where it belongs to one.
        at: when, as the event that it comes from says; empty for what is not stored.
        who: for a person, the participant.
    """

    speaker: Speaker
    kind: Kind
    text: str
    question: QuestionId | None = None
    at: str = ""
    who: str = ""


def bot(kind: Kind, text: str, question: QuestionId | None = None, at: str = "") -> Utterance:
    """Something the bot says."""
    return Utterance(speaker=Speaker.BOT, kind=kind, text=text, question=question, at=at)


def person(
    kind: Kind, text: str, question: QuestionId | None = None, at: str = "", who: str = ""
) -> Utterance:
    """Something a person says."""
    return Utterance(speaker=Speaker.PERSON, kind=kind, text=text, question=question, at=at, who=who)
