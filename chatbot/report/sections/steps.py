"""What to do next and what to find out, with room for who does it and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import Block, Column, Paragraph, Run, Section, Table, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.figures import Picture, figure
from chatbot.report.sections.listing import several
from chatbot.report.sections.setting import Setting


class _Task(Struct, frozen=True, kw_only=True):
    """Something that somebody has to do.

    Attributes:
        label: its number and what it is about, for the table.
        now: how that stands.
        says: what to do, for the list.
        why: what it is good for, in a sentence or two; may be empty.
    """

    label: str
    now: Run
    says: tuple[Run | str, ...]
    why: str


def next_steps(setting: Setting) -> Section | None:
    """All next steps in their order."""
    judged, texts = setting.content.judged, setting.texts
    if judged is None:
        return None
    title = setting.title("next_steps")
    if not judged.steps:
        return Section(id="next_steps", title=title, blocks=(paragraph(texts("next_steps.none")),))
    tasks = [
        _Task(
            label=texts("next_steps.numbered", number=number, title=step.finding.label),
            now=run(step.finding.standing),
            says=(run(texts("label.sentence", title=step.finding.label), strong=True), step.action),
            why=step.why,
        )
        for number, step in enumerate(judged.steps, start=1)
    ]
    columns = (
        Column(title=texts("next_steps.column_about"), share=5),
        Column(title=texts("next_steps.column_now"), share=2),
        Column(title=texts("next_steps.column_owner"), share=3, to_fill_in=True),
        Column(title=texts("next_steps.column_by"), share=2, to_fill_in=True),
    )
    blocks = (
        items(_listed(setting, tasks), numbered=True),
        _table(texts("next_steps.table"), columns, tasks),
    )
    return Section(id="next_steps", title=title, blocks=blocks)


def find_out(setting: Setting) -> Section | None:
    """Everything that is worth finding out, the most decisive first."""
    judged, texts = setting.content.judged, setting.texts
    if judged is None:
        return None
    title = setting.title("find_out")
    if not judged.find_out:
        return Section(id="find_out", title=title, blocks=(paragraph(texts("find_out.none")),))
    tasks = []
    for number, one in enumerate(judged.find_out, start=1):
        level, decides = one.finding.level, texts("find_out.decides", decides=one.decides)
        tasks.append(
            _Task(
                label=texts("find_out.numbered", number=number, title=one.finding.label),
                now=run(one.finding.standing, tone=tones.SIGNAL.get(level, Tone.PLAIN)),
                says=(run(one.says, strong=True),),
                why=f"{decides} {texts('find_out.not_asked')}" if level == "not_asked" else decides,
            )
        )
    columns = (
        Column(title=texts("find_out.column_about"), share=5),
        Column(title=texts("find_out.column_now"), share=2),
        Column(title=texts("find_out.column_whom"), share=3, to_fill_in=True),
        Column(title=texts("find_out.column_by"), share=2, to_fill_in=True),
    )
    blocks: tuple[Block, ...] = (
        *figure(setting, Picture.UNKNOWNS),
        items(_listed(setting, tasks), numbered=True),
        _table(texts("find_out.table"), columns, tasks),
    )
    return Section(id="find_out", title=title, blocks=blocks)


def _listed(setting: Setting, tasks: Sequence[_Task]) -> Iterator[Paragraph]:
    """Every task; what several in a row are good for is said once, with the first of them."""
    number = 0
    for why, group in groupby(tasks, key=lambda task: task.why):
        first, *others = group
        following = [str(number + 1 + place) for place, _ in enumerate(others, start=1)]
        number += 1 + len(others)
        yield paragraph(*first.says, why, _alike(setting, following) if why else "")
        yield from (paragraph(*task.says) for task in others)


def _alike(setting: Setting, numbers: Sequence[str]) -> str:
    """That the same goes for others, by their numbers; empty where there are none."""
    if not numbers:
        return ""
    which = several(setting.texts, numbers)
    if len(numbers) > 2:
        which = setting.texts("steps.range", first=numbers[0], last=numbers[-1])
    return setting.texts("steps.alike", numbers=which)


def _table(caption: str, columns: tuple[Column, ...], tasks: Sequence[_Task]) -> Table:
    """A row for each task; the columns after the first two are for a pen."""
    empty = ((),) * (len(columns) - 2)
    rows = tuple((text(task.label), (task.now,), *empty) for task in tasks)
    return Table(caption=caption, columns=columns, rows=rows)
