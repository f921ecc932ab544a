"""The phrases of a checklist answer and what each stands for: items, levels, the rest of them, separators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.tokens import Tokens, phrase_tokens
from chatbot.dialog.understanding.words import NEGATIONS, word_set
from chatbot.facts import FactId, Level


@dataclass(frozen=True, slots=True)
class Named:
    """Items, by name or by number."""

    facts: tuple[FactId, ...]
    numbered: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Every item."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The items of which nothing else is said."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A level.

    Attributes:
        mere_yes: whether it says no more than yes, which of a sign means that it is present.
        of_all: whether it is about every item where none is named ("none of them").
        reason: why something does not apply, verbatim.
    """

    level: Level
    mere_yes: bool = False
    of_all: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """What a level of one item looks like, in the script's words."""

    fact: FactId
    level: Level


@dataclass(frozen=True, slots=True)
class Stop:
    """What separates: lines, sentences and opposites (`strong`), or the parts of a list."""

    strong: bool = False
    comma: bool = False


@dataclass(frozen=True, slots=True)
class Except:
    """What introduces an exception from "all"."""


@dataclass(frozen=True, slots=True)
class Because:
    """What introduces a reason: a word, or a mark that does so only behind "does not apply"."""

    word: bool


@dataclass(frozen=True, slots=True)
class Strange:
    """Words that stand for nothing here.

    Attributes:
        spoils: whether the words around it may mean something else because of it: it negates, or counts
            something that is not on the list.
    """

    spoils: bool = False


Meaning: TypeAlias = Named | All | Rest | Grade | Described | Stop | Except | Because | Strange
Lexicon: TypeAlias = dict[Tokens, Meaning]

WEIGHTLESS: Final = word_set(
    """
    a an the is are am we i have has got our my for to with on in about it its they them these those
    item items point points number numbers question also then well do does = ( ) [ ] " ' * > |
    """
)
"""Words and marks that may stand anywhere without changing anything."""

STOPS: Final[Mapping[str, Stop]] = {
    **dict.fromkeys((",", "、"), Stop(comma=True)),
    **dict.fromkeys(("and", "plus", "&", "+"), Stop()),
    **dict.fromkeys((";", "\n", ".", "!", "but"), Stop(strong=True)),
}
_OPENERS: Final = word_set("a an the i we")
_YES: Final = ("y", "yes", "yeah", "yep", "yup")
_COMMON: Final[Mapping[Meaning, tuple[str, ...]]] = {
    All(): (
        "all",
        "all of them",
        "all of these",
        "all of those",
        "everything",
        "every one",
        "every one of them",
        "each",
        "each one",
        "each of them",
    ),
    Rest(): (
        "rest",
        "the rest",
        "the rest of them",
        "all the rest",
        "others",
        "the others",
        "all others",
        "all the others",
        "the remaining ones",
        "everything else",
        "all else",
    ),
    Except(): ("except", "except for", "apart from", "other than"),
    Strange(spoils=True): ("of", "all but", "but not"),
    Because(word=True): ("because", "since"),
    Because(word=False): (":", "(", "-", "\u2013", "\u2014"),
    Grade(Level.ESTABLISHED, mere_yes=True): _YES,
    Grade(Level.PARTIAL): ("p", "partly"),
    Grade(Level.ABSENT): ("n", "no", "nope"),
    Grade(Level.ABSENT, of_all=True): ("none", "none of them", "none of these", "none of those"),
    Grade(Level.UNKNOWN): ("?",),
    Grade(Level.NOT_APPLICABLE): ("na", "n/a", "does not apply", "do not apply"),
}
"""What can be said whatever the script's own wording is."""


def lexicon(script: Script, question: Question) -> Lexicon:
    """Every phrase that can be part of an answer; one that stands for two things stands for nothing."""
    found: Lexicon = {
        phrase_tokens(one): meaning for meaning, wordings in _COMMON.items() for one in wordings
    }
    if len(question.items) == 2:
        found.update({("both",): All(), ("both", "of", "them"): All()})
    for level, wording in script.levels.items():
        for one in (wording.label, *wording.says):
            mere_yes = level is Level.ESTABLISHED and one.casefold() in _YES
            found |= dict.fromkeys(_forms(one), Grade(level, mere_yes=mere_yes))
    own_label = (question.unknown_label,) if question.unknown_label else ()
    for one in (*own_label, script.unknown.label, *script.unknown.says):
        if one != "?":  # with several items open, a single mark is not sure to be about all of them
            found |= dict.fromkeys(_forms(one), Grade(Level.UNKNOWN, of_all=True))
    for one, meaning in _of_items(question):
        for words in _forms(one):
            found[words] = _both(words, found.get(words, meaning), meaning)
    found.pop((), None)
    return found


def _both(words: Tokens, one: Meaning, other: Meaning) -> Meaning:
    """What a phrase stands for that was given two meanings."""
    if one == other:
        return one
    if isinstance(one, Grade | Described) and isinstance(other, Described) and one.level is other.level:
        return Grade(one.level)  # it looks the same for several items
    return Strange(spoils=not NEGATIONS.isdisjoint(words))


def _forms(authored: str) -> tuple[Tokens, ...]:
    """How an authored phrase may be typed: as it is, or without an article or a person at its beginning."""
    words = phrase_tokens(authored)
    return (words, words[1:]) if len(words) > 2 and words[0] in _OPENERS else (words,)


def _of_items(question: Question) -> Iterator[tuple[str, Meaning]]:
    for item in question.items:
        name = item.fact.rpartition(".")[2].replace("_", " ")
        for one in (item.label, item.fact, name, *item.says):
            yield one, Named((item.fact,))
        for level, looks in item.levels.items():
            yield looks, Described(item.fact, level)
