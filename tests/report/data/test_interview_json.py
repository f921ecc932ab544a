"""The report as JSON, for other programs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import OptionId, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.framework.contract import Json
from chatbot.interview.events import EventId, InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.report.content.composing import content_of
from chatbot.report.content.contents import Content
from chatbot.report.data.interview_form import VERSION
from chatbot.report.data.interview_json import to_json
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import Answering, content

MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MAY_DIFFER = {"words", "verbatim", "at", "first", "last", "interview", "again"}


def without_words_times_and_ids(data: Json) -> Json:
    """What has to be the same in two interviews with the same answers."""
    if isinstance(data, dict):
        return {key: without_words_times_and_ids(one) for key, one in data.items() if key not in MAY_DIFFER}
    return [without_words_times_and_ids(one) for one in data] if isinstance(data, list) else data


def read(report: Content) -> dict[str, Json]:
    """What another program reads."""
    return json.loads(to_json(report))


def held_by(knowledge: Bundle, words: str, begins: datetime, start: int) -> Content:
    """An interview whose answers are always the same, and whose words, times and ids are not."""
    numbers = count(start)
    dialog = dialog_bundle("readiness")
    interview = Interview.begin(
        MemoryStore(), dialog, knowledge, clock=lambda: begins, new_id=lambda: EventId(f"{next(numbers)}")
    )
    while interview.state.due:
        question = interview.held.manager.route.question[QuestionId(interview.state.stage)]
        answer = Answer(option=OptionId("unknown"))
        if question.kind is QuestionKind.CHECKLIST:
            answer = Answer(levels={item.fact: Level.PARTIAL for item in question.items})
        elif question.kind is QuestionKind.CHOICE:
            answer = Answer(option=question.options[-1].id)
        interview.answer(question.id, answer, words)
    interview.finish()
    return content_of(InterviewId(f"i{start}"), interview.state.events, interview.held)


def test_the_assessment_is_the_very_object_that_assess_prints(sample: Content) -> None:
    data = read(sample)
    assert list(data)[:2] == ["kind", "version"]
    assert (data["kind"], data["version"]) == ("interview", VERSION)
    assert sample.assessment
    assert data["assessment"] == json.loads(json.dumps(sample.assessment))
    assert {"recommended", "reachable", "models", "layers", "warnings", "commitment"} <= set(
        data["assessment"]
    )


def test_the_same_answers_in_other_words_at_other_times_give_the_same_json(knowledge: Bundle) -> None:
    one = held_by(knowledge, "", datetime(2026, 1, 1, tzinfo=UTC), 1)
    other = held_by(knowledge, "in words *of* mine", datetime(2027, 2, 3, tzinfo=UTC), 900)
    assert to_json(one) != to_json(other)
    assert without_words_times_and_ids(read(one)) == without_words_times_and_ids(read(other))


def test_the_facts_can_be_judged_again_without_the_interview(sample: Content) -> None:
    data = read(sample)
    assert set(data["initiative"]) == {"title", "ambition", "sector", "distribution_applies"}
    assert {fact: said["level"] for fact, said in data["facts"].items()} == {
        fact: said.value for fact, said in sample.statements.items() if not fact.startswith("initiative.")
    }


def test_an_answer_has_what_was_understood_the_words_the_time_and_what_became_of_it(begin: Begin) -> None:
    interview = begin()
    for name in ("One", "Two"):
        interview.answer(QuestionId("initiative_title"), Answer(text=name), f"call it {name}")
    first, second = read(content(interview))["answers"]
    assert (first["words"], first["text"], first["superseded"]) == ("call it One", "One", True)
    assert (second["fate"], second["superseded"]) == ("stands", False)
    assert second["at"] == interview.state.events[-1].at
    assert second["who"] == interview.who


def test_while_answers_contradict_each_other_there_is_no_assessment(answering: Answering) -> None:
    interview = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    data = read(content(interview))
    assert data["assessment"] is None
    assert len(data["contradiction"]["between"]) == 2


@MANY
@given(data=st.data())
def test_the_keys_are_the_same_in_every_interview_and_nothing_said_is_missing(
    begin: Begin, sample: Content, data: st.DataObject
) -> None:
    interview = data.draw(steps(begin(), most=15))
    report = content(interview)
    found = read(report)
    assert list(found) == list(read(sample))
    assert to_json(report) == to_json(content(interview))
    assert [note["words"] for note in found["notes"]] == [note.text for note in report.spoken.notes]
    assert [one["text"] for one in found["answers"]] == [one.text for one in report.spoken.answers]
    assert len(found["transcript"]) == len(report.spoken.transcript)


def test_notes_evidence_and_remarks_have_their_kind_their_question_who_and_when(begin: Begin) -> None:
    interview = begin()
    title = QuestionId("initiative_title")
    interview.answer(title, Answer(text="One"), "One, for now", "for now")
    interview.note("ask the board", None)
    interview.evidence("the project list", title)
    interview.evidence("taken back", title)
    interview.undo()
    notes = read(content(interview))["notes"]
    assert [(note["kind"], note["question"], note["words"]) for note in notes] == [
        ("remark", title, "for now"),
        ("note", "", "ask the board"),
        ("evidence", title, "the project list"),
    ]
    assert {note["who"] for note in notes} == {interview.who}
    assert all(note["at"] for note in notes)


def test_a_transcript_that_is_left_out_is_null_and_everything_else_stays(sample: Content) -> None:
    without = json.loads(to_json(sample, transcript=False))
    assert without["transcript"] is None
    assert without | {"transcript": 0} == read(sample) | {"transcript": 0}


def test_a_report_says_by_which_roles_names_were_replaced(begin: Begin) -> None:
    interview = begin()
    for redacted in (None, (), ("person 1",)):
        report = content_of(InterviewId("k3x7"), interview.state.events, interview.held, redacted=redacted)
        assert read(report)["redacted"] == (None if redacted is None else list(redacted))


def test_it_says_what_would_change_the_advice_and_how_its_two_answers_go_together(sample: Content) -> None:
    words = read(sample)["in_words"]
    assert sample.judged
    assert words["decision"]["apart"] == sample.judged.decision.apart
    assert [one["finding"]["fact"] for one in words["turnings"]] == [
        one["finding"]["fact"] for one in words["find_out"]
    ]
    for one, turning in zip(words["turnings"], sample.judged.turnings, strict=True):
        assert (one["says"], one["if_so"], one["if_not"]) == (
            turning.says,
            list(turning.if_so),
            list(turning.if_not),
        )


def test_what_is_concluded_is_said_in_words_with_the_quotes_behind_it(sample: Content) -> None:
    found = read(sample)
    words = found["in_words"]
    assert sample.judged
    assert words["headline"] == found["assessment"]["headline"]
    ids = [warning["id"] for warning in words["warnings"]]
    assert ids == [warning["id"] for warning in found["assessment"]["warnings"]]
    quoted = {
        cause["quote"]["question"] for one in words["warnings"] for cause in one["because"] if cause["quote"]
    }
    assert quoted <= {answer["question"] for answer in found["answers"]}
    assert [step["action"] for step in words["steps"]] == [step.action for step in sample.judged.steps]
    assert [rung["id"] for rung in words["ladder"]] == [one["model"] for one in found["assessment"]["models"]]
