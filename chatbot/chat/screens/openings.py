"""What a turn may open: the review, the advice, the report, a new interview, the question before leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatbot.chat.messages import InterviewWanted, LeaveWanted, ReportWanted
from chatbot.dialog.script import QuestionId
from chatbot.dialog.understanding.understood import Intent
from chatbot.errors import ChatbotError
from chatbot.visible import on_one_line

if TYPE_CHECKING:
    from chatbot.chat.screens.interview import InterviewScreen

_LONGEST_TITLE = 60


def open_wanted(screen: InterviewScreen, wanted: Intent) -> None:
    """Open what a turn asked for."""
    match wanted:
        case Intent.REVIEW | Intent.CHANGE:
            _review(screen)
        case Intent.ADVICE:
            _advice(screen)
        case Intent.REPORT:
            screen.post_message(ReportWanted(screen.interview))
        case Intent.RESTART:
            _restart(screen)
        case Intent.QUIT:
            screen.post_message(LeaveWanted())


def _review(screen: InterviewScreen) -> None:
    from chatbot.chat.screens.review import ReviewScreen

    def reviewed(wanted: QuestionId | Intent | None) -> None:
        if isinstance(wanted, Intent):
            screen.action_perform(wanted)
        elif wanted:
            screen.visit(wanted)

    screen.app.push_screen(ReviewScreen(screen.interview, screen.services), reviewed)


def _advice(screen: InterviewScreen) -> None:
    if screen.interview.assessment() is None:
        key = screen.services.keys.shown(Intent.REVIEW)
        shows = f"{key} shows all" if key else "Type review to see all"
        screen.card.hint = f"Two answers contradict each other. {shows}; change one of the two first."
        return
    from chatbot.chat.screens.advice import AdviceScreen

    def advised(wanted: Intent | None) -> None:
        if wanted:
            screen.action_perform(wanted)

    screen.app.push_screen(AdviceScreen(screen.interview, screen.services), advised)


def _restart(screen: InterviewScreen) -> None:
    from chatbot.chat.screens.restart import RestartScreen

    def asked(begin: bool | None) -> None:
        if begin:
            try:
                screen.post_message(InterviewWanted(screen.services.again(screen.interview), instead=True))
            except ChatbotError as error:
                screen.card.hint = str(error)

    title = on_one_line(screen.interview.held.script.title, _LONGEST_TITLE)
    commands = screen.services.commands(screen.interview)
    again = commands.report if screen.interview.finished else commands.resume
    screen.app.push_screen(RestartScreen(title, again), asked)
