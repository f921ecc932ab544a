"""The part of the settings that is about reports, which needs nothing that only the chat knows."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from chatbot.settings.content import content_of
from chatbot.settings.settings import ReportSettings
from chatbot.sources.cache import cached

if TYPE_CHECKING:
    from chatbot.sources.problems import Problem


class LoadedReport(msgspec.Struct, frozen=True, kw_only=True):
    """The settings for reports that are in force, and what is wrong with them in the file."""

    settings: ReportSettings
    problems: tuple[Problem, ...] = ()


class _Flawed(Exception):
    """Carries what was read of a file that is not quite right past the cache, which keeps only what is."""

    def __init__(self, loaded: LoadedReport) -> None:
        super().__init__()
        self.loaded = loaded


def load_report_settings(path: Path | None) -> LoadedReport:
    """What a settings file says about reports; it may be missing, and may say nothing. Raises nothing."""
    data, unread = content_of(path)
    if not data:
        return LoadedReport(settings=ReportSettings(), problems=unread)

    def build() -> ReportSettings:
        from chatbot.settings.reading_reports import read_report  # only the first time

        settings, problems = read_report(data, str(path))
        if problems:
            raise _Flawed(LoadedReport(settings=settings, problems=problems))
        return settings

    try:
        return LoadedReport(settings=cached(hashlib.sha256(data).hexdigest(), ReportSettings, build))
    except _Flawed as flawed:
        return flawed.loaded


def theme_folder(settings: ReportSettings, path: Path | None) -> Path | None:
    """The folder of the theme that was set; nothing where none was.

    Args:
        path: the settings file, from whose folder a relative one counts. A leading `~` is the home folder.
    """
    if not settings.theme:
        return None
    try:
        folder = Path(settings.theme).expanduser()
    except RuntimeError:  # there is no home folder
        folder = Path(settings.theme)
    return folder if path is None else path.parent / folder
