"""`chatbot interview`: hold an interview, in the chat or line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from chatbot.commands.options import dialog_names, interview_ids, knowledge_option, store_option
from chatbot.commands.streams import has_terminal
from chatbot.errors import UsageError

DEFAULT_DIALOG: Final = "readiness"


@click.command()
@click.argument("dialog", required=False, shell_complete=dialog_names)
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes, and plain terminals.")
@click.option("--resume", metavar="ID", shell_complete=interview_ids, help="Go on with this interview.")
@store_option
@knowledge_option
def interview(
    dialog: str | None, plain: bool, resume: str | None, store: Path | None, knowledge: Path | None
) -> int:
    """Hold an interview, or go on with one. Every answer is saved as soon as it is given.

    DIALOG is readiness (about fifteen minutes, the default), quick (about five), or the path of a .yaml file
    of your own. Without a terminal, the interview is held line by line: answers are read from standard
    input, one a line, and the exit code is 3 if they end before the interview does.

    \b
    Example:
      chatbot interview quick
      chatbot interview --plain --resume k3x7
      chatbot interview quick < answers.txt
    """
    if resume and (dialog or knowledge):
        raise UsageError(
            "An interview goes on with the dialog and the knowledge that it was begun with.",
            todo="Leave out either --resume or what comes with it.",
        )
    if plain or not has_terminal():
        from chatbot.commands import linear

        if resume:
            return linear.resume(resume, store=store, plain=plain)
        return linear.begin(
            dialog or DEFAULT_DIALOG,
            any_dialog=dialog is None,
            knowledge=knowledge,
            store=store,
            plain=plain,
        )
    from chatbot.commands import chatting

    if resume:
        return chatting.resume(resume, store=store)
    return chatting.begin(dialog or DEFAULT_DIALOG, knowledge=knowledge, store=store)
