"""Taking a checklist answer apart into clauses, and these into names, amounts, levels and other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.amounts import Amount, Counted, amounts
from chatbot.dialog.understanding.checklists.gradings import FAINT, INTENSIFIERS, SOFTENERS
from chatbot.dialog.understanding.checklists.pieces import LIGHT, Clause, Graded, Join, Piece, Point, Word
from chatbot.dialog.understanding.checklists.tokens import tokens
from chatbot.dialog.understanding.checklists.vocabulary import vocabulary
from chatbot.dialog.understanding.words import NEGATIONS, Spoken, word_set
from chatbot.facts import Level

EXCEPT: Final = "except"
"""How every word for an exception is noted."""

_EXCEPTIONS: Final = word_set("except besides excluding bar save minus")
_TURNS: Final = word_set("but though although however while whereas because since") | _EXCEPTIONS
_TOGETHER_EXCEPT: Final = {("apart", "from"): 2, ("other", "than"): 2, ("with", "the"): 4}
"""Words that are an exception together, and how many of them ("with the exception of")."""
_MARKS: Final = {
    **dict.fromkeys((".", ";", "!", "?", "\u2026?", "\n", "\u2026", "\u2022"), Join.SENTENCE),
    **dict.fromkeys((",", "\u3001", "(", ")"), Join.COMMA),
    **dict.fromkeys((":", "-", "\u2013", "\u2014", "=", "|", ">"), Join.COLON),
    **dict.fromkeys(("and", "&", "+", "plus"), Join.AND),
}
_ASKING: Final = ("?", "\u2026?")
_RANK: Final = (Join.START, Join.AND, Join.COMMA, Join.COLON, Join.TURN, Join.SENTENCE)
_BETWEEN: Final = SOFTENERS | INTENSIFIERS | word_set("a the that much")
"""What may stand between "not" and the level that it negates."""
_BROKEN_OFF: Final = {("none", "of"), ("nothing", "of")}
_AUXILIARIES: Final = word_set("do does did have has is are there")
"""What does not end a level where "not" follows it."""
_FURTHEST: Final = 3
"""Behind how many words, at most, "not" still negates a level."""
_SPREAD: Final = 2
"""How many words of no consequence may stand within a level."""


def clauses_of(script: Script, question: Question, said: Spoken) -> list[Clause]:
    """The clauses of an answer, in order."""
    reader = _Reader(script, question, said)
    return [part for clause in reader.clauses() for part in _unpunctuated(clause)]


class _Reader:
    """An answer as words, read from the first to the last."""

    def __init__(self, script: Script, question: Question, said: Spoken) -> None:
        known = vocabulary(script, question)
        self._facts = [item.fact for item in question.items]
        self._names, self._levels, self._longest = known.names, known.levels, known.longest
        self._tokens = list(tokens(said.text))
        self._words = known.words(said, self._tokens)
        self._amounts = dict(self._counted(question))

    def clauses(self) -> Iterator[Clause]:
        """The clauses between marks, and words such as "and" and "but"."""
        pieces: list[Piece] = []
        before, turn = Join.START, ""
        here = 0
        while here < len(self._words):
            known = self._known(here)
            join = None if known else self._join(here, pieces)
            if join is None:
                size, what = known or (1, self._alone(here))
                pieces.append(self._piece(here, size, what))
            else:
                size, kind, word = join
                if pieces:
                    yield Clause(tuple(pieces), before, turn, self._words[here] in _ASKING)
                    pieces, before, turn = [], kind, word
                else:
                    before, turn = max(before, kind, key=_RANK.index), turn or word
                if self._words[here] == "nor":
                    pieces.append(self._piece(here, 1, Word("nor", light=False)))
            here += size
        if pieces:
            yield Clause(tuple(pieces), before, turn)

    def _counted(self, question: Question) -> Iterator[tuple[int, tuple[int, Counted]]]:
        """By the word where it begins, each amount with how many words it takes."""
        at: dict[int, int] = {}
        length = 0
        for number, word in enumerate((*self._words, "")):
            at[length] = number
            length += len(word) + 1
        for found in amounts(question, " ".join(self._words)):
            start, end = at.get(found.start), at.get(found.end + 1)
            if start is not None and end is not None and end > start:
                yield start, (end - start, found)

    def _join(self, here: int, pieces: Sequence[Piece] = ()) -> tuple[int, Join, str] | None:
        """How many words separate here, how, and which word announces what comes."""
        word, then = self._words[here], self._word(here + 1)
        size = _TOGETHER_EXCEPT.get((word, then), 0)
        if size and (word != "with" or self._word(here + 2) == "exception"):
            return size, Join.TURN, EXCEPT
        if word in _TURNS:
            if (word == "while" and then.endswith("ing")) or (word == "since" and then[:1].isdigit()):
                return None
            return 2 if then == "for" else 1, Join.TURN, EXCEPT if word in _EXCEPTIONS else word
        if (word == "or" and pieces and isinstance(pieces[-1].what, Point)) or (word == "nor" and pieces):
            return 1, Join.AND, ""
        kind = _MARKS.get(word)
        return (1, kind, "") if kind else None

    def _known(self, here: int) -> tuple[int, Point | Graded | Counted] | None:
        """The longest name, level or amount that begins here, with how many words it takes."""
        size, counted = self._amounts.get(here, (0, None))
        found = self._phrase(here, longer_than=size)
        if found:
            return found
        if counted is None:
            return self._spread(here) or (self._negated(here) if self._words[here] == "not" else None)
        if counted.amount is Amount.PLACES:
            return size, Point(tuple(self._facts[at] for at in counted.places), firm=True)
        return size, counted

    def _phrase(self, here: int, longer_than: int) -> tuple[int, Point | Graded] | None:
        for size in range(min(self._longest, len(self._words) - here), longer_than, -1):
            words, then = self._words[here : here + size], self._word(here + size)
            level = self._levels.get(words)
            broken_off = (words[-1], then) in _BROKEN_OFF or (then == "not" and words[-1] in _AUXILIARIES)
            if broken_off:
                continue
            if words in self._names:
                return size, Point((self._names[words],), firm=size > 1)
            if level and not (words == ("?",) and self._word(here - 1).isalpha()):
                negated = self._negated(here + size - 1, extra=size - 1) if words[-1] == "not" else None
                return negated or (size, Graded(level, faint=words in FAINT))
        return None

    def _spread(self, here: int) -> tuple[int, Graded] | None:
        """A level with words between that change nothing: "do not really know"."""
        if self._words[here] in INTENSIFIERS:
            return None
        kept: list[str] = []
        for at in range(here, min(here + self._longest + _SPREAD, len(self._words))):
            if self._words[at] in INTENSIFIERS:
                continue
            kept.append(self._words[at])
            level = self._levels.get(tuple(kept)) if 2 < len(kept) <= at - here else None
            if level:
                return at - here + 1, Graded(level)
        return None

    def _negated(self, here: int, extra: int = 0) -> tuple[int, Graded] | None:
        """What "not" makes of the level behind it; `None` where it negates other words.

        Args:
            extra: how many words before "not" are part of it ("do not").
        """
        at = here + 1
        while self._word(at) in _BETWEEN:
            at += 1
        softly = not SOFTENERS.isdisjoint(self._words[here + 1 : at])
        if at == len(self._words) or self._join(at):
            return at - here + extra, Graded(Level.ABSENT, shaky=softly)
        if at - here > _FURTHEST:
            return None
        for size in range(min(self._longest, len(self._words) - at), 0, -1):
            level = self._levels.get(self._words[at : at + size])
            if level is Level.ESTABLISHED:
                return at - here + size + extra, Graded(Level.PARTIAL if softly else Level.ABSENT)
            if level:
                return at - here + size + extra, Graded(level, shaky=True)
        return None

    def _alone(self, here: int) -> Word | Point:
        token, word = self._tokens[here], self._words[here]
        end = token.last or word
        if end.isdecimal() and word.isdecimal() and len(end) <= len("100"):
            first, last = int(word), int(end)
            if 1 <= first <= last <= len(self._facts):
                return Point(tuple(self._facts[first - 1 : last]), firm=True)
        return Word(word, word in LIGHT and word not in NEGATIONS)

    def _piece(self, here: int, size: int, what: Word | Point | Graded | Counted) -> Piece:
        end = self._tokens[here + size - 1].end
        return Piece(what, " ".join(self._words[here : here + size]), self._tokens[here].start, end)

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else ""


def _unpunctuated(clause: Clause) -> Iterator[Clause]:
    """The parts of a clause that goes on with another item behind a level: "owners no checks yes"."""
    pieces, start = clause.pieces, 0
    first = next((piece for piece in pieces if _is_about(piece) or _is_level(piece)), None)
    behind = 0 if first and _is_level(first) else 1
    for at, piece in enumerate(pieces[:-1]):
        again = isinstance(pieces[at + 1].what, Point) or (not behind and _is_about(pieces[at + 1]))
        if _is_level(piece) and again and any(map(_is_about, pieces[start:at])):
            yield Clause(pieces[start : at + behind], Join.COMMA if start else clause.before, clause.turn)
            start = at + behind
    yield Clause(pieces[start:], Join.COMMA, "", clause.asks) if start else clause


def _is_level(piece: Piece) -> bool:
    return isinstance(piece.what, Graded) and not piece.what.faint


def _is_about(piece: Piece) -> bool:
    return isinstance(piece.what, Point) or (isinstance(piece.what, Word) and not piece.what.light)
