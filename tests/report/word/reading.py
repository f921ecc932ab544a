"""Reads a written document back, and says what should be in it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from docx import Document as open_docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from chatbot.report.document.nodes import (
    Block,
    Callout,
    Document,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Section,
    Table,
    Turn,
    plain,
)
from chatbot.report.writers.word.assembling import ONE_LINE

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOC_PR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STYLED: Final = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def opened(data: bytes) -> WordDocument:
    """The file as the library reads it."""
    return open_docx(BytesIO(data))


def body_paragraphs(file: WordDocument) -> Iterator[WordParagraph]:
    """Every paragraph of the text in order, tables and all, without the table of contents."""
    for element in file.element.body.iter(f"{W}p"):
        if next(element.iterancestors(f"{W}sdt"), None) is None:
            yield WordParagraph(element, file._body)


def told(file: WordDocument) -> list[str]:
    """What the paragraphs say that say something."""
    return [paragraph.text for paragraph in body_paragraphs(file) if paragraph.text]


def expected(document: Document) -> list[str]:
    """What they should say."""
    lead = [f"{name}: {value}" for name, value in document.lead]
    if sum(len(name) + len(value) for name, value in document.lead) <= ONE_LINE:
        lead = ["  \N{MIDDLE DOT}  ".join(lead)]
    texts = [document.title, *lead]
    for block in document.about:
        texts += _block(block)
    texts += map(plain, document.notices)
    for section in document.sections:
        texts += _section(section)
    return [text for text in texts if text]


def _section(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from _block(block)
    for inner in section.sections:
        yield from _section(inner)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield plain(block.text)
        case Items():
            for item in block.items:
                for inner in item:
                    yield from _block(inner)
        case Table():
            yield block.caption
            yield from (column.title for column in block.columns)
            for row in block.rows:
                yield from map(plain, row)
        case Pairs():
            for name, value in block.pairs:
                yield from (name, plain(value))
        case Quote():
            yield from (block.to, block.words, block.by)
        case Callout():
            yield plain(block.title)
            for inner in block.blocks:
                yield from _block(inner)
        case Turn():
            yield block.words
            yield " \N{MIDDLE DOT} ".join(block.marks)
        case Figure():
            yield block.caption


def headings(sections: tuple[Section, ...], level: int = 1) -> Iterator[tuple[str, str]]:
    """The style and title of each heading, in order."""
    for section in sections:
        yield f"Heading {min(level, 4)}", section.title
        yield from headings(section.sections, level + 1)


def problems(data: bytes) -> list[str]:
    """What would make a program refuse or repair the package."""
    found = []
    with ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        found += [f"twice: {name}" for name, count in Counter(names).items() if count > 1]
        roots = {
            name: etree.fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))
        }
    types = roots["[Content_Types].xml"]
    overrides = {one.get("PartName") for one in types.iter(f"{_TYPES}Override")}
    defaults = {one.get("Extension") for one in types.iter(f"{_TYPES}Default")}
    found += [f"for nothing: {name}" for name in overrides if name.lstrip("/") not in names]
    for name in names[1:]:
        if f"/{name}" not in overrides and name.rpartition(".")[2] not in defaults:
            found.append(f"no type: {name}")
    found += _relations(roots, names)
    found += _references(roots)
    return found


def _relations(roots: dict[str, etree._Element], names: list[str]) -> Iterator[str]:
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.replace("_rels/", "").removesuffix(".rels").rpartition("/")
        source = f"{folder}/{file}" if folder else file
        ids = [one.get("Id") for one in root]
        yield from (f"relation twice: {id} of {source}" for id, count in Counter(ids).items() if count > 1)
        for one in root:
            if one.get("TargetMode") == "External":
                yield f"leads outside: {one.get('Target')}"
            elif (
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                not in names
            ):
                yield f"leads nowhere: {one.get('Target')} of {source}"
        if source in roots:
            used = {
                value
                for element in roots[source].iter()
                for key, value in element.attrib.items()
                if str(key).startswith(R)
            }
            yield from (f"no relation: {id} of {source}" for id in used - set(ids))


def _references(roots: dict[str, etree._Element]) -> Iterator[str]:
    text = roots["word/document.xml"]
    styles = {
        one.get(f"{W}styleId"): one.get(f"{W}type") for one in roots["word/styles.xml"].iter(f"{W}style")
    }
    if len(styles) != len(list(roots["word/styles.xml"].iter(f"{W}style"))):
        yield "style twice"
    for key, kind in _STYLED.items():
        used = {one.get(f"{W}val") for one in text.iter(W + key)}
        yield from (f"no such {kind}: {id}" for id in used if styles.get(id) != kind)
    for key in ("basedOn", "next", "link"):
        used = {one.get(f"{W}val") for one in roots["word/styles.xml"].iter(W + key)}
        yield from (f"no such {key}: {id}" for id in used - set(styles))
    lists = roots["word/numbering.xml"]
    abstract = {one.get(f"{W}abstractNumId") for one in lists.iter(f"{W}abstractNum")}
    nums = {one.get(f"{W}numId"): one[0].get(f"{W}val") for one in lists.iter(f"{W}num")}
    yield from (f"no such definition: {id}" for id in set(nums.values()) - abstract)
    counted = [
        one.get(f"{W}val") for root in (text, roots["word/styles.xml"]) for one in root.iter(f"{W}numId")
    ]
    yield from (f"no such list: {id}" for id in set(counted) - set(nums) - {"0"})
    marked = [one.get(f"{W}name") for one in text.iter(f"{W}bookmarkStart")]
    yield from (
        f"no such bookmark: {one.get(f'{W}anchor')}"
        for one in text.iter(f"{W}hyperlink")
        if one.get(f"{W}anchor") not in marked
    )
    for kind, ids in (
        ("bookmark", marked),
        ("bookmark id", [one.get(f"{W}id") for one in text.iter(f"{W}bookmarkStart")]),
        ("drawing", [one.get("id") for one in text.iter(DOC_PR)]),
    ):
        yield from (f"{kind} twice: {id}" for id, count in Counter(ids).items() if count > 1)
    for cell in text.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
