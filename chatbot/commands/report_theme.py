"""The theme in force for a report: the one that was named, else the person's own, else ours."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from chatbot.report.theme.reading import load_theme
from chatbot.report.theme.theme import Paper, Theme
from chatbot.settings.place import settings_path
from chatbot.settings.reports import load_report_settings, theme_folder


def theme_for(folder: Path | None, paper: str | None) -> Theme:
    """The theme of a folder, or of the settings; `paper` has the last word on the size of a page.

    Raises:
        SourceError: the settings for reports, or the theme, have a mistake.
        ChatbotError: the theme cannot be read.
    """
    path = settings_path()
    loaded = load_report_settings(path)
    if loaded.problems:
        from chatbot.sources.problems import SourceError

        raise SourceError(loaded.problems)
    theme = load_theme(folder or theme_folder(loaded.settings, path))
    wanted = paper or loaded.settings.paper
    return replace(theme, paper=Paper(wanted)) if wanted else theme
