"""Rows about whole commands: start-up and the commands that work without a conversation."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from subprocess import run

from tests.benchmarks.measuring import Row, in_turn
from tests.benchmarks.terminal import surroundings, whole_process

CHATBOT = (sys.executable, "-m", "chatbot")

_FACTS = """\
initiative: {title: Change control, ambition: dependency, sector: manufacturing}
facts: {governance.audit_trail: established, integration.controlled_interface: unknown}
"""


def rows(folder: Path, env: Mapping[str, str], rounds: int) -> Iterator[Row]:
    """Whole processes, each against a program that imports what it needs."""
    facts = folder / "facts.yaml"
    facts.write_text(_FACTS, encoding="utf-8")
    held = run(
        [*CHATBOT, "interview", "quick", "--plain"],
        input=b"Change control\n",
        capture_output=True,
        env={**surroundings(), **env},
        check=False,
    )
    assert held.returncode == 3, held.stderr.decode()
    command = [*CHATBOT, "sessions", "--json"]
    listed = run(command, capture_output=True, env={**surroundings(), **env}, check=True)
    interview = json.loads(listed.stdout)[0]["id"]
    compared = [
        ("chatbot --help", ["--help"], "import click", 1.3),
        ("chatbot --version", ["--version"], "import click", 1.3),
        (
            "chatbot assess",
            ["assess", str(facts), "--format", "json"],
            "import click, yaml, msgspec, platformdirs, hashlib, json",
            1.5,
        ),
        ("chatbot sessions", ["sessions"], "import click, sqlite3, msgspec, platformdirs", 1.5),
        ("chatbot export", ["export", interview], "import click, sqlite3, msgspec, platformdirs", 1.5),
        ("chatbot --help, for orientation", ["--help"], "pass", None),
    ]
    for what, arguments, imports, bound in compared:
        ours, theirs = in_turn(
            lambda arguments=arguments: whole_process([*CHATBOT, *arguments], env),
            lambda imports=imports: whole_process([sys.executable, "-c", imports], env),
            rounds,
        )
        yield Row(what, f'python -c "{imports}"', ours, theirs, bound)
