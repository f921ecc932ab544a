"""A picture as PNG, for programs that show no SVG."""

from __future__ import annotations

import pytest

from chatbot.errors import ChatbotError
from chatbot.report.pictures.raster import to_png
from chatbot.report.typesetting.fonts import fonts_in
from tests.report.documents import figure

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(_SIGNATURE)
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("width", [1, 320, 640, 1441])
def test_it_has_the_width_that_is_asked_for_and_keeps_its_proportions(width: int) -> None:
    assert _size(to_png(figure().svg, width, fonts_in(()))) == (width, max(1, round(width / 4)))


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert to_png(figure().svg, 640, fonts_in(())) == to_png(figure().svg, 640, fonts_in(()))


def test_its_texts_are_drawn_in_our_fonts() -> None:
    assert to_png(figure().svg, 640, fonts_in(())) != to_png(
        figure().svg.replace(">first<", "><"), 640, fonts_in(())
    )


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ChatbotError):
        to_png("<svg", 100, fonts_in(()))
