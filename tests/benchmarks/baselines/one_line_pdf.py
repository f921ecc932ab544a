"""One line as PDF through typst, with the libraries that a report of an interview needs."""

import sqlite3
import sys
from pathlib import Path

import click
import msgspec
import platformdirs
import transitions
import typst

LIBRARIES = (sqlite3, click, msgspec, platformdirs, transitions)

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(typst.compile(b"One line\n", ignore_system_fonts=True))
