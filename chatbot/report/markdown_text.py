"""Text inside Markdown: whatever somebody wrote comes out as exactly that text, and as nothing else."""

from __future__ import annotations

import re
from typing import Final

from chatbot.report.document.signs import on_one_line, signs

WIDTH: Final = 96
"""The column at which lines are folded, so that the file reads well as plain text."""


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


# `<` and `&` become entities, since not every Markdown reader lets a backslash take their meaning away.
_SPECIAL: Final = re.compile(
    r"[\\`*\[\]~|^${}]"  # emphasis, code, links, tables, strikethrough, formulas
    r"|_+"
    r"|<"
    r"|&(?=#?\w+;)"
    r"|:(?=//)"  # what some readers turn into links by themselves
    r"|(?<=\bwww)\."
    r"|(?<=\w)@(?=\w)"
)
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;"}
_AT_START: Final = re.compile(r"[#>+\-=:]|\d{1,9}[.)](?=\s|$)")
_AT_END: Final = re.compile(r"(?<!\S)#*(?=#$)")
_STRUCTURAL: Final = re.compile(r"(?:[-+*]|#{1,6}|=+|[-*_]{2,}|\d{1,9}[.)])(?!\S)|[:~>|<`]")
_START: Final = re.compile(r"> | *(?:[-*] |\d+\. )")


def escaped(text: str) -> Markdown:
    """One line as Markdown that shows it unchanged, wherever on a line it is put; lines are joined."""
    return Markdown(_line(on_one_line(text)))


def quoted(text: str) -> Markdown:
    """Lines that somebody wrote as a block quote, in which each of them stays a line of its own."""
    lines = signs(text).split("\n")
    quote = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        breaks = "  " if line and after else ""
        quote.append(f"> {_line(line)}{breaks}" if line else ">")
    return Markdown("\n".join(quote))


def folded(markdown: str, width: int = WIDTH) -> str:
    """A document with its long lines folded where that changes nothing but the look of the file.

    Headings and tables stay as they are: there a line is more than a line.
    """
    return "\n".join(_folded_line(line, width) for line in markdown.split("\n"))


def _line(line: str) -> str:
    """One line with every character that means something taken literally."""
    kept = line.strip()
    if not kept:
        return "".join(map(_entity, line))
    start = line.index(kept)
    before, after = line[:start], line[start + len(kept) :]
    inside = _SPECIAL.sub(_escape, kept)
    if not before and (leading := _AT_START.match(inside)):
        last = leading.end() - 1
        inside = f"{inside[:last]}\\{inside[last:]}"
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


def _folded_line(line: str, width: int) -> str:
    if len(line) <= width or line.startswith(("#", "|")):
        return line
    start = _START.match(line)
    prefix = start[0] if start else ""
    indent = prefix if prefix == "> " else " " * len(prefix)
    first, *words = line[len(prefix) :].split(" ")
    rows, row = [], prefix + first
    for word in words:
        joined = f"{row} {word}"
        if len(joined) > width and _may_begin(word) and row[-1:].strip():
            rows.append(row)
            joined = indent + word
        row = joined
    return "\n".join([*rows, row])


def _may_begin(word: str) -> bool:
    """Whether a line may begin with this word and still be the same text."""
    return bool(word) and not word[0].isspace() and not _STRUCTURAL.match(word)
