"""Which way a layer moved, where the earlier or the later interview leaves it open."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chatbot.report.comparing.compared import Compared
from chatbot.report.comparing.conclusions import movement
from chatbot.report.comparing.data import Interviewed
from chatbot.report.comparing.documents.telling import told_apart
from chatbot.report.comparing.moves import Movement
from chatbot.report.comparing.progress import progress_of

MIRRORED = {
    Movement.FORWARD: Movement.BACK,
    Movement.BACK: Movement.FORWARD,
    Movement.CLEARER: Movement.LESS_CLEAR,
    Movement.LESS_CLEAR: Movement.CLEARER,
}


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("at_risk..ready", "at_risk", Movement.CLEARER),
        ("at_risk..ready", "ready", Movement.CLEARER),
        ("at_risk..ready", "developing..ready", Movement.CLEARER),
        ("at_risk..developing", "ready", Movement.FORWARD),
        ("at_risk..developing", "developing..ready", Movement.FORWARD),
        ("developing..ready", "at_risk", Movement.BACK),
        ("at_risk", "developing", Movement.FORWARD),
    ],
)
def test_a_layer_moves_only_beyond_where_it_may_have_stood(
    example: Compared, before: str, after: str, moved: Movement
) -> None:
    framework = example.held.framework
    id = f"layer.{framework.layers[0].id}"
    assert movement(framework, id, before, after) is moved
    assert movement(framework, id, after, before) is MIRRORED[moved]


@pytest.mark.parametrize(
    ("other", "has", "lacks"),
    [
        ("2026-11-25T09:30:00+01:00", ["24 November 2026"], ["09:30", "one"]),
        ("2026-11-24T16:00:00+01:00", ["24 November 2026", "09:30"], ["one"]),
        ("2026-11-24T09:30:40+01:00", ["24 November 2026", "09:30", "one"], []),
    ],
)
def test_two_interviews_are_told_apart_by_as_much_as_it_takes(
    example: Compared, other: str, has: list[str], lacks: list[str]
) -> None:
    def at(interview: str, last: str) -> Interviewed:
        return replace(
            progress_of(example, replace(example, interview="x")).before, interview=interview, last=last
        )

    said = told_apart(at("one", "2026-11-24T09:30:00+01:00"), at("other", other))
    assert all(part in said for part in has)
    assert not any(part in said for part in lacks)
