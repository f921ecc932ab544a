"""What the classifiers make of words at a checklist: which item they are about, and which level they tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.cues import level_features
from chatbot.dialog.understanding.checklists.learning import NOTHING, item_classifier, level_classifier
from chatbot.dialog.understanding.features import features
from chatbot.facts import FactId

KNOWN: Final = 0.3
"""How much of the words has to be known for them to be about an item that they do not name."""

_NOTHING_STILL: Final = 0.85
"""Up to this probability of being about no item, words with a level are looked at again."""
_CERTAIN: Final = 0.75
"""How likely the likeliest item is then, at most."""
_AHEAD: Final = 2.0
"""How many times likelier than the next an item has to be."""
_UNDECIDED: Final = 0.3
"""How likely an item is, at most, that is not so far ahead."""


class Judge:
    """What the classifiers make of words; each text is judged once."""

    def __init__(self, script: Script, question: Question) -> None:
        self._about = item_classifier(script, question)
        self._level = level_classifier(script)
        self._abouts: dict[str, tuple[Mapping[str, float], float]] = {}
        self._levels: dict[str, tuple[Mapping[str, float], float]] = {}

    def about(self, text: str) -> tuple[Mapping[str, float], float]:
        """The probability of each item and of `NOTHING`, and how much of the text is known."""
        if text not in self._abouts:
            found = self._about.guesses(features(text))
            self._abouts[text] = {one.meaning: one.probability for one in found.best}, found.known
        return self._abouts[text]

    def item(self, text: str, *, certain: bool = False) -> tuple[FactId, float]:
        """The likeliest item with its probability, from 0 to 1.

        Args:
            certain: whether the words are about some item, as those with a level are.
        """
        chances, known = self.about(text)
        best = max((one for one in chances if one != NOTHING), key=chances.__getitem__)
        likely = chances[best]
        second = max((chances[one] for one in chances if one not in (NOTHING, best)), default=0.0)
        if second * _AHEAD > likely:
            return FactId(best), min(likely, _UNDECIDED)
        if certain and chances[NOTHING] <= _NOTHING_STILL:
            likely = max(likely, likely / (1 - chances[NOTHING]) * _CERTAIN)
        return FactId(best), likely if known >= KNOWN else likely * known

    def tells(self, text: str) -> str:
        """The likeliest level, or `NOTHING`."""
        chances = self.level(text)
        return max(chances, key=chances.__getitem__)

    def level(self, text: str) -> Mapping[str, float]:
        """The probability of each level that can be described, and of `NOTHING`."""
        if text not in self._levels:
            found = self._level.guesses(level_features(text))
            self._levels[text] = {one.meaning: one.probability for one in found.best}, found.known
        return self._levels[text][0]

    def has_seen(self, word: str) -> bool:
        """Whether a word was among the phrases that tell levels; none is needed where there is none."""
        stems = [name for name in features(word) if name.startswith("w ")]
        return not stems or any(name in self._level.weights for name in stems)

    def known(self, text: str) -> float:
        """From 0 to 1, how much of a text is known to what tells levels."""
        self.level(text)
        return self._levels[text][1]
