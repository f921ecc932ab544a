"""What a reference document leaves open in a cover, a header or a footer: `{{ title }}` and the like."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Final

from chatbot.report.document.nodes import Document
from chatbot.report.document.signs import on_one_line
from chatbot.report.writers.word.elements import PRESERVE, Element, each, w

_OPEN: Final = re.compile(r"\{\{\s*(title|author|date|footer)\s*\}\}")
_REPORT: Final = re.compile(r"\s*\{\{\s*report\s*\}\}\s*")


def values(document: Document) -> dict[str, str]:
    """What each placeholder stands for."""
    return {
        "title": on_one_line(document.title),
        "author": on_one_line(document.author),
        "date": document.at[:10],
        "footer": on_one_line(document.footer),
    }


def fill(roots: Iterable[Element], values: Mapping[str, str]) -> None:
    """Puts the values in, as text. Word may have cut a placeholder into runs: its first one then says it."""
    for root in roots:
        for paragraph in each(root, "p"):
            # Those in a text box inside a paragraph are seen with it, once.
            if next(paragraph.iterancestors(w("p")), None) is None:
                _fill(list(each(paragraph, "t")), values)


def stands_for_report(paragraph: Element) -> bool:
    """Whether a paragraph holds `{{ report }}` and nothing else."""
    return bool(_REPORT.fullmatch("".join(told.text or "" for told in each(paragraph, "t"))))


def _fill(told: list[Element], values: Mapping[str, str]) -> None:
    texts = [one.text or "" for one in told]
    whole = "".join(texts)
    if "{{" not in whole:
        return
    starts = [0, *accumulate(len(text) for text in texts)]
    # From the end, so that what a value says is not looked at again and what stands before keeps its place.
    for found in reversed(list(_OPEN.finditer(whole))):
        first, last = (bisect_right(starts, at) - 1 for at in (found.start(), found.end() - 1))
        tail = texts[last][found.end() - starts[last] :]
        head = texts[first][: found.start() - starts[first]] + values[found[1]]
        for at in range(first, last + 1):
            texts[at] = ""
        texts[first] = head + tail if first == last else head
        if first != last:
            texts[last] = tail
    for one, text in zip(told, texts, strict=True):
        one.text = text
        one.set(PRESERVE, "preserve")
