"""What to do next and what to find out, with room for who does it and by when."""

from __future__ import annotations

from chatbot.report.content.judged import Step, ToFindOut
from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import Block, Column, Paragraph, Section, Table, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.figures import Picture, figure
from chatbot.report.sections.setting import Setting


def next_steps(setting: Setting) -> Section | None:
    """All next steps in their order."""
    judged, texts = setting.content.judged, setting.texts
    if judged is None:
        return None
    blocks: tuple[Block, ...] = (paragraph(texts("next_steps.none")),)
    if judged.steps:
        table = Table(
            caption=texts("next_steps.table"),
            columns=(
                Column(title=texts("next_steps.column_about"), share=5),
                Column(title=texts("next_steps.column_now"), share=2),
                Column(title=texts("next_steps.column_owner"), share=3, to_fill_in=True),
                Column(title=texts("next_steps.column_by"), share=2, to_fill_in=True),
            ),
            rows=tuple(
                (
                    text(texts("next_steps.numbered", number=number, title=step.finding.label)),
                    (run(step.finding.standing),),
                    (),
                    (),
                )
                for number, step in enumerate(judged.steps, start=1)
            ),
        )
        blocks = (items([_step(setting, step) for step in judged.steps], numbered=True), table)
    return Section(id="next_steps", title=setting.title("next_steps"), blocks=blocks)


def find_out(setting: Setting) -> Section | None:
    """Everything that is worth finding out, the most decisive first."""
    judged, texts = setting.content.judged, setting.texts
    if judged is None:
        return None
    blocks: tuple[Block, ...] = (paragraph(texts("find_out.none")),)
    if judged.find_out:
        table = Table(
            caption=texts("find_out.table"),
            columns=(
                Column(title=texts("find_out.column_about"), share=5),
                Column(title=texts("find_out.column_now"), share=2),
                Column(title=texts("find_out.column_whom"), share=3, to_fill_in=True),
                Column(title=texts("find_out.column_by"), share=2, to_fill_in=True),
            ),
            rows=tuple(
                (
                    text(texts("find_out.numbered", number=number, title=one.finding.label)),
                    (run(one.finding.standing, tone=tones.SIGNAL.get(one.finding.level, Tone.PLAIN)),),
                    (),
                    (),
                )
                for number, one in enumerate(judged.find_out, start=1)
            ),
        )
        blocks = (
            *figure(setting, Picture.UNKNOWNS),
            items([_unknown(setting, one) for one in judged.find_out], numbered=True),
            table,
        )
    return Section(id="find_out", title=setting.title("find_out"), blocks=blocks)


def _step(setting: Setting, step: Step) -> Paragraph:
    title = run(setting.texts("label.sentence", title=step.finding.label), strong=True)
    return paragraph(title, step.action, step.why)


def _unknown(setting: Setting, one: ToFindOut) -> Paragraph:
    texts = setting.texts
    not_asked = texts("find_out.not_asked") if one.finding.level == "not_asked" else ""
    return paragraph(run(one.says, strong=True), texts("find_out.decides", decides=one.decides), not_asked)
