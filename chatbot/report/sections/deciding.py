"""What to work on and whether to commit, as the first page and the page of the team begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.report.content.contents import Contradiction
from chatbot.report.content.judged import Condition, DecisionText, Judged
from chatbot.report.content.quoting import quotes
from chatbot.report.document.building import excerpt, items, paragraph, quote, run, text
from chatbot.report.document.nodes import Block, Column, Paragraph, Section, Table, Text, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.listing import several, standings
from chatbot.report.sections.setting import Setting

MOST_CONDITIONS: Final = 5
"""How many conditions the first page lists."""

MOST_NAMED: Final = 2
"""How many facts the first page names of one condition; the others are counted, and of many all but one."""

_QUOTED: Final = 240
"""How many characters of an answer it quotes."""


def nothing_concluded(setting: Setting, contradiction: Contradiction) -> tuple[Block, ...]:
    """Why there is no advice yet, in the words that contradict each other."""
    return (
        paragraph(run(setting.texts("deciding.no_advice"), strong=True), contradiction.says, tone=Tone.LEAD),
        *(
            quote(excerpt(said.words, _QUOTED), to=said.ask, chosen=not said.verbatim)
            for said in quotes(contradiction.between)
        ),
        paragraph(setting.texts("deciding.change_one")),
    )


def what_to_work_on(setting: Setting, judged: Judged) -> tuple[Block, ...]:
    """The headline, what lets it be worked on, and what it brings."""
    texts = setting.texts
    means = texts("deciding.means", model=judged.recommended, delivers=judged.work.delivers)
    return (
        paragraph(run(judged.headline, strong=True), tone=Tone.LEAD),
        paragraph(judged.stands_on, _next(setting, judged), means),
    )


def whether_to_commit(setting: Setting, judged: Judged, id: str) -> Section:
    """The decision with the four things that have to be explicit, and what else is to clear."""
    decision = judged.decision
    says = run(decision.says, strong=True, tone=tones.DECISION.get(decision.decision, Tone.PLAIN))
    return Section(
        id=id,
        title=decision.question,
        blocks=(
            paragraph(says, *decision.reasons, _stops(setting, judged), decision.apart),
            _explicit(setting, decision),
            *_more_to_clear(setting, decision),
        ),
    )


def are_cut(decision: DecisionText) -> bool:
    """Whether this cannot say everything that there is to clear."""
    shown = decision.conditions[:MOST_CONDITIONS]
    return len(shown) < len(decision.conditions) or any(_is_shortened(one) for one in shown)


def conditions(setting: Setting) -> Section | None:
    """Everything to clear before committing, where the first page has no room for it."""
    judged = setting.content.judged
    if judged is None or not are_cut(judged.decision):
        return None
    every = [
        paragraph(run(setting.texts("label.title", title=one.title), strong=True), one.says, one.settle)
        for one in judged.decision.conditions
    ]
    return Section(
        id="conditions",
        title=setting.title("conditions"),
        blocks=(paragraph(setting.texts("conditions.intro")), items(every, numbered=True)),
    )


def _next(setting: Setting, judged: Judged) -> str:
    """What comes next and what it needs, unless the headline has said so."""
    says_already = judged.recommended != judged.reachable or any(
        one.id == "sequence.skipped_step" for one in judged.warnings
    )
    if judged.next is None or says_already:
        return ""
    needs = standings(setting.texts, judged.next.needs, most=MOST_NAMED)
    return setting.texts("deciding.next", model=judged.next.title, needs=needs)


def _explicit(setting: Setting, decision: DecisionText) -> Table:
    """The four things that have to be explicit, in the order in which to clear them."""
    texts = setting.texts
    to_clear = {one.id: one for one in decision.conditions if one.kind == "item"}
    return Table(
        caption=texts("deciding.table"),
        columns=(
            Column(title=texts("deciding.column_what"), share=4),
            Column(title=texts("deciding.column_is_it"), share=3),
            Column(title=texts("deciding.column_found"), share=11),
        ),
        rows=tuple(
            (
                text(item.title),
                (
                    run(
                        texts.named("clarity", item.clarity),
                        strong=True,
                        tone=tones.CLARITY.get(item.clarity, Tone.PLAIN),
                    ),
                ),
                _found(setting, item.says, to_clear.get(item.id)),
            )
            for item in decision.items
        ),
    )


def _found(setting: Setting, says: str, condition: Condition | None) -> Text:
    if condition is None or not condition.findings:
        return text(says)
    few = len(condition.findings) <= 2 * MOST_NAMED
    settle = standings(setting.texts, condition.findings, most=MOST_NAMED if few else 1)
    return text(setting.texts("deciding.to_settle", facts=settle))


def _stops(setting: Setting, judged: Judged) -> str:
    """Which warnings call for a stop, for readers who get no list of the warnings."""
    stops = [one for one in judged.warnings if one.severity == "stop" and one.certainty == "certain"]
    if not stops or setting.has("warnings"):
        return ""
    titles = [setting.texts("list.quoted", title=one.title) for one in stops]
    return setting.texts.counted("deciding.stops", len(titles), titles=several(setting.texts, titles))


def _more_to_clear(setting: Setting, decision: DecisionText) -> Iterator[Paragraph]:
    texts = setting.texts
    shown = decision.conditions[:MOST_CONDITIONS]
    others = [texts("list.quoted", title=one.title) for one in shown if one.kind == "warning"]
    said: list[str] = []
    if others:
        titles, alone = several(texts, others), len(others) == len(shown)
        said.append(
            texts.counted("deciding.only_warnings", len(others), titles=titles)
            if alone
            else texts.counted("deciding.warnings_to_clear", len(others), titles=titles)
        )
    if decision.capped:
        said.append(texts("deciding.capped", because=decision.capped))
    if said:
        yield paragraph(*said)


def _is_shortened(condition: Condition) -> bool:
    return condition.kind == "item" and len(condition.findings) > MOST_NAMED
