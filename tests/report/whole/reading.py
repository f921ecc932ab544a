"""Reads a report back, whatever its format, the way that the format's own programs do."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import cache

from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

from chatbot.report.data.schema import schema_text
from chatbot.report.document.signs import signs
from chatbot.report.formats import Format
from tests.report.data.cells import read_back
from tests.report.html.reading import Page, said
from tests.report.pdf.reading import found, pages_of
from tests.report.word.reading import opened, problems, told

_MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True})
_BREAKS = {"hardbreak": "\n", "softbreak": " "}
FOR_PEOPLE = (Format.MARKDOWN, Format.HTML, Format.PDF, Format.WORD)


def lacking(form: Format, data: bytes, wanted: list[str]) -> list[str]:
    """Which of some texts are not found in a file.

    White space is compared as the format keeps it: JSON and CSV exactly, others by words, PDF not at all.
    """
    match form:
        case Format.JSON:
            texts = set(_strings(as_json(data)))
            return [one for one in wanted if one not in texts]
        case Format.CSV:
            cells = {cell for row in as_rows(data) for cell in row.values()}
            return [one for one in wanted if signs(one) not in cells]
        case Format.PDF:
            everything = "".join(pages_of(data))
            return [one for one in wanted if not found(signs(one), everything)]
        case _:
            everything = _by_words(as_text(form, data))
            return [one for one in wanted if _by_words(signs(one)) not in everything]


def as_text(form: Format, data: bytes) -> str:
    """What a format for people says, line by line."""
    match form:
        case Format.MARKDOWN:
            return "\n".join(_shown(one) for one in _MARKDOWN.parse(data.decode()) if one.type == "inline")
        case Format.HTML:
            return said(Page(data).root)
        case Format.WORD:
            assert problems(data) == []
            return "\n".join(told(opened(data)))
        case Format.PDF:
            return "".join(pages_of(data))
        case _:
            return data.decode()


def as_json(data: bytes) -> dict[str, object]:
    """A JSON report that keeps what its schema promises."""
    report = json.loads(data)
    _validator().validate(report)
    return report


def as_rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV report, without what keeps spreadsheets from taking a cell for a formula."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{key: read_back(cell) for key, cell in row.items()} for row in rows]


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text()))


def _shown(token: Token) -> str:
    return "".join(child.content or _BREAKS.get(child.type, "") for child in token.children or ())


def _by_words(text: str) -> str:
    return " ".join(text.split())


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from part
        for one in part.values():
            yield from _strings(one)
    elif isinstance(part, list):
        for one in part:
            yield from _strings(one)
