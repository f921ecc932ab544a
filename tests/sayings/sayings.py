"""Reading the sayings: one JSON object a line, `question`, `said`, `means` and `style`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
DIALOGS: Final = ("readiness", "quick")


class Part(StrEnum):
    """Which sayings: those that phrases and thresholds are tuned on, or those that are only measured."""

    TUNED = "tuned"
    MEASURED = "measured"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a saying means; all parts empty where it means nothing here and should be asked about.

    Attributes:
        levels: of a checklist, each fact with its level, as ids.
        intent: with `target`, which is a question or words.
    """

    option: str = ""
    levels: dict[str, str] = field(default_factory=dict)
    text: str = ""
    intent: str = ""
    target: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether the right reaction is to ask back."""
        return not (self.option or self.levels or self.text or self.intent)


@dataclass(frozen=True, slots=True)
class Saying:
    """What was typed at a question of a dialog, and what it means."""

    dialog: str
    question: str
    said: str
    means: Meaning
    style: str
    line: int


def sayings(part: Part) -> Iterator[Saying]:
    """Every saying of a part, dialog by dialog, in the order of the files."""
    for dialog in DIALOGS:
        text = (HERE / part / f"{dialog}.jsonl").read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), start=1):
            row = json.loads(line)
            means = row["means"]
            yield Saying(
                dialog=dialog,
                question=row["question"],
                said=row["said"],
                means=Meaning(
                    option=means.get("option", ""),
                    levels=means.get("levels", {}),
                    text=means.get("text", ""),
                    intent=means.get("intent", ""),
                    target=means.get("target", ""),
                ),
                style=row["style"],
                line=number,
            )
