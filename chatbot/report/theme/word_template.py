"""A template for Word: one that can be opened, runs nothing, and asks for nothing from anywhere else."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Problems, quoted

_NEEDED: Final = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")
_MOST_INSIDE: Final = 64 << 20
"""How many bytes the parts of a template may have together, unpacked: 64 MiB."""

_RUNS: Final = re.compile(r"vbaProject|vbaData|/activeX/|/embeddings/", re.IGNORECASE)
_RELATION: Final = re.compile(rb"<Relationship\b[^>]*>")
_EXTERNAL: Final = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_LINK: Final = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_DAMAGED: Final = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError)


def check_word_template(data: bytes, problems: Problems) -> None:
    """Note what keeps a template for Word from being used."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, problems)
    except (*_DAMAGED, OSError, ValueError) as error:
        problems.add(
            Code.WORD_TEMPLATE_UNUSABLE,
            START,
            f"This file cannot be opened as a document for Word ({type(error).__name__}).",
            "Save it again as .docx.",
        )


def _check(archive: zipfile.ZipFile, problems: Problems) -> None:
    parts = {part.filename: part for part in archive.infolist()}
    if missing := [name for name in _NEEDED if name not in parts]:
        problems.add(
            Code.WORD_TEMPLATE_UNUSABLE,
            START,
            f"This is no document for Word: it has no {missing[0]}.",
            "Save it again as .docx.",
        )
    if sum(part.file_size for part in parts.values()) > _MOST_INSIDE:
        problems.add(
            Code.TOO_LARGE,
            START,
            f"Unpacked, this file has more than {_MOST_INSIDE >> 20} MiB.",
            "Take large pictures out of it.",
        )
        return
    for name in sorted(parts):
        if _RUNS.search(name):
            problems.add(
                Code.NOT_INERT,
                START,
                f"It holds {quoted(name)}, which can run something.",
                "Save it as .docx without macros and embedded objects.",
            )
        elif name.endswith(".rels"):
            _check_relations(name, archive.read(name), problems)


def _check_relations(name: str, data: bytes, problems: Problems) -> None:
    for relation in _RELATION.findall(data):
        if _EXTERNAL.search(relation) and not _LINK.search(relation):
            problems.add(
                Code.NOT_INERT,
                START,
                f"Something in {quoted(name)} is fetched from elsewhere when the document is opened.",
                "Put pictures into the document itself, and detach it from a template of its own.",
            )
