"""What an entry about a ballot says, in the words of the dialog."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.conversation.asking import level_label, unknown_label
from chatbot.conversation.filling import fill
from chatbot.dialog.script import UNKNOWN_OPTION, OptionId, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.events import Answered
from chatbot.interview.held import Held
from chatbot.interview.room_events import Agreed, Voted
from chatbot.interview.state import State
from chatbot.room.ballots import Ballot, Stance, stances


class Wordings:
    """Words for ballots and stances of one interview."""

    def __init__(self, held: Held, state: State) -> None:
        self._held = held
        self._state = state
        self._route = held.manager.route

    def ask(self, question: QuestionId) -> str:
        """A question, filled with what is known by now; empty where the dialog has none of this id."""
        asked = self._route.question.get(question)
        return fill(asked.ask, self._state.path.facts, self._held.framework) if asked else ""

    def topic(self, question: QuestionId) -> str:
        """The title of a question's topic."""
        topic = self._route.topic.get(question)
        return topic.title if topic else ""

    def point(self, ballot: Ballot) -> str:
        """Of a checklist, the point; empty otherwise."""
        asked = self._route.question.get(ballot.question)
        items = asked.items if asked else ()
        return next((item.label for item in items if item.fact == ballot.fact), str(ballot.fact))

    def stance(self, ballot: Ballot, stance: Stance) -> str:
        """What somebody holds to be so, without why something does not apply."""
        asked = self._route.question.get(ballot.question)
        if ballot.fact:
            return level_label(self._held.script, Level(stance.value))
        if asked is None or (asked.kind is QuestionKind.TEXT and stance.value != UNKNOWN_OPTION):
            return stance.value
        labels = {option.id: option.label for option in asked.options}
        return labels.get(OptionId(stance.value), "") or unknown_label(self._held.script, asked)

    def lines(self, said: Answered | Agreed | Voted) -> Iterator[str]:
        """What an entry says, a line for each point, with why one does not apply."""
        for ballot, stance in stances(said):
            label = self.stance(ballot, stance)
            label = f"{label} ({stance.reason})" if stance.reason else label
            yield f"{self.point(ballot)}: {label}" if ballot.fact else label
