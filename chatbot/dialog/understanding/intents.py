"""The intents: what people type for each, what it does, and finding them in an utterance.

Help, palette and the list of commands in every front end are made from `INTENTS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from chatbot.dialog.script import Script
from chatbot.dialog.understanding.understood import Heard, Intent, Outcome, Understood
from chatbot.dialog.understanding.words import Spoken, beginning, phrase, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IntentWords:
    """How an intent is asked for.

    Attributes:
        typed: what people type, the command itself first.
        does: what it does, in one line.
        target: what may follow the command, as the help names it; empty where nothing may.
    """

    typed: tuple[str, ...]
    does: str
    target: str = ""


INTENTS: Final[Mapping[Intent, IntentWords]] = MappingProxyType(
    {
        Intent.BACK: IntentWords(
            typed=(
                "back",
                "go back",
                "one back",
                "previous",
                "previous question",
                "go back one question",
                "go to the previous question",
                "change my last answer",
                "i want to change my last answer",
            ),
            does="go to the question before, or to the one with this number",
            target="number",
        ),
        Intent.CHANGE: IntentWords(
            typed=("change", "change an answer", "i want to change an answer"),
            does="change an earlier answer; first you see what that would do",
            target="question",
        ),
        Intent.WHY: IntentWords(
            typed=(
                "why",
                "why do you ask",
                "why do you ask that",
                "why are you asking",
                "why do you want to know",
                "why do you want to know that",
                "why this question",
                "why does that matter",
                "why is that important",
                "what do you need that for",
            ),
            does="why this is asked",
        ),
        Intent.MEANING: IntentWords(
            typed=(
                "meaning",
                "what do you mean",
                "what do you mean by that",
                "what does that mean",
                "what is meant by that",
                "what is that",
                "explain",
                "explain that",
                "i do not understand",
                "i do not understand the question",
            ),
            does="what is meant by this question",
        ),
        Intent.EXAMPLE: IntentWords(
            typed=("example", "for example", "give me an example", "can you give me an example"),
            does="an example for this question",
        ),
        Intent.HELP: IntentWords(
            typed=("help", "help me", "what can i type", "what can i say"),
            does="what is meant, and what you can type",
        ),
        Intent.SKIP: IntentWords(
            typed=(
                "skip",
                "skip it",
                "skip this",
                "skip that",
                "skip this question",
                "skip the question",
                "pass",
                "next question",
                "later",
                "ask me later",
                "i do not want to answer",
                "i do not want to answer that",
                "i would rather not say",
            ),
            does="leave this question open",
        ),
        Intent.NOTE: IntentWords(
            typed=("note", "take a note", "add a note", "make a note"),
            does="keep a remark beside the question",
            target="text",
        ),
        Intent.EVIDENCE: IntentWords(
            typed=("evidence", "proof", "add evidence"),
            does="keep beside the question what shows that the answer is so",
            target="text",
        ),
        Intent.PROGRESS: IntentWords(
            typed=("progress", "how far are we", "how many questions are left", "how much longer"),
            does="how far we are",
        ),
        Intent.REVIEW: IntentWords(
            typed=(
                "review",
                "review my answers",
                "show my answers",
                "show me my answers",
                "my answers",
                "answers",
                "summary",
                "overview",
                "what did i say",
                "what have i said",
                "what have i said so far",
            ),
            does="all your answers, with their numbers",
        ),
        Intent.UNDO: IntentWords(
            typed=("undo", "undo that", "undo it", "take that back", "take it back", "i take that back"),
            does="take back what was recorded last",
        ),
        Intent.REDO: IntentWords(
            typed=("redo", "redo that", "undo the undo", "put it back"),
            does="put back what was taken back last",
        ),
        Intent.REPEAT: IntentWords(
            typed=(
                "repeat",
                "again",
                "repeat that",
                "repeat the question",
                "say that again",
                "once more",
                "what was the question",
                "ask again",
            ),
            does="ask again",
        ),
        Intent.ADVICE: IntentWords(
            typed=(
                "advice",
                "recommendation",
                "give me advice",
                "your advice",
                "show the advice",
                "what is your advice",
                "what do you advise",
                "what do you recommend",
                "what would you recommend",
                "what do you recommend so far",
                "what would you recommend so far",
            ),
            does="what follows from the answers so far",
        ),
        Intent.REPORT: IntentWords(
            typed=("report", "the report", "show the report", "make the report", "save the report"),
            does="the report, to keep or hand on",
        ),
        Intent.FINISH: IntentWords(
            typed=(
                "finish",
                "finish now",
                "finish the interview",
                "finish it",
                "i am done",
                "i am finished",
                "we are done",
                "we are finished",
                "conclude",
            ),
            does="end the interview and hear the advice",
        ),
        Intent.RESTART: IntentWords(
            typed=("restart", "start over", "start again", "begin again"),
            does="begin a new interview; this one is kept",
        ),
        Intent.QUIT: IntentWords(
            typed=("quit", "exit", "bye", "goodbye", "good bye", "leave", "stop", "pause", "close"),
            does="stop for today; everything is saved",
        ),
    }
)

_BY_WORDS: Final = {phrase(typed): intent for intent, words in INTENTS.items() for typed in words.typed}
_COMMANDS: Final = {words.typed[0]: intent for intent, words in INTENTS.items()}
_COMMAND: Final = re.compile(r"[/:]([^\W\d_]+)")
_MARKED_COMMAND: Final = re.compile(r"[/:]([^\W_]+)\s*:?\s*")
_NOTE: Final = re.compile(r"note(?P<colon> ?: ?|\s)\s*")
_BACK_TO: Final = re.compile(
    r"(?:please )?(?:go )?back(?![^\W\d_])(?: to)?(?: the)?(?: question| number| no\.)? ?#?(?P<where>\S.*)"
)
_NUMBER: Final = re.compile(r"\d{1,4}")
_QUESTION_MARKS: Final = re.compile(r"/?[?\s]*\?[!?\s]*")
_HEAD: Final = 400
"""How far into an utterance a command is looked for; what a note says goes on behind it."""
_FARTHEST: Final = 80
"""How many characters the target of going back may have."""


def intent_lines() -> tuple[str, ...]:
    """For each intent one line: what to type and what it does."""
    return tuple(
        f"{words.typed[0]}{f' [{words.target}]' if words.target else ''}: {words.does}"
        for words in INTENTS.values()
    )


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
    if intent is Intent.NOTE:
        return _wanted(intent, _rest(said, head, match.end()))
    where = head.text[match.end() :]
    if intent is Intent.BACK and len(where) <= _FARTHEST:
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
    note = _NOTE.match(head.text)
    if note and (not among_text or ":" in note["colon"]):
        return _wanted(Intent.NOTE, _rest(said, head, note.end()))
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
