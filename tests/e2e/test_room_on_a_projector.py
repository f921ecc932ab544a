"""A session on a projector of 80x24, with names and words that nobody would wish for."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest

from chatbot.report.formats import Format
from chatbot.room.letters import letters
from tests.e2e.conftest import Call, Open
from tests.e2e.rooms import Facilitator, stored
from tests.report.whole.reading import FOR_PEOPLE, lacking

NAMES: Final = (
    "[/b] O'Neil",
    "<b>Bo</b> & {{ x }}",
    "\u05e9\u05e8\u05d4 \u05db\u05d4\u05df",
    "Anna-Lena Wolfeschlegelsteinhausenbergerdorff von Habsburg X",
    "{Li} \u738b\u5c0f\u660e",
    "=HYPERLINK(1)",
)
LATE: Final = ("#import Late", "[@click=app.quit]Me[/]")
TITLE: Final = "Change[/b] <i>Link $x$"
REASON: Final = "{{ 7*7 }} =1+1 [/] \\x1b[2J *_`| # <script>"
DISSENT: Final = "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 abc, " + "goes on and on, " * 15
NOTE: Final = "Donaudampfschiff" * 19
EVIDENCE: Final = '#set page(width: 1pt) { INCLUDETEXT "/etc/passwd" }'
POINT: Final = "-- ; DROP TABLE events; [link](javascript:alert(1))"
ACTION: Final = "@SUM(A1) ${HOME} `id` %s %(x)s"
TYPED: Final = (TITLE, REASON, DISSENT.strip(), NOTE, EVIDENCE, POINT, ACTION)


class Projector(Facilitator):
    """A facilitator who finds people by their names."""

    def keys(self, *names: str) -> str:
        """The letters of people."""
        people = self.room.state.people
        codes = {
            people.get(id).name: code for id, code in letters(people.named_first()).items() if people.get(id)
        }
        return "".join(codes[name] for name in names)

    def vote_all(self, digits: str) -> None:
        """Everybody in the room votes, in the order of the list."""
        count = len(digits)
        self.press(digits, f"{count} of {count} have voted")

    def on_to(self, seen: str) -> str:
        """The next step, which leads to another question or to the end."""
        return self.step(seen)


@pytest.fixture
def projector(terminal: Open, own_store: Path, tmp_path: Path) -> Projector:
    """A session that has just begun, with six people on the list."""
    with (tmp_path / "people.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("name", "role"), *((name, f"*{name}*") for name in NAMES)])
    opened = terminal(
        *(
            "facilitate",
            "quick",
            "--minutes",
            "45",
            "--discuss-first",
            "--roster",
            str(tmp_path / "people.csv"),
        ),
        columns=80,
        rows=24,
    )
    opened.wait_for("Space begins")
    return Projector(opened, own_store, [], {})


def test_a_whole_session(projector: Projector, terminal: Open, call: Call, tmp_path: Path) -> None:
    wall = projector
    wall.press("J", "0 of 6 are in the room")
    wall.press("H", "6 of 6 are in the room")
    wall.press("\x1b", "Space begins")
    wall.step("Space agree")
    wall.step("The room's answer")
    wall.write("", TITLE, seen="Agreed.")

    # People vote first, a vote is undone and put back, and they vote once more.
    wall.step("0 of 6 have voted")
    wall.press("M", "Vote, then discuss.")
    before = wall.stage
    wall.vote_all("123456")
    wall.look_for(before)
    wall.press("U", "5 of 6 have voted")
    wall.press("Y", "6 of 6 have voted")
    wall.step("Space agree")
    shown = wall.stage
    assert shown != before
    wall.press("V", "0 of 6 have voted")
    wall.look_for(before)
    wall.vote_all("333333")
    wall.look_for(before)
    wall.step("Space agree")
    wall.step("All say 3. Enter agrees on that")
    wall.press("\r", "Agree on 3, because")
    wall.write("", REASON, seen="Agreed.")
    wall.write(f"D{wall.keys(NAMES[3])}", DISSENT, seen="does not share it.")
    wall.write(f"N{wall.keys(NAMES[2])}", NOTE, seen="The note is kept")
    wall.write(f"E{wall.keys(NAMES[1])}", EVIDENCE, seen="The evidence is kept")
    wall.write("K", POINT, seen="Parked.")
    wall.write("T", ACTION, wall.keys(NAMES[5]), "next week", seen="The action is kept")

    # One leaves, two come late, and a question that was dropped by mistake comes back with one key.
    wall.press("J", "6 of 6 are in the room")
    wall.press(wall.keys(NAMES[0]), "5 of 6 are in the room")
    for number, name in enumerate(LATE, start=7):
        wall.press("A", "Name")
        wall.write("", name, "", "", seen=f"{number - 1} of {number} are in the room")
    wall.press("\x1b", "Space next question")
    wall.step("0 of 7 have voted")
    asked = wall.stage
    wall.press("X", "Dropped")
    assert wall.stage != asked
    wall.press("U", "Undone")
    wall.look_for(asked)

    # The clock stands, the program is killed, and the session goes on where it was.
    wall.press("P", "paused")
    wall.terminal.kill()
    wall = Projector(
        terminal("facilitate", "--resume", wall.id, columns=80, rows=24), tmp_path / "interviews.db", [], {}
    )
    wall.terminal.wait_for("paused")
    wall.look_for(asked)
    wall.press("P", "The clock goes on")
    while "The end of the session" not in wall.terminal.text:
        wall.agree(1, "")
        wall.terminal.rest(0.3)
        wall.press(" ", lambda text: "Space agree" in text or "The end of the session" in text)
    wall.press("\r", "The session is closed")
    wall.terminal.type("\r")
    assert wall.terminal.ended() == 0

    room = stored(tmp_path / "interviews.db")
    assert [(one.name, one.here) for one in room.state.people] == [
        (name, name != NAMES[0]) for name in (*NAMES, *LATE)
    ]
    assert not room.interview.state.due
    for form in (*FOR_PEOPLE, Format.JSON):
        file = tmp_path / f"report.{form}"
        written = call("report", wall.id, "--format", form, "-o", str(file))
        assert written.returncode == 0, written.stderr
        assert lacking(form, file.read_bytes(), [*TYPED, *NAMES, *LATE]) == []
