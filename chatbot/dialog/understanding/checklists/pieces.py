"""What a checklist answer is made of: names, amounts, levels and other words, in clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chatbot.dialog.understanding.checklists.amounts import Counted
from chatbot.dialog.understanding.features import COMMON
from chatbot.dialog.understanding.words import word_set
from chatbot.facts import FactId, Level


class Join(StrEnum):
    """What stands before a clause."""

    START = "start"
    AND = "and"
    COMMA = "comma"
    TURN = "turn"
    COLON = "colon"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is no name, amount or level.

    Attributes:
        light: whether it may stand anywhere without changing anything.
    """

    text: str
    light: bool


@dataclass(frozen=True, slots=True)
class Point:
    """Items by name, number or place; `firm` by number or place, or by a name of more than one word."""

    facts: tuple[FactId, ...]
    firm: bool


@dataclass(frozen=True, slots=True)
class Graded:
    """A level in plain words.

    Attributes:
        faint: whether it may only say that there is something of which the level comes yet ("we have").
        shaky: whether the words could be meant otherwise ("not only half").
    """

    level: Level
    faint: bool = False
    shaky: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with what it is, and its place in the comparable text."""

    what: Word | Point | Graded | Counted
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two marks, or "and", or "but".

    Attributes:
        turn: the word that introduces it, of those that announce an opposite, an exception or a reason;
            "except" for every exception.
        asks: whether it ends with a question mark.
    """

    pieces: tuple[Piece, ...]
    before: Join
    turn: str = ""
    asks: bool = False

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def text(self) -> str:
        """Its words, contractions written out, typing errors put right."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def facts(self) -> tuple[FactId, ...]:
        """The items that it names, in order."""
        points = [piece.what for piece in self.pieces if isinstance(piece.what, Point)]
        return tuple(dict.fromkeys(fact for point in points for fact in point.facts))

    @property
    def weighty(self) -> tuple[str, ...]:
        """Its words with weight that are no name, amount or level."""
        return tuple(word.text for word in self.words() if not word.light)

    def words(self) -> Iterator[Word]:
        """Its words that are no name, amount or level."""
        return (piece.what for piece in self.pieces if isinstance(piece.what, Word))

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of these words is a piece of it."""
        return any(piece.text in words for piece in self.pieces)


LIGHT: Final = (
    COMMON
    | {"\u2013", "\u2014", "\u2026"}
    | word_set(
        """
    whatsoever
        item items point points number numbers question then well um uh hm hmm oh ah erm er please thanks hi
    hello lol ok = ( ) [ ] " ' * > | - / # there here now us regarding concerning about as far when
    comes say said think guess believe suppose feel tell call mean would mine ours both know all any
    dear heavens god thank goodness kind sorry afraid course again let see honestly honest frankly
    already currently today also too still yet really actually certainly definitely absolutely simply
    just quite pretty very rather basically essentially indeed surely clearly alright fairly particular
    only case matter topic side part thing things one ones get got going go goes looks look company firm
    house organisation organization bank plant office moment present unfortunately sadly
    luckily fortunately concerned least same of off
    """
    )
)
"""Words that may stand anywhere without changing anything."""
