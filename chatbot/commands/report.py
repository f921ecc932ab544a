"""`chatbot report ID`: the report of an interview, or of several compared, in any format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from chatbot.commands.collecting import uncollected
from chatbot.commands.names import named, narrate
from chatbot.commands.opening import interviews_at
from chatbot.commands.options import interview_ids, store_option
from chatbot.commands.places import checked_place, stem_of
from chatbot.commands.writing import check_free, write_file, write_files
from chatbot.errors import UsageError
from chatbot.report.formats import BINARY, NAMES, Format, chosen_format

if TYPE_CHECKING:
    from chatbot.interview.events import InterviewId
    from chatbot.interview.sqlite_store import SqliteStore
    from chatbot.report.making import Made, Source, Wish

STANDARD_OUTPUT: Final = "-"
STEP: Final = "> "
"""Stands before each of the steps that `--steps` tells."""

_AUDIENCES: Final = ("record", "board", "team")
_PAPERS: Final = ("a4", "letter")


@click.command()
@click.argument("interviews", metavar="[ID]...", nargs=-1, shell_complete=interview_ids)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, allow_dash=True),
    help="Write to this file; its ending says the format.  [default: standard output]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    help="The format.  [default: by the ending, else md]",
)
@click.option(
    "--for",
    "audience",
    type=click.Choice(_AUDIENCES),
    default="record",
    show_default=True,
    help="Who reads it: a board gets the first page and the warnings, a team the steps and the unknowns.",
)
@click.option(
    "--since", metavar="ID", shell_complete=interview_ids, help="Tell what moved since this interview."
)
@click.option(
    "--redact", is_flag=True, help="Put roles in place of people and organisations that were named."
)
@click.option(
    "--unattributed",
    is_flag=True,
    help="Of a room with several people: leave out whatever would tell who answered what.",
)
@click.option(
    "--name",
    "names",
    metavar="NAME[=ROLE]",
    multiple=True,
    help="Replace this name as well, by this role; may be repeated.",
)
@click.option("--without-transcript", is_flag=True, help="Leave out the conversation word for word.")
@click.option(
    "--theme",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A folder with a look of your own.  [default: the one in the settings]",
)
@click.option("--paper", type=click.Choice(_PAPERS), help="The size of a page.  [default: a4]")
@click.option("--force", is_flag=True, help="Replace what is there.")
@click.option("--steps", is_flag=True, hidden=True, help="Say on standard error what is being done.")
@click.option("--schema", is_flag=True, help="Write the JSON Schema of the JSON report, and do nothing else.")
@click.option(
    "--eject",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Write our theme into this folder, as a start for your own, and do nothing else.",
)
@store_option
@uncollected()
def report(
    interviews: tuple[str, ...],
    output: Path | None,
    form: str | None,
    audience: str,
    since: str | None,
    redact: bool,
    unattributed: bool,
    names: tuple[str, ...],
    without_transcript: bool,
    theme: Path | None,
    paper: str | None,
    force: bool,
    steps: bool,
    schema: bool,
    eject: Path | None,
    store: Path | None,
) -> None:
    """Write the report of an interview: the advice first, then what it rests on and every word that was said.

    An interview that is not finished has a report too, which says so. The same interview always gives the
    same file, byte for byte. ID may be the beginning of an id; `chatbot sessions` lists them. Several ids
    give one report with the initiatives side by side.

    \b
    Example:
      chatbot report k3x7 -o advice.pdf --for board
      chatbot report k3x7 -o advice.docx --redact --without-transcript
      chatbot report k3x7 --since p2m9 -o progress.html
      chatbot report k3x7 p2m9 q8w1 -o portfolio.pdf
      chatbot report k3x7 --format json | jq .assessment.recommended
      chatbot report k3x7 -o answers.csv
    """
    path = None if output is None or str(output) == STANDARD_OUTPUT else checked_place(output)
    if schema:
        _publish_schema(path, force=force)
        return
    if eject is not None:
        if output is not None:
            raise UsageError("--eject writes into its own folder.", todo="Leave -o out.")
        from chatbot.report.theme.ejecting import eject as write_theme

        for written in write_theme(eject, force=force):
            click.echo(written, err=True)
        return
    chosen = chosen_format(form, path)
    nameless = redact or unattributed
    _check(interviews, since, names, nameless, path, chosen)
    if unattributed and (since or len(interviews) > 1):
        raise UsageError(
            "Two reports beside each other tell who made the difference.",
            todo="Name one id, and leave --since out.",
        )
    tell = _say_step if steps else _say_nothing
    tell("Reading the interview.")
    wish = _wish(chosen, audience, redact, unattributed, names, without_transcript, path)
    with interviews_at(store) as opened:
        ids = [opened.resolve(one) for one in (*((since,) if since else ()), *interviews)]
        if path and not force:
            check_free(path)
        sources = [_source(opened, id) for id in ids]
    from chatbot.commands.report_again import again

    tell(f"Making the {NAMES[chosen]}.")
    made = _made(sources, since, wish, theme, paper, again(sources, since, wish, theme, paper, store))
    if nameless and not steps:
        narrate(made)
    tell("Writing the file.")
    deliver(made, path, chosen, force=force)


def deliver(made: Made, path: Path | None, form: Format, *, force: bool = False) -> None:
    """Put a report where it is wanted.

    Raises:
        ChatbotError: it cannot be written, or a file is in its way.
    """
    if path is None:
        print_report(made.written.data, form)
        return
    beside = [(path.with_name(f"{path.stem}{one.ending}"), [one.data]) for one in made.written.companions]
    if not force:
        check_free(*(companion for companion, _ in beside))
    write_files([*beside, (path, [made.written.data])])
    for written, _ in ((path, None), *beside):
        click.echo(written, err=True)


def print_report(data: bytes, form: Format) -> None:
    """Write a report to standard output: in UTF-8, unless a terminal is there that knows better.

    Raises:
        UsageError: a terminal is there, and cannot show this format.
    """
    if not sys.stdout.isatty():
        click.echo(data, nl=False)
    elif form in BINARY:
        raise UsageError(
            f"A terminal cannot show {NAMES[form]}.", todo=f"Add -o FILE with a name that ends in .{form}."
        )
    else:
        click.echo(data.decode(), nl=False)


def _publish_schema(path: Path | None, *, force: bool) -> None:
    from chatbot.report.data.schema import schema_text

    if path is None:
        click.echo(schema_text(), nl=False)
        return
    if not force:
        check_free(path)
    write_file(path, [schema_text().encode()])
    click.echo(path, err=True)


def _check(
    interviews: tuple[str, ...],
    since: str | None,
    names: tuple[str, ...],
    redact: bool,
    path: Path | None,
    form: Format,
) -> None:
    """Say what does not fit together before anything is read."""
    if not interviews:
        raise UsageError("No interview is named.", todo="Add an id; `chatbot sessions` lists them.")
    if since and len(interviews) > 1:
        raise UsageError(
            "What moved is told of one interview since an earlier one.",
            todo="Name one id with --since, or several ids without it.",
        )
    if names and not redact:
        raise UsageError("--name says what to replace, and nothing is replaced.", todo="Add --redact.")
    if path is None and form in BINARY and sys.stdout.isatty():
        print_report(b"", form)


def _wish(
    form: Format,
    audience: str,
    redact: bool,
    unattributed: bool,
    names: tuple[str, ...],
    without_transcript: bool,
    path: Path | None,
) -> Wish:
    from chatbot.report.making import Wish
    from chatbot.report.sections.audience import Audience

    return Wish(
        form=form,
        audience=Audience(audience),
        transcript=not without_transcript,
        redact=redact,
        unattributed=unattributed,
        names=tuple(map(named, names)),
        stem=stem_of(path),
    )


def _source(opened: SqliteStore, id: InterviewId) -> Source:
    from chatbot.interview.held import held_with
    from chatbot.report.making import Source

    events = opened.events(id)
    return Source(interview=id, events=events, held=held_with(opened, events))


def _made(
    sources: list[Source], since: str | None, wish: Wish, theme: Path | None, paper: str | None, again: str
) -> Made:
    from msgspec.structs import replace

    from chatbot.commands.report_theme import theme_for
    from chatbot.report import making

    chosen = theme_for(theme, paper)
    sources = [replace(source, again=again) for source in sources]
    if since:
        before, after = sources
        return making.make_progress(before, after, wish, chosen)
    if len(sources) > 1:
        return making.make_side_by_side(sources, wish, chosen)
    return making.make_report(sources[0], wish, chosen)


def _say_step(says: str) -> None:
    click.echo(f"{STEP}{says}", err=True)


def _say_nothing(says: str) -> None:
    """For whoever did not ask for the steps."""
