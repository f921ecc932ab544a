"""What moved between two interviews about one initiative: a pure function of the two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from chatbot.errors import UsageError
from chatbot.facts import FactId
from chatbot.framework.assessment import Assessment, Decision
from chatbot.framework.initiative import CaseError
from chatbot.framework.terms import Terms
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.accounting import Accounting
from chatbot.report.comparing.cautions import cautions_about_two
from chatbot.report.comparing.changes import changes
from chatbot.report.comparing.compared import Compared, Seen, at_last, in_brief
from chatbot.report.comparing.conclusions import WARNING
from chatbot.report.comparing.data import Limit, ProgressReport
from chatbot.report.comparing.mattering import mattered
from chatbot.report.comparing.moves import Conclusion, Movement
from chatbot.report.comparing.reads import CAP, Reads
from chatbot.report.comparing.rules import rules_of
from chatbot.report.comparing.rungs import rungs
from chatbot.report.comparing.steps import next_steps, to_find_out
from chatbot.report.comparing.unmoved import Unmoving
from chatbot.report.comparing.warned import warning_changes
from chatbot.report.comparing.words import WORDS

_STEPS: Final = 3


def progress_since(new: Compared, old: Compared) -> ProgressReport:
    """What moved from one interview to a later one; the other way round where `old` is the later one.

    Raises:
        UsageError: both are the same interview.
    """
    first, last = at_last(old), at_last(new)
    if first and last and last < first:
        return progress_of(new, old, swapped=True)
    return progress_of(old, new)


def progress_of(before: Compared, after: Compared, *, swapped: bool = False) -> ProgressReport:
    """What moved from `before` to `after`, in whatever order of time they are.

    Args:
        swapped: whether they were named in the other order, which the comparison then says.

    Raises:
        UsageError: both are the same interview.
    """
    if before.interview == after.interview:
        raise UsageError(
            "An interview cannot be compared with itself.",
            where=before.interview,
            todo="Name two interviews; `chatbot sessions` lists them.",
        )
    then, now = Seen(before, after), Seen(after, after)
    found = changes(then, now)
    old, new = (after, before) if swapped else (before, after)
    empty = ProgressReport(
        before=in_brief(then),
        after=in_brief(now),
        cautions=cautions_about_two(then, now, swapped=swapped),
        rules=rules_of(after, [then, now]),
        limit=_limit(then, now),
        judged=False,
        conclusions=(),
        ladder=(),
        warnings=(),
        facts=found,
        unmoved=(),
        mattered=(),
        steps=tuple(next_steps(now, _STEPS)),
        find_out=tuple(to_find_out(now, _STEPS)),
        boundary=after.content.framing.boundary,
        again=f"chatbot report {new.interview} --since {old.interview} -o FILE",
    )
    if then.assessment is None or now.assessment is None:
        return empty
    return _judged(empty, then, now, then.assessment, now.assessment)


def _judged(
    progress: ProgressReport, then: Seen, now: Seen, was: Assessment, is_now: Assessment
) -> ProgressReport:
    """The same with everything that is concluded."""
    order = [change.fact for change in progress.facts if change.judged]
    order += [CAP] if progress.limit else []
    moved = tuple(_conclusions(then, now, was, is_now, order))
    warnings = tuple(warning_changes(then, now, was, is_now))
    unmoving = Unmoving(now, is_now, progress.facts)
    return replace(
        progress,
        judged=True,
        conclusions=moved,
        ladder=tuple(rungs(now.rules.framework, was, is_now)),
        warnings=warnings,
        unmoved=tuple(unmoving.of(moved, warnings)),
        mattered=mattered(moved, order),
    )


def _conclusions(
    then: Seen, now: Seen, was: Assessment, is_now: Assessment, order: list[str]
) -> Iterator[Conclusion]:
    framework, terms = now.rules.framework, Terms(now.rules.framework)
    before, after = conclusions.values(framework, was), conclusions.values(framework, is_now)
    reads = Reads(now.rules.assessor, (was.ambition, is_now.ambition))
    accounting = Accounting(lambda back: _put_back(then, now, back), order)
    for id, value in after.items():
        if id.startswith(WARNING) and before[id] == value == conclusions.NOT_RAISED:
            continue
        movement = conclusions.movement(framework, id, before[id], value)
        moved = movement is not Movement.SAME
        yield Conclusion(
            id=id,
            title=conclusions.title(terms, id),
            before=conclusions.side(terms, id, before[id]),
            after=conclusions.side(terms, id, value),
            movement=movement,
            account=accounting.account(id, before[id], reads.of(id)) if moved else None,
        )


def _put_back(then: Seen, now: Seen, back: frozenset[str]) -> dict[str, str] | None:
    """The conclusions with some facts as they were, or nothing where that contradicts itself."""
    facts = {fact: level for fact, level in now.facts.items() if fact not in back}
    facts |= {FactId(fact): then.facts[FactId(fact)] for fact in back if fact in then.facts}
    at_most = then.at_most if CAP in back else now.at_most
    try:
        assessment = now.rules.assessor.assess(facts, at_most=at_most)
    except CaseError:
        return None
    return conclusions.values(now.rules.framework, assessment)


def _limit(then: Seen, now: Seen) -> Limit | None:
    if then.at_most == now.at_most:
        return None
    terms = now.terms

    def says(at_most: str) -> str:
        return terms.decision(Decision(at_most)) if at_most else WORDS["progress.limit.none"]

    return Limit(
        before=then.at_most,
        after=now.at_most,
        before_says=says(then.at_most),
        after_says=says(now.at_most),
    )
