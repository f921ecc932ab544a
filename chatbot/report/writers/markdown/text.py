"""Text inside Markdown: whatever somebody wrote comes out as exactly that text, and as nothing else.

White space is what Markdown leaves of it: in a text of one line any of it is one blank; in a text of
several lines each line keeps its own blanks, and several empty lines count as one.
"""

from __future__ import annotations

import re
from typing import Final

from chatbot.cells import cells
from chatbot.report.document.signs import on_one_line, signs

WIDTH: Final = 96
"""The column at which lines are folded, so that the file reads well as plain text."""


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


# `<` and `&` become entities, since not every Markdown reader lets a backslash take their meaning away.
# The set of first characters stands before the cases, so that a text without any is gone through fast.
_SPECIAL: Final = re.compile(
    r"[\\`*\[\]~|^${}<_&:.@](?:"
    r"(?<=[\\`*\[\]~|^${}<])"  # emphasis, code, links, tables, strikethrough, formulas, elements
    r"|(?<=_)_*"
    r"|(?<=&)(?=#?\w+;)"
    r"|(?<=:)(?=//)"  # what some readers turn into links by themselves
    r"|(?<=\bwww\.)"
    r"|(?<=\w@)(?=\w)"
    r")"
)
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;"}
_AT_START: Final = re.compile(r"[#>+\-=:]|\d{1,9}[.)](?=\s|$)")
_AT_END: Final = re.compile(r"(?<!\S)#*(?=#$)")
_STRUCTURAL: Final = re.compile(r"(?:[-+*]|#{1,6}|=+|[-*_]{2,}|\d{1,9}[.)])(?!\S)|[:~>|<`]")


def escaped(text: str) -> Markdown:
    """One line as Markdown that shows it unchanged, wherever on a line it is put; lines are joined."""
    return Markdown(_line(on_one_line(text)))


def escaped_inside(text: str) -> str:
    """A stretch of one line, with blanks as they are; the line it becomes part of goes through `anchored`."""
    return _SPECIAL.sub(_escape, text)


def anchored(line: str) -> Markdown:
    """A line whose stretches are escaped, such that neither its beginning nor its end means anything."""
    if leading := _AT_START.match(line):
        last = leading.end() - 1
        line = f"{line[:last]}\\{line[last:]}"
    if line.endswith("#"):
        line = _AT_END.sub(lambda closing: f"{closing[0]}\\", line)
    return Markdown(line)


def lines(text: str, *, strong: bool = False) -> list[str]:
    """What somebody wrote, line by line as Markdown that keeps each of them a line of its own.

    Args:
        strong: every line is set off, as a question is.
    """
    every = signs(text).strip("\n").split("\n")
    broken = []
    for line, after in zip(every, [*every[1:], ""], strict=True):
        shown = f"**{_line(line)}**" if strong and line.strip() else _line(line)
        broken.append(f"{shown}  " if line and after else shown)
    return broken


def folded(markdown: str, width: int = WIDTH) -> list[str]:
    """One line of a paragraph as lines of at most so many cells where that changes nothing but the look."""
    measure = len if markdown.isascii() else cells
    if measure(markdown) <= width:
        return [markdown]
    rows: list[str] = []
    row: list[str] = []
    wide = 0
    for word in markdown.split(" "):
        taken = measure(word)
        if row and wide + 1 + taken > width and row[-1][-1:].strip() and _may_begin(word):
            rows.append(" ".join(row))
            row, wide = [word], taken
        else:
            wide += taken + bool(row)
            row.append(word)
    return [*rows, " ".join(row)]


def _line(line: str) -> str:
    """One line with every character that means something taken literally."""
    kept = line.strip()
    if not kept:
        return "".join(map(_entity, line))
    start = line.index(kept)
    before, after = line[:start], line[start + len(kept) :]
    inside = escaped_inside(kept)
    if not before:
        inside = anchored(inside)
    elif inside.endswith("#"):
        inside = _AT_END.sub(lambda closing: f"{closing[0]}\\", inside)
    return _edge(before, first=True) + inside + _edge(after, first=False)


def _escape(special: re.Match[str]) -> str:
    found = special[0]
    if found[0] == "_":
        text = special.string
        before, after = text[: special.start()][-1:], text[special.end() :][:1]
        return found if before.isalnum() and after.isalnum() else "\\_" * len(found)
    return _ENTITIES.get(found) or f"\\{found}"


def _edge(space: str, *, first: bool) -> str:
    """White space at an edge of a line, the outermost character of it so that no reader drops it."""
    if not space:
        return ""
    return _entity(space[0]) + space[1:] if first else space[:-1] + _entity(space[-1])


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def _may_begin(word: str) -> bool:
    """Whether a line may begin with this word and still be the same text."""
    return bool(word) and not word[0].isspace() and not _STRUCTURAL.match(word)
