"""Explaining: an example for a question, and how far the interview is."""

from __future__ import annotations

from math import ceil
from typing import Final

from chatbot.conversation.asking import Asking
from chatbot.conversation.filling import examples, fill
from chatbot.dialog.script import Question
from chatbot.facts import Level
from chatbot.interview.interview import Interview

_MOST: Final = 3

NO_EXAMPLE: Final = "I have no example for this question. Type meaning to see what is meant by it."


def example(interview: Interview, asked: Asking) -> str:
    """What the lens says of it, or else what a level looks like, or what would show that an answer is so; an
    honest word where the script has nothing."""
    question = interview.held.manager.route.question[asked.id]
    facts, framework = interview.facts, interview.held.framework
    found = examples(question, facts, framework)
    if found:
        return "\n".join(fill(text, facts, framework) for text in found)
    own = _looks(question)
    if own:
        return f"For example. {own}"
    if asked.evidence:
        return f"I have no example of an answer here. What would show one: {asked.evidence}"
    return NO_EXAMPLE


def progress(interview: Interview) -> str:
    """How many questions are dealt with, and about how many minutes the others take."""
    state, script = interview.state, interview.held.script
    of, left = len(state.path.questions), len(state.due)
    if not left:
        return f"All {of} questions are dealt with. Nothing is left to ask."
    minutes = max(ceil(script.minutes * left / of), 1)
    about = f"about {minutes} minute{'s' if minutes != 1 else ''}"
    further = "As your answers decide what else I ask, it can become more or less."
    return f"{of - left} of {of} questions are dealt with; {left} to go, {about}. {further}"


def _looks(question: Question) -> str:
    """What a level of some of the items looks like in behaviour."""
    looks = [
        f"{item.label}, settled: {_lowered(item.levels[Level.ESTABLISHED])}"
        for item in question.items
        if item.levels.get(Level.ESTABLISHED)
    ]
    return " ".join(f"{look.rstrip('.')}." for look in looks[:_MOST])


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
