"""Reading a checklist answer piece by piece: the longest phrases first, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.lexicon import (
    STOPS,
    WEIGHTLESS,
    Lexicon,
    Meaning,
    Named,
    Strange,
    lexicon,
)
from chatbot.dialog.understanding.checklists.tokens import Token, tokens
from chatbot.dialog.understanding.spelling import corrected
from chatbot.dialog.understanding.words import NEGATIONS, Spoken, phrase
from chatbot.facts import FactId


@dataclass(frozen=True, slots=True)
class Mark:
    """What a piece stands for, with its place in the comparable text."""

    meaning: Meaning
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said, in order; what has no weight is left out.

    Attributes:
        exact: whether no typing error had to be put right.
    """

    found: tuple[Mark, ...]
    exact: bool


def marks(script: Script, question: Question, said: Spoken) -> Marks:
    """What the words stand for, one by one."""
    phrases = lexicon(script, question)
    pieces = list(tokens(said.text))
    typed = tuple(piece.text for piece in pieces)
    texts = _corrected(typed, phrases, question)
    found = _read(pieces, texts, phrases, [item.fact for item in question.items])
    return Marks(tuple(found), exact=texts == typed)


def _corrected(typed: Sequence[str], phrases: Lexicon, question: Question) -> tuple[str, ...]:
    vocabulary = {word for words in phrases for word in words if word.isalpha()}
    known = WEIGHTLESS | STOPS.keys()
    for text in (question.ask, question.why, question.help):
        known |= set(phrase(text))
    return corrected(typed, vocabulary, known)


def _read(
    pieces: Sequence[Token], texts: tuple[str, ...], phrases: Lexicon, facts: Sequence[FactId]
) -> Iterator[Mark]:
    longest = max(map(len, phrases))
    here = 0
    while here < len(pieces):
        lengths = range(min(longest, len(pieces) - here), 0, -1)
        known = next((length for length in lengths if texts[here : here + length] in phrases), 0)
        if known:
            meaning: Meaning | None = phrases[texts[here : here + known]]
        else:
            meaning = _alone(pieces[here], texts[here], facts)
        end = here + (known or 1)
        if meaning is not None:
            yield Mark(meaning, pieces[here].start, pieces[end - 1].end)
        here = end


def _alone(piece: Token, text: str, facts: Sequence[FactId]) -> Meaning | None:
    """What a token stands for that begins no phrase; `None` for one without weight."""
    if piece.last or text.isdecimal():
        return _numbered(text, piece.last or text, facts)
    if text[:1].isdecimal():
        return Strange(spoils=True)
    if text in WEIGHTLESS:
        return None
    return STOPS.get(text, Strange(spoils=text in NEGATIONS))


def _numbered(first: str, last: str, facts: Sequence[FactId]) -> Meaning:
    """The items with these numbers; numbers that are not on the list stand for nothing."""
    if len(last) > 3 or not 1 <= int(first) <= int(last) <= len(facts):
        return Strange(spoils=True)
    return Named(tuple(facts[int(first) - 1 : int(last)]), numbered=True)
