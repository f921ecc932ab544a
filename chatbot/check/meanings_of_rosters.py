"""What can be wrong with a list of people or of votes, in words: for each code a title and an explanation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.sources.codes import Code

ROSTER_MEANINGS: Final[Mapping[Code, tuple[str, str]]] = {
    Code.GUEST_TWICE: (
        "Person twice",
        "Two people of one name could not be told apart on the sheets and in the votes.",
    ),
    Code.GUEST_TOO_LONG: (
        "Name or role too long",
        "It has to fit on a card and beside a vote.",
    ),
    Code.GUESTS_TOO_MANY: ("Too many people", "A session with so many people would hear few of them."),
    Code.NO_GUESTS: ("Nobody invited", "A list of people has at least one name."),
    Code.CSV_MALFORMED: (
        "Table malformed",
        "A table has one line for each entry, with a cell for each column that its first line names.",
    ),
    Code.VOTER_UNKNOWN: ("Voter unknown", "A vote counts for somebody who is on the list of people."),
    Code.VOTE_ON_NOTHING: (
        "Vote on nothing",
        "A vote names a question of the dialog and, where that is a checklist, one of its points.",
    ),
    Code.VOTE_UNKNOWN: ("Vote unknown", "A vote is one of the answers that its question offers."),
    Code.VOTE_TWICE: ("Vote twice", "Of two votes of one person on one thing, nobody can say which counts."),
}
