"""Checking what is named: files, folders, or everything that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.check.codes import Severity
from chatbot.check.dialogs import check_dialog
from chatbot.check.findings import Subject
from chatbot.check.run import check_paths
from chatbot.errors import UsageError
from chatbot.framework.load import load_framework
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.shipped import dialog_bundle, dialog_names, knowledge_bundle
from tests.authored import DIALOG, KNOWLEDGE, edited, write_knowledge


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with dialogs and knowledge in it."""
    write_knowledge(tmp_path / "knowledge")
    (tmp_path / "dialogs" / "samples").mkdir(parents=True)
    (tmp_path / "dialogs" / "tiny.yaml").write_text(DIALOG, encoding="utf-8")
    (tmp_path / "dialogs" / "README.md").write_text("# Dialogs\n", encoding="utf-8")
    (tmp_path / "dialogs" / "samples" / "case.yaml").write_text("initiative: {}\n", encoding="utf-8")
    return tmp_path


def test_what_ships_is_clean_and_every_path_through_it_was_followed() -> None:
    report = check_paths()
    assert [str(finding) for finding in report.findings if finding.severity is not Severity.INFO] == []
    assert not report.failed
    assert {facts.dialog for facts in report.dialogs} == set(dialog_names())
    assert all(facts.proved for facts in report.dialogs)
    longest = {facts.dialog: facts.longest for facts in report.dialogs}
    assert longest["readiness"] <= 30
    assert longest["quick"] <= 10


@pytest.mark.parametrize(
    ("named", "subjects"),
    [
        (["."], [Subject.KNOWLEDGE, Subject.DIALOG]),
        (["dialogs"], [Subject.DIALOG]),
        (["dialogs/tiny.yaml"], [Subject.DIALOG]),
        (["dialogs/tiny.yaml", "dialogs"], [Subject.DIALOG]),
        (["knowledge"], [Subject.KNOWLEDGE]),
        (["knowledge/rules.yaml"], [Subject.KNOWLEDGE]),
        (["knowledge/lenses/shops.yaml", "knowledge"], [Subject.KNOWLEDGE]),
        (["knowledge/lenses"], [Subject.KNOWLEDGE]),
    ],
)
def test_a_path_is_taken_for_what_it_is(project: Path, named: list[str], subjects: list[Subject]) -> None:
    report = check_paths([project / name for name in named])
    assert [subject for subject, _ in report.checked] == subjects


@pytest.mark.parametrize("name", ["missing", "missing.yaml", "dialogs/samples/none", "a" * 5000])
def test_a_path_that_is_not_there_is_a_wrong_use(project: Path, name: str) -> None:
    with pytest.raises(UsageError):
        check_paths([project / "dialogs", project / name])


def test_a_folder_without_anything_to_check_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        check_paths([tmp_path])


def test_dialogs_are_checked_against_the_knowledge_that_is_named_with_them(project: Path) -> None:
    (project / "knowledge" / "value_models.yaml").write_text(
        edited(KNOWLEDGE["value_models.yaml"], "{id: process.permissions", "{id: process.rights"), "utf-8"
    )
    report = check_paths([project])
    assert Code.FACT_UNKNOWN in {finding.code for finding in report.findings}


def test_a_dialog_is_checked_against_the_shipped_knowledge_otherwise(project: Path) -> None:
    report = check_paths([project / "dialogs"])
    (left,) = [one for one in report.findings if one.code is Code.FACT_NEVER_ASKED]
    assert "governance.approval_path" in left.problem.message


def test_the_problems_of_all_files_come_in_one_report(project: Path) -> None:
    (project / "dialogs" / "second.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    (project / "dialogs" / "third.yaml").write_bytes(b"\xff")
    (project / "knowledge" / "rules.yaml").write_text("b: [\n", encoding="utf-8")
    report = check_paths([project])
    assert {Path(one.problem.path).name for one in report.findings if one.severity is Severity.ERROR} == {
        "second.yaml",
        "third.yaml",
        "rules.yaml",
    }
    assert report.failed
    assert report.findings == tuple(
        sorted(report.findings, key=lambda one: (one.problem.path, one.problem.line, one.problem.column))
    )


def test_two_dialogs_of_one_id_are_found(project: Path) -> None:
    (project / "dialogs" / "zweite.yaml").write_text(DIALOG, encoding="utf-8")
    report = check_paths([project])
    assert [
        (one.code, Path(one.problem.path).name)
        for one in report.findings
        if one.severity is not Severity.INFO
    ] == [(Code.DIALOG_FILE_NAME, "zweite.yaml"), (Code.DIALOG_TWICE, "zweite.yaml")]


def test_a_finding_is_printed_with_its_place_its_code_and_what_to_do(project: Path) -> None:
    path = project / "dialogs" / "tiny.yaml"
    path.write_text(edited(DIALOG, "closing: That", "clsoing: That"), encoding="utf-8")
    unknown, missing = (str(one) for one in check_paths([path]).findings if one.severity is Severity.ERROR)
    assert missing.startswith(f"{path.as_posix()}:1:1 S02 ") or unknown.startswith(
        f"{path.as_posix()}:1:1 S02 "
    )
    (other,) = [one for one in (unknown, missing) if "S01" in one]
    assert other.startswith(f"{path.as_posix()}:6:1 S01 ")
    assert "Either " in other
    assert '"closing"' in other


def test_too_many_paths_are_said_not_to_be_proved(project: Path) -> None:
    report = check_paths([project], bound=3)
    assert [one.code for one in report.findings if one.severity is Severity.WARNING] == [Code.NOT_PROVED]
    (facts,) = report.dialogs
    assert not facts.proved
    assert facts.bound == 3


def test_an_ambition_that_does_not_apply_has_to_be_cleared_up() -> None:
    framework = load_framework(knowledge_bundle())
    ((name, text),) = dialog_bundle("readiness").files
    marker = "  - id: business_case\n    title:"
    start, rest = text.index("      - id: reach_or_ambition"), text.index(marker)
    broken = Bundle("dialog", ((name, text[:start] + text[rest:]),))
    found = [problem.code for problem in check_dialog(broken, framework).problems]
    assert found == [Code.CONTRADICTION_NOT_CLEARED]
