"""What a comparison of interviews says, as plain data: documents are made of it, and as JSON it is itself.

Texts are plain text. What a person typed is in them as typed; whatever shows it makes it safe.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct

from chatbot.report.comparing.moves import Conclusion, FactChange, Rung, Unmoved, WarningChange
from chatbot.report.content.contents import Progress, Source
from chatbot.report.content.redaction import Redaction
from chatbot.report.published import Report

VERSION: Final = 1
"""Changes when a key is removed or comes to mean something else."""


class Interviewed(Struct, frozen=True, kw_only=True):
    """One interview that is compared, in brief.

    Attributes:
        interview: its id.
        title: the initiative's, as it was typed; empty where it was not said.
        name: the same, short enough for a sentence; a general word where it was not said.
        ambition: the title of the value model aimed at; empty where none is known.
        sector: the title of the lens, or the sector in the person's words; empty where not said.
        progress: whether its conclusions are final.
        waiting: how many questions still wait for an answer.
        answered: how many answers count.
        passed_over: how many questions on the path were passed over.
        set_aside: the questions whose answers do not count, because other answers lead past them.
        headline: what its own report says first; empty while its answers contradict each other.
        contradiction: what contradicts what; empty otherwise.
        dialog: the dialog it was held with.
        framework: the knowledge base it was held with.
        program: the version of chatbot with which it was begun.
        first: when it was begun, as ISO 8601 with the zone.
        last: when something was recorded last.
        events: how many events it has.
        participants: everybody whose words were recorded.
    """

    interview: str
    title: str
    name: str
    ambition: str
    sector: str
    progress: Progress
    waiting: int
    answered: int
    passed_over: int
    set_aside: tuple[str, ...]
    headline: str
    contradiction: str
    dialog: Source
    framework: Source
    program: str
    first: str
    last: str
    events: int
    participants: tuple[str, ...]


class Caution(StrEnum):
    """Why a comparison has to be read with care."""

    OTHER_TITLE = "other_title"
    SAME_TITLE = "same_title"
    OTHER_AMBITION = "other_ambition"
    SWAPPED = "swapped"
    REVERSED = "reversed"
    OTHER_DIALOG = "other_dialog"
    OTHER_RULES = "other_rules"
    OTHER_LIMIT = "other_limit"
    UNFINISHED = "unfinished"
    CONTRADICTORY = "contradictory"
    SET_ASIDE = "set_aside"
    RULES_DO_NOT_FIT = "rules_do_not_fit"


class ByOtherRules(Struct, frozen=True, kw_only=True):
    """A conclusion that comes out differently by the rules of the comparison than by the interview's own.

    Attributes:
        interview: the id of the interview.
        id: the id of the conclusion.
        title: the conclusion in words.
        own: as the interview's own report has it.
        here: as it is compared.
    """

    interview: str
    id: str
    title: str
    own: str
    here: str


class Rules(Struct, frozen=True, kw_only=True):
    """The one knowledge base by which everything is judged that is compared.

    Attributes:
        framework: that of the latest of the interviews.
        anew: the interviews that were held with another one and are judged anew for this comparison.
        differences: where that makes a difference.
        left_out: facts that it does not know, or not at the level stated, so that they are not judged.
    """

    framework: Source
    anew: tuple[str, ...]
    differences: tuple[ByOtherRules, ...]
    left_out: tuple[str, ...]


class Limit(Struct, frozen=True, kw_only=True):
    """The best decision that each dialog may conclude, where they differ.

    Attributes:
        before: by the earlier dialog, as an id; empty where it sets no limit.
        after: by the later dialog; empty where it sets no limit.
        before_says: the earlier one in words.
        after_says: the later one in words.
    """

    before: str
    after: str
    before_says: str
    after_says: str


class Mattered(Struct, frozen=True, kw_only=True):
    """One or several changes that account for the same conclusions.

    Attributes:
        changes: the facts, or `dialog.at_most` for what the dialogs may conclude.
        alone: ids of the conclusions that would be as they were without any single one of these changes.
        together: ids of those that each of them accounts for only together with others.
    """

    changes: tuple[str, ...]
    alone: tuple[str, ...]
    together: tuple[str, ...]


class NextStep(Struct, frozen=True, kw_only=True):
    """Something to do, or to find out, now.

    Attributes:
        fact: the id of what it is about.
        label: the same as a noun phrase.
        level: its present level; `not_asked` where nothing was said.
        action: what to do, as a sentence.
        why: what depends on it.
    """

    fact: str
    label: str
    level: str
    action: str
    why: str


class ProgressReport(Report, frozen=True, kw_only=True, tag="progress"):
    """What moved between two interviews about one initiative.

    Attributes:
        kind: what the report is about: two interviews about one initiative.
        version: the version of its form.
        before: the earlier interview.
        after: the later interview.
        cautions: why it has to be read with care.
        rules: by what everything is judged here.
        limit: where the dialogs may not conclude the same; null where they may.
        judged: whether both could be judged; otherwise nothing is said of conclusions.
        conclusions: what to work on, what is reachable, the decision, the items, the layers, and the
            warnings that were raised in one of the two; those that did not move too.
        ladder: the value models, in sequence.
        warnings: the warnings that were raised in one of the two, or in both.
        facts: every fact that changed, once, in the framework's order.
        unmoved: conclusions within which something changed that was not enough, or did no harm yet.
        mattered: the changes that account for conclusions, those that account for most first.
        steps: what to do next.
        find_out: what to find out next.
        boundary: what the advice is not.
        redacted: the roles that stand in place of names; null where no names were to be replaced.
        redaction: what that means for its reader; null where no names were to be replaced.
        again: the command that makes this comparison again.
    """

    version: Literal[1] = VERSION
    before: Interviewed
    after: Interviewed
    cautions: tuple[Caution, ...]
    rules: Rules
    limit: Limit | None
    judged: bool
    conclusions: tuple[Conclusion, ...]
    ladder: tuple[Rung, ...]
    warnings: tuple[WarningChange, ...]
    facts: tuple[FactChange, ...]
    unmoved: tuple[Unmoved, ...]
    mattered: tuple[Mattered, ...]
    steps: tuple[NextStep, ...]
    find_out: tuple[NextStep, ...]
    boundary: tuple[str, ...]
    redacted: tuple[str, ...] | None = None
    redaction: Redaction | None = None
    again: str
