"""What working on the recommended value model looks like, in general and in the sector of the lens."""

from __future__ import annotations

from chatbot.report.document.building import items, paragraph, run
from chatbot.report.document.nodes import Block, Section, Tone
from chatbot.report.sections.setting import Setting


def work(setting: Setting) -> Section | None:
    """What the value model brings, first steps of the work on it, and what it is in this sector."""
    content, texts = setting.content, setting.texts
    if content.judged is None:
        return None
    doing = content.judged.work
    blocks: list[Block] = [paragraph(doing.delivers)]
    if doing.here:
        title = texts("work.here", lens=doing.lens)
        blocks.append(paragraph(run(title, strong=True), doing.here))
    elif doing.lens:
        blocks.append(paragraph(texts("work.not_here", lens=doing.lens), tone=Tone.MUTED))
    blocks.append(items([paragraph(step) for step in doing.steps]))
    blocks.append(paragraph(run(texts("work.measure"), strong=True), doing.measure))
    if doing.example:
        title = texts("work.example", lens=doing.lens)
        blocks.append(paragraph(run(title, strong=True), doing.example))
    if not doing.lens and content.initiative.sector:
        blocks.append(paragraph(texts("work.no_lens"), tone=Tone.MUTED))
    return Section(id="work", title=setting.title("work", model=doing.within), blocks=tuple(blocks))
