"""Searching all combinations of what may be so, for what each choice can change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

import msgspec

from chatbot.facts import FactId, Facts, ModelId
from chatbot.framework.assess import Assessor
from chatbot.framework.swing.choices import Choice, Swing
from chatbot.framework.swing.clusters import Cluster, clustered, touched
from chatbot.framework.swing.decided import Decided
from chatbot.framework.swing.findings import Findings
from chatbot.framework.swing.outcomes import Outcome, Raised, Recommendation
from chatbot.framework.swing.rules import Rules
from chatbot.framework.swing.setting import Setting
from chatbot.framework.swing.situation import Movements, Situation


class Swings:
    """The rules of one framework, prepared for searches."""

    def __init__(self, assessor: Assessor) -> None:
        self._rules = Rules(assessor)

    def search(self) -> Search:
        """A new search; what its situations have in common is looked at once."""
        return Search(self._rules)

    def swings(
        self, settled: Facts, choices: Iterable[Choice], *, at_most: str = ""
    ) -> dict[Hashable, Swing]:
        """What each choice can change while all others may be so or so.

        Raises:
            CaseError: the settled facts contradict each other.
            ValueError: a choice states a fact that is not its own.
        """
        choices = tuple(choices)
        search = self.search()
        findings = search.findings(choice.id for choice in choices)
        findings.look_at(search.situation(settled, search.prepare(choices), at_most=at_most))
        return {choice.id: findings.swing(choice.id) for choice in choices}


class Prepared(msgspec.Struct, frozen=True):
    """Choices.

    Attributes:
        numbers: by choice, the number of each alternative.
        stated: the facts that they may state.
        clusters: the owners that they tie together, with these choices.
    """

    numbers: dict[Hashable, tuple[int, ...]]
    stated: frozenset[FactId]
    clusters: tuple[tuple[tuple[str, ...], tuple[Hashable, ...]], ...]


class Search:
    """One search; it remembers what it looked at, so it is best let go of afterwards."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._clusters: dict[object, Cluster] = {}
        self._settings: dict[Hashable, tuple[Setting, tuple[Outcome, ...]]] = {}
        self._outcomes: dict[Hashable, Outcome] = {}
        self._situations: dict[Hashable, Situation] = {}
        self._movements: Movements = {}

    def findings(self, choices: Iterable[Hashable]) -> Findings:
        """An empty list of findings about some choices."""
        return Findings([warning.id for warning in self._rules.warnings], choices)

    def prepare(self, choices: Iterable[Choice]) -> Prepared:
        """Choices, ready to be put into any number of situations.

        Raises:
            ValueError: two state the same fact, or one states a fact that is not judged, as one about the
                initiative itself; that decides which rules apply.
        """
        coding = self._rules.coding
        touching = []
        numbers: dict[Hashable, tuple[int, ...]] = {}
        stated: set[FactId] = set()
        for choice in choices:
            facts = touched(choice)
            if not (stated.isdisjoint(facts) and facts <= coding.owner.keys()):
                raise ValueError(f"The choice {choice.id!r} states a fact that is not its own.")
            stated |= facts
            touching.append((choice.id, facts))
            numbers[choice.id] = tuple(coding.number(facts, one) for one in choice.alternatives)
        clusters = tuple(clustered(one for one in touching if one[1]))
        return Prepared(numbers, frozenset(stated), clusters)

    def situation(self, settled: Facts, choices: Prepared, *, at_most: str = "") -> Situation:
        """A situation, ready for questions; the same one where the same is settled and open.

        Args:
            settled: what is so in every combination, unless a choice says otherwise; what is missing was not
                asked.
            choices: what may be so or so.
            at_most: the best decision that may be concluded; empty for no cap.

        Raises:
            CaseError: the settled facts contradict each other.
        """
        coding = self._rules.coding
        setting, outcomes = self._setting(settled, at_most)
        base = coding.number((fact for fact in coding.owner if fact not in choices.stated), settled)
        asked = (setting.name, base, tuple(choices.numbers.items()))
        if asked not in self._situations:
            clusters = self._clusters_of(setting, choices, base)
            self._situations[asked] = Situation(
                setting, outcomes, clusters, base, choices.numbers, self._movements
            )
        return self._situations[asked]

    def _clusters_of(self, setting: Setting, choices: Prepared, base: int) -> tuple[Cluster, ...]:
        still = dict.fromkeys(self._rules.coding.facts)
        clusters = []
        for owners, ids in choices.clusters:
            for owner in owners:
                del still[owner]
            clusters.append(self._cluster(owners, ids, base, choices.numbers, setting))
        clusters.append(self._cluster(tuple(still), (), base, choices.numbers, setting))
        return tuple(clusters)

    def _setting(self, settled: Facts, at_most: str) -> tuple[Setting, tuple[Outcome, ...]]:
        """What is said of the initiative itself; where it judges alike, what was worked out is used again."""
        own = {fact: value for fact, value in settled.items() if fact not in self._rules.coding.owner}
        setting = Setting(self._rules, own, at_most)
        if setting.name not in self._settings:
            outcomes = tuple(self._outcomes.setdefault(one.name, one) for one in _outcomes_of(setting))
            self._settings[setting.name] = setting, outcomes
        return self._settings[setting.name]

    def _cluster(
        self,
        owners: tuple[str, ...],
        ids: tuple[Hashable, ...],
        base: int,
        numbers: Mapping[Hashable, tuple[int, ...]],
        setting: Setting,
    ) -> Cluster:
        coding = self._rules.coding
        settled = tuple(coding.of(owner, base) for owner in owners)
        choices = tuple((id, numbers[id]) for id in ids)
        applies = tuple(setting.applies.get(ModelId(owner), True) for owner in owners)
        asked = (owners, applies, settled, choices)
        if asked not in self._clusters:
            self._clusters[asked] = Cluster(self._rules, owners, setting.applies, base, choices)
        return self._clusters[asked]


def _outcomes_of(setting: Setting) -> tuple[Outcome, ...]:
    """Everything that can differ: recommendation, decision, warnings in the framework's order."""
    warnings = (Raised(setting, at) for at in range(len(setting.rules.warnings)))
    return (Recommendation(setting), Decided(setting), *warnings)
