"""What a reference document says itself, taken out with everything that only belonged to it.

A house template is often an earlier report, restyled: nothing of what that one said may be in this one.
"""

from __future__ import annotations

from typing import Final

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from chatbot.report.writers.word.elements import RELATIONS, Element, child, each, w

_RELATED: Final = f"{{{RELATIONS}}}"
_FOR_THE_WHOLE: Final = frozenset(
    (
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.THEME,
    )
)
"""Parts that a document has without naming them in its text."""

_NOTES: Final = ("footnotePr", "endnotePr")


def take_out_text(file: WordDocument) -> None:
    """Empties a document down to its page, with header and footer: that of its last section.

    Pictures, links, comments and notes go with the text, and so does a thumbnail of it.
    """
    body = file.element.body
    setup = child(body, "sectPr")
    if setup is not None:
        _inherit(setup, list(each(body, "sectPr")))
    for one in list(body):
        if one is not setup:
            body.remove(one)
    part, package = file.part, file.part.package
    used = {
        value
        for element in part.element.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(_RELATED)
    }
    for id, relation in list(part.rels.items()):
        if id not in used and relation.reltype not in _FOR_THE_WHOLE:
            del part.rels[id]
    for id, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[id]
    for name in _NOTES:
        for told in file.settings.element.findall(w(name)):
            file.settings.element.remove(told)


def _inherit(setup: Element, sections: list[Element]) -> None:
    """Gives the last section the headers and footers that it took over from those before it."""
    known: dict[tuple[str, str], Element] = {}
    for section in sections:
        for name in ("headerReference", "footerReference"):
            for told in section.findall(w(name)):
                known[name, told.get(w("type"), "")] = told
    for at, told in enumerate(known.values()):
        setup.insert(at, told)
