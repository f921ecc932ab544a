"""Colours of a page: those of the theme by name, and darker ones made from them that keep their contrast."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from msgspec.structs import asdict

from chatbot.report.theme.contrast import contrast
from chatbot.report.theme.theme import Colours

ENOUGH: Final = 4.5
"""The least contrast of text with what is behind it, WCAG 2.2 AA (success criterion 1.4.3)."""

_GROUND_AT_MOST: Final = 0.012
"""The relative luminance of a dark ground: dark enough that white on its surface has a contrast above 13."""

_DARK_BELOW: Final = 0.18
"""A ground of this relative luminance or less is dark already."""

_STEPS: Final = 40
_BLACK: Final = (0, 0, 0)
_WHITE: Final = (255, 255, 255)
_RESERVE: Final = {"ink": 12.0, "muted": 6.0}
"""More contrast than is enough where long texts are read."""

Rgb = tuple[int, int, int]


def dark(colours: Colours) -> Colours:
    """The same colours for reading in the dark; a theme whose ground is dark has them already.

    Every text colour is enough contrast apart from the ground and from the surface.
    """
    if _luminance(_rgb(colours.ground)) <= _DARK_BELOW:
        return colours
    ground = _rgb(colours.ground)
    for step in range(_STEPS + 1):
        ground = _mixed(_rgb(colours.ink), _BLACK, step / _STEPS)
        if _luminance(ground) <= _GROUND_AT_MOST:
            break
    surface = _hex(_mixed(ground, _WHITE, 0.07))
    made = {"ground": _hex(ground), "surface": surface, "line": _hex(_mixed(ground, _WHITE, 0.3))}
    for name, colour in asdict(colours).items():
        if name not in made:
            made[name] = _lightened(colour, surface, _RESERVE.get(name, ENOUGH + 0.5))
    return Colours(**made)


def palette(colours: Colours) -> str:
    """CSS that gives every colour its name, as `--ink`; dark ones on a screen whose reader prefers them."""
    return (
        f":root{{color-scheme:light dark;{_named(colours)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_named(dark(colours))}}}}}\n"
    )


def _named(colours: Colours) -> str:
    return ";".join([f"--{name}:{value}" for name, value in asdict(colours).items()])


def _lightened(colour: str, behind: str, least: float) -> str:
    """A colour with so much white in it that it stands out from what is behind it."""
    own = _rgb(colour)

    def lighter(step: int) -> str:
        return _hex(_mixed(own, _WHITE, step / _STEPS))

    def is_enough(step: int) -> bool:
        return contrast(lighter(step), behind) >= least

    # Behind it is so dark a colour that not even black would stand out: the whiter, the more contrast.
    return lighter(bisect_left(range(_STEPS), True, key=is_enough))


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (part / 255 for part in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(one: Rgb, other: Rgb, part: float) -> Rgb:
    """One colour with a part of another, 0 to 1."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)
