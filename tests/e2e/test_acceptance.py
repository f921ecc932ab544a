"""Held in a terminal, killed half way and gone on with, or piped in one go: the advice is the same."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest

from tests.conftest import Begin
from tests.e2e.answers import Json, lines, without_its_own
from tests.e2e.conftest import Open, Terminal

_GRACE = 0.6
"""Seconds: a little more than the chat lets pass before a question can be answered."""

Call = Callable[..., subprocess.CompletedProcess[str]]
Sessions = Callable[[], list[dict[str, object]]]


@pytest.fixture
def piped(call: Call, sessions: Sessions, begin: Begin) -> Callable[[str], Json]:
    """The report of an interview whose answers were piped in one go."""

    def report_of(dialog: str) -> Json:
        before = {one["id"] for one in sessions()}
        answers = "".join(f"{line}\n" for line in lines(begin(dialog)))
        assert call("interview", dialog, "--plain", stdin=answers).returncode == 0
        (new,) = {str(one["id"]) for one in sessions()} - before
        return report(call, new)

    return report_of


def report(call: Call, id: str) -> Json:
    made = call("report", id, "--format", "json")
    assert made.returncode == 0
    assert call("report", id, "--format", "json").stdout == made.stdout
    found: Json = json.loads(made.stdout)
    return found


def the_one(sessions: Sessions) -> str:
    (one,) = sessions()
    return str(one["id"])


def test_line_by_line_in_a_terminal(
    terminal: Open, call: Call, sessions: Sessions, piped: Callable[[str], Json], begin: Begin
) -> None:
    answers = lines(begin("readiness"))
    half = len(answers) // 2
    first = terminal("interview", "readiness", "--plain", linear=True)
    type_lines(first, answers, range(half))
    first.kill()

    id = the_one(sessions)
    second = terminal("interview", "--plain", "--resume", id, linear=True)
    type_lines(second, answers, range(half, len(answers)))
    second.enter("finish")
    assert second.ended() == 0

    assert without_its_own(report(call, id)) == without_its_own(piped("readiness"))


def type_lines(terminal: Terminal, answers: list[str], numbers: range) -> None:
    """Answer questions, each when it is asked; returns when the answer to the last is recorded."""
    for number in numbers:
        terminal.wait_for(f"Question {number + 1} of")
        terminal.enter(answers[number])
    last = numbers[-1] + 2
    terminal.wait_for(lambda text: f"Question {last} of" in text or "Nothing is left" in text)


def test_in_the_chat(
    terminal: Open, call: Call, sessions: Sessions, piped: Callable[[str], Json], begin: Begin
) -> None:
    answers = lines(begin("quick"))
    half = len(answers) // 2
    first = terminal("interview", "quick", columns=80, rows=24)
    chat(first, answers, range(half))
    first.kill()

    id = the_one(sessions)
    second = terminal("interview", "--resume", id, columns=80, rows=24)
    chat(second, answers, range(half, len(answers)))
    second.rest(_GRACE)
    second.enter("finish")
    second.wait_for("save the report")
    second.type("\x11")
    second.wait_for("Leave the chat")
    second.type("y")
    assert second.ended() == 0

    assert without_its_own(report(call, id)) == without_its_own(piped("quick"))


def chat(terminal: Terminal, answers: list[str], numbers: range) -> None:
    """The same in the chat, which takes nothing for half a second after a question has appeared."""
    for number in numbers:
        terminal.wait_for(f"question {number + 1} of")
        terminal.rest(_GRACE)
        terminal.enter(answers[number])
    last = numbers[-1] + 2
    terminal.wait_for(lambda text: f"question {last} of" in text or "Nothing is left" in text)
