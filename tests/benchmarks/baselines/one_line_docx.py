"""One paragraph as a Word document, with the libraries that a report of an interview needs."""

import hashlib
import sqlite3
import sys

import click
import docx
import msgspec
import platformdirs
import transitions
import typst

LIBRARIES = (hashlib, sqlite3, click, msgspec, platformdirs, transitions, typst)

if __name__ == "__main__":
    document = docx.Document()
    document.add_paragraph("One line")
    document.save(sys.argv[1])
