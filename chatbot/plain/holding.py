"""Holding an interview line by line: what is typed goes to the talk, what comes of it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, takewhile
from typing import Final

from chatbot.conversation.agreeing import Back, Which, heard_back
from chatbot.conversation.asking import Asking, OfferedItem
from chatbot.conversation.crossroads import ALL_ASKED, FINISHED
from chatbot.conversation.reply import Reply
from chatbot.conversation.review import review
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Kind, Speaker, Utterance
from chatbot.dialog.manager import REVIEW
from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.understood import Intent
from chatbot.facts import FactId, Level
from chatbot.interview.interview import Interview
from chatbot.plain.advising import show_advice
from chatbot.plain.channel import YOU, Channel, Typed
from chatbot.plain.showing import LETTERS, show_item, show_question, show_review
from chatbot.report.advice_text import Block

_KEPT_SHOWN: Final = 200


class Ending(StrEnum):
    """How a linear conversation ended."""

    FINISHED = "finished"
    LEFT = "left"
    """The person asked to stop."""

    RESTART = "restart"
    """The person wants to begin again; this interview stays as it is."""

    NO_INPUT = "no_input"
    """There is nothing more to read."""


@dataclass(frozen=True, slots=True)
class Commands:
    """What to type in the shell to go on later, and to have the report."""

    resume: str
    report: str
    delete: str


class Linear:
    """One conversation in the linear mode.

    Args:
        advice: gives the advice on an interview as it stands.
    """

    def __init__(
        self,
        talk: Talk,
        channel: Channel,
        commands: Commands,
        advice: Callable[[Interview], Iterable[Block]],
    ) -> None:
        self._talk = talk
        self._channel = channel
        self._commands = commands
        self._advice = advice
        self._point: FactId | None = None
        """The point of a checklist that was asked for last."""
        self._unheard: Typed | None = None
        """A line that was read for something else and was not for that."""

    def begin(self) -> None:
        """Greet, and ask the first question."""
        self._show(Reply(utterances=tuple(self._talk.so_far())))

    def go_on(self) -> None:
        """Take up an interview that was begun before."""
        told = list(self._talk.so_far())  # the talk has to know it all; the reader does already
        for before, said in pairwise(told):
            if said.kind is Kind.ASIDE and before.kind is not Kind.SAID:
                self._channel.say(said.text)  # but not what another version of the program has recorded
        state = self._talk.interview.state
        done = len(state.path.questions) - len(state.due)
        if self._is_finished():
            self._show_advice()
            self._show_what_is_next()
            return
        self._channel.say(
            f"We go on where you stopped: {done} of {len(state.path.questions)} questions are done. "
            "Type review to see your answers."
        )
        self._say_what_was_left(told)
        self._ask()

    def _say_what_was_left(self, told: Sequence[Utterance]) -> None:
        """What was said last, and led to nothing yet; what the bot replied to it is not asked any more."""
        left = list(takewhile(lambda one: one.kind in (Kind.SAID, Kind.ASIDE), reversed(told)))
        if any(one.kind is Kind.SAID for one in left):
            self._channel.say("You said this last, and it is kept, but it is no answer yet:")
            for one in reversed(left):
                if one.kind is Kind.SAID:
                    self._channel.say(one.text, speaker=YOU)

    def run(self) -> Ending:
        """Talk until the interview is finished, the person leaves, or the input ends."""
        while (typed := self._next()) is not None:
            if typed.remark:
                self._channel.say(typed.remark)
            ending = self._take(typed)
            if ending is not None:
                return ending
        return self._at_the_end_of_input()

    def _next(self) -> Typed | None:
        unheard, self._unheard = self._unheard, None
        return unheard or self._channel.ask()

    def _take(self, typed: Typed) -> Ending | None:
        if not typed.words.strip():
            self._nothing_typed(typed)
            return None
        was_finished = self._is_finished()
        item = self._open_item()
        level = _level(item, typed.words) if item else None
        if item and level:
            reply = self._talk.mark({item.fact: level}, {}, f"{item.label}: {_label(item, level)}")
        elif way := self._way(typed.words):
            reply = self._talk.perform(way)
        else:
            reply = self._talk.say(typed.words)
        if level and self._open_item() and not reply.kept:
            self._show_what_is_next()  # point by point, nobody needs to hear what is still missing
        else:
            self._show(reply)
        match reply.wants:
            case Intent.QUIT:
                return Ending.LEFT
            case Intent.RESTART:
                return self._begin_again()
            case Intent.ADVICE:
                self._show_advice()
                if self._is_finished() and not was_finished:
                    return Ending.FINISHED
                self._ask()
            case Intent.REVIEW:
                show_review(self._channel, review(self._talk.interview))
                self._ask()
            case Intent.REPORT:
                self._say_how_to_report()
        return None

    def _nothing_typed(self, typed: Typed) -> None:
        if typed.remark:
            return
        if self._talk.is_visiting:
            self._show(self._talk.keep())
        elif self._talk.asking:
            self._channel.say("Type an answer, or help.")
        else:
            self._show_what_is_next()

    def _show(self, reply: Reply) -> None:
        """Write what was said; what the person has just typed is on the screen already."""
        asked = self._talk.asking
        is_echo = not reply.kept
        for utterance in reply.utterances:
            if utterance.speaker is Speaker.PERSON:
                if not is_echo:
                    self._channel.say(utterance.text, speaker=YOU)
                is_echo = False
                continue
            if asked and utterance.kind is Kind.QUESTION and utterance.question == asked.id:
                self._show_question(asked)
            else:
                self._channel.say(utterance.text)
        if reply.kept and len(reply.kept) <= _KEPT_SHOWN:
            self._channel.say(f"Not recorded: {reply.kept}")
        if reply.wants is None:
            self._show_what_is_next()

    def _show_question(self, asked: Asking) -> None:
        show_question(self._channel, asked, self._talk.interview.held.script)
        self._point = None

    def _show_what_is_next(self) -> None:
        """The next point of a checklist, or what can be done when every question has been dealt with."""
        item = self._open_item()
        if item and self._talk.asking:
            if item.fact != self._point:
                show_item(self._channel, self._talk.asking, item)
                self._point = item.fact
        elif self._talk.asking is None:
            crossroads = FINISHED if self._is_finished() else ALL_ASKED
            self._channel.say(crossroads.says)
            for number, (label, _) in enumerate(crossroads.ways, start=1):
                self._channel.list(number, label)

    def _ask(self) -> None:
        """Ask again what is open."""
        if self._talk.asking:
            self._show_question(self._talk.asking)
        if self._talk.awaits_words:
            self._channel.say(self._talk.awaits)
        self._show_what_is_next()

    def _begin_again(self) -> Ending | None:
        """Ask before a new interview is begun."""
        self._channel.say(
            f"Begin a new interview? This one is kept. To go on with it: {self._commands.resume}. "
            f"To delete it: {self._commands.delete} (yes / no)"
        )
        typed = self._channel.ask()
        back = heard_back(typed.words) if typed else None
        if back == Back(Which.YES):
            return Ending.RESTART
        self._channel.say("Then we go on here.")
        if typed and typed.words.strip() and back != Back(Which.NO):
            self._unheard = typed  # they go on already
        else:
            self._ask()
        return None

    def _open_item(self) -> OfferedItem | None:
        """The point of a checklist that is asked for now."""
        asked = self._talk.asking
        if asked is None or asked.kind is not QuestionKind.CHECKLIST or self._talk.awaits_words:
            return None
        settled = self._talk.draft
        return next((item for item in asked.items if item.fact not in settled), None)

    def _way(self, words: str) -> Intent | None:
        """Where a bare number leads when no question is asked."""
        if self._talk.asking or self._talk.awaits_words:
            return None
        ways = (FINISHED if self._is_finished() else ALL_ASKED).ways
        numbered = (Intent(way) for number, (_, way) in enumerate(ways, 1) if words.strip() == str(number))
        return next(numbered, None)

    def _show_advice(self) -> None:
        show_advice(self._channel, self._advice(self._talk.interview))
        self._channel.gap()
        self._say_how_to_report()

    def _say_how_to_report(self) -> None:
        self._channel.say(
            f"For the report, type this in the shell: {self._commands.report}. The ending says the format: "
            ".md, .html, .pdf, .docx, or .json and .csv for programs. It never replaces a file unasked."
        )

    def _at_the_end_of_input(self) -> Ending:
        """A script of answers need not say that it is finished when nothing is left to ask."""
        if self._talk.is_visiting and self._talk.awaits_words:
            self._channel.say("The input ended before that was answered. It changes nothing.")
        elif not self._channel.interactive and self._talk.interview.state.stage == REVIEW:
            self._show(self._talk.perform(Intent.FINISH))
            if self._is_finished():
                self._show_advice()
        return Ending.FINISHED if self._is_finished() else Ending.NO_INPUT

    def _is_finished(self) -> bool:
        return self._talk.interview.finished


def _level(item: OfferedItem, words: str) -> Level | None:
    """The level that a bare number, or one of the letters, means for one point."""
    said = words.strip().casefold()
    for number, offered in enumerate(item.levels, start=1):
        if said in (str(number), LETTERS[offered.level]):
            return offered.level
    return None


def _label(item: OfferedItem, level: Level) -> str:
    return next(one.label for one in item.levels if one.level is level)
