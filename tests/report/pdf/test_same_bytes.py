"""A PDF depends on the document, the theme and nothing else, however long the document is."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace

from chatbot.report.document.nodes import Section, Turn
from chatbot.report.theme.ours import our_theme
from chatbot.report.writers.pdf import to_pdf
from tests.report.documents import everything
from tests.report.pdf.reading import opened

ROOT = Path(__file__).parents[3]
WRITE = """
import hashlib, sys
from chatbot.report.theme.ours import our_theme
from chatbot.report.writers.pdf import to_pdf
from tests.report.documents import everything
print(hashlib.sha256(to_pdf(everything(), our_theme()).data).hexdigest())
"""


def _elsewhere(folder: Path, **environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", WRITE],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_another_process_in_another_place_and_time_zone_writes_the_same_bytes(tmp_path: Path) -> None:
    here = hashlib.sha256(to_pdf(everything(), our_theme()).data).hexdigest()
    elsewhere = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1", "LANG": "C"}
    assert _elsewhere(tmp_path, **elsewhere) == here
    assert _elsewhere(ROOT, PYTHONHASHSEED="2", TZ="America/New_York") == here


def test_ten_thousand_turns_are_written() -> None:
    talk = tuple(
        Turn(words=f"Number {number}\nand a line", person=bool(number % 2), question=not number % 2)
        for number in range(10_000)
    )
    document = replace(everything(), sections=(Section(id="talk", title="Talk", blocks=talk),))
    pages = opened(to_pdf(document, our_theme()).data).pages
    assert "Number 9999" in pages[-1].extract_text()
