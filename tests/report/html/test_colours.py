"""Colours keep their contrast in the light and in the dark, and text in CSS stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from chatbot.report.theme.theme import Colours
from chatbot.report.writers.html.colours import ENOUGH, contrast, dark
from chatbot.report.writers.html.style import css_string
from tests.report.documents import HOSTILE

TEXTS = ("ink", "muted", "accent", "good", "open", "watch", "caution", "stop")
BACKGROUNDS = ("ground", "surface")


def least(colours: Colours) -> float:
    """The least contrast of any text with anything that may be behind it."""
    by_name = asdict(colours)
    return min(contrast(by_name[text], by_name[behind]) for text in TEXTS for behind in BACKGROUNDS)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


@pytest.mark.parametrize("colours", [Colours(), dark(Colours())], ids=["light", "dark"])
def test_our_colours_are_enough_apart(colours: Colours) -> None:
    assert least(colours) >= ENOUGH
    assert contrast(colours.ink, colours.surface) >= 7


_PART = st.integers(0, 0x76)
"""Of a colour: with no more of each, it stands out enough from white."""


@settings(max_examples=40)
@given(st.lists(st.tuples(_PART, _PART, _PART), min_size=8, max_size=8))
def test_dark_colours_are_enough_apart_whatever_the_theme(values: list[tuple[int, int, int]]) -> None:
    named = dict(zip(TEXTS, ("#{:02x}{:02x}{:02x}".format(*value) for value in values), strict=True))
    theme = Colours(**named, surface="#ffffff")
    assert least(theme) >= ENOUGH
    assert least(dark(theme)) >= ENOUGH


@pytest.mark.parametrize("ground", ["#000000", "#101418", "#333333"])
def test_a_dark_theme_stays_as_it_is(ground: str) -> None:
    colours = Colours(ground=ground, surface=ground, ink="#ffffff")
    assert dark(colours) == colours


@given(st.one_of(st.sampled_from(HOSTILE), st.text()))
def test_text_in_css_is_one_string_that_says_the_same(text: str) -> None:
    string = css_string(text)
    assert re.fullmatch(r'"([A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"', string)
    said = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), string[1:-1])
    assert said == re.sub(r"[\x00\ud800-\udfff]", "\ufffd", text)
