"""What was said to be decided stays so in every interview; and what is said follows from the events alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation.listener import Heeded, Listener
from chatbot.dialog.answers import Answer
from chatbot.dialog.manager import REVIEW
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionId, QuestionKind
from chatbot.facts import SIGN_LEVELS, SIGNAL_LEVELS, Level
from chatbot.interview.interview import Interview
from chatbot.interview.state import State
from tests.conftest import Begin
from tests.interviewees import steps

MANY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
STYLES = ["good", "good", "bad", "any", "unknown"]


def answered(draw: st.DrawFn, question: Question, interview: Interview, style: str) -> Answer:
    """An answer of somebody at whose place much is settled, little is, or of whom nothing can be foretold."""
    signs = {layer.sign.id for layer in interview.held.framework.layers}
    match question.kind:
        case QuestionKind.TEXT:
            return Answer(text="words")
        case QuestionKind.CHOICE:
            options = [one.id for one in interview.held.manager.route.offered(question, interview.state.path)]
            if style == "unknown":
                return Answer(option=UNKNOWN_OPTION)
            if style == "good":
                return Answer(option=options[0])
            return Answer(option=draw(st.sampled_from([*options, UNKNOWN_OPTION])))
        case _:
            level = {"good": Level.ESTABLISHED, "bad": Level.ABSENT, "unknown": Level.UNKNOWN}.get(style)
            levels = {
                item.fact: level
                or draw(
                    st.sampled_from(
                        sorted(SIGN_LEVELS if item.fact in signs else SIGNAL_LEVELS - {Level.NOT_APPLICABLE})
                    )
                )
                for item in question.items
            }
            return Answer(levels=levels)


def go_on(draw: st.DrawFn, interview: Interview, most: int = 100) -> None:
    """Answer in styles that change, and pass some questions over."""
    style = "any"
    while most and interview.state.stage in interview.held.manager.route.place:
        most -= 1
        question = interview.held.manager.route.question[QuestionId(interview.state.stage)]
        style = draw(st.sampled_from([style] * 6 + STYLES))
        if question.id == "ambition" or draw(st.integers(0, 9)):
            if question.id in ("ambition", "customer_reach"):
                options = [option.id for option in question.options]
                answer = Answer(option=draw(st.sampled_from(options)))
            else:
                answer = answered(draw, question, interview, style)
            interview.answer(question.id, answer, "")
        else:
            interview.skip(question.id)


@MANY
@given(data=st.data())
@pytest.mark.parametrize("dialog", ["readiness", "quick"])
def test_answering_all_the_rest_never_changes_what_was_decided(
    begin: Begin, dialog: str, data: st.DataObject
) -> None:
    interview = begin(dialog)
    listener = Listener(interview.held)
    draw = data.draw
    said: Heeded | None = None
    while interview.state.stage != REVIEW:
        go_on(draw, interview, most=1)  # type: ignore[arg-type]  # `data.draw` draws as a `DrawFn` does
        heeded = listener.heed(interview.state.events[-1], interview.state)
        if heeded.decided and said is None:
            said = heeded
            assert interview.ahead().outlook.decided
        if said and said.decided:
            now = interview.assessment()
            assert now
            decision = now.commitment.decision
            assert (now.recommended, now.reachable, decision) == (
                said.decided.recommended,
                said.decided.reachable,
                said.decided.decision,
            )


@MANY
@given(data=st.data())
def test_finished_early_it_concludes_what_all_the_answers_would_have(
    begin: Begin, data: st.DataObject
) -> None:
    interview = begin()
    while interview.state.due and not interview.ahead().outlook.decided:
        go_on(data.draw, interview, most=1)  # type: ignore[arg-type]  # as above
    due = interview.state.due
    interview.finish()
    early = interview.assessment()
    warned = {warning.id for warning in early.warnings} if early else set()
    foreseen = set(interview.ahead().outlook.may_come)
    kept = State(interview.held.manager, interview.state.events)
    assert (kept.stage, kept.due) == (interview.state.stage, due)
    interview.reopen()
    assert interview.state.due == due
    go_on(data.draw, interview)  # type: ignore[arg-type]  # as above
    late = interview.assessment()
    assert early and late
    assert (early.recommended, early.reachable, early.certain) == (
        late.recommended,
        late.reachable,
        late.certain,
    )
    assert early.commitment.decision == late.commitment.decision
    assert {warning.id for warning in late.warnings} <= warned | foreseen


@MANY
@given(data=st.data())
def test_what_it_notices_follows_from_the_events_wherever_one_begins_to_listen(
    begin: Begin, data: st.DataObject
) -> None:
    interview = data.draw(steps(begin()))
    events = interview.state.events
    listener, state = Listener(interview.held), State(interview.held.manager)
    heeded = []
    for event in events:
        state.fold(event)
        heeded.append(listener.heed(event, state))
    asked = [one.tension.id for one in heeded if one.tension]
    assert all(one.tension is None or one.decided is None for one in heeded)
    assert len(asked) == len(set(asked))
    start = data.draw(st.integers(0, len(events) - 1))
    late = Listener(interview.held)
    past = State(interview.held.manager)
    for at, event in enumerate(events):
        past.fold(event)
        if at >= start:
            assert late.heed(event, past) == heeded[at]
