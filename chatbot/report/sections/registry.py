"""Every section that a document can have, by its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from chatbot.report.document.nodes import Section
from chatbot.report.sections.changing import would_change
from chatbot.report.sections.deciding import conditions
from chatbot.report.sections.first_page import advice_in_short, first_page
from chatbot.report.sections.ladder import ladder
from chatbot.report.sections.noted import initiative, notes, unanswered
from chatbot.report.sections.of_rooms import (
    attendance,
    room_actions,
    room_ballots,
    room_in_short,
    room_spread,
)
from chatbot.report.sections.readiness import readiness, readiness_in_short
from chatbot.report.sections.setting import Setting
from chatbot.report.sections.sources import boundary, provenance, provenance_in_short, readings
from chatbot.report.sections.steps import find_out, next_steps
from chatbot.report.sections.tensions import tensions
from chatbot.report.sections.transcript import transcript
from chatbot.report.sections.warnings import warnings
from chatbot.report.sections.working import work

Builder = Callable[[Setting], Section | None]
"""A pure function; nothing where the content has nothing for the section."""

TRANSCRIPT: Final = "transcript"

SECTIONS: Final[Mapping[str, Builder]] = {
    "first_page": first_page,
    "advice_in_short": advice_in_short,
    "initiative": initiative,
    "conditions": conditions,
    "readiness": readiness,
    "readiness_in_short": readiness_in_short,
    "ladder": ladder,
    "warnings": warnings,
    "next_steps": next_steps,
    "find_out": find_out,
    "would_change": would_change,
    "work": work,
    "room_in_short": room_in_short,
    "room_actions": room_actions,
    "room_spread": room_spread,
    "room_ballots": room_ballots,
    "attendance": attendance,
    "tensions": tensions,
    "notes": notes,
    "unanswered": unanswered,
    TRANSCRIPT: transcript,
    "readings": readings,
    "boundary": boundary,
    "provenance": provenance,
    "provenance_in_short": provenance_in_short,
}
"""What an outline may name. The ids are a contract: outlines of other people name them."""
