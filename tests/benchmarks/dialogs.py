"""A dialog made for measuring: forty choices, each with a word of its own that can be waited for."""

from __future__ import annotations

from pathlib import Path

QUESTIONS = 40


def marker(number: int) -> str:
    """The word that only question `number` (from 1) shows."""
    return f"marker{number:02d}mark"


def write(folder: Path) -> Path:
    """Write the dialog into `folder`; returns its path."""
    lines = [
        "dialog: measured",
        "title: A dialog for measuring",
        "about: Forty questions of the same shape.",
        "minutes: 10",
        "greeting: [This dialog is here to be measured.]",
        "closing: Nothing is left to ask.",
        "unknown_reply: That stays open.",
        "unknown: {label: I don't know}",
        "levels: {}",
        "facts:",
        *(f"  measured.fact_{number}: [often, seldom, never]" for number in range(1, QUESTIONS + 1)),
        "topics:",
        "  - id: only",
        "    title: Only topic",
        "    questions:",
    ]
    for number in range(1, QUESTIONS + 1):
        fact = f"measured.fact_{number}"
        lines += [
            f"      - id: question_{number}",
            "        kind: choice",
            f"        ask: {marker(number)}",
            "        why: To measure.",
            "        help: Any answer will do.",
            "        options:",
            f"          - {{id: often, label: It happens each time, facts: {{{fact}: often}}}}",
            f"          - {{id: seldom, label: Now and then, facts: {{{fact}: seldom}}}}",
            f"          - {{id: never, label: Never, facts: {{{fact}: never}}}}",
        ]
    path = folder / "measured.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
