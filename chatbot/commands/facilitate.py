"""`chatbot facilitate`: hold a session with several people, on one screen for all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from chatbot.commands.interview import DEFAULT_DIALOG
from chatbot.commands.options import dialog_names, interview_ids, knowledge_option, store_option
from chatbot.commands.streams import has_terminal
from chatbot.errors import UsageError

_MINUTES: Final = 90


@click.command()
@click.argument("dialog", required=False, shell_complete=dialog_names)
@click.option(
    "--minutes",
    type=click.IntRange(0, 300),
    metavar="N",
    help=f"How long the session is; 0 for no clock.  [default: {_MINUTES}]",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who is invited: a .yaml or .csv file with names, roles, and organisations.",
)
@click.option(
    "--prework",
    multiple=True,
    metavar="[NAME=]FILE",
    help="What somebody answered alone, as chatbot export wrote it; may be given several times.",
)
@click.option("--discuss-first", is_flag=True, help="Discuss, then agree; without it, vote, then discuss.")
@click.option("--resume", metavar="ID", shell_complete=interview_ids, help="Go on with this session.")
@click.option(
    "--notes",
    metavar="ID",
    shell_complete=interview_ids,
    help="The facilitator's own screen beside a session that another terminal holds.",
)
@store_option
@knowledge_option
def facilitate(
    dialog: str | None,
    minutes: int | None,
    roster: Path | None,
    prework: tuple[str, ...],
    discuss_first: bool,
    resume: str | None,
    notes: str | None,
    store: Path | None,
    knowledge: Path | None,
) -> int:
    """Hold a session with several people, on one screen that all of them see.

    People vote by raising a card or a hand, and one keyboard records it: a digit for the answer of whoever
    is marked, a letter to mark somebody else. The votes are shown when all have voted; then the room talks
    and agrees. Every step is saved at once. The key ? lists all keys.

    \b
    Example:
      chatbot facilitate --roster people.csv --minutes 90
      chatbot facilitate --prework "Ada Osei=ada.jsonl" --prework ben-okri.jsonl
      chatbot facilitate --resume k3x7
      chatbot facilitate --notes k3x7
    """
    begins = [dialog, knowledge, roster, minutes, discuss_first or None]
    if (resume or notes) and any(one is not None for one in begins):
        raise UsageError(
            "A session goes on with the dialog, the people and the time that it was begun with.",
            todo="Leave out what comes with --resume or --notes; people and time are changed on its screen.",
        )
    if notes and prework:
        raise UsageError("The notes only show a session.", todo="Give --prework with --resume.")
    if resume and notes:
        raise UsageError("Choose one of --resume and --notes.", todo="Use two terminals for the two.")
    if not has_terminal():
        raise UsageError(
            "A session needs a terminal.", todo="Run it where its screen can be shown, without a pipe."
        )
    from chatbot.commands import holding_rooms

    if notes:
        return holding_rooms.show_notes(notes, store=store)
    if resume:
        return holding_rooms.resume(resume, store=store, prework=prework)
    return holding_rooms.begin(
        dialog or DEFAULT_DIALOG,
        knowledge=knowledge,
        store=store,
        minutes=_MINUTES if minutes is None else minutes,
        roster=roster,
        prework=prework,
        discuss_first=discuss_first,
    )
