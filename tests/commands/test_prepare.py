"""`chatbot prepare`: which files there are, that nothing is lost by it, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.room.roster import read_roster
from chatbot.sources.problems import SourceError
from tests.commands.conftest import Run

WHEN = ("--at", "2026-05-04 09:30")
PEOPLE = "name;role;organisation\nAda Osei;Head of Quality;Halden Valves\nLi ../../Wei;;\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_three_go_into_a_folder_in_every_format_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "session"
    done = run("prepare", "quick", "--format", "md", "--format", "html", "-o", folder)
    assert done.code == 0
    assert not done.stdout
    assert names(folder) == [
        f"{sheet}.{form}" for sheet in ("agenda", "facilitator", "participants") for form in ("html", "md")
    ]
    assert all(name in done.err for name in names(folder))


def test_the_folder_is_called_session_and_a_pdf_is_what_people_get(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("prepare", "quick", "--agenda").code == 0
    assert names(tmp_path / "session") == ["agenda.pdf"]
    assert (tmp_path / "session" / "agenda.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!"), ("md", b"# ")]
)
def test_one_of_them_goes_into_a_file_by_its_ending(
    run: Run, tmp_path: Path, form: str, begins: bytes
) -> None:
    file = tmp_path / f"notes.{form}"
    again = tmp_path / f"again.{form}"
    for place in (file, again):
        assert run("prepare", "quick", "--facilitator", "--paper", "letter", *WHEN, "-o", place).code == 0
    assert file.read_bytes().startswith(begins)
    assert file.read_bytes() == again.read_bytes()


def test_nothing_is_replaced_unasked_and_then_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "participants.md").write_text("mine")
    wanted = ("prepare", "quick", "--format", "md", "-o", tmp_path)
    done = run(*wanted)
    assert done.code == 1
    assert str(tmp_path / "participants.md") in done.err
    assert "agenda.md" not in names(tmp_path)
    assert (tmp_path / "participants.md").read_text() == "mine"
    assert run(*wanted, "--force").code == 0
    assert (tmp_path / "participants.md").read_text() != "mine"


def test_what_is_known_beforehand_stands_on_the_sheets(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "agenda.md"
    given = ("--title", "Change\x1b[2J *control*", "--ambition", "workforce", "--minutes", "60", *WHEN)
    assert run("prepare", "--agenda", *given, "-o", file).code == 0
    agenda = file.read_text()
    assert r"\*control\*" in agenda
    assert "\x1b" not in agenda
    assert "4 May 2026, 09:30 to 10:30" in agenda
    assert "Reaching customers" not in agenda


def test_a_day_without_a_time_of_day_counts_from_zero(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "agenda.md"
    assert run("prepare", "--agenda", "--at", "2026-05-04", "-o", file).code == 0
    assert "4 May 2026  \n" in file.read_text()
    assert "| 0:05 " in file.read_text()


def test_everybody_on_the_roster_gets_a_sheet_whose_name_nobody_typed(run: Run, tmp_path: Path) -> None:
    people, folder = tmp_path / "people.csv", tmp_path / "sheets"
    people.write_text(PEOPLE)
    given = ("--roster", people, "--personal", "--format", "md", "--send-to", "Maria", "-o", folder)
    done = run("prepare", "quick", *given)
    assert done.code == 0
    assert names(folder) == ["agenda.md", "facilitator.md", "participants-01.md", "participants-02.md"]
    assert "Ada Osei" in (folder / "participants-01.md").read_text()
    assert "Ada Osei" not in (folder / "participants-02.md").read_text()
    assert "Ada Osei" in (folder / "agenda.md").read_text()
    assert "Maria" in (folder / "participants-02.md").read_text()
    assert "participants-01.md  Ada Osei" in done.err


def test_a_roster_with_mistakes_says_each_with_its_place(run: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("name\nAda\nada\n\x07\n")
    done = run("prepare", "--roster", people, "-o", tmp_path / "sheets")
    assert done.code == 1
    assert f"{people}:3:1 G01" in done.err
    assert f"{people}:4:1 Y03" in done.err
    assert not (tmp_path / "sheets").exists()


@pytest.mark.parametrize("name", ["people.csv", "people.yaml"])
def test_an_empty_roster_is_written_to_be_filled_in(run: Run, tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    assert run("prepare", "--roster-template", place).code == 0
    with pytest.raises(SourceError):
        read_roster(place)
    row = (
        "Ada,Quality,Halden\n"
        if name.endswith("csv")
        else "  - {name: Ada, role: Quality, organisation: Halden}\n"
    )
    place.write_text(place.read_text() + row)
    assert [guest.role for guest in read_roster(place)] == ["Quality"]
    assert run("prepare", "--roster-template", place).code == 1
    assert run("prepare", "--roster-template", tmp_path / "people.xlsx").code == 2


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("quick", "--minutes", "5"), "13"),
        (("--minutes", "1000"), "300"),
        (("--ambition", "exprt"), "expert"),
        (("--ambition", "distribution", "--no-customers"), "--no-customers"),
        (("--personal",), "--roster"),
        (("nothing",), "readiness"),
        (("-o", "one.pdf"), "folder"),
        (("--agenda", "-o", "agenda.json"), ".docx"),
        (("--agenda", "-o", "agenda.odt"), ".docx"),
        (("--roster", "people.xlsx"), ".csv"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("prepare", *given)
    assert done.code == 2
    assert says in done.err
    assert not list(tmp_path.glob("**/*.pdf"))


def test_a_file_where_the_folder_should_be_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "session").write_text("mine")
    assert run("prepare", "quick", "-o", tmp_path / "session").code == 1
    assert (tmp_path / "session").read_text() == "mine"
    assert run("prepare", "quick", "-o", tmp_path / "session" / "deeper").code == 1


def test_without_an_aim_it_says_that_one_would_shorten_it(run: Run, tmp_path: Path) -> None:
    said = run("prepare", "quick", "--format", "md", "-o", tmp_path).err
    assert "--ambition" in said
    given = ("--format", "md", "--ambition", "expert", "--force", "-o", tmp_path)
    assert "--ambition" not in run("prepare", "quick", *given).err
