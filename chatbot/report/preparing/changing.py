"""What each answer to a question changes, as rows for a facilitator: computed, with all else at its best."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.dialog.script import Question, QuestionKind
from chatbot.facts import LayerId, Level
from chatbot.framework.model import WarningId
from chatbot.framework.wording import STANDINGS
from chatbot.report.document.building import text
from chatbot.report.document.nodes import Column, Table, Text
from chatbot.report.preparing.prepared import Sheet
from chatbot.report.sections.listing import several
from chatbot.room.bearing import Answered, Bearing


def what_changes(sheet: Sheet, question: Question) -> Table | None:
    """A table of the answers with what they change; nothing where none changes anything."""
    bearing = sheet.prepared.bearings.get(question.id)
    if bearing is None or not any(bearing.weight):
        return None
    texts = sheet.texts
    return Table(
        caption=texts("prepare.changes.table", model=sheet.model(bearing.aim)),
        columns=(
            Column(title=texts("prepare.column.answer"), share=5),
            Column(title=texts("prepare.column.changes"), share=6),
        ),
        rows=tuple(_rows(sheet, question, bearing)),
        row_headers=False,
    )


def _rows(sheet: Sheet, question: Question, bearing: Bearing) -> Iterator[tuple[Text, Text]]:
    if question.kind is QuestionKind.CHOICE:
        labels = {str(option.id): option.label for option in question.options}
        for one in bearing.answers:
            yield text(labels[one.option]), text(_effect(sheet, one, bearing))
        return
    labels = {str(item.fact): item.label for item in question.items}
    effects: dict[str, dict[str, list[str]]] = {}
    for one in bearing.answers:
        label = labels.get(one.fact, sheet.texts("prepare.changes.all"))
        effects.setdefault(label, {}).setdefault(_effect(sheet, one, bearing), []).append(one.level)
    for label, by_effect in effects.items():
        for effect, levels in by_effect.items():
            words = several(sheet.texts, [_level(sheet, level) for level in levels])
            yield text(sheet.texts("prepare.changes.item", item=label, levels=words)), text(effect)


def _level(sheet: Sheet, level: str) -> str:
    wording = sheet.prepared.script.levels.get(Level(level))
    return wording.label if wording else level


def _effect(sheet: Sheet, one: Answered, bearing: Bearing) -> str:
    """What comes out otherwise than with everything at its best, as sentences."""
    texts, best = sheet.texts, bearing.best
    said: list[str] = []
    if one.recommended != best.recommended:
        said.append(texts("prepare.changes.recommended", model=sheet.model(one.recommended)))
    if one.decision != best.decision:
        said.append(texts("prepare.changes.decision", decision=texts.named("prepare.decision", one.decision)))
    for layer, standing in one.layers:
        if (layer, standing) not in best.layers:
            said.append(
                texts("prepare.changes.layer", layer=_layer(sheet, layer), standing=STANDINGS[standing])
            )
    raised = [_title(sheet, id) for id in one.warnings if id not in best.warnings]
    if raised:
        said.append(texts.counted("prepare.changes.warnings", len(raised), titles=several(texts, raised)))
    return " ".join(said) or texts("prepare.changes.nothing")


def _layer(sheet: Sheet, id: LayerId) -> str:
    return next(layer.title for layer in sheet.prepared.framework.layers if layer.id == id)


def _title(sheet: Sheet, id: WarningId) -> str:
    """The title of a warning, in quotes."""
    title = next(warning.title for warning in sheet.prepared.framework.warnings if warning.id == id)
    return sheet.texts("list.quoted", title=title)
