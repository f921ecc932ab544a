"""What several initiatives have in common: what is not settled, and what settling it would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.conclusions import ITEM, LAYER, REACHABLE, WARNING
from chatbot.report.comparing.portfolio import Effect, Shared, SideBySideReport
from chatbot.report.document.building import paragraph, run, section, table, text
from chatbot.report.document.nodes import Block, Section, Table, Text, Tone
from chatbot.report.theme.texts import Texts

_MOST: Final = 12
_NAMES: Final = 4
_KINDS: Final = {"reachable": REACHABLE, "layer": LAYER, "item": ITEM, "warning": WARNING}
"""What else may move, as far as a reader cares which, by how its ids begin."""


def shared_section(several: SideBySideReport, texts: Texts) -> Section:
    """Single points, and whole layers and gates."""
    names = {one.interviewed.interview: one.label for one in several.initiatives}
    inner = []
    if several.signals:
        caption = texts("side_by_side.signals.caption")
        shown, rest = several.signals[:_MOST], len(several.signals) - _MOST
        blocks: list[Block] = [_table(shown, caption, names, texts)]
        if rest > 0:
            blocks.append(paragraph(texts.counted("side_by_side.signals.more", rest), tone=Tone.MUTED))
        inner.append(section("shared_signals", texts("side_by_side.signals"), blocks))
    if several.groups:
        caption = texts("side_by_side.groups.caption")
        rows = [_table(several.groups, caption, names, texts)]
        inner.append(section("shared_groups", texts("side_by_side.groups"), rows))
    about = "side_by_side.shared.about" if inner else "side_by_side.shared.none"
    return section("shared", texts("side_by_side.shared"), [paragraph(texts(about))], inner)


def _table(shared: Sequence[Shared], caption: str, names: dict[str, str], texts: Texts) -> Table:
    columns = [
        (texts("side_by_side.column.signal"), 3),
        (texts("side_by_side.column.where"), 4),
        (texts("side_by_side.column.effect"), 5),
    ]
    return table(caption, columns, (_row(one, names, texts) for one in shared))


def _row(shared: Shared, names: dict[str, str], texts: Texts) -> tuple[Text, ...]:
    told = list(_effects(shared.effects, names, texts))
    says = "; ".join(told) if told else texts("side_by_side.effect.nothing")
    where = texts(
        "side_by_side.where.of",
        count=len(shared.effects),
        total=len(names),
        names=enumerated([names[one.interview] for one in shared.effects], most=_NAMES),
    )
    unclear = sum(not one.lacking for one in shared.effects)
    if unclear:
        where = f"{where} ({texts('side_by_side.where.unclear', count=unclear)})"
    return (text(shared.title), text(where), (run(says, tone=Tone.PLAIN if told else Tone.MUTED),))


def _effects(effects: Sequence[Effect], names: dict[str, str], texts: Texts) -> Iterator[str]:
    """Where it changes what to work on or whether to commit, by name; of the rest, in how many."""
    models: dict[str, list[str]] = {}
    decisions: dict[str, list[str]] = {}
    for one in effects:
        if one.recommended:
            models.setdefault(one.recommended_says, []).append(names[one.interview])
        if one.decision:
            decisions.setdefault(one.decision, []).append(names[one.interview])
    for model, where in models.items():
        named = enumerated(where, most=_NAMES)
        yield texts.counted("side_by_side.effect.model", len(where), model=model, names=named)
    for decision, where in decisions.items():
        named = enumerated(where, most=_NAMES)
        says = texts.named("side_by_side.decision", decision)
        yield texts.counted("side_by_side.effect.decision", len(where), decision=says, names=named)
    for kind, prefix in _KINDS.items():
        count = sum(any(id.startswith(prefix) for id in one.moves) for one in effects)
        if count:
            yield texts.named("side_by_side.effect", kind, count=count)
