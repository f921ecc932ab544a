"""Whom a report is for."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Each has an outline of its own in the theme, under this name."""

    BOARD = "board"
    """Who decides: the first page, the ladder, all warnings."""

    TEAM = "team"
    """Who does the work: steps, unknowns, evidence."""

    RECORD = "record"
    """Everything."""
