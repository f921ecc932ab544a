"""What became of each warning between two interviews."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.assessment import Assessment
from chatbot.framework.wording import Wording
from chatbot.report.comparing.compared import Seen
from chatbot.report.comparing.conclusions import WARNING
from chatbot.report.comparing.moves import Raised, WarningChange, WarningStatus


def warning_changes(before: Seen, after: Seen, then: Assessment, now: Assessment) -> Iterator[WarningChange]:
    """Every warning that was raised in one of the two: new ones, those still there, those that are gone."""
    words = Wording(after.rules.framework)
    found = []
    for rule in after.rules.framework.warnings:
        was, is_now = then.warning(rule.id), now.warning(rule.id)
        if was is None and is_now is None:
            continue
        status = WarningStatus.STILL if was and is_now else WarningStatus.GONE if was else WarningStatus.NEW
        behind = [cause.fact for raised in (was, is_now) if raised for cause in raised.because]
        found.append(
            WarningChange(
                id=rule.id,
                conclusion=f"{WARNING}{rule.id}",
                title=rule.title,
                status=status,
                cause=rule.cause,
                action=rule.action,
                source=rule.source,
                before=_raised(before, then, rule.id, words),
                after=_raised(after, now, rule.id, words),
                told_then=before.told_of(dict.fromkeys(behind)),
                told_now=after.told_of(dict.fromkeys(behind)),
            )
        )
    order = [WarningStatus.NEW, WarningStatus.STILL, WarningStatus.GONE]
    yield from sorted(found, key=lambda one: order.index(one.status))


def _raised(seen: Seen, assessment: Assessment, warning: str, words: Wording) -> Raised | None:
    raised = assessment.warning(warning)
    if raised is None:
        return None
    return Raised(
        severity=raised.severity,
        certainty=raised.certainty,
        says=words.because(raised),
        because=tuple(cause.fact for cause in raised.because),
        told=seen.told_of(cause.fact for cause in raised.because),
    )
