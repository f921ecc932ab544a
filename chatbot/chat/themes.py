"""Our themes: calm, with every text at least at the contrast that WCAG asks for (AA, or AAA)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

_LIGHT_BACKGROUNDS: Final = frozenset({"7", *map(str, range(9, 16))})
"""The numbers of the light ones among a terminal's sixteen colours."""

DARK: Final = Theme(
    name="dark",
    primary="#7fc8bd",
    secondary="#93b4d9",
    accent="#7fc8bd",
    foreground="#dde3ea",
    background="#15191f",
    surface="#1b2028",
    panel="#272e38",
    success="#93cf95",
    warning="#e3bd6b",
    error="#f0968c",
    dark=True,
    variables={
        "text-muted": "#9aa6b3",
        "border": "#7fc8bd",
        "border-blurred": "#3a4450",
        "scrollbar": "#3a4450",
        "scrollbar-hover": "#4d5967",
        "scrollbar-active": "#7fc8bd",
        "scrollbar-background": "#15191f",
        "scrollbar-background-hover": "#15191f",
        "scrollbar-background-active": "#15191f",
        "screen-selection-background": "#35524f",
        "screen-selection-foreground": "#ffffff",
        "input-selection-background": "#35524f",
    },
)

LIGHT: Final = Theme(
    name="light",
    primary="#17655d",
    secondary="#2f5685",
    accent="#17655d",
    foreground="#22272d",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e2da",
    success="#2c6432",
    warning="#7a4f00",
    error="#9f2f26",
    dark=False,
    variables={
        "text-muted": "#565d65",
        "border": "#17655d",
        "border-blurred": "#c9c4b9",
        "scrollbar": "#c9c4b9",
        "scrollbar-hover": "#b3ada1",
        "scrollbar-active": "#17655d",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "screen-selection-background": "#cfe4e0",
        "screen-selection-foreground": "#101418",
        "input-selection-background": "#cfe4e0",
    },
)

CONTRAST: Final = Theme(
    name="high-contrast",
    primary="#7fe9ff",
    secondary="#9fc7ff",
    accent="#7fe9ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#00303a",
    success="#8cff8c",
    warning="#ffd84d",
    error="#ffa3a3",
    dark=True,
    variables={
        "text-muted": "#d6d6d6",
        "border": "#ffffff",
        "border-blurred": "#ffffff",
        "scrollbar": "#9a9a9a",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#7fe9ff",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "screen-selection-background": "#ffd84d",
        "screen-selection-foreground": "#000000",
        "input-selection-background": "#7a5c00",
    },
)

_OWN: Final = "ansi_default"

NO_COLOUR: Final = Theme(
    name="no-colour",
    primary=_OWN,
    secondary=_OWN,
    accent=_OWN,
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    boost=_OWN,
    success=_OWN,
    warning=_OWN,
    error=_OWN,
    ansi=True,
    variables={
        "ansi-background": _OWN,
        "ansi-foreground": _OWN,
        "border": _OWN,
        "border-blurred": _OWN,
        "scrollbar": _OWN,
        "scrollbar-hover": _OWN,
        "scrollbar-active": _OWN,
        "scrollbar-background": _OWN,
        "scrollbar-background-hover": _OWN,
        "scrollbar-background-active": _OWN,
        "block-cursor-foreground": _OWN,
        "block-cursor-background": _OWN,
        "block-cursor-text-style": "reverse",
        "block-cursor-blurred-foreground": _OWN,
        "block-cursor-blurred-background": _OWN,
        "block-cursor-blurred-text-style": "reverse",
        "input-cursor-foreground": _OWN,
        "input-cursor-background": _OWN,
        "input-cursor-text-style": "reverse",
        "input-selection-foreground": _OWN,
        "input-selection-background": _OWN,
        "screen-selection-foreground": _OWN,
        "screen-selection-background": _OWN,
    },
)
"""Only the terminal's own two colours: what matters is bold, underlined, reversed, or said in a word."""

THEMES: Final = (DARK, LIGHT, CONTRAST, NO_COLOUR)


def theme_names() -> tuple[str, ...]:
    """The themes that the settings may name: ours, then those that come with Textual."""
    return (*(theme.name for theme in THEMES), *BUILTIN_THEMES)


def usual_theme(environment: Mapping[str, str]) -> str:
    """The theme where none was chosen.

    Args:
        environment: where `NO_COLOR` asks for no colours, and `COLORFGBG`, which some terminals set, tells
            by its last number whether the background is light.
    """
    if environment.get("NO_COLOR"):
        return NO_COLOUR.name
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in _LIGHT_BACKGROUNDS else DARK.name
