"""Reasons in a checklist answer: "does not apply, because …" keeps what follows, verbatim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chatbot.dialog.understanding.checklists.lexicon import (
    All,
    Because,
    Described,
    Grade,
    Meaning,
    Named,
    Rest,
    Stop,
    Strange,
)
from chatbot.dialog.understanding.checklists.marks import Mark
from chatbot.dialog.understanding.words import Spoken
from chatbot.facts import Level

_FRINGE = " \t\r\n,;:-\u2013\u2014"


def with_reasons(found: Sequence[Mark], said: Spoken) -> list[Meaning]:
    """The meanings in order, each reason put into the level that it explains.

    A reason for anything but "does not apply" is a remark: it counts as one strange word.
    """
    told: list[Meaning] = []
    here = 0
    while here < len(found):
        meaning = found[here].meaning
        explained = _unexplained(told)
        if isinstance(meaning, Because):
            begins = explained is not None and (meaning.word or not _is_point(found[here + 1 : here + 2]))
            remark = meaning.word
        else:
            begins = explained is not None and meaning == Stop(comma=True) and _is_strange(found[here + 1 :])
            remark = False
        if not begins and not remark:
            if not isinstance(meaning, Because):
                told.append(meaning)
            elif isinstance(told[-1] if told else None, Named) and _is_point(found[here + 1 : here + 2]):
                told.append(Strange(spoils=True))  # numbers joined by a dash in a way that is no range
            here += 1
            continue
        end = _end(found, here + 1)
        if begins and explained is not None:
            grade = told[explained]
            assert isinstance(grade, Grade)
            reason = said.verbatim(found[here].end, found[end].start if end < len(found) else len(said.text))
            told[explained] = replace(grade, reason=_trimmed(reason))
            if _mentions_a_level(found[here + 1 : end]):
                told.append(Strange())
        else:
            told.append(Strange())
        here = end
    return told


def _unexplained(told: Sequence[Meaning]) -> int | None:
    """Where in the present clause "does not apply" was said, if nothing explained it so far."""
    at = len(told) - 1
    if told and isinstance(told[at], Stop):
        at -= 1
    while at >= 0 and not isinstance(told[at], Stop):
        meaning = told[at]
        if isinstance(meaning, Grade):
            unexplained = meaning.level is Level.NOT_APPLICABLE and not meaning.reason
            return at if unexplained else None
        at -= 1
    return None


def _end(found: Sequence[Mark], start: int) -> int:
    """Where a reason ends: before the first separator behind which items get levels again."""
    return next(
        (
            at
            for at in range(start, len(found))
            if isinstance(found[at].meaning, Stop) and _gives_a_level(found[at + 1 :])
        ),
        len(found),
    )


def _gives_a_level(found: Sequence[Mark]) -> bool:
    """Whether items and their level come next, with no strange word before both are there."""
    pointed = graded = False
    for mark in found:
        match mark.meaning:
            case Named() | All() | Rest():
                pointed = True
            case Grade():
                graded = True
            case Described():
                return True
            case Strange() | Because(word=True):
                return False
        if pointed and graded:
            return True
    return False


def _mentions_a_level(found: Sequence[Mark]) -> bool:
    """Whether a reason may hide the answer to another item."""
    kinds = {type(mark.meaning) for mark in found}
    return Grade in kinds and Named in kinds


def _is_point(found: Sequence[Mark]) -> bool:
    return bool(found) and isinstance(found[0].meaning, Named | All | Rest)


def _is_strange(found: Sequence[Mark]) -> bool:
    """Whether everything up to the next separator is strange."""
    kinds = []
    for mark in found:
        if isinstance(mark.meaning, Stop):
            break
        kinds.append(type(mark.meaning))
    return bool(kinds) and set(kinds) == {Strange}


def _trimmed(reason: str) -> str:
    """A reason without the marks around it; a bracket goes with the one that opened before the reason."""
    reason = reason.strip(_FRINGE)
    if reason.endswith(")") and reason.count(")") > reason.count("("):
        reason = reason[:-1]
    return reason.strip(_FRINGE)
