"""A session of eight people on the wall, from the list of who is invited to the report that is handed on."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from chatbot.room.told import name_of
from tests.e2e.conftest import Open
from tests.e2e.rooms import Facilitator, Said, hold_alone, ids_of, stored

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


def test_a_session_of_eight(terminal: Open, call: Call, own_store: Path, tmp_path: Path) -> None:
    people = list_of_people(tmp_path / "people.csv")
    alone = {name: tmp_path / f"{name.lower().replace(' ', '-')}.jsonl" for name in PREPARED}
    prepared = [
        hold_alone(name, file, number, number % 3) for number, (name, file) in enumerate(alone.items())
    ]
    prework = [part for file in alone.values() for part in ("--prework", str(file))]
    said: list[Said] = []

    def wall(*arguments: str, store: Path = own_store) -> Facilitator:
        opened = terminal("facilitate", *arguments, columns=120, rows=36, CHATBOT_STORE=str(store))
        return Facilitator(opened, store, said, LETTERS)

    # Six of the seven on the list are there; they vote, and nobody sees what before all have.
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

    # In the middle of a vote the program is killed; then two people come in late.
    first.step("0 of 6 have voted")
    before = first.stage
    first.vote("f1a2b3", "3 of 6 have voted")
    first.terminal.kill()
    id = first.id
    second = wall("--resume", id)
    second.terminal.wait_for("3 of 6 have voted")
    assert second.stage == before
    second.press("J", "6 of 7 are in the room")
    second.press("g", "7 of 7 are in the room")
    second.press("A", "Name")
    second.write("", "Zoe Late", "Audit", "Nordwind", seen="8 of 8 are in the room")
    second.press("\x1b", "3 of 8 have voted")

    # A second keyboard and the facilitator's own screen follow; only the latter shows who said what.
    notes = wall("--notes", id)
    notes.terminal.wait_for("not shown yet")
    beside = wall("--resume", id)
    beside.terminal.wait_for("3 of 8 have voted")
    beside.vote("l4g1", "5 of 8 have voted")
    second.terminal.wait_for("5 of 8 have voted")
    second.vote("c1d1e1", "8 of 8 have voted")
    notes.terminal.wait_for(lambda text: "Not yet" not in text and "Zoe Late" in text)
    beside.terminal.wait_for("8 of 8 have voted")
    assert beside.stage == before
    beside.step("Space agree")
    second.terminal.wait_for("Space agree")
    notes.terminal.wait_for("shown to all")
    assert beside.leave() == 3
    notes.terminal.type("q")
    assert notes.terminal.ended() == 0
    second.press("A", "What does the room agree on?")
    second.press("1", "Agree on 1, because")
    second.write("", "customers never see it", seen="Agreed.")
    second.step("0 of 8 have voted")
    second.vote("a1b2c1d2e1f1g1l2", "8 of 8 have voted")
    second.step("Space agree")
    assert second.leave() == 3

    # Another machine takes the session over, and both go on with the same question.
    there = tmp_path / "there.db"
    over = exported(call, id, own_store, tmp_path / "over.jsonl")
    assert call("import", "--store", str(there), str(over)).returncode == 0
    other = wall("--resume", id, store=there)
    other.terminal.wait_for("8 of 8 have voted")
    other.press("A", "What does the room agree on?")
    other.press("2", "Agree on 2, because")
    other.write("", "seen there", seen="Agreed.")
    other.write("Dg", "nobody asked the lawyers", seen="Gil Roth does not share it")
    other.write("Nl", "Audit was told in March", seen="The note is kept")
    assert other.leave() == 3
    back = exported(call, id, there, tmp_path / "back.jsonl")
    third = wall("--resume", id)
    third.terminal.wait_for("8 of 8 have voted")
    third.press("A", "What does the room agree on?")
    third.press("1", "Agree on 1, because")
    third.write("", "seen here", seen="Agreed.")
    assert third.leave() == 3

    # What differs is refused, then joined when asked to, and a person decides on it.
    refused = call("import", str(back))
    assert refused.returncode == 1
    assert "--join" in refused.stderr
    assert call("import", "--join", str(back)).returncode == 0
    fourth = wall("--resume", id)
    fourth.terminal.wait_for("differs between two terminals")
    both = fourth.press("C", "held back until you decide")
    assert "seen here" in both
    assert "seen there" in both
    fourth.press("\x1b[B\r", "Nothing waits for a decision")
    fourth.press("\x1b", "because seen here")
    fourth.press("Q", "Everything is saved")
    fourth.press("\x1b[F\r", "Close the session, with its advice")
    fourth.press("\r", "The session is closed")
    fourth.press("\r", "")
    assert fourth.terminal.ended() == 0

    # Both machines end with the same events.
    final = exported(call, id, own_store, tmp_path / "final.jsonl")
    assert call("import", "--join", "--store", str(there), str(final)).returncode == 0
    assert ids_of(exported(call, id, there, tmp_path / "again.jsonl")) == ids_of(final)

    room = stored(own_store)
    assert [(name_of(one.id, room.state.people), one.here) for one in room.state.people] == [
        (name, True) for name in LETTERS.values()
    ]


def list_of_people(file: Path) -> Path:
    """Those who are invited, as a table."""
    rows = (f"{name},{role},Nordwind\n" for name, role in LISTED.values())
    file.write_text("name,role,organisation\n" + "".join(rows))
    return file


def exported(call: Call, id: str, store: Path, file: Path) -> Path:
    """The file that a machine hands over."""
    written = call("export", "--store", str(store), id)
    assert written.returncode == 0
    file.write_text(written.stdout)
    return file
