"""What is on the wall before the first question: what this is, who is here, and how it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.chat.room.scene_lines import MEASURE
from chatbot.conversation.filling import title_of
from chatbot.facts import TITLE
from chatbot.room.course import Course
from chatbot.room.room import Room
from chatbot.visible import visible

_VOTE_FIRST: Final = (
    "Everybody answers for themselves: raise the card or the hand with the number of your answer.",
    "What people voted is shown when all have voted. Then the room talks, and agrees.",
)
_DISCUSS_FIRST: Final = (
    "The room talks about each question, and agrees on an answer.",
    "Where it helps, people vote as well: raise the card or the hand with the number of your answer.",
)
_BOTH: Final = (
    "“I don't know” is a good answer. Who does not share what was agreed says so, and it is written down.",
)


def welcome_lines(room: Room, course: Course, width: int) -> list[Line]:
    """The whole page."""
    return list(_lines(room, course, min(width, MEASURE + 8)))


def _lines(room: Room, course: Course, width: int) -> Iterator[Line]:
    script = room.interview.held.script
    known = room.interview.facts.get(TITLE)
    title = title_of(room.interview.facts) if known else script.title
    yield BLANK
    yield from paragraph(visible(title), width, Role.STRONG)
    schedule = room.state.schedule
    about = f"{len(room.interview.state.path.questions)} questions"
    if course.budget.minutes:
        about += f" · {schedule.minutes if schedule else course.budget.minutes} minutes"
    yield from paragraph(about, width, Role.MUTED)
    yield BLANK
    how = _DISCUSS_FIRST if schedule and schedule.discuss_first else _VOTE_FIRST
    for sentence in (*how, *_BOTH):
        yield from paragraph(sentence, width)
        yield BLANK
    begins, here = Span(" begins.  ", Role.MUTED), Span(" says who is here.", Role.MUTED)
    yield Line((Span("Space", Role.KEY), begins, Span("J", Role.KEY), here))
