"""What whoever redacts should look at themselves: what is left and could be a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from chatbot.report.redaction.named import Kind, Replaced
from chatbot.report.redaction.recognising import unsure_in
from chatbot.report.redaction.words import keys_of, words_of

_BRACKETED: Final = re.compile(r"\[([^\[\]]+)\]")
_A_WORD: Final = " x "
"""Stands where a role stands in place of a name, so that what follows does not begin a sentence."""
_LIKE: Final = 80
_MOST: Final = 3
_SHORTEST: Final = 4


class Leftover:
    """What is left of what was typed, without the roles that were put into it.

    Args:
        texts: all that was typed, as it stands in the report.
        replaced: what was replaced by what.
        ordinary: words that are no names, in lower case.
    """

    def __init__(self, texts: Iterable[str], replaced: Iterable[Replaced], ordinary: frozenset[str]) -> None:
        labels = {one.by for one in replaced}.union(map(str, Kind), (f"a named {kind}" for kind in Kind))
        self._texts = [
            _BRACKETED.sub(lambda found: _A_WORD if found[1] in labels else found[0], text)
            for text in dict.fromkeys(texts)
        ]
        self._ordinary = ordinary

    def unsure(self) -> tuple[str, ...]:
        """Capitalised words that could be names, in their order."""
        return tuple(dict.fromkeys(one for text in self._texts for one in unsure_in(text, self._ordinary)))

    def near(self, name: str) -> tuple[str, ...]:
        """What is most like a name that does not occur, best first: as many words, or else one of them."""
        key = keys_of(name)
        parts = [word for word in key if len(word) >= _SHORTEST]
        return self._like([" ".join(key)]) or self._like(parts)

    def _like(self, several: Sequence[str]) -> tuple[str, ...]:
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        found: dict[str, float] = {}
        for wanted in several:
            there = dict(self._phrases(wanted.count(" ") + 1))
            best = extract(wanted, list(there), scorer=ratio, score_cutoff=_LIKE, limit=_MOST)
            found.update((there[phrase], score) for phrase, score, _ in best)
        return tuple(sorted(found, key=lambda typed: -found[typed])[:_MOST])

    def _phrases(self, length: int) -> Iterator[tuple[str, str]]:
        """Every so many words that stand together: as they are compared, and as they were typed."""
        for text in reversed(self._texts):  # of several that are compared as one, the first counts
            words = words_of(text)
            for at in range(len(words) - length, -1, -1):
                run: Sequence[str] = [word.key for word in words[at : at + length]]
                if not all(word in self._ordinary for word in run):
                    yield " ".join(run), text[words[at].begins : words[at + length - 1].ends]
