"""Where the unknowns are: how much of each topic is known, and what those that matter most decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from chatbot.facts import Level
from chatbot.report.content.bearing import Bearing
from chatbot.report.content.judged import Finding, Judged, ToFindOut
from chatbot.report.document.nodes import Figure
from chatbot.report.pictures.marks import PITCH, SIZE, fact_mark, level_mark
from chatbot.report.pictures.saying import UNCLEAR, capital, counted, dropped
from chatbot.report.pictures.svg import TEXT, TITLE, WIDTH, Colour, Drawing, Point, leading, path
from chatbot.report.pictures.wrapping import wrapped
from chatbot.report.theme.theme import Colours

_MARKS: Final = 6
"""How many marks stand in a row at most."""

_NAMES: Final = 232
_SAYS: Final = _NAMES + _MARKS * PITCH + 8
_MOST: Final = 8
"""How many unknowns are shown with what they decide; the report lists all of them."""

_COLUMN: Final = 88
_LABEL: Final = SIZE + 7
_HEADS: Final = {
    Bearing.MODEL: ("which value", "model"),
    Bearing.COMMITMENT: ("whether to", "commit"),
    Bearing.STANDING: ("a layer", "or gate"),
    Bearing.WARNING: ("a warning",),
}


class _Topic(Struct, frozen=True):
    """What one person may know about: a layer or a value model with its facts, the sign at the end."""

    id: str
    title: str
    signals: tuple[Finding, ...]
    sign: Finding

    @property
    def facts(self) -> tuple[Finding, ...]:
        return (*self.signals, self.sign)


def unknowns(judged: Judged, colours: Colours, id: str = "unknowns") -> Figure | None:
    """The topics with what is known of them, then the unknowns that decide most.

    Args:
        id: of the figure, for documents with more than one.

    Returns:
        nothing where nothing is unknown.
    """
    topics = list(_topics(judged))
    unclear = [fact for topic in topics for fact in topic.facts if fact.level in UNCLEAR]
    if not unclear and not judged.find_out:
        return None
    drawing = Drawing(colours)
    y = 2.0
    for topic in topics:
        with drawing.group(topic=topic.id):
            y = _topic(drawing, y, topic)
    if judged.find_out:
        y = _deciding(drawing, y + 12, judged, topics)
    many = len({fact.fact for fact in unclear}.union(item.finding.fact for item in judged.find_out))
    caption = f"Where the unknowns are: {many} in all, {_decisive(many, len(judged.find_out))}"
    return drawing.figure(id, y + 2, caption, " ".join(_says(judged, topics)))


def _decisive(many: int, deciding: int) -> str:
    """How many of the unknowns decide something."""
    if not deciding:
        return "none of them decides anything" if many > 1 else "which decides nothing"
    if deciding == 1:
        return "1 of them decides something" if many > 1 else "which decides something"
    if deciding == many:
        return "and all of them decide something"
    return f"{deciding} of them decide something"


def _topics(judged: Judged) -> Iterator[_Topic]:
    for layer in judged.layers:
        yield _Topic(layer.id, layer.title, layer.signals, layer.sign)
    for rung in judged.ladder:
        if not dropped(rung):
            yield _Topic(rung.id, rung.title, rung.signals, rung.failure_mode)


def _says(judged: Judged, topics: Sequence[_Topic]) -> Iterator[str]:
    for topic in topics:
        unclear = [fact for fact in topic.facts if fact.level in UNCLEAR]
        which = f" Open: {', '.join(fact.within for fact in unclear)}." if unclear else ""
        signals = f"{counted(topic.signals)}; " if topic.signals else ""
        yield f"{topic.title}: {signals}warning sign, {topic.sign.standing}.{which}"
    if judged.find_out:
        yield "What the unknowns decide, the most decisive first."
    for item in judged.find_out:
        yield f"{capital(item.finding.within)}: {item.decides}."


def _topic(drawing: Drawing, y: float, topic: _Topic) -> float:
    """One topic in a row; returns where it ends below."""
    unclear = sum(fact.level in UNCLEAR for fact in topic.facts)
    title = wrapped(topic.title, TEXT, _NAMES - 8, bold=unclear > 0)
    drawing.text((0, y), title, TEXT, Colour.INK if unclear else Colour.MUTED, bold=unclear > 0)
    for place, fact in enumerate(topic.facts):
        row, column = divmod(place, _MARKS)
        at = (_NAMES + SIZE / 2 + column * PITCH, y + leading(TEXT) / 2 + row * PITCH)
        fact_mark(drawing, at, fact, sign=fact is topic.sign, quiet=fact.level not in UNCLEAR)
    lines = wrapped(_known(topic), TEXT, WIDTH - _SAYS)
    drawing.text((_SAYS, y), lines, TEXT, Colour.OPEN if unclear else Colour.MUTED)
    rows = -(-len(topic.facts) // _MARKS)
    words = max(len(title), len(lines)) * leading(TEXT)
    return y + max(words, (rows - 1) * PITCH + leading(TEXT)) + 7


def _known(topic: _Topic) -> str:
    """How much of a topic is not known, and what of the rest is not as it should be."""
    unclear = [fact for fact in topic.facts if fact.level in UNCLEAR]
    lacking = [fact for fact in topic.signals if fact.level in (Level.PARTIAL, Level.ABSENT)]
    said = "all known"
    if unclear:
        first, rest = counted(unclear).split(" ", 1)
        said = f"{first} of {len(topic.facts)} {rest}"
    return f"{said}, {counted(lacking)}" if lacking else said


def _deciding(drawing: Drawing, y: float, judged: Judged, topics: Sequence[_Topic]) -> float:
    """The most decisive unknowns by topic, each with what it decides; returns where that ends below."""
    shown, signs = judged.find_out[:_MOST], {topic.sign.fact for topic in topics}
    drawing.stroke(path((0, y), (WIDTH, y)), Colour.LINE)
    title = "What to ask about first, and what it decides"
    left = WIDTH - _COLUMN * len(_HEADS)
    lines = wrapped(title, TITLE, left - 16, bold=True)
    drawing.text((0, y + 10), lines, TITLE, bold=True)
    for column, head in enumerate(_HEADS.values()):
        drawing.text((_centre(column), y + 10), head, TEXT, Colour.MUTED, anchor="middle")
    y += 10 + max(len(lines) * leading(TITLE), 2 * leading(TEXT)) + 4
    for name, items in _by_topic(shown, topics):
        for line in wrapped(name, TEXT, left - 16, bold=True):
            drawing.text((0, y), [line], TEXT, bold=True)
            y += leading(TEXT)
        y += 3
        for item in items:
            y = _item(drawing, (0, y), item, left - 16, sign=item.finding.fact in signs)
        y += 4
    if len(judged.find_out) > len(shown):
        further = len(judged.find_out) - len(shown)
        more = f"{further} more {'decides' if further == 1 else 'decide'} something as well."
        lines = wrapped(more, TEXT, WIDTH)
        drawing.text((0, y), lines, TEXT, Colour.MUTED)
        y += len(lines) * leading(TEXT)
    return y


def _by_topic(items: Sequence[ToFindOut], topics: Sequence[_Topic]) -> Iterator[tuple[str, list[ToFindOut]]]:
    """The items under the title of their topic, in the order in which the topics first come up."""
    title_of = {fact.fact: topic.title for topic in topics for fact in topic.facts}
    found: dict[str, list[ToFindOut]] = {}
    for item in items:
        found.setdefault(title_of.get(item.finding.fact, "The initiative"), []).append(item)
    yield from found.items()


def _item(drawing: Drawing, at: Point, item: ToFindOut, within: float, *, sign: bool) -> float:
    x, y = at
    lines = wrapped(item.finding.label, TEXT, within - _LABEL)
    with drawing.group(ask=item.finding.fact, decides=" ".join(item.bears_on)):
        level_mark(drawing, (x + SIZE / 2, y + leading(TEXT) / 2), item.finding.level, sign=sign)
        drawing.text((x + _LABEL, y), lines, TEXT)
        for column, kind in enumerate(_HEADS):
            if kind in item.bears_on:
                drawing.disc((_centre(column), y + leading(TEXT) / 2), 6, Colour.ACCENT)
            else:
                drawing.disc((_centre(column), y + leading(TEXT) / 2), 2, Colour.MUTED)
    return y + len(lines) * leading(TEXT) + 5


def _centre(column: int) -> float:
    return WIDTH - _COLUMN * (len(_HEADS) - column - 0.5)
