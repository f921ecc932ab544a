"""Asking back: what the bot says when it is not sure, or when part of an answer is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from chatbot.conversation.asking import Asking
from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.intents import INTENTS, intent_lines
from chatbot.dialog.understanding.understood import Heard, Intent, Understood
from chatbot.visible import on_one_line

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

WHAT_TO_TYPE: Final = "You can also type\n" + "\n".join(f"- {line}" for line in intent_lines())
_KEPT_AS: Final = {Intent.NOTE: "a note", Intent.EVIDENCE: "evidence"}
_LONGEST: Final = 120
"""How much of a text is quoted."""


def describe(floor: Floor, heard: Heard) -> str:
    """A reading of the words, said back."""
    asked = floor.asking
    if heard.intent:
        about = _ask_of(floor, heard.target) if heard.intent in (Intent.CHANGE, Intent.BACK) else ""
        if about:
            return f"change your answer to {quoted(about)}"
        if heard.intent in _KEPT_AS and heard.target:
            return f"keep {quoted(heard.target)} as {_KEPT_AS[heard.intent]}"
        return f"{heard.intent.value} ({INTENTS[heard.intent].does})"
    if heard.text:
        return quoted(heard.text)
    if asked is None:
        return ""
    if heard.option:
        return next((option.label for option in asked.options if option.id == heard.option), "")
    labels = {item.fact: item for item in asked.items}
    said = []
    for fact, level in heard.levels.items():
        wording = next(one.label for one in labels[fact].levels if one.level == level)
        said.append(f"{labels[fact].label}: {wording}")
    return "; ".join(said)


def quoted(text: str) -> str:
    """A text inside a sentence, on one line and not too long."""
    return f'"{on_one_line(text, _LONGEST)}"'


def _ask_of(floor: Floor, target: str) -> str:
    """How the question is asked that a wish names."""
    from chatbot.conversation.filling import fill
    from chatbot.conversation.turning_back import named

    id = named(floor.interview, target)
    if id is None:
        return ""
    held = floor.interview.held
    return fill(held.manager.route.question[id].ask, floor.interview.facts, held.framework)


def ask_back(asked: Asking | None, understood: Understood) -> str:
    """What to say to words that mean nothing certain here."""
    if asked is None:
        return f"I did not understand that. {WHAT_TO_TYPE}"
    if asked.kind is QuestionKind.TEXT:
        return "Please write a few words, or type skip."
    close = [
        option
        for reading in (understood.heard, understood.runner_up)
        if reading and reading.option
        for option in asked.options
        if option.id == reading.option
    ]
    if close:
        nearest = " or ".join(f"{option.number}, {option.label}" for option in close)
        return f"I am not sure which answer that is. Is it {nearest}? The number is enough."
    if asked.kind is QuestionKind.CHECKLIST:
        return (
            "I could not match that to the points above. Say it point by point, as in: 1 yes, 2 partly, "
            '3 no; "I don\'t know" is a good answer too.'
        )
    return (
        "I could not match that to one of the answers. Try other words, or the number of an answer; "
        "to keep it as a remark, type: note, and what you want to say."
    )


def explained(asked: Asking | None) -> str:
    """What a question means and what would show that an answer is so, and what can be typed at any time."""
    if asked is None:
        return WHAT_TO_TYPE
    words = ", ".join(line.split(":")[0].split(" [")[0] for line in intent_lines())
    return "\n".join(filter(None, [meaning(asked), f"At any time you can type: {words}."]))


def meaning(asked: Asking) -> str:
    """What a question means, and what would show that an answer is so."""
    shown = f"What would show it: {asked.evidence}" if asked.evidence else ""
    return "\n".join(filter(None, [asked.help, shown]))
