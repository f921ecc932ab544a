"""The page that a director reads, and its beginning alone for the team."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.report.content.contents import Progress
from chatbot.report.content.judged import Judged, RaisedText
from chatbot.report.document.nodes import Block, Paragraph, Section, Tone
from chatbot.report.sections.building import items, paragraph, run, text
from chatbot.report.sections.deciding import nothing_concluded, what_to_work_on, whether_to_commit
from chatbot.report.sections.figures import Picture, figure
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
    judged, sections = content.judged, list[Section]()
    blocks: tuple[Block, ...] = (paragraph(setting.texts("deciding.nothing")),)
    if content.contradiction:
        blocks = nothing_concluded(setting, content.contradiction)
    elif judged:
        blocks = what_to_work_on(setting, judged)
        sections.append(whether_to_commit(setting, judged, f"{id}_decision"))
        if whole:
            blocks += figure(setting, Picture.LADDER)
            sections += [*_warnings(setting, judged), *_steps(setting, judged)]
    title = setting.title(id)
    if content.progress is not Progress.FINISHED:
        title = setting.texts("first_page.so_far", title=title)
    return Section(id=id, title=title, blocks=blocks, sections=tuple(sections), own_page=whole)


def _warnings(setting: Setting, judged: Judged) -> Iterator[Section]:
    every = judged.warnings
    if not every:
        return
    blocks: list[Block] = [items([_warning(setting, one) for one in every[:MOST]], numbered=True)]
    if len(every) > MOST and setting.has("warnings"):
        where = setting.title("warnings")
        blocks.append(_elsewhere(setting.texts("first_page.all_warnings", count=len(every), section=where)))
    yield Section(id="first_page_warnings", title=setting.title("first_page_warnings"), blocks=tuple(blocks))


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
    blocks: list[Block] = [items([paragraph(step.action) for step in shown], numbered=True)]
    if len(every) > MOST and setting.has("next_steps"):
        where = setting.title("next_steps")
        blocks.append(_elsewhere(setting.texts("first_page.all_steps", count=len(every), section=where)))
    title = setting.texts.counted("first_page.next_steps", len(shown))
    yield Section(id="first_page_steps", title=title, blocks=tuple(blocks))


def _elsewhere(where: str) -> Paragraph:
    return paragraph(where, tone=Tone.MUTED)
