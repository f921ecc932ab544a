"""The facilitator's notes: what to say, what to listen for, what evidence to ask for, and why."""

from __future__ import annotations

from chatbot.chat.lines import BLANK, Line, Role, Span, paragraph
from chatbot.conversation.filling import fill
from chatbot.room.offered import Sheet
from chatbot.room.room import Room
from chatbot.visible import visible


def note_lines(room: Room, sheet: Sheet, width: int) -> list[Line]:
    """The notes, each part under its heading; what the dialog says nothing about is left out."""
    notes = room.question(sheet.ballot.question).facilitator
    facts, framework = room.interview.facts, room.interview.held.framework
    parts = [
        ("Say", fill(notes.say, facts, framework) if notes else ""),
        ("Listen for", fill(notes.listen_for, facts, framework) if notes else ""),
        ("Evidence", sheet.evidence),
        ("Why this is asked", sheet.why),
        ("What it means", sheet.help),
    ]
    lines: list[Line] = []
    for heading, text in parts:
        if text:
            lines += [Line((Span(heading, Role.HEADING),)), *paragraph(visible(text), width), BLANK]
    return lines
