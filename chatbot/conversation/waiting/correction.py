"""Waiting for a correction of what the bot has summed up. Whoever says nothing about it just goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from chatbot.conversation.drafting import Draft
from chatbot.conversation.objecting import objection_in
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.conversation.waiting.guess import Guess, Reading, meant
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.answers import stated
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import AUTHORED, Heard, Intent, Outcome, Understood

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_SAID_OF_IT = (Intent.UNDO, Intent.CHANGE, Intent.BACK)
"""Wishes as which "that is wrong" may also be read."""


class Summarised(msgspec.Struct, frozen=True):
    """The questions whose answers were summed up just now, in their order."""

    questions: tuple[QuestionId, ...]

    def correct(self, floor: Floor, said: Said) -> Reply | None:
        """What comes of an objection to the summary; `None` where the words are none.

        Words that say what is right propose that change, which is shown and asked about before anything is
        recorded. Without such words the question concerned is asked again, with its answer as it stands.
        What may be an answer to the question in view is one; what may be either is asked about.
        """
        objection = objection_in(said.words)
        if said.wish and not (said.wish.intent in _SAID_OF_IT and not said.wish.target and objection):
            return None
        if said.answer and objection is None:
            return None
        words = said.words if objection is None else objection.rest
        found = self._corrected(floor, words, objected=objection is not None)
        answer = None if said.likely is None or said.likely.intent else meant(floor, said.likely)
        if answer is not None:
            other = found[0] if found else self._objecting(floor, objection is not None and not words, said)
            return None if other is None else _either(floor, (answer, other), said)
        if found:
            reading, is_sure = found
            return reading.take(floor, said.words) if is_sure else _either(floor, (reading,), said)
        return self._which(floor, said.words) if objection is not None else None

    def _corrected(self, floor: Floor, words: str, *, objected: bool) -> tuple[Reading, bool] | None:
        """The answer summed up that the words correct, the surest first, and whether that is certain."""
        if not words.strip():
            return None
        state = floor.interview.state
        found: list[tuple[bool, float, QuestionId, Heard]] = []
        for id in self._answered(floor):
            given = state.answers[id].answer
            understood = understood_at(floor, id, words)
            heard, sure = understood.heard, understood.outcome is Outcome.ACCEPT
            # A sentence about something else may sound like an option; its own words do not.
            of_points = heard is not None and bool(heard.levels)
            is_meant = objected or (sure and (of_points or understood.confidence >= AUTHORED))
            if (
                heard is None
                or understood.outcome is Outcome.ASK
                or heard.intent
                or heard.text
                or not is_meant
            ):
                continue
            changed = {fact for fact, level in heard.levels.items() if given.levels.get(fact) != level}
            if changed or (heard.option and heard.option != given.option):
                found.append((sure, understood.confidence, id, heard))
        if not found:
            return None
        sure, _, id, heard = max(found, key=lambda one: one[:2])
        says = f'a change of what you said to "{_ask_of(floor, id)}"'
        return Reading(says, lambda floor, words: propose(floor, id, heard, words)), sure

    def _objecting(self, floor: Floor, objects: bool, said: Said) -> Reading | None:
        """That something in the summary is not right, where nothing else was said."""
        if not objects or said.authored_choice:
            return None
        return Reading("that something I summed up is not right", self._which)

    def _which(self, floor: Floor, words: str) -> Reply:
        """Ask the question again that is wrong, or which of them is."""
        answered = self._answered(floor)
        if len(answered) == 1:
            return take_up(floor, answered[0]).after(floor.echo(words))
        awaited = WhichAnswer(tuple((id, _said_of(floor, id)) for id in answered))
        floor.wait_for(awaited)
        return floor.aside(awaited.asks).after(floor.echo(words))

    def _answered(self, floor: Floor) -> tuple[QuestionId, ...]:
        state = floor.interview.state
        return tuple(id for id in self.questions if id in state.answers and id not in state.path.set_aside)


class AwaitedCorrection(msgspec.Struct, frozen=True):
    """The next words may say that the summary is wrong."""

    summarised: Summarised
    asks: str = ""
    insists: bool = False
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """See `Summarised.correct`."""
        return self.summarised.correct(floor, said)


class WhichAnswer(msgspec.Struct, frozen=True):
    """The next words say which of several answers is wrong, by its number.

    Attributes:
        answers: the questions, each with what was answered.
    """

    answers: tuple[tuple[QuestionId, str], ...]
    insists: bool = True
    given_up: str = ""

    @property
    def asks(self) -> str:
        """The answers with their numbers, and the question."""
        lines = (f"{number}. {text}" for number, (_, text) in enumerate(self.answers, start=1))
        return "\n".join([*lines, "Which of these is not right? (the number, or none)"])

    @property
    def ready(self) -> tuple[tuple[str, str], ...]:
        """Each answer, and none of them."""
        numbered = ((text, str(number)) for number, (_, text) in enumerate(self.answers, start=1))
        return (*numbered, ("None of these", "none"))

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Ask the one that is meant again, or go on."""
        from chatbot.conversation.agreeing import Which, chosen, heard_back
        from chatbot.conversation.hearing import hear_rest

        place = chosen(said.words)
        if place is not None and 1 <= place <= len(self.answers):
            return take_up(floor, self.answers[place - 1][0]).after(floor.echo(said.words))
        back = heard_back(said.words)
        if back is None or back.which is not Which.NO or (back.rest and said.authored_choice):
            return None
        reply = hear_rest(floor, back.rest, said.words) if back.rest else None
        return reply or Reply(utterances=(floor.echo(said.words), floor.ask_again()))


def understood_at(floor: Floor, question: QuestionId, words: str) -> Understood:
    """What words mean at a question that was answered before, with its answer in force."""
    from chatbot.dialog.understanding.listening import understand

    held, state = floor.interview.held, floor.interview.state
    asked = held.manager.route.question[question]
    given = state.answers.get(question)
    return understand(
        held.script,
        asked,
        held.manager.route.offered(asked, state.path),
        words,
        settled=given.answer.levels if given else {},
        signs=floor.signs.ids,
        may_not_apply=floor.signs.may_not_apply,
    )


def answer_at(floor: Floor, question: QuestionId, words: str) -> Heard | None:
    """The certain answer that words are at an earlier question; a free text is never certain."""
    understood = understood_at(floor, question, words)
    heard = understood.heard if understood.outcome is Outcome.ACCEPT else None
    return None if heard is None or heard.intent or heard.text else heard


def take_up(floor: Floor, question: QuestionId) -> Reply:
    """Ask a question again, its answer as it stands; of a checklist, only what is wrong need be said."""
    from chatbot.conversation.turning_back import visit

    reply = visit(floor, question)
    given = floor.interview.state.answers[question].answer
    if not given.levels:
        return reply
    floor.draft = recorded(floor, question)
    hint = bot(Kind.ASIDE, "Say only what is different; the rest stays as it is.", question)
    return Reply(utterances=(hint, *reply.utterances))


def propose(floor: Floor, question: QuestionId, heard: Heard, words: str) -> Reply:
    """Take what was said as another answer to that question; it is recorded only after a yes."""
    from chatbot.conversation.answering import take_answer

    floor.visiting = question
    floor.draft = recorded(floor, question)
    return take_answer(floor, heard, words)


def recorded(floor: Floor, question: QuestionId) -> Draft:
    """The answer that is in force, to say of a checklist only what is different."""
    given = floor.interview.state.answers.get(question)
    return Draft(levels=dict(given.answer.levels), reasons=dict(given.answer.reasons)) if given else Draft()


def _either(floor: Floor, readings: tuple[Reading, ...], said: Said) -> Reply:
    asked = Guess(readings, said.words)
    floor.wait_for(asked)
    return floor.aside(asked.asks).after(floor.echo(said.words))


def _ask_of(floor: Floor, question: QuestionId) -> str:
    from chatbot.conversation.filling import fill

    held = floor.interview.held
    return fill(held.manager.route.question[question].ask, floor.interview.facts, held.framework)


def _said_of(floor: Floor, question: QuestionId) -> str:
    """What was answered; of a checklist, whose answer is long, what was asked."""
    from chatbot.conversation.telling import answer_in_words

    held, state = floor.interview.held, floor.interview.state
    asked, answer = held.manager.route.question[question], state.answers[question].answer
    if asked.kind is QuestionKind.CHECKLIST:
        return _ask_of(floor, question)
    return answer_in_words(held.script, asked, answer)


def summarised(floor: Floor, question: QuestionId) -> Summarised | None:
    """The answers behind the summary of the topic that `question` belongs to."""
    held, state = floor.interview.held, floor.interview.state
    topic = held.manager.route.topic[question]
    answers = state.answers
    questions = tuple(
        one.id
        for one in topic.questions
        if one.id in answers
        and one.kind is not QuestionKind.TEXT
        and any(True for _ in stated(one, answers[one.id].answer))
    )
    return Summarised(questions) if questions else None
