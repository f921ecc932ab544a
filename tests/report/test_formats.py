"""Which format a file's name asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.errors import UsageError
from chatbot.report.formats import Format, chosen_format, format_of


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


@pytest.mark.parametrize(
    ("named", "name", "form"),
    [
        (None, None, Format.MARKDOWN),
        (None, "a.pdf", Format.PDF),
        ("html", None, Format.HTML),
        ("html", "a.htm", Format.HTML),
        ("html", "a.page", Format.HTML),
        ("html", "a", Format.HTML),
    ],
)
def test_a_format_that_is_named_fits_any_ending_that_is_not_of_another_format(
    named: str | None, name: str | None, form: Format
) -> None:
    assert chosen_format(named, Path(name) if name else None) is form


def test_an_ending_of_another_format_than_the_one_named_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        chosen_format("pdf", Path("a.html"))
    assert "HTML" in caught.value.what and "PDF" in caught.value.what
