"""The exchange: what the interview screen shows of a conversation, turn by turn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatbot.chat.entries import Entry, entries
from chatbot.conversation.asking import Asking
from chatbot.conversation.crossroads import ALL_ASKED, FINISHED, Crossroads
from chatbot.conversation.reply import Reply
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Kind, Speaker, Utterance
from chatbot.dialog.script import OptionId, QuestionId
from chatbot.dialog.understanding.understood import Intent
from chatbot.facts import FactId, Level
from chatbot.interview.interview import Interview

_IN_ONE_LINE: Final = re.compile(r"\s*\([^()]* / [^()]*\)$")
"""How what can be said is listed where there is no card: "(yes / no)"."""


class Turn(Struct, frozen=True):
    """What one turn brings.

    Attributes:
        entries: for the transcript.
        wants: what to open.
        kept: words that belong back into the prompt.
        refused: whether something was to be recorded and was not.
        aside: whether the bot asks or says something that is not just the course of the interview.
    """

    entries: tuple[Entry, ...]
    wants: Intent | None = None
    kept: str = ""
    refused: bool = False
    aside: bool = False


class Exchange:
    """Passes on what the person does, and turns the replies into entries.

    What is asked stands on the card, be it the question or something besides it; it is held back here, and
    goes into the transcript in front of whatever is said to it.
    """

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self._talk = Talk(interview)
        self._held_back: Utterance | None = None
        self._spoke: Speaker | None = None

    @property
    def asking(self) -> Asking | None:
        """The question for the card; `None` where nothing is asked."""
        return self._talk.asking

    @property
    def coming(self) -> tuple[QuestionId, ...]:
        """The question in view, and the one that most likely comes after it."""
        asked = self._talk.question
        after = (one for one in self.interview.state.due if one != asked)
        return () if asked is None else (asked, *islice(after, 1))

    def get_ready(self, question: QuestionId) -> None:
        """Load what words typed at a question will need; takes time, and may run beside everything."""
        from chatbot.dialog.understanding.preparing import get_ready

        held = self.interview.held
        get_ready(held.script, held.manager.route.question[question])

    def get_ready_for_names(self) -> None:
        """Load what tells the questions apart, for words that name one; takes time too."""
        from chatbot.dialog.understanding.learning import questions_classifier

        questions_classifier(self.interview.held.script)

    @property
    def draft(self) -> dict[FactId, Level]:
        """The levels of a checklist that were said but are not recorded yet."""
        return self._talk.draft

    @property
    def finished(self) -> bool:
        """Whether the interview is finished."""
        return self.interview.finished

    @property
    def gone_back(self) -> bool:
        """Whether the question on the card is one that was gone back to."""
        return self._talk.is_visiting

    @property
    def awaits_words(self) -> bool:
        """Whether the next words are not about the question itself, such as a reason, or yes or no."""
        return self._talk.awaits_words

    @property
    def besides(self) -> Crossroads | None:
        """What is asked besides the question and can be answered with one key; nothing where it cannot."""
        ready = self._talk.ready
        return Crossroads(on_card(self._talk.awaits, ready), ready) if ready else None

    @property
    def may_finish(self) -> bool:
        """Whether the bot has offered to finish, and the question in view goes on with the interview."""
        if not self._talk.awaits or self._talk.awaits_words:
            return False
        from chatbot.conversation.waiting.finishing import OFFER

        return self._talk.awaits == OFFER

    @property
    def for_words(self) -> bool:
        """Whether what is awaited takes words only, so that a number is not for the card."""
        return self.awaits_words and self.besides is None

    @property
    def crossroads(self) -> Crossroads | None:
        """The ways for the card instead of a question; `None` where the question stands on it."""
        if self.besides or self.asking:
            return self.besides
        return FINISHED if self.finished else ALL_ASKED

    @property
    def question(self) -> QuestionId | None:
        """The question on the card."""
        return self._talk.question

    def so_far(self) -> tuple[Entry, ...]:
        """Everything that was said until now, but the question on the card."""
        return self._entries(self._talk.so_far())

    def say(self, words: str, marked: dict[FactId, Level]) -> Turn:
        """Pass on what was typed.

        Args:
            marked: levels of a checklist that were marked on the card meanwhile.
        """
        self._talk.sketch(marked)
        return self._turn(self._talk.say(words))

    def choose(self, option: OptionId) -> Turn:
        """Pass on an option."""
        before = len(self.interview.state.events)
        turn = self._turn(self._talk.choose(option))
        return replace(turn, refused=not self._talk.awaits and len(self.interview.state.events) == before)

    def mark(self, levels: dict[FactId, Level], reasons: dict[FactId, str]) -> Turn:
        """Pass on a checklist."""
        return self._turn(self._talk.mark(levels, reasons))

    def visit(self, question: QuestionId) -> Turn:
        """Go to a question."""
        return self._turn(self._talk.visit(question))

    def keep(self) -> Turn:
        """Leave a question that was gone back to as it is."""
        return self._turn(self._talk.keep())

    def perform(self, intent: Intent) -> Turn:
        """Pass on an intent."""
        return self._turn(self._talk.perform(intent))

    def _turn(self, reply: Reply) -> Turn:
        aside = any(one.kind is Kind.ASIDE and one.speaker is Speaker.BOT for one in reply.utterances)
        told = self._entries(reply.utterances)
        return Turn(told, reply.wants, reply.kept, refused=bool(reply.kept), aside=aside)

    def _entries(self, told: Iterable[Utterance]) -> tuple[Entry, ...]:
        new = list(told)
        if not new:
            return ()
        held, self._held_back = self._held_back, None
        if held and [utterance.kind for utterance in new] != [Kind.QUESTION]:
            new.insert(0, held)  # something is said to it, not only another question put in its place
        new = [*new[:-1], *self._asked_apart(new[-1])]
        shown = list(entries(new, self._topic_of, self._spoke))
        if self._is_on_card(new[-1]):
            self._held_back = new.pop()
            shown.pop()
        if new:
            self._spoke = new[-1].speaker
        return tuple(shown)

    def _is_on_card(self, last: Utterance) -> bool:
        """Whether what was said last is what the card asks."""
        if last.kind is Kind.QUESTION:
            return last.question == self._talk.question
        return self._talk.ready != () and last.text == self._talk.awaits

    def _asked_apart(self, last: Utterance) -> tuple[Utterance, ...]:
        """What was said last, with what is asked besides the question apart from what leads up to it."""
        asks = self._talk.awaits if self._talk.ready else ""
        leads_up = last.text.removesuffix(asks).rstrip()
        if not asks or not leads_up or leads_up == last.text:
            return (last,)
        return replace(last, text=leads_up), replace(last, text=asks)

    def _topic_of(self, question: QuestionId) -> str:
        topic = self.interview.held.manager.route.topic.get(question)
        return topic.title if topic else ""


def on_card(asks: str, ready: tuple[tuple[str, str], ...]) -> str:
    """What is asked, without the choices: those stand below it."""
    asks = _IN_ONE_LINE.sub("", asks)
    places = (asks.casefold().find(label.casefold()) for label, _ in ready)
    first = min((place for place in places if place > 0), default=0)
    return f"{asks[:first].rstrip(' :1.')}:" if first else asks
