"""Comparisons as JSON: one that reads back, and that a schema can be derived for."""

from __future__ import annotations

import msgspec

from chatbot.framework.assessment import Clarity, GateStanding, Reach
from chatbot.report.comparing.compared import Compared
from chatbot.report.comparing.data import VERSION, Caution, ProgressReport
from chatbot.report.comparing.moves import Change, Movement, NotAsked, WarningStatus
from chatbot.report.comparing.portfolio import SideBySideReport
from chatbot.report.comparing.progress import progress_of
from chatbot.report.comparing.side_by_side import side_by_side_of
from chatbot.report.comparing.words import WORDS
from chatbot.report.published import written
from chatbot.report.theme.ours import our_words
from tests.report.comparing.conftest import Holding


def test_progress_says_its_kind_and_reads_back_as_it_was(example: Compared, holding: Holding) -> None:
    progress = progress_of(example, holding("quick", dialog="quick", like_example=False))
    said = written(progress)
    data = msgspec.json.decode(said)
    assert (data["kind"], data["version"]) == ("progress", VERSION)
    assert msgspec.json.decode(said, type=ProgressReport) == progress
    assert written(progress) == said


def test_side_by_side_says_its_kind_and_reads_back_as_it_was(example: Compared, holding: Holding) -> None:
    several = side_by_side_of([example, holding("other")])
    said = written(several)
    assert msgspec.json.decode(said)["kind"] == "side_by_side"
    assert msgspec.json.decode(said, type=SideBySideReport) == several


def test_every_key_has_a_type_in_the_derived_schema() -> None:
    for kind in (ProgressReport, SideBySideReport):
        for name, schema in msgspec.json.schema(kind)["$defs"].items():
            for key, told in schema.get("properties", {}).items():
                assert told, f"{name}.{key} may be anything"


def test_there_is_a_text_for_every_value() -> None:
    known = {*WORDS, *our_words().texts}
    for group, values in {
        "progress.movement": Movement,
        "progress.not_asked": NotAsked,
        "progress.facts": Change,
        "progress.count": Change,
        "progress.warnings": WarningStatus,
        "progress.clarity": Clarity,
        "progress.gate": GateStanding,
        "progress.reach": Reach,
    }.items():
        assert {f"{group}.{value}" for value in values} <= known
    named = {id.split(".")[2] for id in known if id.startswith("progress.caution.")}
    assert {str(one) for one in Caution} - {"same_title", "unfinished", "set_aside"} <= named
