"""Write a document as Markdown: the theme's template is the frame, the sections go into it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from msgspec import Struct

from chatbot.report.document.nodes import Block, Callout, Document, Figure, Items, Section
from chatbot.report.theme.templates import compiled, rendered
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.markdown.blocks import Blocks
from chatbot.report.writers.markdown.looks import inline
from chatbot.report.writers.markdown.text import Markdown, escaped, folded
from chatbot.report.writers.markdown.words import words_of
from chatbot.report.writers.written import Companion, Written

_TEMPLATE: Final = "report.md.j2"
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_DEEPEST: Final = 6


class WholeSection(Struct, frozen=True, kw_only=True):
    """A section as the template gets it.

    Attributes:
        markdown: all of it, from its heading to the end of the sections inside it.
    """

    id: str
    title: str
    markdown: Markdown


def to_markdown(document: Document, theme: Theme, stem: str = "") -> Written:
    """A document as Markdown in UTF-8.

    Args:
        stem: the name of the file that it becomes, without `.md`; its pictures become files beside it.
            Without one, as on standard output, what they say stands in their place.

    Raises:
        TemplateError: the theme's template cannot be used.
    """
    blocks = Blocks(words_of(theme), (lambda figure: _address(stem, figure)) if stem else None)
    text = rendered(
        compiled(theme, _TEMPLATE, html=False, as_text=_as_text),
        title=document.title,
        language=document.language,
        author=document.author,
        at=document.at,
        date=document.at.partition("T")[0],
        footer=document.footer,
        lead=document.lead,
        notices=[_joined(folded(inline(notice))) for notice in document.notices],
        about=_joined(blocks.lines(document.about)),
        sections=[
            WholeSection(
                id=section.id, title=section.title, markdown=_joined(_section(section, blocks, level=2))
            )
            for section in document.sections
        ],
    )
    whole = _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
    return Written(whole.encode(), tuple(_companions(document)) if stem else ())


def _section(section: Section, blocks: Blocks, level: int) -> list[str]:
    every = [f"{'#' * level} {escaped(section.title)}"]
    if inside := blocks.lines(section.blocks):
        every += ["", *inside]
    for inner in section.sections:
        every += ["", *_section(inner, blocks, min(level + 1, _DEEPEST))]
    return every


def _companions(document: Document) -> Iterator[Companion]:
    """The file of every picture, once for each id."""
    figures = {figure.id: figure for figure in _figures(document.about)}
    for section in document.sections:
        figures |= {figure.id: figure for figure in _in_section(section)}
    for figure in figures.values():
        yield Companion(_ending(figure), figure.svg.encode())


def _in_section(section: Section) -> Iterator[Figure]:
    yield from _figures(section.blocks)
    for inner in section.sections:
        yield from _in_section(inner)


def _figures(blocks: Sequence[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Items():
                for item in block.items:
                    yield from _figures(item)
            case Callout():
                yield from _figures(block.blocks)


def _ending(figure: Figure) -> str:
    return f"-{figure.id}.svg"


def _address(stem: str, figure: Figure) -> str:
    """The file of a picture as a link to it from beside it, whatever is in its name."""
    return quote(os.fsencode(f"{stem}{_ending(figure)}"), safe="")


def _joined(rows: Sequence[str]) -> Markdown:
    return Markdown("\n".join(rows))


def _as_text(value: object) -> Markdown:
    return value if isinstance(value, Markdown) else escaped(str(value))
