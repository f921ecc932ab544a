"""Holding a session line by line: each line is a command, and what comes of it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

import msgspec

from chatbot.errors import ChatbotError
from chatbot.interview.events import Withdrawn
from chatbot.interview.room_events import Contested
from chatbot.interview.store_errors import StoreError
from chatbot.plain.channel import Channel, Typed
from chatbot.plain.room.grammar import (
    COMMENT,
    READS_ONLY,
    USAGE,
    NotUnderstood,
    Usage,
    Verb,
    hidden,
    misused,
    verb_of,
)
from chatbot.plain.room.lists import (
    show_agenda,
    show_contests,
    show_people,
    show_points,
    timing,
)
from chatbot.plain.room.recording import Recording
from chatbot.plain.room.running import Advice, Running
from chatbot.plain.room.showing import show_ballot
from chatbot.plain.room.table import Table
from chatbot.plain.room.voting import Voting
from chatbot.room.course import Course
from chatbot.room.told import told

_MOST_TOLD: Final = 5
_AWAY: Final = 60
"""Seconds without an entry after which a session that is taken up again was interrupted."""


class Held(msgspec.Struct, frozen=True):
    """How a linear session ended.

    Attributes:
        refused: the numbers of the lines that changed nothing because they were not understood or could not
            be done, from 1.
    """

    refused: tuple[int, ...]


class LinearRoom:
    """One session at one keyboard, or fed from a file of commands.

    Args:
        report: what to type in the shell for the report.
    """

    def __init__(self, course: Course, channel: Channel, advice: Advice, report: str) -> None:
        self._table = Table(course)
        self._room = course.room
        self._channel = channel
        self._line = 0
        self._refused: list[int] = []
        self._voting = Voting(self._table, channel)
        recording = Recording(self._table, channel)
        running = Running(self._table, channel, advice, report)
        self._acts: dict[Verb, Callable[[str], None]] = {
            **self._voting.acts,
            **recording.acts,
            **running.acts,
            Verb.NOTES: self._notes,
            Verb.PEOPLE: lambda rest: show_people(channel, self._table),
            Verb.AGENDA: lambda rest: show_agenda(channel, self._table),
            Verb.POINTS: lambda rest: show_points(channel, self._table),
            Verb.CONTESTS: lambda rest: show_contests(channel, self._table),
            Verb.HELP: self._help,
        }

    def begin(self) -> None:
        """Say who is expected, and what to do first."""
        self._channel.say(self._room.interview.held.script.title)
        show_people(self._channel, self._table)
        self._channel.say("Type next to begin, or help for the commands.")

    def go_on(self) -> None:
        """Take up a session; the time since its last entry counts for nothing."""
        state = self._room.state
        if self._room.interview.finished:
            self._channel.say("This session is closed. result shows its advice; reopen opens it again.")
            return
        last = datetime.fromisoformat(self._room.interview.state.events[-1].at)
        away = (self._room.now - last).total_seconds() > _AWAY
        if away and state.current and state.clock.running:
            self._room.go_on()
        self._channel.say(f"The session goes on where it stopped. {timing(self._table)}")
        self._warn_of_contests()
        show_ballot(self._channel, self._table)

    def run(self) -> Held:
        """Carry out lines until somebody stops, or the input ends."""
        while (typed := self._channel.ask(hidden)) is not None:
            self._line += 1
            if typed.remark:
                self._channel.say(typed.remark)
            self._tell_news()
            if not self._take(typed):
                break
        return Held(tuple(self._refused))

    def _take(self, typed: Typed) -> bool:
        """Carry out one line; gives whether to go on."""
        line = typed.words.strip()
        if not line or line.startswith(COMMENT):
            if self._channel.interactive and not typed.remark:
                self._channel.say("Type next, or help for the commands.")
            return True
        try:
            verb, rest = verb_of(line)
            if verb is Verb.QUIT:
                return False
            if self._room.interview.finished and verb not in READS_ONLY:
                raise NotUnderstood("The session is closed.", todo="reopen opens it again.")
            self._acts[verb](rest)
        except StoreError:
            raise
        except ChatbotError as error:
            self._refused.append(self._line)
            at = "" if self._channel.interactive else f"Line {self._line}: "
            self._channel.say(f"{at}{error} Nothing was changed.")
        return True

    def _tell_news(self) -> None:
        """What another terminal has entered since."""
        contests = len(self._room.state.contests)
        news = self._room.follow()
        entries = [event for event in news if not isinstance(event.what, Contested)]
        for event in entries[-_MOST_TOLD:]:
            if isinstance(event.what, Withdrawn):
                self._channel.say("Another terminal took a step back, or put one back.")
            else:
                self._channel.say(f"Another terminal entered {told(event, self._room.state.people)}.")
        if len(self._room.state.contests) > contests:
            self._warn_of_contests()

    def _warn_of_contests(self) -> None:
        if self._room.state.contests:
            self._channel.say("Different things were said of the same and wait for a decision; see contests.")

    def _notes(self, rest: str) -> None:
        sheet = self._table.here()
        facilitation = self._room.question(sheet.ballot.question).facilitator
        lines = [
            ("To say", facilitation.say if facilitation else ""),
            ("To listen for", facilitation.listen_for if facilitation else ""),
            ("To hear from", "; ".join(facilitation.hear_from) if facilitation else ""),
            ("Evidence", sheet.evidence),
            ("Why it is asked", sheet.why),
            ("What is meant", sheet.help),
        ]
        for heading, text in lines:
            if text:
                self._channel.say(f"{heading}: {text}")

    def _help(self, rest: str) -> None:
        if rest:
            try:
                verb, _ = verb_of(rest)
            except NotUnderstood:
                raise misused(Verb.HELP) from None
            self._channel.say(_usage(USAGE[verb]))
            return
        self._channel.say(
            "One command a line. A person is named by name, part of it, or letter. Lines that begin with # "
            "are passed over."
        )
        for usage in USAGE.values():
            self._channel.more(_usage(usage))


def _usage(usage: Usage) -> str:
    return f"{usage.typed}: {usage.does}"
