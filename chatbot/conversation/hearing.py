"""Hearing: the words that somebody typed, read with what is being asked and what was said before."""

from __future__ import annotations

from chatbot.conversation.floor import Floor
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.understanding.listening import understand


def hear(floor: Floor, words: str) -> Said:
    """What `words` mean at the question being asked, or at none."""
    held, question = floor.interview.held, floor.question
    asked = held.manager.route.question[question] if question else None
    understood = understand(
        held.script,
        asked,
        held.manager.route.offered(asked, floor.interview.state.path) if asked else (),
        words,
        settled=floor.draft.levels,
        signs=floor.signs.ids,
        may_not_apply=floor.signs.may_not_apply,
    )
    return Said(words, understood)
