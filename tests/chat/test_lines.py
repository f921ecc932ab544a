"""Text on its way to the screen: wrapping, lines, and what each role looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from chatbot.chat.lines import Line, Role, Span, apart, fitting, paragraph
from chatbot.chat.looks import looks
from chatbot.chat.themes import CONTRAST, DARK, LIGHT, NO_COLOUR
from chatbot.chat.wrapping import cut, width_of, wrap

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))) | st.text(
    "ab  \n日é👍"
)


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text, width):
    lines = wrap(text, width)
    assert lines
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(0, 20))
def test_what_is_cut_fits_and_what_fits_is_not_cut(text, width):
    text = text.replace("\n", " ")
    assert width_of(cut(text, width)) <= width
    assert cut(text, width_of(text)) == text


def test_newlines_and_leading_spaces_stay():
    assert wrap("a\n\n  b", 10) == ["a", "", "  b"]


def test_wide_characters_take_two_cells_and_combining_ones_none():
    assert wrap("日本語", 4) == ["日本", "語"]
    assert wrap("e\u0301" * 4, 4) == ["e\u0301" * 4]


def test_a_click_means_the_target_of_the_span_or_else_of_the_line():
    line = Line((Span("ab"), Span("日", target="two")), target="row")
    assert [line.target_at(x) for x in (0, 1, 2, 3, 4)] == ["row", "row", "two", "two", "row"]


def test_a_paragraph_is_indented_below_what_leads_it_and_says_what_is_frame():
    first, second = paragraph("one two", 7, lead=(Span("> "),))
    assert (first.text, second.text) == ("> one", "  two")
    assert (first.joins, second.joins) == (False, True)
    assert first.text[first.frame :] == "one"


def test_what_stands_at_the_right_stays_and_the_left_gives_way():
    assert apart((Span("a long title"),), (Span("saved"),), 12).text == "a lo…  saved"


def test_what_does_not_fit_into_a_bar_is_left_out_and_what_fits_comes_after_it():
    assert fitting([(Span("aa"),), (Span("bbbbbb"),), (Span("cc"),)], 7).text == "aa  cc"


@pytest.mark.parametrize(("theme", "least"), [(DARK, 4.5), (LIGHT, 4.5), (CONTRAST, 7)])
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_every_role_has_the_contrast_of_wcag_on_every_ground(theme, least, ground):
    variables = {**theme.to_color_system().generate(), **theme.variables}
    for role, style in looks(variables).items():
        behind = Color.from_rich_color(style.bgcolor) if style.bgcolor else Color.parse(variables[ground])
        shown = Color.from_rich_color(style.color) if style.color else Color.parse(variables["foreground"])
        assert contrast(shown, behind) > least, (role, ground)


def test_without_colours_every_role_that_matters_has_a_shape_of_its_own():
    found = looks({**NO_COLOUR.to_color_system().generate(), **NO_COLOUR.variables})
    assert all(style.color is None or style.color.is_default for style in found.values())
    shapes = {role: (style.bold, style.underline, style.dim, style.reverse) for role, style in found.items()}
    for one, other in (
        (Role.FOCUS, Role.PLAIN),
        (Role.CHOSEN, Role.PLAIN),
        (Role.WARN, Role.PLAIN),
        (Role.BAD, Role.WARN),
        (Role.STRONG, Role.PLAIN),
        (Role.MUTED, Role.PLAIN),
        (Role.HEADING, Role.STRONG),
        (Role.FOUND, Role.FOCUS),
    ):
        assert shapes[one] != shapes[other], (one, other)


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_every_theme_of_textual_has_looks_for_every_role(theme):
    found = looks({**theme.to_color_system().generate(), **theme.variables})
    assert set(found) == set(Role)
    assert found[Role.FOCUS] != Style.null()
    assert found[Role.MUTED] != Style.null()


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    """The relative luminance of WCAG 2."""
    parts = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
