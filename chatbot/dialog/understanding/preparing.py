"""Getting ready to listen: what the words typed at a question will need is loaded, or learned, beforehand."""

from __future__ import annotations

from chatbot.dialog.script import Question, QuestionKind, Script
from chatbot.dialog.understanding.checklists.learning import (
    item_classifier,
    joint_classifier,
    level_classifier,
)
from chatbot.dialog.understanding.learning import choice_classifier, choice_wordings, wish_classifier


def get_ready(script: Script, question: Question) -> None:
    """Load what listening at `question` needs; what was never learned on this machine is learned now.

    Learning takes some tenths of a second, once for each question; loading, some milliseconds.
    """
    wish_classifier(script)
    match question.kind:
        case QuestionKind.CHOICE:
            choice_classifier(script, question)
            choice_wordings(script, question)
        case QuestionKind.CHECKLIST:
            level_classifier(script)
            item_classifier(script, question)
            joint_classifier(script, question)
        case QuestionKind.TEXT:
            pass
