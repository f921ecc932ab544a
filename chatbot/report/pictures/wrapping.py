"""Breaking a text into lines that fit, by the table of widths."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.report.document.signs import on_one_line
from chatbot.report.pictures.widths import width_of

_MORE = "\N{HORIZONTAL ELLIPSIS}"


def wrapped(text: str, size: float, within: float, *, bold: bool = False, most: int = 0) -> list[str]:
    """The lines of a text, none wider than `within`; a word that is wider is broken.

    Args:
        most: how many lines are kept, the last one ending in an ellipsis where more would follow; 0 for all.
    """
    lines = list(_lines(on_one_line(text), size, within, bold))
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], size, within, bold)]
    return lines


def _lines(text: str, size: float, within: float, bold: bool) -> Iterator[str]:
    space = width_of(" ", size, bold)
    line, used = "", 0.0
    for word in text.split(" "):
        for part, wide in _parts(word, size, within, bold):
            if line and used + space + wide > within:
                yield line
                line, used = "", 0.0
            line, used = (f"{line} {part}", used + space + wide) if line else (part, wide)
    if line:
        yield line


def _parts(word: str, size: float, within: float, bold: bool) -> Iterator[tuple[str, float]]:
    wide = width_of(word, size, bold)
    if wide <= within:
        yield word, wide
        return
    part, used = "", 0.0
    for character in word:
        more = width_of(character, size, bold)
        if part and used + more > within:
            yield part, used
            part, used = "", 0.0
        part, used = part + character, used + more
    yield part, used


def _shortened(line: str, size: float, within: float, bold: bool) -> str:
    while line and width_of(line + _MORE, size, bold) > within:
        line = line[:-1]
    return line.rstrip() + _MORE
