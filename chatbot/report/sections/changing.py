"""What would change the advice: what the next value model needs, and what each open fact would move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.report.content.judged import Finding, Judged, Next, Turning
from chatbot.report.document.building import items, paragraph, run, text
from chatbot.report.document.nodes import Block, Paragraph, Run, Section, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.setting import Setting


def would_change(setting: Setting) -> Section | None:
    """Everything that would move a conclusion if it turned out, or were settled, in another way."""
    judged = setting.content.judged
    if judged is None:
        return None
    texts = setting.texts
    sections = [_next(setting, judged, judged.next)] if judged.next else []
    if judged.turnings:
        sections.append(_open(setting, judged.turnings))
    intro = texts("would_change.intro") if sections else texts("would_change.none")
    return Section(
        id="would_change",
        title=setting.title("would_change"),
        blocks=(paragraph(intro),),
        sections=tuple(sections),
    )


def _next(setting: Setting, judged: Judged, following: Next) -> Section:
    texts = setting.texts
    actions = {step.finding.fact: step.action for step in judged.steps}
    return Section(
        id="would_change_next",
        title=setting.title("would_change_next", model=following.title),
        blocks=(
            paragraph(texts.counted("would_change.next", len(following.needs), model=following.title)),
            items([_need(setting, one, actions.get(one.fact, "")) for one in following.needs]),
        ),
    )


def _need(setting: Setting, finding: Finding, action: str) -> Paragraph:
    standing = run(finding.standing, strong=True, tone=tones.SIGNAL.get(finding.level, Tone.PLAIN))
    said = setting.texts.runs("label.standing", fact=text(finding.label), standing=(standing,))
    return Paragraph((*said, Run(" "), *text(action)) if action else said)


def _open(setting: Setting, turnings: Iterable[Turning]) -> Section:
    """Open facts that move the same stand together; those that move nothing by themselves at the end."""
    moving: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Turning]] = {}
    for one in turnings:
        moving.setdefault((one.if_so, one.if_not), []).append(one)
    still = moving.pop(((), ()), [])
    return Section(
        id="would_change_open",
        title=setting.title("would_change_open"),
        blocks=(
            *(
                [items([_group(setting, group) for group in moving.values()], numbered=True)]
                if moving
                else []
            ),
            *_still(setting, still),
        ),
    )


def _group(setting: Setting, group: list[Turning]) -> tuple[Block, ...]:
    texts, first = setting.texts, group[0]
    facts = [run(one.says, strong=True) for one in group]
    so, otherwise = (
        " ".join(moves) or texts("would_change.nothing") for moves in (first.if_so, first.if_not)
    )
    return (
        paragraph(*facts, texts("would_change.each") if len(group) > 1 else ""),
        paragraph(run(texts("would_change.if_so"), emphasis=True), so),
        paragraph(run(texts("would_change.if_not"), emphasis=True), otherwise),
    )


def _still(setting: Setting, still: list[Turning]) -> Iterator[Block]:
    if still:
        yield paragraph(setting.texts.counted("would_change.still", len(still)))
        yield items([paragraph(one.says) for one in still])
