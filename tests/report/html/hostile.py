"""A document in which every text is one that nobody would wish for, in every place that has a text."""

from __future__ import annotations

from chatbot.report.document.nodes import (
    Block,
    Callout,
    Column,
    Document,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Tone,
    Turn,
    line,
)
from chatbot.report.document.signs import on_one_line, signs
from tests.report.documents import HOSTILE


def hostile() -> Document:
    """One section for each hostile text, besides a title and a head of them."""
    every = tuple(on_one_line(text) for text in HOSTILE)
    return Document(
        title=" ".join(every),
        lead=tuple(zip(every, reversed(every), strict=True)),
        about=tuple(Quote(words=signs(text), by=on_one_line(text)) for text in HOSTILE),
        notices=tuple(line(one) for one in every),
        sections=tuple(_section(place, text) for place, text in enumerate(HOSTILE)),
        author=every[0],
        at="2026-05-04T09:45:00+02:00",
        footer=" ".join(every),
    )


def _section(place: int, text: str) -> Section:
    typed, one = signs(text), on_one_line(text)
    badge = (Run(one, tone=Tone.STOP, strong=True),)
    quote = Quote(words=typed, to=one, by=one)
    columns = (Column(title=one), Column(title=one), Column(title=one, to_fill_in=True))
    many = tuple(Column(title=one) for _ in range(8))
    blocks: tuple[Block, ...] = (
        *(Paragraph((Run(one), *badge), tone) for tone in Tone),
        Items(items=((Paragraph(badge), quote),), numbered=True, start=1234),
        Table(caption=one, columns=columns, rows=((line(one), badge, ()),)),
        Table(caption=one, columns=many, rows=((line(one), *(badge,) * 7),), row_headers=False),
        Pairs(((one, badge),)),
        Callout(title=(Run(one), *badge), tone=Tone.STOP, blocks=(quote,)),
        Turn(words=typed, question=True, marks=(one, one)),
        Turn(words=typed, person=True, marks=(one, one), withdrawn=True),
    )
    return Section(id=f"hostile_{place}", title=one, blocks=blocks)
