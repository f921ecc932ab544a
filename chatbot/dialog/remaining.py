"""What is left of a dialog: the questions that remain or could still appear, and what they may change."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from chatbot.conditions import Condition, Operator
from chatbot.conditions.possible import possible
from chatbot.dialog.answers import Answer, is_whole, stated
from chatbot.dialog.path import Route
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.facts import FactId


class Remaining(msgspec.Struct, frozen=True):
    """What may still be said.

    Attributes:
        questions: those that wait for an answer, and those off the path that an answer could bring up.
        facts: those that an answer to them could state, state anew, or leave without a statement.
    """

    questions: tuple[QuestionId, ...]
    facts: frozenset[FactId]


def remaining(
    route: Route, answers: Mapping[QuestionId, Answer], skipped: Collection[QuestionId]
) -> Remaining:
    """What is left to ask, and which facts are therefore not settled yet.

    A question that was passed over is not among it: it is asked again only if somebody comes back to it,
    as an answer is changed only then. It may name more than can really come up, never less.

    Args:
        answers: the answers in force, on the path or set aside.
        skipped: the questions that were passed over.
    """
    questions: list[QuestionId] = []
    open_facts: set[FactId] = set()
    values: dict[str, str] = {}
    for id, question in route.question.items():
        answer = answers.get(id)
        when = _all(route.topic[id].when, question.when)
        asked = possible(when, values, open_facts)
        if not asked.hold:
            continue
        offered = possible(_offer(route, id, answer), values, open_facts)
        if answer is None or not offered.hold:
            if id not in skipped or answer is not None:
                questions.append(id)
                open_facts.update(question.facts())
            continue
        said = dict(stated(question, answer))
        if not is_whole(question, answer):
            questions.append(id)
            open_facts.update(fact for fact in question.facts() if fact not in said)
        if asked.fail or offered.fail:
            # The answer may be set aside, or come back.
            open_facts.update(said if not offered.fail else question.facts())
            if offered.fail:
                questions.append(id)
            continue
        open_facts.difference_update(said)
        values |= {str(fact): value for fact, value in said.items()}
    return Remaining(tuple(questions), frozenset(open_facts))


def _all(*conditions: Condition | None) -> Condition | None:
    parts = tuple(condition for condition in conditions if condition)
    return Condition(op=Operator.ALL, parts=parts) if parts else None


def _offer(route: Route, id: QuestionId, answer: Answer | None) -> Condition | None:
    """On what the option that was chosen is offered."""
    question = route.question[id]
    if answer is None or question.kind is not QuestionKind.CHOICE:
        return None
    return next((option.when for option in question.options if option.id == answer.option), None)
