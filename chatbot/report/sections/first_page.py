"""The page that a director reads, and its beginning alone for the team."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from chatbot.report.content.contents import Progress
from chatbot.report.content.judged import Judged, RaisedText
from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import Block, Paragraph, Section, Tone
from chatbot.report.sections.deciding import are_cut, nothing_concluded, what_to_work_on, whether_to_commit
from chatbot.report.sections.figures import Picture, figure
from chatbot.report.sections.listing import several
from chatbot.report.sections.setting import Setting
from chatbot.report.sections.warnings import grade

MOST: Final = 3
"""How many warnings and steps a director reads."""


def first_page(setting: Setting) -> Section:
    """What to work on, whether to commit, what to be warned about and what to do next, on one page."""
    return _page(setting, "first_page", whole=True)


def advice_in_short(setting: Setting) -> Section:
    """What to work on and whether to commit, for those who know why."""
    return _page(setting, "advice_in_short", whole=False)


def _page(setting: Setting, id: str, *, whole: bool) -> Section:
    content = setting.content
    judged, sections = content.judged, tuple[Section, ...]()
    blocks: tuple[Block, ...] = (paragraph(setting.texts("deciding.nothing")),)
    if content.contradiction:
        blocks = nothing_concluded(setting, content.contradiction)
    elif judged:
        blocks = what_to_work_on(setting, judged)
        sections = (whether_to_commit(setting, judged, f"{id}_decision"),)
        if whole:
            blocks += figure(setting, Picture.LADDER_IN_SHORT)
            sections += (*_warnings(setting, judged), *_steps(setting, judged), *_find_out(setting, judged))
        sections = _with_the_rest(setting, judged, sections)
    title = setting.title(id)
    if content.progress is not Progress.FINISHED:
        title = setting.texts("first_page.so_far", title=title)
    return Section(id=id, title=title, blocks=blocks, sections=sections, own_page=whole)


def _warnings(setting: Setting, judged: Judged) -> Iterator[Section]:
    every = judged.warnings
    if not every:
        return
    blocks = (items([_warning(setting, one) for one in every[:MOST]], numbered=True),)
    yield Section(id="first_page_warnings", title=setting.title("first_page_warnings"), blocks=blocks)


def _warning(setting: Setting, warning: RaisedText) -> Paragraph:
    """The danger in a sentence, and in another one what to do about it."""
    cause = warning.cause
    if warning.certainty == "possible":
        cause = setting.texts("warnings.if_so", cause=cause)
    return Paragraph(
        setting.texts.runs(
            "warnings.in_short",
            title=(run(warning.title, strong=True),),
            grade=(grade(setting, warning),),
            cause=text(cause),
            action=text(warning.action),
        )
    )


def _steps(setting: Setting, judged: Judged) -> Iterator[Section]:
    every = judged.steps
    if not every:
        return
    shown = every[:MOST]
    blocks = (items([paragraph(step.action) for step in shown], numbered=True),)
    title = setting.texts.counted("first_page.next_steps", len(shown))
    yield Section(id="first_page_steps", title=title, blocks=blocks)


def _find_out(setting: Setting, judged: Judged) -> Iterator[Section]:
    """Where there are few steps, the next thing to do is to find something out."""
    shown = judged.find_out[: max(MOST - len(judged.steps), 0)]
    if not shown:
        return
    blocks = (items([paragraph(one.says) for one in shown], numbered=True),)
    yield Section(id="first_page_find_out", title=setting.title("first_page_find_out"), blocks=blocks)


def _with_the_rest(setting: Setting, judged: Judged, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, the last of them with where to find what there was no room for."""
    texts = setting.texts
    there = [
        texts("first_page.rest", count=len(every), section=setting.title(id))
        for id, every in (
            ("conditions", judged.decision.conditions if are_cut(judged.decision) else ()),
            ("warnings", judged.warnings if len(judged.warnings) > MOST else ()),
            ("next_steps", judged.steps if len(judged.steps) > MOST else ()),
            ("find_out", judged.find_out),
        )
        if every and setting.has(id)
    ]
    if not there:
        return sections
    *before, last = sections
    rest = paragraph(texts("first_page.in_full", sections=several(texts, there)), tone=Tone.MUTED)
    return (*before, replace(last, blocks=(*last.blocks, rest)))
