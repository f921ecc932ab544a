"""`chatbot report ID`: the report of an interview, as a file or on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from chatbot.commands.opening import interviews_at
from chatbot.commands.options import interview_argument, store_option
from chatbot.commands.writing import check_free, write_file
from chatbot.interview.held import held_with
from chatbot.interview.interview import Interview
from chatbot.report.content.composing import content_of
from chatbot.report.formats import Format, format_of, render

_STANDARD_OUTPUT = "-"


@click.command()
@interview_argument
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
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _option, wanted: _print_schema(context) if wanted else None,
    help="Print the JSON Schema of reports in JSON, and do nothing else.",
)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@store_option
def report(interview: str, output: Path | None, form: str | None, force: bool, store: Path | None) -> None:
    """Write the report of an interview: the advice first, then what it rests on and every word that was said.

    An interview that is not finished has a report too, which says so. The same interview always gives the
    same file, byte for byte. ID may be the beginning of an id; `chatbot sessions` lists them.

    \b
    Example:
      chatbot report k3x7 -o advice.md
      chatbot report k3x7 --format json | jq .assessment.recommended
      chatbot report k3x7 -o answers.csv
      chatbot report --schema > report.schema.json
    """
    path = None if output is None or str(output) == _STANDARD_OUTPUT else output.expanduser()
    chosen = Format(form) if form else format_of(path) if path else Format.MARKDOWN
    if path and not force:
        check_free(path)
    with interviews_at(store) as opened:
        id = opened.resolve(interview)
        events = opened.events(id)
        content = content_of(id, events, held_with(opened, events))
    text = render(content, chosen)
    if path is None:
        print_report(text)
        return
    write_file(path, [text.encode()])
    click.echo(path, err=True)


def _print_schema(context: click.Context) -> None:
    from chatbot.report.data.schema import schema_text

    print_report(schema_text())
    context.exit()


def save_report(interview: Interview, path: Path) -> None:
    """Write the report of an open interview, in the format of the path's ending, in place of what is there.

    Raises:
        UsageError: the ending is none that can be written.
        ChatbotError: the file cannot be written.
    """
    form = format_of(path)
    content = content_of(interview.id, interview.state.events, interview.held)
    write_file(path, [render(content, form).encode()])


def print_report(text: str) -> None:
    """Write a report to standard output: in UTF-8, unless a terminal is there that knows better."""
    click.echo(text if sys.stdout.isatty() else text.encode(), nl=False)
