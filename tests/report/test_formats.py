"""Which format a file's name asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.errors import UsageError
from chatbot.report.formats import Format, format_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", Format.MARKDOWN),
        ("a.b.MD", Format.MARKDOWN),
        ("a.markdown", Format.MARKDOWN),
        ("a.json", Format.JSON),
        ("a.html", Format.HTML),
        ("a.htm", Format.HTML),
        ("a.pdf", Format.PDF),
        ("a.DOCX", Format.WORD),
        ("a.csv", Format.CSV),
        ("a.csv", "csv"),
    ],
)
def test_the_ending_says_the_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a", ".md", "a.md.bak"])
def test_any_other_ending_is_answered_with_those_that_can_be_written(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        format_of(Path(name))
    assert all(f".{form}" in caught.value.todo for form in Format)
