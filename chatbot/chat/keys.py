"""The keys in force: those that the actions come with, and those that the person has given them."""

from __future__ import annotations

from collections.abc import Mapping

from chatbot.chat.actions import ACTIONS, FIXED, NO_KEY
from chatbot.settings.key_names import shown
from chatbot.settings.settings import Names


class Keys:
    """Which key does what.

    Args:
        given: for actions that were given other keys, those; see `Settings.keys`.
    """

    def __init__(self, given: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._given = given or {}

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of an action."""
        return self._given.get(name, ACTIONS[name].keys)

    def shown(self, name: str) -> str:
        """The first key of an action as people read it; empty where it has none."""
        keys = self.of(name)
        return shown(keys[0]) if keys else ""

    def all_shown(self, name: str) -> str:
        """All keys of an action as people read them."""
        return " or ".join(shown(key) for key in self.of(name))

    @property
    def keymap(self) -> dict[str, str]:
        """What Textual is to bind differently."""
        return {name: ",".join(keys) or NO_KEY for name, keys in self._given.items()}


def names(themes: tuple[str, ...]) -> Names:
    """What the settings may name."""
    return Names(themes=themes, keys={name: action.keys for name, action in ACTIONS.items()}, fixed=FIXED)
