"""The settings themselves, and the names that they may use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

AUTO: Final = "auto"
"""The theme that follows the terminal."""

PAPERS: Final = ("a4", "letter")
"""The sizes of a page that a report can have."""


class ReportSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has set for reports; what they have not is empty.

    Attributes:
        theme: the folder of a theme, as written.
        paper: one of `PAPERS`.
    """

    theme: str = ""
    paper: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has set; what they have not is as it comes.

    Attributes:
        theme: the name of a theme, or `auto`.
        reduced_motion: whether nothing moves, blinks or glides.
        keys: for each action that was given other keys, those; an empty tuple for none at all.
        report: how reports look.
    """

    theme: str = AUTO
    reduced_motion: bool = False
    keys: dict[str, tuple[str, ...]] = {}
    report: ReportSettings = ReportSettings()


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What the settings may name.

    Attributes:
        themes: the themes besides `auto`.
        keys: for each action, the keys that it comes with; there may be none.
        fixed: keys that answer a question, each with what it does; no action can have them.
    """

    themes: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]
    fixed: Mapping[str, str]
