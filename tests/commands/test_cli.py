"""How every call of the program ends, and what the help says."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest

import chatbot
from chatbot.cli import COMMANDS, INTERRUPTED, program
from chatbot.errors import ChatbotError, UsageError
from tests.commands.conftest import Run


def replaced(monkeypatch: pytest.MonkeyPatch, command: str, error: BaseException) -> None:
    """Let a command end with an error."""

    @click.command(command)
    def failing() -> None:
        raise error

    module, _, attribute = COMMANDS[command][0].partition(":")
    monkeypatch.setattr(importlib.import_module(module), attribute, failing)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert chatbot.__version__ in run("--version").out


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_lists_every_command_with_what_it_does(run: Run, option: str) -> None:
    listed = run(option).out
    for name, (_, what) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(what)}$", listed, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_shows_an_example_of_it(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    _, _, example = done.out.partition("Example:")
    assert f"chatbot {name}" in example


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_called_as_it_is_listed(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    assert command.name == name


@pytest.mark.parametrize("called", [["nonsense"], ["--nonsense"], ["sessions", "--nonsense"], ["export"]])
def test_wrong_usage_ends_with_2_and_says_where_help_is(run: Run, called: list[str]) -> None:
    done = run(*called)
    assert done.code == 2
    assert done.out == ""
    assert "--help" in done.err


def test_a_misspelled_command_is_answered_with_the_nearest_one(run: Run) -> None:
    assert "sessions" in run("sesions").err


@pytest.mark.parametrize(
    ("error", "code"),
    [(ChatbotError("a", where="b", todo="c"), 1), (UsageError("a", where="b", todo="c"), 2)],
)
def test_an_error_says_what_where_and_what_to_do_on_stderr_and_ends_with_its_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: ChatbotError, code: int
) -> None:
    replaced(monkeypatch, "sessions", error)
    done = run("sessions")
    assert done.code == code
    assert done.out == ""
    assert done.err.split() == ["chatbot:", "a", "b", "c"]


def test_an_error_cannot_write_control_characters_on_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(monkeypatch, "sessions", ChatbotError("\x1b[2J", where="\x9b", todo="\x07"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", run("sessions").err)


def test_several_findings_come_one_a_line_with_nothing_before_their_place(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(monkeypatch, "sessions", ChatbotError("a.yaml:1:1 X1 one\na.yaml:2:1 X2 two"))
    assert run("sessions").err.splitlines()[:2] == ["a.yaml:1:1 X1 one", "a.yaml:2:1 X2 two"]


def test_what_nobody_expected_ends_with_1_and_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced(monkeypatch, "sessions", ValueError("secret words"))
    done = run("sessions")
    assert done.code == 1
    assert "Traceback" not in done.err
    assert "secret words" not in done.err


@pytest.mark.parametrize("error", [ValueError("x"), ChatbotError("x")])
def test_the_traceback_is_shown_to_who_asks_for_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setenv("CHATBOT_DEBUG", "1")
    replaced(monkeypatch, "sessions", error)
    assert "Traceback" in run("sessions").err


def test_what_the_system_refuses_is_passed_on_in_its_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(monkeypatch, "sessions", OSError(28, "No space left on device"))
    done = run("sessions")
    assert done.code == 1
    assert "No space left on device" in done.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupted_call_ends_as_shells_expect(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    replaced(monkeypatch, "sessions", error)
    done = run("sessions")
    assert done.code == INTERRUPTED
    assert "Traceback" not in done.err


def test_a_reader_that_has_gone_is_no_reason_for_a_message(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced(monkeypatch, "sessions", BrokenPipeError())
    assert run("sessions").err == ""


def test_a_character_that_the_output_cannot_show_is_replaced(run: Run, hold: Run) -> None:
    hold("Größe 中")
    done = run("sessions", encoding="latin-1")
    assert done.code == 0
    assert "Größe ?".encode("latin-1") in done.stdout


def test_the_store_may_be_named_before_the_command(run: Run, hold: Run, tmp_path: Path) -> None:
    id = hold("ChangeLink")
    assert id not in run("--store", tmp_path / "other.db", "sessions").out
    assert id in run("--store", tmp_path / "other.db", "sessions", "--store", tmp_path / "interviews.db").out


@pytest.mark.parametrize("called", [[], ["interview"]])
def test_without_a_terminal_the_interview_is_held_line_by_line(run: Run, called: list[str]) -> None:
    done = run(*called, stdin="ChangeLink\n")
    assert done.code == 3
    assert done.out.startswith("bot: ")
    assert "you> ChangeLink" in done.out


def test_a_dumb_terminal_gets_the_linear_mode(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    done = run("interview", stdin="quit\n", terminal=True)
    assert done.out.startswith("bot: ")
    assert "\x1b" not in done.out
