"""What following every path proves: what is never reached, what always holds, what is said twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_

from chatbot.check.findings import DialogFacts
from chatbot.check.satisfiable import can_hold
from chatbot.check.search import BOUND, Met, Search, Visit
from chatbot.check.steps import Domains
from chatbot.conditions import Condition, Operator, is_
from chatbot.conditions.words import in_words
from chatbot.dialog.places import Placed, questions
from chatbot.dialog.script import Script
from chatbot.facts import AMBITION, FactId
from chatbot.sources.codes import Code
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import quoted
from chatbot.sources.typed import Authored


class Proofs:
    """The proofs of one script; `run` notes what they show in the problems of its file.

    Args:
        domains: for the facts of the framework, the levels they can be stated at.
        applies_if: for each value model that may not apply, the fact that says so.
        bound: how many answers in situations each search looks at.
    """

    def __init__(
        self,
        authored: Authored[Script],
        domains: Domains,
        applies_if: Mapping[str, str],
        bound: int = BOUND,
    ) -> None:
        self._file = authored
        self._script = authored.value
        self._domains = domains
        self._applies_if = applies_if
        self._bound = bound
        self._placed = list(questions(self._script))
        self._answered = Search(self._script, domains, skipping=False, bound=bound)
        self._any = Search(self._script, domains, skipping=True, bound=bound)
        self._dead: set[Loc] = set()

    def run(self) -> DialogFacts:
        """Note every finding, and say what is known of the paths."""
        self._check_contradictions()
        if self._any.proved and self._answered.proved:
            self._check_topics()
            for placed in self._placed:
                self._check_question(placed)
        else:
            self._note_unproved()
        self._check_stated_twice()
        self._check_ambitions()
        answered = self._answered
        return DialogFacts(
            dialog=self._script.dialog,
            path=self._file.problems.path,
            questions=len(self._placed),
            longest=answered.longest,
            shortest=answered.shortest,
            states=answered.states + self._any.states,
            bound=self._bound,
            proved=answered.proved and self._any.proved,
        )

    def _add(self, code: Code, loc: Loc, message: str, fix: str, *, at_key: bool = False) -> None:
        place = self._file.key(*loc) if at_key else self._file.at(*loc)
        self._file.problems.add(code, place, message, fix)

    def _check_contradictions(self) -> None:
        """Conditions that no values at all can meet."""
        for placed in self._placed:
            around: list[Condition] = []
            steps: list[tuple[Loc, Condition | None]] = [
                (placed.topic_loc, placed.topic.when),
                (placed.loc, placed.question.when),
            ]
            for loc, when in steps:
                self._contradicts(loc, when, around)
                around += [when] if when else []
            for at, option in enumerate(placed.question.options):
                self._contradicts((*placed.loc, "options", at), option.when, around)

    def _contradicts(self, loc: Loc, when: Condition | None, around: list[Condition]) -> None:
        if when is None or loc in self._dead:
            return
        if can_hold([when]) is False:
            self._dead.add(loc)
            self._add(
                Code.CONTRADICTS_ITSELF,
                (*loc, "when"),
                f"This can never hold, because its parts exclude each other: {in_words(when)}.",
                "Either remove one part or use any in place of all.",
            )
        elif around and can_hold([*around, when]) is False:
            self._dead.add(loc)
            outer = " and ".join(in_words(condition) for condition in around)
            self._add(
                Code.CONTRADICTS_TOPIC,
                (*loc, "when"),
                f"This can never hold together with the condition around it ({outer}): {in_words(when)}.",
                "Either change one of the two or move this elsewhere.",
            )

    def _check_topics(self) -> None:
        visits = list(zip(self._placed, self._any.visits, strict=True))
        for at, topic in enumerate(self._script.topics):
            loc: Loc = ("topics", at)
            own = [(placed, visit) for placed, visit in visits if placed.topic_loc == loc]
            if topic.when is None or loc in self._dead:
                continue
            if not any(visit.topic.held for _, visit in own):
                self._dead.add(loc)
                self._unreachable(Code.TOPIC_UNREACHABLE, loc, f"topic {quoted(topic.id)}", own[0][1].topic)
                continue
            if not any(visit.topic.failed for _, visit in own):
                self._always(loc, topic.when)
            bits = reduce(or_, (visit.topic.bits for _, visit in own))
            self._check_parts(loc, topic.when, Met(bits=bits))
            decides = topic.when.keys()
            for placed, _ in own[:-1]:
                for fact in placed.question.facts():
                    if fact in decides:
                        self._add(
                            Code.TOPIC_CHANGES_ITSELF,
                            (*placed.loc, "id"),
                            f"The topic depends on {quoted(fact)}, which this question in it may change.",
                            "Either move the question before the topic or leave it to the last place.",
                        )

    def _check_question(self, placed: Placed) -> None:
        question, loc = placed.question, placed.loc
        visit = self._any.visits[placed.number]
        if loc in self._dead or placed.topic_loc in self._dead:
            return
        if not visit.asked:
            self._unreachable(
                Code.QUESTION_UNREACHABLE, loc, f"question {quoted(question.id)}", visit.own, placed
            )
            return
        answered = self._answered.visits[placed.number]
        if not answered.asked:
            self._add(
                Code.ONLY_BY_SKIPPING,
                (*loc, "id"),
                f"The question {quoted(question.id)} is asked only if an earlier one was skipped.",
                "Either change its condition or remove it.",
            )
        if question.when:
            if not visit.own.failed:
                self._always(loc, question.when)
            self._check_parts(loc, question.when, visit.own)
        self._check_options(placed, visit)
        if answered.fewest and question.options and answered.fewest[0] < 2:
            number, situation = answered.fewest
            path = self._answered.witness(placed.number, situation)
            self._add(
                Code.TOO_FEW_OPTIONS,
                (*loc, "id"),
                f"With {path}, the question {quoted(question.id)} offers {number} of its options.",
                "Either ask it only when there is a choice or give more options without a condition.",
            )

    def _check_options(self, placed: Placed, visit: Visit) -> None:
        for at, option in enumerate(placed.question.options):
            here: Loc = (*placed.loc, "options", at)
            if option.when is None or here in self._dead:
                continue
            met = visit.options[at]
            if not met.held:
                self._unreachable(Code.OPTION_UNREACHABLE, here, f"option {quoted(option.id)}", met)
                continue
            if not met.failed:
                self._always(here, option.when)
            self._check_parts(here, option.when, met)

    def _unreachable(self, code: Code, loc: Loc, what: str, met: Met, placed: Placed | None = None) -> None:
        """Say what is never reached, with the condition that never holds and the reason."""
        if placed is not None and placed.question.when is None:
            self._add(
                code,
                (*loc, "id"),
                f"No path reaches the {what}: its topic's condition no longer holds by then.",
                "Either change that condition or move the question.",
            )
            return
        when = self._condition_at(loc)
        never = [
            f"{atom.key} is never {' or '.join(atom.values)} here"
            for atom in when.atoms()
            if not met.bits & self._any.steps.bit(atom)
        ]
        why = f", because {' and '.join(dict.fromkeys(never))}" if never else ""
        self._add(
            code,
            (*loc, "when"),
            f"No path reaches the {what}: its condition never holds ({in_words(when)}){why}.",
            "Either change the condition or remove what it guards.",
        )

    def _condition_at(self, loc: Loc) -> Condition:
        topic = self._script.topics[int(loc[1])]
        when = topic.when
        if len(loc) > 2:
            when = topic.questions[int(loc[3])].when
        if len(loc) > 4:
            when = topic.questions[int(loc[3])].options[int(loc[5])].when
        assert when is not None
        return when

    def _always(self, loc: Loc, when: Condition) -> None:
        self._add(
            Code.ALWAYS_HOLDS,
            (*loc, "when"),
            f"This condition holds on every path, so it decides nothing: {in_words(when)}.",
            "Either remove it or change it.",
        )

    def _check_parts(self, loc: Loc, when: Condition, met: Met) -> None:
        """Comparisons that never hold, in a condition that does."""
        here: Loc = (*loc, "when")
        for atom, place in zip(when.atoms(), self._file.atoms(*here), strict=True):
            if not met.bits & self._any.steps.bit(atom):
                self._file.problems.add(
                    Code.PART_NEVER_HOLDS,
                    place.key,
                    f"{in_words(atom)}: this part never holds here, as no answer before it says so.",
                    "Either remove it or let an earlier question say so.",
                )

    def _note_unproved(self) -> None:
        self._add(
            Code.NOT_PROVED,
            ("dialog",),
            f"There are too many paths to follow within the bound of {self._bound} answers, so what no path"
            " reaches is not known.",
            "Let fewer facts decide about later questions, or let them decide sooner.",
        )

    def _check_stated_twice(self) -> None:
        """Two answers on one path that state the same fact, where the later does not say that it refines."""
        stated: dict[FactId, Placed] = {}
        suspects: dict[FactId, list[Placed]] = {}
        for placed in self._placed:
            for fact in placed.question.facts():
                if fact in stated and fact not in placed.question.refines:
                    suspects.setdefault(fact, []).append(placed)
                stated.setdefault(fact, placed)
        for fact, later in suspects.items():
            search = Search(
                self._script,
                self._domains,
                skipping=True,
                tracked=frozenset({fact}),
                bound=self._bound,
            )
            for placed in later:
                situation = search.visits[placed.number].again.get(fact)
                if situation is None:
                    continue
                path = search.witness(placed.number, situation)
                self._add(
                    Code.FACT_SET_TWICE,
                    (*placed.loc, "id"),
                    f"With {path}, the question {quoted(placed.question.id)} states {quoted(fact)} again.",
                    'Either add it to "refines" or let only one of the two be asked.',
                )

    def _check_ambitions(self) -> None:
        """An ambition and the answer that its value model does not apply have to be cleared up."""
        for model, fact in self._applies_if.items():
            goal = Condition(op=Operator.ALL, parts=(is_(AMBITION, model), is_(fact, "false")))
            search = Search(self._script, self._domains, skipping=False, goal=goal, bound=self._bound)
            if search.goal is not None:
                path = search.witness(len(self._placed), search.goal)
                self._add(
                    Code.CONTRADICTION_NOT_CLEARED,
                    ("dialog",),
                    f"With {path}, the ambition is {quoted(model)} and {fact} is false at the end.",
                    f'Add a question after both with "refines: [{AMBITION}, {fact}]" that clears it up.',
                )
