"""What holds for a whole situation: what is said of the initiative itself, and the dialog's cap."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeAlias, cast

from chatbot.conditions import Condition, compiled
from chatbot.facts import AMBITION, Facts
from chatbot.framework.conclusions import (
    CONTROL_MARKS,
    LAYER_MARKS,
    Drawn,
    of_all_layers,
    of_ambition,
    of_controls,
)
from chatbot.framework.model import Severity
from chatbot.framework.sequence import Rungs, furthest
from chatbot.framework.swing.parts import SET, broken_bit, key, mask_of, only_bit
from chatbot.framework.swing.rules import Rules

Fill: TypeAlias = tuple[int, int]
"""Where one of the first bits is set, none of the second makes a difference, so all of them are set."""

_LAYER_MASK: Final = sum(LAYER_MARKS)
_CONTROL_MASK: Final = sum(CONTROL_MARKS)
_OF_SEQUENCE: Final = ("ambition.reach", "ambition.recommended")
_GRAVEST_FIRST: Final = (Severity.STOP, Severity.CAUTION, Severity.WATCH)


class Setting:
    """What every combination of a situation has in common for the rules.

    Attributes:
        aim: the position of the ambition.
        ambition: the value model aimed at, if one is known.
        applies: for value models that may drop out, whether they do.
        name: settings of the same name judge alike.
        mattering: the facts that matter, of those that a layer or value model owns.
        judged: how many facts matter in all.
        settled_count: of those besides, how many do not apply, times `Rules.stride`, and are not known.
    """

    def __init__(self, rules: Rules, facts: Facts, at_most: str) -> None:
        """Read the setting from the facts about the initiative.

        Raises:
            CaseError: they contradict each other.
        """
        assessor = rules.assessor
        survey = assessor.surveyor.survey(facts)
        self.rules, self.at_most = rules, at_most
        self.ambition, self.aim, self.applies = survey.ambition, survey.aim, survey.applies
        self.mattering = frozenset(assessor.relevance.mattering(self.ambition, self.applies))
        conditions = assessor.conclusions.conditions(self.ambition, self.applies, facts)
        unclear = conditions.count("unknown") + conditions.count(None)
        self.judged = len(self.mattering) + len(conditions)
        self.settled_count = conditions.count("not_applicable") * rules.stride + unclear
        own = {fact: value for fact, value in facts.items() if fact in rules.named or fact == AMBITION}
        self.name: Hashable = (
            self.ambition,
            tuple(self.applies.items()),
            tuple(sorted(own.items())),
            tuple(conditions),
            at_most,
        )
        self._base = cast("Drawn", own)  # a fact's id is one of the keys
        ladder = assessor.ladder
        self._chains = ladder.longest(self.applies), ladder.shortest(self.applies)

    @cached_property
    def step_bits(self) -> tuple[int, int]:
        """The bits for how far the sequence reaches at worst and at best, up to the ambition."""
        worst, best = (
            mask_of(frozenset().union(*(step.keys() for step in self._steps(end)))) for end in (0, 1)
        )
        return worst, best

    @cached_property
    def certain_bits(self) -> dict[Severity, int]:
        """By severity, from the gravest, the bits that raise a warning of it for certain, each by itself."""
        bits = dict.fromkeys(_GRAVEST_FIRST, 0)
        for warning, raising in zip(self.rules.warnings, self.rules.raisings, strict=True):
            bits[raising.severities[self.aim]] |= only_bit(warning.when)
        return bits

    @cached_property
    def _rungs(self) -> tuple[Rungs, Rungs]:
        return self._rungs_of(0), self._rungs_of(1)

    def step_fills(self) -> Iterator[Fill]:
        """A step that fails makes those after it indifferent."""
        for end in (0, 1):
            plain = [bit for step in self._steps(end) if (bit := broken_bit(step))]
            yield from ((bit, sum(plain[at:])) for at, bit in enumerate(plain))

    def all_step_fills(self) -> Iterator[Fill]:
        """For whether the ambition is reached, any step that fails makes all steps indifferent."""
        for end in (0, 1):
            plain = sum(broken_bit(step) for step in self._steps(end))
            yield plain, plain

    def frontiers(self, drawn: Drawn) -> tuple[int, int]:
        """How far the sequence reaches at worst and at best, if not further than the ambition."""
        worst, best = (
            furthest(chain[0], rungs, drawn) for chain, rungs in zip(self._chains, self._rungs, strict=True)
        )
        return worst, best

    def bits(self, state: int) -> Drawn:
        """The bits of a state, and what is said of the initiative."""
        drawn = dict(self._base)
        while state:
            low = state & -state
            drawn[key(low.bit_length() - 1)] = SET
            state ^= low
        return drawn

    def concluded(self, state: int, known: str) -> Drawn:
        """Everything that a rule may read, save how the items of the commitment come out.

        Args:
            known: the share that is known of what matters.
        """
        drawn = self.bits(state)
        of_all_layers(drawn, state >> self.rules.layer_marks & _LAYER_MASK)
        of_ambition(drawn, self.ambition, self.aim, *self.frontiers(drawn))
        drawn["ambition.known"] = known
        of_controls(drawn, state >> self.rules.control_marks[self.ambition] & _CONTROL_MASK)
        return drawn

    def relevant(self, keys: Iterable[str]) -> tuple[int, bool]:
        """The bits that conclusions rest on, by their keys, and whether they rest on how much is known."""
        rules, bits = self.rules, 0
        behind = rules.behind(keys)
        for name in behind:
            kind = name.partition(".")[0]
            if name in _OF_SEQUENCE and self.aim is not None:
                bits |= self.step_bits[0] | self.step_bits[1]
            elif kind == "layers":
                bits |= _LAYER_MASK << rules.layer_marks
            elif kind == "controls":
                bits |= _CONTROL_MASK << rules.control_marks[self.ambition]
        return bits | mask_of(behind), "ambition.known" in behind

    def name_of(self, keys: Iterable[str]) -> Hashable:
        """Tells settings apart as far as conclusions rest on them, by their keys."""
        named: list[Hashable] = []
        for name in sorted(self.rules.behind(keys)):
            if name in _OF_SEQUENCE:
                named.append((self.aim, self._chains))
            elif name.startswith(("controls.", "ambition")):
                named.append(self.ambition)
            elif name in self._base:
                named.append((name, self._base[name]))
        return tuple(named)

    def _steps(self, end: int) -> list[Condition]:
        """What it takes to get from one value model to the next, up to the ambition."""
        aim = len(self.rules.assessor.ladder.models) if self.aim is None else self.aim
        return [self.rules.steps[pair][end] for pair in pairwise(self._chains[end]) if pair[1] <= aim]

    def _rungs_of(self, end: int) -> Rungs:
        positions = self._chains[end][1:]
        return tuple((at, compiled(step)) for at, step in zip(positions, self._steps(end), strict=False))
