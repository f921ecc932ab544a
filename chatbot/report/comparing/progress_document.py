"""The document about what moved between two interviews."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.data import Interviewed, ProgressReport
from chatbot.report.comparing.documents.facts import facts_section
from chatbot.report.comparing.documents.in_short import first_page
from chatbot.report.comparing.documents.moved import moved_sections, unmoved_section
from chatbot.report.comparing.documents.notices import progress_notices
from chatbot.report.comparing.documents.origin import boundary_section, origin_section, rules_table
from chatbot.report.comparing.documents.telling import Telling, day_of, told_apart
from chatbot.report.comparing.documents.warned import warnings_section
from chatbot.report.comparing.order import latest
from chatbot.report.content.redaction import given_in
from chatbot.report.document.building import paragraph, section, smaller
from chatbot.report.document.nodes import Block, Document, Figure, Section
from chatbot.report.document.signs import on_one_line
from chatbot.report.theme.texts import Texts


def progress_document(progress: ProgressReport, texts: Texts, *, figure: Figure | None = None) -> Document:
    """The whole document; the same comparison always makes the same one.

    Args:
        texts: the fixed texts.
        figure: a picture of what moved, which is too tall for the first page.
    """
    telling = Telling(progress, texts)
    before, after = progress.before, progress.after
    then, now = told_apart(before, after), told_apart(after, before)
    names = dict.fromkeys((*before.participants, *after.participants))
    return Document(
        title=texts("progress.title", name=after.name),
        lead=tuple(_lead(progress, texts)),
        notices=progress_notices(progress, texts),
        sections=(first_page(telling), *_picture(figure, texts), *_rest(telling)),
        author=on_one_line(", ".join(name for name in names if name)),
        at=latest([before.last, after.last]),
        footer=texts("progress.footer", name=after.name, before=then, after=now),
    )


def _lead(progress: ProgressReport, texts: Texts) -> Iterator[tuple[str, str]]:
    before, after = progress.before, progress.after
    for name, one, other in (("then", before, after), ("now", after, before)):
        yield texts.named("progress.lead", name), told_apart(one, other)
    then, now, unknown = before.ambition, after.ambition, texts("side_by_side.not_known")
    if then or now:
        both = texts("progress.lead.from_to", before=then or unknown, after=now or unknown)
        yield texts("progress.lead.aim"), on_one_line(now) if then == now else both


def _picture(figure: Figure | None, texts: Texts) -> Iterator[Section]:
    if figure:
        yield section("picture", texts("progress.picture"), [smaller(figure)])


def _rest(telling: Telling) -> Iterator[Section]:
    progress, texts = telling.progress, telling.texts
    yield from moved_sections(telling)
    yield from unmoved_section(telling)
    yield from warnings_section(telling)
    yield from facts_section(telling)
    yield from _rules(telling)
    yield boundary_section(progress.boundary, texts)
    method, given = tuple(_method(progress, texts)), given_in(progress.redaction)
    yield origin_section(_interviews(progress, texts), method, progress.again, given, texts)


def _rules(telling: Telling) -> Iterator[Section]:
    """Only where the two were held with different knowledge bases."""
    progress, texts = telling.progress, telling.texts
    rules = progress.rules
    blocks: list[Block] = []
    if rules.differences:
        blocks.append(paragraph(texts("progress.rules.about", day=day_of(progress.before))))
        blocks.append(rules_table(rules, texts("progress.rules.caption"), texts, {}))
    if rules.left_out:
        labels = {one.fact: one.within for one in progress.facts}
        named = enumerated([labels.get(fact, fact) for fact in rules.left_out])
        blocks.append(paragraph(texts("progress.rules.left_out", facts=named)))
    if blocks:
        yield section("rules", texts("progress.rules"), blocks)


def _method(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    yield texts("progress.origin.method")
    if progress.rules.anew:
        yield texts("progress.origin.newer_base", hash=progress.rules.framework.hash)
    else:
        yield texts("progress.origin.one_base")


def _interviews(progress: ProgressReport, texts: Texts) -> Iterator[tuple[str, str, Interviewed]]:
    yield "origin_then", texts("progress.origin.then"), progress.before
    yield "origin_now", texts("progress.origin.now"), progress.after
