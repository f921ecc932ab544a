"""The lines of the stage: the question, its answers, the spread of the votes, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from chatbot.chat.lines import BLANK, Line, Role, Span, apart, paragraph
from chatbot.chat.room.scene import Answer, Mark, Scene
from chatbot.chat.wrapping import cut, width_of
from chatbot.visible import visible

MEASURE: Final = 60
"""Columns of a question at most: longer lines are hard to read on a wall."""

EARLIER: Final = "°"
"""Stands at the letter of who said so before this round."""

_INSET: Final = 4


class Density(IntEnum):
    """How much room the answers are given."""

    ROOMY = 0
    SPACED = 1
    """Without what levels look like, once the votes are shown."""

    CLOSE = 2
    """Without blank lines between the answers."""

    TIGHT = 3
    """Each answer on one line."""


def scene_lines(scene: Scene, width: int, height: int) -> list[Line]:
    """The whole stage, as roomy as the height allows."""
    lines: list[Line] = []
    for density in Density:
        if density is Density.SPACED and not scene.revealed:
            continue  # what levels look like matters until people have voted
        lines = list(_all(scene, width, density))
        if len(lines) <= height:
            return [BLANK, *lines] if len(lines) < height else lines
    return lines


def _all(scene: Scene, width: int, density: Density) -> Iterator[Line]:
    measure = min(width, MEASURE)
    if scene.point:
        yield from paragraph(visible(scene.ask), measure, Role.MUTED)
        yield BLANK
        yield from paragraph(visible(scene.point), measure, Role.STRONG)
    else:
        yield from paragraph(visible(scene.ask), measure, Role.STRONG)
    yield BLANK
    if scene.is_text and not scene.agreed:
        yield Line((Span("Space", Role.KEY), Span(", then type what the room agrees on. Or:", Role.MUTED)))
        yield BLANK
    for answer in scene.answers:
        yield from _answer(scene, answer, width, density)
    if scene.revealed and any(mark.earlier for answer in scene.answers for mark in answer.votes):
        yield from paragraph(
            f"{EARLIER} said before this vote", width, Role.MUTED, lead=(Span(" " * _INSET),)
        )
    yield from _agreed(scene, width, density)


def _answer(scene: Scene, answer: Answer, width: int, density: Density) -> Iterator[Line]:
    lead = (Span(f"{answer.number:>2}", Role.KEY), Span("✓ " if answer.agreed else "  ", Role.GOOD))
    role = Role.STRONG if answer.agreed else Role.PLAIN
    votes = answer.votes if scene.revealed else ()
    if density is Density.TIGHT:
        blocks = tuple(_run(votes))
        count = (Span(f" {len(votes)}", Role.STRONG),) if votes else ()
        room = width - _INSET - sum(width_of(span.text) for span in (*blocks, *count)) - 3
        label = Span(cut(visible(answer.label), max(room, width // 3)), role)
        yield apart((*lead, label), (*blocks, *count), width)
        return
    yield from paragraph(visible(answer.label), width, role, lead=lead)
    inset = Span(" " * _INSET)
    if answer.looks_like and (density is Density.ROOMY or not scene.revealed):
        yield from paragraph(visible(answer.looks_like), min(width, MEASURE + 8), Role.MUTED, lead=(inset,))
    for row in _rows(votes, width - _INSET - 4):
        yield Line((inset, *row))
    if density < Density.CLOSE:
        yield BLANK


def _rows(votes: Sequence[Mark], width: int) -> Iterator[tuple[Span, ...]]:
    """Votes as a bar of blocks, each with its letter, in as many rows as it takes."""
    cell = max((width_of(mark.code) for mark in votes), default=1) + 3
    most = max((width + 1) // cell, 1)
    for start in range(0, len(votes), most):
        row: list[Span] = []
        for mark in votes[start : start + most]:
            row += [Span(" ")] if row else []
            row.append(Span(f" {mark.code}{EARLIER if mark.earlier else ' '}", Role.BLOCK))
        if start + most >= len(votes):
            row.append(Span(f"  {len(votes)}", Role.STRONG))
        yield tuple(row)


def _run(votes: Sequence[Mark]) -> Iterator[Span]:
    """Votes as one short bar."""
    if votes:
        text = " ".join(f"{mark.code}{EARLIER if mark.earlier else ''}" for mark in votes)
        yield Span(f" {text} ", Role.BLOCK)


def _agreed(scene: Scene, width: int, density: Density) -> Iterator[Line]:
    if not scene.agreed:
        return
    if density >= Density.CLOSE:
        yield BLANK
    word = "Agreed: " if scene.since else "Agreed before: "
    yield from paragraph(visible(scene.agreed), width, Role.STRONG, lead=(Span(f"  ✓ {word}", Role.GOOD),))
    inset = Span(" " * _INSET)
    if scene.reason:
        yield from paragraph(f"because {visible(scene.reason)}", width, lead=(inset,))
    for name, reason in scene.dissents:
        said = f": {visible(reason)}" if reason else ""
        yield from paragraph(f"{visible(name)} does not share it{said}", width, Role.WARN, lead=(inset,))
