"""What a comparison of several initiatives says, as plain data, and as JSON as it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from chatbot.report.comparing.data import VERSION, Caution, Interviewed, NextStep, Rules
from chatbot.report.content.redaction import Redaction
from chatbot.report.published import Report


class Standing(Struct, frozen=True, kw_only=True):
    """A conclusion as it stands.

    Attributes:
        id: its id: `recommended`, `reachable`, `decision`, `item.ID` or `layer.ID`.
        title: the same in words.
        value: how it stands, as an id.
        says: how it stands, in words.
    """

    id: str
    title: str
    value: str
    says: str


class Initiative(Struct, frozen=True, kw_only=True):
    """One of several initiatives.

    Attributes:
        interviewed: the interview about it.
        label: its name, with the interview's id where others have the same.
        judged: whether it could be judged; otherwise the standings are missing.
        standings: what to work on, what is reachable, the decision, the items and the layers.
        stops: the titles of the certain warnings that call for a stop.
        possible_stops: the titles of the possible ones.
        limit: in words, the best decision that its dialog may conclude; empty for no limit.
        headline: what is concluded in a sentence or two, by the rules of the comparison; empty where it
            could not be judged.
        steps: what to do next.
    """

    interviewed: Interviewed
    label: str
    judged: bool
    standings: tuple[Standing, ...]
    stops: tuple[str, ...]
    possible_stops: tuple[str, ...]
    limit: str
    headline: str
    steps: tuple[NextStep, ...]


class Effect(Struct, frozen=True, kw_only=True):
    """What settling something would change in one initiative; computed with everything else as it is.

    Attributes:
        interview: the id of the interview about the initiative.
        lacking: the facts that it settles there and that are known to be wanting.
        unclear: those that it settles and that are not known.
        recommended: the id of the value model to work on then; empty where that stays the same.
        recommended_says: its title.
        decision: whether to commit then, as an id; empty where that stays the same.
        decision_says: the same in words.
        moves: ids of all conclusions that would move forward or become clear.
    """

    interview: str
    lacking: tuple[str, ...]
    unclear: tuple[str, ...]
    recommended: str
    recommended_says: str
    decision: str
    decision_says: str
    moves: tuple[str, ...]


class Shared(Struct, frozen=True, kw_only=True):
    """Something that is not settled in several initiatives.

    Attributes:
        id: a fact, or the layer or value model whose facts it stands for.
        title: the same in words.
        action: how to settle it, as a sentence.
        facts: what would be settled.
        effects: the initiatives in which it is not settled, with what it would change there.
    """

    id: str
    title: str
    action: str
    facts: tuple[str, ...]
    effects: tuple[Effect, ...]


class SideBySideReport(Report, frozen=True, kw_only=True, tag="side_by_side"):
    """Several initiatives side by side.

    Attributes:
        kind: what the report is about: several initiatives.
        version: the version of its form.
        initiatives: the initiatives, in the order in which they were named.
        cautions: why it has to be read with care.
        rules: by what everything is judged here.
        signals: single facts that are not settled in two or more, those first that would change most.
        groups: the same for a whole layer or a whole gate.
        labels: each fact that is named by its id, in words.
        boundary: what the advice is not.
        redacted: the roles that stand in place of names; null where no names were to be replaced.
        redaction: what that means for its reader; null where no names were to be replaced.
        again: the command that makes this comparison again.
    """

    version: Literal[1] = VERSION
    initiatives: tuple[Initiative, ...]
    cautions: tuple[Caution, ...]
    rules: Rules
    signals: tuple[Shared, ...]
    groups: tuple[Shared, ...]
    labels: dict[str, str]
    boundary: tuple[str, ...]
    redacted: tuple[str, ...] | None = None
    redaction: Redaction | None = None
    again: str
