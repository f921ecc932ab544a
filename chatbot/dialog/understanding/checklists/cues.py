"""What in a sentence speaks for a level, whatever it is about: "every", "only some", "nobody".

Descriptions of one level share few words across items, but they share these. As features they let the
levels of one item be learned from the phrases of every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chatbot.dialog.understanding.features import Features, features
from chatbot.dialog.understanding.words import word_set, words_of

_KINDS: Final = {
    "some": word_set(
        """
        some few certain several handful partial partially part parts most mostly many half halfway somewhat
        couple two three five one main major bigger large larger majority patchy selected other others
        """
    ),
    "only": word_set("only just merely solely alone except apart beyond exclusively"),
    "at times": word_set(
        """
        sometimes occasionally occasional sporadic sporadically sometime irregular irregularly rarely seldom
        often usually generally normally mostly typically once now then while whenever ad hoc casually habit
        custom informal informally unwritten verbal orally unofficial unofficially
        """
    ),
    "every": word_set(
        """
        every each all any always everything everyone everybody whole entire complete completely fully full
        constantly continuously permanent permanently both
        """
    ),
    "regular": word_set(
        """
        regular regularly daily weekly monthly quarterly yearly hourly nightly night day week month quarter
        morning monday tuesday wednesday thursday friday saturday sunday sprint schedule fixed cycle clockwork
        """
    ),
    "none": word_set(
        """
        no none nothing nowhere nobody never without neither nor zero lacks lacking missing absent noone nil
        """
    ),
    "not": word_set("not hardly barely scarcely"),
    "but": word_set(
        "but though although however yet while whereas nevertheless otherwise except still despite"
    ),
    "if": word_set("if when whenever unless depending depends request needed time remember remembers thinks"),
    "written": word_set(
        """
        written documented defined described regulated clarified stated
        recorded named appointed official officially agreed set assigned listed
        signed laid fixed binding writing paper
        """
    ),
    "lived": word_set(
        """
        tested tried used followed kept lived works worked checked enforced enforces enforce verified reviewed
        act acted actions action fixed corrected corrects fixes fix happens happened maintained maintain
        current
        """
    ),
    "planned": word_set(
        "planned plan draft intended supposed foreseen idea soon discussed discussion progress being trained"
    ),
    "old": word_set("old outdated date stale years ago earlier"),
    "oneself": word_set(
        """
        head heads memory experience guess ask alone himself herself themselves own individually individual
        whatever whoever however everyone everybody anybody anyone likes wants like want fit
        """
    ),
}
_CUES: Final = {
    word: tuple(kind for kind, words in _KINDS.items() if word in words)
    for words in _KINDS.values()
    for word in words
}
_STRETCH: Final = re.compile(r"[.,;:!?\n()\u2013\u2014]| - ")
_PIECE: Final = "c "
_WORDS: Final = 0.6
_NEXT: Final = 0.7


def level_features(text: str) -> Features:
    """The features of a folded text that tell its level; what it is about counts less than its cues."""
    found = {name: _WORDS * value for name, value in features(text).items() if not name.startswith(_PIECE)}
    for name, value in _cues(text):
        found[name] = found.get(name, 0.0) + value
    return found


def has_cue(text: str) -> bool:
    """Whether a folded text has a word that speaks for a level, whatever it is about."""
    return any(word in _CUES for word in words_of(text))


def _cues(text: str) -> Iterator[tuple[str, float]]:
    before = ""
    for stretch in _STRETCH.split(text):
        for word in words_of(stretch):
            kinds = _CUES.get(word, ())
            for kind in kinds:
                yield f"q {kind}", 1.0
                if before:
                    yield f"q {before} {kind}", _NEXT
            if kinds:
                before = kinds[0]
