"""`chatbot delete ID`: erase an interview."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run

Hold = Callable[..., str]


def ids(run: Run) -> list[str]:
    return [one["id"] for one in json.loads(run("sessions", "--json").out)]


def test_it_asks_first_and_says_what_it_would_erase(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink")
    done = run("delete", id, stdin="n\n", terminal=True)
    assert done.code == 1
    assert "ChangeLink" in done.err
    assert ids(run) == [id]


def test_after_a_yes_no_byte_of_it_is_left(run: Run, hold: Hold, own_store: Path) -> None:
    id = hold("Unmistakable")
    assert run("delete", id, stdin="y\n", terminal=True).code == 0
    assert ids(run) == []
    assert not any(b"Unmistakable" in file.read_bytes() for file in own_store.parent.glob("interviews.db*"))


def test_a_script_says_yes_beforehand(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink")
    assert run("delete", id, "--yes").code == 0
    assert ids(run) == []


def test_without_anybody_to_ask_nothing_is_erased_and_the_call_was_wrong(run: Run, hold: Hold) -> None:
    id = hold("ChangeLink")
    done = run("delete", id, stdin="y\n")
    assert done.code == 2
    assert "--yes" in done.err
    assert ids(run) == [id]


def test_the_beginning_of_an_id_is_enough(run: Run, hold: Hold) -> None:
    assert run("delete", hold("ChangeLink")[:5], "--yes").code == 0


@pytest.mark.parametrize("command", ["delete", "export"])
def test_an_unknown_id_is_a_failure_with_the_way_to_the_list(run: Run, hold: Hold, command: str) -> None:
    hold("ChangeLink")
    done = run(command, "nope")
    assert done.code == 1
    assert "chatbot sessions" in done.err


def test_ctrl_c_at_the_question_erases_nothing(run: Run, hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> bool:
        raise KeyboardInterrupt

    id = hold("ChangeLink")
    monkeypatch.setattr("click.confirm", interrupt)
    assert run("delete", id, terminal=True).code == 130
    assert ids(run) == [id]
