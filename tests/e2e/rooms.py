"""A facilitator in a real terminal, who writes down beside it what the room said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from chatbot.conversation.asking import Signs
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.sqlite_store import open_store
from chatbot.interview.transfer import export
from chatbot.room.offered import Offer, Sheet, sheet
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.e2e.conftest import Terminal

HELD: Final = 0.7
"""Seconds: a little more than those in which a second press of the key for the next step is one too many."""

_FIRST_SEAT: Final = re.compile("^.*[\u25cf\u25d0\u25cb]", re.MULTILINE)
"""Where the strip of people begins, below the question and its answers."""


class Said(NamedTuple):
    """An answer that somebody gave, in the words in which it was offered."""

    who: str
    ask: str
    point: str
    label: str


class Facilitator:
    """Leads a room at one keyboard.

    Args:
        store: the file that the terminal keeps the session in.
        said: what the room said so far, as somebody beside the keyboard hears it; it is added to.
        letters: the letter of each person on the screen.
    """

    def __init__(self, terminal: Terminal, store: Path, said: list[Said], letters: dict[str, str]) -> None:
        self.terminal = terminal
        self.said = said
        self.letters = letters
        self._store = store

    @property
    def room(self) -> Room:
        """The session as it is stored now."""
        return stored(self._store)

    @property
    def id(self) -> str:
        """The id of the session."""
        return self.room.interview.id

    @property
    def sheet(self) -> Sheet:
        """What the room is asked."""
        room = self.room
        assert room.state.current is not None
        found = sheet(room.interview, room.state.current, Signs(room.interview.held.framework))
        assert found is not None
        return found

    @property
    def stage(self) -> str:
        """What is on the wall above the people: the question, its answers, and the votes that are shown."""
        above = _FIRST_SEAT.split(self.terminal.text, maxsplit=1)[0]
        return "\n".join(above.splitlines()[1:]).rstrip()

    def look_for(self, stage: str) -> None:
        """Look until this is on the wall above the people."""
        self.terminal.wait_for(lambda _: self.stage == stage)

    def press(self, keys: str, seen: str | Callable[[str], bool]) -> str:
        """Press keys, and look until something is there."""
        self.terminal.type(keys)
        return self.terminal.wait_for(seen)

    def step(self, seen: str) -> str:
        """The key for the next step."""
        self.terminal.rest(HELD)
        return self.press(" ", seen)

    def write(self, keys: str, *lines: str, seen: str) -> str:
        """Press keys, type lines, and look until something is there."""
        return self.press(keys + "".join(f"{line}\r" for line in lines), seen)

    def vote(self, given: str, seen: str) -> str:
        """People vote: their letter and the digit of their answer, one after the other."""
        asked = self.sheet
        for letter, digit in zip(given[::2], given[1::2], strict=True):
            self._hear(self.letters[letter], asked, asked.offers[int(digit) - 1])
        return self.press(given, seen)

    def agree(self, number: int, reason: str) -> None:
        """The room agrees on an answer, and why."""
        self.press("A", "What does the room agree on?")
        self.press(str(number), f"Agree on {number}, because")
        self.write("", reason, seen="Agreed.")

    def leave(self) -> int:
        """Leave the session; gives the exit code."""
        self.press("Q", "Everything is saved")
        self.terminal.type("Q")
        return self.terminal.ended()

    def _hear(self, who: str, asked: Sheet, offer: Offer) -> None:
        self.said.append(Said(who, asked.ask, asked.point, offer.label))


def stored(file: Path) -> Room:
    """The only session in a file, as it is now."""
    store = open_store(file, create=False)
    try:
        (one,) = store.interviews()
        return Room(Interview.resume(store, one.interview, who=FACILITATOR))
    finally:
        store.close()


def ids_of(file: Path) -> set[str]:
    """The ids of the events in an exported session."""
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    return {str(line["id"]) for line in lines if "seq" in line}


def hold_alone(name: str, file: Path, choices: int, levels: int) -> list[str]:
    """Somebody answers the interview alone, and sends the file.

    Args:
        choices: which of the options they take, from 0; the last where there are fewer.
        levels: the same for points.

    Returns:
        what they said, in their words.
    """
    store = MemoryStore()
    interview = Interview.begin(store, dialog_bundle("readiness"), knowledge_bundle(), who=name)
    told = [f"{name} noted this alone."]
    while (stage := interview.state.stage) in (route := interview.held.manager.route.question):
        question = route[QuestionId(stage)]
        words = f"{name} on {question.id}"
        match question.kind:
            case QuestionKind.TEXT:
                given = Answer(text=words)
            case QuestionKind.CHOICE:
                given = Answer(option=question.options[min(choices, len(question.options) - 1)].id)
            case QuestionKind.CHECKLIST:
                given = Answer(
                    levels={
                        item.fact: ("established", "partial", "absent")[levels] for item in question.items
                    }
                )
        interview.answer(question.id, given, words)
        told.append(words)
    interview.note(told[0], QuestionId("sector"))
    file.write_bytes(b"".join(export(store, interview.id)))
    return told
