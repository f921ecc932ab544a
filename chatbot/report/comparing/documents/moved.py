"""What moved and what accounts for it: conclusions, layers, the ladder; and what did not move."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.conclusions import LAYER, WARNING
from chatbot.report.comparing.documents.telling import Telling
from chatbot.report.comparing.moves import Conclusion, Found, Rung, Unmoved
from chatbot.report.document.building import items, paragraph, run, section, table, text
from chatbot.report.document.nodes import Block, Section, Table, Text, Tone


def moved_sections(telling: Telling) -> Iterator[Section]:
    """Nothing where nothing could be concluded."""
    if not telling.progress.judged:
        return
    texts = telling.texts
    every = telling.progress.conclusions
    about = paragraph(texts("progress.conclusions.about"), tone=Tone.MUTED)
    head = [one for one in every if not one.id.startswith((LAYER, WARNING))]
    caption = texts("progress.conclusions.caption")
    blocks: list[Block] = [about, _table(telling, head, caption, texts("progress.column.conclusion"))]
    blocks += _resting(telling, head)
    yield section("conclusions", texts("progress.conclusions"), blocks)
    layers = [one for one in every if one.id.startswith(LAYER)]
    caption = texts("progress.layers.caption")
    rows = _table(telling, layers, caption, texts("progress.column.layer"))
    yield section("layers", texts("progress.layers"), [rows, *_resting(telling, layers)])
    yield section("ladder", texts("progress.ladder"), [_ladder(telling)])


def unmoved_section(telling: Telling) -> Iterator[Section]:
    """What did not move although something was done about it, or was lost."""
    unmoved = telling.progress.unmoved
    if unmoved:
        entries = [tuple(_unmoved(telling, one)) for one in unmoved]
        yield section("unmoved", telling.texts("progress.unmoved"), [items(entries)])


def _table(telling: Telling, conclusions: list[Conclusion], caption: str, title: str) -> Table:
    texts = telling.texts
    columns = (
        (title, 3),
        (texts("progress.column.then"), 3),
        (texts("progress.column.now"), 3),
        (texts("progress.column.why"), 7),
    )
    return table(caption, columns, (_row(telling, one) for one in conclusions))


def _row(telling: Telling, one: Conclusion) -> tuple[Text, ...]:
    after = run(one.after.says, strong=one.moved)
    why = text(telling.movement(one.movement), *([f"\u2013 {telling.moved(one)}"] if one.account else []))
    return (text(one.title), text(one.before.says), (after,), why)


def _resting(telling: Telling, conclusions: list[Conclusion]) -> Iterator[Block]:
    """All the changed answers that conclusions rest on for which there were too many to try all sets."""
    by_pool: dict[tuple[str, ...], list[str]] = {}
    for one in conclusions:
        account = one.account
        if account and account.found is Found.AT_MOST and len(account.among) > account.size:
            by_pool.setdefault(account.among, []).append(f'"{one.title}"')
    for among, titles in by_pool.items():
        said = telling.texts(
            "progress.account.among",
            titles=enumerated(titles),
            count=len(among),
            changes=telling.names(among),
        )
        yield paragraph(said, tone=Tone.MUTED)


def _ladder(telling: Telling) -> Table:
    texts = telling.texts
    columns = (
        (texts("progress.column.model"), 4),
        (texts("progress.column.gate_then"), 3),
        (texts("progress.column.gate_now"), 3),
        (texts("progress.column.reach_then"), 4),
        (texts("progress.column.reach_now"), 4),
    )
    rows = (_rung(telling, rung) for rung in telling.progress.ladder)
    return table(texts("progress.ladder.caption"), columns, rows)


def _rung(telling: Telling, rung: Rung) -> tuple[Text, ...]:
    return (
        text(rung.title),
        text(rung.gate_before.says),
        (run(rung.gate_after.says, strong=rung.gate_before != rung.gate_after),),
        text(_reach(telling, rung.reach_before.says, rung.roles_before)),
        (
            run(
                _reach(telling, rung.reach_after.says, rung.roles_after),
                strong=(rung.reach_before, rung.roles_before) != (rung.reach_after, rung.roles_after),
            ),
        ),
    )


def _reach(telling: Telling, says: str, roles: tuple[str, ...]) -> str:
    named = ", ".join(telling.texts.named("progress.role", role) for role in roles)
    return f"{says} ({named})" if named else says


def _unmoved(telling: Telling, one: Unmoved) -> Iterator[Block]:
    texts = telling.texts
    said: list[str] = []
    if one.done:
        said.append(texts("progress.unmoved.done", changes=telling.changes(one.done)))
    if one.lost:
        said.append(texts("progress.unmoved.lost", changes=telling.changes(one.lost)))
    if one.lacking:
        facts = enumerated([f"{lacking.within} ({lacking.standing})" for lacking in one.lacking], most=6)
        said.append(texts("progress.unmoved.lacking", facts=facts))
    stands = texts("progress.unmoved.stands", title=one.title, says=one.says)
    yield paragraph(run(stands, strong=True), *said)
