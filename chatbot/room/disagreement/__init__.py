"""Where people differ, how far, and whether that changes what comes out."""

from chatbot.room.disagreement.dropping import Droppable, least_first
from chatbot.room.disagreement.hanging import Change, Hanging
from chatbot.room.disagreement.ranking import Disagreement, ranked
from chatbot.room.disagreement.stances import Position, Stances, gathered, stances_of

__all__ = [
    "Change",
    "Disagreement",
    "Droppable",
    "Hanging",
    "Position",
    "Stances",
    "gathered",
    "least_first",
    "ranked",
    "stances_of",
]
