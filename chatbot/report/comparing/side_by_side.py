"""Several initiatives side by side: a pure function of their interviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from chatbot.errors import UsageError
from chatbot.facts import FactId
from chatbot.framework.assessment import Assessment, Certainty, Decision
from chatbot.framework.headline import headline
from chatbot.framework.model import Severity
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.cautions import cautions_about_several
from chatbot.report.comparing.compared import Compared, Seen, in_brief, name_of
from chatbot.report.comparing.conclusions import WARNING
from chatbot.report.comparing.order import latest
from chatbot.report.comparing.portfolio import Initiative, SideBySideReport, Standing
from chatbot.report.comparing.rules import rules_of
from chatbot.report.comparing.shared import Sharing
from chatbot.report.comparing.steps import next_steps

_STEPS: Final = 3
_FEWEST: Final = 2


def side_by_side_of(interviews: Sequence[Compared]) -> SideBySideReport:
    """How several initiatives stand, and what is not settled in two or more of them.

    All are judged by the knowledge base of the latest interview.

    Raises:
        UsageError: fewer than two interviews, or one of them twice.
    """
    _check([one.interview for one in interviews])
    by = judging(interviews)
    seen = [Seen(one, by) for one in interviews]
    names = Counter(name_of(one.content).casefold() for one in interviews)
    sharing = Sharing(seen)
    signals, groups = sharing.signals(), sharing.groups()
    ids = " ".join(one.interview for one in interviews)
    return SideBySideReport(
        initiatives=tuple(_initiative(one, unique=_is_unique(one, names)) for one in seen),
        cautions=cautions_about_several(seen),
        rules=rules_of(by, seen),
        signals=signals,
        groups=groups,
        labels={
            fact: seen[0].terms.within(FactId(fact))
            for shared in (*signals, *groups)
            for fact in shared.facts
        },
        boundary=by.content.framing.boundary,
        again=f"chatbot report {ids} -o FILE",
    )


def judging(interviews: Sequence[Compared]) -> Compared:
    """The one by whose knowledge base all are judged: the one whose last event is the latest.

    Of several, or where times say nothing, the last named.
    """
    last = latest([one.content.provenance.last for one in interviews])
    return next(one for one in reversed(interviews) if one.content.provenance.last == last)


def _check(ids: Sequence[str]) -> None:
    todo = "Name different interviews; `chatbot sessions` lists them."
    twice = next((id for id, count in Counter(ids).items() if count > 1), None)
    if twice:
        raise UsageError("This interview is named twice.", where=twice, todo=todo)
    if len(ids) < _FEWEST:
        raise UsageError("One interview cannot stand side by side with itself.", todo=todo)


def _is_unique(seen: Seen, names: Counter[str]) -> bool:
    return names[name_of(seen.one.content).casefold()] == 1


def _initiative(seen: Seen, *, unique: bool) -> Initiative:
    brief, assessment = in_brief(seen), seen.assessment
    return Initiative(
        interviewed=brief,
        label=brief.name if unique else f"{brief.name} ({brief.interview})",
        judged=assessment is not None,
        standings=_standings(seen, assessment) if assessment else (),
        stops=_stops(seen, assessment, Certainty.CERTAIN),
        possible_stops=_stops(seen, assessment, Certainty.POSSIBLE),
        limit=seen.terms.decision(Decision(seen.at_most)) if seen.at_most else "",
        headline=headline(seen.rules.framework, seen.terms, assessment, seen.advice)
        if assessment and seen.advice
        else "",
        steps=tuple(next_steps(seen, _STEPS)),
    )


def _standings(seen: Seen, assessment: Assessment) -> tuple[Standing, ...]:
    framework, terms = seen.rules.framework, seen.terms
    return tuple(
        Standing(
            id=id,
            title=conclusions.title(terms, id),
            value=value,
            says=conclusions.side(terms, id, value).says,
        )
        for id, value in conclusions.values(framework, assessment).items()
        if not id.startswith(WARNING)
    )


def _stops(seen: Seen, assessment: Assessment | None, certainty: Certainty) -> tuple[str, ...]:
    raised = assessment.warnings if assessment else ()
    return tuple(
        seen.terms.title(one.id)
        for one in raised
        if one.severity is Severity.STOP and one.certainty is certainty
    )
