"""Each finding on a phrasebook that is broken in one place: the code and exactly where."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.check.run import check_paths
from chatbot.sources.codes import Code
from tests.authored import DIALOG


@pytest.fixture
def places(tmp_path: Path):
    """Check the small dialog with a phrasebook beside it; gives code, line and file of every finding."""
    (tmp_path / "tiny.yaml").write_text(DIALOG, encoding="utf-8")

    def check(text: str, name: str = "tiny") -> list[tuple[Code, int, str]]:
        folder = tmp_path / "phrases"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return [
            (finding.code, finding.problem.line, Path(finding.problem.path).name)
            for finding in check_paths([tmp_path / "tiny.yaml"]).findings
            if str(finding.code).startswith("U") or finding.code is Code.UNREADABLE
        ]

    return check


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a phrase\n", Code.PHRASE_OUTSIDE, 1),
        ("[Not An Id]\n", Code.HEADING_MALFORMED, 1),
        ("[aim > many]\none\n\n[aim > many]\ntwo\n", Code.SECTION_TWICE, 4),
        ("[aim > many]\none\n[aim > few]\nOne\n", Code.PHRASE_TWICE, 4),
        ("[aim > many]\n" + "x" * 301, Code.PHRASE_TOO_LONG, 2),
        ("[aim > many]\none\n[nowhere]\ntwo\n", Code.HEADING_UNKNOWN, 3),
    ],
)
def test_what_is_wrong_is_found_where_it_is(places, text, code, line) -> None:
    assert (code, line, "tiny.txt") in places(text)


def test_a_phrasebook_of_a_language_has_wishes_and_levels_only(places) -> None:
    assert places("[wish > back]\none back\n[partly]\nsort of\n", "en") == []
    assert places("[wish > fly]\nup\n", "en") == [(Code.HEADING_UNKNOWN, 1, "en.txt")]


def test_a_phrasebook_that_is_no_text_is_named(places, tmp_path: Path) -> None:
    folder = tmp_path / "phrases"
    folder.mkdir(exist_ok=True)
    (folder / "tiny.txt").write_bytes(b"\xff\xfe\x00")
    assert (Code.UNREADABLE, 1, "tiny.txt") in places("", "en")


def test_every_heading_may_have_phrases_and_none_is_needed(places) -> None:
    assert places("# nothing yet\n") == []
