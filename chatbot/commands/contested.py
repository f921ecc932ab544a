"""What is said when joined logs contest each other: which entries differ, and where a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from chatbot.commands.again import command
from chatbot.conversation.telling import answer_in_words
from chatbot.interview.events import Answered, Event, InterviewId, Skipped
from chatbot.interview.in_force import answer_of
from chatbot.interview.interview import Interview
from chatbot.interview.room_events import Scheduled
from chatbot.interview.store import Store
from chatbot.room.people import FACILITATOR
from chatbot.visible import on_one_line, visible

_LONGEST: Final = 80


def told_of_contests(opened: Store, id: InterviewId, store: Path | None) -> Iterator[str]:
    """Lines about what waits for a decision; nothing where nothing does.

    Args:
        opened: where the interview is.
        store: what `--store` said, for the command to go on with.
    """
    interview = Interview.resume(opened, id, who=FACILITATOR)  # reads only, be it a room or not
    contests = interview.state.contests
    if not contests:
        return
    if any(isinstance(event.what, Scheduled) for event in interview.state.events[:2]):
        again = command("facilitate", "--resume", id, store=store)
        yield f"To decide, press C in the session, or type contests line by line: {again}"
        return
    for contest in contests:
        first, second = interview.state.event(contest.first), interview.state.event(contest.second)
        if first and second and isinstance(first.what, Answered | Skipped):
            question = interview.held.manager.route.question[first.what.question]
            yield visible(
                f"{question.id}: {_said(interview, first)} counts, {_said(interview, second)} does not."
            )
    again = command("interview", "--resume", id, store=store)
    yield f"To decide otherwise, answer the question anew: {again}"


def _said(interview: Interview, event: Event) -> str:
    """What an entry of somebody alone says to a question."""
    if not isinstance(event.what, Answered):
        return "to pass it over" if isinstance(event.what, Skipped) else "a step back"
    question = interview.held.manager.route.question[event.what.question]
    answer = answer_in_words(interview.held.script, question, answer_of(event.what))
    return f"“{on_one_line(answer, _LONGEST)}”"
