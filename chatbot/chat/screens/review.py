"""The review: every answer by topic; Enter goes to its question."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import NOTHING, Role, Span
from chatbot.chat.screens.lettered import Lettered
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.pick_list import Choice, Heading, PickList, Remark, Row
from chatbot.conversation.review import ReviewLine, Standing, beside, review
from chatbot.dialog.manager import REVIEW
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.interview import Interview
from chatbot.visible import visible

_FINISH: Final = "intent:finish"
_ADVICE: Final = "intent:advice"
_STANDINGS: Final = {
    Standing.ANSWERED: ("", Role.PLAIN),
    Standing.SKIPPED: ("skipped", Role.WARN),
    Standing.WAITING: ("asked now", Role.MUTED),
    Standing.SET_ASIDE: ("set aside", Role.MUTED),
}
_KEYS: Final = (
    ("Enter", "go to the question", "take"),
    ("Esc", "back to the talk", "dismiss(None)"),
    ("↑ ↓", "move", ""),
)


class ReviewScreen(Lettered[QuestionId | Intent | None]):
    """Answers with the question to go to, with an intent, or with nothing."""

    CSS_PATH = "pages.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back to the talk"),
    ]
    LETTERS: ClassVar[dict[str, str]] = {"q": "dismiss(None)"}
    TYPE_ELSEWHERE: ClassVar[str] = "To type something, go back to the talk: press Esc."

    def __init__(self, interview: Interview, services: Services) -> None:
        super().__init__(services)
        self._interview = interview

    def compose(self) -> ComposeResult:
        """A list between two bars."""
        yield Bar(id="header")
        yield PickList(id="list")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Show the answers, the present question highlighted."""
        lines = review(self._interview)
        done = sum(line.standing is Standing.ANSWERED for line in lines)
        on_path = sum(line.number > 0 for line in lines)
        right = (Span(f"{done} of {on_path} answered", Role.MUTED),)
        self.query_one("#header", Bar).show([(Span("Your answers", Role.STRONG),)], right)
        self.query_one("#footer", Bar).show([key_and_word(key, word, call) for key, word, call in _KEYS])
        self.query_one(PickList).show(self._rows(lines), self._interview.state.stage)

    def on_pick_list_taken(self, event: PickList.Taken) -> None:
        """Go where it leads, as far as that has been asked."""
        kind, _, name = event.target.partition(":")
        if name:
            self.dismiss(Intent(name))
        else:
            self.dismiss(QuestionId(kind))

    def action_take(self) -> None:
        """Go where the highlighted line leads."""
        self.query_one(PickList).action_take()

    def _rows(self, lines: tuple[ReviewLine, ...]) -> list[Row]:
        rows: list[Row] = []
        if self._interview.finished:
            rows.append(Choice(target=_ADVICE, label="See the advice"))
        elif self._interview.state.stage == REVIEW:
            rows.append(Choice(target=_FINISH, label="Finish, and see the advice"))
        else:
            left = len(self._interview.state.due)
            rows.append(Remark(f"{left} question{'s' if left != 1 else ''} still to come."))
        topic = ""
        for line in lines:
            can_be_visited = is_open(line, self._interview)
            if line.standing is Standing.WAITING and not can_be_visited:
                continue
            heading = line.topic if line.number else "Kept, but set aside: these no longer apply"
            if heading != topic:
                topic = heading
                rows.append(Heading(visible(topic)))
            rows.append(_row(line, can_be_visited=can_be_visited))
        return rows


def is_open(line: ReviewLine, interview: Interview) -> bool:
    """Whether one can go to the question of a line: it is on the path, and its turn has come."""
    here = line.question == interview.state.stage
    return line.number > 0 and (line.standing is not Standing.WAITING or here)


def _row(line: ReviewLine, *, can_be_visited: bool) -> Choice:
    word, role = _STANDINGS[line.standing]
    return Choice(
        target=line.question if can_be_visited else "",
        label=visible(line.ask),
        mark=Span(f"{line.number:>2}  " if line.number else f" {NOTHING}  ", Role.MUTED),
        beside=" · ".join(part for part in (word, beside(line)) if part),
        below=visible(line.answer),
        below_role=Role.ACCENT if line.standing is Standing.ANSWERED else role,
    )
