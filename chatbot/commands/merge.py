"""`chatbot merge`: people's own interviews as one session, with where they differ and what hangs on it."""

from __future__ import annotations

from pathlib import Path

import click

from chatbot.commands.options import store_option


@click.command()
@click.argument("own", metavar="[NAME=]FILE_OR_ID...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--roster",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who they are: a .yaml or .csv file with names, roles, and organisations.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object in place of the text.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report of the session to this file as well; its ending says the format.",
)
@store_option
@click.pass_context
def merge(
    context: click.Context,
    own: tuple[str, ...],
    roster: Path | None,
    as_json: bool,
    output: Path | None,
    store: Path | None,
) -> None:
    """Put together what several people answered alone, and see where they differ.

    Each is a file that chatbot export wrote, or the id of an interview that is stored here. Whose it is, you
    say before it; otherwise a file is taken to be called as somebody is, such as ada-osei.jsonl.

    What all who answered said the same is agreed. What they differ on stays open and is listed, with what
    would follow from each answer, what matters most for the result first. The session is stored; go on with
    it in chatbot facilitate --resume ID.

    \b
    Example:
      chatbot merge ada-osei.jsonl ben-okri.jsonl "Cem Aydin=k3x7"
      chatbot merge --roster people.csv *.jsonl -o before.html
      chatbot merge ada.jsonl ben.jsonl --json | jq .disagreements[0]
    """
    from chatbot.commands import merging

    path = merging.place_of_report(output) if output else None
    merged, id = merging.merged(own, roster=roster, store=store)
    click.echo(merging.in_json(merged) if as_json else merging.in_words(merged))
    merging.narrate(merged, store)
    if path:
        from chatbot.commands.report import report

        context.invoke(report, interviews=(id,), output=path, store=store)
