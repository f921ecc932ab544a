"""Text as HTML: every character of it is text, whatever it looks like."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from chatbot.report.document.markup import escaped
from chatbot.report.document.nodes import Run, Text, Tone

_BADGES: Final = frozenset({Tone.GOOD, Tone.OPEN, Tone.WATCH, Tone.CAUTION, Tone.STOP})
_BADGE_AT_MOST: Final = 32
"""A badge has a few words; more of them take the colour alone."""

_BADGE: Final = '<span class="badge '
_ENDS: Final = re.compile(r"[.,;:]")
"""What does not go to the next line without the badge before it."""

_LONG_WORD: Final = re.compile(r"\S{25}")


def text_html(text: Text) -> str:
    """A line of runs; each look becomes an element of its own around the words, not their spaces."""
    parts: list[str] = []
    for run in text:
        said = run.text
        if parts and _ENDS.match(said) and parts[-1].startswith(_BADGE):
            parts[-1] = f'<span class="together">{parts[-1]}{escaped(said[0])}</span>'
            run = replace(run, text=said[1:])
        parts.append(_run(run))
    return "".join(parts)


def has_long_word(text: Text) -> bool:
    """Whether a word in it may be too long for a column, so that it has to break anywhere."""
    return any(_LONG_WORD.search(run.text) for run in text)


def _run(run: Run) -> str:
    html = escaped(run.text)
    if not (run.strong or run.emphasis or run.tone is not Tone.PLAIN):
        return html
    core = html.strip()
    if not core:
        return html
    before, after = html[: len(html) - len(html.lstrip())], html[len(html.rstrip()) :]
    if run.emphasis:
        core = f"<em>{core}</em>"
    if run.strong:
        core = f"<strong>{core}</strong>"
    if run.tone is not Tone.PLAIN:
        look = "badge " if run.tone in _BADGES and len(run.text) <= _BADGE_AT_MOST else ""
        core = f'<span class="{look}{run.tone}">{core}</span>'
    return before + core + after
