"""What has to be true of each question of a dialog: the keys of its kind, its answers, their facts."""

from __future__ import annotations

from typing import Final

from chatbot.dialog.places import Placed
from chatbot.dialog.script import UNKNOWN_OPTION, Option, Question, QuestionKind, Script
from chatbot.dialog.understanding.understood import Intent
from chatbot.dialog.values import is_of_initiative, needs_declaration, possible_values
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Level
from chatbot.sources.codes import Code
from chatbot.sources.ids import Ids
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import instead, quoted
from chatbot.sources.typed import Authored

_TAKEN: Final = frozenset({UNKNOWN_OPTION, *(intent.value for intent in Intent)})
_CLOSED: Final = frozenset({AMBITION, DISTRIBUTION_APPLIES})
_KEYS: Final = {
    QuestionKind.CHOICE: ("options",),
    QuestionKind.CHECKLIST: ("items",),
    QuestionKind.TEXT: ("fact", "optional"),
}


class QuestionValidation:
    """Checks the questions of one script, in order."""

    def __init__(self, authored: Authored[Script]) -> None:
        self._file = authored
        self._script = authored.value
        self._stated: set[FactId] = set()

    def check(self, placed: Placed) -> None:
        """Note everything that is wrong with the next question."""
        question, loc = placed.question, placed.loc
        self._check_kind(question, loc)
        if question.facilitator and question.facilitator.minutes < 1:
            minutes = question.facilitator.minutes
            here: Loc = (*loc, "facilitator", "minutes")
            self._add(
                Code.MINUTES_NOT_POSITIVE, here, f"It cannot take {minutes} minutes.", "Write at least 1."
            )
        if question.kind is QuestionKind.CHOICE:
            ids = Ids(taken=_TAKEN)
            for at, option in enumerate(question.options):
                ids.check(self._file, (*loc, "options", at, "id"), option.id)
                self._check_option(option, (*loc, "options", at))
        elif question.kind is QuestionKind.CHECKLIST:
            self._check_items(question, loc)
        else:
            self._check_text(question, loc)
        self._check_refines(question, loc)
        self._stated.update(question.facts())

    def _add(self, code: Code, loc: Loc, message: str, fix: str, *, at_key: bool = False) -> None:
        place = self._file.key(*loc) if at_key else self._file.at(*loc)
        self._file.problems.add(code, place, message, fix)

    def _check_kind(self, question: Question, loc: Loc) -> None:
        kind = question.kind
        for other, keys in _KEYS.items():
            for key in keys:
                if other is not kind and self._file.has(*loc, key):
                    self._add(
                        Code.KEY_OF_ANOTHER_KIND,
                        (*loc, key),
                        f"A question of the kind {quoted(kind.value)} has no {quoted(key)}.",
                        f"Either remove it or change the kind to {quoted(other.value)}.",
                        at_key=True,
                    )
        few = kind is QuestionKind.CHOICE and len(question.options) < 2
        if few or (kind is QuestionKind.CHECKLIST and not question.items):
            self._add(
                Code.ANSWERS_MISSING,
                (*loc, "id"),
                f"The {kind.value} {quoted(question.id)} has too little to choose from.",
                "Add options, at least two." if few else 'Add "items", each with a fact.',
            )

    def _check_option(self, option: Option, loc: Loc) -> None:
        for fact, value in option.facts.items():
            self._check_value(fact, value, (*loc, "facts", fact))
        if Level.NOT_APPLICABLE in option.facts.values() and not option.reason:
            self._add(
                Code.REASON_MISSING,
                (*loc, "facts"),
                "Something does not apply here, and nothing says why.",
                'Add "reason" to the option.',
                at_key=True,
            )

    def _check_value(self, fact: FactId, value: str, loc: Loc) -> None:
        if not Ids(parts=2).check(self._file, loc, fact, at_key=True):
            return
        if needs_declaration(self._script, fact):
            self._add(
                Code.FACT_NOT_DECLARED,
                loc,
                f"Nothing says which values {quoted(fact)} can have.",
                'Either declare it under "facts" at the top or use another fact.',
                at_key=True,
            )
            return
        possible = possible_values(self._script, fact)
        if possible is not None and value not in possible:
            self._add(
                Code.VALUE_DOES_NOT_FIT,
                loc,
                f"{quoted(fact)} cannot be {quoted(value)}.",
                instead(value, sorted(possible)),
            )

    def _check_items(self, question: Question, loc: Loc) -> None:
        facts = Ids(parts=2)
        for at, item in enumerate(question.items):
            here: Loc = (*loc, "items", at, "fact")
            facts.check(self._file, here, item.fact)
            if is_of_initiative(item.fact) or item.fact in self._script.facts:
                self._add(
                    Code.VALUE_DOES_NOT_FIT,
                    here,
                    f"{quoted(item.fact)} has no level, so a checklist cannot ask for it.",
                    "Ask for it in a choice.",
                )

    def _check_text(self, question: Question, loc: Loc) -> None:
        fact = question.fact
        if fact is None or not Ids(parts=2).check(self._file, (*loc, "fact"), fact):
            return
        if not is_of_initiative(fact) or fact in _CLOSED or fact in self._script.facts:
            self._add(
                Code.VALUE_DOES_NOT_FIT,
                (*loc, "fact"),
                f"A text cannot state {quoted(fact)}, which has only certain values.",
                instead(fact, (TITLE, SECTOR), "ask for it in a choice"),
            )

    def _check_refines(self, question: Question, loc: Loc) -> None:
        for at, fact in enumerate(question.refines):
            here = fact in question.facts()
            if here and fact in self._stated:
                continue
            again = [known for known in question.facts() if known in self._stated]
            self._add(
                Code.REFINES_NOTHING,
                (*loc, "refines", at),
                f"{quoted(fact)} is not stated by {'an earlier' if here else 'this'} question.",
                instead(fact, again, "remove it"),
            )
