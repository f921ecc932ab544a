"""What a linear session does as a whole: time, steps back, its result, decisions, and its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from chatbot.interview.interview import Interview
from chatbot.interview.room_events import Scheduled
from chatbot.plain.advising import show_advice
from chatbot.plain.channel import Channel
from chatbot.plain.room.grammar import NotUnderstood, Verb, misused
from chatbot.plain.room.lists import timing
from chatbot.plain.room.table import Table
from chatbot.report.advice_text import Block
from chatbot.room.told import told

_LONGEST_SESSION: Final = 300
"""Minutes, as for `--minutes`."""

_WHICH: Final = {"first": 0, "1": 0, "second": 1, "2": 1}

Advice = Callable[[Interview], Iterable[Block]]


class Running:
    """Carries out the commands about the session itself.

    Args:
        advice: gives the advice on an interview as it stands.
        report: what to type in the shell for the report.
    """

    def __init__(self, table: Table, channel: Channel, advice: Advice, report: str) -> None:
        self._table = table
        self._room = table.room
        self._channel = channel
        self._advice = advice
        self._report = report

    @property
    def acts(self) -> Mapping[Verb, Callable[[str], None]]:
        """What carries out each command, given what follows it on its line."""
        return {
            Verb.MINUTES: self._minutes,
            Verb.PAUSE: self._pause,
            Verb.GO_ON: self._go_on,
            Verb.UNDO: self._undo,
            Verb.REDO: self._redo,
            Verb.RESULT: self._result,
            Verb.RESOLVE: self._resolve,
            Verb.FINISH: self._finish,
            Verb.REOPEN: self._reopen,
        }

    def _minutes(self, rest: str) -> None:
        if not rest.isdecimal() or int(rest) > _LONGEST_SESSION:
            raise misused(Verb.MINUTES)
        schedule = self._room.state.schedule or Scheduled()
        self._room.schedule(int(rest), discuss_first=schedule.discuss_first)
        self._channel.say(f"The session is {int(rest)} minutes long." if int(rest) else "No clock runs.")

    def _pause(self, rest: str) -> None:
        if not self._room.state.clock.running:
            raise NotUnderstood("The clock stands still already.", todo="go on sets it going.")
        self._room.pause()
        self._channel.say("Paused; go on sets the clock going again.")

    def _go_on(self, rest: str) -> None:
        if self._room.state.clock.running or self._room.state.current is None:
            raise NotUnderstood("The clock is not stopped.", todo="pause stops it.")
        self._room.go_on()
        self._channel.say(f"The clock goes on. {timing(self._table)}")

    def _undo(self, rest: str) -> None:
        event = self._room.undo()
        if event is None:
            raise NotUnderstood("There is nothing to undo.")
        self._channel.say(f"Undone: {told(event, self._room.state.people)}. redo puts it back.")

    def _redo(self, rest: str) -> None:
        event = self._room.redo()
        if event is None:
            raise NotUnderstood("There is nothing to put back.")
        self._channel.say(f"Put back: {told(event, self._room.state.people)}.")

    def _result(self, rest: str) -> None:
        wanted = rest.casefold()
        if wanted not in ("", "show", "hide"):
            raise misused(Verb.RESULT)
        if self._room.interview.finished:
            self._show_result()
            return
        if wanted:
            self._room.show_result(wanted == "show")
        if self._room.state.result_shown:
            self._show_result()
        else:
            self._channel.say("The result is hidden; result show shows it.")

    def _resolve(self, rest: str) -> None:
        contests = self._room.state.contests
        number, _, which = rest.partition(" ")
        if not number.isdecimal() or which.strip().casefold() not in _WHICH:
            raise misused(Verb.RESOLVE)
        if not 0 < int(number) <= len(contests):
            raise NotUnderstood("No such entries wait for a decision.", todo="contests lists them.")
        contest = contests[int(number) - 1]
        kept = (contest.first, contest.second)[_WHICH[which.strip().casefold()]]
        self._room.resolve(contest, kept)
        left = len(self._room.state.contests)
        self._channel.say(f"Decided; the other one stays in the log. {left or 'Nothing'} more to decide.")

    def _finish(self, rest: str) -> None:
        if rest.casefold() not in ("", "anyway"):
            raise misused(Verb.FINISH)
        left = len(self._room.interview.state.due)
        if left and not rest:
            questions = "question is" if left == 1 else "questions are"
            raise NotUnderstood(
                f"{left} {questions} still without an answer.", todo="finish anyway closes the session."
            )
        if self._room.state.contests and not rest:
            raise NotUnderstood(
                "Entries of two terminals differ.",
                todo="contests shows them; finish anyway closes the session.",
            )
        self._room.finish()
        self._show_result()
        self._channel.gap()
        self._channel.say(f"The session is closed. For the report, type this in the shell: {self._report}")

    def _reopen(self, rest: str) -> None:
        if not self._room.interview.finished:
            raise NotUnderstood("The session is open.")
        self._room.reopen()
        self._channel.say("The session is open again.")

    def _show_result(self) -> None:
        if self._room.interview.assessment() is None:
            self._channel.say("Two answers contradict each other, so nothing follows yet.")
        else:
            show_advice(self._channel, self._advice(self._room.interview))
