"""Finding an intent that is typed as a command: its own words and nothing else, or marked with / or :."""

from __future__ import annotations

import re
from typing import Final

from chatbot.dialog.script import Script
from chatbot.dialog.understanding.intents import INTENTS
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken, beginning, phrase, words_of

_BY_WORDS: Final = {phrase(typed): intent for intent, words in INTENTS.items() for typed in words.typed}
_COMMANDS: Final = {words.typed[0]: intent for intent, words in INTENTS.items()}
_TAKING_WORDS: Final = frozenset({Intent.NOTE, Intent.EVIDENCE})
_COMMAND: Final = re.compile(r"[/:]([^\W\d_]+)")
_MARKED_COMMAND: Final = re.compile(r"[/:]([^\W_]+)\s*:?\s*")
_KEPT: Final = re.compile(r"(?P<what>note|evidence)(?P<colon> ?: ?|\s)\s*")
_THAT: Final = re.compile(r"that\s+(?=\S)")
_SPEAKS_OF_EVIDENCE: Final = re.compile(
    r"(?:of|for|from|about|in|at|by|to|and|or|that|which|is|are|was|were|has|have|had|can|could|must|should"
    r"|will|would|exists?|comes?|goes|lies|shows?|does|do|gets?|isn't|isnt|aren't|wasn't|doesn't|not)\b(?![^:]*:)"
)
"""How a sentence goes on that says something of evidence, and names none: "evidence is kept for years"."""
_BACK_TO: Final = re.compile(
    r"(?:please )?(?:go )?back(?![^\W\d_])(?: to)?(?: the)?(?: question| number| no\.)? ?#?(?P<where>\S.*)"
)
_NUMBER: Final = re.compile(r"\d{1,4}")
_QUESTION_MARKS: Final = re.compile(r"/?[?\s]*\?[!?\s]*")
_HEAD: Final = 400
"""How far into an utterance a command is looked for; what a note says goes on behind it."""
_FARTHEST: Final = 80
"""How many characters the target of going back may have."""


def is_command(said: str) -> bool:
    """Whether an utterance is marked as a command, and so can never be an answer."""
    return _COMMAND.match(beginning(said, _HEAD).text) is not None


def find_command(script: Script, said: str) -> Understood:
    """What a marked command (`/why`, `:back 3`) asks for; asks back when it is none that there is."""
    head = beginning(said, _HEAD)
    intent = _BY_WORDS.get(words_of(head.text)) if len(said.strip()) <= _HEAD else None
    if intent:
        return _wanted(intent)
    match = _MARKED_COMMAND.match(head.text)
    intent = _COMMANDS.get(match[1]) if match else None
    if match is None or intent is None:
        return Understood(outcome=Outcome.ASK)
    if intent in _TAKING_WORDS:
        return _wanted(intent, _rest(said, head, match.end()))
    where = head.text[match.end() :]
    if intent in (Intent.BACK, Intent.CHANGE) and len(where) <= _FARTHEST:
        back = _BACK_TO.fullmatch(f"back {where}")
        return _wanted(intent, _place(script, back["where"] if back else where) or where)
    return Understood(outcome=Outcome.ASK)


def find_intent(script: Script, said: str, *, among_text: bool) -> Understood | None:
    """The intent that the whole utterance is; `None` when it is something else.

    Args:
        among_text: whether any words are a possible answer, so that only what cannot be meant
            otherwise is taken as an intent.
    """
    head = beginning(said, _HEAD)
    kept = _kept(said, head, among_text=among_text)
    if kept:
        return kept
    if len(said.strip()) > _FARTHEST:
        return None
    if _QUESTION_MARKS.fullmatch(head.text):
        return _wanted(Intent.HELP)
    # Quotation marks around a command make it words again, for who needs them as a text.
    found = None if head.text[:1] in "\"'“„«" else _BY_WORDS.get(_courteous(words_of(head.text), among_text))
    if found:
        return _wanted(found)
    back = _BACK_TO.fullmatch(head.text.rstrip(".!?"))
    place = _place(script, back["where"]) if back else ""
    return _wanted(Intent.BACK, place) if place else None


def _kept(said: str, head: Spoken, *, among_text: bool) -> Understood | None:
    """What begins with `note` or `evidence` is kept as such, with a colon or without: in silence it never
    becomes an answer.

    Kept words judge nothing, are shown and can be undone; "note that we already have owners" would be worse
    off as an answer that nobody meant. Only where any words are an answer ("Note taker for meetings") is it
    asked which they are, and a sentence about evidence is left alone. A colon leaves no doubt at all.
    """
    match = _KEPT.match(head.text)
    if match is None:
        return None
    intent, start = Intent(match["what"]), match.end()
    if ":" in match["colon"]:
        return _wanted(intent, _rest(said, head, start))
    if intent is Intent.EVIDENCE and _SPEAKS_OF_EVIDENCE.match(head.text, start):
        return None
    that = _THAT.match(head.text, start)
    kept = _rest(said, head, that.end() if that else start)
    if not (kept and among_text):
        return _wanted(intent, kept)
    return Understood(
        outcome=Outcome.CONFIRM,
        heard=Heard(intent=intent, target=kept),
        confidence=0.5,
        runner_up=Heard(text=said.strip()),
    )


def nearest_intent(words: tuple[str, ...]) -> Intent | None:
    """The intent that is one typing error away from the words, if there is one."""
    from chatbot.dialog.understanding.spelling import corrected

    if len(words) > max(map(len, _BY_WORDS)):
        return None
    vocabulary = {word for typed in _BY_WORDS for word in typed}
    return _BY_WORDS.get(corrected(words, vocabulary))


def _wanted(intent: Intent, target: str = "") -> Understood:
    return Understood(outcome=Outcome.ACCEPT, heard=Heard(intent=intent, target=target), confidence=1.0)


def _courteous(words: tuple[str, ...], among_text: bool) -> tuple[str, ...]:
    """The words without a "please", which nobody means as an answer; in a text every word counts."""
    if among_text:
        return words
    words = words[1:] if words[:1] == ("please",) else words
    return words[:-1] if words[-1:] == ("please",) else words


def _place(script: Script, where: str) -> str:
    """The number or the id of a question; empty when the words are neither."""
    if _NUMBER.fullmatch(where):
        return str(int(where))
    named = words_of(where)
    return next((question.id for question in script.questions() if phrase(question.id) == named), "")


def _rest(said: str, head: Spoken, start: int) -> str:
    """What was typed after the command, verbatim."""
    return said.lstrip()[head.at[start] if start < len(head.at) else len(head.raw) :].strip()
