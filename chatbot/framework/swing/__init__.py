"""What a choice can change, whatever else may be so: every combination is looked at, none is guessed."""

from chatbot.framework.swing.choices import Choice, Swing
from chatbot.framework.swing.findings import FIRST_WARNING, Findings
from chatbot.framework.swing.folding import TooManyError
from chatbot.framework.swing.search import Prepared, Search, Swings
from chatbot.framework.swing.situation import Situation

__all__ = [
    "FIRST_WARNING",
    "Choice",
    "Findings",
    "Prepared",
    "Search",
    "Situation",
    "Swing",
    "Swings",
    "TooManyError",
]
