"""Counting levels, and what the counts make of a layer."""

from __future__ import annotations

from itertools import product

import pytest

from chatbot.facts import FactId
from chatbot.framework.model import Framework
from chatbot.framework.standing import LayerTable, share, tally
from tests.framework.cases import SIGN_LEVELS, SIGNAL_LEVELS

SIGNALS = tuple(FactId(f"layer.signal_{number}") for number in range(4))
KNOWN = ("established", "partial", "absent")


@pytest.mark.parametrize(
    ("count", "total", "expected"),
    [
        (0, 0, "none"),
        (0, 3, "none"),
        (1, 3, "under_half"),
        (1, 2, "half_or_more"),
        (2, 3, "half_or_more"),
        (3, 3, "all"),
        (1, 1, "all"),
    ],
)
def test_a_share_is_one_of_four(count: int, total: int, expected: str) -> None:
    assert share(count, total) == expected


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_the_range_and_what_decides_it_are_those_of_every_way_it_may_turn_out(
    framework: Framework, size: int
) -> None:
    table = LayerTable(framework.layer_rule)
    signals = SIGNALS[:size]

    def standing(levels: tuple[str | None, ...], sign: str | None) -> str:
        facts = {fact: level for fact, level in zip(signals, levels, strict=True) if level is not None}
        return table.row(tally(signals, facts), sign).standing

    for levels in product(SIGNAL_LEVELS, repeat=size):
        facts = {fact: level for fact, level in zip(signals, levels, strict=True) if level is not None}
        for sign in SIGN_LEVELS:
            ways = [KNOWN if level in (None, "unknown") else (level,) for level in levels]
            signs = ("absent", "present") if sign in (None, "unknown") else (sign,)
            turned_out = {(world, way): standing(world, way) for world in product(*ways) for way in signs}
            row = table.row(tally(signals, facts), sign)
            assert (row.standing == "open") == (len(set(turned_out.values())) > 1)
            assert {row.worst, row.best} <= set(turned_out.values())
            by_signal, by_sign = table.deciding(tally(signals, facts), sign)
            assert by_sign == any(
                len({turned_out[world, way] for way in signs}) > 1 for world in product(*ways)
            )
            assert by_signal == any(
                turned_out[world, way] != turned_out[(*world[:at], other, *world[at + 1 :]), way]
                for world, way in turned_out
                for at, choice in enumerate(ways)
                for other in choice
            )
