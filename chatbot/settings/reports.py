"""The part of the settings that is about reports, which needs nothing that only the chat knows."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from chatbot.settings.content import content_of
from chatbot.settings.settings import PAPERS, ReportSettings
from chatbot.sources.cache import cached
from chatbot.sources.codes import Code
from chatbot.sources.nodes import MappingNode, Node, Scalar
from chatbot.sources.problems import Problem, Problems, instead, quoted
from chatbot.sources.text import decode

REPORT = "report"
_KEYS = ("theme", "paper")


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
        loaded = _read(data, str(path))
        if loaded.problems:
            raise _Flawed(loaded)
        return loaded.settings

    try:
        return LoadedReport(settings=cached(hashlib.sha256(data).hexdigest(), ReportSettings, build))
    except _Flawed as flawed:
        return flawed.loaded


def report_settings(node: Node | None, problems: Problems) -> ReportSettings:
    """What stands under `report`; what is wrong with it is noted and left out."""
    if node is None:
        return ReportSettings()
    if not isinstance(node, MappingNode):
        problems.add(
            Code.NOT_A_MAPPING,
            node.place,
            "What is set for reports is written as name: value.",
            "Write paper: a4.",
        )
        return ReportSettings()
    for name, entry in node.entries.items():
        if name not in _KEYS:
            problems.add(
                Code.UNKNOWN_KEY,
                entry.place,
                f"{quoted(name)} is not a setting for reports.",
                instead(name, _KEYS, "remove it"),
            )
    values = {name: entry.value for name, entry in node.entries.items()}
    return ReportSettings(
        theme=_folder(values.get("theme"), problems), paper=_paper(values.get("paper"), problems)
    )


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


def _read(data: bytes, path: str) -> LoadedReport:
    from chatbot.sources.reader import read  # loads YAML, which nothing else needs at a usual start

    problems = Problems(path)
    text = decode(data, problems)
    if all(line.lstrip()[:1] in ("", "#") for line in text.split("\n")):
        return LoadedReport(settings=ReportSettings(), problems=tuple(problems.found))
    node = read(text, problems)
    settings = ReportSettings()
    if isinstance(node, MappingNode) and REPORT in node.entries:
        settings = report_settings(node.entries[REPORT].value, problems)
    return LoadedReport(settings=settings, problems=tuple(problems.in_order()))


def _folder(node: Node | None, problems: Problems) -> str:
    if node is None:
        return ""
    if isinstance(node, Scalar) and isinstance(node.value, str) and node.text.strip():
        return node.text
    problems.add(
        Code.NOT_TEXT,
        node.place,
        "The folder of a theme is meant here.",
        "Either write its path or leave theme out.",
    )
    return ""


def _paper(node: Node | None, problems: Problems) -> str:
    if node is None:
        return ""
    said = node.text if isinstance(node, Scalar) else ""
    if said in PAPERS:
        return said
    problems.add(
        Code.NOT_A_CHOICE, node.place, f"{quoted(said)} is not a size of a page.", instead(said, PAPERS)
    )
    return ""
