"""Whatever the bot waits for: an answer to the question in view is recorded as nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chatbot.conversation.talk import Talk
from chatbot.conversation.waiting.awaited import Awaited
from chatbot.conversation.waiting.correction import AwaitedCorrection, Summarised, WhichAnswer
from chatbot.conversation.waiting.evidence import AwaitedEvidence
from chatbot.conversation.waiting.explanation import AwaitedExplanation
from chatbot.conversation.waiting.finishing import ConfirmFinish, OfferToFinish
from chatbot.conversation.waiting.guess import Guess, meant
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import Question, QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import Heard, Intent
from chatbot.facts import Level
from chatbot.interview.interview import Interview
from tests.conftest import Begin
from tests.recorded import recorded
from tests.sayings.sayings import Part, Saying, sayings

MOST = 60


def answering() -> list[Saying]:
    """A sample of the sayings that answer a question which others come before, all over the dialog."""
    meant_so = [
        one
        for one in sayings(Part.TUNED)
        if one.dialog == "readiness" and not one.means.is_nothing and not one.means.intent
    ]
    return meant_so[5 :: max(len(meant_so) // MOST, 1)][:MOST]


def first(question: Question, interview: Interview) -> Answer | None:
    """An answer that claims something; none to a text."""
    if question.kind is QuestionKind.TEXT:
        return None
    if question.kind is QuestionKind.CHOICE:
        return Answer(option=interview.held.manager.route.offered(question, interview.state.path)[0].id)
    signs = {layer.sign.id for layer in interview.held.framework.layers}
    signs |= {model.failure_mode.id for model in interview.held.framework.models}
    return Answer(
        levels={
            item.fact: Level.PRESENT if item.fact in signs else Level.ESTABLISHED for item in question.items
        }
    )


def talk_at(begin: Begin, question: str) -> Talk | None:
    """A conversation at a question, with everything before it answered; none where that leads past it."""
    interview = begin()
    while (stage := interview.state.stage) != question:
        if stage not in interview.held.manager.route.place:
            return None
        asked = interview.held.manager.route.question[QuestionId(stage)]
        answer = first(asked, interview)
        interview.answer(asked.id, answer, "") if answer else interview.skip(asked.id)
    talk = Talk(interview)
    list(talk.so_far())
    talk._floor.wait_for(None)
    return talk


def answered_last(talk: Talk) -> tuple[QuestionId, ...]:
    return tuple(talk.interview.state.answers)[-3:]


def wish(talk: Talk, intent: Intent):
    return meant(talk._floor, Heard(intent=intent))


KINDS: dict[str, Callable[[Talk], Awaited]] = {
    "evidence": lambda talk: AwaitedEvidence(answered_last(talk)[-1], "What shows that?"),
    "explanation": lambda talk: AwaitedExplanation(tension=talk.interview.held.framework.tensions[0]),
    "explanation of what was summed up": lambda talk: AwaitedExplanation(
        tension=talk.interview.held.framework.tensions[1], summarised=Summarised(answered_last(talk))
    ),
    "correction": lambda talk: AwaitedCorrection(Summarised(answered_last(talk))),
    "which answer": lambda talk: WhichAnswer(tuple((one, str(one)) for one in answered_last(talk))),
    "finish": lambda talk: OfferToFinish(summarised=Summarised(answered_last(talk))),
    "finish all the same": lambda talk: ConfirmFinish("Finish all the same?"),
    "guess": lambda talk: Guess((wish(talk, Intent.UNDO),), "hm"),
    "guess of two": lambda talk: Guess((wish(talk, Intent.FINISH), wish(talk, Intent.SKIP)), "hm"),
}


def recorded_by(talk: Talk, words: str) -> list[object]:
    before = len(recorded(talk.interview))
    talk.say(words)
    return [event.what for event in recorded(talk.interview)[before:]]


@pytest.fixture(scope="module")
def expected(begin: Begin) -> list[tuple[Saying, list[object]]]:
    """What each saying records where nothing else is awaited."""
    talks = [(saying, talk_at(begin, saying.question)) for saying in answering()]
    return [
        (one, recorded_by(talk, one.said)) for one, talk in talks if talk is not None and answered_last(talk)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_to_the_question_in_view_is_recorded_as_nothing_else(
    begin: Begin, expected: list[tuple[Saying, list[object]]], kind: str
) -> None:
    else_recorded, got_through = [], 0
    for saying, events in expected:
        if kind == "guess of two" and not any(map(str.isalpha, saying.said)):
            continue  # a number chooses between the two
        talk = talk_at(begin, saying.question)
        assert talk
        talk._floor.wait_for(KINDS[kind](talk))
        happened = recorded_by(talk, saying.said)
        got_through += bool(happened)
        if happened and happened != events:
            else_recorded.append((saying.question, saying.said, happened))
    assert else_recorded == []
    assert len(expected) > MOST / 2
    assert got_through > 0


def test_no_answer_that_is_said_while_a_change_is_proposed_records_anything(begin: Begin) -> None:
    recorded_so, tried = [], 0
    for saying in answering():
        talk = talk_at(begin, saying.question)
        if talk is None or talk.asking is None or len(talk.asking.options) < 3:
            continue
        tried += 1
        talk.choose(talk.asking.options[0].id)
        talk.visit(QuestionId(saying.question))
        assert talk.asking
        talk.choose(talk.asking.options[1].id)
        if happened := recorded_by(talk, saying.said):
            recorded_so.append((saying.question, saying.said, happened))
    assert recorded_so == []
    assert tried > MOST / 4
