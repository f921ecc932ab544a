"""A session without a screen: fed with lines, killed, handed over to another store and back, and closed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import PROGRAM

Call = Callable[..., subprocess.CompletedProcess[str]]

BEGUN = """\
join Ada Byron, IT
join Ben Okri, Legal
open ambition
vote ada 1
vote ben 4
"""


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Call the program at one of two places, each with a store of its own."""

    def run(place: str, *arguments: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, *map(str, arguments)],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "CHATBOT_STORE": str(tmp_path / f"{place}.db")},
        )

    return run


def test_a_session_is_killed_handed_over_goes_on_at_two_places_and_is_closed(
    call: Call, tmp_path: Path
) -> None:
    env = {**os.environ, "CHATBOT_STORE": str(tmp_path / "here.db")}
    held = subprocess.Popen(
        [*PROGRAM, "facilitate", "quick", "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env
    )
    assert held.stdin and held.stdout
    held.stdin.write(BEGUN.encode())
    held.stdin.flush()
    while b"Ben Okri has voted" not in held.stdout.readline():
        pass
    held.send_signal(signal.SIGKILL)
    held.communicate()

    (one,) = json.loads(call("here", "sessions", "--json").stdout)
    id = one["id"]
    log = tmp_path / "session.jsonl"

    def hand_over(place: str, other: str, *how: str) -> str:
        log.write_text(call(place, "export", id).stdout, encoding="utf-8")
        done = call(other, "import", log, *how)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def lead(place: str, *lines: str) -> subprocess.CompletedProcess[str]:
        return call(place, "facilitate", "--plain", "--resume", id, typed="\n".join(lines))

    hand_over("here", "there")
    lead(
        "there",
        "join Zoe Late, Legal",
        "reveal",
        "agree 4 because it is the plan",
        "note zoe: *said* <there>",
    )
    lead("here", "reveal", "agree 1 because it is a start", "dissent ben because it is too little")
    log.write_text(call("there", "export", id).stdout, encoding="utf-8")
    refused = call("here", "import", log)
    assert refused.returncode == 1 and "--join" in refused.stderr
    hand_over("there", "here", "--join")
    contests = lead("here", "contests").stdout
    assert "it is the plan" in contests and "it is a start" in contests
    done = lead("here", "resolve 1 second", "park who pays?", "leave ada", "finish anyway")
    assert done.returncode == 0, done.stdout
    hand_over("here", "there", "--join")
    logs = [call(place, "export", id).stdout.splitlines() for place in ("here", "there")]
    assert sorted(logs[0]) == sorted(logs[1])
    for said in (
        "*said* <there>",
        "it is the plan",
        "it is a start",
        "it is too little",
        "who pays?",
        "Zoe Late",
    ):
        assert said in "\n".join(logs[0])
