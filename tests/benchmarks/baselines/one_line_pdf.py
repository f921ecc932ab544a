"""One line as PDF through typst, with the libraries and the fonts that a report of an interview needs."""

import hashlib
import sqlite3
import sys
from pathlib import Path

import click
import msgspec
import platformdirs
import transitions
import typst

LIBRARIES = (hashlib, sqlite3, click, msgspec, platformdirs, transitions)
FONTS = Path(__file__).parents[3] / "chatbot" / "report" / "theme" / "shipped" / "fonts" / "usual"
LINE = b'#set text(font: "Noto Sans")\nOne line\n'

if __name__ == "__main__":
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    Path(sys.argv[1]).write_bytes(typst.compile(LINE, font_paths=fonts, ignore_system_fonts=True))
