"""What is set for reports: read without anything that only the chat knows, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.settings.reading import load_settings, read_settings
from chatbot.settings.reports import load_report_settings, theme_folder
from chatbot.settings.settings import Names, ReportSettings
from chatbot.sources.codes import Code

NAMES = Names(themes=("dark",), keys={}, fixed={})


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "chatbot.yaml"


def test_theme_and_paper_are_read_by_the_chat_and_by_a_report_alike(file: Path) -> None:
    file.write_text("theme: dark\nreport:\n  theme: our theme\n  paper: letter\n")
    expected = ReportSettings(theme="our theme", paper="letter")
    for _ in range(2):  # the second time from the cache
        assert load_report_settings(file).settings == expected
        assert load_settings(file, NAMES).settings.report == expected


@pytest.mark.parametrize("text", ["", "# nothing\n", "theme: dark\n", "theme: nonsense\nkeys: {a: b}\n"])
def test_where_nothing_is_said_of_reports_nothing_is_set_and_nothing_wrong(file: Path, text: str) -> None:
    assert load_report_settings(file).settings == ReportSettings()
    file.write_text(text)
    assert load_report_settings(file) == load_report_settings(None)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("report: a4\n", Code.NOT_A_MAPPING, 1),
        ("report:\n  papr: a4\n", Code.UNKNOWN_KEY, 2),
        ("report:\n  paper: a5\n", Code.NOT_A_CHOICE, 2),
        ("report:\n  paper: [a4]\n", Code.NOT_A_CHOICE, 2),
        ("report:\n  theme:\n", Code.NOT_TEXT, 2),
        ("report:\n  theme: [a]\n", Code.NOT_TEXT, 2),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_left_out(
    file: Path, text: str, code: Code, line: int
) -> None:
    file.write_text(text)
    loaded = load_report_settings(file)
    assert [(problem.code, problem.line) for problem in loaded.problems] == [(code, line)]
    assert loaded.settings == ReportSettings()
    chat = read_settings(file.read_bytes(), str(file), NAMES)
    assert [(problem.code, problem.line) for problem in chat.problems] == [(code, line)]


def test_what_is_right_counts_beside_what_is_wrong(file: Path) -> None:
    file.write_text("report:\n  theme: mine\n  paper: a5\n")
    assert load_report_settings(file).settings == ReportSettings(theme="mine")


def test_a_file_that_is_none_is_said_and_nothing_is_set(file: Path) -> None:
    file.mkdir()
    loaded = load_report_settings(file)
    assert [problem.code for problem in loaded.problems] == [Code.UNREADABLE]
    assert loaded.settings == ReportSettings()


def test_the_folder_of_a_theme_counts_from_the_settings_and_from_home(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(file.parent / "home"))
    assert theme_folder(ReportSettings(), file) is None
    assert theme_folder(ReportSettings(theme="a/b"), file) == file.parent / "a" / "b"
    assert theme_folder(ReportSettings(theme=str(file.parent)), file) == file.parent
    assert theme_folder(ReportSettings(theme="~/a"), file) == file.parent / "home" / "a"
    assert theme_folder(ReportSettings(theme="a"), None) == Path("a")
