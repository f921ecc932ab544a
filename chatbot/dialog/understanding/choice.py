"""Understanding the answer to a choice: a position, an authored phrase, or words like those of one option."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from chatbot.dialog.script import UNKNOWN_OPTION, Option, OptionId, Question, Script
from chatbot.dialog.understanding.classifier import Guess
from chatbot.dialog.understanding.features import features
from chatbot.dialog.understanding.learning import choice_classifier, choice_wordings
from chatbot.dialog.understanding.numbering import letter_position, position
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken, phrase, words_of

ACCEPT_FROM: Final = 0.63
"""From this lead of an option over every other meaning on, it is taken; tuned on `tests/sayings/tuned`."""
CONFIRM_FROM: Final = 0.14
"""From this lead on it is offered: "Did you mean …?"; below, the two likeliest are named."""
MENTION_FROM: Final = 0.1
"""From this probability on an option is named when asking back."""
_STRANGE: Final = 0.35
"""Where less of the words is known than this, nothing is offered."""
_AT_ODDS: Final = 0.45
"""From this lead on, a remark that is like another option than the one it goes with is asked about."""

Words: TypeAlias = tuple[str, ...]
Phrases: TypeAlias = Mapping[OptionId, Sequence[Words]]

_SHORT: Final = 3
"""So many letters are a slip of the hand rather than a description."""
_SHORTHAND: Final = {
    ("y",): "yes",
    ("yeah",): "yes",
    ("yep",): "yes",
    ("yup",): "yes",
    ("n",): "no",
    ("nope",): "no",
    ("nah",): "no",
}
_POSITION: Final = (
    r"(?:(?:i(?:'d| would|'ll| will)? )?(?:choose|pick|take|say|go (?:for|with)) |it is |it's |that is "
    r"|that's )?"
    r"(?:the )?(?:number|option|answer|choice|no\.|nr\.?|#)? ?\(?(?:\d{1,3}(?:st|nd|rd|th)?|one|two"
    r"|three|four|five|six|seven"
    r"|first|second|third|fourth|fifth|sixth|seventh|last|[a-z](?=[.):,;](?: |$)))\)?(?: (?:one|option|answer"
    r"|choice))?"
)
_WITH_REMARK: Final = re.compile(
    rf"(?:(?:well|ok|okay|hm+|yes|so|sadly|honestly)[,.]? )?(?P<choice>{_POSITION})"
    r"(?:[.):]|[,;]| ?[-\u2013\u2014] | (?=but\b|because\b|though\b|although\b|since\b|as\b|and\b"
    r"|even\b|with\b))"
    r"[ .):,;\u2013\u2014-]*(?P<remark>\S[\s\S]*)"
)
_PARTS: Final = re.compile(r"\b(?:and|or)\b|[,;/+]")
_CONTRAST: Final = re.compile(
    r"\b(?:not|n't|nobody|no one|never)\b[^,;.]*[,;.] *(?:but |rather |instead )?"
    r"(?:it|they|we|he|she|just|only|it's)\b(?P<rest>.+)"
)
"""What is not the case, and then what is."""
_COURTESY: Final = re.compile(r"^(?:please|pls|plz|ok|okay),? |,? (?:please|pls|plz|thanks|thank you)[.!]*$")
_LAST: Final = re.compile(
    r"(?:i(?:'d)? (?:take|choose|pick|say) )?(?:the )?(?:very )?last(?: (?:one|option|answer|choice))?[.!]?"
)


def understand_choice(
    script: Script, question: Question, offered: Sequence[Option], said: Spoken
) -> Understood:
    """The option that the words name or describe.

    Args:
        offered: the options in the order shown; "I don't know" comes after them.
    """
    phrases = _phrases(script, question, offered)
    asked_back = said.text.endswith("?")
    exactly = _exactly(_COURTESY.sub("", said.text.rstrip("? ")), phrases)
    if exactly is not None:
        return _of_exact(exactly, asked_back=asked_back)
    remark = _WITH_REMARK.fullmatch(said.text)
    if remark:
        chosen = _exactly(remark["choice"].strip(), phrases)
        if chosen:
            words = said.verbatim(remark.start("remark"), len(said.text))
            return _with_remark(script, question, phrases, chosen, remark["remark"], words)
    worded = choice_wordings(script, question)
    same = worded.same(said.text) & phrases.keys()
    if len(same) == 1 and not asked_back:
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(option=OptionId(*same)), confidence=0.95)
    both = [
        option for option in phrases if any(option in worded.same(part) for part in _PARTS.split(said.text))
    ]
    if len(both) > 1:
        return _torn(both[0], both[1], 0.5)
    if len("".join(words_of(said.text))) <= _SHORT:
        return Understood(outcome=Outcome.ASK)
    likely = _likely(script, question, phrases, said.text)
    best = likely.options[0].meaning
    if best in worded.opposite(said.text):
        return Understood(outcome=Outcome.ASK)  # nobody wants to be offered the opposite
    contrast = _CONTRAST.search(said.text)
    if contrast:
        meant = _likely(script, question, phrases, contrast["rest"])
        if meant.options[0].meaning != best and meant.lead >= CONFIRM_FROM:
            return Understood(
                outcome=Outcome.CONFIRM,
                heard=Heard(option=OptionId(meant.options[0].meaning)),
                confidence=round(min(meant.lead, 0.6), 2),
                runner_up=Heard(option=OptionId(best)),
            )
    return _described(likely, doubtful=asked_back or worded.at_odds(said.text, best))


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
    options = list(phrases)
    number = position(text)
    if number is None and not by_phrase:
        number = letter_position(text)
        if number is None and _LAST.fullmatch(text):
            return [[option for option in options if option != UNKNOWN_OPTION][-1]]
    if number is None:
        return by_phrase or None
    by_number = options[number - 1 : number] if number > 0 else []
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


def _with_remark(
    script: Script,
    question: Question,
    phrases: Phrases,
    chosen: Sequence[OptionId],
    remark: str,
    words: str,
) -> Understood:
    """A position and something after it: its own words, those of another option, or a remark."""
    named = _exactly(remark, phrases)
    if len(chosen) != 1:
        return Understood(outcome=Outcome.ASK)
    if named == chosen:
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(option=chosen[0]), confidence=1.0)
    if named:
        return _torn(chosen[0], next(option for option in named if option != chosen[0]), 0.5)
    likely = _likely(script, question, phrases, remark)
    heard = Heard(option=chosen[0], remark=words)
    other = likely.options[0]
    if other.meaning != chosen[0] and likely.lead >= _AT_ODDS:
        return Understood(
            outcome=Outcome.CONFIRM,
            heard=heard,
            confidence=0.5,
            runner_up=Heard(option=OptionId(other.meaning)),
        )
    return Understood(outcome=Outcome.ACCEPT, heard=heard, confidence=0.9)


class _Likely:
    """The options by likeliness, and how far the first is ahead, from 0 to 1."""

    __slots__ = ("known", "lead", "options")

    def __init__(self, options: Sequence[Guess], known: float) -> None:
        self.options = options
        self.known = known
        second = options[1].probability if len(options) > 1 else 0.0
        self.lead = (options[0].probability - second) * known


def _likely(script: Script, question: Question, phrases: Phrases, text: str) -> _Likely:
    guesses = choice_classifier(script, question).guesses(features(text))
    shown = [one for one in guesses.best if one.meaning in phrases]
    return _Likely(shown, guesses.known)


def _described(likely: _Likely, *, doubtful: bool) -> Understood:
    first, second = likely.options[0], likely.options[1]
    heard = Heard(option=OptionId(first.meaning))
    runner_up = Heard(option=OptionId(second.meaning)) if second.probability >= MENTION_FROM else None
    if likely.known < _STRANGE:
        return Understood(outcome=Outcome.ASK)
    if likely.lead >= ACCEPT_FROM and not doubtful:
        outcome = Outcome.ACCEPT
    elif likely.lead >= CONFIRM_FROM:
        outcome = Outcome.CONFIRM
    elif first.probability >= MENTION_FROM:
        outcome = Outcome.ASK
    else:
        return Understood(outcome=Outcome.ASK)
    return Understood(
        outcome=outcome, heard=heard, confidence=round(min(likely.lead, 0.99), 2), runner_up=runner_up
    )


def _torn(one: OptionId, other: OptionId, confidence: float) -> Understood:
    """Two options that it could be; the person decides."""
    return Understood(
        outcome=Outcome.ASK,
        heard=Heard(option=one),
        confidence=confidence,
        runner_up=Heard(option=other),
    )
