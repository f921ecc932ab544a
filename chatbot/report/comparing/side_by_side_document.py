"""The document about several initiatives side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.report.comparing.data import Interviewed
from chatbot.report.comparing.documents.in_common import shared_section
from chatbot.report.comparing.documents.notices import side_by_side_notices
from chatbot.report.comparing.documents.origin import boundary_section, origin_section, rules_table
from chatbot.report.comparing.documents.portfolio import each_section, first_page
from chatbot.report.comparing.order import earliest, latest
from chatbot.report.comparing.portfolio import SideBySideReport
from chatbot.report.content.redaction import given_in
from chatbot.report.content.times import day
from chatbot.report.document.building import section, smaller
from chatbot.report.document.nodes import Document, Figure, Section
from chatbot.report.document.signs import on_one_line
from chatbot.report.theme.texts import Texts

_ON_FIRST_PAGE: Final = 5
"""Of how many initiatives the first page has room for a picture."""


def side_by_side_document(
    several: SideBySideReport, texts: Texts, *, figures: Sequence[Figure] = ()
) -> Document:
    """The whole document; the same comparison always makes the same one.

    Args:
        texts: the fixed texts.
        figures: pictures of the initiatives; on the first page where there are few.
    """
    every = [one.interviewed for one in several.initiatives]
    participants = dict.fromkeys(name for one in every for name in one.participants if name)
    times = [one.last for one in every]
    return Document(
        title=texts("side_by_side.title", count=len(every)),
        lead=tuple(_lead(several, texts)),
        notices=side_by_side_notices(several, texts),
        sections=(*_first(several, texts, figures), *_rest(several, texts)),
        author=on_one_line(", ".join(participants)),
        at=latest(times),
        footer=texts("side_by_side.footer", count=len(every)),
    )


def _lead(several: SideBySideReport, texts: Texts) -> Iterator[tuple[str, str]]:
    times = [one.interviewed.last for one in several.initiatives]
    first, last = day(earliest(times)), day(latest(times))
    both = texts("side_by_side.lead.from_to", first=first, last=last)
    yield texts("side_by_side.lead.between"), first if first == last else both


def _first(several: SideBySideReport, texts: Texts, figures: Sequence[Figure]) -> Iterator[Section]:
    """Tables of many fill the first page, so pictures of them have a section of their own."""
    alone = len(several.initiatives) > _ON_FIRST_PAGE
    yield first_page(several, texts, () if alone else figures)
    if alone and figures:
        yield section("picture", texts("side_by_side.picture"), map(smaller, figures))


def _rest(several: SideBySideReport, texts: Texts) -> Iterator[Section]:
    yield shared_section(several, texts)
    yield each_section(several, texts)
    if several.rules.differences:
        names = {one.interviewed.interview: one.label for one in several.initiatives}
        rows = rules_table(several.rules, texts("side_by_side.rules.caption"), texts, names)
        yield section("rules", texts("side_by_side.rules"), [rows])
    yield boundary_section(several.boundary, texts)
    method = (texts("side_by_side.origin.method"), _base(several, texts))
    given = given_in(several.redaction)
    yield origin_section(_interviews(several), method, several.again, given, texts)


def _base(several: SideBySideReport, texts: Texts) -> str:
    if several.rules.anew:
        return texts("side_by_side.origin.newer_base", hash=several.rules.framework.hash)
    return texts("side_by_side.origin.one_base")


def _interviews(several: SideBySideReport) -> Iterator[tuple[str, str, Interviewed]]:
    for number, one in enumerate(several.initiatives, start=1):
        yield f"origin_{number}", one.label, one.interviewed
