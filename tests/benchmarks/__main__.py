"""Measure everything that has a bound, print it as a table, and say which bounds hold."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import rows_chat, rows_core, rows_disagreement, rows_process, rows_report, rows_room
from tests.benchmarks.measuring import Row

_PARTS = ("process", "core", "report", "chat", "room")


def main() -> int:
    """Print the table; 1 where a bound does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="measurements of each kind (default 15)")
    parser.add_argument(
        "--part", choices=_PARTS, action="append", help="measure only this part; may be repeated"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for row in _measure(Path(folder), options.rounds, options.part or _PARTS):
            rows.append(row)
            print(_line(row), flush=True)
    broken = [row for row in rows if not row.holds]
    print()
    bounded = sum(row.bound is not None for row in rows)
    print(f"{bounded - len(broken)} of {bounded} bounds hold.")
    for row in broken:
        print(f"Does not hold: {row.what}, {row.ratio:.2f} instead of at most {row.bound}.")
    return 1 if broken else 0


def _measure(folder: Path, rounds: int, parts: tuple[str, ...] | list[str]) -> Iterator[Row]:
    env = {
        "CHATBOT_STORE": str(folder / "interviews.db"),
        "CHATBOT_CACHE": str(folder / "cache"),
        "CHATBOT_CONFIG": str(folder / "chatbot.yaml"),
    }
    if "process" in parts:
        # Where users have them: a home of its own, in the places that the platform gives.
        home = {"HOME": str(folder), "XDG_DATA_HOME": "", "XDG_CACHE_HOME": ""}
        yield from rows_process.rows(folder, home, rounds)
    if "core" in parts:
        yield from rows_core.rows(folder, rounds)
        yield from rows_disagreement.rows(rounds)
    if "report" in parts:
        own = folder / "report"
        own.mkdir()
        yield from rows_report.rows(own, {**env, "CHATBOT_STORE": str(own / "interviews.db")}, rounds)
    if "chat" in parts:
        yield from rows_chat.rows(folder, env, rounds)
    if "room" in parts:
        yield from rows_room.rows(folder, env, rounds)


def _line(row: Row) -> str:
    low, high = row.spread
    bound = f"at most {row.bound}" if row.bound is not None else "no bound"
    verdict = "holds" if row.holds else "DOES NOT HOLD"
    measured = f"{row.ratio:6.2f} [{low:.2f}-{high:.2f}]"
    return f"{row.what:<45} {measured:<20} {bound:<13} {verdict:<14} against {row.against}"


if __name__ == "__main__":
    sys.exit(main())
