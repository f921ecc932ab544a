"""What was said then and now, question by question; once where it is the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.report.comparing.moves import Told
from chatbot.report.content.times import day
from chatbot.report.document.building import paragraph, quote
from chatbot.report.document.nodes import Block, Tone
from chatbot.report.theme.texts import Texts

THEN: Final = "progress.quote.then"
NOW: Final = "progress.quote.now"
_BOTH: Final = "progress.quote.both"
_NOTHING_THEN: Final = "progress.quote.then.nothing"
_NOTHING_NOW: Final = "progress.quote.now.nothing"


def quotes(then: Sequence[Told], now: Sequence[Told], texts: Texts, most: int = 0) -> Iterator[Block]:
    """The words of both.

    Args:
        most: how many questions are shown; how many more there are is said. 0 for all.
    """
    by_question: dict[str, tuple[list[Told], list[Told]]] = {}
    for told in then:
        by_question.setdefault(told.question, ([], []))[0].append(told)
    for told in now:
        by_question.setdefault(told.question, ([], []))[1].append(told)
    questions = list(by_question.values())
    for before, after in questions[:most] if most else questions:
        if [told.words for told in before] == [told.words for told in after]:
            yield from (_quote(_BOTH, told, texts, other) for told, other in zip(after, before, strict=True))
        else:
            yield from (_quote(THEN, told, texts) for told in before)
            yield from (_quote(NOW, told, texts) for told in after)
    for nothing, said in ((_NOTHING_THEN, then), (_NOTHING_NOW, now)):
        if not said:
            yield paragraph(texts(nothing), tone=Tone.MUTED)
    if most and len(questions) > most:
        yield paragraph(texts.counted("progress.quote.more", len(questions) - most), tone=Tone.MUTED)


def _quote(when: str, told: Told, texts: Texts, other: Told | None = None) -> Block:
    """What somebody said, with when in front of what was asked."""
    sources = [_by(one) for one in (other, told) if one]
    return quote(
        told.words,
        to=texts(when, ask=told.ask),
        by="; ".join(dict.fromkeys(sources)),
        chosen=not told.verbatim,
    )


def _by(told: Told) -> str:
    return ", ".join(part for part in (told.who, day(told.at)) if part)
