"""The budget of a session: its agenda as the room's clock uses it."""

from __future__ import annotations

from chatbot.errors import UsageError
from chatbot.room.agenda import Agenda, Held, Part
from chatbot.room.course import Budget
from chatbot.room.planning import Planner, plan
from chatbot.room.room import Room


def budget_of(room: Room) -> Budget:
    """What a session has time for, by the agenda that `chatbot prepare` makes for as many minutes.

    Where no agenda fits into them, every question is held in the room and may take the minutes that the
    dialog gives it, so the screen will say that it gets late.
    """
    schedule, held = room.state.schedule, room.interview.held
    minutes = schedule.minutes if schedule else 0
    wanted = {
        question.id: float(question.facilitator.minutes if question.facilitator else 2)
        for question in held.script.questions()
    }
    if not minutes:
        return Budget(questions=wanted)
    try:
        agenda = plan(Planner(held.script, held.assessor, {}), minutes)
    except UsageError:
        return Budget(minutes=minutes, questions=wanted)
    return _of(agenda)


def _of(agenda: Agenda) -> Budget:
    """An agenda as a budget.

    The clock begins with the first question and stands still in a break, so neither the opening nor breaks
    count, but for what one person answers for all: that is asked in the opening where it is still open.
    """
    asked_first = sum(one.minutes for one in agenda.before if one.held is Held.ONE)
    opening = max(agenda.of(Part.OPENING) - asked_first, 0)
    return Budget(
        minutes=agenda.minutes - opening - agenda.of(Part.BREAK),
        questions={id: float(one.minutes) for id, one in agenda.every().items()},
        before=frozenset(one.question for one in agenda.before if one.held is Held.BEFORE),
        discussing=agenda.of(Part.DISAGREEMENTS),
        closing=agenda.of(Part.CLOSING),
    )
