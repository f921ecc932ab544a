"""What a report says of an interview, whatever the format."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation.utterances import Kind
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, FactId, Level
from chatbot.framework.contract import Contract
from chatbot.interview.events import Event, EventId, Unrecognised
from chatbot.interview.interview import Interview
from chatbot.report.content.contents import Content, Progress
from chatbot.report.content.fates import Fate
from chatbot.report.content.quoting import quotes
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import Answering, content, option_for

VANITY = FactId("business_case.vanity_metric")

MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def fates(report: Content, question: str) -> list[Fate]:
    """What became of each answer to a question, in the order in which they were given."""
    return [answer.fate for answer in report.spoken.answers if answer.question == question]


def test_a_finished_interview_is_reported_with_both_value_models_and_the_decision(sample: Content) -> None:
    assert sample.progress is Progress.FINISHED
    assert sample.waiting == 0
    assert sample.judged and sample.assessment
    assert sample.judged.headline == sample.assessment["headline"]
    roles = {rung.id: rung.role for rung in sample.judged.ladder if rung.role}
    assert set(roles) == {
        sample.assessment[key] for key in ("recommended", "reachable", "ambition") if sample.assessment[key]
    }


def test_before_the_first_answer_there_is_a_report_that_says_that_it_is_unfinished(begin: Begin) -> None:
    interview = begin()
    report = content(interview)
    assert report.progress is Progress.UNFINISHED
    assert report.waiting == len(interview.state.due)
    assert report.judged
    assert report.spoken.answers == ()


def test_all_questions_answered_but_not_finished_is_unfinished_with_nothing_waiting(
    answering: Answering,
) -> None:
    report = content(answering(dialog="quick"))
    assert (report.progress, report.waiting) == (Progress.UNFINISHED, 0)


def test_while_two_answers_contradict_each_other_nothing_is_concluded_and_both_are_named(
    answering: Answering,
) -> None:
    interview = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    assert interview.state.stage == "reach_or_ambition"
    report = content(interview)
    assert report.progress is Progress.CONTRADICTORY
    assert report.judged is None
    assert report.assessment is None
    assert report.contradiction
    between = report.contradiction.between
    assert {finding.fact for finding in between} == {AMBITION, DISTRIBUTION_APPLIES}
    assert {quote.question for quote in quotes(between)} == {"ambition", "customer_reach"}


def test_what_was_typed_is_quoted_word_for_word_and_what_was_chosen_by_its_label(begin: Begin) -> None:
    interview = begin()
    question, option = option_for(interview, VANITY, "present")
    for words in ("", "the number of *users*"):
        interview.answer(question, Answer(option=option.id), words)
        report = content(interview)
        assert report.judged
        warning = next(one for one in report.judged.warnings if one.id == VANITY)
        (quote,) = quotes(warning.because)
        assert (quote.question, quote.words, quote.verbatim) == (question, words or option.label, bool(words))


@pytest.mark.parametrize("words", ["2", "b)", "option 2", "the second one", " 2. "])
def test_of_words_that_only_name_a_place_on_a_list_the_answer_is_quoted(begin: Begin, words: str) -> None:
    interview = begin()
    question, option = option_for(interview, VANITY, "present")
    interview.answer(question, Answer(option=option.id), words)
    report = content(interview)
    assert report.judged
    found = [finding for warning in report.judged.warnings for finding in warning.because]
    (quote,) = quotes([finding for finding in found if finding.quote and finding.quote.question == question])
    assert (quote.words, quote.verbatim) == (option.label, False)
    (turn,) = [one for one in report.spoken.transcript if one.kind is Kind.ANSWER]
    assert turn.text == f"{words} ({option.label})" and not turn.understood


def test_of_a_list_that_was_filled_in_only_the_point_in_question_is_quoted(begin: Begin) -> None:
    interview = begin()
    question = interview.held.manager.route.question[QuestionId("data_care")]
    levels = {item.fact: Level.ABSENT for item in question.items}
    interview.answer(question.id, Answer(levels=levels), "")
    report = content(interview)
    assert report.judged
    findings = next(one for one in report.judged.warnings if one.id == "data_foundation.at_risk").because
    assert len({finding.quote for finding in findings}) == len(question.items)
    (together,) = quotes(findings)
    assert all(item.label in together.words for item in question.items)


def test_answers_say_what_became_of_them(begin: Begin) -> None:
    interview = begin()
    title, (proof, option) = QuestionId("initiative_title"), option_for(interview, VANITY, "present")
    interview.answer(title, Answer(text="One"), "One")
    interview.answer(title, Answer(text="Two"), "Two")
    interview.answer(proof, Answer(option=option.id), "")
    interview.undo()
    report = content(interview)
    assert fates(report, title) == [Fate.CHANGED, Fate.STANDS]
    assert fates(report, proof) == [Fate.TAKEN_BACK]
    marked = [turn.fate for turn in report.spoken.transcript if turn.kind == "answer" and turn.text != "undo"]
    assert marked == [Fate.CHANGED, Fate.STANDS, Fate.TAKEN_BACK]


def test_an_answer_that_a_later_one_put_off_the_path_is_shown_as_set_aside(answering: Answering) -> None:
    interview = answering(ambition="linked_changes")
    question, option = option_for(interview, AMBITION, "workforce")
    interview.answer(question, Answer(option=option.id), "")
    aside = interview.state.path.set_aside
    assert aside
    report = content(interview)
    assert [fates(report, question) for question in aside] == [[Fate.SET_ASIDE]] * len(aside)
    assert not set(aside) & {gap.question for gap in report.spoken.gaps}


def test_a_question_passed_over_is_a_gap_and_one_not_reached_is_another(begin: Begin) -> None:
    interview = begin()
    interview.skip(QuestionId("initiative_title"))
    gaps = {gap.question: gap.skipped for gap in content(interview).spoken.gaps}
    assert gaps.pop(QuestionId("initiative_title")) is True
    assert not any(gaps.values())
    assert len(gaps) == len(interview.state.due)


def test_a_note_stands_with_its_author_its_time_and_its_question(begin: Begin) -> None:
    interview = begin()
    interview.note("for later", QuestionId("initiative_title"))
    interview.note("taken back", None)
    interview.undo()
    (note,) = content(interview).spoken.notes
    assert (note.text, note.who, note.at) == ("for later", interview.who, interview.state.events[1].at)
    assert note.ask


def test_events_of_other_versions_are_named_with_their_number(begin: Begin) -> None:
    interview = begin()
    events = list(interview.state.events)
    for seq in (2, 3):
        what = Unrecognised(kind="cheered", body=b"{}")
        events.append(
            Event(id=EventId(f"v{seq}"), seq=seq, at="2026-05-04T10:00:00+02:00", who="b", what=what)
        )
    report = content(Interview(interview.id, interview.held, interview._store, events))
    assert report.provenance.unrecognised == (("cheered", 2),)
    assert report.provenance.participants == (interview.who, "b")


def test_provenance_names_the_pinned_contents_and_the_times_of_the_events(
    sample: Content, begin: Begin
) -> None:
    interview = begin()
    provenance = content(interview).provenance
    started = interview.state.events[0]
    assert (provenance.first, provenance.last, provenance.events) == (started.at, started.at, 1)
    assert {provenance.dialog.hash, provenance.framework.hash} == set(
        interview._store.pins(interview.id)  # what a later report is made with
    )
    assert sample.provenance.first < sample.provenance.last


def test_what_a_dialog_may_not_conclude_is_said_with_its_reason(answering: Answering) -> None:
    interview = answering(dialog="quick")
    script = interview.held.script
    assert script.at_most
    report = content(interview)
    assert report.judged
    assert report.judged.decision.decision in ("hold", script.at_most)
    assert report.judged.decision.capped in ("", script.because_at_most)


def test_the_readings_are_those_that_bear_on_the_report(sample: Content, begin: Begin) -> None:
    assert sample.judged
    raised = {warning.title for warning in sample.judged.warnings}
    subjects = {reading.subject for reading in sample.framing.readings}
    about_warnings = {subject for subject in subjects if subject.startswith("Warning: ")}
    assert about_warnings <= {f"Warning: {title}" for title in raised}
    assert "Not applicable" not in subjects
    unsure = {reading.subject for reading in content(begin()).framing.readings}
    assert "Recommended and reachable" in unsure
    assert all(reading.reading for reading in sample.framing.readings)


@MANY
@given(data=st.data())
def test_the_same_events_always_make_the_same_content(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), most=12))
    assert content(interview) == content(interview)


@MANY
@given(data=st.data())
def test_the_words_agree_with_the_conclusions_in_every_interview(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), most=25))
    report = content(interview)
    assessment = interview.assessment()
    assert (assessment is None) == (report.judged is None)
    if assessment is None or report.judged is None:
        return
    advice = interview.advice(assessment)
    contract = Contract(interview.held.framework).of(assessment, advice, interview.statements)
    assert report.assessment == contract
    judged = report.judged
    assert [warning.id for warning in judged.warnings] == [warning.id for warning in assessment.warnings]
    assert [step.finding.fact for step in judged.steps] == [step.fact for step in advice.next_steps]
    assert [item.finding.fact for item in judged.find_out] == [item.fact for item in advice.find_out]
    assert [one.id for one in judged.decision.conditions] == [one.id for one in advice.conditions]
    assert bool(judged.decision.reasons) == (judged.decision.decision == "hold")
    assert (judged.next is None) == (advice.unlock is None or advice.headroom)
    layers = {layer.id for layer in judged.layers}
    assert all(step.why for step in judged.steps if step.finding.fact.partition(".")[0] in layers)


@pytest.mark.parametrize("dialog", ["readiness", "quick"])
def test_every_question_has_its_topic_and_the_transcript_is_in_order(begin: Begin, dialog: str) -> None:
    interview = begin(dialog)
    topics = [turn.topic for turn in content(interview).spoken.transcript]
    assert topics[0] == ""
    assert topics[-1] == interview.held.script.topics[0].title
