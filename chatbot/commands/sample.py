"""`chatbot sample`: the advice and the report of a worked example, before one's own time is spent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Final

import click

from chatbot.cells import wrap
from chatbot.commands.report import print_report
from chatbot.interview.events import InterviewId
from chatbot.report.advice_text import Form, advice_blocks
from chatbot.report.content.composing import content_of
from chatbot.report.content.contents import Content
from chatbot.report.formats import Format, render
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
    default=_TEXT,
    show_default=True,
    help="The story with its advice, or the whole report as Markdown or JSON.",
)
def sample(form: str) -> None:
    """Show what comes out of an interview: a worked example with its advice, or its whole report.

    \b
    Example:
      chatbot sample
      chatbot sample --format md | less
    """
    (first, *_) = sample_names()
    example, interview = replay_sample(first)
    content = content_of(
        InterviewId(example.sample),
        interview.state.events,
        interview.held,
        again=f"chatbot sample --format {Format.MARKDOWN}",
    )
    if form != _TEXT:
        print_report(render(content, Format(form)))
        return
    width = max(min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST), _NARROWEST)
    click.echo("\n".join(_lines(example, content, width)))


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
        f"The whole report, with every word that was said: chatbot sample --format {Format.MARKDOWN}", width
    )
    yield from _folded("An interview of your own: chatbot", width)


def _folded(text: str, width: int, start: str = "") -> Iterator[str]:
    for paragraph in visible(text).split("\n"):
        for line in wrap(" ".join(paragraph.split()), width - len(start)):
            yield f"{start}{line}"
            start = " " * len(start)
