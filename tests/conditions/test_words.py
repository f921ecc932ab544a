"""Conditions in words."""

from __future__ import annotations

import pytest

from chatbot.conditions import Condition, Operator, is_
from chatbot.conditions.words import in_words

ONE = is_("a.x", "one")
TWO = is_("b.y", "one", "two")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (TWO, "b.y is one or two"),
        (is_("a.x", "one", "two", "three"), "a.x is one, two or three"),
        (Condition(op=Operator.ALL, parts=(ONE, TWO)), "a.x is one and b.y is one or two"),
        (Condition(op=Operator.ANY, parts=(ONE,)), "a.x is one"),
        (Condition(op=Operator.NONE, parts=(ONE,)), "not (a.x is one)"),
        (Condition(op=Operator.NONE, parts=(ONE, TWO)), "none of (a.x is one; b.y is one or two)"),
        (
            Condition(op=Operator.AT_LEAST, n=1, parts=(ONE, TWO)),
            "at least 1 of (a.x is one; b.y is one or two)",
        ),
        (
            Condition(op=Operator.ALL, parts=(Condition(op=Operator.ANY, parts=(ONE, TWO)), ONE)),
            "(a.x is one or b.y is one or two) and a.x is one",
        ),
    ],
)
def test_words_keep_together_what_belongs_together(condition: Condition, words: str) -> None:
    assert in_words(condition) == words
