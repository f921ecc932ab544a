"""Options and arguments that several commands share, with what completes them in a shell."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from chatbot.errors import ChatbotError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])  # what click decorates may take and give anything

_TITLE: int = 40


def store_option(command: F) -> F:
    """Add `--store FILE` as the parameter `store`: a path, or nothing for the usual place."""
    return click.option(
        "--store",
        metavar="FILE",
        type=click.Path(),
        callback=_or_of_the_program,
        help="The file that keeps the interviews.  [default: CHATBOT_STORE, or one in your data folder]",
    )(command)


def knowledge_option(command: F) -> F:
    """Add `--knowledge FOLDER` as the parameter `knowledge`: a path, or nothing for what ships."""
    return click.option(
        "--knowledge",
        metavar="FOLDER",
        type=click.Path(path_type=Path),
        help="A folder with a knowledge base of your own.  [default: the one that ships]",
    )(command)


def interview_argument(command: F) -> F:
    """Add the argument `ID` as the parameter `interview`: an interview's id or the beginning of it."""
    return click.argument("interview", metavar="ID", shell_complete=interview_ids)(command)


def interview_ids(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The ids of the stored interviews, with the initiative's title beside each."""
    from click.shell_completion import CompletionItem

    from chatbot.commands.opening import interviews_at
    from chatbot.interview.listing import list_interviews
    from chatbot.visible import on_one_line

    try:
        with interviews_at(_or_of_the_program(context, parameter, context.params.get("store"))) as store:
            return [
                CompletionItem(one.id, help=on_one_line(one.title or one.dialog, _TITLE))
                for one in list_interviews(store).interviews
                if one.id.startswith(incomplete)
            ]
    except ChatbotError:  # completion has no place to say what is wrong
        return []


def dialog_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The dialogs that ship, and files where a path has begun."""
    from click.shell_completion import CompletionItem

    from chatbot.sources.shipped import dialog_names as shipped_names

    names = [CompletionItem(name) for name in shipped_names() if name.startswith(incomplete)]
    is_path = os.sep in incomplete or incomplete.startswith(".")
    return [CompletionItem(incomplete, type="file")] if is_path or not names else names


def _or_of_the_program(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """What the command's own option says, else what `chatbot --store FILE COMMAND` said."""
    named = value or context.find_root().params.get("store")
    return Path(named) if named else None
