"""An SVG as PNG, for programs that show no SVG."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import typst

_PAGE: Final = b"""\
#set page(width: 1pt * int(sys.inputs.width), height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


def to_png(svg: str, width: int, font_folders: tuple[str, ...] = ()) -> bytes:
    """The picture as PNG, in the fonts of these folders and no others.

    Args:
        svg: a whole SVG document.
        width: how many pixels wide the PNG becomes; its height keeps the proportions.
    """
    inputs = {"svg": svg, "width": str(width)}
    drawn = typst.compile(
        _PAGE,
        format="png",
        ppi=72,
        font_paths=_fonts(font_folders),
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
    assert isinstance(drawn, bytes)
    return drawn


@cache
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    there = [folder for folder in folders if Path(folder).is_dir()]
    return typst.Fonts(include_system_fonts=False, font_paths=there)
