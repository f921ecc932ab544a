"""The tensions between the answers of an interview, and what was said when the bot asked about them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.facts import FactId
from chatbot.framework.model import Tension
from chatbot.framework.tensions import between
from chatbot.interview.events import Event, EventId, Noted
from chatbot.interview.held import Held
from chatbot.interview.state import State


class Voiced(msgspec.Struct, frozen=True):
    """One tension that holds.

    Attributes:
        facts: what was said that makes it hold.
        said: the notes in force that were made about it, oldest first.
    """

    tension: Tension
    facts: tuple[FactId, ...]
    said: tuple[tuple[Event, Noted], ...]


def tensions_of(held: Held, state: State) -> tuple[Tension, ...]:
    """The tensions that hold between at least two answers; a point of a checklist is an answer of its own.

    What one option of a choice says is one answer, so nobody is asked how it fits itself.
    """
    stated = _stated(state)
    holding = held.tensions.holding(stated)
    return tuple(one for one in holding if len(set(_answers(held, state, between(one, stated)))) > 1)


def voiced(held: Held, state: State) -> tuple[Voiced, ...]:
    """The same, each with its facts and with what was said about it."""
    notes = [(event, event.what) for event in state.notes if isinstance(event.what, Noted)]
    stated = _stated(state)
    return tuple(
        Voiced(
            tension,
            between(tension, stated),
            tuple((event, note) for event, note in notes if note.tension == tension.id),
        )
        for tension in tensions_of(held, state)
    )


def said_beside(held: Held, state: State) -> frozenset[EventId]:
    """The notes that a report need not list by themselves: about a tension that holds, or only put off."""
    shown = {event.id for one in voiced(held, state) for event, _ in one.said}
    return frozenset(
        event.id
        for event in state.notes
        if event.id in shown or (isinstance(event.what, Noted) and event.what.declined)
    )


def latest_behind(state: State, tension: Tension) -> QuestionId | None:
    """The question whose answer completed a tension: the latest of those that state its facts."""
    behind = {state.path.origin[fact] for fact in between(tension, _stated(state))}
    return max(behind, key=lambda one: state.answers[one].event.seq, default=None)


def _stated(state: State) -> dict[str, str]:
    return {str(fact): value for fact, value in state.path.facts.items()}


def _answers(held: Held, state: State, facts: tuple[FactId, ...]) -> Iterator[tuple[str, str]]:
    for fact in facts:
        question = held.manager.route.question[state.path.origin[fact]]
        yield question.id, fact if question.kind is QuestionKind.CHECKLIST else ""
