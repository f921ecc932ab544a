"""Our two themes: calm, with every text at least at the contrast that WCAG AA asks for."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="chatbot-dark",
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
    name="chatbot-light",
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

THEMES: Final = (DARK, LIGHT)
