"""Comparisons as JSON, for other programs: `kind` says which, `version` when a key went or changed."""

from __future__ import annotations

import msgspec

from chatbot.report.comparing.data import Progress, SideBySide


def to_json(comparison: Progress | SideBySide) -> str:
    """A comparison as an indented JSON object; its keys are always the same and in the same order."""
    return msgspec.json.format(msgspec.json.encode(comparison)).decode() + "\n"
