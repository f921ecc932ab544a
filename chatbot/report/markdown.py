"""The report as Markdown, from a template in which everything is text unless it says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chatbot.report.content import phrases, times
from chatbot.report.content.contents import Content
from chatbot.report.content.judged import Condition, quotes
from chatbot.report.writers.markdown.text import WIDTH, Markdown, escaped, folded, lines

_TEMPLATES: Final = Path(__file__).parent / "templates"
_TEMPLATE: Final = "report.md.j2"
_ON_FIRST_PAGE: Final = 5
"""How many conditions the first page lists."""

_BLANK_LINES: Final = re.compile(r"\n{3,}")
_START: Final = re.compile(r"> | *(?:[-*] |\d+\. )")


def to_markdown(content: Content) -> str:
    """One report as a document that also reads well as plain text."""
    document = _environment().get_template(_TEMPLATE).render(content=content, **_parts(content))
    every = _BLANK_LINES.sub("\n\n", document).strip("\n").split("\n")
    return "\n".join(map(_folded, every)) + "\n"


def _parts(content: Content) -> dict[str, object]:
    """The parts of a report by the names that the template uses."""
    conditions = content.judged.decision.conditions if content.judged else ()
    return {
        "conditions": conditions[:_ON_FIRST_PAGE],
        "conditions_are_cut": _are_cut(conditions),
        "initiative": content.initiative,
        "judged": content.judged,
        "spoken": content.spoken,
        "tensions": content.tensions,
        "framing": content.framing,
        "provenance": content.provenance,
    }


def _are_cut(conditions: Sequence[Condition]) -> bool:
    """Whether the first page cannot say everything that there is to clear."""
    return len(conditions) > _ON_FIRST_PAGE or any(
        one.kind == "item" and phrases.is_shortened(one.findings) for one in conditions
    )


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - what comes out is no HTML; `finalize` makes text of every value
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_as_text,
    )
    environment.filters |= {
        "quoted": _quoted,
        "in_standing": phrases.in_standing,
        "in_short": phrases.in_short,
        "labels": phrases.labels,
        "quotes": quotes,
        "day": times.day,
        "clock": times.clock,
        "moment": times.moment,
    }
    return environment


def _as_text(value: object) -> Markdown:
    return value if isinstance(value, Markdown) else escaped(str(value))


def _quoted(text: str) -> Markdown:
    """Lines that somebody wrote as a block quote."""
    return Markdown("\n".join(f"> {line}" if line else ">" for line in lines(text)))


def _folded(line: str) -> str:
    """Headings and tables stay as they are: there a line is more than a line."""
    if line.startswith(("#", "|")):
        return line
    start = _START.match(line)
    prefix = start[0] if start else ""
    indent = prefix if prefix == "> " else " " * len(prefix)
    return prefix + f"\n{indent}".join(folded(line[len(prefix) :], WIDTH - len(prefix)))
