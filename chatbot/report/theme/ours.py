"""The theme that comes with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from chatbot.report.theme.theme import Theme

FOLDER: Final = Path(__file__).parent / "shipped"
FILES: Final = ("report.html.j2", "report.css", "report.md.j2", "report.typ", "report.docx")


def our_theme() -> Theme:
    """Our own theme, with everything that comes with it."""
    places = {name: FOLDER / name for name in FILES}
    return Theme(
        texts={},
        outline={},
        files={name: place.read_bytes() for name, place in places.items() if place.exists()},
        places={name: str(place) for name, place in places.items()},
        font_folders=(str(FOLDER / "fonts"),),
    )
