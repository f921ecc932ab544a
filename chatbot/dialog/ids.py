"""The names of what a dialog consists of; whatever is stored refers to a dialog by these alone."""

from __future__ import annotations

from typing import Final, NewType

DialogId = NewType("DialogId", str)
TopicId = NewType("TopicId", str)
QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)

UNKNOWN_OPTION: Final = OptionId("unknown")
"""The option that every choice has: an honest "I don't know"."""
