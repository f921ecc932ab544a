"""Talking: the verbs with which every front end holds a conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chatbot.conversation.asking import Asking
from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, Utterance, bot
from chatbot.dialog.script import OptionId, QuestionId
from chatbot.dialog.understanding.understood import Heard, Intent
from chatbot.errors import ChatbotError
from chatbot.facts import FactId, Level
from chatbot.interview.interview import Interview
from chatbot.interview.store import Conflict

# What a turn needs is imported in it, so that the first question does not wait for it.

LONGEST = 20_000
"""How many characters one utterance may have; more is handed back unrecorded."""


class Talk:
    """One conversation. It remembers only what is not an answer yet; the interview stores the rest."""

    def __init__(self, interview: Interview) -> None:
        self._floor = Floor(interview)
        self.interview = interview
        self.signs = self._floor.signs

    def so_far(self) -> Iterator[Utterance]:
        """Everything said until now, told again from the events."""
        yield from self._floor.so_far()

    @property
    def question(self) -> QuestionId | None:
        """The question being asked: the one gone back to, or the one that is due."""
        return self._floor.question

    @property
    def asking(self) -> Asking | None:
        """The question being asked, ready to show."""
        return self._floor.asking

    @property
    def draft(self) -> dict[FactId, Level]:
        """The levels of a checklist that were said but are not recorded yet."""
        return dict(self._floor.draft.levels)

    @property
    def is_visiting(self) -> bool:
        """Whether the question being asked was gone back to."""
        return self._floor.visiting is not None

    @property
    def awaits_words(self) -> bool:
        """Whether the next words are not about the question itself, but about something else awaited."""
        return self._floor.awaited is not None and self._floor.awaited.insists

    @property
    def awaits(self) -> str:
        """What the bot says to have what it waits for besides the question; empty where nothing."""
        return self._floor.awaited.asks if self._floor.awaited else ""

    @property
    def ready(self) -> tuple[tuple[str, str], ...]:
        """What can be said with one key to what is awaited: pairs of a label and the words to `say`."""
        return self._floor.awaited.ready if self._floor.awaited else ()

    def say(self, words: str) -> Reply:
        """Take what a person typed."""
        if len(words) > LONGEST:
            text = f"That is {len(words):,} characters; I can keep up to {LONGEST:,}. Nothing was recorded."
            return Reply(utterances=(bot(Kind.ASIDE, f"{text} Please shorten it."),), kept=words)
        said = words.strip()
        return self._caught(lambda: self._say(said), words) if said else Reply()

    def choose(self, option: OptionId) -> Reply:
        """Take an option of a choice, chosen by key or mouse."""
        asked = self.asking
        label = next((one.label for one in asked.options if one.id == option), option) if asked else option
        return self._caught(lambda: self._take(Heard(option=option), label), "")

    def mark(self, levels: dict[FactId, Level], reasons: dict[FactId, str], words: str = "") -> Reply:
        """Take levels of a checklist that were chosen one by one; `words` say how, where they were typed."""
        return self._caught(lambda: self._take(Heard(levels=levels, reasons=reasons), words), words)

    def sketch(self, levels: dict[FactId, Level]) -> None:
        """Take levels of a checklist that are marked but not handed over yet, so that words can add to them.

        Nothing is recorded. A level that needs a reason is left for `mark`, which asks for it.
        """
        settled: dict[FactId, Level] = {
            fact: level for fact, level in levels.items() if level is not Level.NOT_APPLICABLE
        }
        self._floor.sketch(settled)

    def visit(self, question: QuestionId) -> Reply:
        """Go back to an earlier question, to look at it or to change its answer."""
        from chatbot.conversation.turning_back import visit

        return self._caught(lambda: visit(self._floor, question), "")

    def keep(self) -> Reply:
        """Leave a question that was gone back to as it is, and go on where the interview stands."""
        from chatbot.conversation.turning_back import leave

        return leave(self._floor)

    def perform(self, intent: Intent, target: str = "") -> Reply:
        """Carry out an intent, or hand it to the front end."""
        from chatbot.conversation.wishes import carry_out

        return self._caught(lambda: carry_out(self._floor, intent, target), "")

    def _say(self, words: str) -> Reply:
        """First what is awaited, then wishes, then answers; else what was heard is asked about."""
        from chatbot.conversation.hearing import hear, take_said
        from chatbot.conversation.uttering import Before, utter_or_restore

        floor, before = self._floor, Before.of(self._floor)
        said = hear(floor, words)
        with self.interview.hearing("" if said.is_bare_command else words):
            reply = floor.offer(said)
            if reply is None:
                reply = take_said(floor, said)
            utter_or_restore(floor, before, said, reply)
        return reply

    def _take(self, heard: Heard, words: str) -> Reply:
        from chatbot.conversation.answering import take_answer

        self._floor.wait_for(None)
        return take_answer(self._floor, heard, words)

    def _caught(self, act: Callable[[], Reply], words: str) -> Reply:
        """Do something that stores; what fails is said, and the words go back into the prompt."""
        before = self.question
        try:
            try:
                return act()
            except Conflict:
                return self._caught_up(before, words)
        except ChatbotError as error:  # also while catching up, which reads the store
            return Reply(utterances=(bot(Kind.ASIDE, str(error)),), kept=words)

    def _caught_up(self, before: QuestionId | None, words: str) -> Reply:
        """Say what another window has recorded; what was begun here about another question is dropped."""
        floor = self._floor
        news = [utterance for event in self.interview.catching_up() for utterance in floor.caught_up(event)]
        if self.question != before:
            floor.drop_draft()
        text = "Another window went on with this interview; I have caught up. Nothing of yours was recorded."
        asked = any(one.kind is Kind.QUESTION and one.question == self.question for one in news)
        again = () if asked else (floor.ask_again(),)
        return Reply(utterances=(*news, bot(Kind.ASIDE, text), *again), kept=words)
