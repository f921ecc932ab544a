"""The settings of the chat, with the real program in a real terminal."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.conftest import Open

_GRACE = 0.7


def test_a_key_from_the_settings_works_and_the_footer_names_it(terminal: Open, tmp_path: Path) -> None:
    settings = tmp_path / "mine.yaml"
    settings.write_text("theme: no-colour\nkeys:\n  show_help: ctrl+g\n", encoding="utf-8")
    chat = terminal("interview", "quick", CHATBOT_CONFIG=str(settings))
    assert "Ctrl+G help" in chat.wait_for("question 1 of")
    assert b"\x1b[38;2;" not in chat.raw
    chat.rest(_GRACE)
    chat.type("\x07")
    chat.wait_for("To answer")
    chat.type("\x1b[F")  # to the end of the page, which may be longer than the screen
    chat.wait_for("Ctrl+G")


def test_a_broken_settings_file_is_said_and_the_chat_starts(terminal: Open, tmp_path: Path) -> None:
    settings = tmp_path / "mine.yaml"
    settings.write_text("theme: dark\n  keys: [\n", encoding="utf-8")
    chat = terminal("interview", "quick", columns=120, CHATBOT_CONFIG=str(settings))
    chat.wait_for("mine.yaml:2")
    chat.wait_for("question 1 of")


def test_what_was_typed_before_a_crash_comes_back_by_a_key(terminal: Open) -> None:
    chat = terminal("interview", "quick")
    chat.wait_for("question 1 of")
    chat.rest(_GRACE)
    chat.enter("ChangeLink")
    chat.wait_for("question 2 of")
    chat.kill()
    again = terminal()
    again.wait_for("Go on")
    again.enter("")
    again.wait_for("question 2 of")
    again.rest(_GRACE)
    before = again.text.count("ChangeLink")
    again.type("\x1bp")
    again.wait_for(lambda text: text.count("ChangeLink") == before + 1)
