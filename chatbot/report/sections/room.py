"""The room's view: in short for those who decide, and where people see it differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from chatbot.report.content.room import CHANGES, BallotView, Count, RoomView, Scale, Standing
from chatbot.report.document.building import items, paragraph, quote, run, table, text
from chatbot.report.document.nodes import Block, Paragraph, Section, Table, Text, Tone
from chatbot.report.pictures.spread import hundredths
from chatbot.report.sections.figures import spread_figure
from chatbot.report.sections.listing import several
from chatbot.report.sections.setting import Setting
from chatbot.report.theme.texts import Texts

_MOST: Final = 5
"""How many disagreements somebody reads who decides."""


def room_in_short(setting: Setting) -> Section | None:
    """How many points were agreed, and where people differed most or do not share it."""
    room = setting.content.room
    if room is None:
        return None
    every = _most_first(room.ballots)
    shown = [one for place, one in enumerate(every) if place < _MOST or one.dissents]
    blocks: list[Block] = [*left_out(setting, room), *_in_numbers(setting, room)]
    if shown:
        texts = setting.texts
        says = texts("room.differed_shown") if room.unattributed else texts("room.differed_most")
        blocks.append(paragraph(says))
        blocks.append(items([_ballot(setting, one) for one in shown]))
    return Section(id="room_in_short", title=setting.title("room_in_short"), blocks=tuple(blocks))


def room_spread(setting: Setting) -> Section | None:
    """The picture and table by layer and role, then every disagreement, the one that matters most first."""
    room, texts = setting.content.room, setting.texts
    if room is None:
        return None
    blocks: list[Block] = [*left_out(setting, room), *_in_numbers(setting, room)]
    if room.scales:
        shown_only = texts("room.means_shown") if room.unattributed else ""
        blocks.append(paragraph(texts("room.scale_means"), shown_only))
        blocks += spread_figure(setting, room.scales)
        blocks.append(_table(texts, room.scales))
    every = _most_first(room.ballots)
    if every:
        says = texts("room.differed_shown") if room.unattributed else texts("room.differed")
        blocks.append(paragraph(says))
        blocks.append(items([_ballot(setting, one) for one in every], numbered=True))
    return Section(id="room_spread", title=setting.title("room_spread"), blocks=tuple(blocks))


def left_out(setting: Setting, room: RoomView) -> Iterator[Paragraph]:
    """What is not shown so that no answer can be traced, and why."""
    if room.unattributed:
        yield from (paragraph(says) for says in room.unattributed.says)


def name_of(setting: Setting, one: BallotView) -> str:
    """What a ballot is about, in a line."""
    if one.point:
        return setting.texts("room.point", point=one.point, topic=one.topic)
    return one.ask


def answers(texts: Texts, counts: Sequence[Count]) -> str:
    """How many gave each answer, as a phrase."""
    return "; ".join(texts("room.count", count=one.count, answer=one.label) for one in counts)


def dissents(setting: Setting, one: BallotView) -> Iterator[Block]:
    """Who does not share what was agreed, and why."""
    texts = setting.texts
    for dissent in one.dissents:
        says = texts("room.dissent_before") if dissent.earlier else texts("room.dissent")
        if dissent.reason:
            yield quote(dissent.reason, to=says, by=dissent.who)
        elif dissent.who:
            yield paragraph(texts("room.dissent_alone", says=says, who=dissent.who))
        else:
            yield paragraph(texts("room.dissent_unsaid", says=says))


def _most_first(ballots: Sequence[BallotView]) -> list[BallotView]:
    """Where people differ or somebody dissents: what could change most first, then the widest apart."""
    known = [one for one in ballots if one.differ or one.dissents]
    return sorted(known, key=lambda one: (CHANGES.index(one.changes), -one.apart))


def _in_numbers(setting: Setting, room: RoomView) -> Iterator[Block]:
    texts = setting.texts
    agreed = sum(one.agreed is not None for one in room.ballots)
    differ = sum(one.differ for one in room.ballots)
    said = [texts.counted("room.took_part", room.attended), texts.counted("room.agreed_on", agreed)]
    if differ and not room.unattributed:
        said.append(texts.counted("room.differ", differ))
    if room.planned:
        said.append(texts.counted("room.time", round(room.minutes), planned=room.planned))
    elif round(room.minutes):
        said.append(texts.counted("room.time_alone", round(room.minutes)))
    yield paragraph(*said)


def _ballot(setting: Setting, one: BallotView) -> tuple[Block, ...]:
    texts = setting.texts
    agreed = one.agreed
    said = [texts("room.answers", answers=answers(texts, one.counts))] if one.counts else []
    said.append(texts("room.agreed", answer=agreed.label) if agreed else texts("room.not_agreed"))
    if one.changes and setting.has("room_spread"):
        said.append(texts("room.could_change", what=one.changes))
    head = paragraph(run(name_of(setting, one), strong=True))
    return (head, paragraph(*said), *dissents(setting, one))


def _table(texts: Texts, scales: Sequence[Scale]) -> Table:
    return table(
        texts("room.table"),
        (
            (texts("room.column_layer"), 3),
            (texts("room.column_everybody"), 2),
            (texts("room.column_roles"), 5),
            (texts("room.column_unknown"), 2),
        ),
        (
            (
                text(scale.title),
                text(_mark(texts, scale.everybody)),
                _roles(texts, scale),
                text(str(scale.everybody.unknown)),
            )
            for scale in scales
        ),
    )


def _roles(texts: Texts, scale: Scale) -> Text:
    marked = [texts("room.role_mark", role=one.role, mark=_mark(texts, one)) for one in scale.roles]
    if not marked:
        return (run(texts("room.no_roles"), tone=Tone.MUTED),)
    return text(several(texts, marked))


def _mark(texts: Texts, one: Standing) -> str:
    return texts("room.mark_unknown") if one.mark is None else str(hundredths(one.mark))
