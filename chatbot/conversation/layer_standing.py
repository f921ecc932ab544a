"""How a readiness layer stands, in a sentence, at the end of the topic that asks about it."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from chatbot.facts import FactId, Facts
from chatbot.framework.assessment import Readiness
from chatbot.framework.initiative import CaseError
from chatbot.interview.held import Held

_SAYS: Final = {
    Readiness.READY: "This layer is ready.",
    Readiness.DEVELOPING: "This layer is developing.",
    Readiness.AT_RISK: "This layer is at risk.",
    Readiness.OPEN: "How this layer stands is open until the rest is known.",
}


def standing_in_words(held: Held, about: Set[FactId], facts: Facts) -> str:
    """How the layer that the facts `about` belong to stands; empty where they belong to none, or to several.

    Empty also while two answers contradict each other; the dialog asks back about that.
    """
    owners = {fact.partition(".")[0] for fact in about}
    layer = next((one for one in held.framework.layers if owners == {one.id}), None)
    if layer is None:
        return ""
    try:
        return _SAYS.get(held.assessor.assess(facts).layer(layer.id).standing, "")
    except CaseError:
        return ""
