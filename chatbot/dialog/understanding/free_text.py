"""Understanding the answer to a text question: the words themselves, a wish, or "I don't know"."""

from __future__ import annotations

import re
from typing import Final

from chatbot.dialog.script import UNKNOWN_OPTION, Question, Script
from chatbot.dialog.understanding.forms import formed
from chatbot.dialog.understanding.phrasebook import of_dialog
from chatbot.dialog.understanding.slots import filled
from chatbot.dialog.understanding.understood import LIKEST, Heard, Outcome, Understood
from chatbot.dialog.understanding.wishes import Wished, wished
from chatbot.dialog.understanding.words import Spoken, folded, is_visible, phrase, word_set, words_of

WISH_FROM: Final = 0.6
"""From this lead on, words to the bot are a wish and not a text; nearly anything can be a text."""
ASK_FROM: Final = 0.2
"""From this probability on it is asked which of the two they are."""
ASK_OF_NAMES_FROM: Final = 0.85
"""The same, as a lead, where the words say nothing to anybody; most such words are names."""
IDLE_FROM: Final = 0.3
"""From this probability of being beside the point on, it is asked whether the words are the answer."""
TEXT: Final = "text"

_QUOTED: Final = re.compile(r"[\"'\u201c\u201e\u00ab].+[\"'\u201d\u201c\u00bb]", re.DOTALL)
"""Quotation marks make words a text, whatever they would mean without."""
_LONGEST_NAME: Final = 8
_ASIDE: Final = re.compile(r"[,;(\u2013\u2014]| - |(?: (?:because|since|but|which|as)\b)")
"""What begins words behind a name that are no part of it."""
_NO_NAME: Final = word_set(
    """
    it its is was has have had i we they he she you me us them my our their says say said called calld caled
    officially everyone everybody
    """
)
"""Words that stand in a sentence about a name, and hardly in one."""
_TO_THE_BOT: Final = word_set(
    """
    i me my we us our you your please pls let can could would should shall want need like wait sorry oh
    question questions answer answers that's it's there's don't know say said what why how where when
    which who another again blank undo redo no none nothing not unknown
    """
)
"""Words with which people speak to somebody rather than name something."""

_ASKS: Final = re.compile(
    r"(?:are|is|do|does|did|can|could|will|would|have|has|what|who|where|how|why|when|which) "
    r"(?:you|i|we|it|this|that|there|the|is|are|do|does|can)\b|.*\?[!. ]*$",
    re.DOTALL,
)
"""What is a question, and so hardly a name or what somebody has to say."""


def understand_text(script: Script, question: Question, said: str, comparable: Spoken | None) -> Understood:
    """The text without the white space around it.

    Args:
        comparable: the same words, `None` when there are too many to be a phrase.
    """
    if not is_visible(said):
        return Understood(outcome=Outcome.ASK)
    if comparable is None or _QUOTED.fullmatch(comparable.text):
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(text=said.strip()), confidence=1.0)
    wordings = (question.unknown_label, script.unknown.label, UNKNOWN_OPTION, *script.unknown.says)
    words = words_of(comparable.text)
    if words and words in {phrase(wording) for wording in wordings}:
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(option=UNKNOWN_OPTION), confidence=1.0)
    form = formed(comparable)
    name = _named(script, question, comparable)
    if name:
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(text=name), confidence=0.95)
    text = Heard(text=said.strip())
    asks_for_a_name = bool(of_dialog(script.dialog).of(question.id, TEXT))
    if asks_for_a_name and not form and (len(words) > _LONGEST_NAME or not _NO_NAME.isdisjoint(words)):
        return _sentence_for_a_name(text, wished(script, comparable))
    if form:
        return Understood(
            outcome=Outcome.ACCEPT if form.plain else Outcome.CONFIRM,
            heard=form.heard,
            confidence=0.9 if form.plain else 0.5,
            runner_up=text,
        )
    asks = _ASKS.match(comparable.text) is not None
    to_the_bot = asks or not _TO_THE_BOT.isdisjoint(words)
    return _weighed(text, wished(script, comparable), to_the_bot=to_the_bot, asks=asks)


def _weighed(text: Heard, wish: Wished, *, to_the_bot: bool, asks: bool) -> Understood:
    """The text or the wish; where it could be either, a question back."""
    asked = wish.likely >= ASK_FROM if to_the_bot else wish.lead >= ASK_OF_NAMES_FROM
    if wish.heard is None or not asked:
        idle = asks or wish.idle >= IDLE_FROM
        return Understood(
            outcome=Outcome.CONFIRM if idle else Outcome.ACCEPT, heard=text, confidence=0.5 if idle else 1.0
        )
    if to_the_bot and wish.clear and wish.lead >= WISH_FROM:
        return Understood(
            outcome=Outcome.ACCEPT, heard=wish.heard, confidence=_sure(wish.lead), runner_up=text
        )
    first, second = (wish.heard, text) if wish.lead > 0 else (text, wish.heard)
    return Understood(
        outcome=Outcome.CONFIRM, heard=first, confidence=_sure(max(wish.likely, 0.5)), runner_up=second
    )


def _sentence_for_a_name(text: Heard, wish: Wished) -> Understood:
    """More words than a name has: a wish where it is one, else to be confirmed as the name."""
    if wish.heard and wish.lead >= WISH_FROM and wish.clear:
        return Understood(outcome=Outcome.ACCEPT, heard=wish.heard, confidence=_sure(wish.lead))
    first, second = (wish.heard, text) if wish.heard and wish.lead > 0 else (text, wish.heard)
    return Understood(outcome=Outcome.CONFIRM, heard=first, confidence=0.5, runner_up=second)


def _sure(of: float) -> float:
    return min(round(of, 2), LIKEST)


def _named(script: Script, question: Question, said: Spoken) -> str:
    """The name in "we call it …", as far as the dialog's phrasebook knows such forms."""
    forms = of_dialog(script.dialog).of(question.id, TEXT)
    name, found = "", filled(said, forms)
    while found and found != name:  # "officially it's named …" has two introductions
        name, found = found, filled(folded(found), forms)
    name = _ASIDE.split(name, maxsplit=1)[0].strip(" .!\"'")
    words = words_of(folded(name).text)
    return name if 0 < len(words) <= _LONGEST_NAME and _NO_NAME.isdisjoint(words) else ""
