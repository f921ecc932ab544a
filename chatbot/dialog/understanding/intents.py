"""The intents: what people type for each, and what it does.

Help, palette and the list of commands in every front end are made from `INTENTS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from chatbot.dialog.understanding.understood import Intent


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


def intent_lines() -> tuple[str, ...]:
    """For each intent one line: what to type and what it does."""
    return tuple(
        f"{words.typed[0]}{f' [{words.target}]' if words.target else ''}: {words.does}"
        for words in INTENTS.values()
    )
