"""One line of Markdown from a template, with the libraries that a report of an interview needs."""

import hashlib
import sqlite3
import sys
from pathlib import Path

import click
import msgspec
import platformdirs
import transitions
from jinja2.sandbox import ImmutableSandboxedEnvironment

LIBRARIES = (hashlib, sqlite3, click, msgspec, platformdirs, transitions)

if __name__ == "__main__":
    text = (
        ImmutableSandboxedEnvironment(autoescape=True).from_string("# {{ line }}\n").render(line="One line")
    )
    Path(sys.argv[1]).write_text(text, encoding="utf-8")
