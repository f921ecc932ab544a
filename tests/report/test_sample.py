"""The worked examples that ship, and what is wrong with one that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.errors import ChatbotError, UsageError
from chatbot.report.sample import replay, replay_sample, sample_names
from chatbot.sources.problems import SourceError
from chatbot.sources.shipped import dialogs_folder

SHIPPED = [dialogs_folder() / "samples" / f"{name}.yaml" for name in sample_names()]


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_answers_exactly_the_questions_on_its_path_and_finishes(name: str) -> None:
    sample, interview = replay_sample(name)
    assert sample.sample == name
    assert [said.question for said in sample.answers] == list(interview.state.path.questions)
    assert interview.finished
    assert interview.assessment() is not None


def test_a_sample_is_the_same_interview_every_time() -> None:
    name = sample_names()[0]
    assert replay_sample(name)[1].state.events == replay_sample(name)[1].state.events


def test_a_sample_that_does_not_exist_is_answered_with_the_nearest() -> None:
    name = sample_names()[0]
    with pytest.raises(UsageError) as caught:
        replay_sample(name[:-1])
    assert name in caught.value.todo


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """A copy of the first sample with one change."""
    text = SHIPPED[0].read_text("utf-8")
    assert old in text
    path = tmp_path / "changed.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_an_answer_to_another_question_is_reported_with_its_place(tmp_path: Path) -> None:
    path = changed(tmp_path, "question: intended_change", "question: sector")
    with pytest.raises(ChatbotError) as caught:
        replay(path)
    line = path.read_text("utf-8").split("\n").index("  - question: sector") + 1
    assert caught.value.where.startswith(f"changed.yaml:{line}:")


def test_an_option_that_the_question_does_not_have_is_reported_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ChatbotError) as caught:
        replay(changed(tmp_path, "option: manufacturing", "option: moonshine"))
    assert "moonshine" in caught.value.what
    assert caught.value.where.startswith("changed.yaml:")


def test_missing_answers_are_named(tmp_path: Path) -> None:
    text = SHIPPED[0].read_text("utf-8")
    path = tmp_path / "short.yaml"
    path.write_text(text[: text.rindex("\n  - question: ")], "utf-8")
    with pytest.raises(ChatbotError) as caught:
        replay(path)
    assert replay_sample(sample_names()[0])[0].answers[-1].question in caught.value.what


def test_a_key_that_is_not_known_is_a_problem_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        replay(changed(tmp_path, "title: ", "titel: "))
    assert {problem.path for problem in caught.value.problems} == {"changed.yaml"}


def test_a_file_that_is_not_there_is_an_error_without_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(ChatbotError):
        replay(tmp_path / "nowhere.yaml")
