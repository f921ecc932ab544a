"""The narrator: turns each event into what was said, so that chat, plain mode and report agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from chatbot.conversation.asking import Signs
from chatbot.conversation.claiming import Claims
from chatbot.conversation.filling import fill
from chatbot.conversation.layer_standing import standing_in_words
from chatbot.conversation.telling import answer_in_words, levels_in_words, said_in_words
from chatbot.conversation.utterances import Kind, Utterance, bot, person
from chatbot.dialog.manager import FINISHED, REVIEW
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionId, QuestionKind
from chatbot.facts import FactId, Facts
from chatbot.interview.events import (
    Answered,
    Event,
    EventId,
    Evidenced,
    Finished,
    Made,
    Noted,
    Reopened,
    Skipped,
    Started,
    Unrecognised,
    Uttered,
    What,
    Withdrawn,
)
from chatbot.interview.held import Held
from chatbot.interview.state import State, answer_of

if TYPE_CHECKING:
    from chatbot.conversation.listener import Heeded, Listener

_EXPLAINED: Final = "I keep that; it stands in the report beside the answers."
_LEFT_OPEN: Final = "That is fine. It stays open, and the report says so."


class Narrator:
    """Tells one interview, event by event.

    It is told every event after the state has folded it, and remembers which question it told last, and
    what was claimed.

    Attributes:
        asked_evidence: the question for which the event told last made it ask for evidence, and its words.
        heeded: what else the event told last made it ask about or offer.
        summed_up: the question at whose answer the event told last made it sum up a topic.
    """

    def __init__(self, held: Held, signs: Signs) -> None:
        self._held = held
        self._signs = signs
        self._route = held.manager.route
        self._asked: QuestionId | None = None
        self._in_view: QuestionId | None = None
        """The question told last, which may be one that was gone back to."""
        self._claims = Claims(held)
        self._listener: Listener | None = None
        self.asked_evidence: tuple[QuestionId, str] | None = None
        self.heeded: Heeded | None = None
        self.summed_up: QuestionId | None = None
        framework = held.framework
        self._labels: dict[FactId, str] = {}
        for layer in framework.layers:
            self._labels |= {signal.id: signal.label for signal in layer.signals}
            self._labels[layer.sign.id] = layer.sign.label
        for model in framework.models:
            self._labels |= {signal.id: signal.label for signal in model.gate.signals}
            self._labels[model.failure_mode.id] = model.failure_mode.label

    def tell(self, event: Event, state: State) -> tuple[Utterance, ...]:
        """What is said because of `event`, given the state that it has led to."""
        what, heeded = event.what, self._heed(event, state)
        if isinstance(what, Uttered):
            if what.made is Made.REPLIED:  # to what the last answer made it ask
                self.asked_evidence = self.summed_up = self.heeded = None
            return tuple(self._uttered(event, what, state.path.facts))
        self.asked_evidence = self.summed_up = None
        self.heeded = heeded
        brought_about = self._typed(event, what)
        return (*brought_about, *self._tell(event, state), *self._asking_back())

    def _typed(self, event: Event, what: What) -> Iterator[Utterance]:
        """What was typed to bring an event about, where the event does not tell those words itself."""
        if not isinstance(what, Unrecognised | Skipped | Withdrawn) and what.typed:
            yield person(Kind.SAID, what.typed, self._in_view, event.at, event.who)

    def _uttered(self, event: Event, uttered: Uttered, facts: Facts) -> Iterator[Utterance]:
        """What was said beside the course of the interview, and the bot's reply to it, as it was."""
        question = uttered.question or None
        if question:
            yield from self._turned_back(question, facts)
        yield person(Kind.SAID, uttered.words, question, event.at, event.who)
        if uttered.reply:
            yield bot(Kind.ASIDE, uttered.reply, question, event.at)

    def _tell(self, event: Event, state: State) -> Iterator[Utterance]:
        facts = state.path.facts
        match event.what:
            case Started():
                for greeting in self._held.script.greeting:
                    yield bot(Kind.GREETING, self._filled(greeting, facts), at=event.at)
                yield from self._move(None, state)
            case Answered(question=question):
                yield from self._turned_back(question, facts)
                yield from self._answered(event, event.what, state)
                yield from self._asking_evidence(event, state)
                yield from self._move(question, state)
            case Skipped(question=question):
                yield from self._turned_back(question, facts)
                yield person(Kind.ANSWER, event.what.typed or "skip", question, event.at, event.who)
                yield bot(
                    Kind.REPLY, "Left open. It counts as not asked, and you can come back to it.", question
                )
                yield from self._move(question, state)
            case Noted(text=text, tension=tension, declined=declined) if tension:
                yield person(Kind.NOTE, text, None, event.at, event.who)
                yield bot(Kind.REPLY, _LEFT_OPEN if declined else _EXPLAINED)
            case Noted(text=text, question=question):
                yield person(Kind.NOTE, text, question or None, event.at, event.who)
                yield bot(Kind.REPLY, self._kept("Noted", question, facts), question or None)
            case Evidenced(text=text, question=question):
                yield person(Kind.EVIDENCE, text, question or None, event.at, event.who)
                yield bot(Kind.REPLY, self._kept("Kept as evidence", question, facts), question or None)
            case Withdrawn(event=withdrawn, typed=typed):
                yield from self._withdrawn(withdrawn, typed, event, state)
                yield from self._move(None, state)
            case Finished(left_out=left_out):
                if left_out:
                    yield bot(Kind.REPLY, _left_out(len(left_out)), at=event.at)
                yield bot(Kind.ADVICE, "The interview is finished. This is the advice.", at=event.at)
            case Reopened():
                yield bot(Kind.REPLY, "The interview is open again.", at=event.at)
                yield from self._move(None, state)
            case Unrecognised(kind=kind):
                yield bot(
                    Kind.ASIDE,
                    f"Something was recorded here by another version of this program ({kind}). It is kept.",
                    at=event.at,
                )

    def _answered(self, event: Event, answered: Answered, state: State) -> Iterator[Utterance]:
        question = self._route.question.get(answered.question)
        if question is None:
            yield person(Kind.ANSWER, answered.words, answered.question, event.at, event.who)
            return
        answer = answer_of(answered)
        said = said_in_words(self._held.script, question, answer, answered.words)
        yield person(Kind.ANSWER, said, question.id, event.at, event.who)
        if question.kind is QuestionKind.CHOICE and answered.option != UNKNOWN_OPTION:
            label = answer_in_words(self._held.script, question, answer)
            if label.casefold() not in said.casefold():
                yield bot(Kind.UNDERSTOOD, f"Understood: {label}", question.id, event.at)
        reaction = self._reaction(question, answered, state.path.facts)
        if reaction:
            yield bot(Kind.REPLY, reaction, question.id, event.at)
        if answered.remark:
            yield bot(Kind.REPLY, f"I keep what you added as a note: {answered.remark}", question.id)

    def _reaction(self, question: Question, answered: Answered, facts: Facts) -> str:
        """A short reaction that shows what was understood."""
        script = self._held.script
        if answered.option == UNKNOWN_OPTION:
            own = next((option.reply for option in question.options if option.id == UNKNOWN_OPTION), "")
            return self._filled(own or script.unknown_reply, facts)
        match question.kind:
            case QuestionKind.CHECKLIST:
                labels = {item.fact: item.label for item in question.items}
                return levels_in_words(answered.levels, labels, self._signs.ids)
            case QuestionKind.CHOICE:
                option = next(one for one in question.options if one.id == answered.option)
                return self._filled(option.reply, facts) or f"Understood: {option.label}."
            case QuestionKind.TEXT:
                return self._filled(question.reply, facts)

    def _asking_evidence(self, event: Event, state: State) -> Iterator[Utterance]:
        """What would show that it is so, asked now and then after something was said to be established."""
        heeded = self.heeded
        is_silent = heeded is None or not (heeded.tension or heeded.decided)
        question = self._claims.asks_about(event, state, has_turn=is_silent)
        if question:
            shows = self._filled(question.evidence, state.path.facts)
            text = f"What shows that? {shows} Say it now, or later, or just answer the next question."
            self.asked_evidence = question.id, text
            yield bot(Kind.ASIDE, text, question.id)

    def _heed(self, event: Event, state: State) -> Heeded | None:
        if isinstance(event.what, Started):
            self._listener = None
            return None
        if self._listener is None:  # nothing has to be listened to before the first answer
            from chatbot.conversation.listener import Listener

            self._listener = Listener(self._held)
        return self._listener.heed(event, state)

    def _asking_back(self) -> Iterator[Utterance]:
        """The last thing said, after the next question: about a tension, or whether to finish."""
        if self.heeded and self.heeded.tension:
            from chatbot.conversation.waiting.explanation import asked_about

            yield bot(Kind.REPLY, asked_about(self.heeded.tension))
        elif self.heeded and self.heeded.decided:
            from chatbot.conversation.settled import settled

            yield bot(Kind.SUMMARY, settled(self._held.framework, self.heeded.decided))

    def _kept(self, what: str, question: QuestionId, facts: Facts) -> str:
        """That a note or evidence is kept; with its question, where that is not the one being asked."""
        asked = self._route.question.get(question)
        if asked is None or question == self._asked:
            return f"{what}; it will be in the report."
        return f'{what} beside "{self._filled(asked.ask, facts)}"; it will be in the report.'

    def _withdrawn(self, withdrawn: str, typed: str, event: Event, state: State) -> Iterator[Utterance]:
        """What was taken back or, where a taking back was taken back, put back."""
        taken, word, says = state.event(EventId(withdrawn)), "undo", "Taken back"
        if taken and isinstance(taken.what, Withdrawn):
            taken, word, says = state.event(taken.what.event), "redo", "Put back"
        yield person(Kind.ANSWER, typed or word, None, event.at, event.who)
        match taken.what if taken else None:
            case Answered() as answered if answered.question in self._route.question:
                question = self._route.question[answered.question]
                words = answer_in_words(self._held.script, question, answer_of(answered))
                yield bot(Kind.REPLY, f"{says}: {words}", question.id)
            case Noted(text=text):
                yield bot(Kind.REPLY, f"{says}, the note: {text}")
            case Evidenced(text=text):
                yield bot(Kind.REPLY, f"{says}, the evidence: {text}")
            case _:
                yield bot(Kind.REPLY, f"{says}.")

    def _move(self, answered: QuestionId | None, state: State) -> Iterator[Utterance]:
        """The summary of a topic that was left, the opening of the next, and the next question."""
        here = self._route.topic[answered].id if answered in self._route.topic else None
        there = self._route.topic.get(QuestionId(state.stage))
        if answered is not None and here is not None and (there is None or there.id != here):
            yield from self._summary(answered, state)
        if state.stage == REVIEW:
            yield bot(Kind.CLOSING, self._filled(self._held.script.closing, state.path.facts))
        elif state.stage != FINISHED and there is not None:
            entering = there.id != here and not any(
                question.id in state.answers or question.id in state.skipped for question in there.questions
            )
            if entering and there.opening:
                yield bot(Kind.TOPIC, self._filled(there.opening, state.path.facts))
            question = self._route.question[QuestionId(state.stage)]
            self._asked = self._in_view = question.id
            yield bot(Kind.QUESTION, self._filled(question.ask, state.path.facts), question.id)

    def _turned_back(self, question: QuestionId, facts: Facts) -> Iterator[Utterance]:
        """The question again, where what follows is not about the one asked last."""
        if question != self._in_view and question in self._route.question:
            self._in_view = question
            yield bot(Kind.QUESTION, self._filled(self._route.question[question].ask, facts), question)

    def _summary(self, answered: QuestionId, state: State) -> Iterator[Utterance]:
        """What was understood of a topic, by level, and how the layer stands, at the topic's end."""
        topic = self._route.topic[answered]
        if not topic.summary:
            return
        facts = state.path.facts
        stated = {
            fact: facts[fact]
            for question in topic.questions
            for fact in self._route.facts[question.id]
            if fact in facts and fact in self._labels
        }
        if not stated:
            return
        text = f"{topic.title}, as I understood it. {levels_in_words(stated, self._labels, self._signs.ids)}"
        self.summed_up = answered
        standing = standing_in_words(self._held, frozenset(stated), facts)
        yield bot(Kind.SUMMARY, f"{text} {standing}".rstrip(), answered)

    def _filled(self, text: str, facts: Facts) -> str:
        return fill(text, facts, self._held.framework)


def _left_out(count: int) -> str:
    left = f"{count} question{'s are' if count != 1 else ' is'} left out"
    return f"{left}; what was not asked counts as not asked. To go on with them after all, type back."
