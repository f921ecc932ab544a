"""Contrast of colours as WCAG 2.2 measures it, and what to use where it is too low."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

ENOUGH: Final = 4.5
"""The least contrast of text with what is behind it (success criterion 1.4.3, level AA)."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_STEPS: Final = 100

_Rgb = tuple[int, int, int]
_BLACK: Final[_Rgb] = (0, 0, 0)
_WHITE: Final[_Rgb] = (255, 255, 255)


def is_colour(text: str) -> bool:
    """Whether it is a colour as themes have them: `#rrggbb`."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    brighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def readable(colour: str, grounds: Sequence[str]) -> str:
    """The colour nearest to this one that can be read on all grounds; empty where there is none."""
    ways = [readable for end in (_BLACK, _WHITE) if (readable := _towards(colour, end, grounds))]
    return min(ways, key=lambda way: way[0])[1] if ways else ""


def _towards(colour: str, end: _Rgb, grounds: Sequence[str]) -> tuple[int, str] | None:
    """How far it takes towards black or white, and what that gives."""
    for step in range(_STEPS + 1):
        mixed = "#" + "".join(
            f"{round(part + (last - part) * step / _STEPS):02x}"
            for part, last in zip(_rgb(colour), end, strict=True)
        )
        if all(contrast(mixed, ground) >= ENOUGH for ground in grounds):
            return step, mixed
    return None


def _rgb(colour: str) -> _Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: _Rgb) -> float:
    """The relative luminance, 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
