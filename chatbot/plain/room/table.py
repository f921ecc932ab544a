"""What the commands of a linear session share: the room, its course, and names for what is in it."""

from __future__ import annotations

from chatbot.conversation.asking import Signs
from chatbot.dialog.script import QuestionId
from chatbot.plain.room.grammar import NotUnderstood
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.course import Course
from chatbot.room.entries import Entries
from chatbot.room.letters import letters
from chatbot.room.offered import Sheet, sheet
from chatbot.room.room import Room
from chatbot.room.told import name_of


class Table:
    """A room as somebody at a keyboard sees it."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.room: Room = course.room
        self._signs = Signs(self.room.interview.held.framework)

    @property
    def question(self) -> QuestionId | None:
        """The question that the room is at."""
        current = self.room.state.current
        return current.question if current else None

    def sheet(self, ballot: Ballot) -> Sheet | None:
        """A ballot as it is put; nothing where it is not asked as things stand."""
        return sheet(self.room.interview, ballot, self._signs)

    def here(self) -> Sheet:
        """The present ballot.

        Raises:
            NotUnderstood: none is open.
        """
        current = self.room.state.current
        found = self.sheet(current) if current else None
        if found is None:
            raise NotUnderstood("No question is open.", todo="Type next, or open and the id of one.")
        return found

    def common(self, on: Sheet) -> Stance | None:
        """The answer of everybody who gave one; nothing where they differ, or before it was shown."""
        votes = self.room.state.votes
        if not votes.is_revealed(on.ballot):
            return None
        stances = {vote.stance.value: vote.stance for vote in votes.latest(on.ballot).values()}
        return next(iter(stances.values())) if len(stances) == 1 else None

    def name(self, who: str) -> str:
        """Somebody's name."""
        return name_of(who, self.room.state.people)

    @property
    def codes(self) -> dict[str, str]:
        """The letter of each person, by id."""
        return {str(id): code for id, code in letters(self.room.state.people.named_first()).items()}

    @property
    def entries(self) -> Entries:
        """Words for entries that differ; a vote that was not shown stays hidden."""
        return Entries(self.room, self.sheet, shows_votes=False)
