"""The last page of a session: what the room came to, what is still open, and the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from chatbot.chat.lines import Role
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.messages import PageWanted
from chatbot.chat.room.page import RoomPage
from chatbot.chat.widgets.pick_list import Choice, Heading, Remark, Row

_FINISH: Final = "finish"
_REOPEN: Final = "reopen"
_LEAVE: Final = "leave"


class ClosingPage(RoomPage):
    """Closes the session, or opens it again."""

    HEADING = "The end of the session"
    PICKS = "takes it"
    KEYS: ClassVar[dict[str, str]] = {"O": "open points", "L": "differences", "C": "decide"}

    def __init__(self, desk: Desk, report: str) -> None:
        super().__init__(desk)
        self._report = report

    def rows(self) -> Sequence[Row]:
        """What there is, and what can be done."""
        return list(self._rows())

    def pick(self, target: str) -> None:
        """Close it, open it again, or leave."""
        if target == _FINISH:
            self.desk.does(self._finish)
        elif target == _REOPEN:
            self.desk.does(self._reopen)
        elif target == _LEAVE:
            self.app.exit(0)
        else:
            self.dismiss(None)

    def press(self, key: str) -> None:
        """The pages that belong to the end."""
        page = {"O": "points", "L": "ranking", "C": "contests"}.get(key)
        if page:
            self.post_message(PageWanted(page))

    def _finish(self) -> None:
        self.desk.room.finish()
        self.desk.say("The session is closed, with its advice.")

    def _reopen(self) -> None:
        self.desk.room.reopen()
        self.desk.say("The session is open again.")

    def _rows(self) -> Iterator[Row]:
        room = self.desk.room
        due, outcomes = room.interview.state.due, room.state.outcomes
        yield Remark(
            "Everything on the agenda was asked."
            if not due
            else f"{_counted(len(due), 'question is', 'questions are')} still without an answer.",
            Role.PLAIN if not due else Role.WARN,
        )
        waiting = len([one for one in outcomes.parked if one.settled is None])
        actions = [one for one in outcomes.actions if one.settled is None]
        lone = len([one for one in actions if not (one.owner and one.due)])
        counts = (
            f"Agreed: {len(outcomes.agreements)}",
            f"not shared: {len([one for one in outcomes.dissents if not one.earlier])}",
            f"parked: {waiting}",
            f"to do: {len(actions)}",
        )
        yield Remark("   ".join(counts), Role.PLAIN)
        if lone:
            yield Remark(
                f"{_counted(lone, 'action has', 'actions have')} no owner or no date yet.", Role.WARN
            )
        if room.state.contests:
            yield Remark("Entries of two terminals differ; C shows them.", Role.WARN)
        if room.interview.finished:
            yield Heading("The session is closed")
            yield Remark("To have its report:", Role.PLAIN)
            yield Remark(self._report, Role.ACCENT)
            yield Remark("")
            yield Choice(target=_LEAVE, label="Leave")
            yield Choice(target=_REOPEN, label="Open the session again")
            return
        yield Remark("")
        yield Choice(target=_FINISH, label="Close the session, with its advice")
        yield Choice(target="back", label="Back to the questions", beside="Esc")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count or 'No'} {one if count == 1 else many}"
