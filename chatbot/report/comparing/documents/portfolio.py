"""The tables of several initiatives: an initiative a row, so that a page holds a dozen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.framework.assessment import Decision
from chatbot.framework.terms import enumerated
from chatbot.report.comparing.conclusions import DECISION, ITEM, LAYER, REACHABLE, RECOMMENDED
from chatbot.report.comparing.portfolio import Initiative, SideBySideReport, Standing
from chatbot.report.document.building import items, paragraph, run, section, table, text
from chatbot.report.document.nodes import Block, Figure, Run, Section, Table, Text, Tone
from chatbot.report.theme.texts import Texts

_OWNER: Final = f"{ITEM}owner"
_TONES: Final = {
    "commit": Tone.GOOD,
    "conditional": Tone.CAUTION,
    "hold": Tone.STOP,
    "explicit": Tone.GOOD,
    "missing": Tone.CAUTION,
    "ready": Tone.GOOD,
    "developing": Tone.WATCH,
    "at_risk": Tone.CAUTION,
    "not_applicable": Tone.MUTED,
}


def first_page(several: SideBySideReport, texts: Texts, figures: Sequence[Figure]) -> Section:
    """Where they stand."""
    lead = paragraph(run(_headline(several, texts), strong=True), tone=Tone.LEAD)
    blocks: list[Block] = [lead, paragraph(_bottleneck(several, texts))]
    blocks += figures
    blocks += [_stands(several, texts)]
    layers = section("layers", texts("side_by_side.layers"), [_layers(several, texts)])
    return section("first_page", texts("side_by_side.first_page"), blocks, [layers], own_page=True)


def each_section(several: SideBySideReport, texts: Texts) -> Section:
    """Each initiative's headline, what to stop for, and its next step."""
    entries = [tuple(_each(one, texts)) for one in several.initiatives]
    return section("each", texts("side_by_side.each"), [items(entries)])


def _headline(several: SideBySideReport, texts: Texts) -> str:
    """To how many the answer to whether to commit is what."""
    decisions = Counter(_value(one, DECISION) or "open" for one in several.initiatives)
    order = (Decision.COMMIT, Decision.CONDITIONAL, Decision.HOLD, "open")
    parts = [
        texts.named("side_by_side.headline", which, count=decisions[which])
        for which in order
        if decisions[which]
    ]
    return texts("side_by_side.headline", parts=enumerated(parts))


def _bottleneck(several: SideBySideReport, texts: Texts) -> str:
    """What most of them wait for."""
    every = (*several.signals, *several.groups)
    if not every:
        return texts("side_by_side.bottleneck.none")
    moving = [
        (sum(bool(effect.recommended) for effect in one.effects), one)
        for one in every
        if any(effect.recommended or effect.decision for effect in one.effects)
    ]
    if moving:
        most = max(count for count, _ in moving)
        models, one = next((count, one) for count, one in moving if count == most)
        decisions = sum(bool(effect.decision) for effect in one.effects)
        which = "both" if models and decisions else "models" if models else "decisions"
        return texts.named(
            "side_by_side.bottleneck",
            which,
            what=f'"{one.title}"',
            count=len(one.effects),
            models=models,
            decisions=decisions,
        )
    widest = max(several.signals or several.groups, key=lambda one: len(one.effects))
    what = f'"{widest.title}"'
    return texts("side_by_side.bottleneck.some", what=what, count=len(widest.effects))


def _stands(several: SideBySideReport, texts: Texts) -> Table:
    columns = [
        (texts("side_by_side.column.initiative"), 17),
        (texts("side_by_side.column.aim"), 17),
        (texts("side_by_side.column.now"), 17),
        (texts("side_by_side.column.reachable"), 17),
        (texts("side_by_side.column.decision"), 14),
        (texts("side_by_side.column.owner"), 12),
        (texts("side_by_side.column.stops"), 10),
    ]
    rows = (_row(one, texts) for one in several.initiatives)
    return table(texts("side_by_side.stands.caption"), columns, rows)


def _row(one: Initiative, texts: Texts) -> tuple[Text, ...]:
    decision = _standing(one, DECISION)
    says = texts.named("side_by_side.decision", decision.value) if decision else ""
    return (
        text(one.label),
        text(one.interviewed.ambition or texts("side_by_side.not_known")),
        _cell(_standing(one, RECOMMENDED), texts),
        _cell(_standing(one, REACHABLE), texts),
        _cell(decision, texts, says),
        _cell(_standing(one, _OWNER), texts),
        text(_stops(one, texts)),
    )


def _stops(one: Initiative, texts: Texts) -> str:
    if not one.judged:
        return texts("side_by_side.not_concluded")
    if one.possible_stops:
        possible = len(one.possible_stops)
        return texts("side_by_side.stops.possible", count=len(one.stops), possible=possible)
    return texts("side_by_side.stops", count=len(one.stops))


def _layers(several: SideBySideReport, texts: Texts) -> Table:
    titles = {stands.id: stands.title for one in several.initiatives for stands in _of_layers(one)}
    columns = [(texts("side_by_side.column.initiative"), 4), *((title, 3) for title in titles.values())]
    rows = (
        (text(one.label), *(_cell(_standing(one, id), texts) for id in titles)) for one in several.initiatives
    )
    return table(texts("side_by_side.layers.caption"), columns, rows)


def _cell(stands: Standing | None, texts: Texts, says: str = "") -> Text:
    if stands is None:
        return (run(texts("side_by_side.not_concluded"), tone=Tone.MUTED),)
    open_still = stands.id.startswith((LAYER, ITEM)) and stands.value not in _TONES
    return (run(says or stands.says, tone=Tone.OPEN if open_still else _TONES.get(stands.value, Tone.PLAIN)),)


def _of_layers(one: Initiative) -> Iterator[Standing]:
    return (stands for stands in one.standings if stands.id.startswith(LAYER))


def _standing(one: Initiative, id: str) -> Standing | None:
    return next((stands for stands in one.standings if stands.id == id), None)


def _value(one: Initiative, id: str) -> str:
    stands = _standing(one, id)
    return stands.value if stands else ""


def _each(one: Initiative, texts: Texts) -> Iterator[Block]:
    said: list[str | Run] = [run(f"{one.label}.", strong=True)]
    said.append(one.headline or one.interviewed.contradiction or texts("side_by_side.not_concluded"))
    yield paragraph(*said)
    if one.stops:
        yield paragraph(texts("side_by_side.each.stops", warnings="; ".join(one.stops)))
    if one.possible_stops:
        yield paragraph(texts("side_by_side.each.possible_stops", warnings="; ".join(one.possible_stops)))
    if one.steps:
        yield paragraph(texts("side_by_side.each.next", step=one.steps[0].action), one.steps[0].why)
