"""Ids as authored: well formed, with no meaning of their own, and each used once."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from chatbot.sources.codes import Code
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import quoted
from chatbot.sources.typed import Authored

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


class Ids:
    """Ids that have to differ from each other.

    Args:
        parts: how many names one has, with dots between them.
        taken: ids that mean something else here.
    """

    def __init__(self, *, parts: int = 1, taken: Collection[str] = ()) -> None:
        self._parts = parts
        self._taken = taken
        self._seen: dict[str, str] = {}

    def check(self, file: Authored[object], loc: Loc, written: str, *, at_key: bool = False) -> bool:
        """Note an id that is malformed, taken, or used before.

        Args:
            at_key: whether the id is the key at `loc`, not the value.

        Returns:
            whether it is well formed.
        """
        place = file.key(*loc) if at_key else file.at(*loc)
        names = written.split(".")
        if len(names) != self._parts or not all(map(_NAME.fullmatch, names)):
            form = "owner.name, both" if self._parts == 2 else "it"
            file.problems.add(
                Code.ID_MALFORMED,
                place,
                f"{quoted(written)} cannot be an id.",
                f"Write {form} in small letters, digits and single underscores, beginning with a letter.",
            )
            return False
        if written in self._taken:
            file.problems.add(
                Code.ID_RESERVED, place, f"{quoted(written)} already has a meaning of its own.", "Rename it."
            )
        elif written in self._seen:
            file.problems.add(
                Code.ID_TWICE,
                place,
                f"The id {quoted(written)} is already used at {self._seen[written]}.",
                "Either remove one of the two or rename it.",
            )
        self._seen.setdefault(written, f"{file.problems.path}:{place.line}")
        return True
