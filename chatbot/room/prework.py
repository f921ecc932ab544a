"""Pre-work: what people answered alone beforehand, taken into a room as their votes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from chatbot.dialog.answers import AnswerError, check_fit
from chatbot.dialog.ids import QuestionId
from chatbot.dialog.path import Route
from chatbot.dialog.script import OptionId, Question
from chatbot.errors import ChatbotError
from chatbot.interview.events import Evidenced, Known, Noted
from chatbot.interview.in_force import Given, answer_of
from chatbot.interview.interview import Interview
from chatbot.interview.kept import KeptAs
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.room_events import PersonId, Voted
from chatbot.interview.transfer import import_
from chatbot.interview.transfer_format import read_stream
from chatbot.room.ballots import Ballot, stances
from chatbot.room.room import Room


class Why(StrEnum):
    """Why an answer was not taken."""

    NOT_ASKED_HERE = "not_asked_here"
    """The room's dialog has no such question."""

    DOES_NOT_FIT = "does_not_fit"
    """The room's dialog offers something else to it."""

    SET_ASIDE = "set_aside"
    """Another answer of the same person put it off their path."""

    VOTED_SINCE = "voted_since"
    """The person has voted on it in the room, which counts more."""


class LeftOut(msgspec.Struct, frozen=True):
    """An answer that was not taken, with what was typed for it."""

    question: QuestionId
    why: Why
    words: str


class TakenIn(msgspec.Struct, frozen=True):
    """What came of taking an interview into a room.

    Attributes:
        votes: how many questions the person now has votes on that they had not, or had others on.
        notes: how many notes and pieces of evidence were added.
        left_out: the answers that were not taken.
    """

    votes: int
    notes: int
    left_out: tuple[LeftOut, ...]


class AnotherDialog(ChatbotError):
    """An interview that was held with another dialog than the room."""


_KEPT_AS: Final = {KeptAs.NOTE: Noted, KeptAs.REMARK: Noted, KeptAs.EVIDENCE: Evidenced}


def read_alone(file: Path) -> Interview:
    """An exported interview, read without keeping it.

    Raises:
        ChatbotError: the file cannot be read.
        TransferError: it is not as it was exported.
    """
    store = MemoryStore()
    try:
        with file.expanduser().open("rb") as stream:
            result = import_(store, read_stream(stream), source=str(file))
    except OSError as error:
        raise ChatbotError(
            f"The file cannot be read: {error.strerror}.",
            where=str(file),
            todo="Name a file that `chatbot export` wrote.",
        ) from error
    return Interview.resume(store, result.interview)


def take_in(room: Room, person: PersonId, alone: Interview) -> TakenIn:
    """Take what a person answered alone into a room as their votes, and what they noted as theirs.

    Everything that is new is stored at once, or nothing. The same interview again adds nothing; a later
    state of it adds what has changed.

    Raises:
        AnotherDialog: it was held with another dialog; its questions are not the room's.
    """
    check_dialog(room.interview, alone)
    room.follow()
    left_out: list[LeftOut] = []
    votes = list(_votes(room, person, alone, left_out))
    notes = list(_notes(room, person, alone))
    if votes or notes:
        room.take_over([(entry, person) for entry in (*votes, *notes)])
    return TakenIn(len(votes), len(notes), tuple(left_out))


def check_dialog(room: Interview, alone: Interview) -> None:
    """Refuse an interview that was held with another dialog than the room's.

    Raises:
        AnotherDialog: it was.
    """
    ours, theirs = room.held.script.dialog, alone.held.script.dialog
    if ours != theirs:
        raise AnotherDialog(
            f"Interview {alone.id} was held with {theirs}, and this room is held with {ours}.",
            todo=f"Ask for an interview held with {ours}.",
        )


def _votes(room: Room, person: PersonId, alone: Interview, left_out: list[LeftOut]) -> Iterator[Voted]:
    route = room.interview.held.manager.route
    now_called = _now_called(route)
    set_aside = frozenset(alone.state.path.set_aside)
    for question, given in alone.state.answers.items():
        asked = route.question.get(now_called.get(question, question))
        why = Why.NOT_ASKED_HERE if asked is None else Why.SET_ASIDE if question in set_aside else None
        voted = _voted(asked, given, alone) if asked and not why else None
        if voted and asked:
            fits = _fits(asked, voted)
            rest = _without_votes_since(room, person, voted) if fits else None
            if rest is None or rest != voted:
                why = Why.VOTED_SINCE if fits else Why.DOES_NOT_FIT
            if rest and not _has(room, person, rest):
                yield rest
        if why:
            left_out.append(LeftOut(question, why, given.words))


def _now_called(route: Route) -> dict[QuestionId, QuestionId]:
    return {old: question.id for question in route.question.values() for old in question.renamed_from}


def _voted(asked: Question, given: Given, alone: Interview) -> Voted:
    renamed = {old: option.id for option in asked.options for old in option.renamed_from}
    answer = given.answer
    return Voted(
        question=asked.id,
        option=OptionId(renamed.get(answer.option, answer.option)),
        levels=answer.levels,
        reasons=answer.reasons,
        text=answer.text,
        words=given.words,
        beforehand=alone.id,
    )


def _fits(asked: Question, voted: Voted) -> bool:
    try:
        check_fit(asked, answer_of(voted), whole=False)
    except AnswerError:
        return False
    return True


def _without_votes_since(room: Room, person: PersonId, voted: Voted) -> Voted | None:
    """The vote without the points on which the person has voted in the room; `None` where nothing is left."""
    since = {ballot for ballot, _ in stances(voted) if _voted_in_room(room, person, ballot)}
    if not since:
        return voted
    levels = {
        fact: level for fact, level in voted.levels.items() if Ballot(voted.question, fact) not in since
    }
    reasons = {fact: why for fact, why in voted.reasons.items() if fact in levels}
    return replace(voted, levels=levels, reasons=reasons) if levels else None


def _voted_in_room(room: Room, person: PersonId, ballot: Ballot) -> bool:
    vote = room.state.votes.latest(ballot).get(person)
    return vote is not None and not vote.beforehand


def _has(room: Room, person: PersonId, voted: Voted) -> bool:
    """Whether the person's votes are these already."""
    for ballot, _ in stances(voted):
        vote = room.state.votes.latest(ballot).get(person)
        if vote is None or not isinstance(vote.event.what, Voted):
            return False
        said = dict(stances(vote.event.what))
        if said.get(ballot) != dict(stances(voted))[ballot] or vote.words != voted.words:
            return False
    return True


def _notes(room: Room, person: PersonId, alone: Interview) -> Iterator[Known]:
    """Notes, evidence and remarks that the room has not got from this person yet."""
    route = room.interview.held.manager.route
    now_called = _now_called(route)
    there = [event.what for event in room.interview.state.events if event.who == person]
    for kept in alone.state.kept:
        about = now_called.get(kept.question, kept.question)
        entry = _KEPT_AS[kept.kind](
            text=kept.text, question=about if about in route.question else QuestionId("")
        )
        if entry not in there:
            yield entry
