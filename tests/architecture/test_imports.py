"""What a fresh interpreter has loaded once a command has done its work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import chatbot

HEAVY = frozenset(
    {
        "textual",
        "rich",
        "pydantic",
        "yaml",
        "transitions",
        "rapidfuzz",
        "jinja2",
        "msgspec",
        "sqlite3",
        "platformdirs",
    }
)
READING = frozenset({"pydantic", "yaml"})

Loaded = Callable[..., frozenset[str]]


@pytest.fixture
def loaded(own_store: Path) -> Loaded:
    """Run some code and say which of the heavy libraries, and which of our own parts, it has loaded."""

    def run(code: str, stdin: str = "") -> frozenset[str]:
        done = subprocess.run(
            [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, sep=' ', file=sys.stderr)"],
            input=stdin.encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(chatbot.__file__).parents[1])},
        )
        modules = done.stderr.decode().splitlines()[-1].split()
        ours = {".".join(name.split(".")[:2]) for name in modules if name.startswith("chatbot.")}
        return frozenset({name.partition(".")[0] for name in modules} & HEAVY | ours)

    return run


def called(*arguments: str) -> str:
    return f"from chatbot.cli import main\nmain({list(arguments)!r})"


@pytest.fixture
def interview(loaded: Loaded, own_store: Path) -> str:
    """An interview with two answers, which also warms the cache."""
    loaded(called("interview", "quick", "--plain"), "ChangeLink\n4\n")
    store = subprocess.run(
        [sys.executable, "-m", "chatbot", "sessions", "--json"], capture_output=True, check=True
    )
    return str(json.loads(store.stdout)[0]["id"])


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_load_nothing_but_click(loaded: Loaded, option: str) -> None:
    assert loaded(called(option)) == {"chatbot.cli", "chatbot.errors"}


def test_listing_interviews_reads_neither_yaml_nor_runs_the_dialog_manager(
    loaded: Loaded, interview: str
) -> None:
    assert loaded(called("sessions")) & HEAVY == {"msgspec", "sqlite3"}


def test_an_export_needs_the_store_and_nothing_else(loaded: Loaded, interview: str) -> None:
    parts = loaded(called("export", interview))
    assert parts & HEAVY == {"msgspec", "sqlite3"}
    assert parts & {"chatbot.framework", "chatbot.conversation"} == set()


def test_the_linear_mode_does_without_a_screen(loaded: Loaded, interview: str) -> None:
    parts = loaded(called("interview", "quick", "--plain"), "quit\n")
    assert parts & {"textual", "rich", "jinja2", "rapidfuzz", *READING} == set()
    assert parts & {"chatbot.chat", "chatbot.check"} == set()


def test_a_session_in_the_linear_mode_does_without_a_screen(loaded: Loaded, interview: str) -> None:
    parts = loaded(called("facilitate", "quick", "--plain"), "next\nquit\n")
    assert parts & {"textual", "rich", "jinja2", "rapidfuzz"} == set()
    assert parts & {"chatbot.chat", "chatbot.check"} == set()


def test_dialogs_and_knowledge_are_read_without_an_interview(loaded: Loaded) -> None:
    parts = loaded(
        "from chatbot.dialog.load import load_script\n"
        "from chatbot.framework.load import load_framework\n"
        "from chatbot.sources.shipped import dialog_bundle, knowledge_bundle\n"
        "load_script(dialog_bundle('quick')), load_framework(knowledge_bundle())"
    )
    assert parts & {"chatbot.interview", "chatbot.conversation", "textual", "sqlite3"} == set()


def test_a_second_reading_needs_neither_yaml_nor_pydantic(loaded: Loaded, interview: str) -> None:
    parts = loaded(
        "from chatbot.dialog.load import load_script\n"
        "from chatbot.sources.shipped import dialog_bundle\n"
        "load_script(dialog_bundle('quick'))"
    )
    assert parts & READING == set()


def test_a_dialog_does_not_know_the_framework_nor_the_other_way_round(loaded: Loaded) -> None:
    assert "chatbot.framework" not in loaded("import chatbot.dialog.manager, chatbot.dialog.understanding")
    assert "chatbot.dialog" not in loaded("import chatbot.framework.assess, chatbot.framework.advise")


def test_the_chat_asks_its_first_question_before_anything_else_is_loaded(
    loaded: Loaded, interview: str
) -> None:
    parts = loaded(
        "import chatbot.commands.chatting, chatbot.chat.app, chatbot.chat.screens.interview\n"
        "from chatbot.commands.opening import interviews_at\n"
        "from chatbot.conversation.talk import Talk\n"
        "from chatbot.interview.interview import Interview\n"
        "with interviews_at(None) as store:\n"
        f"    talk = Talk(Interview.resume(store, {interview!r}))\n"
        "    assert list(talk.so_far()) and talk.asking"
    )
    assert "textual" in parts
    assert parts & {*READING, "jinja2", "rapidfuzz", "chatbot.check", "chatbot.report"} == set()
