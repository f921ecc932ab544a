"""The same events give the same bytes, whatever the process, the clock, the zone, language or folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from chatbot.report.formats import Format

ROOT = Path(__file__).parents[3]


def reported(folder: Path, **surroundings: str) -> list[str]:
    environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.report.whole.reported"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_two_processes_in_different_surroundings_write_the_same_bytes(tmp_path: Path) -> None:
    """The second one also runs later, by the clock, than the first."""
    here = reported(ROOT, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C")
    there = reported(
        tmp_path,
        PYTHONHASHSEED="4711",
        TZ="America/St_Johns",
        LANG="tr_TR.UTF-8",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="1",
        HOME=str(tmp_path),
        COLUMNS="30",
    )
    assert len(here) == 2 * len(Format)
    assert here == there
