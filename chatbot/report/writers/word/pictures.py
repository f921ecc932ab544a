"""Pictures: as SVG for programs that show it, as PNG for the others, in words for whoever sees neither."""

from __future__ import annotations

from functools import cache
from typing import Final

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from chatbot.report.document.signs import signs
from chatbot.report.pictures.raster import to_png
from chatbot.report.typesetting.fonts import fonts_in, may_need_last
from chatbot.report.writers.word.elements import RELATIONS, WORD, Element

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_PAGE_DRAWING: Final = f"{_DRAWING}/wordprocessingDrawing"
_PROPERTIES: Final = f"{{{_PAGE_DRAWING}}}docPr"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
PIXEL: Final = 9525
"""English metric units in a CSS pixel."""

TWENTIETH: Final = 635
"""English metric units in a twentieth of a point."""

_PNG_DOTS: Final = 144
"""Pixels of a PNG for an inch: enough for programs that do not show the SVG, and half the work of 192."""

_CSS_DOTS: Final = 96
"""CSS pixels of an inch."""

_VECTOR: Final = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="{svg}" r:embed="{vector}"/></a:ext></a:extLst>'
)
_INLINE: Final = (
    '<w:r xmlns:w="{word}" xmlns:r="{relations}" xmlns:wp="{drawing}/wordprocessingDrawing"'
    ' xmlns:a="{drawing}/main" xmlns:pic="{drawing}/picture"><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{id}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="{drawing}/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="{raster}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{raster}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


class Pictures:
    """The pictures of one document."""

    def __init__(self, document: WordDocument, font_folders: tuple[str, ...]) -> None:
        self._part = document.part
        self._fonts = cache(lambda last: fonts_in(font_folders, last=last))  # read once for all pictures
        self._taken = {str(part.partname) for part in self._part.package.iter_parts()}
        self._drawn: int | None = None

    def draw(
        self,
        paragraph: Element,
        *,
        name: str,
        says: str,
        data: bytes,
        vector: bool,
        within: tuple[int, int],
        width: int = 0,
    ) -> None:
        """A picture at the end of a paragraph.

        Args:
            says: all that it says, in words.
            data: an SVG (`vector`) or a PNG.
            within: the most that it may take, wide and high, in twentieths of a point.
            width: how wide it is meant to be, in CSS pixels; as wide as it may be where it is not said.
        """
        png = data
        if vector:
            wanted = width or within[0] * TWENTIETH // PIXEL
            svg = data.decode()
            png = to_png(svg, wanted * _PNG_DOTS // _CSS_DOTS, self._fonts(may_need_last(svg)))
        across, down = _size(png)
        most = [side * TWENTIETH for side in within]
        wide = width * PIXEL if width else most[0]
        scale = min(wide / across, most[0] / across, most[1] / down)
        raster = self._stored(png, "png", "image/png")
        ext = ""
        if vector:
            ext = _VECTOR.format(svg=_SVG, vector=self._stored(data, "svg", "image/svg+xml"))
        run = parse_xml(
            _INLINE.format(
                word=WORD,
                relations=RELATIONS,
                drawing=_DRAWING,
                width=max(1, round(across * scale)),
                height=max(1, round(down * scale)),
                id=self._next_id(),
                raster=raster,
                vector=ext,
            )
        )
        properties = next(run.iter(_PROPERTIES))
        properties.set("name", signs(name))
        properties.set("descr", signs(says))
        paragraph.append(run)

    def _stored(self, data: bytes, ending: str, kind: str) -> str:
        """Keeps a file and gives back the relation that names it."""
        count = 1
        while (place := f"/word/media/report{count}.{ending}") in self._taken:
            count += 1
        self._taken.add(place)
        part = Part(PackURI(place), kind, data, self._part.package)
        return self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def _next_id(self) -> int:
        """A number that no drawing has yet, in the text or around it."""
        if self._drawn is None:
            roots = [self._part.element]
            for relation in self._part.rels.values():
                element = None if relation.is_external else getattr(relation.target_part, "element", None)
                if element is not None:
                    roots.append(element)
            found = (one.get("id", "0") for root in roots for one in root.iter(_PROPERTIES))
            self._drawn = max((int(id) for id in found if id.isdecimal()), default=0)
        self._drawn += 1
        return self._drawn


def _size(png: bytes) -> tuple[int, int]:
    """How many pixels a PNG has across and down, from its header."""
    return max(1, int.from_bytes(png[16:20], "big")), max(1, int.from_bytes(png[20:24], "big"))
