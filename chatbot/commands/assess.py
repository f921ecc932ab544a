"""`chatbot assess`: judge a file of facts without an interview."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeVar

import click

from chatbot.commands.options import knowledge_option
from chatbot.errors import ChatbotError, UsageError
from chatbot.visible import visible

if TYPE_CHECKING:
    from chatbot.framework.documents import Refused

T = TypeVar("T")

_LINES: Final = frozenset({".jsonl", ".ndjson"})


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A short text, or one JSON object for each document.",
)
@knowledge_option
def assess(file: Path, form: str, knowledge: Path | None) -> int:
    """Judge a file of facts without an interview: what to work on now, what to be warned of, what is next.

    FILE is YAML, JSON or JSON Lines, or - for standard input. It may hold several documents, each with the
    keys initiative (title, ambition, sector, distribution_applies) and facts: a level for each fact, or
    {level, evidence, reason}. A fact that is left out counts as not asked.

    Several documents give one JSON line each. One that cannot be judged is explained on standard error, the
    others go on, and the exit code is 1. Warnings are a result and no failure.

    \b
    Example:
      chatbot assess initiative.yaml
      chatbot assess initiatives.jsonl --format json | jq .recommended
    """
    from chatbot.commands.assessed import AsJson, AsText
    from chatbot.framework.advise import advise
    from chatbot.framework.assess import Assessor
    from chatbot.framework.case import CaseRules, facts_of
    from chatbot.framework.documents import Document, read_documents
    from chatbot.framework.load import load_framework
    from chatbot.sources.shipped import knowledge_bundle

    framework = load_framework(knowledge_bundle(knowledge))
    assessor = Assessor(framework)
    printed: AsJson | AsText = AsJson(framework) if form == "json" else AsText(framework)
    name = "standard input" if str(file) == "-" else str(file)
    judged = refused = 0
    with _opened(file) as stream:
        results = read_documents(stream, CaseRules(framework), json_lines=file.suffix.lower() in _LINES)
        for result, several in with_company(results):
            if isinstance(result, Document):
                facts = facts_of(result.statements)
                assessment = assessor.assess(facts)
                advice = advise(assessor, facts, assessment)
                click.echo(printed.judged(result, assessment, advice, several))
                judged += 1
            else:
                faults = list(_faults(result, name, several))
                click.echo("\n".join(faults), err=True)
                click.echo(printed.refused(result, faults, several), nl=form == "json" or several)
                refused += 1
    if not judged and not refused:
        raise ChatbotError(
            "There is nothing to judge.",
            where=name,
            todo="Write a document with the keys initiative and facts; `chatbot assess --help` says how.",
        )
    return 1 if refused else 0


def with_company(results: Iterable[T]) -> Iterator[tuple[T, bool]]:
    """Each result with whether it is one of several, without waiting for more than one ahead."""
    several = False
    ahead: list[T] = []
    for result in results:
        several = several or bool(ahead)
        for earlier in ahead:
            yield earlier, several
        ahead = [result]
    for last in ahead:
        yield last, several


def _faults(refused: Refused, name: str, several: bool) -> Iterator[str]:
    """What is wrong with a document, one line each: where, what, and what to do."""
    which = f"document {refused.number}: " if several else ""
    for fault in refused.faults:
        place = f"{name}:{fault.place.line}:{fault.place.column}"
        yield visible(f"{place}: {which}{fault.what} {fault.todo}".rstrip())


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = file.open("rb")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UsageError(
            f"There is no file {visible(str(file))!r}.",
            todo="Name a file of facts, or - for standard input.",
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else ""
        raise ChatbotError(
            f"The file cannot be read: {reason or 'its name is not one'}.",
            where=str(file),
            todo="Check that it exists and that you may read it.",
        ) from error
    with stream:
        yield stream
