"""A session of eight people on the wall, from the list of who is invited to the report that is handed on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from chatbot.interview.events import Event
from chatbot.interview.room_events import Agreed, Contested, Joined, Resolved, Voted
from tests.e2e.conftest import Open
from tests.e2e.rooms import Facilitator, Said, hold_alone

Call = Callable[..., subprocess.CompletedProcess[str]]

LISTED: Final = {
    "a": ("Ada Byron", "Head of IT"),
    "b": ("Ben Okri", "Legal"),
    "c": ("Cem Aydin", "Finance"),
    "d": ("Dora Maar", "HR"),
    "e": ("Eve Arden", "Sales"),
    "f": ("Finn Lo", "IT"),
    "g": ("Gil Roth", "Legal"),
}
LETTERS: Final = {letter: name for letter, (name, _) in LISTED.items()} | {"l": "Zoe Late"}
PREPARED: Final = ("Ada Byron", "Ben Okri", "Cem Aydin", "Dora Maar", "Eve Arden")


def list_of_people(file: Path) -> Path:
    rows = (f"{name},{role},Nordwind\n" for name, role in LISTED.values())
    file.write_text("name,role,organisation\n" + "".join(rows))
    return file


def test_a_session_of_eight(terminal: Open, call: Call, own_store: Path, tmp_path: Path) -> None:
    alone = {name: tmp_path / f"{name.lower().replace(' ', '-')}.jsonl" for name in PREPARED}
    for number, (name, file) in enumerate(alone.items()):
        hold_alone(name, file, number, number % 3)
    people = list_of_people(tmp_path / "people.csv")
    prework = [part for file in alone.values() for part in ("--prework", str(file))]

    def wall(*arguments: str, store: Path = own_store) -> Facilitator:
        opened = terminal("facilitate", *arguments, columns=120, rows=36, CHATBOT_STORE=str(store))
        return Facilitator(opened, store, said, LETTERS)

    said: list[Said] = []
    first = wall("readiness", "--roster", str(people), *prework)
    first.terminal.wait_for("Space begins")
    first.press("J", "0 of 7 are in the room")
    first.press("abcdef", "6 of 7 are in the room")
    first.press("\x1b", "Space begins")
    first.step("What do you call")
    first.step("The room's answer")
    first.write("", "ChangeLink", seen="Agreed.")
    first.step("0 of 6 have voted")
    before = first.stage
    first.vote("a1b2c1d2e3f2", "6 of 6 have voted")
    assert first.stage == before
    first.step("Space agree")
    assert first.stage != before
    first.press("A", "What does the room agree on?")
    first.press("1", "Agree on 1, because")
    first.write("", "most plants make goods", seen="Agreed.")
    first.write("Db", "we also lend money", seen="Ben Okri does not share it")
    first.write("Nc", "Finance counts it as a service", seen="The note is kept")
    first.write("Ee", "The annual report, page 12", seen="The evidence is kept")
    first.write("K", "Who pays for the second site?", seen="Parked.")
    first.write("T", "Ask the works council", "d", "2026-12-01", seen="The action is kept")

    first.step("0 of 6 have voted")
    before = first.stage
    first.vote("f1a2b3", "3 of 6 have voted")
    first.terminal.kill()

    second = wall("--resume", first.id)
    second.terminal.wait_for("3 of 6 have voted")
    assert second.stage == before
    second.press("J", "6 of 7 are in the room")
    second.press("g", "7 of 7 are in the room")
    second.press("A", "Name")
    second.write("", "Zoe Late", "Audit", "Nordwind", seen="8 of 8 are in the room")
    second.press("\x1b", "3 of 8 have voted")

    notes = wall("--notes", first.id)
    notes.terminal.wait_for("not shown yet")
    beside = wall("--resume", first.id)
    beside.terminal.wait_for("3 of 8 have voted")
    beside.vote("l4g1", "5 of 8 have voted")
    second.terminal.wait_for("5 of 8 have voted")
    second.vote("c1d1e1", "8 of 8 have voted")
    notes.terminal.wait_for(lambda text: "Not yet" not in text and "Zoe Late" in text)
    beside.terminal.wait_for("8 of 8 have voted")
    beside.step("Space agree")
    second.terminal.wait_for("Space agree")
    notes.terminal.wait_for("shown to all")
    assert beside.leave() == 3
    notes.terminal.type("q")
    assert notes.terminal.ended() == 0
    print(second.terminal.text)
