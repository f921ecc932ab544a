"""What moved between two interviews, as plain data."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Movement(StrEnum):
    """Which way something went."""

    FORWARD = "forward"
    BACK = "back"
    SAME = "same"
    CLEARER = "clearer"
    """Less is open than before; neither better nor worse."""

    LESS_CLEAR = "less_clear"
    DIFFERENT = "different"
    """Not to be put in an order."""


class Side(Struct, frozen=True, kw_only=True):
    """How something stands in one of the two interviews.

    Attributes:
        value: how it stands, as an id.
        says: the same in words.
    """

    value: str
    says: str


class Found(StrEnum):
    """How a conclusion's move is accounted for."""

    ALONE = "alone"
    """Each of the named changes was needed: with any single one put back, the conclusion goes back."""

    TOGETHER = "together"
    """No smaller number of changes takes the conclusion back."""

    AT_MOST = "at_most"
    """There are too many to try: the named ones take it back and none of them can be left out, but
    others, or fewer, may do so too."""


class Account(Struct, frozen=True, kw_only=True):
    """What accounts for a conclusion's move, found by putting changes back and judging again.

    Attributes:
        found: how it was found.
        size: how many changes have to be put back together.
        sets: the sets of changes that take the conclusion back; of very many, the first ones.
        total: how many such sets there are.
        any_of: they are all the ways to take `size` of these; empty where they are not.
        among: every change that the conclusion reads.
    """

    found: Found
    size: int
    sets: tuple[tuple[str, ...], ...]
    total: int
    any_of: tuple[str, ...]
    among: tuple[str, ...]


class Conclusion(Struct, frozen=True, kw_only=True):
    """A conclusion then and now.

    Attributes:
        id: `recommended`, `reachable`, `decision`, `item.ID`, `layer.ID` or `warning.ID`.
        title: the same in words.
        before: how it stood.
        after: how it stands.
        movement: which way it went.
        account: what accounts for its move; null where it did not move.
    """

    id: str
    title: str
    before: Side
    after: Side
    movement: Movement
    account: Account | None

    @property
    def moved(self) -> bool:
        """Whether it is not as before."""
        return self.movement is not Movement.SAME


class Rung(Struct, frozen=True, kw_only=True):
    """A value model on the ladder, then and now.

    Attributes:
        id: its id.
        title: its title.
        gate_before: how much was established of what the next one needs.
        gate_after: how much of that is established now.
        reach_before: whether it was within reach.
        reach_after: whether it is within reach now.
        roles_before: what it was then: `recommended`, `reachable` or `ambition`.
        roles_after: what it is now.
        movement: which way it went.
    """

    id: str
    title: str
    gate_before: Side
    gate_after: Side
    reach_before: Side
    reach_after: Side
    roles_before: tuple[str, ...]
    roles_after: tuple[str, ...]
    movement: Movement


class Told(Struct, frozen=True, kw_only=True):
    """What somebody said to a question.

    Attributes:
        question: the id of the question.
        ask: the question in words.
        words: what was typed, word for word, or the label of what was chosen.
        verbatim: whether it was typed.
        who: the participant.
        at: when, as ISO 8601 with the zone.
    """

    question: str
    ask: str
    words: str
    verbatim: bool
    who: str
    at: str


class NotAsked(StrEnum):
    """Why an interview says nothing of a fact."""

    NO_QUESTION = "no_question"
    SET_ASIDE = "set_aside"
    PASSED_OVER = "passed_over"
    WAITS = "waits"
    OFF_PATH = "off_path"


class Stated(Struct, frozen=True, kw_only=True):
    """A fact as one interview states it.

    Attributes:
        level: its level or value; `not_asked` where nothing was said.
        standing: the same in words.
        reason: why it does not apply; empty otherwise.
        told: what was said of it; null where nothing was.
        not_asked: why nothing was said; null where something was.
    """

    level: str
    standing: str
    reason: str
    told: Told | None
    not_asked: NotAsked | None


class Change(StrEnum):
    """Which way a fact changed."""

    BETTER = "better"
    WORSE = "worse"
    KNOWN = "known"
    """It was not known or not asked, and now it is known."""

    UNKNOWN = "unknown"
    """The reverse."""

    OTHER = "other"


class FactChange(Struct, frozen=True, kw_only=True):
    """A fact that is not at the same level in both.

    Attributes:
        fact: its id.
        label: the same as a noun phrase.
        within: the same inside a sentence.
        change: which way it changed.
        before: as the earlier interview states it.
        after: as the later interview states it.
        judged: whether the framework judges it at these levels.
    """

    fact: str
    label: str
    within: str
    change: Change
    before: Stated
    after: Stated
    judged: bool


class WarningStatus(StrEnum):
    """What became of a warning."""

    GONE = "gone"
    NEW = "new"
    STILL = "still"


class Raised(Struct, frozen=True, kw_only=True):
    """A warning as it was raised.

    Attributes:
        severity: how grave it is.
        certainty: whether it holds whatever the unknowns turn out to be.
        says: what was said that raised it, in a sentence or two.
        because: the facts that raised it.
        told: the answers that raised it.
    """

    severity: str
    certainty: str
    says: str
    because: tuple[str, ...]
    told: tuple[Told, ...]


class WarningChange(Struct, frozen=True, kw_only=True):
    """A warning that was raised in one of the two, or in both.

    Attributes:
        id: its id.
        conclusion: the id under which it stands among the conclusions.
        title: its title.
        status: what became of it.
        cause: why it is a problem.
        action: what to do about it.
        source: where in the framework it comes from.
        before: how it was raised then; null where it was not.
        after: how it is raised now; null where it is not.
        told_then: where it is new, what was said then of what raises it now.
        told_now: where it is gone, what is said now of what had raised it.
    """

    id: str
    conclusion: str
    title: str
    status: WarningStatus
    cause: str
    action: str
    source: str
    before: Raised | None
    after: Raised | None
    told_then: tuple[Told, ...]
    told_now: tuple[Told, ...]


class Lacking(Struct, frozen=True, kw_only=True):
    """A fact that a conclusion still waits for, as it stands now.

    Attributes:
        fact: its id.
        within: the same inside a sentence.
        standing: its level in words.
    """

    fact: str
    within: str
    standing: str


class Unmoved(Struct, frozen=True, kw_only=True):
    """A conclusion that stands as before although facts within it changed.

    Attributes:
        conclusion: its id.
        title: the same in words.
        says: how it stands.
        done: what became better or known within it.
        lost: what became worse or is no longer known.
        lacking: what it still waits for.
    """

    conclusion: str
    title: str
    says: str
    done: tuple[str, ...]
    lost: tuple[str, ...]
    lacking: tuple[Lacking, ...]
