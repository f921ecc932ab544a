"""The look that goes with each conclusion. What it is stands beside it in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.report.document.nodes import Tone

DECISION: Final[Mapping[str, Tone]] = {
    "commit": Tone.GOOD,
    "conditional": Tone.CAUTION,
    "hold": Tone.STOP,
}
CLARITY: Final[Mapping[str, Tone]] = {"explicit": Tone.GOOD, "open": Tone.OPEN, "missing": Tone.CAUTION}
SEVERITY: Final[Mapping[str, Tone]] = {"stop": Tone.STOP, "caution": Tone.CAUTION, "watch": Tone.WATCH}
STANDING: Final[Mapping[str, Tone]] = {
    "ready": Tone.GOOD,
    "developing": Tone.WATCH,
    "at_risk": Tone.CAUTION,
    "open": Tone.OPEN,
    "not_applicable": Tone.MUTED,
}
GATE: Final[Mapping[str, Tone]] = {
    "met": Tone.GOOD,
    "partial": Tone.WATCH,
    "unmet": Tone.CAUTION,
    "open": Tone.OPEN,
    "not_applicable": Tone.MUTED,
}
REACH: Final[Mapping[str, Tone]] = {
    "now": Tone.GOOD,
    "once_known": Tone.OPEN,
    "beyond": Tone.CAUTION,
    "unknown": Tone.OPEN,
    "not_applicable": Tone.MUTED,
}
SIGNAL: Final[Mapping[str, Tone]] = {
    "established": Tone.GOOD,
    "partial": Tone.WATCH,
    "absent": Tone.CAUTION,
    "unknown": Tone.OPEN,
    "not_asked": Tone.OPEN,
    "not_applicable": Tone.MUTED,
}
SIGN: Final[Mapping[str, Tone]] = {
    "present": Tone.CAUTION,
    "absent": Tone.GOOD,
    "unknown": Tone.OPEN,
    "not_asked": Tone.OPEN,
}
