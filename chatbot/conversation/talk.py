"""Talking: what the bot does with what a person types or chooses, for every front end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from chatbot.conversation.asking import Asking, Signs, asking
from chatbot.conversation.crossroads import ALL_ASKED, FINISHED
from chatbot.conversation.narrator import Narrator
from chatbot.conversation.reply import Pending, Reply
from chatbot.conversation.transcript import transcript
from chatbot.conversation.turning_back import NOWHERE, turned_back
from chatbot.conversation.utterances import Kind, Speaker, Utterance, bot, person
from chatbot.dialog.answers import Answer
from chatbot.dialog.manager import REVIEW, StageError
from chatbot.dialog.script import OptionId, QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome
from chatbot.errors import ChatbotError
from chatbot.facts import FactId, Level
from chatbot.interview.events import Event, Noted
from chatbot.interview.interview import Interview
from chatbot.interview.store import Conflict

LONGEST = 20_000
"""How many characters one utterance may have; more is handed back unrecorded."""

DROPPED: Final = "What you began to say is dropped; nothing of it was recorded."
_RECORDED: Final = frozenset({Intent.NOTE, Intent.SKIP, Intent.UNDO})


class Talk:
    """One conversation. It remembers only what is not an answer yet; the interview stores the rest."""

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.signs = Signs(interview.held.framework)
        self._narrator = Narrator(interview.held, self.signs)
        self._visiting: QuestionId | None = None
        self._pending = Pending()

    def so_far(self) -> Iterator[Utterance]:
        """Everything said until now, told again from the events."""
        yield from transcript(self.interview.held, self.interview.state.events, self._narrator)

    @property
    def question(self) -> QuestionId | None:
        """The question being asked: the one gone back to, or the one that is due."""
        if self._visiting:
            return self._visiting
        stage = self.interview.state.stage
        return QuestionId(stage) if stage in self.interview.held.manager.route.place else None

    @property
    def asking(self) -> Asking | None:
        """The question being asked, ready to show."""
        return asking(self.interview, self.question, self.signs) if self.question else None

    @property
    def draft(self) -> dict[FactId, Level]:
        """The levels of a checklist that were said but are not recorded yet."""
        return dict(self._pending.draft.levels)

    @property
    def is_visiting(self) -> bool:
        """Whether the question being asked was gone back to."""
        return self._visiting is not None

    @property
    def awaits_words(self) -> bool:
        """Whether the next words are not about the question itself, but about a guess, a note or a reason."""
        return self._pending.awaits_words

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
        self._pending.heard = None
        return self._caught(lambda: self._take(Heard(levels=levels, reasons=reasons), words), words)

    def sketch(self, levels: dict[FactId, Level]) -> None:
        """Take levels of a checklist that are marked but not handed over yet, so that words can add to them.

        Nothing is recorded. A level that needs a reason is left for `mark`, which asks for it.
        """
        settled: dict[FactId, Level] = {
            fact: level for fact, level in levels.items() if level is not Level.NOT_APPLICABLE
        }
        draft = self._pending.draft.with_(Heard(levels=settled), "")
        if draft.levels != self._pending.draft.levels:
            self._pending.heard = None
        self._pending.draft = draft

    def visit(self, question: QuestionId) -> Reply:
        """Go back to an earlier question, to look at it or to change its answer."""
        return self._caught(lambda: self._visit(question), "")

    def keep(self) -> Reply:
        """Leave a question that was gone back to as it is, and go on where the interview stands."""
        self._pending = Pending()
        self._visiting = None
        return Reply(utterances=(self._ask_again(),))

    def perform(self, intent: Intent, target: str = "") -> Reply:
        """Carry out an intent, or hand it to the front end."""
        return self._caught(lambda: self._perform(intent, target), "")

    def _say(self, said: str) -> Reply:
        # Imported when somebody types, so that the first question does not wait for it.
        from chatbot.conversation.hearing import hear
        from chatbot.conversation.hints import agreement, ask_back, describe

        question, pending = self.question, self._pending
        if pending.heard and (agreed := agreement(said)) is not None:
            return self._confirmed(pending.heard, agreed, said)
        understood = hear(self.interview, None if pending.note else question, pending.draft, self.signs, said)
        heard = understood.heard
        if heard and heard.intent and understood.outcome is Outcome.ACCEPT:
            return self._asked_for(heard.intent, heard.target, said)
        if pending.note:
            reply = self._told(self.interview.note(said, question))
            pending.note = False
            return reply
        reasonless = pending.draft.without_reason()
        corrects = heard and understood.outcome is Outcome.ACCEPT and said[:1].isdecimal()
        if reasonless and not corrects:
            return self._take(
                Heard(levels={reasonless: Level.NOT_APPLICABLE}, reasons={reasonless: said}), said
            )
        self._pending.heard = None
        if heard and understood.outcome is Outcome.ACCEPT:
            return self._take(heard, said)
        echo = person(Kind.ASIDE, said, question)
        if heard and understood.outcome is Outcome.CONFIRM:
            self._pending.heard, self._pending.guessed_from = heard, said
            guess = describe(self.asking, heard)
            return Reply(utterances=(echo, bot(Kind.ASIDE, f"Did you mean: {guess}? (yes / no)", question)))
        return Reply(utterances=(echo, bot(Kind.ASIDE, ask_back(self.asking, understood), question)))

    def _confirmed(self, heard: Heard, agreed: bool, said: str) -> Reply:
        echo = person(Kind.ASIDE, said, self.question)
        if not agreed:
            self._pending.heard = None
            sorry = bot(Kind.ASIDE, "Then I did not understand it.")
            return Reply(utterances=(echo, sorry, self._ask_again()))
        if heard.intent:
            return self._asked_for(heard.intent, heard.target, said)
        reply = self._take(heard, self._pending.guessed_from)
        self._pending.heard = None  # only now: what could not be stored can be agreed to again
        guessed = reply.utterances[0].speaker is Speaker.PERSON  # the words that the guess was about
        return Reply(utterances=(echo, *reply.utterances[guessed:]), wants=reply.wants, kept=reply.kept)

    def _take(self, heard: Heard, words: str) -> Reply:
        """Record an answer, or keep the part of a checklist that is settled and ask for the rest."""
        asked = self.asking
        if asked is None:
            return Reply(utterances=(bot(Kind.ASIDE, "Nothing is being asked right now."),))
        if asked.kind is not QuestionKind.CHECKLIST:
            answer = Answer(option=heard.option, text=heard.text)
            return self._told(self.interview.answer(asked.id, answer, words))
        draft = self._pending.draft.with_(heard, words)
        missing = draft.question_back(asked)
        if missing:
            self._pending.draft = draft
            echo = (person(Kind.ASIDE, words, asked.id),) if words else ()
            return Reply(utterances=(*echo, bot(Kind.ASIDE, missing, asked.id)))
        answer = draft.answer(asked)
        return self._told(self.interview.answer(asked.id, answer, draft.said(asked, answer)))

    def _asked_for(self, intent: Intent, target: str, said: str) -> Reply:
        """Carry out an intent that was typed; what is recorded tells the words itself."""
        reply = self._perform(intent, target)
        if intent in _RECORDED and reply.utterances and reply.utterances[0].speaker is Speaker.PERSON:
            return reply
        echo = person(Kind.ASIDE, said, self.question)
        return Reply(utterances=(echo, *reply.utterances), wants=reply.wants, kept=reply.kept)

    def _perform(self, intent: Intent, target: str) -> Reply:
        asked, pending = self.asking, self._pending
        unsaid = pending.note or pending.heard is not None or bool(pending.draft.levels)
        pending.heard, pending.note = None, False
        match intent:
            case Intent.WHY if asked:
                return Reply(utterances=(bot(Kind.ASIDE, asked.why, asked.id),))
            case Intent.HELP:
                from chatbot.conversation.hints import explained

                return Reply(utterances=(bot(Kind.ASIDE, explained(asked), self.question),))
            case Intent.REPEAT:
                return Reply(utterances=(self._ask_again(),))
            case Intent.BACK:
                found = turned_back(self.interview, self._visiting or self.interview.state.stage, target)
                return Reply(utterances=(bot(Kind.ASIDE, NOWHERE),)) if found is None else self._visit(found)
            case Intent.SKIP if asked and asked.given:
                self._visiting, self._pending = None, Pending()
                return Reply(utterances=(bot(Kind.ASIDE, "Your answer stays as it is."), self._ask_again()))
            case Intent.SKIP if asked:
                return self._told(self.interview.skip(asked.id))
            case Intent.NOTE if target:
                return self._told(self.interview.note(target, self.question))
            case Intent.NOTE:
                pending.note = True
                return Reply(utterances=(bot(Kind.ASIDE, "What should I note?", self.question),))
            case Intent.UNDO if unsaid:
                self._pending = Pending()
                return Reply(utterances=(bot(Kind.ASIDE, DROPPED), self._ask_again()))
            case Intent.UNDO:
                return self._undo()
            case Intent.FINISH:
                return self._finish()
            case Intent.WHY | Intent.SKIP:
                return Reply(utterances=(bot(Kind.ASIDE, "Nothing is being asked right now."),))
            case _:
                return Reply(wants=intent)

    def _undo(self) -> Reply:
        """Withdraw what was recorded last; what is finished is opened again first."""
        interview = self.interview
        if interview.state.last_change() is None:
            return Reply(utterances=(bot(Kind.ASIDE, "There is nothing to undo."),))
        opened = self._told(interview.reopen()).utterances[:1] if interview.finished else ()
        undone = interview.undo()
        return Reply(utterances=(*opened, *(self._told(undone).utterances if undone else ())))

    def _visit(self, question: QuestionId) -> Reply:
        interview = self.interview
        interview.held.manager.back_to(REVIEW if interview.finished else interview.state.stage, question)
        opened = self._told(interview.reopen()).utterances[:1] if interview.finished else ()
        self._pending = Pending()
        self._visiting = question if question != interview.state.stage else None
        return Reply(utterances=(*opened, self._ask_again()))

    def _finish(self) -> Reply:
        interview = self.interview
        if interview.finished:
            return Reply(wants=Intent.ADVICE)
        if self._visiting and interview.state.stage == REVIEW:
            self._visiting = None
        try:
            event = interview.finish()
        except StageError as error:
            left = interview.state.due
            text = str(error) if not left else f"{len(left)} questions are still open. {error.todo}"
            return Reply(utterances=(bot(Kind.ASIDE, text), *((self._ask_again(),) if left else ())))
        reply = self._told(event)
        return Reply(utterances=reply.utterances, wants=Intent.ADVICE)

    def _told(self, event: Event) -> Reply:
        """What is said because of an event that was just recorded."""
        visited = self._visiting
        if not isinstance(event.what, Noted):
            self._visiting = None
            self._pending = Pending()
        told = self._narrator.tell(event, self.interview.state)
        again = visited and told and told[0].kind is Kind.QUESTION and told[0].question == visited
        return Reply(utterances=told[1:] if again else told)

    def _ask_again(self) -> Utterance:
        asked = self.asking
        if asked:
            return bot(Kind.QUESTION, asked.ask, asked.id)
        return bot(Kind.ASIDE, (FINISHED if self.interview.finished else ALL_ASKED).says)

    def _caught(self, act: Callable[[], Reply], words: str) -> Reply:
        """Do something that stores; what fails is said, and the words go back into the prompt."""
        before = self.question
        try:
            return act()
        except Conflict:
            return self._caught_up(before, words)
        except ChatbotError as error:
            return Reply(utterances=(bot(Kind.ASIDE, str(error)),), kept=words)

    def _caught_up(self, before: QuestionId | None, words: str) -> Reply:
        """Say what another window has recorded; what was begun here about another question is dropped."""
        interview = self.interview
        news = [
            utterance
            for event in interview.catch_up()
            for utterance in self._narrator.tell(event, interview.state)
        ]
        self._visiting = None
        if self.question != before:
            self._pending = Pending()
        text = "Another window went on with this interview; I have caught up. Nothing of yours was recorded."
        asked = any(one.kind is Kind.QUESTION and one.question == self.question for one in news)
        again = () if asked else (self._ask_again(),)
        return Reply(utterances=(*news, bot(Kind.ASIDE, text), *again), kept=words)
