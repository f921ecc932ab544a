"""`chatbot check` on the file of the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.check.findings import Subject
from chatbot.check.run import check_paths
from chatbot.settings.settings import Names
from chatbot.sources.codes import Code

NAMES = Names(themes=("dark",), keys={"undo": ("f9",)}, fixed={})


@pytest.mark.parametrize("name", ["chatbot.yaml", "mine.yaml"])
def test_settings_are_known_by_their_usual_name_and_where_they_are_in_force(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_text("theme: dusk\nreport: {paper: a5}\n")
    monkeypatch.setenv("CHATBOT_CONFIG", str(path))
    report = check_paths([path], names=lambda: NAMES)
    assert report.checked == ((Subject.SETTINGS, str(path)),)
    assert [(one.code, one.problem.line) for one in report.findings] == [
        (Code.NOT_A_CHOICE, 1),
        (Code.NOT_A_CHOICE, 2),
    ]


def test_a_theme_that_settings_name_counts_from_their_folder_and_is_checked_with_them(tmp_path: Path) -> None:
    path = tmp_path / "chatbot.yaml"
    path.write_text("report: {theme: house}\n")
    assert [one.code for one in check_paths([path]).findings] == [Code.THEME_NOT_THERE]
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "theme.yaml").write_text("paper: a5\n")
    assert [Path(one.problem.path).name for one in check_paths([path]).findings] == ["theme.yaml"]
    (tmp_path / "house" / "theme.yaml").write_text("paper: a4\n")
    assert not check_paths([path]).findings
