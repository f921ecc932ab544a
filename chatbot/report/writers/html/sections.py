"""The sections of a page: as a frame may take them apart, as its body, and as a list of contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from chatbot.report.document.markup import escaped
from chatbot.report.document.nodes import Section
from chatbot.report.writers.html.blocks import DEEPEST, Blocks

_TOP: Final = 2
"""The level of the outermost headings; the title of the page has the first."""

_LISTED: Final = 3
"""Sections whose heading is deeper than this are not among the contents."""


class PageSection(Struct, frozen=True, kw_only=True):
    """A section as the template gets it.

    Attributes:
        link: what leads to it, with its `#`.
        level: of its heading, 2 to 6.
        html: what stands before the sections inside it.
        own_page: it begins a printed page.
        together: it is printed on one page where it has room on one.
    """

    id: str
    link: str
    title: str
    level: int
    html: Markup
    children: tuple[PageSection, ...]
    own_page: bool
    together: bool = False


def page_sections(sections: Sequence[Section], blocks: Blocks, level: int = _TOP) -> tuple[PageSection, ...]:
    """Sections for a page, in the order in which their tables and pictures are counted."""
    deeper = min(level + 1, DEEPEST)
    return tuple(
        [
            PageSection(
                id=section.id,
                link=f"#{quote(section.id)}",
                title=section.title,
                level=level,
                html=Markup(blocks.html(section.blocks, deeper)),  # noqa: S704 - it was escaped
                children=page_sections(section.sections, blocks, deeper),
                own_page=section.own_page,
                together=section.together,
            )
            for section in sections
        ]
    )


def body(sections: Sequence[PageSection]) -> str:
    """The sections below each other, each with those inside it."""
    return "\n".join([_section(section) for section in sections])


def contents(sections: Sequence[PageSection]) -> str:
    """Links to the sections, as lists in lists."""
    return "\n".join(["<ul>", *[_entry(section) for section in sections], "</ul>"])


def _section(section: PageSection) -> str:
    look = ' class="own-page"' if section.own_page else ' class="together"' if section.together else ""
    heading = f'<h{section.level} dir="auto">{escaped(section.title)}</h{section.level}>'
    parts = [f'<section id="{escaped(section.id)}"{look}>', heading, str(section.html)]
    if section.children:
        parts.append(body(section.children))
    return "\n".join([*parts, "</section>"])


def _entry(section: PageSection) -> str:
    link = f'<a href="{escaped(section.link)}" dir="auto">{escaped(section.title)}</a>'
    inside = f"\n{contents(section.children)}" if section.children and section.level < _LISTED else ""
    return f"<li>{link}{inside}</li>"
