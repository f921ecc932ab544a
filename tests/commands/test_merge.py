"""`chatbot merge`: whose interview is whose, what is printed, and what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Run

Hold = Callable[..., str]


@pytest.fixture
def own(run: Run, hold: Hold, tmp_path: Path) -> tuple[Path, Path]:
    """Two exported interviews that differ in the aim, erased from the store."""
    files = []
    for name, aim in (("ada-byron", "1"), ("ben", "4")):
        id = hold("Claims helper", aim, "note Only Legal knows *this*")
        file = tmp_path / f"{name}.jsonl"
        file.write_bytes(run("export", id).stdout)
        run("delete", id, "--yes")
        files.append(file)
    return files[0], files[1]


def test_the_data_has_people_agreements_and_disagreements_with_what_hangs_on_them(
    run: Run, own: tuple[Path, Path]
) -> None:
    done = run("merge", *own, "--json")
    assert done.code == 0
    data = json.loads(done.out)
    assert [person["name"] for person in data["people"]] == ["Ada Byron", "Ben"]
    assert [(one["question"], one["people"]) for one in data["agreed"]] == [
        ("initiative_title", ["Ada Byron", "Ben"])
    ]
    (one,) = data["disagreements"]
    assert (one["question"], one["fact"], one["spread"], one["comes_up"]) == ("ambition", None, 1.0, True)
    assert [position["people"] for position in one["positions"]] == [["Ada Byron"], ["Ben"]]
    assert {"recommended", "reachable", "decision", "warnings", "layers"} == set(
        one["positions"][0]["if_right"]
    )
    assert set(one["changes"]) == {"recommendation", "commitment", "warnings", "proved"}
    assert "proof_of_worth" in data["unanswered"]


def test_the_session_is_stored_and_can_be_taken_on(run: Run, own: tuple[Path, Path]) -> None:
    id = json.loads(run("merge", *own, "--json").out)["session"]
    again = run(
        "facilitate",
        "--plain",
        "--resume",
        id,
        stdin="join all\nopen ambition\nreveal\nagree 4\nfinish anyway\n",
    )
    assert again.code == 0
    assert "(Ada Byron°)" in again.out
    log = run("export", id).out
    assert log.count("Only Legal knows *this*") == 2


def test_people_read_the_names_the_labels_and_how_to_go_on(run: Run, own: tuple[Path, Path]) -> None:
    done = run("merge", *own)
    assert "Ada Byron" in done.out and "facilitate --resume" in done.err


def test_an_interview_of_the_store_is_named_with_whose_it_is(
    run: Run, hold: Hold, own: tuple[Path, Path]
) -> None:
    id = hold("Claims helper", "2")
    assert run("merge", own[0], id).code == 2
    done = run("merge", own[0], f"Cem Aydin={id}", "--json")
    assert [person["name"] for person in json.loads(done.out)["people"]] == ["Ada Byron", "Cem Aydin"]


def test_a_list_of_people_says_who_is_meant(run: Run, own: tuple[Path, Path], tmp_path: Path) -> None:
    roster = tmp_path / "people.csv"
    roster.write_text("name,role\nAda Byron,IT\nZoe Late,Legal\n")
    assert run("merge", *own, "--roster", roster).code == 2
    done = run("merge", own[0], f"Zoe Late={own[1]}", "--roster", roster, "--json")
    assert [(one["name"], one["role"], one["answers"]) for one in json.loads(done.out)["people"]] == [
        ("Ada Byron", "IT", 2),
        ("Zoe Late", "Legal", 2),
    ]


def test_the_report_of_the_session_is_written_beside_it(
    run: Run, own: tuple[Path, Path], tmp_path: Path
) -> None:
    report = tmp_path / "before.md"
    assert run("merge", *own, "-o", report).code == 0
    assert "Claims helper" in report.read_text()


def test_what_goes_wrong_is_said_and_stores_nothing(run: Run, own: tuple[Path, Path], tmp_path: Path) -> None:
    there = tmp_path / "there.md"
    there.write_text("mine")
    calls = (
        ("merge",),
        ("merge", own[0]),
        ("merge", own[0], f"Ada Byron={own[1]}"),
        ("merge", own[0], tmp_path / "none.jsonl"),
        ("merge", own[0], there),
        ("merge", own[0], "X=nothing"),
        ("merge", own[0], "=x"),
        ("merge", *own, "-o", there),
        ("merge", *own, "-o", tmp_path / "report.xyz"),
    )
    for call in calls:
        done = run(*call)
        assert done.code in (1, 2) and done.err and "Traceback" not in done.err, call
    assert json.loads(run("sessions", "--json").out) == []
    assert there.read_text() == "mine"
