"""Addressing: to which question a note or a piece of evidence belongs, where its words name one."""

from __future__ import annotations

import re
from typing import Final

from chatbot.conversation.floor import Floor
from chatbot.conversation.turning_back import named
from chatbot.dialog.script import QuestionId

_ADDRESSED: Final = re.compile(
    r"(?:on|to|for|about)\s+(?:the\s+)?(?:question\s+|number\s+|no\.\s*)?#?"
    r"(?P<where>\w[\w -]{0,60}?)(?:\s+question)?\s*(?::\s*(?P<text>.*))?",
    re.DOTALL | re.IGNORECASE,
)


def addressed(floor: Floor, target: str) -> tuple[QuestionId | None, str]:
    """The question and the text of a note: "on 3: ask the lawyers" names one, by number or id.

    Without a name that is known, the text belongs to the question being asked, whole.
    """
    match = _ADDRESSED.fullmatch(target)
    if match:
        where = match["where"].strip().lower()
        question = named(floor.interview, where) or named(floor.interview, re.sub(r"[ -]+", "_", where))
        if question:
            return question, (match["text"] or "").strip()
    return floor.question, target
