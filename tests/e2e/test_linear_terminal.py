"""The linear mode in a real terminal: what only a terminal can show."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

from chatbot.cells import cells
from tests.e2e.conftest import PROGRAM, Open

Sessions = Callable[[], list[dict[str, object]]]

_SETTLED = 0.7
"""Until the prompt behind a question reads what is typed; before that, a key belongs to nobody."""


def test_nothing_is_drawn_and_nothing_moves_the_cursor(terminal: Open) -> None:
    linear = terminal("interview", "quick", "--plain", linear=True)
    linear.wait_for("Question 1 of")
    linear.enter("ChangeLink")
    linear.wait_for("Question 2 of")
    linear.enter("review")
    linear.wait_for("1. What")
    linear.enter("quit")
    assert linear.ended() == 3
    assert b"\x1b" not in linear.raw
    assert b"\x08" not in linear.raw


def test_a_dumb_terminal_gets_it_without_asking(terminal: Open) -> None:
    linear = terminal("interview", "quick", linear=True, TERM="dumb")
    linear.wait_for("Question 1 of")
    assert b"\x1b" not in linear.raw


def test_lines_are_broken_at_words_in_a_terminal_of_20_columns(terminal: Open) -> None:
    linear = terminal("interview", "quick", "--plain", columns=20, linear=True)
    shown = linear.wait_for("you> ")
    words = [line for line in shown.splitlines() if len(line.split()) > 1]
    assert words
    assert all(cells(line) <= 20 for line in words)


def test_ctrl_c_and_ctrl_d_leave_with_everything_saved(terminal: Open, sessions: Sessions) -> None:
    for key in ("\x03", "\x04"):
        linear = terminal("interview", "readiness", "--plain", linear=True)
        linear.wait_for("you> ")
        if "go on with" in linear.text:
            linear.enter("new")
        linear.wait_for("Question 1 of")
        linear.enter("ChangeLink")
        linear.wait_for("Question 2 of")
        linear.wait_for("or type: I can't say yet")
        linear.rest(_SETTLED)
        linear.type(key)
        assert linear.ended() == 3
        assert "--resume" in linear.text
        assert "Traceback" not in linear.text
    assert [one["done"] for one in sessions()] == [1, 1]


def test_what_is_unfinished_is_offered_and_gone_on_with(terminal: Open, sessions: Sessions) -> None:
    first = terminal("interview", "quick", "--plain", linear=True)
    first.wait_for("Question 1 of")
    first.enter("ChangeLink")
    first.wait_for("Question 2 of")
    first.kill()
    second = terminal("interview", "quick", "--plain", linear=True)
    second.wait_for("1. ChangeLink")
    second.enter("1")
    second.wait_for("Question 2 of")
    second.enter("quit")
    assert second.ended() == 3
    assert len(sessions()) == 1


def test_two_terminals_on_one_interview_never_overwrite_each_other(
    terminal: Open, sessions: Sessions
) -> None:
    first = terminal("interview", "quick", "--plain", linear=True)
    first.wait_for("Question 1 of")
    (one,) = sessions()
    second = terminal("interview", "--plain", "--resume", str(one["id"]), linear=True)
    second.wait_for("Question 1 of")
    first.enter("ChangeLink")
    first.wait_for("Question 2 of")
    second.enter("Other")
    second.wait_for("Not recorded: Other")
    second.wait_for("Question 2 of")
    second.enter("4")
    second.wait_for("Question 3 of")
    (one,) = sessions()
    assert (one["title"], one["done"]) == ("ChangeLink", 2)


def test_a_reader_that_goes_away_ends_it_quietly(env: dict[str, str], sessions: Sessions) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "interview", "quick"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **env},
    )
    with program:
        assert program.stdin and program.stdout and program.stderr
        program.stdout.readline()
        program.stdout.close()
        program.stdin.write(b"ChangeLink\n" * 3)
        program.stdin.flush()
        errors = program.stderr.read().decode()
        program.stdin.close()
    assert program.returncode == 3
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


def test_a_megabyte_pasted_in_the_terminal_is_refused_and_the_interview_goes_on(
    terminal: Open, sessions: Sessions
) -> None:
    linear = terminal("interview", "quick", "--plain", linear=True)
    linear.wait_for("Question 1 of")
    linear.enter("x" * 5000)
    linear.wait_for("bytes of a line")
    linear.enter("ChangeLink")
    linear.wait_for("Question 2 of")
    assert [one["title"] for one in sessions()] == ["ChangeLink"]
