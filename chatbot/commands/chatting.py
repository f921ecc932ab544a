"""Starting the chat with what it needs from outside: a store, dialogs, and the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.chat.run import Commands, DialogInfo, run_chat
from chatbot.commands.again import command
from chatbot.commands.interview import DEFAULT_DIALOG
from chatbot.commands.opening import interviews_at
from chatbot.commands.own_files import bundles
from chatbot.dialog.load import load_script
from chatbot.interview.interview import Interview
from chatbot.interview.store import Store
from chatbot.sources.shipped import dialog_bundle, dialog_names

if TYPE_CHECKING:
    from chatbot.commands.exporting import ReportExport
    from chatbot.report.making import Wish
    from chatbot.report.theme.theme import Paper, Theme


def start(*, store: Path | None) -> int:
    """The chat with its start screen; returns the exit code."""
    with interviews_at(store, create=True) as opened:
        return _chat(opened, None, None, store)


def begin(dialog: str, *, knowledge: Path | None, store: Path | None) -> int:
    """The chat with a new interview; arguments as for `chatbot.commands.linear.begin`."""
    files = bundles(dialog, knowledge)
    with interviews_at(store, create=True) as opened:
        return _chat(opened, Interview.begin(opened, *files), knowledge, store)


def resume(id: str, *, store: Path | None) -> int:
    """The chat with an interview that was begun before."""
    with interviews_at(store) as opened:
        return _chat(opened, Interview.resume(opened, opened.resolve(id)), None, store)


def _chat(opened: Store, interview: Interview | None, knowledge: Path | None, store: Path | None) -> int:
    return run_chat(
        lambda: opened,
        start=interview,
        begin=lambda dialog: Interview.begin(opened, *bundles(dialog, knowledge)),
        dialogs=() if interview else _dialogs(),
        reports=_Reports(store),
        commands=_commands(store),
    )


def _dialogs() -> Sequence[DialogInfo]:
    """The dialogs that ship, the usual one first."""
    scripts = [load_script(dialog_bundle(name)) for name in dialog_names()]
    return [
        DialogInfo(id=script.dialog, title=script.title, about=script.about, minutes=script.minutes)
        for script in sorted(scripts, key=lambda script: script.dialog != DEFAULT_DIALOG)
    ]


def _commands(store: Path | None) -> Callable[[Interview], Commands]:
    return lambda interview: Commands(
        resume=command("interview", "--resume", interview.id, store=store),
        report=command("report", interview.id, "-o", "advice.md", store=store),
    )


class _Reports:
    """Reports of the interviews in one store; what makes them is loaded when the first one is wanted."""

    def __init__(self, store: Path | None) -> None:
        self._store = store

    def theme(self) -> Theme:
        """The theme in force."""
        from chatbot.commands.report_theme import theme_for

        return theme_for(None, None)

    def usual_path(self, interview: Interview, wish: Wish) -> Path:
        """In the current folder, with a name that says what it is."""
        return Path.cwd() / f"advice-{interview.id}.{wish.form}"

    def begin(self, interview: Interview, wish: Wish, paper: Paper | None, path: Path) -> ReportExport:
        """Begin to make a report beside the chat."""
        from chatbot.commands.exporting import ReportExport

        words = ["report", interview.id, "--steps", "--format", wish.form, "--for", wish.audience]
        words += ["--redact"] if wish.redact else []
        words += [] if wish.transcript else ["--without-transcript"]
        words += ["--paper", paper] if paper else []
        words += ["--store", str(self._store)] if self._store else []
        return ReportExport(words, path)

    def open(self, path: Path) -> None:
        """Show a file with the program that the desktop has for it."""
        from chatbot.commands.showing import show_file

        show_file(path)
