"""A report of a redacted interview knows no name that was given as one."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import (
    Event,
    EventId,
    InterviewId,
    Known,
    Made,
    Skipped,
    Unrecognised,
    Uttered,
)
from chatbot.interview.interview import Interview
from chatbot.interview.typed import fields as typed_fields
from chatbot.interview.typed import typed_in
from chatbot.report.content.composing import content_of
from chatbot.report.redaction.named import Kind, Named
from chatbot.report.redaction.redacting import redact
from chatbot.report.sample import replay_sample, sample_names
from tests.conftest import Begin
from tests.interviewees import steps

MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
IDS = {
    "dialog dialog_hash framework framework_hash program question option levels event left_out decided",
    "tension declined fact minutes discuss_first beforehand result first second kept",
    "made reply",  # the latter is what the bot said
}
"""What of an event refers to something or is a yes or no, and was never typed."""


def told(interview: Interview, events: tuple[Event, ...]) -> str:
    """Everything that a report says, as one text."""
    content = content_of(InterviewId("k3x7"), events, interview.held, redacted=())
    return msgspec.json.encode(content).decode()


def test_of_every_kind_of_event_it_is_known_what_a_person_typed() -> None:
    ids = {word for line in IDS for word in line.split()}
    for payload in Known.__args__:
        names = {field.name for field in fields(payload)}
        typed = set(typed_fields(payload))
        assert typed <= names
        assert names - typed <= ids, payload


def test_the_same_name_is_the_same_role_in_answers_notes_evidence_and_titles(begin: Begin) -> None:
    interview = begin()
    title = QuestionId("initiative_title")
    interview.answer(title, Answer(text="Keller's copilot"), "Keller's copilot")
    interview.note("our head of quality, Maria Keller, wants it", title)
    interview.evidence("mail of MARIA KELLER", title)
    redacted = redact(interview.state.events, interview.held)
    assert [(one.name, one.by) for one in redacted.replaced] == [("Maria Keller", "the head of quality")]
    report = told(interview, redacted.events)
    assert "keller" not in report.casefold() and "maria" not in report.casefold()
    assert report.count("[the head of quality]") >= 3
    assert len(redacted.events) == len(interview.state.events)


def test_a_participant_with_a_name_becomes_one_without(begin: Begin) -> None:
    interview = begin()
    interview.note("Anna Berg has doubts, says Anna", QuestionId("initiative_title"))
    named = [replace(event, who="Anna Berg") for event in interview.state.events]
    redacted = redact(named, interview.held)
    assert {event.who for event in redacted.events} == {"participant 1"}
    assert "Anna" not in told(interview, redacted.events)


def test_what_the_dialog_says_is_asked_for_by_name_is_replaced_by_the_role_it_gives(begin: Begin) -> None:
    interview = begin()
    question = next(one for one in interview.held.script.questions() if one.names)
    interview.answer(question.id, Answer(option=question.options[0].id), "that was Tomas Reiter again")
    (replaced,) = redact(interview.state.events, interview.held).replaced
    assert (replaced.name, replaced.by) == ("Tomas Reiter", next(iter(question.names.values())))


def test_only_the_answer_to_a_question_for_a_name_names_somebody(begin: Begin) -> None:
    interview = begin()
    question = next(one for one in interview.held.script.questions() if one.names)
    remark = "I saw Vera Holt at lunch"
    said = f"that was nobody. {remark}"
    interview.answer(question.id, Answer(option=question.options[0].id), said, remark)
    interview.note("I saw Tomas Reiter at lunch", question.id)
    interview.evidence("a mail to Ida Roth", question.id)
    redacted = redact(interview.state.events, interview.held)
    assert redacted.replaced == ()
    assert redacted.unsure == ("Vera Holt", "Tomas Reiter", "Ida Roth")


def test_of_a_given_name_that_does_not_occur_it_is_told_what_is_like_it(begin: Begin) -> None:
    interview = begin()
    interview.note("then Mara Kellar signs, with Brixten", QuestionId("initiative_title"))
    also = [
        Named(name=name, kind=Kind.PERSON) for name in ("Maria Keller", "Tom Brixton", "Zdenko", "Quality")
    ]
    replaced = redact(interview.state.events, interview.held, also=also).replaced
    assert [(one.times, one.near) for one in replaced] == [
        (0, ("Mara Kellar",)),
        (0, ("Brixten",)),
        (0, ()),
        (0, ()),
    ]


def test_what_stands_in_place_of_a_name_is_not_listed_as_one_itself(begin: Begin) -> None:
    interview = begin()
    interview.note("so Jane Doe, the Head of Zinc Oversight, and Jane", QuestionId("initiative_title"))
    redacted = redact(interview.state.events, interview.held)
    assert [one.by for one in redacted.replaced] == ["the Head of Zinc Oversight"]
    assert redacted.unsure == ()


def test_whoever_redacts_can_say_which_other_names_there_are(begin: Begin) -> None:
    interview = begin()
    interview.note("it is called project bluebird at brixton", QuestionId("initiative_title"))
    also = [Named(name="Brixton", kind=Kind.ORGANISATION, role="the supplier")]
    redacted = redact(interview.state.events, interview.held, also=also)
    assert "it is called project bluebird at [the supplier]" in list(typed_in(redacted.events[-1].what))


def test_what_could_still_be_a_name_is_listed() -> None:
    _, interview = replay_sample(sample_names()[0])
    interview.note("It runs in SAP Signavio", None)
    redacted = redact(interview.state.events, interview.held)
    assert "SAP Signavio" in redacted.unsure


def test_an_event_of_another_version_is_kept_without_the_name_of_who(begin: Begin) -> None:
    interview = begin()
    odd = Unrecognised(kind="sung", body=b'{"kind": "sung"}')
    event = Event(id=EventId("e9"), seq=2, at=interview.state.events[0].at, who="Anna Berg", what=odd)
    redacted = redact([*interview.state.events, event], interview.held)
    assert redacted.events[-1].what == odd
    assert redacted.events[-1].who == "participant 1"


@MANY
@given(data=st.data())
@pytest.mark.parametrize("dialog", ["readiness", "quick"])
def test_of_a_random_interview_no_name_is_left_in_the_report(
    begin: Begin, dialog: str, data: st.DataObject
) -> None:
    interview = data.draw(steps(begin(dialog), most=12))
    name = data.draw(
        st.sampled_from(["Xaver Quill", "Zoe O'Xquill", "\u674e\u96f7", "Jos\u00e9 Xu\u0301ria"])
    )
    where = data.draw(st.sampled_from(["{}", "as {} says", "({})", "{}'s", "x {}.", "\n{}\n"]))
    question = data.draw(st.sampled_from(list(interview.held.script.questions())))
    interview.note(where.format(name), question.id)
    interview.evidence(where.format(name), question.id)
    also = [Named(name=name, kind=Kind.PERSON)]
    redacted = redact(interview.state.events, interview.held, also=also)
    report = told(interview, redacted.events)
    assert not any(part in report for part in name.split())
    assert len(redacted.events) == len(interview.state.events)


def test_the_label_of_an_option_is_nobodys_name(begin: Begin) -> None:
    interview = begin()
    question = interview.held.manager.route.question[QuestionId("last_decision")]
    interview.answer(question.id, Answer(option=question.options[0].id), question.options[0].label)
    assert redact(interview.state.events, interview.held).replaced == ()


def test_words_that_became_no_answer_are_redacted_with_what_the_bot_quoted_of_them(begin: Begin) -> None:
    interview = begin()
    title = QuestionId("initiative_title")
    interview.note("our head of quality, Maria Keller, wants it", title)
    with interview.hearing("Maria Keller would know"):
        quoted = "Did you mean: \u201cMaria Keller would know\u201d, or \u201cthe one of Mari\u2026\u201d?"
        interview.utter(title, Made.ASKED_BACK, quoted)
    with interview.hearing("ask Keller, not me"):
        interview.skip(title)
    redacted = redact(interview.state.events, interview.held)
    said, skipped = (event.what for event in redacted.events[-2:])
    assert isinstance(said, Uttered) and said.words == "[the head of quality] would know"
    assert said.reply.startswith("Did you mean: \u201c[the head of quality] would know")
    assert "Mari" not in said.reply
    assert isinstance(skipped, Skipped) and skipped.typed == "ask [the head of quality], not me"
    report = told(interview, redacted.events).casefold()
    assert "keller" not in report and "maria" not in report


def test_a_name_that_is_only_said_and_never_answered_is_replaced_too(begin: Begin) -> None:
    interview = begin()
    with interview.hearing("our lawyer, Tomas Reiter, would know that"):
        interview.utter(QuestionId("initiative_title"), Made.NOT_UNDERSTOOD, "")
    redacted = redact(interview.state.events, interview.held)
    assert [one.name for one in redacted.replaced] == ["Tomas Reiter"]
    assert "Reiter" not in told(interview, redacted.events)
