"""The page with the agenda: every question with its time, and when it runs late, what could be dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from chatbot.chat.lines import HERE, Role, Span
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row
from chatbot.conversation.filling import fill
from chatbot.dialog.script import QuestionId, TopicId
from chatbot.framework.swing import Swing
from chatbot.room.ballots import ballots_of
from chatbot.room.disagreement import Droppable, least_first, stances_of
from chatbot.visible import on_one_line

_LATE: Final = 1
_LONGEST: Final = 52
_DROP: Final = "drop:"


class AgendaPage(RoomPage):
    """Lists the questions; Enter turns to one, or drops what is proposed."""

    HEADING = "Agenda"
    PICKS = "turn to it"
    KEYS: ClassVar[dict[str, str]] = {"X": "drop it", "U": "undo"}

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._least: Sequence[Droppable] | None = None

    def on_mount(self) -> None:
        """Where it gets late, find what could be dropped."""
        super().on_mount()
        if self.desk.course.timing(self.desk.now).late >= _LATE:
            self._work_out()

    def rows(self) -> Sequence[Row]:
        """How the time stands, what could be dropped, and all questions by topic."""
        return [*self._standing(), *self._topics()]

    def pick(self, target: str) -> None:
        """Turn to a question, or drop what was proposed."""
        if target.startswith(_DROP):
            self._drop(QuestionId(target.removeprefix(_DROP)))
            return
        question = self.desk.room.question(QuestionId(target))
        every = ballots_of(question)
        agreed = self.desk.room.state.outcomes.agreement
        ballot = next((one for one in every if agreed(one) is None), every[0])
        if self.desk.does(lambda: self.desk.turn(ballot)):
            self.dismiss(None)

    def press(self, key: str) -> None:
        """The page's keys."""
        picked = self.list.picked.removeprefix(_DROP)
        if key == "X" and picked:
            self._drop(QuestionId(picked))
        elif key == "U":
            self.desk.does(self.desk.undo)
        elif key == "G":
            self.dismiss(None)

    def _drop(self, question: QuestionId) -> None:
        self.desk.does(lambda: self.desk.drop(question))

    def _standing(self) -> Iterator[Row]:
        timing = self.desk.course.timing(self.desk.now)
        if timing.left is None:
            yield Remark(f"{int(timing.spent)} minutes so far; the session has no set end.", Role.PLAIN)
            return
        left = f"{int(timing.left)} minutes are left" if timing.left >= 0 else "The time is over"
        if timing.late < _LATE:
            yield Remark(f"{left}; what is planned fits into them.", Role.PLAIN)
            return
        yield Remark(f"{left}; what is planned takes {int(timing.late)} minutes more.", Role.WARN)
        yield from self._proposals(timing.late)

    def _proposals(self, late: float) -> Iterator[Row]:
        """As many questions as make up for it, those that can change the result least first."""
        if self._least is None:
            yield Remark("What could be dropped is being worked out.")
            return
        here = self.desk.ballot.question if self.desk.ballot else None
        planned = self.desk.course.budget.questions
        open_still = self._droppable()
        proposed: list[Droppable] = []
        for one in self._least:
            if one.question in open_still and one.question != here and late > 0:
                proposed.append(one)
                late -= planned.get(one.question, 0)
        if proposed:
            yield Heading("These could be dropped: they can change the result least")
        for one in proposed:
            yield Choice(
                target=f"{_DROP}{one.question}",
                label=self._words(one.question),
                mark=Span("X ", Role.KEY),
                beside=f"{planned.get(one.question, 0):g} min",
                below=_changes(one.swing),
            )

    def _droppable(self) -> list[QuestionId]:
        """The questions that are still to be asked in the room."""
        before = self.desk.course.budget.before
        return [one for one in self.desk.room.interview.state.due if one not in before]

    def _work_out(self) -> None:
        """Find what can change the result least; it takes long enough to be done beside the screen."""
        interview = self.desk.room.interview
        stances = stances_of(interview.held.manager.route, self.desk.room.state)
        still_open = self._droppable()

        def work() -> None:
            found = least_first(interview.held, stances, still_open)
            self.app.call_from_thread(self._worked_out, found)

        self.run_worker(work, thread=True, exclusive=True, exit_on_error=False)

    def _worked_out(self, found: Sequence[Droppable]) -> None:
        untouched = self.list.picked in self.list.targets[:1]
        self._least = found
        self.redraw()
        if untouched:
            self.list.show(self.rows())

    def _topics(self) -> Iterator[Row]:
        route = self.desk.room.interview.held.manager.route
        topic: TopicId | None = None
        for question in self.desk.room.interview.state.path.questions:
            if route.topic[question].id != topic:
                topic = route.topic[question].id
                yield Heading(on_one_line(route.topic[question].title, _LONGEST))
            yield self._question(question)

    def _question(self, question: QuestionId) -> Choice:
        budget, state = self.desk.course.budget, self.desk.room.interview.state
        here = self.desk.ballot is not None and self.desk.ballot.question == question
        spent = self.desk.room.state.clock.spent(question, self.desk.now) / 60
        planned = budget.questions.get(question, 0)
        if here:
            mark = Span(f"{HERE} ", Role.CHOSEN)
        elif question in state.skipped:
            mark = Span("x ", Role.MUTED)
        else:
            mark = Span("  " if question in state.due else "✓ ", Role.GOOD)
        if question in state.skipped:
            beside = "dropped"
        elif question in budget.before:
            beside = "before the session"
        else:
            beside = f"{int(spent)} of {planned:g} min" if spent else f"{planned:g} min"
        return Choice(target=question, label=self._words(question), mark=mark, beside=beside)

    def _words(self, question: QuestionId) -> str:
        interview = self.desk.room.interview
        asked = fill(self.desk.room.question(question).ask, interview.facts, interview.held.framework)
        return on_one_line(asked, _LONGEST)


def _changes(swing: Swing) -> str:
    if swing.recommendation or swing.commitment:
        return "what is answered can change the recommendation or the commitment"
    return "what is answered can change warnings only" if swing.warnings else "nothing hangs on it"
