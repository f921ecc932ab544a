"""The parts of a document as lines of Markdown, each as plain text would show it too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, assert_never

from chatbot.report.document.nodes import (
    TICK,
    Block,
    Callout,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Table,
    Tone,
    Turn,
    line,
    plain,
)
from chatbot.report.writers.markdown.looks import inline
from chatbot.report.writers.markdown.tables import WIDEST, aligned, entries, labelled
from chatbot.report.writers.markdown.text import WIDTH, escaped, folded, lines

_SENTENCE_ENDS: Final = re.compile(r"(?<=\D\.)\s+(?=[A-Z0-9])")
_NUMBER: Final = re.compile(r"[0-9]{1,2}\.\s+")
_NARROWEST: Final = 40
"""Lines are not folded to less than so many cells, however deep something lies."""

_BULLETS: Final = ("-", "*")
_AFTER_NUMBERS: Final = (".", ")")
_LISTS: Final = (Items, Pairs, Callout)


class Blocks:
    """Turns blocks into lines.

    Args:
        words: the words that it adds, by id.
        picture: the address of a picture's file; without it, what a picture says stands in its place.
    """

    def __init__(self, words: Mapping[str, str], picture: Callable[[Figure], str] | None = None) -> None:
        self._words = words
        self._picture = picture

    def lines(self, blocks: Iterable[Block], indent: int = 0) -> list[str]:
        """Blocks below each other, an empty line between them.

        Args:
            indent: how many cells the caller will put before each line.
        """
        every: list[str] = []
        before: Block | None = None
        after_list = False
        second = 0
        for block in blocks:
            if not (isinstance(before, Callout) and isinstance(block, Callout)):
                # Two lists below each other are one, unless the second begins its entries with another sign.
                second = 1 - second if after_list and isinstance(block, _LISTS) else 0
            shown = self._block(block, indent, second)
            if not shown:
                continue
            if every:
                every.append("")
            every += shown
            before = block
            after_list = isinstance(block, (*_LISTS, Table)) and not shown[-1].startswith("|")
        return every

    def _block(self, block: Block, indent: int, second: int) -> list[str]:
        width = max(WIDTH - indent, _NARROWEST)
        match block:
            case Paragraph():
                strong, muted = block.tone is Tone.LEAD, block.tone is Tone.MUTED
                text = inline(block.text, strong=strong, emphasis=muted)
                return folded(text, width) if text else []
            case Items():
                return self._items(block, indent, second)
            case Table():
                return self._table(block, indent, second)
            case Pairs():
                pairs = (labelled(name, value, strong=True) for name, value in block.pairs)
                return [row for pair in pairs for row in _entry(_BULLETS[second], folded(pair, width - 2))]
            case Quote():
                return self._quote(block, width)
            case Callout():
                return self._callout(block, indent, second)
            case Turn():
                return self._turn(block, width)
            case Figure():
                return self._figure(block, width)
            case _:
                assert_never(block)

    def _items(self, block: Items, indent: int, second: int) -> list[str]:
        close = _is_close(block)
        every: list[str] = []
        for at, item in enumerate(block.items):
            number = f"{block.start + at}{_AFTER_NUMBERS[second]}"
            sign = number if block.numbered else _BULLETS[second]
            sign = f"{sign} {TICK}" if block.ticks and not block.numbered else sign
            inner = self._close(item, indent, sign) if close else self.lines(item, indent + len(sign) + 1)
            if every and not close:
                every.append("")
            every += _entry(sign, inner)
        return every

    def _close(self, item: Sequence[Block], indent: int, sign: str) -> list[str]:
        """An entry without empty lines, which is how short lists read best."""
        first, *rest = item
        deeper = indent + len(sign) + 1
        every = self._block(first, deeper, 0)
        for at, inner in enumerate(rest):
            every += self._block(inner, deeper, at % 2)
        return every

    def _table(self, block: Table, indent: int, second: int) -> list[str]:
        caption = _small(block.caption, max(WIDTH - indent, _NARROWEST))
        as_table = aligned(block, WIDEST - indent)
        if as_table is not None:
            return _apart((caption, as_table))
        rows: list[str] = []
        for first, *rest in entries(block):
            inner = folded(first, max(WIDTH - indent - 2, _NARROWEST))
            for cell in rest:
                inner += _entry("-", folded(cell, max(WIDTH - indent - 4, _NARROWEST)))
            rows += _entry(_BULLETS[second], inner)
        return _apart((caption, rows))

    def _quote(self, block: Quote, width: int) -> list[str]:
        by = [part for part in (block.by, self._words["markdown.chosen"] if block.chosen else "") if part]
        parts = (
            _small(block.to, width),
            _said(block.words, width),
            folded(escaped(", ".join(by)), width) if by else [],
        )
        return _apart(parts)

    def _callout(self, block: Callout, indent: int, second: int) -> list[str]:
        title = folded(inline(block.title, strong=True), max(WIDTH - indent - 2, _NARROWEST))
        return _entry(_BULLETS[second], _apart((title, self.lines(block.blocks, indent + 2))))

    def _turn(self, block: Turn, width: int) -> list[str]:
        marks = ", ".join((*block.marks, *((self._words["markdown.withdrawn"],) if block.withdrawn else ())))
        words = (
            _said(block.words, width)
            if block.person
            else _folded_all(lines(block.words, strong=block.question), width)
        )
        return _apart((words, _small(marks, width)))

    def _figure(self, block: Figure, width: int) -> list[str]:
        if self._picture is None:
            return self._in_words(block, width)
        picture = folded(f"![{escaped(block.alt)}]({self._picture(block)})", width)
        return _apart((picture, _small(block.caption, width)))

    def _in_words(self, block: Figure, width: int) -> list[str]:
        """What a picture says, each sentence below the other: a paragraph of them is hard to find one in."""
        first, *more = _SENTENCE_ENDS.split(block.alt)
        if not more:
            return folded(labelled(block.caption, line(block.alt), strong=True), width)
        said: list[str] = []
        inside = ""  # what is said of something that has a number stands under it
        for one in (first, *more):
            number = _NUMBER.match(one)
            sign, rest = (number[0].strip(), one[number.end() :]) if number else ("-", one)
            inside = inside if number is None else " " * (len(sign) + 1)
            before = "" if number else inside
            rows = _entry(sign, folded(escaped(rest), width - len(before) - len(sign) - 1))
            said += [before + row for row in rows]
        return _apart((folded(inline(line(block.caption), strong=True), width), said))


def _small(phrase: str, width: int) -> list[str]:
    """What helps to read something else, above or below it."""
    return folded(inline(line(phrase), emphasis=True), width) if phrase else []


def _said(words: str, width: int) -> list[str]:
    """A block quote, in which each line stays a line of its own."""
    if not words.strip("\n"):
        return []
    return [f"> {row}" if row else ">" for row in _folded_all(lines(words), width - 2)]


def _folded_all(rows: Iterable[str], width: int) -> list[str]:
    return [part for row in rows for part in folded(row, width)]


def _entry(sign: str, rows: Sequence[str]) -> list[str]:
    """An entry of a list."""
    if not any(rows):
        return [sign]
    indent = " " * (len(sign) + 1)
    return [f"{sign} {rows[0]}", *(f"{indent}{row}" if row else "" for row in rows[1:])]


def _apart(parts: Iterable[Sequence[str]]) -> list[str]:
    """Parts with an empty line between them; those with nothing in them take no room."""
    every: list[str] = []
    for part in parts:
        if every and part:
            every.append("")
        every += part
    return every


def _is_close(block: Items) -> bool:
    """Whether no entry of a list needs an empty line in it."""
    return all(
        isinstance(item[0], Paragraph)
        and bool(plain(item[0].text).strip())
        and all(isinstance(inner, Items) and not inner.numbered and _is_close(inner) for inner in item[1:])
        for item in block.items
        if item
    )
