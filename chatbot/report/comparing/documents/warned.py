"""The warnings that are new, still there, or gone, with the words of then and of now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.report.comparing.documents.parts import paragraph, quote, run, section
from chatbot.report.comparing.documents.telling import Telling
from chatbot.report.comparing.moves import Told, WarningChange, WarningStatus
from chatbot.report.content.times import day
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
    blocks += _words(telling, warning)
    if warning.after:
        blocks.append(paragraph(run(texts("progress.warnings.to_do"), strong=True), warning.action))
    return Callout(
        title=(run(warning.title, strong=True), run(f" ({grade})", tone=tone)),
        tone=tone,
        blocks=tuple(blocks),
    )


def _words(telling: Telling, warning: WarningChange) -> Iterator[Block]:
    """What was said then and now; once where it is the same."""
    texts = telling.texts
    then, now = texts("progress.warnings.then"), texts("progress.warnings.now")
    same = [_said(one) for one in warning.told_then] == [_said(one) for one in warning.told_now]
    if same and warning.told_now:
        yield from _quotes(telling, texts("progress.warnings.both"), warning.told_now)
        return
    yield from _quotes(telling, then, warning.told_then)
    yield from _quotes(telling, now, warning.told_now)


def _quotes(telling: Telling, when: str, told: Sequence[Told]) -> Iterator[Block]:
    texts = telling.texts
    if not told:
        yield paragraph(texts("progress.warnings.nothing_said", when=when), tone=Tone.MUTED)
    for one in told[:_MOST]:
        yield said_quote(when, one)
    if len(told) > _MOST:
        yield paragraph(texts.counted("progress.warnings.more", len(told) - _MOST), tone=Tone.MUTED)


def said_quote(when: str, told: Told) -> Block:
    """What somebody said, with when in front of what was asked."""
    by = ", ".join(part for part in (told.who, day(told.at)) if part)
    return quote(told.words, to=f"{when}: {told.ask}", by=by, chosen=not told.verbatim)


def _said(told: Told) -> tuple[str, str]:
    return told.question, told.words
