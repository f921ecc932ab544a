"""Understanding the answer to a text question: the words themselves, or "I don't know"."""

from __future__ import annotations

from chatbot.dialog.script import UNKNOWN_OPTION, Question, Script
from chatbot.dialog.understanding.understood import Heard, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken, is_visible, phrase, words_of


def understand_text(script: Script, question: Question, said: str, comparable: Spoken | None) -> Understood:
    """The text without the white space around it.

    Args:
        comparable: the same words, `None` when there are too many to be a phrase.
    """
    if not is_visible(said):
        return Understood(outcome=Outcome.ASK)
    wordings = (question.unknown_label, script.unknown.label, UNKNOWN_OPTION, *script.unknown.says)
    words = words_of(comparable.text) if comparable else ()
    if words and words in {phrase(wording) for wording in wordings}:
        heard = Heard(option=UNKNOWN_OPTION)
    else:
        heard = Heard(text=said.strip())
    return Understood(outcome=Outcome.ACCEPT, heard=heard, confidence=1.0)
