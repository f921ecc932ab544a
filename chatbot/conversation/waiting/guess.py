"""Waiting for which of the likely readings was meant, when words were not certain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from chatbot.conversation.agreeing import Which, chosen, heard_back, plain
from chatbot.conversation.hints import describe
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, Speaker, bot
from chatbot.conversation.waiting.awaited import Awaited
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Heard, Intent

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_KEEPING: Final = frozenset({Intent.NOTE, Intent.EVIDENCE})
_FILLERS: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "it",
        "that",
        "this",
        "as",
        "my",
        "our",
        "i",
        "mean",
        "meant",
        "please",
        "is",
        "was",
        "to",
        "of",
    ]
)


class Reading(msgspec.Struct, frozen=True):
    """One thing that words may have been.

    Attributes:
        says: how it is said back.
        take: does it, given the floor and the words.
        records: whether it records something, so that a bare yes does not choose it among several.
        heard: what was understood for it; `None` where it is no answer and no wish.
    """

    says: str
    take: Callable[[Floor, str], Reply]
    records: bool = True
    heard: Heard | None = None


class Guess(msgspec.Struct, frozen=True):
    """The next words say which reading is right, or are something new.

    Attributes:
        readings: the best one first; one or two.
        words: what they are readings of.
        then: what was awaited before, and is again if none of the readings is right.
    """

    readings: tuple[Reading, ...]
    words: str
    then: Awaited | None = None
    insists: bool = True
    given_up: str = ""

    @property
    def asks(self) -> str:
        """The readings, to choose from by number."""
        if len(self.readings) == 1:
            return f"Did you mean: {self.readings[0].says}? (yes / no)"
        best, other = self.readings
        return f"Did you mean 1. {best.says}, or 2. {other.says}? (1 / 2 / no)"

    @property
    def ready(self) -> tuple[tuple[str, str], ...]:
        """The readings, and neither of them."""
        said = ("the first", "the second")
        offers = ((one.says[:1].upper() + one.says[1:], said[at]) for at, one in enumerate(self.readings))
        return (*offers, ("None of these" if len(self.readings) > 1 else "No", "no"))

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Take the reading that is meant; a no asks the question again, and what follows it is heard."""
        back = heard_back(said.words)
        at = self._chosen(said.words)
        if at is not None:
            return self._taken(floor, self.readings[at], said, back.rest if back else "")
        if back is None or (back.rest and said.authored):
            return self._elsewhere(floor, said)
        match back.which:
            case Which.NO:
                return self._denied(floor, said, back.rest)
            case Which.YES if len(self.readings) == 1 or not self.readings[1].records:
                return self._taken(floor, self.readings[0], said, back.rest)
            case Which.YES:
                floor.wait_for(self)
                return floor.aside(f"Which of the two? {self.asks}").after(floor.echo(said.words))
        return None

    def _chosen(self, words: str) -> int | None:
        """Which of the readings is named, by its place or in its own words.

        Of a single reading, a number is an answer to the question.
        """
        place = chosen(words)
        if place is not None:
            fits = place <= len(self.readings) and (len(self.readings) > 1 or not _has_digit(words))
            return place - 1 if fits and place else None
        named = _named(words)
        fitting = [at for at, one in enumerate(self.readings) if named and named <= _named(one.says)]
        return fitting[0] if len(fitting) == 1 and len(self.readings) > 1 else None

    def _taken(self, floor: Floor, reading: Reading, said: Said, rest: str) -> Reply:
        echo = floor.echo(said.words)
        reply = reading.take(floor, self.words)
        spoken = reply.utterances
        told = dropwhile(lambda one: one.speaker is Speaker.PERSON, spoken)  # what the guess was about
        reply = replace(reply, utterances=(echo, *told))
        if rest and _leads_to(floor, reading):
            from chatbot.conversation.hearing import hear_rest

            more = hear_rest(floor, rest, said.words)
            if more is not None:
                return Reply(
                    utterances=(*reply.utterances, *more.utterances), wants=more.wants, kept=more.kept
                )
        return reply

    def _denied(self, floor: Floor, said: Said, rest: str) -> Reply:
        floor.wait_for(self.then)
        if rest:
            from chatbot.conversation.hearing import hear_rest

            denied = [reading.heard for reading in self.readings if reading.heard]
            reply = hear_rest(floor, rest, said.words, denied)
            if reply is not None:
                return reply
        echo = floor.echo(said.words)
        sorry = bot(Kind.ASIDE, "Then I did not understand it. Say it in other words.", floor.question)
        if self.then is not None and self.then.insists:
            return Reply(utterances=(echo, sorry, bot(Kind.ASIDE, self.then.asks, floor.question)))
        return Reply(utterances=(echo, sorry, floor.ask_again()))

    def _elsewhere(self, floor: Floor, said: Said) -> Reply | None:
        """New words for the answer that the guess would change."""
        target = _leads_to(floor, self.readings[0])
        if target is None or said.wish or said.answer:
            return None
        from chatbot.conversation.waiting.correction import answer_at, propose

        heard = answer_at(floor, target, said.words)
        return propose(floor, target, heard, said.words) if heard else None


def guess(floor: Floor, said: Said, then: Awaited | None = None) -> Guess | None:
    """What to ask about words that are not certain; nothing where no reading of them can be offered."""
    heard = [one for one in (said.understood.heard, said.understood.runner_up) if one is not None]
    readings = {one.says: one for one in map(partial(meant, floor), reversed(heard)) if one is not None}
    ordered = tuple(reversed(readings.values()))
    return Guess(ordered[:2], said.words, then) if ordered else None


def meant(floor: Floor, heard: Heard) -> Reading | None:
    """Something that was understood, as a reading; `None` where it cannot be said back."""
    says = describe(floor, heard)
    if not says:
        return None
    if heard.intent is None:
        return Reading(says, partial(_answered, heard=heard), heard=heard)
    records = heard.intent in _KEEPING
    return Reading(says, partial(_wished, heard=heard), records=records, heard=heard)


def _answered(floor: Floor, words: str, *, heard: Heard) -> Reply:
    from chatbot.conversation.answering import take_answer

    return take_answer(floor, heard, words)


def _wished(floor: Floor, words: str, *, heard: Heard) -> Reply:
    from chatbot.conversation.wishes import carry_out_typed

    assert heard.intent is not None  # see `meant`
    return carry_out_typed(floor, heard.intent, heard.target, words)


def _leads_to(floor: Floor, reading: Reading) -> QuestionId | None:
    """The question whose answer a wish would change."""
    from chatbot.conversation.turning_back import named

    heard = reading.heard
    if heard is None or heard.intent not in (Intent.CHANGE, Intent.BACK) or not heard.target:
        return None
    return named(floor.interview, heard.target)


def _named(words: str) -> frozenset[str]:
    return frozenset(plain(words).translate(_MARKS).split()) - _FILLERS


_MARKS: Final = str.maketrans("", "", "\u201c\u201d\"'()?")


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))
