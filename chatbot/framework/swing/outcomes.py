"""What can differ in a setting, as functions of bits: the recommendation and each warning."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Mapping

from chatbot.framework.model import WarningId
from chatbot.framework.survey import earlier
from chatbot.framework.swing.setting import Fill, Setting


class _Table(dict[int, Hashable]):
    """Works a value out when it is looked up first."""

    def __init__(self, work_out: Callable[[int], Hashable]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, state: int) -> Hashable:
        found = self[state] = self._work_out(state)
        return found


class Outcome(ABC):
    """One thing that may come out differently.

    Attributes:
        name: outcomes of the same name come out alike in the same state.
        bits: those that it rests on.
        counted: whether it rests on how much is known besides.
    """

    name: Hashable
    bits: int
    counted: bool = False

    def __init__(self, setting: Setting, fills: Iterable[Fill] = ()) -> None:
        self._setting = setting
        self._fills = tuple(fills)
        self._narrowed: dict[int, int] = {}
        self._tables: dict[str, _Table] = {}

    def narrowed(self, bits: int) -> int:
        """What of these bits makes a difference."""
        state = self._narrowed.get(bits)
        if state is None:
            state = self._narrowed[bits] = self._narrow(bits & self.bits)
        return state

    def values(self, known: str) -> Mapping[int, Hashable]:
        """How it comes out, by the bits that make a difference, of everything there is to judge.

        Args:
            known: the share that is known of what matters.
        """
        table = self._tables.get(known)
        if table is None:
            table = self._tables[known] = _Table(lambda state: self._worked_out(state, known))
        return table

    def _narrow(self, bits: int) -> int:
        for some, filled in self._fills:
            if bits & some:
                bits |= filled
        return bits

    @abstractmethod
    def _worked_out(self, state: int, known: str) -> Hashable: ...


class Recommendation(Outcome):
    """What is recommended, and what is reachable."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting, setting.step_fills())
        self.name = ("recommendation", setting.name_of(["ambition.reach"]))
        self.bits = setting.step_bits[0] | setting.step_bits[1]

    def _worked_out(self, state: int, known: str) -> Hashable:
        worst, best = self._setting.frontiers(self._setting.bits(state))
        return earlier(self._setting.aim, worst), earlier(self._setting.aim, best)


class Raised(Outcome):
    """Whether one warning is raised, and how surely."""

    def __init__(self, setting: Setting, at: int) -> None:
        super().__init__(setting, setting.all_step_fills())
        warning = setting.rules.warnings[at]
        self.id: WarningId = warning.id
        keys = warning.when.keys() | (warning.possible_when.keys() if warning.possible_when else frozenset())
        self.bits, self.counted = setting.relevant(keys)
        self._by_bits = all(key.startswith("#") for key in keys)
        self._at = at
        self.name = (warning.id, setting.name_of(keys))

    def _worked_out(self, state: int, known: str) -> Hashable:
        setting = self._setting
        if self._by_bits:
            drawn = setting.bits(state)
        else:
            drawn = setting.concluded(state, known)
            setting.rules.committing.items(drawn)
        return setting.rules.raisings[self._at].certainty(drawn)
