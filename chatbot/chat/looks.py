"""What each role looks like in a theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.style import Style
from textual.color import Color

from chatbot.chat.lines import Role

_COLOURS: Final = {
    Role.ACCENT: "primary",
    Role.HEADING: "primary",
    Role.KEY: "primary",
    Role.CHOSEN: "primary",
    Role.GOOD: "success",
    Role.WARN: "warning",
    Role.BAD: "error",
}
_BOLD: Final = frozenset({Role.STRONG, Role.HEADING, Role.KEY, Role.CHOSEN})
_QUIET: Final = frozenset({Role.MUTED, Role.RULE})


def looks(variables: Mapping[str, str]) -> dict[Role, Style]:
    """The style of each role, to be laid over the style of what it stands on.

    Worked out here and not by component classes, which would be resolved for every widget and every role.

    Args:
        variables: those of a Textual theme. In one that leaves colours to the terminal, what is quiet is
            dim, and a row in focus is reversed.
    """
    of_terminal = variables["background"].startswith("ansi")
    styles = {}
    for role in Role:
        colour = _COLOURS.get(role)
        styles[role] = Style(
            color=Color.parse(variables[colour]).rich_color if colour else None,
            bold=True if role in _BOLD else None,
        )
    for role in _QUIET:
        styles[role] = Style(dim=True) if of_terminal else Style(color=_quiet(variables).rich_color)
    panel = Style(bgcolor=Color.parse(variables["panel"]).rich_color)
    styles[Role.FOCUS] = Style(reverse=True) if of_terminal else panel
    return styles


def _quiet(variables: Mapping[str, str]) -> Color:
    """The theme's own colour for quiet text; for one that is relative, the foreground at that strength."""
    named = variables["text-muted"]
    if not named.startswith("auto"):
        return Color.parse(named)
    strength = float(named.split()[1].rstrip("%")) / 100
    return Color.parse(variables["background"]).blend(Color.parse(variables["foreground"]), strength)
