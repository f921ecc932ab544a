"""How values are called in comparisons, in the report and in its data alike.

They are not in texts.yaml because a comparison is data before it is a document: JSON holds these words, and
what other programs read must not change with somebody's theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "side_by_side.unnamed": "Initiative without a name",
    "progress.fact.title": "What the initiative is called",
    "progress.fact.sector": "The sector",
    "progress.limit.none": "no limit",
    "progress.conclusion.recommended": "Work on now",
    "progress.conclusion.reachable": "Within reach",
    "progress.conclusion.decision": "Commit now?",
    "progress.conclusion.item": "{title} (to be explicit)",
    "progress.layer.open": "open, between {worst} and {best}",
    "progress.warning.not_raised": "not raised",
    "progress.warning.certain": "{severity}",
    "progress.warning.possible": "{severity}, if confirmed",
    "progress.clarity.explicit": "explicit",
    "progress.clarity.open": "open",
    "progress.clarity.missing": "missing",
    "progress.gate.met": "met",
    "progress.gate.partial": "met in part",
    "progress.gate.unmet": "not met",
    "progress.gate.open": "open",
    "progress.gate.not_applicable": "does not apply",
    "progress.reach.now": "within reach",
    "progress.reach.once_known": "once more is known",
    "progress.reach.beyond": "out of reach",
    "progress.reach.unknown": "not known",
    "progress.reach.not_applicable": "does not apply",
    "side_by_side.group.layer": 'Settle everything in "{title}".',
    "side_by_side.group.gate": "Settle every prerequisite of {title}.",
    "side_by_side.end_to": "An end to {what}",
}
