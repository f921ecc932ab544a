"""Readiness by layer: how each stands, and what of it is settled."""

from __future__ import annotations

from chatbot.report.content.judged import Finding, Judged, Layer
from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import Block, Column, Paragraph, Run, Section, Table, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.figures import Picture, figure
from chatbot.report.sections.setting import Setting


def readiness(setting: Setting) -> Section | None:
    """Picture, and every layer with its signals."""
    judged = setting.content.judged
    if judged is None:
        return None
    layers = tuple(_layer(setting, layer) for layer in judged.layers)
    return _section(setting, judged, "readiness", layers)


def readiness_in_short(setting: Setting) -> Section | None:
    """Picture and table alone."""
    judged = setting.content.judged
    return _section(setting, judged, "readiness_in_short", ()) if judged else None


def _section(setting: Setting, judged: Judged, id: str, layers: tuple[Section, ...]) -> Section:
    blocks: tuple[Block, ...] = figure(setting, Picture.READINESS)
    if not layers:  # they say as much as the table, and more
        blocks = (*blocks, _table(setting, judged))
    return Section(id=id, title=setting.title(id), blocks=blocks, sections=layers)


def _table(setting: Setting, judged: Judged) -> Table:
    texts = setting.texts
    return Table(
        caption=texts("readiness.table"),
        columns=(
            Column(title=texts("readiness.column_layer"), share=3),
            Column(title=texts("readiness.column_standing"), share=3),
            Column(title=texts("readiness.column_settled"), share=2),
            Column(title=texts("readiness.column_sign"), share=2),
        ),
        rows=tuple(
            (
                text(layer.title),
                (_standing(layer),),
                text(_settled(setting, layer)),
                (run(layer.sign.standing, tone=tones.SIGN.get(layer.sign.level, Tone.PLAIN)),),
            )
            for layer in judged.layers
        ),
    )


def _standing(layer: Layer) -> Run:
    return run(layer.says, strong=True, tone=tones.STANDING.get(layer.standing, Tone.PLAIN))


def _settled(setting: Setting, layer: Layer) -> str:
    judged = [one for one in layer.signals if one.level != "not_applicable"]
    settled = [one for one in judged if one.level == "established"]
    return setting.texts("readiness.settled", count=len(settled), of=len(judged))


def _layer(setting: Setting, layer: Layer) -> Section:
    texts = setting.texts
    sign = run(layer.sign.standing, strong=True, tone=tones.SIGN.get(layer.sign.level, Tone.PLAIN))
    return Section(
        id=f"readiness_{layer.id}",
        title=texts("readiness.layer", layer=layer.title, standing=layer.says),
        blocks=(
            paragraph(layer.about),
            items(
                [
                    *(_signal(setting, signal) for signal in layer.signals),
                    Paragraph(texts.runs("readiness.sign", fact=text(layer.sign.within), standing=(sign,))),
                ]
            ),
        ),
    )


def _signal(setting: Setting, signal: Finding) -> Paragraph:
    standing = run(signal.standing, strong=True, tone=tones.SIGNAL.get(signal.level, Tone.PLAIN))
    said = setting.texts.runs("label.standing", fact=text(signal.label), standing=(standing,))
    if signal.reason:
        said = (*said, Run(" "), *text(setting.texts("readiness.reason", reason=signal.reason)))
    return Paragraph(said)
