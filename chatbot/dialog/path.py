"""The path that a set of answers makes through a dialog; always recomputed, never stored."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from chatbot.conditions import Test, compiled
from chatbot.dialog.answers import Answer, stated
from chatbot.dialog.script import UNKNOWN_OPTION, Option, Question, QuestionId, QuestionKind, Script, Topic
from chatbot.facts import FactId


class Path(msgspec.Struct, frozen=True):
    """What a set of answers comes to.

    Attributes:
        questions: the ids of the questions that apply, in order, answered or not.
        facts: what the answers on the path state.
        origin: which question stated each fact last.
        set_aside: answered questions that are off the path or whose option is no longer offered;
            their answers are kept and read as nothing.
    """

    questions: tuple[QuestionId, ...]
    facts: dict[FactId, str]
    origin: dict[FactId, QuestionId]
    set_aside: tuple[QuestionId, ...]


class _Step(msgspec.Struct, frozen=True):
    topic: Topic
    question: Question
    tests: tuple[Test, ...]


class Route:
    """A script's questions in order, with their conditions compiled once."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self._steps = [
            _Step(topic, question, tuple(compiled(when) for when in (topic.when, question.when) if when))
            for topic in script.topics
            for question in topic.questions
        ]
        self.question = {step.question.id: step.question for step in self._steps}
        self.topic = {step.question.id: step.topic for step in self._steps}
        self.facts = {step.question.id: step.question.facts() for step in self._steps}
        self.place = {step.question.id: place for place, step in enumerate(self._steps)}
        self._offers = {
            step.question.id: {
                option.id: compiled(option.when) for option in step.question.options if option.when
            }
            for step in self._steps
        }

    def path(self, answers: Mapping[QuestionId, Answer]) -> Path:
        """Walk the questions once, in order; a condition sees only what was stated before it."""
        facts: dict[FactId, str] = {}
        origin: dict[FactId, QuestionId] = {}
        on_path: list[QuestionId] = []
        set_aside: list[QuestionId] = []
        values: Mapping[str, str] = facts  # type: ignore[assignment]  # FactId keys are str; Mapping is invariant in its key
        for step in self._steps:
            question = step.question
            answer = answers.get(question.id)
            if step.tests and not all(test(values) for test in step.tests):
                if answer is not None:
                    set_aside.append(question.id)
                continue
            on_path.append(question.id)
            if answer is None:
                continue
            if not self._still_offered(question, answer, values):
                set_aside.append(question.id)
                continue
            for fact, value in stated(question, answer):
                facts[fact] = value
                origin[fact] = question.id
        return Path(tuple(on_path), facts, origin, tuple(set_aside))

    def offered(self, question: Question, path: Path) -> tuple[Option, ...]:
        """The options shown for a choice, given what earlier questions on the path stated."""
        offers = self._offers[question.id]
        before = {
            str(fact): value
            for fact, value in path.facts.items()
            if self.place[path.origin[fact]] < self.place[question.id]
        }
        return tuple(
            option for option in question.options if option.id not in offers or offers[option.id](before)
        )

    def _still_offered(self, question: Question, answer: Answer, values: Mapping[str, str]) -> bool:
        if question.kind is not QuestionKind.CHOICE or answer.option == UNKNOWN_OPTION:
            return True
        test = self._offers[question.id].get(answer.option)
        return test is None or test(values)
