"""Reads what the settings say about reports, and notes what is wrong with it."""

from __future__ import annotations

from typing import Final

from chatbot.settings.settings import PAPERS, ReportSettings
from chatbot.sources.codes import Code
from chatbot.sources.nodes import MappingNode, Node, Scalar
from chatbot.sources.problems import Problem, Problems, instead, quoted
from chatbot.sources.text import decode

REPORT: Final = "report"
_KEYS: Final = ("theme", "paper")


def read_report(data: bytes, path: str) -> tuple[ReportSettings, tuple[Problem, ...]]:
    """What a settings file says about reports, and what is wrong with that."""
    from chatbot.sources.reader import read  # loads YAML, which the chat needs not at a usual start

    problems = Problems(path)
    text = decode(data, problems)
    if all(line.lstrip()[:1] in ("", "#") for line in text.split("\n")):
        return ReportSettings(), tuple(problems.found)
    node = read(text, problems)
    settings = ReportSettings()
    if isinstance(node, MappingNode) and REPORT in node.entries:
        settings = report_settings(node.entries[REPORT].value, problems)
    return settings, tuple(problems.in_order())


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
