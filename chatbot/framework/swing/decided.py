"""The decision in a setting, as a function of bits."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from chatbot.framework.assessment import Certainty, Clarity
from chatbot.framework.raising import Raising, gravest
from chatbot.framework.swing.outcomes import Outcome
from chatbot.framework.swing.parts import only_bit
from chatbot.framework.swing.setting import Setting

T = TypeVar("T")


class Decided(Outcome):
    """Whether resources should be committed.

    There are many states, and few ways in which the items of the commitment and the gravest warning come out.
    So these are worked out first, each for the bits that it rests on, and the decision once for all states in
    which they come out alike.
    """

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, setting.all_step_fills())
        rules = setting.rules
        keys = rules.rule.commit.keys().union(*(reason.when.keys() for reason in rules.rule.hold))
        self.name = ("commitment", setting.aim, setting.at_most, setting.name_of(keys))
        self.bits, self.counted = setting.relevant(keys)
        others = [key for key in keys if key not in rules.items and key != "warnings.certain"]
        self._others, _ = setting.relevant(others)
        self._items: list[_Own[Clarity]] = [
            _Own(setting, item.explicit.keys() | item.missing.keys()) for item in rules.items.values()
        ]
        self._raisings: list[tuple[Raising, _Own[bool]]] = [
            (raising, _Own(setting, warning.when.keys()))
            for warning, raising in zip(rules.warnings, rules.raisings, strict=True)
            if not only_bit(warning.when)
        ]
        """The warnings for which it takes more than a bit."""
        self._severities = [bits for bits in setting.certain_bits.values() if bits]
        """From the gravest to the mildest, the bits that raise a warning by themselves."""
        self._every = sum(self._severities)
        if self.bits & self._every != self._every:
            self._severities = []
        self._alike: dict[Hashable, Hashable] = {}

    def _narrow(self, bits: int) -> int:
        """Of the certain warnings, only how grave the gravest is makes a difference."""
        bits = super()._narrow(bits)
        for at, raising in enumerate(self._severities):
            if bits & raising:
                bits &= ~self._every
                return bits | sum(milder & -milder for milder in self._severities[at:])
        return bits

    def _worked_out(self, state: int, known: str) -> Hashable:
        clarities = tuple([self._clarity(at, state, known) for at in range(len(self._items))])
        worst = self._gravest(state, known)
        asked = (clarities, worst, state & self._others, known)
        if asked not in self._alike:
            rules = self._setting.rules
            drawn = self._setting.concluded(state, known)
            items = rules.committing.items(drawn)
            drawn["warnings.certain"] = worst
            self._alike[asked] = rules.committing.decide(drawn, items, self._setting.at_most).decision
        return self._alike[asked]

    def _clarity(self, at: int, state: int, known: str) -> Clarity:
        own = self._items[at]
        asked = own.asked(state, known)
        if asked not in own.found:
            drawn = self._setting.concluded(state, known)
            own.found[asked] = list(self._setting.rules.committing.items(drawn).values())[at]
        return own.found[asked]

    def _gravest(self, state: int, known: str) -> str:
        setting = self._setting
        certain = [severity for severity, bits in setting.certain_bits.items() if state & bits]
        for raising, own in self._raisings:
            asked = own.asked(state, known)
            if asked not in own.found:
                drawn = setting.concluded(state, known)
                setting.rules.committing.items(drawn)
                own.found[asked] = raising.certainty(drawn) is Certainty.CERTAIN
            if own.found[asked]:
                certain.append(raising.severities[setting.aim])
        return gravest(certain)


class _Own(Generic[T]):
    """What was found for a part of the decision, by all that it rests on."""

    def __init__(self, setting: Setting, keys: Iterable[str]) -> None:
        self._bits, self._counted = setting.relevant(keys)
        self.found: dict[tuple[int, str], T] = {}

    def asked(self, state: int, known: str) -> tuple[int, str]:
        """What it rests on."""
        return state & self._bits, known if self._counted else ""
