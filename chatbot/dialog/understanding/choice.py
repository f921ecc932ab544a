"""Understanding the answer to a choice: a number, a letter, an id, the label or another authored phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from chatbot.dialog.script import UNKNOWN_OPTION, Option, OptionId, Question, Script
from chatbot.dialog.understanding.likeness import MARGIN, SAME, Likeness, Phrases, Words, likenesses
from chatbot.dialog.understanding.numbering import letter_position, position
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken, phrase, words_of

CONFIRM_FROM: Final = 74.0
"""From this likeness on an answer is offered: "Did you mean …?"."""
MENTION_FROM: Final = 68.0
"""From this likeness on an answer is named when asking back."""

_SHORT: Final = 3
_SHORTHAND: Final = {
    ("y",): "yes",
    ("yeah",): "yes",
    ("yep",): "yes",
    ("yup",): "yes",
    ("n",): "no",
    ("nope",): "no",
    ("nah",): "no",
}
_WITH_REMARK: Final = re.compile(
    r"(?P<choice>(?:(?:number|option|answer) )?\(?(?:\d{1,3}|[a-z](?=[.):])))"
    r"(?:[.):]|[,;]| ?- | (?=but\b|because\b|though\b))[ .):,;-]*(?P<remark>\S[\s\S]*)"
)


def understand_choice(
    script: Script, question: Question, offered: Sequence[Option], said: Spoken
) -> Understood:
    """The option that the words name.

    Args:
        offered: the options in the order shown; "I don't know" comes after them.
    """
    phrases = _phrases(script, question, offered)
    asked_back = said.text.endswith("?")
    exactly = _exactly(said.text.rstrip("? "), phrases)
    if exactly is not None:
        return _of_exact(exactly, asked_back=asked_back)
    remark = _WITH_REMARK.fullmatch(said.text)
    if remark:
        chosen = _exactly(remark["choice"], phrases)
        if chosen:
            return _with_remark(chosen, remark["remark"], phrases)
    known = frozenset(word for text in (question.ask, question.why, question.help) for word in phrase(text))
    words = words_of(said.text)
    found = likenesses(words, phrases, known)
    if len("".join(words)) <= _SHORT and not found[0].same:
        return Understood(outcome=Outcome.ASK)
    return _of_likeness(found, asked_back=asked_back)


def _phrases(script: Script, question: Question, offered: Sequence[Option]) -> Phrases:
    """By option, in the order shown, the words of everything that names it."""
    phrases = {option.id: _worded((option.label, option.id, *option.says)) for option in offered}
    if UNKNOWN_OPTION not in phrases:
        wording = (question.unknown_label or script.unknown.label, script.unknown.label, UNKNOWN_OPTION)
        phrases[UNKNOWN_OPTION] = _worded((*wording, *script.unknown.says))
    return phrases


def _worded(authored: Sequence[str]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words for one in authored if (words := phrase(one))))


def _exactly(text: str, phrases: Phrases) -> list[OptionId] | None:
    """The options that the text names exactly; empty for a position that is not on the list.

    `None` where it names neither an option nor a position.
    """
    by_phrase = _named(words_of(text), phrases)
    numbers = list(phrases)
    number = position(text)
    if number is None and not by_phrase:
        number = letter_position(text)
    if number is None:
        return by_phrase or None
    by_number = numbers[number - 1 : number] if number > 0 else []
    return list(dict.fromkeys([*by_phrase, *by_number]))


def _named(words: Words, phrases: Phrases) -> list[OptionId]:
    named = [option for option, group in phrases.items() if words in group]
    if not named and words in _SHORTHAND:
        return _named((_SHORTHAND[words],), phrases)
    return named


def _of_exact(options: Sequence[OptionId], *, asked_back: bool) -> Understood:
    match options:
        case []:
            return Understood(outcome=Outcome.ASK)
        case [only] if asked_back and only != UNKNOWN_OPTION:
            return Understood(outcome=Outcome.CONFIRM, heard=Heard(option=only), confidence=0.9)
        case [only]:
            return Understood(outcome=Outcome.ACCEPT, heard=Heard(option=only), confidence=1.0)
        case _:
            return _torn(options[0], options[1], 0.5)


def _with_remark(chosen: Sequence[OptionId], remark: str, phrases: Phrases) -> Understood:
    """A position and something after it: its own words, those of another option, or a remark."""
    named = _exactly(remark, phrases)
    if len(chosen) != 1 or any(word.isdigit() for word in words_of(remark)):
        return Understood(outcome=Outcome.ASK)
    if named == chosen:
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(option=chosen[0]), confidence=1.0)
    if named:
        return _torn(chosen[0], next(option for option in named if option != chosen[0]), 0.5)
    return Understood(outcome=Outcome.CONFIRM, heard=Heard(option=chosen[0]), confidence=0.8)


def _of_likeness(found: Sequence[Likeness], *, asked_back: bool) -> Understood:
    best, second = found[0], found[1] if len(found) > 1 else None
    confidence = best.score / 100
    runner_up = Heard(option=second.option) if second and second.score >= MENTION_FROM else None
    if best.score < MENTION_FROM:
        return Understood(outcome=Outcome.ASK)
    if second and best.same == second.same and best.score - second.score < MARGIN:
        return _torn(best.option, second.option, confidence)
    if best.same and best.score >= SAME and not asked_back:
        outcome = Outcome.ACCEPT
    else:
        outcome = Outcome.CONFIRM if best.score >= CONFIRM_FROM else Outcome.ASK
    return Understood(
        outcome=outcome,
        heard=Heard(option=best.option),
        confidence=min(confidence, 0.99),
        runner_up=runner_up,
    )


def _torn(one: OptionId, other: OptionId, confidence: float) -> Understood:
    """Two options that it could be; the person decides."""
    return Understood(
        outcome=Outcome.ASK,
        heard=Heard(option=one),
        confidence=confidence,
        runner_up=Heard(option=other),
    )
