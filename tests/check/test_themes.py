"""`chatbot check` on the folder of a theme: its files, and its templates filled in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from chatbot.check.findings import Severity, Subject
from chatbot.check.run import check_paths
from chatbot.check.targets import targets
from chatbot.check.themes import check_theme
from chatbot.errors import UsageError
from chatbot.report.theme.ejecting import eject
from chatbot.sources.codes import Code


def found(folder: Path) -> list[tuple[str, Code, int]]:
    return [(Path(one.path).name, one.code, one.line) for one in check_theme(folder)]


def test_our_own_theme_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    eject(tmp_path / "theme")
    assert not check_theme(tmp_path / "theme")
    assert (Subject.THEME, str(targets(()).themes[0])) in check_paths().checked


def test_a_theme_is_known_by_its_files_and_each_of_them_leads_to_it(tmp_path: Path) -> None:
    eject(tmp_path / "theme")
    for path in (tmp_path, tmp_path / "theme", tmp_path / "theme" / "theme.yaml"):
        named = targets([path])
        assert named.themes == (tmp_path / "theme",)
        assert not named.folders
        assert not named.files
        assert not named.knowledge
    report = check_paths([tmp_path / "theme"])
    assert report.checked == ((Subject.THEME, str(tmp_path / "theme")),)
    assert not report.failed


def test_a_folder_with_nothing_to_check_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        targets([tmp_path])


@pytest.mark.parametrize(
    ("name", "template", "line"),
    [
        ("report.md.j2", "a\n{% for %}", 2),
        ("report.md.j2", "a\n\n{{ titel }}", 3),
        ("report.md.j2", "{% for one in sections %}\n{{ one.text }}\n{% endfor %}", 2),
        ("report.html.j2", "\n{% if %}", 2),
        ("imprint.md.j2", "\n\n\n{{", 4),
    ],
)
def test_a_broken_template_is_found_before_anybody_waits_for_a_report(
    tmp_path: Path, name: str, template: str, line: int
) -> None:
    (tmp_path / "theme.yaml").write_text("paper: a4\n")
    (tmp_path / name).write_text(template)
    assert found(tmp_path) == [(name, Code.TEMPLATE_BROKEN, line)]


def test_a_file_whose_name_is_nearly_right_and_fonts_that_are_not_there_are_warned_of(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("fonts: {text: Own}\n")
    (tmp_path / "text.yaml").write_text("a: b\n")
    (tmp_path / "README.md").write_text("ours\n")
    (tmp_path / "picture.png").write_text("none\n")
    assert found(tmp_path) == [
        ("text.yaml", Code.THEME_FILE_NAME, 1),
        ("theme.yaml", Code.FONT_NOT_THERE, 1),
    ]
    report = check_paths([tmp_path])
    assert {finding.severity for finding in report.findings} == {Severity.WARNING}
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.ttf").write_bytes(b"")
    assert [code for _, code, _ in found(tmp_path)] == [Code.THEME_FILE_NAME, Code.FONT_NOT_THERE]
    (tmp_path / "theme.yaml").write_text("fonts: {text: DejaVu Sans}\n")
    assert [code for _, code, _ in found(tmp_path)] == [Code.THEME_FILE_NAME]


def test_what_is_wrong_with_a_theme_makes_the_check_fail(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text('colours: {ink: "#ffffff"}\n')
    report = check_paths([tmp_path])
    assert report.failed
    assert {finding.code for finding in report.findings} == {Code.CONTRAST_TOO_LOW}


def test_the_template_of_a_pdf_is_tried_and_its_line_said_with_what_to_do(tmp_path: Path) -> None:
    eject(tmp_path)
    template = tmp_path / "report.typ"
    lines = template.read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("#let "))
    template.write_text("\n".join([*lines[:at], "#let mine = nobody(1)", *lines[at:]]))
    (problem,) = check_theme(tmp_path)
    assert (Path(problem.path).name, problem.code, problem.line) == (
        "report.typ",
        Code.TEMPLATE_BROKEN,
        at + 1,
    )
    assert problem.fix


def test_what_a_browser_passes_over_in_a_style_sheet_is_said(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text(
        ":root { --mine: 1rem }\n"
        "p { color: var(--ink); margin: var(--mine); colour: red }\n"
        "@media print { p { margin: var(--main); padding: var(--other, 0) } }\n"
        "@page { size: A4; @bottom-left { content: 'x'; fontt: 8pt } }\n"
        "p { margin 3px; -webkit-anything: 1 }\n"
        "a:hover { & b { colr: red } }\n"
    )
    problems = check_theme(tmp_path)
    assert [(one.code, one.line) for one in problems] == [
        (Code.STYLE_WITHOUT_EFFECT, line) for line in (2, 3, 4, 5, 6)
    ]
    assert '"color"' in problems[0].fix


def test_without_typst_the_template_of_a_pdf_is_not_tried_which_is_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theme.yaml").write_text("paper: letter\n")
    monkeypatch.setitem(sys.modules, "typst", None)
    report = check_paths([tmp_path])
    assert [finding.code for finding in report.findings] == [Code.TEMPLATE_NOT_TRIED]
    assert not report.failed
