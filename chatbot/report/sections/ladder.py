"""The ladder of value models: how far each is within reach, and what its gate still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.assessment import NOT_ASKED
from chatbot.report.content.judged import FloorText, Judged, Rung
from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import Block, Column, Paragraph, Section, Table, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.figures import Picture, figure
from chatbot.report.sections.listing import several, standings
from chatbot.report.sections.setting import Setting


def ladder(setting: Setting) -> Section | None:
    """The value models in their order, with their gates and with what they stand on."""
    judged = setting.content.judged
    if judged is None:
        return None
    gates = [_gate(setting, rung) for rung in judged.ladder if rung.reach != "not_applicable"]
    return Section(
        id="ladder",
        title=setting.title("ladder"),
        blocks=(
            paragraph(setting.texts("ladder.intro")),
            *figure(setting, Picture.LADDER),
            _table(setting, judged),
            items(gates),
        ),
    )


def _table(setting: Setting, judged: Judged) -> Table:
    texts = setting.texts
    return Table(
        caption=texts("ladder.table"),
        columns=(
            Column(title=texts("ladder.column_model"), share=4),
            Column(title=texts("ladder.column_reach"), share=4),
            Column(title=texts("ladder.column_gate"), share=2),
            Column(title=texts("ladder.column_role"), share=3),
        ),
        rows=tuple(
            (
                text(texts("ladder.numbered", number=number, title=rung.title)),
                (run(rung.reach_says, tone=tones.REACH.get(rung.reach, Tone.PLAIN)),),
                (run(rung.gate_says, tone=tones.GATE.get(rung.standing, Tone.PLAIN)),),
                text(run(rung.role, strong=True)),
            )
            for number, rung in enumerate(judged.ladder, start=1)
        ),
    )


def _gate(setting: Setting, rung: Rung) -> tuple[Block, ...]:
    texts = setting.texts
    says = [rung.gate]
    if rung.unmet:
        says.append(texts("ladder.unmet", facts=standings(texts, rung.unmet)))
    if rung.unknown:
        says.extend(_unknown(setting, rung))
    title = run(texts("ladder.gate", model=rung.title, standing=rung.gate_says), strong=True)
    floors = [*_layers(setting, rung), *(_floor(setting, floor) for floor in _others(rung))]
    return (paragraph(title, *says), *([items(floors)] if floors else []))


def _unknown(setting: Setting, rung: Rung) -> Iterator[str]:
    """What is not known, apart from what nobody was asked."""
    texts = setting.texts
    asked = [one.within for one in rung.unknown if one.level != NOT_ASKED]
    others = [one.within for one in rung.unknown if one.level == NOT_ASKED]
    if asked:
        yield texts("ladder.unknown", facts=several(texts, asked))
    if others:
        yield texts("ladder.not_asked", facts=several(texts, others))


def _layers(setting: Setting, rung: Rung) -> Iterator[Paragraph]:
    """The layers that have to be ready, where several are not, or may not be: each group in one sentence."""
    texts = setting.texts
    for truth in ("fails", "open"):
        layers = _together(rung, truth)
        if layers:
            named = several(texts, layers)
            yield paragraph(texts.named("ladder.layers", truth, model=rung.title, layers=named))


def _others(rung: Rung) -> list[FloorText]:
    """What does not hold, or may not, besides the layers that are named together."""
    unmet = [floor for floor in rung.floors if floor.truth != "holds"]
    return [floor for floor in unmet if floor.layer not in _together(rung, floor.truth)]


def _together(rung: Rung, truth: str) -> list[str]:
    layers = [floor.layer for floor in rung.floors if floor.layer and floor.truth == truth]
    return layers if len(layers) > 1 else []


def _floor(setting: Setting, floor: FloorText) -> Paragraph:
    return paragraph(floor.says, setting.texts.named("floor", floor.truth))
