"""The listener in the linear mode: everything it says can be heard, and answered by typing."""

from __future__ import annotations

from chatbot.interview.events import Finished, Noted
from chatbot.plain.holding import Ending
from tests.plain.conftest import Hold

AIM = ["ChangeLink", "skip", "3", "1", "5"]
LAYERS = ["1", "1", "yyyy", "1", "nyyy", "later", "1", "1", "1", "1", "yyyy", "1", "yyny"]


def test_a_tension_is_the_last_thing_said_and_its_explanation_is_kept(hold: Hold) -> None:
    held = hold([*AIM, "1", "2", "it is for the board"], "readiness")
    asks = {tension.ask for tension in held.interview.held.framework.tensions}
    assert any(line.removeprefix("bot: ").startswith(tuple(asks)) for line in held.after("2"))
    note = held.interview.state.events[-1].what
    assert isinstance(note, Noted)
    assert (note.tension, note.text) == ("metric_and_usage", "it is for the board")


def test_a_checklist_can_be_answered_point_by_point_although_something_was_asked(hold: Hold) -> None:
    held = hold([*AIM, "1", "2", "1", "2", "3", "4"], "readiness")
    given = held.interview.state.answers["data_care"].answer  # type: ignore[index]  # a plain word is its id
    assert list(given.levels.values()) == ["established", "partial", "absent", "unknown"]


def test_a_summary_takes_a_correction(hold: Hold) -> None:
    held = hold([*AIM, "1", "1", "yyyy", "1", "no, the quality checks are only partial", "yes"], "readiness")
    assert held.interview.facts["data_foundation.quality_checks"] == "partial"  # type: ignore[index]  # as above


def test_it_can_be_finished_as_soon_as_nothing_can_change(hold: Hold) -> None:
    held = hold([*AIM, *LAYERS, "finish"], "readiness")
    assert held.ending is Ending.FINISHED
    finished = held.interview.state.events[-1].what
    assert isinstance(finished, Finished)
    assert finished.decided
    again = hold(["back", "1", "quit"], "readiness", resumed=held.interview)
    assert "last_week_use" in again.interview.state.answers
    assert not again.interview.finished


def test_an_answer_goes_on_instead(hold: Hold) -> None:
    held = hold([*AIM, *LAYERS, "1"], "readiness")
    assert "last_week_use" in held.interview.state.answers


def test_before_that_it_asks_first(hold: Hold) -> None:
    assert hold([*AIM, "finish", "no"], "readiness").ending is Ending.NO_INPUT
    assert hold([*AIM, "finish", "yes"], "readiness").ending is Ending.FINISHED
