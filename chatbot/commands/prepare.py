"""`chatbot prepare`: agenda, questions for participants and facilitator's notes, for a session of several."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from chatbot.commands.collecting import uncollected
from chatbot.commands.interview import DEFAULT_DIALOG
from chatbot.commands.options import dialog_names, knowledge_option
from chatbot.errors import UsageError
from chatbot.report.formats import FOR_PROGRAMS, Format

if TYPE_CHECKING:
    from chatbot.facts import FactId
    from chatbot.room.guests import Guest

MINUTES: Final = 90
FOLDER: Final = "session"
"""Where the files go if nobody says otherwise."""

_FORMATS: Final = [form.value for form in Format if form not in FOR_PROGRAMS]
_PAPERS: Final = ("a4", "letter")
_TIMES: Final = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d")


@click.command()
@click.argument("dialog", default=DEFAULT_DIALOG, shell_complete=dialog_names)
@click.option(
    "--minutes", metavar="N", type=int, default=MINUTES, show_default=True, help="How long the session is."
)
@click.option("--agenda", is_flag=True, help="Make the agenda.")
@click.option("--participants", is_flag=True, help="Make the sheet with questions for participants.")
@click.option("--facilitator", is_flag=True, help="Make the notes for the facilitator.")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help=f"A folder for the files, or a file for one of them.  [default: {FOLDER}]",
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(_FORMATS),
    multiple=True,
    help="The format; may be repeated.  [default: by the ending, else pdf]",
)
@click.option("--title", metavar="TEXT", default="", help="What the initiative is called.")
@click.option("--ambition", metavar="MODEL", default="", help="What it aims at; then only that is asked.")
@click.option("--sector", metavar="NAME", default="", help="Its sector, for examples that fit.")
@click.option(
    "--customers/--no-customers",
    default=None,
    help="Whether customers use it directly; then only that is asked.",
)
@click.option(
    "--at",
    metavar="TIME",
    type=click.DateTime(_TIMES),
    help='When it begins, as "2026-05-04 09:30" or only the day.',
)
@click.option(
    "--roster",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Who is invited: a .csv or .yaml file.",
)
@click.option("--personal", is_flag=True, help="A sheet for each person on the roster, with the name on it.")
@click.option("--send-to", metavar="TEXT", default="", help="Where participants send their answers.")
@click.option(
    "--roster-template",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write an empty roster to fill in, .csv or .yaml, and do nothing else.",
)
@click.option(
    "--theme",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A folder with a logo, colours, texts and templates of your own.",
)
@click.option("--paper", type=click.Choice(_PAPERS), help="The size of a page.  [default: a4]")
@click.option("--force", is_flag=True, help="Replace what is there.")
@knowledge_option
@uncollected()
def prepare(
    dialog: str,
    minutes: int,
    agenda: bool,
    participants: bool,
    facilitator: bool,
    output: Path | None,
    forms: tuple[str, ...],
    title: str,
    ambition: str,
    sector: str,
    customers: bool | None,
    at: datetime | None,
    roster: Path | None,
    personal: bool,
    send_to: str,
    roster_template: Path | None,
    theme: Path | None,
    paper: str | None,
    force: bool,
    knowledge: Path | None,
) -> None:
    """Prepare a session with several people: an agenda that fits the time, a sheet with questions for
    participants, and notes for whoever leads it.

    What can change the result most is asked in the room, the rest is answered beforehand. DIALOG is readiness
    (the default), quick, or the path of a .yaml file of your own. Without --agenda, --participants or
    --facilitator all three are made.

    \b
    Example:
      chatbot prepare --minutes 90 --ambition expert --title "Answers from test reports"
      chatbot prepare quick --minutes 45 --agenda -o agenda.docx
      chatbot prepare --roster-template people.csv
      chatbot prepare --roster people.csv --personal --at "2026-05-04 09:30" --format pdf --format docx
    """
    from chatbot.commands import preparing
    from chatbot.report.preparing.session import Session, SheetKind

    if roster_template is not None:
        preparing.write_roster_template(roster_template, force=force)
        return
    if personal and roster is None:
        raise UsageError("--personal makes a sheet for each person on a list.", todo="Add --roster FILE.")
    named = [
        kind for kind, chosen in zip(SheetKind, (agenda, participants, facilitator), strict=True) if chosen
    ]
    session = Session(
        minutes=minutes,
        known=_known(title, ambition, sector, customers),
        guests=_guests(roster),
        starts=at,
        day_only=at is not None and (at.hour, at.minute) == (0, 0),
        send_to=send_to,
        personal=personal,
        made=(at or datetime.now()).strftime("%Y-%m-%dT00:00:00+00:00"),  # noqa: DTZ005 - the day where one is
    )
    wanted = preparing.Wanted(
        dialog=dialog,
        knowledge=knowledge,
        session=session,
        kinds=tuple(named or SheetKind),
        output=output or Path(FOLDER),
        forms=tuple(Format(form) for form in forms),
        theme=theme,
        paper=paper,
    )
    preparing.deliver(wanted, force=force)
    if not ambition and not named:
        click.echo(
            "Planned for every aim that the initiative may have. With --ambition only that is asked which"
            " this aim needs.",
            err=True,
        )


def _guests(roster: Path | None) -> tuple[Guest, ...]:
    if roster is None:
        return ()
    from chatbot.room.roster import read_roster

    return read_roster(roster)


def _known(title: str, ambition: str, sector: str, customers: bool | None) -> dict[FactId, str]:
    from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE

    said = {TITLE: " ".join(title.split()), AMBITION: ambition, SECTOR: sector}
    known = {fact: value for fact, value in said.items() if value}
    if customers is not None:
        known[DISTRIBUTION_APPLIES] = "true" if customers else "false"
    return known
