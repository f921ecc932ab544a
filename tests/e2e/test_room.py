"""A session of eight people on the wall, from the list of who is invited to the report that is handed on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple
from zipfile import ZipFile

import msgspec
import pytest
from msgspec import Struct
from pypdf import PdfReader

from chatbot.report.formats import Format
from chatbot.room.told import name_of
from tests.e2e.conftest import Call, Open, caller, surroundings, terminals
from tests.e2e.rooms import HELD, Facilitator, Said, hold_alone, ids_of, stored
from tests.report.whole.reading import FOR_PEOPLE, as_text, lacking

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
CALLED: Final = {name: f"{name} ({role})" for name, role in LISTED.values()} | {
    "Zoe Late": "Zoe Late (Audit)"
}
TYPED: Final = (
    "ChangeLink",
    "most plants make goods",
    "we also lend money",
    "Counted as a service",
    "The yearly statement, page 12",
    "Who pays for the second site?",
    "Ask the works council",
    "customers never see it",
    "seen there",
    "nobody asked the lawyers",
    "This was told in March",
    "seen here",
)
"""What the facilitator typed: reasons, dissent, notes, evidence, points, and what is to be done."""

PREPARED: Final = ("Ada Byron", "Ben Okri", "Cem Aydin", "Dora Maar", "Eve Arden")


class Held(NamedTuple):
    """A session that was held, and what was said in it.

    Attributes:
        said: every vote in the room.
        alone: what was said beforehand, word for word.
    """

    id: str
    call: Call
    folder: Path
    said: tuple[Said, ...]
    alone: tuple[str, ...]

    def report(self, form: Format, *options: str) -> bytes:
        """A report that is handed on."""
        file = self.folder / f"report.{form}"
        written = self.call("report", self.id, *options, "--format", form, "--force", "-o", str(file))
        assert written.returncode == 0, written.stderr
        return file.read_bytes()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, bytecode: Path) -> Iterator[Held]:
    """The whole session."""
    folder = tmp_path_factory.mktemp("room")
    env = surroundings(folder, bytecode)
    with terminals(env) as start:
        session = Session(start, caller(env), folder)
        session.vote_and_agree()
        session.go_on_after_a_crash_with_two_who_come_late()
        session.follow_on_two_more_terminals()
        session.go_on_at_two_places()
        session.decide_and_close()
        session.hand_back()
        yield Held(session.id, session.call, folder, tuple(session.said), tuple(session.alone))


class Session:
    """Eight people, of whom five answered alone beforehand, with a facilitator at a wall of 120x36."""

    def __init__(self, terminal: Open, call: Call, folder: Path) -> None:
        self.call = call
        self.here, self.there = folder / "interviews.db", folder / "there.db"
        self.said: list[Said] = []
        self.alone: list[str] = []
        self._terminal = terminal
        self._folder = folder

    @property
    def id(self) -> str:
        """The id of the session."""
        return stored(self.here).interview.id

    def vote_and_agree(self) -> None:
        """Six of the seven on the list are there; what they vote nobody sees before all have."""
        wall = self._wall("readiness", "--roster", str(self._list()), *self._prework())
        wall.terminal.wait_for("Space begins")
        wall.press("J", "0 of 7 are in the room")
        wall.press("abcdef", "6 of 7 are in the room")
        wall.press("\x1b", "Space begins")
        wall.step("What do you call")
        wall.step("The room's answer")
        wall.write("", "ChangeLink", seen="Agreed.")
        wall.step("0 of 6 have voted")
        before = wall.stage
        wall.vote("a1b2c1d2e3f2", "6 of 6 have voted")
        wall.look_for(before)
        wall.step("Space agree")
        assert wall.stage != before
        wall.agree(1, "most plants make goods")
        wall.write("Db", "we also lend money", seen="Ben Okri does not share it")
        wall.write("Nc", "Counted as a service", seen="The note is kept")
        wall.write("Ee", "The yearly statement, page 12", seen="The evidence is kept")
        wall.write("K", "Who pays for the second site?", seen="Parked.")
        wall.write("T", "Ask the works council", "d", "2026-12-01", seen="The action is kept")
        wall.step("0 of 6 have voted")
        self._before = wall.stage
        wall.vote("f1a2b3", "3 of 6 have voted")
        wall.terminal.kill()

    def go_on_after_a_crash_with_two_who_come_late(self) -> None:
        """All votes are there and still hidden; one more comes from the list, and one from beside it."""
        self._after = wall = self._wall("--resume", self.id)
        wall.terminal.wait_for("3 of 6 have voted")
        wall.look_for(self._before)
        wall.press("J", "6 of 7 are in the room")
        wall.press("g", "7 of 7 are in the room")
        wall.press("A", "Name")
        wall.write("", "Zoe Late", "Audit", "Nordwind", seen="8 of 8 are in the room")
        wall.press("\x1b", "3 of 8 have voted")

    def follow_on_two_more_terminals(self) -> None:
        """A second keyboard and the facilitator's own screen follow; only the latter shows who said what."""
        wall = self._after
        notes = self._wall("--notes", self.id)
        notes.terminal.wait_for("not shown yet")
        beside = self._wall("--resume", self.id)
        beside.terminal.wait_for("3 of 8 have voted")
        beside.vote("l4g1", "5 of 8 have voted")
        wall.terminal.wait_for("5 of 8 have voted")
        wall.vote("c1d1e1", "8 of 8 have voted")
        notes.terminal.wait_for(lambda text: "Not yet" not in text and "Zoe Late" in text)
        beside.terminal.wait_for("8 of 8 have voted")
        beside.look_for(self._before)
        wall.look_for(self._before)
        beside.step("Space agree")
        wall.terminal.wait_for("Space agree")
        notes.terminal.wait_for("shown to all")
        assert beside.leave() == 3
        notes.terminal.type("q")
        assert notes.terminal.ended() == 0
        wall.agree(1, "customers never see it")
        wall.step("0 of 8 have voted")
        wall.vote("a1b2c1d2e1f1g1l2", "8 of 8 have voted")
        wall.step("Space agree")
        assert wall.leave() == 3

    def go_on_at_two_places(self) -> None:
        """Another machine takes the session over, and both go on with the same question."""
        assert self._import(self._export(self.here), self.there) == 0
        other = self._wall("--resume", self.id, store=self.there)
        other.terminal.wait_for("8 of 8 have voted")
        other.agree(2, "seen there")
        other.write("Dg", "nobody asked the lawyers", seen="Gil Roth does not share it")
        other.write("Nl", "This was told in March", seen="The note is kept")
        assert other.leave() == 3
        wall = self._wall("--resume", self.id)
        wall.terminal.wait_for("8 of 8 have voted")
        wall.agree(1, "seen here")
        assert wall.leave() == 3

    def decide_and_close(self) -> None:
        """What differs is refused, then joined where that is asked for, and a person decides."""
        back = self._export(self.there)
        refused = self.call("import", str(back))
        assert refused.returncode == 1
        assert "--join" in refused.stderr
        assert self._import(back, self.here, "--join") == 0
        wall = self._wall("--resume", self.id)
        wall.terminal.wait_for("differs between two terminals")
        both = wall.press("C", "held back until you decide")
        assert "seen here" in both
        assert "seen there" in both
        wall.press("\x1b[B\r", "Nothing waits for a decision")
        wall.press("\x1b", lambda text: "because seen here" in text and "Nothing waits" not in text)
        wall.terminal.rest(HELD)  # Escape and a letter at once are another key
        wall.press("Q", "Everything is saved")
        wall.press("\x1b[F\r", "Close the session, with its advice")
        wall.press("\r", "The session is closed")
        wall.terminal.type("\r")
        assert wall.terminal.ended() == 0

    def hand_back(self) -> None:
        """The other machine takes in what came of it, and has the same events."""
        final = self._export(self.here)
        assert self._import(final, self.there, "--join") == 0
        assert ids_of(self._export(self.there)) == ids_of(final)

    def _wall(self, *arguments: str, store: Path | None = None) -> Facilitator:
        kept = store or self.here
        opened = self._terminal("facilitate", *arguments, columns=120, rows=36, CHATBOT_STORE=str(kept))
        return Facilitator(opened, kept, self.said, LETTERS)

    def _list(self) -> Path:
        """Those who are invited, as a table."""
        file = self._folder / "people.csv"
        rows = (f"{name},{role},Nordwind\n" for name, role in LISTED.values())
        file.write_text("name,role,organisation\n" + "".join(rows))
        return file

    def _prework(self) -> Iterator[str]:
        """What five of them answered alone, each differently."""
        for number, name in enumerate(PREPARED):
            file = self._folder / f"{name.lower().replace(' ', '-')}.jsonl"
            self.alone += hold_alone(name, file, number, number % 3)
            yield from ("--prework", str(file))

    def _export(self, store: Path) -> Path:
        """The file that a machine hands over."""
        written = self.call("export", "--store", str(store), self.id)
        assert written.returncode == 0
        file = self._folder / f"{store.stem}.jsonl"
        file.write_text(written.stdout)
        return file

    def _import(self, file: Path, store: Path, *options: str) -> int:
        return self.call("import", *options, "--store", str(store), str(file)).returncode


def test_everybody_is_there_and_no_vote_is_lost(held: Held) -> None:
    room = stored(held.folder / "interviews.db")
    here = [(name_of(one.id, room.state.people), one.here) for one in room.state.people]
    assert here == [(name, True) for name in LETTERS.values()]
    assert not room.state.contests
    assert len(held.said) == 22


@pytest.mark.parametrize("form", [*FOR_PEOPLE, Format.JSON])
def test_whatever_was_said_is_found_in_the_report(held: Held, form: Format) -> None:
    data = held.report(form)
    wanted = [*TYPED, *held.alone]
    if form is Format.JSON:
        assert votes_in(data) == sorted((CALLED[one.who], one.ask, one.label) for one in held.said)
    else:
        text = "".join(as_text(form, data).split())
        assert [one for one in held.said if not gives(text, CALLED[one.who], one.label)] == []
    assert lacking(form, data, wanted) == []


@pytest.mark.parametrize("form", [*FOR_PEOPLE, Format.JSON, Format.CSV])
def test_no_name_is_found_in_the_report_that_may_be_shown_to_all(held: Held, form: Format) -> None:
    parts = {part for name in LETTERS.values() for part in (name, *name.split())}
    data = held.report(form, "--unattributed")
    assert names_in(form, data, parts) == []
    assert "ChangeLink" in as_text(form, data)


@pytest.mark.parametrize("form", [*FOR_PEOPLE, Format.JSON])
def test_every_name_is_found_in_the_report_for_the_record(held: Held, form: Format) -> None:
    assert names_in(form, held.report(form), LETTERS.values()) == sorted(LETTERS.values())


def names_in(form: Format, data: bytes, names: Iterable[str]) -> list[str]:
    """Which names are anywhere in a file, also in what it says about itself."""
    texts = [as_text(form, data)]
    if form is Format.PDF:
        texts += map(str, (PdfReader(io.BytesIO(data)).metadata or {}).values())
        texts += re.findall(r"<x:xmpmeta.*?</x:xmpmeta>", data.decode("latin-1"), re.DOTALL)
    elif form is Format.WORD:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels", ".svg"))]
            texts += [archive.read(part).decode() for part in parts]
    else:
        texts.append(data.decode("utf-8-sig"))
    return sorted(one for one in names if any(re.search(rf"\b{re.escape(one)}\b", text) for text in texts))


def gives(text: str, who: str, label: str) -> bool:
    """Whether a report, without its blanks, names somebody among those who gave an answer."""
    said, name = (re.escape("".join(one.split())) for one in (label, who))
    return re.search(f'for"{said}":[^"]*{name}', text) is not None


class _Vote(Struct):
    who: str
    label: str
    round: int


class _Ballot(Struct):
    ask: str
    votes: list[_Vote]


class _Room(Struct):
    ballots: list[_Ballot]


class _Report(Struct):
    room: _Room


def votes_in(data: bytes) -> list[tuple[str, str, str]]:
    """Who voted what in the room, as a report says in JSON."""
    ballots = msgspec.json.decode(data, type=_Report).room.ballots
    return sorted((vote.who, one.ask, vote.label) for one in ballots for vote in one.votes if vote.round)
