"""What each role looks like in a theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.color import Color as RichColor
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
_UNDERLINED: Final = frozenset({Role.HEADING, Role.WARN, Role.BAD})
"""What is underlined where there are no colours to tell it by."""

_QUIET: Final = frozenset({Role.MUTED, Role.RULE})


def looks(variables: Mapping[str, str]) -> dict[Role, Style]:
    """The style of each role, to be laid over the style of what it stands on.

    Worked out here and not by component classes, which would be resolved for every widget and every role.

    Args:
        variables: those of a Textual theme. In one that leaves colours to the terminal, what is quiet is
            dim, and a row in focus is reversed. Where all colours are one, headings and what is not well
            are underlined, what is grave is bold too.
    """
    of_terminal = variables["background"].startswith("ansi")
    colourless = of_terminal and variables["primary"] == variables["foreground"]
    styles = {}
    for role in Role:
        colour = _COLOURS.get(role)
        styles[role] = Style(
            color=Color.parse(variables[colour]).rich_color if colour else None,
            bold=True if role in _BOLD or (colourless and role is Role.BAD) else None,
            underline=True if colourless and role in _UNDERLINED else None,
        )
    for role in _QUIET:
        styles[role] = Style(dim=True) if of_terminal else Style(color=_quiet(variables).rich_color)
    panel = Style(bgcolor=Color.parse(variables["panel"]).rich_color)
    styles[Role.FOCUS] = Style(reverse=True) if of_terminal else panel
    block = Style(color=_colour(variables, "background"), bgcolor=_colour(variables, "primary"))
    styles[Role.BLOCK] = Style(reverse=True) if of_terminal else block
    hit = Color.parse(variables["warning"]).rich_color
    styles[Role.FOUND] = (
        Style(reverse=True, bold=True, underline=True)
        if of_terminal
        else Style(underline=True, bold=True, color=hit)
    )
    return styles


def _colour(variables: Mapping[str, str], name: str) -> RichColor:
    return Color.parse(variables[name]).rich_color


def _quiet(variables: Mapping[str, str]) -> Color:
    """The theme's own colour for quiet text; for one that is relative, the foreground at that strength."""
    named = variables["text-muted"]
    if not named.startswith("auto"):
        return Color.parse(named)
    strength = float(named.split()[1].rstrip("%")) / 100
    return Color.parse(variables["background"]).blend(Color.parse(variables["foreground"]), strength)
