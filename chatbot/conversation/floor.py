"""The floor: which question is asked, what was begun about it, and what the bot waits for besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.asking import Asking, Signs, asking
from chatbot.conversation.crossroads import ALL_ASKED, FINISHED
from chatbot.conversation.drafting import Draft
from chatbot.conversation.narrator import Narrator
from chatbot.conversation.reply import Reply
from chatbot.conversation.transcript import transcript
from chatbot.conversation.utterances import Kind, Utterance, bot, person
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Heard
from chatbot.errors import ChatbotError
from chatbot.facts import FactId, Level
from chatbot.interview.events import Event, Evidenced, Noted, Uttered
from chatbot.interview.interview import Interview

NOT_ON_THE_LIST: Final = "That is not one of these."

if TYPE_CHECKING:
    from chatbot.conversation.waiting.awaited import Awaited
    from chatbot.conversation.waiting.said import Said


class Begun(msgspec.Struct, frozen=True):
    """What a floor remembers and is not recorded."""

    visiting: QuestionId | None
    draft: Draft
    awaited: Awaited | None


class Floor:
    """Where a conversation stands. It remembers only what is not recorded; the interview stores the rest.

    Attributes:
        visiting: the question that was gone back to, if one was.
        draft: the part of a checklist that was said.
    """

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.signs = Signs(interview.held.framework)
        self.narrator = Narrator(interview.held, self.signs)
        self.visiting: QuestionId | None = None
        self.draft = Draft()
        self._awaited: Awaited | None = None

    def so_far(self) -> Iterator[Utterance]:
        """Everything said until now, told again from the events."""
        yield from transcript(self.interview.held, self.interview.state.events, self.narrator)
        self._awaited = self._arising()

    @property
    def question(self) -> QuestionId | None:
        """The question being asked: the one gone back to, or the one that is due."""
        if self.visiting:
            return self.visiting
        stage = self.interview.state.stage
        return QuestionId(stage) if stage in self.interview.held.manager.route.place else None

    @property
    def asking(self) -> Asking | None:
        """The question being asked, ready to show."""
        return asking(self.interview, self.question, self.signs) if self.question else None

    @property
    def awaited(self) -> Awaited | None:
        """What the next words may be about instead of the question; a draft may lack a reason."""
        if self._awaited is not None:
            return self._awaited
        fact = self.draft.without_reason()
        asked = self.asking if fact else None
        if fact is None or asked is None:
            return None
        from chatbot.conversation.waiting.reason import AwaitedReason

        return AwaitedReason(fact, next(item.label for item in asked.items if item.fact == fact))

    def wait_for(self, awaited: Awaited | None) -> None:
        """Wait for this, and for nothing else besides the question; `None` stops waiting."""
        self._awaited = awaited

    def offer(self, said: Said) -> Reply | None:
        """Let what is awaited take the words; `None` where nothing is, or the words are not for it.

        It stays awaited unless it took them. A number that is not on its list is not for the question either,
        whose own list is out of view meanwhile.
        """
        awaited, kept = self.awaited, self._awaited
        if awaited is None:
            return None
        from chatbot.conversation.agreeing import is_bare_place

        self._awaited = None
        try:
            reply = awaited.take(self, said)
        except ChatbotError:
            self._awaited = kept
            raise
        if reply is not None:
            return reply
        self._awaited = kept
        if awaited.insists and awaited.ready and is_bare_place(said.words):
            return self.aside(f"{NOT_ON_THE_LIST} {awaited.asks}").after(self.echo(said.words))
        return None

    @property
    def has_begun(self) -> bool:
        """Whether something was begun that an undo has to drop before anything recorded."""
        return bool(self.draft.levels) or (self._awaited is not None and self._awaited.insists)

    @property
    def begun(self) -> Begun:
        """All that is remembered and not recorded, as it is now."""
        return Begun(self.visiting, self.draft, self._awaited)

    def go_back_to(self, begun: Begun) -> None:
        """Forget what has come since."""
        self.visiting, self.draft, self._awaited = begun.visiting, begun.draft, begun.awaited

    def clear(self) -> None:
        """Drop what was begun and stop waiting."""
        self.draft = Draft()
        self._awaited = None

    def drop_draft(self) -> None:
        """Drop what was begun about a question that is not asked any more."""
        self.draft = Draft()

    def sketch(self, levels: dict[FactId, Level]) -> None:
        """Add levels that were marked to the draft; a guess about it is out of date with that."""
        from chatbot.conversation.waiting.guess import Guess

        draft = self.draft.with_(Heard(levels=levels), "")
        if draft.levels != self.draft.levels and isinstance(self._awaited, Guess):
            self._awaited = None
        self.draft = draft

    def told(self, event: Event) -> Reply:
        """What is said because of an event that was just recorded; what was begun is over with it."""
        visited = self.visiting
        told = self.narrator.tell(event, self.interview.state)
        if not isinstance(event.what, Noted | Evidenced):
            told = tuple(one for one in told if one.kind is not Kind.SAID)  # whoever took it says that
            self.visiting = None
            self.draft = Draft()
        if not _is_beside(event):
            self._awaited = self._arising()
        again = visited and told and told[0].kind is Kind.QUESTION and told[0].question == visited
        return Reply(utterances=told[1:] if again else told)

    def caught_up(self, event: Event) -> tuple[Utterance, ...]:
        """What is said because of an event that another window recorded; what arises from it is awaited.

        What was begun about the question stays, where that is still asked; what was proposed does not,
        because what it would do may be something else by now.
        """
        self.visiting = None
        told = self.narrator.tell(event, self.interview.state)
        if not _is_beside(event):
            self._awaited = self._arising()
        return told

    def _arising(self) -> Awaited | None:
        from chatbot.conversation.arising import arising

        return arising(self)

    def ask_again(self) -> Utterance:
        """The question being asked, or where the interview stands when none is."""
        asked = self.asking
        if asked:
            return bot(Kind.QUESTION, asked.ask, asked.id)
        return bot(Kind.ASIDE, (FINISHED if self.interview.finished else ALL_ASKED).says)

    def aside(self, text: str) -> Reply:
        """Something the bot says beside the question, and nothing else."""
        return Reply(utterances=(bot(Kind.ASIDE, text, self.question),))

    def echo(self, words: str) -> Utterance:
        """What a person typed, where it is not recorded as an answer."""
        return person(Kind.ASIDE, words, self.question)


def _is_beside(event: Event) -> bool:
    """Whether an event leaves what is awaited as it is: what is said beside answers, but not about a
    tension."""
    what = event.what
    return isinstance(what, Evidenced | Uttered) or (isinstance(what, Noted) and not what.tension)
