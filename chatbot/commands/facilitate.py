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
@click.option(
    "--votes",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Votes to begin with: a .csv file with person, question, fact, value, and reason.",
)
@click.option("--discuss-first", is_flag=True, help="Discuss, then agree; without it, vote, then discuss.")
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, pipes, and plain terminals.")
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
    votes: Path | None,
    discuss_first: bool,
    plain: bool,
    resume: str | None,
    notes: str | None,
    store: Path | None,
    knowledge: Path | None,
) -> int:
    """Hold a session with several people, on one screen that all of them see.

    People vote by raising a card or a hand, and one keyboard records it: a digit for the answer of whoever
    is marked, a letter to mark somebody else. The votes are shown when all have voted; then the room talks
    and agrees. Every step is saved at once. The key ? lists all keys.

    Without a terminal, or with --plain, each line of standard input is a command, such as "vote ada 2" or
    "agree partial because Legal is not there yet"; help lists them. The exit code is 3 if the input ends
    before the session is closed, and 1 if it was closed but lines were not understood.

    \b
    Example:
      chatbot facilitate --roster people.csv --minutes 90
      chatbot facilitate --prework "Ada Osei=ada.jsonl" --prework ben-okri.jsonl
      chatbot facilitate --resume k3x7
      chatbot facilitate --plain --roster people.csv < session.txt
      chatbot facilitate --notes k3x7
    """
    begins = [dialog, knowledge, roster, minutes, discuss_first or None]
    if (resume or notes) and any(one is not None for one in begins):
        raise UsageError(
            "A session goes on with the dialog, the people and the time that it was begun with.",
            todo="Leave out what comes with --resume or --notes; people and time are changed on its screen.",
        )
    if notes and (prework or votes or plain):
        raise UsageError(
            "The notes only show a session, on a screen of their own.",
            todo="Give --prework, --votes, or --plain with --resume.",
        )
    if resume and notes:
        raise UsageError("Choose one of --resume and --notes.", todo="Use two terminals for the two.")
    if notes and not has_terminal():
        raise UsageError(
            "The notes need a terminal.", todo="Run it where its screen can be shown, without a pipe."
        )
    from chatbot.commands import holding_rooms

    plain = plain or not has_terminal()
    if notes:
        return holding_rooms.show_notes(notes, store=store)
    if resume:
        return holding_rooms.resume(resume, store=store, prework=prework, votes=votes, plain=plain)
    return holding_rooms.begin(
        dialog or DEFAULT_DIALOG,
        knowledge=knowledge,
        store=store,
        minutes=_MINUTES if minutes is None else minutes,
        roster=roster,
        prework=prework,
        votes=votes,
        discuss_first=discuss_first,
        plain=plain,
    )
