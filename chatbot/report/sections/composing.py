"""A whole document: the sections that the outline of its audience names, under a title with what to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from chatbot.errors import UsageError
from chatbot.report.content.contents import Content, Progress
from chatbot.report.content.times import day, is_day
from chatbot.report.document.building import excerpt, text
from chatbot.report.document.nodes import Document, Section, Text
from chatbot.report.document.signs import on_one_line
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.noted import MOST_NAME, about, took_part
from chatbot.report.sections.redacted import redacted_notice
from chatbot.report.sections.registry import SECTIONS, TRANSCRIPT
from chatbot.report.sections.setting import Setting
from chatbot.report.theme.texts import Texts
from chatbot.report.theme.theme import Theme

_SECTOR: Final = 60
"""How many characters of a sector in somebody's own words stand under the title."""


def document_of(
    content: Content,
    audience: Audience,
    theme: Theme,
    *,
    with_transcript: bool = True,
    notices: Sequence[str] = (),
    for_phones: bool = False,
) -> Document:
    """The document of a report; the same arguments always give the same one.

    Args:
        with_transcript: whether the outline's transcript is to be there; where not, a notice says so.
        notices: what else a reader has to know first, in plain sentences.
        for_phones: pictures are drawn for narrow screens as well, which few formats have a use for.

    Raises:
        UsageError: the outline names a section that there is not.
    """
    outline = tuple(theme.outline[audience])
    unknown = [id for id in outline if id not in SECTIONS]
    if unknown:
        raise UsageError(
            f"The outline for {audience} names {unknown[0]}, and there is no such section.",
            todo=f"Use {', '.join(SECTIONS)}.",
        )
    left_out = TRANSCRIPT in outline and not with_transcript
    setting = Setting(
        content=content,
        texts=Texts(theme.texts),
        colours=theme.colours,
        audience=audience,
        for_phones=for_phones,
        outline=tuple(id for id in outline if id != TRANSCRIPT or with_transcript),
    )
    name, last = _name(setting), content.provenance.last
    return Document(
        title=setting.texts("document.title", name=name),
        lead=tuple(_lead(setting)),
        about=about(setting),
        notices=tuple(_notices(setting, left_out, notices)),
        sections=tuple(_sections(setting)),
        language=setting.texts("document.language"),
        author=on_one_line(", ".join(content.provenance.participants)),
        at=last if not is_day(last) else f"{last}T00:00:00+00:00",
        footer=name,
    )


def _sections(setting: Setting) -> Iterator[Section]:
    """What follows a page of its own begins on a new one, and so does the transcript.

    The advice before it can then be handed on without it; typst also lays out the two at the same time.
    """
    before: Section | None = None
    for id in setting.outline:
        section = SECTIONS[id](setting)
        if section is not None:
            begins = before is not None and (before.own_page or id == TRANSCRIPT)
            yield replace(section, own_page=True) if begins else section
            before = section


def _name(setting: Setting) -> str:
    initiative = setting.content.initiative
    return excerpt(initiative.name, MOST_NAME) if initiative.title else setting.texts("document.unnamed")


def _lead(setting: Setting) -> Iterator[tuple[str, str]]:
    content, texts = setting.content, setting.texts
    if content.initiative.ambition:
        yield texts("document.aim"), content.initiative.ambition
    if content.initiative.sector:
        yield texts("document.sector"), excerpt(content.initiative.sector, _SECTOR)
    dialog, on = content.provenance.dialog.title, day(content.provenance.last)
    if content.progress is Progress.FINISHED:
        yield texts("document.interview"), texts("document.finished", dialog=dialog, day=on)
    else:
        yield texts("document.interview"), texts("document.unfinished", dialog=dialog, day=on)
    if people := took_part(setting):
        yield texts("document.took_part"), people


def _notices(setting: Setting, without_transcript: bool, others: Sequence[str]) -> Iterator[Text]:
    content, texts = setting.content, setting.texts
    if content.contradiction:
        yield text(texts("notice.contradiction"))
    elif content.progress is Progress.UNFINISHED and content.waiting:
        yield text(texts.counted("notice.unfinished", content.waiting))
    elif content.progress is Progress.UNFINISHED:
        yield text(texts("notice.not_closed"))
    if content.left_out:
        yield text(content.left_out.says)
    if without_transcript:
        yield text(texts("notice.without_transcript"))
    if content.room and content.room.unattributed:
        yield text(texts("notice.unattributed"))
    if content.redacted is not None:
        yield redacted_notice(content.redacted, texts)
    yield from (text(said) for said in others)
