"""An interview held line by line."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation.talk import LONGEST, Talk
from chatbot.dialog.script import QuestionKind
from chatbot.facts import AMBITION, TITLE, Level
from chatbot.interview.events import Answered, Event, EventId, Noted, Skipped, Unrecognised
from chatbot.interview.interview import Interview
from chatbot.plain.holding import Ending
from tests.plain.conftest import ADVICE, Hold

DO_NOT_KNOW = ["I don't know"] * 40


@pytest.fixture
def at_checklist(hold: Hold) -> list[str]:
    """The lines that lead to the first checklist of the readiness dialog."""
    held = hold(DO_NOT_KNOW, "readiness")
    route = held.interview.held.manager.route
    path = held.interview.state.path.questions
    first = next(at for at, one in enumerate(path) if route.question[one].kind is QuestionKind.CHECKLIST)
    return DO_NOT_KNOW[:first]


def levels(interview: Interview) -> list[Level]:
    """The levels of the checklist that was answered last."""
    given = [event.what for event in interview.state.events if isinstance(event.what, Answered)]
    return list(given[-1].levels.values())


def test_the_whole_conversation_comes_out_with_a_speaker_before_each_message(hold: Hold) -> None:
    held = hold(["ChangeLink", "4", "quit"])
    starts = ("bot: ", "you> ", "  ", "- ", *(f"{number}. " for number in range(1, 30)))
    assert all(line.startswith(starts) for line in held.lines if line)
    assert "you> ChangeLink" in held.lines


def test_an_answer_is_typed_by_number_and_recorded(hold: Hold) -> None:
    facts = hold(["ChangeLink", "4"]).interview.facts
    assert facts[TITLE] == "ChangeLink"
    assert facts[AMBITION] == "dependency"


def test_a_script_of_answers_finishes_the_interview_when_nothing_is_left_to_ask(hold: Hold) -> None:
    held = hold(DO_NOT_KNOW)
    assert held.ending is Ending.FINISHED
    assert held.interview.finished
    assert f"  {ADVICE}" in held.lines


def test_a_person_at_a_terminal_decides_when_it_is_finished(hold: Hold) -> None:
    held = hold(DO_NOT_KNOW, interactive=True)
    assert held.ending is Ending.NO_INPUT
    assert not held.interview.finished


def test_finish_ends_the_conversation_with_the_advice_and_the_way_to_the_report(hold: Hold) -> None:
    held = hold([*DO_NOT_KNOW, "finish", "never read"], interactive=True)
    assert held.ending is Ending.FINISHED
    advice = held.lines.index(f"  {ADVICE}")
    assert "have it" in held.lines[-1]
    assert advice < len(held.lines) - 1


def test_input_that_ends_early_leaves_the_interview_unfinished(hold: Hold) -> None:
    held = hold(["ChangeLink"])
    assert held.ending is Ending.NO_INPUT
    assert not held.interview.finished


def test_quit_leaves_at_once(hold: Hold) -> None:
    held = hold(["ChangeLink", "quit", "4"])
    assert held.ending is Ending.LEFT
    assert AMBITION not in held.interview.facts


@pytest.mark.parametrize("word", ["why", "help", "review", "advice", "report", "repeat"])
def test_words_that_ask_the_bot_record_nothing_and_are_answered(hold: Hold, word: str) -> None:
    held = hold(["ChangeLink", word])
    assert len([event for event in held.interview.state.events if isinstance(event.what, Answered)]) == 1
    assert held.after(word)


def test_back_with_a_number_shows_the_question_with_the_answer_so_far(hold: Hold) -> None:
    held = hold(["ChangeLink", "4", "back 1"])
    assert any("ChangeLink" in line and "Enter" in line for line in held.after("back 1"))


def test_an_empty_line_keeps_the_answer_and_goes_on_where_the_interview_stands(hold: Hold) -> None:
    held = hold(["ChangeLink", "back 1", "", "4"])
    assert held.interview.facts[TITLE] == "ChangeLink"
    assert held.interview.facts[AMBITION] == "dependency"


def test_an_answer_anew_supersedes_the_one_before(hold: Hold) -> None:
    assert hold(["ChangeLink", "back", "Other", "yes"]).interview.facts[TITLE] == "Other"


def test_skip_note_and_undo_are_recorded(hold: Hold) -> None:
    held = hold(["ChangeLink", "note ask the lawyers", "skip", "undo"])
    assert any(isinstance(event.what, Noted) for event in held.interview.state.events)
    assert any(isinstance(event.what, Skipped) for event in held.interview.state.events)
    assert not held.interview.state.skipped


def test_an_empty_line_records_nothing(hold: Hold) -> None:
    assert len(hold(["", "  "]).interview.state.events) == 1


def test_the_review_numbers_the_answers_as_back_takes_them(hold: Hold) -> None:
    held = hold(["ChangeLink", "4", "review"])
    assert any(line.startswith("1. ") and "ChangeLink" in line for line in held.after("review"))


def test_a_line_that_is_too_long_is_refused_and_not_repeated(hold: Hold) -> None:
    held = hold(["x" * (LONGEST + 1), "ChangeLink"])
    assert held.interview.facts[TITLE] == "ChangeLink"
    assert max(map(len, held.lines)) < LONGEST


def test_a_line_with_control_characters_is_taken_without_them_and_remarked_on(hold: Hold) -> None:
    held = hold(b"Change\x1b[ALink\n")
    assert held.interview.facts[TITLE] == "ChangeLink"
    assert len(held.after("ChangeLink")) > len(hold(["ChangeLink"]).after("ChangeLink"))


def test_a_checklist_is_answered_in_one_line(hold: Hold, at_checklist: list[str]) -> None:
    held = hold([*at_checklist, "y p n ?"], "readiness")
    assert levels(held.interview) == [Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT, Level.UNKNOWN]


@pytest.mark.parametrize("typed", [["1", "2", "3", "4"], ["y", "p", "n", "?"], ["1", "p", "3 no", "4 ?"]])
def test_a_checklist_is_answered_point_by_point(
    hold: Hold, at_checklist: list[str], typed: list[str]
) -> None:
    held = hold([*at_checklist, *typed], "readiness")
    assert levels(held.interview) == [Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT, Level.UNKNOWN]


def test_nothing_of_a_checklist_is_recorded_before_its_last_point(
    hold: Hold, at_checklist: list[str]
) -> None:
    before = hold(at_checklist, "readiness").interview.state.events
    after = hold([*at_checklist, "1", "2", "3"], "readiness").interview.state.events
    assert len(after) == len(before)


def test_a_point_is_asked_again_only_when_it_was_out_of_sight(hold: Hold, at_checklist: list[str]) -> None:
    held = hold([*at_checklist, "why", "review"], "readiness")
    assert not any("Point 1" in line for line in held.after("why"))
    assert any("Point 1" in line for line in held.after("review"))


def test_a_letter_answers_a_question_back_and_not_a_point(hold: Hold, at_checklist: list[str]) -> None:
    held = hold([*at_checklist, "note", "y", "y p n ?"], "readiness")
    assert [event.what.text for event in held.interview.state.notes if isinstance(event.what, Noted)] == ["y"]
    assert levels(held.interview)[0] is Level.ESTABLISHED


def test_the_words_of_a_point_by_point_answer_say_every_point(hold: Hold, at_checklist: list[str]) -> None:
    held = hold([*at_checklist, "1", "2", "3", "4"], "readiness")
    given = [event.what for event in held.interview.state.events if isinstance(event.what, Answered)][-1]
    assert len(given.words.splitlines()) == 4


def test_going_on_says_where_the_interview_stands_and_asks_the_open_question(hold: Hold) -> None:
    first = hold(["ChangeLink", "4"])
    second = hold(["quit"], resumed=first.interview)
    assert "2 of" in second.lines[0]
    assert any(line.startswith("bot: Question 3") for line in second.lines)


def test_a_finished_interview_is_opened_with_its_advice_and_can_be_changed(hold: Hold) -> None:
    finished = hold([*DO_NOT_KNOW, "finish"])
    again = hold(["back 1", "Other", "yes", "quit"], resumed=finished.interview)
    assert f"  {ADVICE}" in again.lines
    assert again.interview.facts[TITLE] == "Other"


def test_what_another_version_recorded_is_named_when_going_on(hold: Hold) -> None:
    interview = hold(["ChangeLink"]).interview
    strange = Unrecognised(kind="cheered", body=b'{"kind":"cheered"}')
    event = Event(id=EventId("x"), seq=3, at="2026-05-04T09:30:00+00:00", who="participant", what=strange)
    interview._store.append(interview.id, event)
    interview.catch_up()
    assert "cheered" in hold(["quit"], resumed=interview).out


def test_what_can_be_done_at_the_end_is_said_once_after_each_reply(hold: Hold) -> None:
    held = hold([*DO_NOT_KNOW[:10], "review", "", "quit"])
    for typed in ("review", ""):
        assert len([line for line in held.after(typed) if "Nothing is left to ask" in line]) == 1


def test_the_ways_onward_are_chosen_by_number_as_in_the_chat(hold: Hold) -> None:
    asked = len(hold(DO_NOT_KNOW, interactive=True).interview.state.path.questions)
    before = DO_NOT_KNOW[:asked]
    assert hold([*before, "1"], interactive=True).ending is Ending.FINISHED
    assert hold([*before, "2", "quit"]).after("2")[1].startswith("bot: ")
    assert hold([*before, "3"]).ending is Ending.LEFT


def test_what_another_window_recorded_is_shown_and_what_was_typed_is_not_lost(hold: Hold) -> None:
    interview = hold(["ChangeLink"]).interview
    other = Interview.resume(interview._store, interview.id)
    Talk(other).say("4")
    held = hold(["2"], resumed=interview)
    assert held.interview.facts[AMBITION] == "dependency"
    assert any(line.startswith("you: ") for line in held.after("2"))
    assert any(line.startswith("bot: ") and line.endswith(" 2") for line in held.after("2"))


def test_a_change_is_previewed_and_recorded_by_a_yes_in_a_pipe_too(hold: Hold) -> None:
    held = hold(["ChangeLink", "4", "1", "back 2", "5", "no", "back 2", "5", "yes", "quit"])
    assert held.interview.facts[AMBITION] == "process"
    assert len(held.after("5")) > 1
    assert len([event for event in held.interview.state.events if isinstance(event.what, Answered)]) == 4


def test_an_empty_line_drops_a_proposed_change(hold: Hold) -> None:
    held = hold(["ChangeLink", "back 1", "Other", "", "4"])
    assert held.interview.facts[TITLE] == "ChangeLink"
    assert held.interview.facts[AMBITION] == "dependency"


def test_a_change_that_nobody_said_yes_to_before_the_input_ended_is_not_recorded_and_nothing_is_finished(
    hold: Hold,
) -> None:
    held = hold([*DO_NOT_KNOW[:9], "back 1", "Other"])
    asked = len(held.interview.state.path.questions)
    held = hold([*DO_NOT_KNOW[:asked], "back 1", "Other"])
    assert not held.interview.finished
    assert held.ending is Ending.NO_INPUT
    assert TITLE not in held.interview.facts or held.interview.facts[TITLE] == Level.UNKNOWN


def test_steps_go_back_and_forth_in_a_pipe(hold: Hold) -> None:
    held = hold(["ChangeLink", "4", "undo", "undo", "redo", "redo", "1", "quit"])
    assert held.interview.facts[TITLE] == "ChangeLink"
    assert held.interview.facts[AMBITION] == "dependency"


def test_notes_and_evidence_are_kept_in_a_pipe(hold: Hold) -> None:
    held = hold(["ChangeLink", "evidence", "the project list", "note: a working title", "quit"])
    assert [one.text for one in held.interview.state.kept] == ["the project list", "a working title"]


@pytest.mark.parametrize("word", ["progress", "example", "meaning", "change"])
def test_every_wish_is_answered_in_a_pipe(hold: Hold, word: str) -> None:
    held = hold(["ChangeLink", word, "quit"])
    assert held.after(word)
    assert AMBITION not in held.interview.facts


def test_beginning_again_is_asked_about(hold: Hold) -> None:
    assert hold(["ChangeLink", "restart", "yes"]).ending is Ending.RESTART
    held = hold(["ChangeLink", "restart", "no", "4"])
    assert held.interview.facts[AMBITION] == "dependency"


def test_the_review_is_by_topic_and_says_what_was_changed_and_noted(hold: Hold) -> None:
    held = hold(["ChangeLink", "back", "Other", "yes", "/note on 1: for now", "review", "quit"])
    lines = held.after("review")
    topic = held.interview.held.script.topics[0].title
    assert any(topic in line for line in lines)
    assert any("Other" in line and "changed" in line and "1 note" in line for line in lines)


def test_what_asks_yes_or_no_is_asked_again_after_the_review(hold: Hold) -> None:
    held = hold(["ChangeLink", "4", "back 1", "Other", "review", "yes", "quit"])
    assert held.interview.facts[TITLE] == "Other"
    assert "yes / no" in held.after("review")[-1]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["1", "2", "3", "4", "y", "n", "?", "y p n ?", "yes", "back", "back 2", "skip", "undo", "note",
             "review", "why", "advice", "finish", "repeat", "", "no", "I don't know", "redo", "change",
             "evidence", "progress", "example", "restart", "the second", "later", "3 na"]
        ),
        st.text(max_size=40),
    ),
    max_size=60,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, dialog=st.sampled_from(["quick", "readiness"]))
def test_whatever_is_typed_the_conversation_goes_on_or_ends(
    hold: Hold, lines: list[str], dialog: str
) -> None:
    held = hold([line.replace("\n", " ") for line in lines], dialog)
    assert held.ending in Ending
    assert (held.ending is Ending.FINISHED) == held.interview.finished


def test_what_was_said_last_and_is_no_answer_is_said_again_when_it_is_taken_up(hold: Hold) -> None:
    held = hold(["ChangeLink", "flurble and blorb"])
    again = hold(["quit"], resumed=held.interview)
    assert "you: flurble and blorb" in again.lines
    held = hold(["4"], resumed=held.interview)
    assert "you: flurble and blorb" not in hold(["quit"], resumed=held.interview).lines


def test_a_line_that_is_no_reply_to_a_restart_is_heard(hold: Hold) -> None:
    held = hold(["restart", "ChangeLink"])
    assert held.interview.facts[TITLE] == "ChangeLink"
    assert hold(["restart"] * 2000 + ["quit"]).ending is Ending.LEFT
