"""Pictures inside a page: each with ids of its own, and in colours that follow those of the page."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from msgspec.structs import asdict

from chatbot.report.document.markup import escaped
from chatbot.report.document.nodes import Figure
from chatbot.report.theme.theme import Colours

_COLOURED: Final = re.compile(r'class="([a-z]+)" (fill="none" stroke|fill)="#[0-9a-fA-F]{6}"')
"""The colour of a shape of ours, named by its class. In a text its quotes would be escaped."""


class Pictures:
    """The pictures of one page. The same one twice gets other ids the second time."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._times: Counter[str] = Counter()

    def inline(self, figure: Figure) -> tuple[str, str]:
        """The id of a picture in this page, and its SVG as part of HTML."""
        self._times[figure.id] += 1
        again = self._times[figure.id]
        name = f"figure-{figure.id}" if again == 1 else f"figure-{figure.id}-{again}"
        if figure.plain:
            return escaped(name), _plain(escaped(name), figure.svg)
        # No report has one so far, and reading it takes longer than writing the rest of the page.
        from chatbot.report.writers.html.foreign_pictures import Foreign

        return escaped(name), Foreign(name, asdict(self._colours)).of(figure)


def _plain(name: str, svg: str) -> str:
    """A picture of ours, which has a title, a description and no ids yet."""
    named = f'<svg aria-labelledby="{name}-title" aria-describedby="{name}-desc"'
    svg = svg.replace("<svg", named, 1).replace("<title>", f'<title id="{name}-title">', 1)
    svg = svg.replace("<desc>", f'<desc id="{name}-desc">', 1).rstrip()
    return _COLOURED.sub(r'class="\1" \2="var(--\1)"', svg)
