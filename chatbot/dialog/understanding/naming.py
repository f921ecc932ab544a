"""Which question somebody means who names one: "the owner thing", "what I said about customers"."""

from __future__ import annotations

import re
from typing import Final

from chatbot.dialog.script import QuestionId, Script
from chatbot.dialog.understanding.classifier import Guesses
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.learning import questions_classifier
from chatbot.dialog.understanding.numbering import BY_WORD, COUNTED, ORDINALS
from chatbot.dialog.understanding.words import folded, phrase, words_of

_NUMBER: Final = re.compile(
    r"(?:the )?(?:(?:question|number|nr|no|answer|#)(?: ?[.#])? ?)*+(?P<digits>\d{1,4})(?:st|nd|rd|th)?"
    r"(?: (?:question|answer|one))?"
)
_IN_WORDS: Final = re.compile(
    rf"(?:the )?(?:(?:question|number|answer) (?P<counted>{'|'.join(COUNTED)})"
    rf"|(?P<ordinal>{'|'.join(ORDINALS)}) (?:question|answer))"
)

_WISHING: Final = re.compile(
    r"\b(?:change|chang\w*|correct\w*|edit|fix|redo|revis\w*|amend|alter|modif\w*|reopen|return|back|go"
    r"|take me|jump|switch|again|"
    r"mistake\w*|error|wrong|answer\w*|said|told|say|question|thing|point|bit|please|want|like|need|let"
    r"|wait|sorry|differently|"
    r"different|over|another|it|that|one|about)\b"
)
"""Words with which people wish to go back; they name no question."""


def question_number(named: str) -> str:
    """The number that words name a question by, in digits; empty where they do not."""
    text = folded(named).text.strip(" .!?\"'")
    match = _NUMBER.fullmatch(text)
    if match:
        return str(int(match["digits"]))
    by_word = _IN_WORDS.fullmatch(text)
    return str(BY_WORD[by_word["counted"] or by_word["ordinal"]]) if by_word else ""


def question_with_id(script: Script, named: str) -> QuestionId | None:
    """The question whose id the words are."""
    words = words_of(folded(named).text)
    return next((question.id for question in script.questions() if phrase(question.id) == words), None)


def likely_questions(script: Script, named: str) -> Guesses:
    """The questions of a dialog by how likely the words name them."""
    text = _WISHING.sub(" ", folded(named).text)
    return questions_classifier(script).guesses(features(text))
