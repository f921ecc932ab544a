"""A text in several looks as Markdown.

Marks stand only where every reader takes them for marks: a look that begins or ends in the middle of a word
is left out, and the words are all there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from string import punctuation
from typing import Final, NamedTuple

from chatbot.report.document.nodes import Run, Text, Tone
from chatbot.report.document.signs import signs
from chatbot.report.writers.markdown.text import Markdown, anchored, escaped_inside

_BADGES: Final = frozenset({Tone.LEAD, Tone.GOOD, Tone.OPEN, Tone.WATCH, Tone.CAUTION, Tone.STOP})
_AROUND: Final = frozenset(f" {punctuation}")
"""What may stand beside a mark, whatever it encloses."""


class _Stretch(NamedTuple):
    text: str
    strong: bool = False
    emphasis: bool = False


def inline(
    text: Text, *, strong: bool = False, emphasis: bool = False, behind_something: bool = False
) -> Markdown:
    """A text as one line of Markdown.

    Args:
        strong, emphasis: all of it has this look.
        behind_something: it never stands first on a line, so that there what begins a list needs no care.
    """
    stretches = list(_stretches(text, strong, emphasis))
    line = "".join(_marked(_readable(stretches)))
    return Markdown(line) if behind_something else anchored(line)


def _strong(run: Run) -> bool:
    return run.strong or run.tone in _BADGES


def _emphasis(run: Run) -> bool:
    return run.emphasis or run.tone is Tone.MUTED


def _stretches(text: Text, strong: bool, emphasis: bool) -> Iterator[_Stretch]:
    """The runs with single blanks between words, none at the edges of the text or of a look."""
    blank = False
    begun = False
    for run in text:
        shown = signs(run.text)
        words = " ".join(shown.split())
        blank = blank or shown[:1].isspace()
        if words:
            if blank and begun:
                yield _Stretch(" ")
            yield _Stretch(words, strong or _strong(run), emphasis or _emphasis(run))
            begun, blank = True, shown[-1].isspace()


def _readable(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Neighbours of the same look as one, without the looks that could not be read back."""
    if len(stretches) == 1:
        return [*stretches]
    joined = _joined(stretches)
    kept = [
        stretch._replace(emphasis=stretch.emphasis and _stands_free(joined, at, at))
        for at, stretch in enumerate(joined)
    ]
    at = 0
    for strong, group in groupby(list(kept), key=lambda one: one.strong):
        size = len(list(group))
        if strong and not _stands_free(kept, at, at + size - 1):
            kept[at : at + size] = [stretch._replace(strong=False) for stretch in kept[at : at + size]]
        at += size
    return _joined(kept)


def _joined(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Stretches of one look as one; a blank between two has the looks that they share."""
    joined: list[_Stretch] = []
    for at, stretch in enumerate(stretches):
        one = stretch
        if stretch.text == " " and 0 < at < len(stretches) - 1:
            before, after = stretches[at - 1], stretches[at + 1]
            inside = before.strong == after.strong  # a mark has no blank within it beside it
            one = _Stretch(" ", inside and before.strong, inside and before.emphasis and after.emphasis)
        if joined and joined[-1][1:] == one[1:]:
            joined[-1] = one._replace(text=joined[-1].text + one.text)
        else:
            joined.append(one)
    return joined


def _stands_free(stretches: Sequence[_Stretch], first: int, last: int) -> bool:
    """Whether there is a blank, a punctuation mark or nothing on either side."""
    before = stretches[first - 1].text[-1] if first else " "
    after = stretches[last + 1].text[0] if last + 1 < len(stretches) else " "
    return before in _AROUND and after in _AROUND


def _marked(stretches: Sequence[_Stretch]) -> Iterator[str]:
    strong = False
    for stretch in stretches:
        if stretch.strong is not strong:
            yield "**"
            strong = stretch.strong
        inside = escaped_inside(stretch.text)
        yield f"_{inside}_" if stretch.emphasis else inside
    if strong:
        yield "**"
