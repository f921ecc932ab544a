"""A dialog against the framework: they meet in the ids of facts and in their levels."""

from __future__ import annotations

from chatbot.dialog.places import conditions, questions
from chatbot.dialog.script import QuestionKind, Script
from chatbot.dialog.values import is_of_initiative
from chatbot.facts import AMBITION, FactId, Level
from chatbot.framework.model import Framework, Sign
from chatbot.framework.vocabulary import fact_vocabulary, judged_facts, levels_of
from chatbot.sources.codes import Code
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import Place, instead, quoted
from chatbot.sources.typed import Authored


class CrossCheck:
    """Checks one script against one framework and notes what does not fit in the script's problems."""

    def __init__(self, authored: Authored[Script], framework: Framework) -> None:
        self._file = authored
        self._script = authored.value
        self._values = fact_vocabulary(framework)
        self._judged = {fact.id: fact for fact in judged_facts(framework)}
        self._models = [model.id for model in framework.models]

    def run(self) -> None:
        """Note every finding."""
        for placed in questions(self._script):
            for at, option in enumerate(placed.question.options):
                for fact, value in option.facts.items():
                    self._check_option_fact(fact, value, (*placed.loc, "options", at, "facts", fact))
            for at, item in enumerate(placed.question.items):
                here: Loc = (*placed.loc, "items", at)
                if self._is_known(item.fact, self._file.at(*here, "fact")):
                    for level in item.levels:
                        self._check_level(item.fact, level, self._file.key(*here, "levels", level.value))
        self._check_conditions()
        self._check_coverage()
        self._check_ambitions()
        self._check_level_wording()

    def _is_known(self, fact: FactId, place: Place) -> bool:
        """Whether the framework knows a fact that is not the dialog's own business."""
        if fact in self._judged or is_of_initiative(fact) or fact in self._script.facts:
            return True
        self._file.problems.add(
            Code.FACT_UNKNOWN,
            place,
            f"The framework has no fact {quoted(fact)}.",
            instead(fact, self._judged, 'declare it under "facts" if only this dialog needs it'),
        )
        return False

    def _check_option_fact(self, fact: FactId, value: str, loc: Loc) -> None:
        if not self._is_known(fact, self._file.key(*loc)):
            return
        if fact in self._values:
            self._check_level(fact, value, self._file.at(*loc))

    def _check_level(self, fact: FactId, value: str, place: Place) -> None:
        """Note a value that the framework does not accept for a fact that it knows."""
        if fact not in self._values or value in self._values[fact]:
            return
        if fact == AMBITION:
            code = Code.AMBITION_UNKNOWN
            message = f"The framework has no value model {quoted(value)}."
        elif value == Level.NOT_APPLICABLE and not isinstance(self._judged.get(fact), Sign):
            code = Code.ALWAYS_APPLIES
            message = f"{quoted(fact)} applies to every initiative."
        else:
            kind = "sign" if isinstance(self._judged.get(fact), Sign) else "signal"
            code = Code.LEVEL_DOES_NOT_FIT
            message = f"{quoted(fact)} is a {kind} and is never {quoted(value)}."
        self._file.problems.add(code, place, message, instead(value, sorted(self._values[fact])))

    def _check_conditions(self) -> None:
        for loc, condition in conditions(self._script):
            for atom, place in zip(condition.atoms(), self._file.atoms(*loc), strict=True):
                for value, where in zip(atom.values, place.values, strict=True):
                    self._check_level(FactId(atom.key), value, where)

    def _check_coverage(self) -> None:
        stated = {fact for question in self._script.questions() for fact in question.facts()}
        left = [fact for fact in [AMBITION, *self._judged] if fact not in stated]
        if not left:
            return
        capped = bool(self._script.at_most)
        self._file.problems.add(
            Code.FACT_LEFT_OUT if capped else Code.FACT_NEVER_ASKED,
            self._file.at("dialog"),
            f"No question states {', '.join(left)}.",
            "The dialog is capped, so that may be meant."
            if capped
            else 'Either ask for it or cap what the dialog can conclude with "at_most".',
        )

    def _check_ambitions(self) -> None:
        offered = {
            option.facts[AMBITION]
            for question in self._script.questions()
            for option in question.options
            if AMBITION in option.facts
        }
        left = [model for model in self._models if model not in offered]
        if offered and left:
            self._file.problems.add(
                Code.AMBITION_NOT_OFFERED,
                self._file.at("dialog"),
                f"Nobody can name {', '.join(left)} as the ambition.",
                f"Add an option with facts: {{{AMBITION}: {left[0]}}}.",
            )

    def _check_level_wording(self) -> None:
        """Every level that a checklist can offer is worded."""
        needed: dict[str, str] = {}
        for question in self._script.questions():
            if question.kind is QuestionKind.CHECKLIST:
                for item in question.items:
                    if item.fact in self._judged:
                        for level in sorted(levels_of(self._judged[item.fact]) - {Level.UNKNOWN.value}):
                            needed.setdefault(level, item.fact)
        for level, fact in needed.items():
            if level not in self._script.levels:
                self._file.problems.add(
                    Code.LEVEL_WITHOUT_WORDING,
                    self._file.key("levels"),
                    f"{quoted(fact)} can be {quoted(level)}, and no words are given for that.",
                    f'Add "{level}" with its label.',
                )
