"""Making a report: from the events of interviews to the bytes of a file, as somebody wishes it.

Every step is loaded only when it is taken: an engine for a format nobody asked for costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from chatbot.errors import UsageError
from chatbot.report.content.contents import Content
from chatbot.report.document.nodes import Document
from chatbot.report.formats import FOR_PROGRAMS, NAMES, Format
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.footing import footed
from chatbot.report.theme.theme import Theme
from chatbot.report.wished import Names, Source, Wish, roles_in, without_names
from chatbot.report.writers.written import Written

if TYPE_CHECKING:
    from chatbot.report.comparing.compared import Compared
    from chatbot.report.content.redaction import Redaction
    from chatbot.report.redaction.named import Replaced

__all__ = [
    "Contents",
    "Made",
    "Source",
    "Wish",
    "contents_of",
    "document_from",
    "make_progress",
    "make_report",
    "make_side_by_side",
    "write",
]


class Made(Struct, frozen=True, kw_only=True):
    """A report.

    Attributes:
        replaced: the names that were replaced, for whoever asked for it.
        unsure: what is still in it and could be a name.
    """

    written: Written
    replaced: tuple[Replaced, ...] = ()
    unsure: tuple[str, ...] = ()


class Contents(Struct, frozen=True, kw_only=True):
    """What a report is made from, and what became of the names in it, as in `Made`."""

    content: Content
    replaced: tuple[Replaced, ...] = ()
    unsure: tuple[str, ...] = ()


def make_report(source: Source, wish: Wish, theme: Theme) -> Made:
    """The report of one interview.

    Raises:
        UsageError: the wish does not fit the format.
        ChatbotError: a package for the format is missing, or the theme has a mistake.
    """
    _check(wish)
    (source,), names = without_names([source], wish)
    content = _content(source, names)
    if wish.form is Format.JSON:
        from chatbot.report.data.interview_json import to_json

        return _made(Written(to_json(content, transcript=wish.transcript).encode()), names)
    if wish.form is Format.CSV:
        from chatbot.report.data.answers_csv import answers_csv

        return _made(Written(answers_csv(content).encode()), names)
    return _made(write(document_from(content, wish, theme), wish, theme), names)


def contents_of(source: Source, wish: Wish) -> Contents:
    """What there is to say about one interview, with names or without; nothing else of the wish counts."""
    (source,), names = without_names([source], wish)
    content = _content(source, names)
    if names is None:
        return Contents(content=content)
    return Contents(content=content, replaced=names.replaced, unsure=names.unsure)


def document_from(content: Content, wish: Wish, theme: Theme) -> Document:
    """The report of one interview as a document, which may be looked at before it is written."""
    from chatbot.report.sections.composing import document_of

    return document_of(
        content,
        wish.audience,
        theme,
        with_transcript=wish.transcript,
        for_phones=wish.form is Format.HTML,
    )


def make_progress(before: Source, after: Source, wish: Wish, theme: Theme) -> Made:
    """What moved between two interviews about an initiative; raises as `make_report` does."""
    from chatbot.report.comparing.progress import progress_since
    from chatbot.report.comparing.progress_document import progress_document
    from chatbot.report.illustrating import movement
    from chatbot.report.theme.texts import Texts

    (old, new), names = _compared([before, after], wish)
    progress = progress_since(new, old)
    progress = replace(progress, again=after.again, redacted=_roles([old, new]), redaction=_means([old, new]))
    if wish.form is Format.JSON:
        from chatbot.report.published import written

        return _made(Written(written(progress).encode()), names)
    figure = movement(old, new, progress.before.interview, theme)
    document = progress_document(progress, Texts(theme.texts), figure=figure)
    document = _noticed(document, [old, new], theme)
    return _made(write(document, wish, theme), names)


def make_side_by_side(sources: Sequence[Source], wish: Wish, theme: Theme) -> Made:
    """Several initiatives side by side; raises as `make_report` does."""
    from chatbot.report.comparing.side_by_side import side_by_side_of
    from chatbot.report.comparing.side_by_side_document import side_by_side_document
    from chatbot.report.illustrating import in_rows
    from chatbot.report.theme.texts import Texts

    several, names = _compared(sources, wish)
    told = side_by_side_of(several)
    told = replace(told, again=sources[0].again, redacted=_roles(several), redaction=_means(several))
    if wish.form is Format.JSON:
        from chatbot.report.published import written

        return _made(Written(written(told).encode()), names)
    figures = tuple(in_rows(several, told, theme))
    document = side_by_side_document(told, Texts(theme.texts), figures=figures)
    document = _noticed(document, several, theme)
    return _made(write(document, wish, theme), names)


def write(document: Document, wish: Wish, theme: Theme) -> Written:
    """A document in a format that people read.

    Raises:
        ChatbotError: a package for the format is missing, or the theme has a mistake.
    """
    document = footed(document, theme)
    match wish.form:
        case Format.HTML:
            from chatbot.report.writers.html.writer import to_html

            return to_html(document, theme)
        case Format.PDF:
            from chatbot.report.writers.pdf.writer import to_pdf

            return to_pdf(document, theme)
        case Format.WORD:
            from chatbot.report.writers.word.writing import to_word

            return to_word(document, theme)
        case _:
            from chatbot.report.writers.markdown.writer import to_markdown

            return to_markdown(document, theme, wish.stem)


def _check(wish: Wish, *, several: bool = False) -> None:
    name = NAMES[wish.form]
    if several and wish.audience is not Audience.RECORD:
        raise UsageError("A comparison is the same for every reader.", todo="Leave --for out.")
    if several and not wish.transcript:
        raise UsageError("A comparison has no transcript.", todo="Leave --without-transcript out.")
    if wish.form in FOR_PROGRAMS and wish.audience is not Audience.RECORD:
        raise UsageError(
            f"{name} holds the whole record, whoever it is for.",
            todo="Leave --for out, or choose another format.",
        )
    if wish.form is Format.CSV and not wish.transcript:
        raise UsageError(
            f"{name} is the answers themselves, so nothing would be left without them.",
            todo="Leave --without-transcript out, or choose another format.",
        )
    if wish.form is Format.CSV and several:
        raise UsageError(
            f"{name} holds the answers of one interview.", todo="Name one interview, or another format."
        )


def _content(source: Source, names: Names | None) -> Content:
    from chatbot.report.content.composing import content_of

    return content_of(
        source.interview,
        source.events,
        source.held,
        again=source.again,
        redacted=roles_in(source, names) if names else None,
        given=names.given if names else 0,
        room=source.room,
    )


def _noticed(document: Document, several: Sequence[Compared], theme: Theme) -> Document:
    """A comparison that says what its reader has to know where names were replaced."""
    roles = _roles(several)
    if roles is None:
        return document
    from chatbot.report.sections.redacted import redacted_notice
    from chatbot.report.theme.texts import Texts

    notice = redacted_notice(roles, Texts(theme.texts))
    return replace(document, notices=(*document.notices, notice))


def _roles(several: Sequence[Compared]) -> tuple[str, ...] | None:
    """What stands in place of names in any of them; nothing where none were to be replaced."""
    every = [one.content.redacted for one in several]
    if None in every:
        return None
    return tuple(dict.fromkeys(role for roles in every for role in roles or ()))


def _means(several: Sequence[Compared]) -> Redaction | None:
    """What it means for the reader of a comparison."""
    from chatbot.report.content.redaction import redaction

    return redaction(_roles(several), max(one.content.given for one in several))


def _compared(sources: Sequence[Source], wish: Wish) -> tuple[list[Compared], Names | None]:
    from chatbot.report.comparing.compared import Compared

    _check(wish, several=True)
    without, names = without_names(sources, wish)
    return [
        Compared(
            interview=source.interview,
            events=source.events,
            held=source.held,
            content=_content(source, names),
        )
        for source in without
    ], names


def _made(written: Written, names: Names | None) -> Made:
    if names is None:
        return Made(written=written)
    return Made(written=written, replaced=names.replaced, unsure=names.unsure)
