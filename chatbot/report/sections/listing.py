"""Several things inside a sentence, in the theme's own words."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.report.content.judged import Finding
from chatbot.report.theme.texts import Texts


def several(texts: Texts, parts: Sequence[str]) -> str:
    """Parts as "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    *first, last = parts
    before = first[0]
    for part in first[1:]:
        before = texts("list.more", before=before, part=part)
    return texts("list.last", before=before, part=last)


def standings(texts: Texts, findings: Sequence[Finding], *, most: int = 0) -> str:
    """Facts, each with how it stands: "a (missing) and b (not known)".

    Args:
        most: of more than these, only so many are named and the others counted; 0 for all.
    """
    left = len(findings) - most if most and len(findings) > most else 0
    named = findings[:most] if left else findings
    parts = [texts("list.standing", fact=one.within, standing=one.standing) for one in named]
    return several(texts, [*parts, texts.counted("list.others", left)] if left else parts)
