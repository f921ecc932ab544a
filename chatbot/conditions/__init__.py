"""The closed condition language: its form, its evaluation, and reading it from authored data."""

from chatbot.conditions.evaluate import Test, Truth, Values, compiled, matches, settled
from chatbot.conditions.language import Condition, Operator, is_

__all__ = [
    "Condition",
    "Operator",
    "Test",
    "Truth",
    "Values",
    "compiled",
    "is_",
    "matches",
    "settled",
]
