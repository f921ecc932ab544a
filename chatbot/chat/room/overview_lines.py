"""The lines of the facilitator's own screen: the question with its notes, and how the session stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.outline import outline
from chatbot.chat.room.desk import Desk
from chatbot.chat.side_lines import side_lines
from chatbot.interview.room_events import PersonId
from chatbot.room.offered import Sheet
from chatbot.room.outcomes import Task
from chatbot.room.steps import onward, waited_for
from chatbot.room.told import name_of
from chatbot.visible import visible

_OPEN: Final = 5
"""How many parked points and actions are shown at most, the latest of them."""


def question_lines(desk: Desk, width: int) -> list[Line]:
    """The present ballot."""
    sheet = desk.sheet
    if sheet is None:
        return paragraph("The room is not at a question now.", width, Role.MUTED)
    lines = paragraph(visible(sheet.ask), width, Role.STRONG)
    if sheet.point:
        lines += [BLANK, *paragraph(visible(sheet.point), width, Role.STRONG)]
    return [*lines, BLANK]


def vote_lines(desk: Desk, width: int) -> list[Line]:
    """Who said what on it, also before it is shown to the room."""
    sheet = desk.sheet
    return list(_votes(desk, sheet, width)) if sheet and desk.takes_votes else []


def overview_lines(desk: Desk, width: int) -> list[Line]:
    """What comes next, what is open, and what follows so far."""
    lines = list(_next(desk, width))
    outcomes, ballot = desk.room.state.outcomes, desk.ballot
    lines += _tasks(desk, "Parked", outcomes.parked, width)
    lines += _tasks(desk, "To do", outcomes.actions, width)
    question = ballot.question if ballot else None
    return [*lines, *side_lines(outline(desk.room.interview, question), width, 0)]


def _votes(desk: Desk, sheet: Sheet, width: int) -> Iterator[Line]:
    room = desk.room
    state = room.state
    votes, now = state.votes.latest(sheet.ballot), state.votes.round_of(sheet.ballot)
    shown = "shown to all" if state.votes.is_revealed(sheet.ballot) else "not shown yet"
    yield _heading("Votes", shown)
    for offer in sheet.offers:
        names = [
            desk.name(person.id) + ("" if votes[person.id].round == now else "°")
            for person in state.people
            if person.id in votes and votes[person.id].stance.value == offer.value
        ]
        if names:
            count = Span(f"  {len(names)} ", Role.STRONG)
            yield from paragraph(visible(offer.label), width, lead=(count,))
            yield from paragraph(", ".join(names), width, Role.ACCENT, lead=(Span("    "),))
    missing = [desk.name(person) for person in waited_for(desk.course)]
    if missing:
        yield from paragraph(f"Not yet: {', '.join(missing)}", width, Role.MUTED, lead=(Span("  "),))
    if any(vote.round != now for vote in votes.values()):
        yield Line((Span("  ° said before this vote", Role.MUTED),))
    agreement = state.outcomes.agreement(sheet.ballot)
    if agreement:
        lead = (Span("  ✓ Agreed: ", Role.GOOD),)
        yield from paragraph(visible(sheet.label(agreement.stance)), width, Role.STRONG, lead=lead)
    yield BLANK


def _next(desk: Desk, width: int) -> Iterator[Line]:
    step = onward(desk.course)
    following = desk.sheet_of(step.ballot) if step.ballot else None
    if following:
        yield _heading("Next", "")
        yield from paragraph(visible(following.point or following.ask), width, lead=(Span("  "),))
        yield BLANK


def _tasks(desk: Desk, title: str, tasks: Sequence[Task], width: int) -> Iterator[Line]:
    waiting = [task for task in tasks if task.settled is None]
    if not waiting:
        return
    yield _heading(title, str(len(waiting)))
    people = desk.room.state.people
    for task in waiting[-_OPEN:]:
        owner = name_of(task.owner, people) if people.get(PersonId(task.owner)) else task.owner
        by = " · ".join(part for part in (owner, task.due) if part)
        text = f"{task.text} ({by})" if by else task.text
        yield from paragraph(visible(text), width, lead=(Span("  "),))
    yield BLANK


def _heading(title: str, beside: str) -> Line:
    return Line((Span(title, Role.HEADING), Span(f"  {beside}", Role.MUTED)))
