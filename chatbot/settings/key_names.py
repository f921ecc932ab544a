"""Names of keys: as people write them, as Textual reads them, and as they are shown."""

from __future__ import annotations

import re
from typing import Final

_MODIFIERS: Final = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "option": "alt", "shift": "shift"}
_ORDER: Final = ("alt", "ctrl", "shift")
_NAMED: Final = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}
"""Keys that have a name, and how they are shown."""

_ALIASES: Final = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
_ALIASES_SHOWN: Final = {"ins": "insert", "page_up": "pageup", "page_down": "pagedown"}
_SIGNS: Final = {
    "/": "slash",
    "\\": "backslash",
    "-": "minus",
    "_": "underscore",
    "]": "right_square_bracket",
    "^": "circumflex_accent",
    "@": "at",
}
"""Signs that a terminal can send together with ctrl or alt, and what Textual calls them."""

_LETTER: Final = re.compile(r"[a-z0-9]")
_SAME: Final = {"ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+h": "Backspace", "ctrl+j": "a new line"}
"""What terminals cannot tell from another key."""


class KeyNameError(ValueError):
    """It names no key that an action can have; says why, in one sentence."""


def key_named(written: str) -> str:
    """The key that somebody wrote, as Textual names it: `Ctrl+G` is `ctrl+g`, `PgUp` is `pageup`.

    Raises:
        KeyNameError: there is no such key, or it is one that only types.
    """
    *before, base = [part.strip().casefold() for part in written.strip().split("+")]
    modifiers = {_MODIFIERS.get(part, "") for part in before}
    if "" in modifiers:
        raise KeyNameError("In front of a key there can be ctrl, alt and shift only.")
    base = _ALIASES.get(base) or _ALIASES_SHOWN.get(base) or base
    if base not in _NAMED:
        if base not in _SIGNS and base not in _SIGNS.values() and not _LETTER.fullmatch(base):
            raise KeyNameError("There is no key of this name.")
        if not modifiers - {"shift"}:
            raise KeyNameError("This key types a character, which would then be missing in your answers.")
    named = "+".join([*(one for one in _ORDER if one in modifiers), _SIGNS.get(base, base)])
    if named in _SAME:
        raise KeyNameError(f"In a terminal this is the same as {_SAME[named]}.")
    return named


def shown(key: str) -> str:
    """A key as people read it: `ctrl+g` is `Ctrl+G`, `pageup` is `PgUp`."""
    *modifiers, base = key.split("+")
    signs = {name: sign for sign, name in _SIGNS.items()}
    last = _NAMED.get(base) or signs.get(base) or base.upper()
    order = sorted(modifiers, key=("ctrl", "alt", "shift").index)
    return "+".join([*(one.capitalize() for one in order), last])
