"""The dialog manager: one machine per dialog, moving any number of interviews."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.conditions import is_
from chatbot.dialog.answers import Answer
from chatbot.dialog.manager import FINISHED, OPENING, REVIEW, DialogManager, StageError
from chatbot.dialog.script import (
    LevelWording,
    Option,
    OptionId,
    Question,
    QuestionId,
    QuestionKind,
    Script,
    Topic,
    TopicId,
)
from chatbot.facts import FactId

QUESTIONS = [QuestionId(f"question_{number}") for number in range(6)]


def script() -> Script:
    """Six choices; question 3 is asked only of those who said `b` at question 1."""
    branch, stated = FactId("talk.branch"), FactId("talk.stated")
    return Script(
        dialog="made_up",  # type: ignore[arg-type]  # plain text stands for an id here
        title="Made up",
        about="",
        minutes=1,
        greeting=(),
        closing="",
        levels={},
        unknown=LevelWording(label="?"),
        unknown_reply="",
        facts={branch: ("a", "b"), stated: ("a", "b")},
        topics=(
            Topic(
                id=TopicId("only"),
                title="Only",
                questions=tuple(
                    Question(
                        id=id,
                        kind=QuestionKind.CHOICE,
                        ask="",
                        options=tuple(
                            Option(
                                id=OptionId(value), label=value, facts={branch: value} if number == 1 else {}
                            )
                            for value in ("a", "b")
                        ),
                        when=is_(branch, "b") if number == 3 else None,
                    )
                    for number, id in enumerate(QUESTIONS)
                ),
            ),
        ),
    )


MANAGER = DialogManager(script())


@given(due=st.sets(st.sampled_from(QUESTIONS)))
def test_forward_asks_the_questions_that_are_due_in_order_and_ends_at_the_review(
    due: set[QuestionId],
) -> None:
    asked = []
    stage = MANAGER.forward(OPENING, due.__contains__)
    while stage != REVIEW:
        asked.append(stage)
        stage = MANAGER.forward(stage, due.__contains__)
    assert asked == sorted(due)


def test_back_leads_to_the_question_before_on_the_path() -> None:
    on_path = {QUESTIONS[0], QUESTIONS[2], QUESTIONS[5]}
    assert MANAGER.back(REVIEW, on_path.__contains__) == QUESTIONS[5]
    assert MANAGER.back(QUESTIONS[5], on_path.__contains__) == QUESTIONS[2]
    assert MANAGER.back(QUESTIONS[0], on_path.__contains__) == QUESTIONS[0]


def test_back_leads_to_any_earlier_question_and_to_no_later_one() -> None:
    assert MANAGER.back_to(QUESTIONS[4], QUESTIONS[1]) == QUESTIONS[1]
    with pytest.raises(StageError):
        MANAGER.back_to(QUESTIONS[1], QUESTIONS[4])


def test_finishing_is_possible_only_at_the_review_and_reopening_only_after_it() -> None:
    assert MANAGER.finish(REVIEW) == FINISHED
    assert MANAGER.reopen(FINISHED) == REVIEW
    with pytest.raises(StageError):
        MANAGER.finish(QUESTIONS[2])
    with pytest.raises(StageError):
        MANAGER.reopen(REVIEW)


def test_interviews_that_share_a_manager_do_not_move_each_other() -> None:
    first = MANAGER.forward(OPENING, lambda question: question == QUESTIONS[2])
    second = MANAGER.forward(OPENING, lambda question: question == QUESTIONS[4])
    assert MANAGER.forward(first, {QUESTIONS[3]}.__contains__) == QUESTIONS[3]
    assert MANAGER.back(second, {QUESTIONS[1]}.__contains__) == QUESTIONS[1]


@pytest.mark.parametrize(("said", "asked"), [("a", False), ("b", True), ("unknown", False)])
def test_a_question_is_on_the_path_only_when_its_condition_matches(said: str, asked: bool) -> None:
    path = MANAGER.route.path({QUESTIONS[1]: Answer(option=OptionId(said))})
    assert (QUESTIONS[3] in path.questions) is asked


def test_a_condition_matches_nothing_while_its_fact_was_not_asked() -> None:
    assert QUESTIONS[3] not in MANAGER.route.path({}).questions
