"""What was said of several facts together, each answer once."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from chatbot.report.content.judged import Finding, Quote


def quotes(findings: Iterable[Finding]) -> tuple[Quote, ...]:
    """What was said of several facts, each answer once; what was chosen to one question stands together."""
    said: dict[str, dict[Quote, None]] = {}
    for finding in findings:
        if finding.quote:
            said.setdefault(finding.quote.question, {})[finding.quote] = None
    return tuple(
        replace(next(iter(several)), words="; ".join(quote.words for quote in several))
        for several in said.values()
    )
