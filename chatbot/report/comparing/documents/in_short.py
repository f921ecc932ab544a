"""The first page about progress: what moved, what mattered most, what is still in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.conclusions import DECISION, LAYER, REACHABLE, RECOMMENDED
from chatbot.report.comparing.data import Mattered, NextStep
from chatbot.report.comparing.documents.telling import Telling, day_of
from chatbot.report.comparing.moves import Change, Conclusion, Movement, WarningStatus
from chatbot.report.document.building import items, paragraph, run, section, table, text
from chatbot.report.document.nodes import Block, Section, Text, Tone

_CHANGES: Final = 3
_NAMED: Final = 3
_WAYS: Final = (*(way for way in Movement if way is not Movement.SAME), Movement.SAME)


def first_page(telling: Telling) -> Section:
    """What a director reads."""
    blocks: list[Block] = [paragraph(run(headline(telling), strong=True), tone=Tone.LEAD)]
    blocks += [paragraph(*_counts(telling))]
    blocks += [_overview(telling)] if telling.progress.judged else []
    inner = [*_mattered(telling), *_in_the_way(telling)]
    return section("first_page", telling.texts("progress.first_page"), blocks, inner, own_page=True)


def headline(telling: Telling) -> str:
    """What moved, in one sentence."""
    texts, progress = telling.texts, telling.progress
    if not progress.judged:
        return texts("progress.headline.not_judged")
    model, reachable, decision = (
        telling.conclusions[RECOMMENDED],
        telling.conclusions[REACHABLE],
        telling.conclusions[DECISION],
    )
    if not any(one.moved for one in progress.conclusions):
        return texts(
            "progress.headline.nothing", model=_inside(model.after.says), decision=decision.after.says
        )
    way = model.movement if model.moved else Movement.SAME
    first = texts.named(
        "progress.headline", way, before=_inside(model.before.says), after=_inside(model.after.says)
    )
    second = texts(
        "progress.headline.decision_moved" if decision.moved else "progress.headline.decision_same",
        before=decision.before.says,
        after=decision.after.says,
    )
    contrary = model.moved != decision.moved or model.movement is not decision.movement
    joined = texts(
        "progress.headline.but" if contrary else "progress.headline.and", first=first, second=second
    )
    if model.moved or not reachable.moved:
        return joined
    further = texts(
        "progress.headline.reachable",
        before=_inside(reachable.before.says),
        after=_inside(reachable.after.says),
    )
    return f"{joined} {further}"


def _counts(telling: Telling) -> Iterator[str]:
    """How much changed, the steps back as plainly as the others."""
    texts, progress = telling.texts, telling.progress
    ways = Counter(change.change for change in progress.facts)
    parts = [texts.named("progress.count", way, count=ways[way]) for way in Change if ways[way]]
    if not parts:
        yield texts("progress.count.none")
    else:
        yield texts.counted("progress.count.some", len(progress.facts), parts=enumerated(parts))
    if not progress.judged:
        return
    layers = Counter(one.movement for one in progress.conclusions if one.id.startswith(LAYER))
    said = [texts.named("progress.count.movement", way, count=layers[way]) for way in _WAYS if layers[way]]
    yield texts("progress.count.layers", parts=enumerated(said))
    warnings = Counter(warning.status for warning in progress.warnings)
    told = [
        texts.named("progress.count.warning", status, count=warnings[status])
        for status in (WarningStatus.GONE, WarningStatus.NEW, WarningStatus.STILL)
        if warnings[status]
    ]
    if told:
        yield texts("progress.count.warnings", parts=enumerated(told))


def _overview(telling: Telling) -> Block:
    """Value model, reach, decision and layers, then and now."""
    texts, progress = telling.texts, telling.progress
    shown = [
        one
        for one in progress.conclusions
        if one.id in (RECOMMENDED, REACHABLE, DECISION) or one.id.startswith(LAYER)
    ]
    then, now = texts("progress.column.then"), texts("progress.column.now")
    if day_of(progress.before) != day_of(progress.after):
        then, now = f"{then}, {day_of(progress.before)}", f"{now}, {day_of(progress.after)}"
    columns = (
        (texts("progress.column.conclusion"), 4),
        (then, 3),
        (now, 3),
        (texts("progress.column.movement"), 2),
    )
    return table(texts("progress.overview"), columns, (_row(telling, one) for one in shown))


def _row(telling: Telling, one: Conclusion) -> tuple[Text, ...]:
    after = run(one.after.says, strong=one.moved)
    return (text(one.title), text(one.before.says), (after,), (telling.movement(one.movement),))


def _mattered(telling: Telling) -> Iterator[Section]:
    """The changes that account for most."""
    texts, progress = telling.texts, telling.progress
    if not progress.judged:
        return
    first = progress.mattered[:_CHANGES]
    if not first:
        if progress.facts:
            yield section(
                "mattered", texts("progress.mattered"), [paragraph(texts("progress.mattered.none"))]
            )
        return
    entries = [tuple(_matter(telling, one)) for one in first]
    yield section("mattered", texts("progress.mattered"), [items(entries, numbered=True)])


def _matter(telling: Telling, one: Mattered) -> Iterator[Block]:
    texts = telling.texts
    first, *others = one.changes
    said = [run(f"{telling.label(first)}:", strong=True), run(f"{telling.from_to(first)}.")]
    if others:
        changes = telling.changes(one.changes)
        said = [run(f"{changes[:1].upper()}{changes[1:]}.", strong=True)]
    count = len(one.changes)
    if one.alone:
        titles = telling.titles(one.alone, _NAMED)
        yield paragraph(*said, texts.counted("progress.mattered.alone", count, conclusions=titles))
    else:
        titles = telling.titles(one.together, _NAMED)
        yield paragraph(*said, texts("progress.mattered.together", conclusions=titles))


def _in_the_way(telling: Telling) -> Iterator[Section]:
    """The next steps, or what to find out where there are none."""
    texts, progress = telling.texts, telling.progress
    if not progress.judged:
        return
    entries = [_step(one) for one in progress.steps]
    for one in () if entries else progress.find_out:
        said = texts("progress.in_the_way.find_out", what=_inside(one.action))
        entries.append((paragraph(said, texts("progress.in_the_way.decides", what=one.why)),))
    blocks = [items(entries, numbered=True)] if entries else [paragraph(texts("progress.in_the_way.nothing"))]
    yield section("in_the_way", texts("progress.in_the_way"), blocks)


def _step(step: NextStep) -> tuple[Block, ...]:
    return (paragraph(run(step.action, strong=True), step.why),)


def _inside(title: str) -> str:
    """A title inside a sentence: without its capital, unless more of them show that it is a name."""
    first = title.split(" ", 1)[0]
    return title if first[1:] != first[1:].lower() else title[:1].lower() + title[1:]
