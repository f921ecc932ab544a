"""What the bot makes of typed words: an answer, an intent, or a question back."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from chatbot.dialog.script import OptionId
from chatbot.facts import FactId, Level

AUTHORED: Final = 0.95
"""The confidence of authored words but for typing errors; sentences that are only like them stay below."""
FORMED: Final = 0.97
"""The confidence of a wish that shows by its form, and does not only sound like one."""


COMMANDED: Final = 1.0
"""The confidence of a wish that is typed as a command, in its own words and nothing else."""
LIKEST: Final = 0.99
"""The highest confidence of a wish that is told by what it sounds like."""


class Outcome(StrEnum):
    """What to do with what was heard. Recording a wrong answer in silence is the worst outcome."""

    ACCEPT = "accept"
    CONFIRM = "confirm"
    ASK = "ask"


class Intent(StrEnum):
    """What people want besides answering; each can be typed at any question."""

    BACK = "back"
    CHANGE = "change"
    WHY = "why"
    MEANING = "meaning"
    EXAMPLE = "example"
    HELP = "help"
    SKIP = "skip"
    NOTE = "note"
    EVIDENCE = "evidence"
    PROGRESS = "progress"
    REVIEW = "review"
    UNDO = "undo"
    REDO = "redo"
    REPEAT = "repeat"
    ADVICE = "advice"
    REPORT = "report"
    FINISH = "finish"
    RESTART = "restart"
    QUIT = "quit"


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of the words: one of an option, levels, a text and an intent.

    Attributes:
        option: of a choice.
        levels: of a checklist, possibly of some of its facts only.
        reasons: why a fact does not apply, where that was said.
        text: of a text.
        intent: what is wanted instead of answering, with its `target` (the text of a note or of a piece of
            evidence, the number or id of a question to go back to or to change), which may be empty.
        remark: what was said besides an answer, verbatim ("…, but that changes next year").
    """

    option: OptionId = OptionId("")
    levels: dict[FactId, Level] = {}
    reasons: dict[FactId, str] = {}
    text: str = ""
    intent: Intent | None = None
    target: str = ""
    remark: str = ""


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome for one utterance.

    Attributes:
        heard: the best reading; `None` where the words mean nothing here.
        confidence: from 0 to 1; 1 is an exact match.
        runner_up: the next best reading, offered when asking back.
    """

    outcome: Outcome
    heard: Heard | None = None
    confidence: float = 0.0
    runner_up: Heard | None = None
