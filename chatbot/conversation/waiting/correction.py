"""Waiting for a correction of what the bot has summed up. Whoever says nothing about it just goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.drafting import Draft
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.answers import stated
from chatbot.dialog.script import Question, QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import AUTHORED, Heard, Intent, Outcome

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_OBJECTS: Final = re.compile(
    r"(?:(?:sorry|well|hm+|wait|oh)\b[\s,.:;-]*)*"
    r"(?:no\b(?!\s+(?:idea|one)\b)|nope\b|wrong\b|incorrect\b|actually\b|correction\b|not\s+(?:quite|true|right|correct|so)\b"
    r"|(?:that|this|it)(?:\s+is|['\u2019]?s)\s+(?:wrong|incorrect|not\s+(?:\w+\s+)?(?:right|true|correct|so))\b"
    r"|(?:that|this|it)\s+is(?:n't|n\u2019t)\s+(?:\w+\s+)?(?:right|true|correct|so)\b"
    r"|you\s+(?:got|understood)\s+(?:that|this|it|me)\s+wrong\b|i\s+(?:meant|misspoke)\b)"
    r"(?:\s+(?:at\s+all|exactly|quite))?[\s,.:;!\u2013-]*",
    re.IGNORECASE,
)
"""How an objection begins; what follows says what is right instead."""

_SAID_OF_IT: Final = (Intent.UNDO, Intent.CHANGE, Intent.BACK)
"""Wishes as which "that is wrong" may also be read."""


class Summarised(msgspec.Struct, frozen=True):
    """The questions whose answers were summed up just now, in their order."""

    questions: tuple[QuestionId, ...]

    def correct(self, floor: Floor, said: Said) -> Reply | None:
        """What comes of an objection to the summary; `None` where the words are none.

        Words that say what is right propose that change, which is shown and asked about before anything is
        recorded. Without such words the question concerned is asked again, with its answer as it stands.
        """
        objection = _OBJECTS.match(said.words)
        if said.wish and not (said.wish.intent in _SAID_OF_IT and not said.wish.target and objection):
            return None
        if said.answer and not objection:
            return None
        rest = said.words[objection.end() :] if objection else said.words
        found = self._heard(floor, rest, objected=objection is not None) if rest.strip() else None
        if found is not None:
            question, heard = found
            return _propose(floor, question, heard, said.words)
        if objection is None or said.answer:
            return None
        return self._which(floor, said)

    def _heard(self, floor: Floor, words: str, *, objected: bool) -> tuple[Question, Heard] | None:
        """The answer to one of the questions that the words correct, the surest first."""
        from chatbot.dialog.understanding.listening import understand

        held, state = floor.interview.held, floor.interview.state
        found: list[tuple[bool, float, Question, Heard]] = []
        for id in self._answered(floor):
            question, given = held.manager.route.question[id], state.answers[id].answer
            understood = understand(
                held.script,
                question,
                held.manager.route.offered(question, state.path),
                words,
                settled=given.levels,
                signs=floor.signs.ids,
                may_not_apply=floor.signs.may_not_apply,
            )
            heard, sure = understood.heard, understood.outcome is Outcome.ACCEPT
            # A sentence about something else may sound like an option; its own words do not.
            of_points = heard is not None and bool(heard.levels)
            meant = objected or (sure and (of_points or understood.confidence >= AUTHORED))
            if heard is None or heard.intent or heard.text or not meant:
                continue
            changed = {fact for fact, level in heard.levels.items() if given.levels.get(fact) != level}
            if changed or (heard.option and heard.option != given.option):
                found.append((sure, understood.confidence, question, heard))
        if not found:
            return None
        *_, question, heard = max(found, key=lambda one: one[:2])
        return question, heard

    def _which(self, floor: Floor, said: Said) -> Reply:
        """Ask the question again that is wrong, or which of them is."""
        answered = self._answered(floor)
        if len(answered) == 1:
            return take_up(floor, answered[0]).after(floor.echo(said.words))
        awaited = WhichAnswer(tuple((id, _said_of(floor, id)) for id in answered))
        floor.wait_for(awaited)
        return floor.aside(awaited.asks).after(floor.echo(said.words))

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
        from chatbot.conversation.agreeing import Which, said_back

        number = said.words.strip(" .)#")
        which = {Which.FIRST: 1, Which.SECOND: 2}.get(said_back(said.words) or Which.NO, 0)
        place = int(number) if number.isdecimal() and len(number) < 3 else which
        if 1 <= place <= len(self.answers):
            return take_up(floor, self.answers[place - 1][0]).after(floor.echo(said.words))
        if said_back(said.words) is Which.NO:
            return Reply(utterances=(floor.echo(said.words), floor.ask_again()))
        return None


def take_up(floor: Floor, question: QuestionId) -> Reply:
    """Ask a question again, its answer as it stands; of a checklist, only what is wrong need be said."""
    from chatbot.conversation.turning_back import visit

    reply = visit(floor, question)
    given = floor.interview.state.answers[question].answer
    if not given.levels:
        return reply
    floor.draft = _draft(floor, question)
    hint = bot(Kind.ASIDE, "Say only what is different; the rest stays as it is.", question)
    return Reply(utterances=(hint, *reply.utterances))


def _propose(floor: Floor, question: Question, heard: Heard, words: str) -> Reply:
    """Take what was said as another answer to that question; it is recorded only after a yes."""
    from chatbot.conversation.answering import take_answer

    floor.visiting = question.id
    floor.draft = _draft(floor, question.id)
    return take_answer(floor, heard, words)


def _draft(floor: Floor, question: QuestionId) -> Draft:
    given = floor.interview.state.answers[question].answer
    return Draft(levels=dict(given.levels), reasons=dict(given.reasons))


def _said_of(floor: Floor, question: QuestionId) -> str:
    """What was answered; of a checklist, whose answer is long, what was asked."""
    from chatbot.conversation.filling import fill
    from chatbot.conversation.telling import answer_in_words

    held, state = floor.interview.held, floor.interview.state
    asked, answer = held.manager.route.question[question], state.answers[question].answer
    if asked.kind is QuestionKind.CHECKLIST:
        return fill(asked.ask, state.path.facts, held.framework)
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
