"""The words that may be said at a checklist: names of its items, levels, and what is no typing error."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Final

from chatbot.dialog.script import Item, Question, Script
from chatbot.dialog.understanding.checklists.gradings import INTENSIFIERS, SOFTENERS, Gradings, gradings
from chatbot.dialog.understanding.checklists.learning import told_apart
from chatbot.dialog.understanding.checklists.pieces import LIGHT
from chatbot.dialog.understanding.checklists.tokens import Token, Tokens, phrase_tokens
from chatbot.dialog.understanding.features import COMMON
from chatbot.dialog.understanding.phrasebook import of_dialog
from chatbot.dialog.understanding.spelling import corrected
from chatbot.dialog.understanding.words import Spoken, folded, word_set
from chatbot.facts import FactId

SEPARATING: Final = word_set(
    "but though although however while whereas except besides excluding bar save minus because since nor or"
)
"""Words between clauses."""

_SLIPS: Final = {
    "konw": "know",
    "knwo": "know",
    "dont": "do",
    "yse": "yes",
    "ys": "yes",
    "hafl": "half",
    "nto": "not",
    "partialy": "partially",
    "parcially": "partially",
    "partley": "partly",
    "setteld": "settled",
    "whoevr": "whoever",
    "nobdy": "nobody",
    "evry": "every",
    "evrything": "everything",
    "whoevers": "whoever",
    "everythings": "everything",
    "nobodys": "nobody",
    "everyones": "everyone",
    "everybodys": "everybody",
    "somethings": "something",
}
"""Typing errors in words that are too short, or too like others, to be put right by their letters."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_CORRECTED: Final = 4
"""From how many letters on typing errors are looked for; shorter words are too like each other."""
_LONG: Final = 5
"""From how many letters on a part of the id of a fact is taken for its name."""
_ARTICLES: Final = word_set("the a an our")
_KEEP: Final = 16
"""For how many questions the words are kept in memory."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
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

    def words(self, said: Spoken, tokens: list[Token]) -> tuple[str, ...]:
        """The tokens of an answer, typing errors put right, a name in capitals told from a common word."""
        typed = tuple(self._typed(token, said) for token in tokens)
        short = {word for word in typed if len(word) < _CORRECTED}
        return corrected(typed, self.meant, self.known | short)

    def _typed(self, token: Token, said: Spoken) -> str:
        if token.text.upper() == said.verbatim(token.start, token.end) and not said.raw.isupper():
            for item in self.question.items:
                if folded(item.label).text == token.text:
                    return told_apart(item.label) or token.text
        return _SLIPS.get(token.text, token.text)


_kept: dict[int, Vocabulary] = {}


def vocabulary(script: Script, question: Question) -> Vocabulary:
    """The words of a question; gathered once."""
    kept = _kept.get(id(question))
    if kept is None or kept.question is not question or kept.script is not script:
        if len(_kept) >= _KEEP:
            _kept.clear()
        kept = _kept[id(question)] = _gathered(script, question)
    return kept


def _gathered(script: Script, question: Question) -> Vocabulary:
    names, levels = _names(script, question), gradings(script, question)
    meant = {word for words in names for word in words if word.isalpha()}
    meant |= {word for words in levels for word in words if len(word) >= _CORRECTED}
    known = set(LIGHT | SOFTENERS | INTENSIFIERS | SEPARATING).union(*levels) | _written(script.dialog)
    looks = [one for item in question.items for one in item.levels.values()]
    for text in (question.ask, question.why, question.help, *looks):
        known |= set(phrase_tokens(text))
    longest = max((len(words) for words in (*names, *levels)), default=1)
    return Vocabulary(script, question, names, levels, meant, known, longest)


def _names(script: Script, question: Question) -> Mapping[Tokens, FactId]:
    book = of_dialog(script.dialog)
    found: dict[Tokens, FactId] = {}
    torn: set[Tokens] = set()
    for item in question.items:
        for name in (*_own_names(item), *item.says, *book.of(question.id, item.fact)):
            words = phrase_tokens(name)
            for form in {words, words[1:] if words[:1] and words[0] in _ARTICLES else words}:
                if form and not COMMON.issuperset(form) and found.setdefault(form, item.fact) != item.fact:
                    torn.add(form)
    return {words: fact for words, fact in found.items() if words not in torn}


def _own_names(item: Item) -> tuple[str, ...]:
    short = item.fact.rpartition(".")[2].replace("_", " ")
    parts = [word for word in short.split() if len(word) >= _LONG]
    return (told_apart(item.label), item.label, item.fact, short, *parts)


@cache
def _written(dialog: str) -> frozenset[str]:
    """Every word of the phrases of a dialog."""
    phrases = (one for section in of_dialog(dialog).sections.values() for one in section)
    return frozenset(_WORD.findall("\n".join(phrases).casefold()))
