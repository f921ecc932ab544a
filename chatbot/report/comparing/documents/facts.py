"""Every answer that changed: from what to what, in whose words, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from msgspec.structs import replace

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.documents.quoting import quotes
from chatbot.report.comparing.documents.telling import Telling
from chatbot.report.comparing.moves import Change, FactChange, Stated, Told
from chatbot.report.document.building import paragraph, section, table, text
from chatbot.report.document.nodes import Block, Section, Text, Tone

_ORDER: Final = (Change.BETTER, Change.WORSE, Change.KNOWN, Change.UNKNOWN, Change.OTHER)

_Asked: TypeAlias = tuple[str, str]


def facts_section(telling: Telling) -> Iterator[Section]:
    """By which way they changed; each answer once, with the words that it was given in."""
    progress, texts = telling.progress, telling.texts
    inner = []
    for way in _ORDER:
        found = [one for one in progress.facts if one.change is way]
        if found:
            blocks = tuple(_blocks(telling, found))
            inner.append(section(f"facts_{way}", texts.named("progress.facts", way), blocks))
    if inner:
        yield section("facts", texts("progress.facts"), (), inner)


def _blocks(telling: Telling, changes: Sequence[FactChange]) -> Iterator[Block]:
    """What was answered to the same two questions stands together."""
    groups: dict[_Asked, list[FactChange]] = {}
    for change in changes:
        groups.setdefault((_key(change.before.told), _key(change.after.told)), []).append(change)
    texts = telling.texts
    columns = (
        (texts("progress.column.fact"), 5),
        (texts("progress.column.then"), 3),
        (texts("progress.column.now"), 3),
    )
    for group in groups.values():
        rows = (_row(telling, one) for one in group)
        yield table(texts("progress.facts.caption"), columns, rows)
        then = _words([one.before.told for one in group])
        yield from quotes(then, _words([one.after.told for one in group]), texts)
        unjudged = [one.within for one in group if one.fact in telling.progress.rules.left_out]
        if unjudged:
            said = texts("progress.facts.not_judged", facts=enumerated(unjudged))
            yield paragraph(said, tone=Tone.MUTED)


def _row(telling: Telling, change: FactChange) -> tuple[Text, ...]:
    return (
        text(change.label),
        text(_stated(telling, change.before)),
        text(_stated(telling, change.after)),
    )


def _stated(telling: Telling, stated: Stated) -> str:
    why = stated.reason
    if stated.not_asked:
        why = telling.texts.named("progress.not_asked", stated.not_asked)
    return f"{stated.standing}: {why}" if why else stated.standing


def _words(told: Sequence[Told | None]) -> list[Told]:
    """The words once; what was chosen for several facts in one go stands together."""
    said = list(dict.fromkeys(one for one in told if one))
    chosen = [one for one in said if not one.verbatim]
    if len(chosen) > 1:
        together = replace(chosen[0], words="; ".join(dict.fromkeys(one.words for one in chosen)))
        return [*(one for one in said if one.verbatim), together]
    return said


def _key(told: Told | None) -> str:
    """What was said to one question in one go, whatever facts it is about."""
    return f"{told.question} {told.words if told.verbatim else ''}" if told else ""
