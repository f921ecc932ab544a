"""A report saved from the chat, with the real program in a real terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.conftest import Open

_GRACE = 0.7


def test_a_report_is_looked_at_and_saved_in_the_format_of_its_ending(
    terminal: Open, sessions: Callable[[], list[dict[str, object]]], tmp_path: Path
) -> None:
    chat = terminal("interview", "quick", columns=80, rows=24)
    chat.wait_for("question 1 of")
    chat.rest(_GRACE)
    chat.enter("ChangeLink")
    chat.wait_for("question 2 of")
    chat.rest(_GRACE)
    chat.enter("report")
    chat.wait_for("ChangeLink: advice")
    chat.rest(_GRACE)
    chat.type("s")
    chat.wait_for("Save the report as")
    chat.rest(_GRACE)
    chat.type("\x15")  # Ctrl+U empties the line
    chat.wait_for("Name a file that ends in")
    path = tmp_path / "my report.html"
    chat.type(str(path))
    chat.wait_for("HTML, in")
    chat.enter("")
    chat.wait_for("open it")
    assert "ChangeLink" in path.read_text("utf-8")
    assert [one.name for one in tmp_path.iterdir() if "report" in one.name] == [path.name]
    chat.rest(_GRACE)
    chat.type("\x1b")
    chat.wait_for("question 2 of")
