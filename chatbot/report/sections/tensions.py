"""Answers that do not fit together at first sight, with what was said to explain them."""

from __future__ import annotations

from chatbot.report.content.tensions import TensionText
from chatbot.report.content.times import moment
from chatbot.report.document.building import items, paragraph, quote, run, text
from chatbot.report.document.nodes import Block, Paragraph, Section
from chatbot.report.sections.setting import Setting


def tensions(setting: Setting) -> Section | None:
    """Every one of them; nothing where there is none."""
    every = setting.content.tensions
    if not every:
        return None
    return Section(
        id="tensions",
        title=setting.title("tensions"),
        blocks=(paragraph(setting.texts("tensions.intro")),),
        sections=tuple(_tension(setting, number, one) for number, one in enumerate(every, start=1)),
    )


def _tension(setting: Setting, number: int, tension: TensionText) -> Section:
    texts = setting.texts
    between = [
        Paragraph(
            texts.runs("label.standing", fact=text(one.label), standing=(run(one.standing, strong=True),))
        )
        for one in tension.between
    ]
    said: list[Block] = [
        quote(one.text, by=texts("notes.by", who=one.who, at=moment(one.at)))
        for one in tension.explanations
        if not one.declined
    ]
    if not tension.explained:
        asked = bool(tension.explanations)
        open_still = texts("tensions.left_open") if asked else texts("tensions.not_explained")
        said.append(paragraph(run(open_still, strong=True), tension.ask))
    return Section(
        id=f"tension_{tension.id}",
        title=texts("tensions.numbered", number=number, title=tension.title),
        blocks=(items(between), paragraph(tension.reason, tension.reading), *said),
    )
