"""Joining two logs of the same interview that were continued at two places."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from chatbot.interview.contesting import contests_between
from chatbot.interview.events import EventId, InterviewId
from chatbot.interview.store import Record, to_event, to_record
from chatbot.interview.store_errors import Conflict


class Relation(StrEnum):
    """What the log of another place has, compared with ours."""

    NOTHING_NEW = "nothing_new"
    """Every event of it is here."""

    CONTAINS = "contains"
    """It has all of ours, among others or in another order."""

    DIVERGED = "diverged"
    """Both have events that the other lacks."""

    ANOTHER = "another"
    """They begin differently, or an event is not the same in both: not logs of one interview."""


class Comparison(msgspec.Struct, frozen=True):
    """How two logs relate.

    Attributes:
        place: for `ANOTHER`, the sequence number here of the first event that is not the same.
    """

    relation: Relation
    place: int = 0


def compare(ours: Sequence[Record], theirs: Sequence[Record]) -> Comparison:
    """How the log of another place relates to ours."""
    by_id = {one.id: one for one in theirs}
    if not ours or not theirs or _placeless(ours[0]) != _placeless(theirs[0]):
        return Comparison(Relation.ANOTHER, 1)
    for one in ours:
        if one.id in by_id and _placeless(one) != _placeless(by_id[one.id]):
            return Comparison(Relation.ANOTHER, one.seq)
    here = {one.id for one in ours}
    if by_id.keys() <= here:
        return Comparison(Relation.NOTHING_NEW)
    return Comparison(Relation.CONTAINS if here <= by_id.keys() else Relation.DIVERGED)


def additions(ours: Sequence[Record], theirs: Sequence[Record]) -> tuple[list[Record], int]:
    """What to add to ours so that it has everything, with what the two places contest.

    Both logs are of one interview; events are recognised by their ids, wherever they stand.

    Returns:
        the records that follow ours, and how many of them say that two others are contested.
    """
    here, there = {one.id for one in ours}, {one.id for one in theirs}
    new = [one for one in theirs if one.id not in here]
    only_ours = [to_event(one) for one in ours if one.id not in there]
    known = here | there
    contests = [
        to_record(event)
        for event in contests_between(only_ours, [to_event(one) for one in new])
        if event.id not in known
    ]
    added = [replace(one, seq=seq) for seq, one in enumerate([*new, *contests], start=len(ours) + 1)]
    return added, len(contests)


def check_contains(interview: InterviewId, ours: Sequence[Record], records: Sequence[Record]) -> None:
    """Refuse records that lack one of ours, or have another under its id, or are not numbered from 1.

    Raises:
        Conflict: they do.
    """
    theirs = {one.id: (one.at, one.who, one.kind, one.body) for one in records}
    for one in ours:
        if theirs.get(one.id) != (one.at, one.who, one.kind, one.body):
            raise Conflict(interview, one.seq)
    for seq, one in enumerate(records, start=1):
        if one.seq != seq:
            raise Conflict(interview, seq)


def _placeless(record: Record) -> tuple[EventId, str, str, str, bytes]:
    return record.id, record.at, record.who, record.kind, record.body
