"""Facts and their levels: the only words that dialogs and knowledge share."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NewType, TypeAlias

import msgspec

FactId = NewType("FactId", str)
"""`owner.name`, as in `governance.audit_trail`."""

Facts: TypeAlias = Mapping[FactId, str]
"""By fact id, a level or a value of the initiative; what is missing was not asked."""

ModelId = NewType("ModelId", str)
LayerId = NewType("LayerId", str)

TITLE: Final = FactId("initiative.title")
AMBITION: Final = FactId("initiative.ambition")
SECTOR: Final = FactId("initiative.sector")
DISTRIBUTION_APPLIES: Final = FactId("initiative.distribution_applies")


class Level(StrEnum):
    """How far a fact holds. Signals use all but `present`; signs use the last three."""

    ESTABLISHED = "established"
    PARTIAL = "partial"
    NOT_APPLICABLE = "not_applicable"
    ABSENT = "absent"
    PRESENT = "present"
    UNKNOWN = "unknown"


SIGNAL_LEVELS: Final = frozenset(Level) - {Level.PRESENT}
SIGN_LEVELS: Final = frozenset({Level.ABSENT, Level.PRESENT, Level.UNKNOWN})


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One fact as somebody stated it, with the words that did.

    Attributes:
        fact: what it is about.
        value: a level, or for a fact of the initiative its value.
        reason: why it does not apply; empty otherwise.
        evidence: what was offered in support of it.
        words: what the person said, verbatim.
        question: the id of the question they answered, empty outside an interview.
    """

    fact: FactId
    value: str
    reason: str = ""
    evidence: str = ""
    words: str = ""
    question: str = ""
