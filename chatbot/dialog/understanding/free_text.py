"""Understanding the answer to a text question: the words themselves, a wish, or "I don't know"."""

from __future__ import annotations

from typing import Final

from chatbot.dialog.script import UNKNOWN_OPTION, Question, Script
from chatbot.dialog.understanding.forms import formed
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.dialog.understanding.wishes import wished
from chatbot.dialog.understanding.words import Spoken, is_visible, phrase, words_of

WISH_FROM: Final = 0.6
"""From this lead on, words are a wish and not a text; nearly anything can be a text."""
ASK_FROM: Final = 0.35
"""From this lead on it is asked which of the two they are."""


def understand_text(script: Script, question: Question, said: str, comparable: Spoken | None) -> Understood:
    """The text without the white space around it.

    Args:
        comparable: the same words, `None` when there are too many to be a phrase.
    """
    if not is_visible(said):
        return Understood(outcome=Outcome.ASK)
    text = Heard(text=said.strip())
    if comparable is None:
        return Understood(outcome=Outcome.ACCEPT, heard=text, confidence=1.0)
    wordings = (question.unknown_label, script.unknown.label, UNKNOWN_OPTION, *script.unknown.says)
    words = words_of(comparable.text)
    if words and words in {phrase(wording) for wording in wordings}:
        return Understood(outcome=Outcome.ACCEPT, heard=Heard(option=UNKNOWN_OPTION), confidence=1.0)
    form = formed(comparable)
    if form and form.plain:
        return Understood(outcome=Outcome.ACCEPT, heard=form.heard, confidence=0.9)
    wish = wished(script, comparable)
    if wish.heard is None or wish.lead < ASK_FROM:
        return Understood(outcome=Outcome.ACCEPT, heard=text, confidence=1.0)
    sure = wish.lead >= WISH_FROM and wish.clear
    return Understood(
        outcome=Outcome.ACCEPT if sure else Outcome.CONFIRM,
        heard=wish.heard,
        confidence=round(wish.lead, 2),
        runner_up=text,
    )
