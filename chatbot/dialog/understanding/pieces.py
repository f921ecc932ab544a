"""Taking the sentences of a checklist answer apart: names, amounts, levels, other words, in clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.amounts import Amount, Counted, amounts
from chatbot.dialog.understanding.features import COMMON
from chatbot.dialog.understanding.gradings import INTENSIFIERS, SOFTENERS, Gradings, gradings
from chatbot.dialog.understanding.checklist_learning import told_apart
from chatbot.dialog.understanding.phrasebook import of_dialog
from chatbot.dialog.understanding.spelling import corrected
from chatbot.dialog.understanding.tokens import Token, Tokens, phrase_tokens, tokens
from chatbot.dialog.understanding.words import NEGATIONS, Spoken, folded, word_set
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
        asks: whether it ends with a question mark.
        turn: the word that introduces it, of those that announce an opposite, an exception or a reason.
        bracket: whether it stands in brackets.
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


LIGHT: Final = COMMON | word_set(
    """
    item items point points number numbers question then well um uh hm hmm oh ah erm er please thanks hi hello
    lol ok = ( ) [ ] " ' * > | – — - / # … ' there here now us regarding concerning about as far when comes
    say said think guess believe suppose feel tell call mean would mine ours both know all any dear heavens
    god thank goodness kind sorry afraid course again let see honestly honest frankly already currently today
    also too still yet really actually certainly definitely absolutely simply just quite pretty very rather
    basically essentially indeed surely clearly alright fairly particular only case matter topic side part thing
    things one ones get got going go goes looks look company firm house organisation organization bank plant
    office moment present right way like unfortunately sadly luckily fortunately far concerned least same of off
    """
)
"""Words that may stand anywhere without changing anything."""

_TURNS: Final = {
    **dict.fromkeys(
        ("but", "though", "although", "however", "while", "whereas"), Join.TURN
    ),
    **dict.fromkeys(("except", "besides", "excluding", "bar", "save", "minus"), Join.TURN),
    **dict.fromkeys(("because", "since"), Join.TURN),
}
_EXCEPT: Final = {("apart", "from"), ("other", "than"), ("except", "for"), ("with", "exception", "of")}
_MARKS: Final = {
    **dict.fromkeys((".", ";", "!", "\n", "…", "•"), Join.SENTENCE),
    **dict.fromkeys((",", "、", "(", ")"), Join.COMMA),
    **dict.fromkeys((":", "-", "\u2013", "\u2014", "=", "|", ">"), Join.COLON),
    **dict.fromkeys(("and", "&", "+", "plus"), Join.AND),
}
_RANK: Final = (Join.START, Join.AND, Join.COMMA, Join.COLON, Join.TURN, Join.SENTENCE)
_FAINT: Final = {
    phrase_tokens(one)
    for one in (
        "we have", "have", "exist", "exists", "there", "happens", "happen", "given", "open",
        "works", "work", "working", "started", "begun", "does it", "do it", "is done", "get done", "good", "fixed",
        "without", "lack", "lacks", "never", "lived", "running", "does not", "do not", "we do not", "do not have",
        "does not have", "documented", "almost", "nearly", "mostly", "on the way", "happening", "in parts",
        "know them", "know the rules", "look after", "looks after", "left out", "completely", "fully", "do that", "does that", "true", "sometimes", "n", "y", "p", "some of it", "complete",
    )
}  # fmt: skip
"""Levels that are as often just words of a sentence."""
_SLIPS: Final = {
    "konw": "know", "knwo": "know", "dont": "do", "idk": "idk", "yse": "yes", "hafl": "half", "nto": "not",
    "ye": "yes", "noo": "no", "partialy": "partially", "parcially": "partially", "partley": "partly", "ys": "yes",
    "setteld": "settled", "whoevr": "whoever", "nobdy": "nobody", "evry": "every", "evrything": "everything",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_SKIP: Final = 3
_CORRECTED: Final = 5
"""From how many letters on typing errors are looked for; shorter words are too like each other."""
_LONG: Final = 5
"""From how many letters on a part of the id of a fact is taken for its name."""
_KEEP: Final = 16
_ARTICLES: Final = {("the",), ("a",), ("an",), ("our",)}


@dataclass(frozen=True, slots=True)
class _Wordings:
    """What can be said at a question.

    Attributes:
        names: every name of an item; one of two items names neither.
        levels: every phrase for a level.
        meant: the words that a typing error may stand for.
        known: words that are no typing errors.
        longest: how many words the longest phrase has.
    """

    script: Script
    question: Question
    names: Mapping[Tokens, FactId]
    levels: Gradings
    meant: Set[str]
    known: Set[str]
    longest: int


_kept: dict[int, _Wordings] = {}


def _wordings(script: Script, question: Question) -> _Wordings:
    kept = _kept.get(id(question))
    if kept is None or kept.question is not question or kept.script is not script:
        if len(_kept) >= _KEEP:
            _kept.clear()
        kept = _kept[id(question)] = _gathered(script, question)
    return kept


def _gathered(script: Script, question: Question) -> _Wordings:
    names, levels = _names(script, question), gradings(script, question)
    meant = {word for words in names for word in words if word.isalpha()}
    meant |= {word for words in levels for word in words if len(word) >= _CORRECTED}
    known = set(LIGHT | SOFTENERS | INTENSIFIERS | _TURNS.keys()).union(*levels)
    known |= _written(script.dialog)
    looks = [one for item in question.items for one in item.levels.values()]
    for text in (question.ask, question.why, question.help, *looks):
        known |= set(phrase_tokens(text))
    longest = max((len(words) for words in (*names, *levels)), default=1)
    return _Wordings(script, question, names, levels, meant, known, longest)


@cache
def _written(dialog: str) -> frozenset[str]:
    """Every word of the phrases of a dialog."""
    phrases = (one for section in of_dialog(dialog).sections.values() for one in section)
    return frozenset(_WORD.findall("\n".join(phrases).casefold()))


def _names(script: Script, question: Question) -> Mapping[Tokens, FactId]:
    book = of_dialog(script.dialog)
    found: dict[Tokens, FactId] = {}
    torn: set[Tokens] = set()
    for item in question.items:
        apart = told_apart(item.label)
        short = item.fact.rpartition(".")[2].replace("_", " ")
        parts = [word for word in short.split() if len(word) >= _LONG]
        for name in (apart, item.label, item.fact, short, *parts, *item.says, *book.of(question.id, item.fact)):
            words = phrase_tokens(name)
            for form in {words, words[1:] if words[:1] in _ARTICLES else words}:
                if not form or all(word in COMMON for word in form):
                    continue
                if found.setdefault(form, item.fact) != item.fact:
                    torn.add(form)
    return {words: fact for words, fact in found.items() if words not in torn}


def clauses_of(script: Script, question: Question, said: Spoken) -> list[Clause]:
    """The clauses of an answer, in order."""
    return [part for clause in _clauses(_Reading(script, question, said)) for part in _unpunctuated(clause)]


class _Reading:
    """An answer as tokens, and what phrases begin where."""

    def __init__(self, script: Script, question: Question, said: Spoken) -> None:
        self.question = question
        wordings = _wordings(script, question)
        self.names, self.levels, self.longest = wordings.names, wordings.levels, wordings.longest
        self.tokens = list(tokens(said.text))
        self.words = self._words(wordings, said)
        self.amounts = dict(self._amounts())

    def _words(self, wordings: _Wordings, said: Spoken) -> tuple[str, ...]:
        shouted = {
            word: apart
            for item in self.question.items
            if (apart := told_apart(item.label)) and not said.raw.isupper()
            for word in (folded(item.label).text,)
        }
        typed = tuple(
            shouted[token.text]
            if token.text in shouted and said.verbatim(token.start, token.end) == token.text.upper()
            else _SLIPS.get(token.text, token.text)
            for token in self.tokens
        )
        short = {word for word in typed if len(word) < _CORRECTED}
        return corrected(typed, wordings.meant, wordings.known | short)

    def _amounts(self) -> Iterator[tuple[int, tuple[int, Counted]]]:
        """By the token where it begins, each amount with how many tokens it takes."""
        at: dict[int, int] = {}
        length = 0
        for number, word in enumerate(self.words):
            at[length] = number
            length += len(word) + 1
        at[length] = len(self.words)
        for found in amounts(self.question, " ".join(self.words)):
            start, end = at.get(found.start), at.get(found.end + 1)
            if start is not None and end is not None and end > start:
                yield start, (end - start, found)


def _clauses(read: _Reading) -> Iterator[Clause]:
    pieces: list[Piece] = []
    before, turn, asks = Join.START, "", False
    here = 0
    while here < len(read.words):
        known = _known(read, here)
        join = None if known else _join(read, here, pieces)
        if known:
            size, what = known
            pieces.append(_piece(read, here, size, what))
            here += size
            continue
        if join is None:
            if read.words[here] == "nor" and pieces:
                yield Clause(tuple(pieces), before, turn)
                pieces, before, turn = [], Join.AND, ""
            pieces.append(_piece(read, here, 1, _alone(read, here)))
            here += 1
            continue
        size, kind, word = join
        if pieces:
            yield Clause(tuple(pieces), before, turn, read.words[here] in ("?", "…?"))
            pieces, before, turn = [], kind, word
        else:
            before = max(before, kind, key=_RANK.index)
            turn = turn or word
        here += size
    if pieces:
        yield Clause(tuple(pieces), before, turn, asks)


def _unpunctuated(clause: Clause) -> Iterator[Clause]:
    """The parts of a clause that goes on with another item behind a level: "owners no checks yes"."""
    start = 0
    for at, piece in enumerate(clause.pieces[:-1]):
        level = isinstance(piece.what, Graded) and not piece.what.faint
        about = any(_is_about(one) for one in clause.pieces[start:at])
        if level and about and isinstance(clause.pieces[at + 1].what, Point):
            yield Clause(clause.pieces[start : at + 1], Join.COMMA if start else clause.before, "" if start else clause.turn)
            start = at + 1
    if start:
        yield Clause(clause.pieces[start:], Join.COMMA, "", clause.asks)
    else:
        yield clause


def _is_about(piece: Piece) -> bool:
    return isinstance(piece.what, Point) or (isinstance(piece.what, Word) and not piece.what.light)


def _join(read: _Reading, here: int, pieces: Sequence[Piece] = ()) -> tuple[int, Join, str] | None:
    """How many tokens separate here, how, and which word announces what comes."""
    word = read.words[here]
    if word in ("?", "…?"):
        return 1, Join.SENTENCE, ""
    if read.words[here : here + 2] in _EXCEPT:
        return 2, Join.TURN, "except"
    if word in _TURNS:
        if word in ("while", "when") and read.words[here + 1 : here + 2] and read.words[here + 1].endswith("ing"):
            return None
        if word == "since" and read.words[here + 1 : here + 2] and read.words[here + 1][:1].isdigit():
            return None
        turn = "except" if word in ("besides", "excluding", "bar", "save", "minus", "except") else word
        return (2 if read.words[here + 1 : here + 2] == ("for",) else 1), Join.TURN, turn
    if word == "with" and read.words[here : here + 3] == ("with", "the", "exception"):
        return 4, Join.TURN, "except"
    if word == "or" and pieces and isinstance(pieces[-1].what, Point):
        return 1, Join.AND, ""
    kind = _MARKS.get(word)
    return (1, kind, "") if kind else None


def _known(read: _Reading, here: int) -> tuple[int, Point | Graded | Counted] | None:
    """The longest name, level or amount that begins here, with how many tokens it takes."""
    found: tuple[int, Point | Graded | Counted] | None = None
    if here in read.amounts:
        found = read.amounts[here]
    for size in range(min(read.longest, len(read.words) - here), 0, -1):
        if found and found[0] >= size:
            break
        words = read.words[here : here + size]
        if words[-1] in ("none", "nothing") and read.words[here + size : here + size + 1] == ("of",):
            continue
        if read.levels.get(words) is Level.ESTABLISHED and read.words[here + size : here + size + 1] == ("not",):
            continue
        if words in read.names:
            return size, Point((read.names[words],), size > 1)
        if words in read.levels and not (words == ("?",) and here and read.words[here - 1].isalpha()):
            return _softened(read, here, size, Graded(read.levels[words], faint=words in _FAINT))
    if not found and (spread := _spread(read, here)):
        return spread
    if found and isinstance(found[1], Counted) and found[1].amount is Amount.PLACES:
        facts = [item.fact for item in read.question.items]
        return found[0], Point(tuple(facts[at] for at in found[1].places), True)
    if found:
        return found
    return _negated(read, here) if read.words[here] == "not" else None


def _spread(read: _Reading, here: int) -> tuple[int, Graded] | None:
    """A level with words between that change nothing: "do not really know"."""
    if read.words[here] in INTENSIFIERS:
        return None
    kept: list[str] = []
    for at in range(here, min(here + read.longest + 2, len(read.words))):
        if read.words[at] in INTENSIFIERS:
            continue
        kept.append(read.words[at])
        if len(kept) > 2 and len(kept) < at - here + 1 and tuple(kept) in read.levels:
            return at - here + 1, Graded(read.levels[tuple(kept)])
    return None


def _softened(read: _Reading, here: int, size: int, graded: Graded) -> tuple[int, Graded]:
    """A level that begins with a negation, unless another level follows that it negates."""
    if read.words[here + size - 1] == "not" or read.words[here : here + size] == ("not",):
        return _negated(read, here + size - 1, extra=size - 1) or (size, graded)
    return size, graded


def _negated(read: _Reading, here: int, extra: int = 0) -> tuple[int, Graded] | None:
    """What "not" makes of the level behind it; `None` where it negates other words."""
    at, softly = here + 1, False
    while at < len(read.words) and read.words[at] in (SOFTENERS | INTENSIFIERS | {"a", "the", "that", "much"}):
        softly = softly or read.words[at] in SOFTENERS
        at += 1
    if at == len(read.words) or _join(read, at):
        return at - here + extra, Graded(Level.ABSENT, shaky=softly)
    if at - here > _LONGEST_SKIP:
        return None
    for size in range(min(read.longest, len(read.words) - at), 0, -1):
        level = read.levels.get(read.words[at : at + size])
        if level is not None:
            taken = at - here + size + extra
            if level is Level.ESTABLISHED:
                return taken, Graded(Level.PARTIAL if softly else Level.ABSENT)
            return taken, Graded(level, shaky=True)
    return None


def _alone(read: _Reading, here: int) -> Word | Point:
    token, word = read.tokens[here], read.words[here]
    facts = [item.fact for item in read.question.items]
    if token.last or word.isdecimal():
        first, last = int(word[:3]), int((token.last or word)[:3])
        if 1 <= first <= last <= len(facts) and len(token.last or word) <= 3:
            return Point(tuple(facts[first - 1 : last]), True)
        return Word(word, False)
    return Word(word, word in LIGHT and word not in NEGATIONS)


def _piece(read: _Reading, here: int, size: int, what: Word | Point | Graded | Counted) -> Piece:
    last = read.tokens[here + size - 1]
    return Piece(what, " ".join(read.words[here : here + size]), read.tokens[here].start, last.end)


def points_of(clause: Clause) -> list[FactId]:
    """The items that a clause names, in order."""
    return list(dict.fromkeys(f for piece in clause.pieces if isinstance(piece.what, Point) for f in piece.what.facts))


def strange_of(clause: Clause) -> list[str]:
    """The words of a clause that have weight and are no name, amount or level."""
    return [piece.what.text for piece in clause.pieces if isinstance(piece.what, Word) and not piece.what.light]


__all__: Sequence[str] = ("Clause", "Graded", "Join", "Piece", "Point", "Word", "clauses_of", "points_of", "strange_of")
