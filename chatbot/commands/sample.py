"""`chatbot sample`: the advice and the report of a worked example, before one's own time is spent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from chatbot.cells import wrap
from chatbot.commands.places import checked_place, stem_of
from chatbot.commands.report import deliver
from chatbot.commands.report_theme import theme_for
from chatbot.commands.writing import check_free
from chatbot.errors import UsageError
from chatbot.interview.events import InterviewId
from chatbot.report.advice_text import Form, advice_blocks
from chatbot.report.content.composing import content_of
from chatbot.report.content.contents import Content
from chatbot.report.formats import Format, chosen_format
from chatbot.report.making import Source, Wish, make_report
from chatbot.report.sample import Sample, replay_sample, sample_names
from chatbot.visible import visible

_WIDEST: Final = 88
_NARROWEST: Final = 20
_TEXT: Final = "text"


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice([_TEXT, *(form.value for form in Format)]),
    help="The story, or the report in one of the formats.  [default: by the ending, else text]",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report to this file; its ending says the format.",
)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def sample(form: str | None, output: Path | None, force: bool) -> None:
    """Show what comes out of an interview: a worked example with its advice, or its whole report.

    \b
    Example:
      chatbot sample
      chatbot sample -o sample.pdf
    """
    (first, *_) = sample_names()
    example, interview = replay_sample(first)
    id, events = InterviewId(example.sample), interview.state.events
    if output is None and form in (None, _TEXT):
        width = max(min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST), _NARROWEST)
        click.echo("\n".join(_lines(example, content_of(id, events, interview.held), width)))
        return
    if form == _TEXT:
        raise UsageError("The story is for the screen.", todo="Leave -o out, or name another format.")
    path = checked_place(output) if output else None
    chosen = chosen_format(form, path)
    if path and not force:
        check_free(path)
    source = Source(interview=id, events=events, held=interview.held, again="chatbot sample -o FILE")
    wish = Wish(form=chosen, stem=stem_of(path))
    deliver(make_report(source, wish, theme_for(None, None)), path, chosen, force=force)


def _lines(example: Sample, content: Content, width: int) -> Iterator[str]:
    """The story and its advice, folded, with a blank line before each heading."""
    yield from _folded(example.title, width)
    yield ""
    yield from _folded(example.story, width)
    for block in advice_blocks(content):
        yield ""
        yield from _folded(block.heading.upper(), width)
        for line in block.lines:
            if line.form is Form.ITEM:
                yield from _folded(line.text, width, f"{line.number:>2}. ")
            elif line.form is Form.MORE:
                yield from _folded(line.text, width, "    ")
            else:
                yield from _folded(line.text, width)
    yield ""
    yield from _folded(
        "The whole report, with every word that was said: chatbot sample -o sample.html", width
    )
    yield from _folded("An interview of your own: chatbot", width)


def _folded(text: str, width: int, start: str = "") -> Iterator[str]:
    for paragraph in visible(text).split("\n"):
        for line in wrap(" ".join(paragraph.split()), width - len(start)):
            yield f"{start}{line}"
            start = " " * len(start)
