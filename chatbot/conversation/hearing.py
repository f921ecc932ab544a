"""Hearing: the words that somebody typed, read with what is being asked and what was said before."""

from __future__ import annotations

from chatbot.conversation.asking import Signs
from chatbot.conversation.drafting import Draft
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Understood
from chatbot.interview.interview import Interview


def hear(
    interview: Interview, question: QuestionId | None, draft: Draft, signs: Signs, said: str
) -> Understood:
    """What `said` means at a question of an interview, or at none."""
    held = interview.held
    asked = held.manager.route.question[question] if question else None
    return understand(
        held.script,
        asked,
        held.manager.route.offered(asked, interview.state.path) if asked else (),
        said,
        settled=draft.levels,
        signs=signs.ids,
        may_not_apply=signs.may_not_apply,
    )
