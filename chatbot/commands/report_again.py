"""The command that makes a report again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chatbot.commands.again import command
from chatbot.report.formats import FOR_PROGRAMS
from chatbot.report.making import Source, Wish


def again(
    sources: Sequence[Source],
    since: str | None,
    wish: Wish,
    theme: Path | None,
    paper: str | None,
    store: Path | None,
) -> str:
    """The command that makes the report again, without any name that it replaces: NAME=ROLE stands for each.

    Where names are replaced, so are paths: a folder is often called like the person or company it belongs to.
    """
    *earlier, last = [source.interview for source in sources]
    words = [last, "--since", *earlier] if since else [*earlier, last]
    words += ["--for", wish.audience] if wish.audience != "record" else []
    nameless = wish.redact or wish.unattributed
    words += ["--redact"] if wish.redact and not wish.unattributed else []
    words += ["--unattributed"] if wish.unattributed else []
    words += ["--name", "NAME=ROLE"] if wish.names else []
    words += [] if wish.transcript else ["--without-transcript"]
    if wish.form not in FOR_PROGRAMS:  # neither changes those
        words += ["--theme", "FOLDER" if nameless else str(theme)] if theme else []
        words += ["--paper", paper] if paper else []
    if store and nameless:
        store = Path("STORE")
    return command("report", *words, store=store) + " -o FILE"
