"""By which knowledge base a comparison judges, and where that differs from what an own report says.

Interviews that were held with different knowledge bases cannot be compared by what each concluded:
some of it would have moved because a rule did. So one knowledge base judges all of them, that of the
latest interview, and wherever this differs from what an interview's own report says, it is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chatbot.framework.terms import Terms
from chatbot.report.comparing import conclusions
from chatbot.report.comparing.compared import Compared, Seen
from chatbot.report.comparing.conclusions import WARNING
from chatbot.report.comparing.data import ByOtherRules, Rules


def rules_of(by: Compared, seen: Sequence[Seen]) -> Rules:
    """The knowledge base of `by`, and what judging all of them by it comes to."""
    anew = [one for one in seen if one.anew]
    return Rules(
        framework=by.content.provenance.framework,
        anew=tuple(one.one.interview for one in anew),
        differences=tuple(difference for one in anew for difference in _differences(one)),
        left_out=tuple(dict.fromkeys(fact for one in anew for fact in one.left_out)),
    )


def _differences(seen: Seen) -> Iterator[ByOtherRules]:
    """The conclusions that both knowledge bases know and that come out differently by them."""
    own = Seen(seen.one, seen.one)
    if own.assessment is None or seen.assessment is None:
        return
    own_framework, framework = own.rules.framework, seen.rules.framework
    own_terms, terms = Terms(own_framework), Terms(framework)
    before = conclusions.values(own_framework, own.assessment)
    for id, value in conclusions.values(framework, seen.assessment).items():
        unknown = conclusions.NOT_RAISED if id.startswith(WARNING) else ""
        was = before.get(id, unknown)
        if was in ("", value):
            continue
        yield ByOtherRules(
            interview=seen.one.interview,
            id=id,
            title=conclusions.title(terms, id),
            own=conclusions.side(own_terms, id, was).says,
            here=conclusions.side(terms, id, value).says,
        )
    raised = {warning.id for warning in framework.warnings}
    for warning in own.assessment.warnings:
        if warning.id not in raised:
            id = f"{WARNING}{warning.id}"
            yield ByOtherRules(
                interview=seen.one.interview,
                id=id,
                title=own_terms.title(warning.id),
                own=conclusions.side(own_terms, id, before[id]).says,
                here=conclusions.side(terms, id, conclusions.NOT_RAISED).says,
            )
