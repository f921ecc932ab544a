"""Rows about the chat in a terminal: the first question, a turn, a key, after ten and 10,000 messages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from chatbot.dialog.load import load_script
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.interview.sqlite_store import open_store
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.benchmarks import dialogs
from tests.benchmarks.measuring import Row, in_turn
from tests.benchmarks.rows_process import CHATBOT
from tests.benchmarks.terminal import Terminal

_HERE = Path(__file__).parent / "baselines"
_FIND = "\x06"
"""What the key that opens the search sends: Ctrl+F."""

_QUIET = 0.8
"""Seconds between a question and the answer: longer than the grace against keys typed too early."""


def rows(folder: Path, env: Mapping[str, str], rounds: int) -> Iterator[Row]:
    """The chat as a person meets it."""
    dialog = dialogs.write(folder)
    yield from _first_question(env, rounds)
    yield from _turns(folder, dialog, env, rounds)


def _first_question(env: Mapping[str, str], rounds: int) -> Iterator[Row]:
    memory: tuple[list[float], list[float]] = ([], [])
    script = load_script(dialog_bundle("readiness"))
    first = next(script.questions()).ask[:16]

    def painted(command: list[str], marker: str, kept: list[float]) -> float:
        with Terminal(command, env) as terminal:
            taken = terminal.wait_for(marker) - terminal.started
            terminal.settle(0.3)
            kept.append(terminal.memory())
            return taken

    ours, theirs = in_turn(
        lambda: painted([*CHATBOT, "interview", "readiness"], first, memory[0]),
        lambda: painted([sys.executable, str(_HERE / "bare_chat.py")], "message-20", memory[1]),
        rounds,
    )
    against = "a bare Textual chat of 20 messages with the same libraries"
    yield Row("first question painted in the chat", against, ours, theirs, 1.15)
    yield Row("memory of the chat then", against, memory[0], memory[1], 1.2)


def _turns(folder: Path, dialog: Path, env: Mapping[str, str], rounds: int) -> Iterator[Row]:
    long_store = folder / "long.db"
    interview = _long_interview(long_store, dialog, messages=10_000)
    long_env = {**env, "CHATBOT_STORE": str(long_store)}
    resumed = [*CHATBOT, "interview", "--resume", interview]
    with (
        Terminal([*CHATBOT, "interview", str(dialog)], env) as short,
        Terminal(resumed, long_env) as long,
        Terminal([sys.executable, str(_HERE / "questionary_prompts.py")], env) as peer,
    ):
        for terminal in (short, long, peer):
            terminal.wait_for(dialogs.marker(1))
            terminal.settle(2 * _QUIET)
        turns: dict[str, list[float]] = {"short": [], "long": [], "peer": []}
        keys: dict[str, list[float]] = {"short": [], "long": []}
        for number in range(2, min(rounds + 3, dialogs.QUESTIONS)):
            for name, terminal in (("short", short), ("long", long), ("peer", peer)):
                if name != "peer":
                    keys[name].append(_key(terminal))
                    terminal.send("1")
                    terminal.settle(0.2)
                sent = terminal.send("\r")
                turns[name].append(terminal.wait_for(dialogs.marker(number)) - sent)
            for terminal in (short, long, peer):
                terminal.settle(_QUIET)
        finds = in_turn(_search(long), _search(short), rounds)
    against = "questionary, Enter to the next prompt painted"
    yield Row(
        "a turn: Enter to the next question, stored", against, turns["short"][1:], turns["peer"][1:], 1.0
    )
    yield Row("the same after 10,000 messages", "after 10", turns["long"][1:], turns["short"][1:], 1.2)
    yield Row("a key echoed after 10,000 messages", "after 10", keys["long"][1:], keys["short"][1:], 1.2)
    yield Row("a letter searched for in 10,000 messages", "in 10", *finds, 1.2)


def _key(terminal: Terminal) -> float:
    """Type a letter that no escape sequence holds, wait for it, and take it back."""
    sent = terminal.send("ж")
    taken = terminal.wait_for("ж") - sent
    terminal.send("\x7f")
    terminal.settle(0.2)
    return taken


def _search(terminal: Terminal) -> Callable[[], float]:
    """A measurement: from a letter that is nowhere to the word that it was not found."""
    terminal.send(_FIND)
    terminal.settle(_QUIET)

    def measure() -> float:
        sent = terminal.send("ж")
        taken = terminal.wait_for("nothing found") - sent
        terminal.send("\x7f")
        terminal.settle(0.2)
        return taken

    return measure


def _long_interview(path: Path, dialog: Path, messages: int) -> InterviewId:
    """An interview at its first question with so many messages that were answered and taken back."""
    store = open_store(path, create=True)
    interview = Interview.begin(store, dialog_bundle(str(dialog)), knowledge_bundle())
    notes = messages // 2
    for number in range(notes):
        interview.note(f"note {number}: what somebody said about it", QuestionId("question_1"))
    store.close()
    return interview.id
