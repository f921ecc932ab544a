"""The reference document that a report takes its look from: ours, or somebody's own with what it lacks."""

from __future__ import annotations

from io import BytesIO
from typing import Final, cast
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from docx import Document as open_docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from lxml.etree import LxmlError
from msgspec import Struct

from chatbot.errors import ChatbotError
from chatbot.report.theme.ours import FOLDER
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.word.elements import WORD, Element
from chatbot.report.writers.word.lists import Lists
from chatbot.report.writers.word.our_look import in_its_look
from chatbot.report.writers.word.styles import Styles

NAME: Final = "report.docx"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_NO_NUMBERING: Final = f'<w:numbering xmlns:w="{WORD}"/>'
_UNREADABLE: Final = (
    BadZipFile,
    ZlibError,
    OpcError,
    LxmlError,
    KeyError,
    ValueError,
    NotImplementedError,
    OSError,
)
"""What the libraries raise for a file that is no document, is broken or is encrypted."""

_SAVE_IT: Final = 'Save it in Word as "Word document (.docx)", without a password.'


class Reference(Struct, frozen=True, kw_only=True):
    """An open reference document, in which every style of a report can be found.

    Attributes:
        ours: it came with the program, so the theme says how it looks.
    """

    file: WordDocument
    styles: Styles
    lists: Lists
    ours: bool


def open_reference(theme: Theme) -> Reference:
    """Opens the theme's reference document.

    Raises:
        ChatbotError: it is no Word document.
    """
    shipped = (FOLDER / NAME).read_bytes()
    own = theme.files.get(NAME, shipped)
    ours = own == shipped
    file = open_docx(BytesIO(in_its_look(shipped, theme))) if ours else _opened(own, theme)
    styles = Styles(file.styles.element)
    lists = Lists(_numbering(file), styles)
    if not ours:
        with ZipFile(BytesIO(shipped)) as parts:
            added = styles.complete(parse_xml(parts.read(_STYLES)))
            lists.complete(parse_xml(parts.read(_NUMBERING)), added)
    return Reference(file=file, styles=styles, lists=lists, ours=ours)


def _opened(own: bytes, theme: Theme) -> WordDocument:
    try:
        file = open_docx(BytesIO(own))
        # Both are read when they are first asked for.
        _ = file.styles.element, file.settings.element, file.core_properties
    except _UNREADABLE as error:
        raise ChatbotError(
            "This is not a Word document that a report can be made with.",
            where=theme.places.get(NAME, NAME),
            todo=_SAVE_IT,
        ) from error
    return file


def _numbering(file: WordDocument) -> Element:
    """The lists of a document; an empty part for them where it has none."""
    for relation in file.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and isinstance(relation.target_part, XmlPart):
            return cast("Element", relation.target_part.element)
    root = parse_xml(_NO_NUMBERING)
    part = XmlPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return root
