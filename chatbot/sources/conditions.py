"""Conditions as authored, turned into `chatbot.conditions.Condition`, each part with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from chatbot.conditions import Condition, Operator
from chatbot.sources.codes import Code
from chatbot.sources.nodes import Entry, MappingNode, Node, Scalar, Sequence
from chatbot.sources.problems import Place, Problems, instead, quoted

_LISTS: Final = {"all": Operator.ALL, "any": Operator.ANY, "none": Operator.NONE}
_OTHER_WORDS: Final = {"and": "all", "or": "any", "not": "none", "if": "all", "at_most": "at_least"}
_FORM: Final = "Write {fact: level}, or all, any, none or at_least with the conditions that they combine."

INVALID: Final = Condition(op=Operator.ALL)
"""What stands in for a condition that cannot be read; there is a problem wherever it is given."""


class AtomPlace(msgspec.Struct, frozen=True):
    """Where one `fact: values` of a condition is: its key, and each value in order."""

    key: Place
    values: tuple[Place, ...]


class ConditionReader:
    """Reads one condition; `atoms` then has the places of `Condition.atoms()`, in the same order."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.atoms: list[AtomPlace] = []

    def read(self, node: Node) -> Condition:
        """The condition that `node` says; what is wrong with it is noted with its place."""
        if not isinstance(node, MappingNode):
            fix = _FORM
            if isinstance(node, Sequence):
                fix = "Either write all: before the list or any:, by what is meant."
            self._problems.add(Code.NOT_A_CONDITION, node.place, "This is not a condition.", fix)
            return INVALID
        if not node.entries:
            self._problems.add(
                Code.EMPTY_CONDITION,
                node.place,
                "This condition says nothing.",
                "Either write what has to hold or leave it out.",
            )
            return INVALID
        parts = tuple(self._entry(key, entry) for key, entry in node.entries.items())
        return parts[0] if len(parts) == 1 else Condition(op=Operator.ALL, parts=parts)

    def _entry(self, key: str, entry: Entry) -> Condition:
        if key in _LISTS:
            return Condition(op=_LISTS[key], parts=self._parts(key, entry.value))
        if key == "at_least":
            return self._at_least(entry)
        if key in _OTHER_WORDS:
            self._problems.add(
                Code.NOT_A_CONDITION,
                entry.place,
                f"{quoted(key)} does not combine conditions.",
                f"Either write {quoted(_OTHER_WORDS[key])} or the id of a fact.",
            )
            return INVALID
        return self._atom(key, entry)

    def _parts(self, key: str, node: Node) -> tuple[Condition, ...]:
        if not isinstance(node, Sequence):
            self._problems.add(
                Code.NOT_A_CONDITION,
                node.place,
                f"{quoted(key)} needs a list of conditions.",
                "Put each on a line of its own behind a dash.",
            )
            return ()
        if not node.items:
            self._problems.add(
                Code.EMPTY_CONDITION,
                node.place,
                f"{quoted(key)} has no conditions.",
                "Either write at least one or leave it out.",
            )
        return tuple(self.read(item) for item in node.items)

    def _at_least(self, entry: Entry) -> Condition:
        node = entry.value
        if not isinstance(node, MappingNode) or set(node.entries) != {"n", "of"}:
            self._problems.add(
                Code.NOT_A_CONDITION,
                node.place,
                '"at_least" needs a number and the conditions that it counts.',
                "Write at_least: {n: 2, of: [...]}.",
            )
            return INVALID
        parts = self._parts("of", node.entries["of"].value)
        number = node.entries["n"].value
        n = number.value if isinstance(number, Scalar) else None
        if type(n) is not int or not 1 <= n <= len(parts):
            self._problems.add(
                Code.COUNT_OUT_OF_RANGE,
                number.place,
                f'"n" has to be a number from 1 to {len(parts)}, the number of conditions.',
                "Either change it or the list.",
            )
            return INVALID
        return Condition(op=Operator.AT_LEAST, n=n, parts=parts)

    def _atom(self, key: str, entry: Entry) -> Condition:
        node = entry.value
        items = node.items if isinstance(node, Sequence) else (node,)
        if not items:
            self._problems.add(
                Code.EMPTY_CONDITION,
                node.place,
                f"No value is given for {quoted(key)}.",
                "Either write at least one or leave it out.",
            )
        words: dict[str, Place] = {}
        for item in items:
            if not isinstance(item, Scalar) or item.value is None or not item.text.strip():
                self._problems.add(
                    Code.NOT_A_WORD,
                    item.place,
                    f"{quoted(key)} is compared with a word or a list of words.",
                    _FORM,
                )
            elif item.text in words:
                self._problems.add(
                    Code.VALUE_TWICE, item.place, f"{quoted(item.text)} is already listed.", "Remove it."
                )
            else:
                words[item.text] = item.place
        self.atoms.append(AtomPlace(entry.place, tuple(words.values())))
        return Condition(op=Operator.IS, key=key, values=tuple(words))


def check_vocabulary(
    condition: Condition,
    places: tuple[AtomPlace, ...],
    vocabulary: Mapping[str, frozenset[str]],
    problems: Problems,
) -> None:
    """Note every key that nothing defines and every value that its key can never have.

    Args:
        vocabulary: for each key that may be read, its values.
    """
    for atom, place in zip(condition.atoms(), places, strict=True):
        if atom.key not in vocabulary:
            problems.add(
                Code.UNKNOWN_CONDITION_KEY,
                place.key,
                f"Nothing here is called {quoted(atom.key)}.",
                instead(atom.key, sorted(vocabulary), "remove it"),
            )
            continue
        possible = vocabulary[atom.key]
        for value, where in zip(atom.values, place.values, strict=True):
            if value not in possible:
                problems.add(
                    Code.IMPOSSIBLE_VALUE,
                    where,
                    f"{quoted(atom.key)} is never {quoted(value)}.",
                    instead(value, sorted(possible), "remove it"),
                )
