"""Writing what is asked and what was answered: questions with their answers, checklists, the review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from chatbot.conversation.asking import Asking, OfferedItem
from chatbot.conversation.review import ReviewLine, Standing, beside
from chatbot.conversation.telling import answer_in_words
from chatbot.dialog.script import QuestionKind, Script
from chatbot.facts import Level
from chatbot.plain.channel import Channel

LETTERS: Final = {
    Level.ESTABLISHED: "y",
    Level.PRESENT: "y",
    Level.PARTIAL: "p",
    Level.ABSENT: "n",
    Level.UNKNOWN: "?",
    Level.NOT_APPLICABLE: "na",
}
"""What can be typed for each level."""

_STANDING: Final = {
    Standing.SKIPPED: "(passed over)",
    Standing.SET_ASIDE: "(your answer is no longer offered; asked again)",
}


def show_question(channel: Channel, asked: Asking, script: Script) -> None:
    """The question with everything that can be answered, and the answer in force when it is visited again."""
    channel.gap()
    channel.say(f"Question {asked.number} of {asked.of}. {asked.ask}")
    match asked.kind:
        case QuestionKind.CHOICE:
            for option in asked.options:
                channel.list(option.number, option.label)
        case QuestionKind.CHECKLIST:
            for item in asked.items:
                channel.list(item.number, item.label)
            if len(asked.items) > 1:
                channel.say(_in_one_line(asked))
        case QuestionKind.TEXT:
            channel.say(f"Answer in your own words, or type: {asked.unknown}")
    if asked.given is not None:
        question = next(one for one in script.questions() if one.id == asked.id)
        given = answer_in_words(script, question, asked.given)
        channel.say(f"Your answer so far: {given or 'left empty'}. Press Enter to keep it, or answer anew.")


def show_item(channel: Channel, asked: Asking, item: OfferedItem) -> None:
    """One point of a checklist, with its levels to choose from by number."""
    channel.say(f"Point {item.number} of {len(asked.items)}: {item.label}")
    for number, offered in enumerate(item.levels, start=1):
        looks_like = f": {offered.looks_like}" if offered.looks_like else ""
        channel.list(number, offered.label + looks_like)


def show_review(channel: Channel, lines: Iterable[ReviewLine]) -> None:
    """Every answer by topic with the number of its question, how many are to come, and what is set aside."""
    lines = tuple(lines)
    channel.gap()
    channel.say("These are your answers. To change one, type change and its number.")
    topic, waiting = "", sum(line.standing is Standing.WAITING for line in lines)
    for line in lines:
        if not line.number or line.standing is Standing.WAITING:
            continue
        if line.topic != topic:
            topic = line.topic
            channel.more(f"{topic}:")
        answer = _STANDING.get(line.standing, line.answer)
        channel.list(line.number, " ".join(filter(None, [line.ask, answer, _beside(line)])))
    if waiting:
        channel.say(f"Still to come: {waiting} question{'s' if waiting > 1 else ''}.")
    aside = [line for line in lines if not line.number]
    if aside:
        channel.say(
            "Set aside, because another answer made the question unnecessary; they count for nothing:"
        )
        for line in aside:
            channel.say(" ".join(filter(None, [line.ask, line.answer, _beside(line)])), speaker="- ")


def _beside(line: ReviewLine) -> str:
    words = beside(line)
    return f"({words})" if words else ""


def _in_one_line(asked: Asking) -> str:
    """How all points of a checklist are answered at once."""
    offered = {one.level: one.label for item in asked.items for one in item.levels}
    legend = "; ".join(f"{LETTERS[level]} {label}" for level, label in offered.items())
    letters = [LETTERS[level] for level in offered if level is not Level.NOT_APPLICABLE]
    example = " ".join(letters[at % len(letters)] for at in range(len(asked.items)))
    return f"Answer point by point, or all in one line, as in: {example} ({legend})."
