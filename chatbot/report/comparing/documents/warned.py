"""The warnings that are new, still there, or gone, with the words of then and of now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.report.comparing.documents.quoting import quotes
from chatbot.report.comparing.documents.telling import Telling
from chatbot.report.comparing.moves import WarningChange, WarningStatus
from chatbot.report.document.building import paragraph, run, section, text
from chatbot.report.document.nodes import Block, Callout, Section, Tone

_MOST: Final = 3
_TONES: Final = {"stop": Tone.STOP, "caution": Tone.CAUTION, "watch": Tone.WATCH}


def warnings_section(telling: Telling) -> Iterator[Section]:
    """Nothing where nothing could be concluded."""
    progress, texts = telling.progress, telling.texts
    if not progress.judged:
        return
    inner = []
    for status in (WarningStatus.NEW, WarningStatus.STILL, WarningStatus.GONE):
        blocks = [_warning(telling, one) for one in progress.warnings if one.status is status]
        if blocks:
            inner.append(section(f"warnings_{status}", texts.named("progress.warnings", status), blocks))
    none = [] if inner else [paragraph(texts("progress.warnings.none"))]
    yield section("warnings", texts("progress.warnings"), none, inner)


def _warning(telling: Telling, warning: WarningChange) -> Callout:
    texts = telling.texts
    conclusion = telling.conclusions[warning.conclusion]
    tone = Tone.GOOD
    if warning.after:
        tone = _TONES.get(warning.after.severity, Tone.CAUTION)
    grade = conclusion.after.says
    if conclusion.moved:
        grade = texts("progress.from_to", before=conclusion.before.says, after=conclusion.after.says)
    blocks: list[Block] = [paragraph(warning.cause)]
    if conclusion.account:
        why = run(texts("progress.warnings.accounts"), strong=True)
        blocks.append(paragraph(why, telling.account(conclusion.account)))
    blocks += quotes(warning.told_then, warning.told_now, texts, _MOST)
    if warning.after:
        blocks.append(paragraph(run(texts("progress.warnings.to_do"), strong=True), warning.action))
    return Callout(
        title=text(run(warning.title, strong=True), run(f"({grade})", tone=tone)),
        tone=tone,
        blocks=tuple(blocks),
    )
