"""The screen of an interview: transcript, card, prompt, and where we stand."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size

from chatbot.chat import frame
from chatbot.chat.actions import bindings_of_the_interview
from chatbot.chat.exchange import Exchange, Turn
from chatbot.chat.getting_ready import AFTER, BLINK, READING, GettingReady
from chatbot.chat.grace import TOO_EARLY, Grace
from chatbot.chat.outline import outline
from chatbot.chat.screens.around_talk import AroundTalk
from chatbot.chat.screens.openings import open_wanted
from chatbot.chat.services import Services
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.card import Card
from chatbot.chat.widgets.footer import Footer
from chatbot.chat.widgets.prompt import Prompt
from chatbot.chat.widgets.side_panel import SidePanel
from chatbot.chat.widgets.too_small import TooSmall
from chatbot.chat.widgets.transcript import Transcript
from chatbot.conversation.talk import LONGEST
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.interview import Interview

_RECORDING: Final = frozenset({Intent.SKIP, Intent.FINISH})
_NARROW: Final = (24, "-narrow")
_LOW: Final = (9, "-low")


class InterviewScreen(AroundTalk):
    """Shows one interview and passes on what the person does."""

    CSS_PATH = "interview.tcss"
    AUTO_FOCUS = "#prompt"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual declares it without ClassVar
        (0, "-tiny"),
        _NARROW,
        (60, "-middle"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  # the same
        (0, "-flat"),
        _LOW,
        (22, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of_the_interview(),
        Binding("escape", "stay", "Keep the answer", show=False),
    ]

    def __init__(self, interview: Interview, services: Services, size: Size) -> None:
        """Args:
        interview: the one to hold.
        services: what can be asked for.
        size: of the terminal; known beforehand, the first paint is the last one.
        """
        super().__init__(Exchange(interview), services, " ".join(_fitting(size)))
        self._asked: QuestionId | None = None
        self._ready = GettingReady(self.exchange)
        self._grace = Grace(services.clock, services.grace)
        self._saved = True

    @property
    def interview(self) -> Interview:
        """The interview that is held here."""
        return self.exchange.interview

    def compose(self) -> ComposeResult:
        """Few widgets, so that a turn is cheap."""
        yield Bar(id="header")
        with Horizontal(id="body"):
            with Vertical(id="talk"):
                yield Transcript(self.services.keys.shown("newest"), id="transcript")
                yield Card(id="card")
                yield Prompt(LONGEST, id="prompt")
            yield SidePanel(id="side")
        yield Footer(id="footer")

    def on_mount(self) -> None:
        """Tell what was said so far; what takes longer waits until that is painted."""
        self._begin()

    def hold(self, interview: Interview) -> None:
        """Hold another interview from here on."""
        self.exchange = Exchange(interview)
        self._ready = GettingReady(self.exchange)
        self._typed, self._asked, self._saved = None, None, True
        self.prompt.put("")
        self.card.forget()
        self._begin()

    def _begin(self) -> None:
        self.transcript.replace(self.exchange.so_far())
        self._show_question()
        self.side.show(outline(self.interview, self.exchange.question, judged=False))
        self._show_frame()
        self.call_after_refresh(self._painted)

    def on_resize(self, event: events.Resize) -> None:
        """Fit what depends on the size of the terminal."""
        if self._is_too_small(event.size) and not self.query(TooSmall):
            self.mount(TooSmall(self.services.commands(self.interview).resume, id="too_small"))
        self.card.fit(event.size.height)
        self._show_frame()
        if self.focused is None:
            self.prompt.focus()

    @on(Prompt.Sent)
    def send(self, event: Prompt.Sent) -> None:
        """Take what was typed or, where nothing was, what is highlighted."""
        words = event.text.strip()
        if self._is_too_early(words):
            return
        if not words:
            self.card.enter()
        elif not self.exchange.for_words and self.card.takes(words):
            self.prompt.put("")
        else:
            self._listen(event.text)

    @on(Prompt.Steered)
    def steer(self, event: Prompt.Steered) -> None:
        """Move on the card, or through the transcript where the card has nothing to move on."""
        if not self.card.steer(event.key) and event.key in ("up", "down"):
            self.transcript.scroll_relative(y=-1 if event.key == "up" else 1, animate=False)

    @on(Prompt.Overfull)
    def refuse(self, event: Prompt.Overfull) -> None:
        """Say that a paste was too long; the prompt keeps what it held before."""
        turn = self.exchange.say(event.text, {})
        self.transcript.add(turn.entries)
        self.card.hint = "The prompt holds what it held before you pasted."

    @on(Prompt.Changed)
    def preview(self, event: Prompt.Changed) -> None:
        """Highlight the option whose number is typed; get ready for words while they are typed."""
        typed = event.text_area.text.strip()
        if typed and not self.exchange.for_words:
            self.card.preview(typed)
        if self._ready.early is not None and event.text_area.text != self._ready.early:
            self._ready.early, self.card.hint = None, ""  # it is not to be sent as it was
        if any(map(str.isalpha, typed)):
            self._get_ready()

    @on(Card.Chosen)
    def choose(self, event: Card.Chosen) -> None:
        """Take an option."""
        if not self._is_too_early():
            self._show(self.exchange.choose(event.option), keeps_words=self.prompt.holds_words, follow=False)

    @on(Card.Marked)
    def mark(self, event: Card.Marked) -> None:
        """Take a checklist."""
        if not self._is_too_early():
            turn = self.exchange.mark(event.levels, event.reasons)
            self._show(turn, keeps_words=self.prompt.holds_words, follow=False)

    @on(Card.Went)
    def go(self, event: Card.Went) -> None:
        """Go one of the ways at a crossroads, or say what it stands for."""
        if self._is_too_early():
            return None
        if self.exchange.besides:
            return self._show(self.exchange.say(event.way, {}), keeps_words=self.prompt.holds_words)
        return self.action_perform(event.way)

    def visit(self, question: QuestionId) -> None:
        """Go to a question, from the review."""
        self._show(self.exchange.visit(question), keeps_words=self.prompt.holds_words)

    def action_perform(self, name: str) -> None:
        """Carry out an intent."""
        intent = Intent(name)
        if intent not in _RECORDING or not self._is_too_early():
            self._show(self.exchange.perform(intent), keeps_words=True)

    def action_stay(self) -> None:
        """Close the panel over the talk, drop what was begun, or leave a question that was gone back to."""
        if self.has_class("-show-side"):
            self.remove_class("-show-side")
        elif self.exchange.awaits_words:
            self._show(self.exchange.perform(Intent.UNDO), keeps_words=True)
        elif self.exchange.gone_back:
            self._show(self.exchange.keep(), keeps_words=True)

    def _show(self, turn: Turn, *, keeps_words: bool = False, follow: bool = True) -> None:
        """Show what a turn brought.

        Args:
            keeps_words: whether what stands in the prompt stays there.
            follow: whether to go to the end. What was typed or asked for is looked at next; who answers on
                the card while they read further up goes on reading, and is told what is new below; not
                where the bot says something besides, such as that nothing was recorded.
        """
        self._saved = not turn.refused
        self._ready.early = None
        with self.app.batch_update():
            self.transcript.add(turn.entries, follow=follow or turn.aside)
            if turn.kept or not keeps_words:
                self.prompt.put(turn.kept)
            self._show_question()
            self._judge()
        if turn.entries and self.exchange.awaits_words:
            self._grace.begin()
        if turn.wants:
            open_wanted(self, turn.wants)

    def _listen(self, text: str) -> None:
        """Say what was typed; what its question needs for that and is still being learned is waited for."""
        if not self._ready.is_ready_for(text.strip()):
            self._ready.early = text
            self._get_ready()
            self.set_timer(BLINK, self._tell_reading)
            return
        self.typed.add(text)
        marked = self.card.marking.levels if self.card.marking else {}
        self._show(self.exchange.say(text, marked))

    def _get_ready(self) -> None:
        if not self._ready.has_begun:
            self.run_worker(self._ready.begin(self._listen_again), exit_on_error=False)

    def _listen_again(self) -> None:
        early = self._ready.early
        if early is not None and self._ready.is_ready_for(early.strip()):
            self._listen(early)

    def _tell_reading(self) -> None:
        if self._ready.early is not None:
            self.card.hint = READING

    def _show_question(self) -> None:
        asking, crossroads = self.exchange.asking, self.exchange.crossroads
        if crossroads:
            self.card.offer(crossroads)
        elif asking:
            self.card.ask(asking, self.exchange.draft if asking.kind is QuestionKind.CHECKLIST else {})
            self.card.hint = frame.OR_FINISH if self.exchange.may_finish else ""
        if self.exchange.question != self._asked:
            self._asked = self.exchange.question
            self._grace.begin()
            self.call_after_refresh(self.set_timer, AFTER, self._get_ready)
        self.prompt.placeholder = frame.invitation(self.exchange, asking)

    def _show_frame(self) -> None:
        wide = self.has_class("-wide") and not self.has_class("-hide-side")
        right = frame.standing(self.side.outline, saved=self._saved, in_short=not wide)
        self.header.show([frame.header(self.exchange)], right)
        self.footer.show(
            frame.footer(self.services.keys, asked=self.exchange.question is not None, with_panel=not wide)
        )

    def _painted(self) -> None:
        """After the first paint: draw conclusions, and load what the first answer will need."""
        self._judge()
        self.run_worker(_warm_up, thread=True, exit_on_error=False)
        if self.exchange.finished:
            open_wanted(self, Intent.ADVICE)

    def _judge(self) -> None:
        self.side.show(outline(self.interview, self.exchange.question))
        self._show_frame()

    def _is_too_small(self, size: Size) -> bool:
        return size.width < _NARROW[0] or size.height < _LOW[0]

    def _is_too_early(self, words: str = "") -> bool:
        """Whether the question appeared only just now, so that a key was hardly meant for it."""
        if not self._grace.holds(words):
            return False
        self.card.hint = TOO_EARLY
        return True


def _fitting(size: Size) -> Iterator[str]:
    """The classes that the breakpoints will give to a screen of this size."""
    for extent, breakpoints in (
        (size.width, InterviewScreen.HORIZONTAL_BREAKPOINTS),
        (size.height, InterviewScreen.VERTICAL_BREAKPOINTS),
    ):
        yield [name for least, name in breakpoints if extent >= least][-1]


def _warm_up() -> None:
    """Load what understanding typed words needs, while the person reads."""
    for module in ("rapidfuzz.fuzz", "rapidfuzz.distance.OSA"):
        import_module(module)
