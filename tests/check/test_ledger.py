"""The ledger: released ids stay, or say what took their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.check.ledger import read_ledger, update_ledger
from chatbot.check.run import check_paths, update_ledgers
from chatbot.dialog.load import load_script
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problems, SourceError
from chatbot.sources.shipped import LEDGER
from tests.authored import DIALOG, edited, unmarked, write_knowledge

RELEASED = {
    "tiny": {
        "title": (),
        "aim": ("many", "few"),
        "settled": (),
        "looks": ("checked", "looked_right"),
        "controls": ("named", "nobody"),
    }
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of dialogs with one in it."""
    home = tmp_path / "dialogs"
    home.mkdir()
    (home / "tiny.yaml").write_text(DIALOG, encoding="utf-8")
    return home


def found(folder: Path) -> list[tuple[Code, str, tuple[int, int]]]:
    knowledge = write_knowledge(folder.parent / "knowledge")
    return [
        (one.code, Path(one.problem.path).name, (one.problem.line, one.problem.column))
        for one in check_paths([folder, knowledge]).findings
    ]


def test_updating_writes_every_id_and_then_nothing_is_left_to_say(folder: Path) -> None:
    assert found(folder) == [(Code.ID_NOT_IN_LEDGER, "tiny.yaml", (1, 1))]
    ((path, added),) = update_ledgers([folder])
    assert (path, added) == (folder / LEDGER, 11)
    ledger, _ = read_ledger(path.read_text(encoding="utf-8"), Problems(LEDGER))
    assert ledger == RELEASED
    assert found(folder) == []


def test_updating_again_changes_nothing(folder: Path) -> None:
    update_ledgers([folder])
    before = (folder / LEDGER).read_bytes()
    assert update_ledgers([folder]) == [(folder / LEDGER, 0)]
    assert (folder / LEDGER).read_bytes() == before


def test_updating_keeps_ids_that_are_gone(folder: Path) -> None:
    update_ledgers([folder])
    script = load_script(Bundle("dialog", (("tiny.yaml", edited(DIALOG, "- id: few", "- id: some")),)))
    assert update_ledger(folder / LEDGER, [script]) == 1
    ledger, _ = read_ledger((folder / LEDGER).read_text(encoding="utf-8"), Problems(LEDGER))
    assert ledger["tiny"]["aim"] == ("many", "few", "some")


@pytest.mark.parametrize(
    ("ledger", "codes"),
    [
        ("tiny:\n  title: []\n  §gone: []\n", [Code.RELEASED_ID_GONE]),
        ("tiny:\n  aim: [many, few, §gone]\n", [Code.RELEASED_ID_GONE]),
        ("§gone:\n  one: []\n", [Code.RELEASED_ID_GONE]),
        ("tiny:\n  title: §[]\n  title: []\n", [Code.DUPLICATE_KEY]),
        ("tiny: §[title]\n", [Code.NOT_A_MAPPING]),
        ("tiny:\n  title: §x\n", [Code.NOT_A_LIST]),
    ],
)
def test_what_is_wrong_with_the_ledger_is_placed_in_it(folder: Path, ledger: str, codes: list[Code]) -> None:
    text, (line, _) = unmarked(ledger)
    (folder / LEDGER).write_text(text, encoding="utf-8")
    wrong = [one for one in found(folder) if one[0] is not Code.ID_NOT_IN_LEDGER]
    assert [(code, name) for code, name, _ in wrong] == [(code, LEDGER) for code in codes]
    assert wrong[0][2][0] in (line, line + 1)


@pytest.mark.parametrize(
    ("old", "new", "released"),
    [
        ("- id: looks\n", "- id: looks\n        renamed_from: [gone]\n", "tiny:\n  gone: [checked]\n"),
        (
            "label: For few",
            "label: For few\n            renamed_from: [gone]",
            "tiny:\n  aim: [many, gone]\n",
        ),
    ],
)
def test_an_id_that_was_renamed_is_accounted_for(folder: Path, old: str, new: str, released: str) -> None:
    (folder / "tiny.yaml").write_text(edited(DIALOG, old, new), encoding="utf-8")
    (folder / LEDGER).write_text(released, encoding="utf-8")
    assert {code for code, _, _ in found(folder)} == {Code.ID_NOT_IN_LEDGER}


def test_a_dialog_that_cannot_be_read_does_not_count_as_gone(folder: Path) -> None:
    update_ledgers([folder])
    (folder / "other.yaml").write_text("dialog: other\n", encoding="utf-8")
    (folder / LEDGER).write_text((folder / LEDGER).read_text() + "other:\n  one: []\n", encoding="utf-8")
    assert Code.RELEASED_ID_GONE not in {code for code, _, _ in found(folder)}


def test_a_dialog_named_alone_is_compared_with_its_own_ids_only(folder: Path) -> None:
    (folder / LEDGER).write_text("other:\n  one: []\ntiny:\n  gone: []\n", encoding="utf-8")
    report = check_paths([folder / "tiny.yaml", write_knowledge(folder.parent / "knowledge")])
    gone = [one.problem.line for one in report.findings if one.code is Code.RELEASED_ID_GONE]
    assert gone == [4]


def test_a_ledger_that_cannot_be_read_is_left_as_it_is(folder: Path) -> None:
    (folder / LEDGER).write_text("tiny: [\n", encoding="utf-8")
    with pytest.raises(SourceError):
        update_ledgers([folder])
    assert (folder / LEDGER).read_text(encoding="utf-8") == "tiny: [\n"
