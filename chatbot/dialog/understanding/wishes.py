"""Wishes in sentences: "can we go back to the owner thing?", "what would you do in our place?"."""

from __future__ import annotations

from typing import Final

import msgspec

from chatbot.dialog.script import UNKNOWN_OPTION, Script
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.learning import ANSWER, NOTHING, WISH, wish_classifier
from chatbot.dialog.understanding.naming import likely_questions, question_number, question_with_id
from chatbot.dialog.understanding.phrasebook import of_language
from chatbot.dialog.understanding.slots import filled
from chatbot.dialog.understanding.understood import Heard, Intent
from chatbot.dialog.understanding.words import Spoken

SURE_OF_QUESTION: Final = 0.35
"""From this lead on it is clear which question is named."""

_NAMING: Final = frozenset({Intent.CHANGE, Intent.BACK})
_KEEPING: Final = frozenset({Intent.NOTE, Intent.EVIDENCE})


class Wished(msgspec.Struct, frozen=True):
    """What an utterance is, seen as a wish.

    Attributes:
        heard: the likeliest wish, or that somebody does not know; `None` where it is likest an answer.
        lead: from 0 to 1, how far it is ahead of everything else that the words could be.
        likely: its probability.
        idle: how probably the words neither wish for anything nor answer any question.
        clear: whether it is also clear what it is about (which question, which words).
    """

    heard: Heard | None
    lead: float
    likely: float
    idle: float
    clear: bool = True


def wished(script: Script, said: Spoken) -> Wished:
    """The wish that the words are likest."""
    guesses = wish_classifier(script).guesses(features(said.text, pieces=False))
    chance = {guess.meaning: guess.probability for guess in guesses.best}
    best = next(guess for guess in guesses.best if guess.meaning not in (ANSWER, NOTHING))
    idle = chance[NOTHING]
    rest = max(probability for meaning, probability in chance.items() if meaning != best.meaning)
    lead = (best.probability - rest) * guesses.known
    if best.meaning == UNKNOWN_OPTION:
        return Wished(Heard(option=UNKNOWN_OPTION), lead, best.probability, idle)
    intent = Intent(best.meaning)
    if intent in _NAMING:
        heard, clear = _about_a_question(script, said, intent)
        return Wished(heard, lead, best.probability, idle, clear)
    if intent in _KEEPING:
        kept = filled(said, of_language(script.language).of(WISH, intent))
        return Wished(
            Heard(intent=intent, target=kept or said.raw), lead, best.probability, idle, clear=bool(kept)
        )
    return Wished(Heard(intent=intent), lead, best.probability, idle)


def _about_a_question(script: Script, said: Spoken, intent: Intent) -> tuple[Heard, bool]:
    """Back, or to the question that is named."""
    named = filled(said, of_language(script.language).of(WISH, Intent.CHANGE))
    where = named or said.text
    number = question_number(where)
    if number:
        return Heard(intent=Intent.CHANGE, target=number), True
    with_id = question_with_id(script, where)
    if with_id:
        return Heard(intent=Intent.CHANGE, target=with_id), True
    if intent is Intent.BACK:
        return Heard(intent=Intent.BACK), True
    guesses = likely_questions(script, where)
    return Heard(intent=Intent.CHANGE, target=guesses.best[0].meaning), guesses.lead >= SURE_OF_QUESTION
