"""`chatbot` alone: the chat with its start screen, or the linear mode where there is no terminal."""

from __future__ import annotations

from pathlib import Path

from chatbot.commands.streams import has_terminal


def start(store: Path | None) -> int:
    """Begin, go on with, or open an interview; returns the exit code."""
    if has_terminal():
        from chatbot.commands import chatting

        return chatting.start(store=store)
    from chatbot.commands import linear
    from chatbot.commands.interview import DEFAULT_DIALOG

    return linear.begin(DEFAULT_DIALOG, any_dialog=True, knowledge=None, store=store, plain=False)
