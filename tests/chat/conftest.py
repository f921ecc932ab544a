"""The chat without a terminal: a small dialog, and a hand that types, clicks and looks."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from chatbot.chat.app import ChatApp
from chatbot.chat.reporting import InTheWay, Stage, Standing
from chatbot.chat.screens.interview import InterviewScreen
from chatbot.chat.services import DialogInfo, Services
from chatbot.conversation.talk import Talk
from chatbot.errors import ChatbotError
from chatbot.interview.events import EventId
from chatbot.interview.interview import Interview
from chatbot.interview.listing import list_interviews
from chatbot.interview.memory_store import MemoryStore
from chatbot.report.making import Wish
from chatbot.report.theme.reading import load_theme
from chatbot.report.theme.theme import Paper, Theme
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle

SMALL = Path(__file__).with_name("small.yaml")

Opens = Callable[..., AbstractAsyncContextManager["Hand"]]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run the tests that are coroutines, each in a loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


class Hand:
    """Somebody at the chat."""

    def __init__(self, app: ChatApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def talk(self) -> InterviewScreen:
        """The screen of the interview, whatever is above it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, InterviewScreen))

    @property
    def interview(self) -> Interview:
        """The interview that is held."""
        return self.talk.interview

    @property
    def said(self) -> list[str]:
        """The texts in the transcript."""
        return [entry.text for entry in self.talk.transcript.entries]

    @property
    def picture(self) -> str:
        """Everything on the screen, as plain text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line) for line in lines)

    @property
    def header(self) -> str:
        """The first line of the interview's screen."""
        return self.talk.header.lines()[0].text

    async def press(self, *keys: str) -> None:
        """Press keys, each as soon as nothing is left to do from the one before."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
            await self.pilot.pause()

    async def say(self, text: str) -> None:
        """Type a text and send it; what has to be learned to understand it is waited for."""
        self.talk.prompt.put(text)
        await self.press("enter")
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until what goes on beside the screen is done and shown."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste as a terminal does."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()


class FakeExport:
    """A report that is made at once, unless it is held back.

    Args:
        fails: what went wrong; empty where nothing does.
        run: the line to run that it ends with.
        companions: the names of files beside it.
    """

    def __init__(self, path: Path, *, held: bool, fails: str, run: str, companions: Sequence[str]) -> None:
        self.path = path
        self.held = held
        self.fails, self.run = fails, run
        self.cancelled = False
        self._places = [*(path.with_name(name) for name in companions), path]

    def standing(self) -> Standing:
        """As the test wants it."""
        if self.held:
            return Standing(stage=Stage.RUNNING, says="Making it.")
        if self.fails:
            return Standing(stage=Stage.FAILED, says=self.fails, run=self.run)
        return Standing(stage=Stage.READY)

    def put(self, *, over: Collection[Path]) -> Path:
        """Write the files, unless one is in the way."""
        if taken := [place for place in self._places if place.exists() and place not in over]:
            raise InTheWay(taken)
        for place in self._places:
            place.write_text("a report")
        return self.path

    def cancel(self) -> None:
        """Note that it was."""
        self.cancelled = True


class FakeReports:
    """Reports that are made as a test wants them to be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.held, self.fails, self.run, self.companions = False, "", "", ()
        self.refuses: ChatbotError | None = None
        self.cannot_open: ChatbotError | None = None
        self.no_theme: ChatbotError | None = None
        self.exports: list[FakeExport] = []
        self.wishes: list[tuple[Wish, Paper | None]] = []
        self.opened: list[Path] = []

    def theme(self) -> Theme:
        """Ours."""
        if self.no_theme:
            raise self.no_theme
        return load_theme(None)

    def usual_path(self, interview: Interview, wish: Wish) -> Path:
        """In the test's own folder."""
        return self.folder / f"report.{wish.form}"

    def begin(self, interview: Interview, wish: Wish, paper: Paper | None, path: Path) -> FakeExport:
        """Begin one, and keep it to be looked at."""
        if self.refuses:
            raise self.refuses
        self.wishes.append((wish, paper))
        export = FakeExport(path, held=self.held, fails=self.fails, run=self.run, companions=self.companions)
        self.exports.append(export)
        return export

    def open(self, path: Path) -> None:
        """Note what was opened."""
        if self.cannot_open:
            raise self.cannot_open
        self.opened.append(path)


@pytest.fixture
def hostile() -> str:
    """Text that means something to markup, terminals, templates or formats, and must mean nothing here."""
    return "[/b] <script> \x1b[2J [@click=app.exit]x[/] \u202ee\u0301 日本 {initiative.title} %s"


@pytest.fixture
def store() -> MemoryStore:
    """Where interviews are kept."""
    return MemoryStore()


@pytest.fixture
def interview(store: MemoryStore, knowledge: Bundle) -> Interview:
    """A new interview with the small dialog."""
    return begun(store, knowledge)


def begun(store: MemoryStore, knowledge: Bundle) -> Interview:
    """Begin an interview with the small dialog; its times and event ids are always the same."""
    numbers = count(1)
    return Interview.begin(
        store,
        dialog_bundle(str(SMALL)),
        knowledge,
        clock=lambda: datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
        new_id=lambda: EventId(f"event-{next(numbers)}-{id(numbers)}"),
    )


def answer_until(interview: Interview, question: str) -> None:
    """Answer what comes before a question of the small dialog; all of it where there is no such question."""
    talk = Talk(interview)
    for asked, words in (("name", "Finder"), ("aim", "2"), ("rules", "1 yes, 2 yes, 3 yes"), ("spread", "1")):
        if asked == question:
            return
        talk.say(words)


@pytest.fixture
def services(store: MemoryStore, knowledge: Bundle, tmp_path: Path) -> Callable[..., Services]:
    """What the chat is given; any of it can be replaced."""

    def given(**replaced: object) -> Services:
        info = DialogInfo(id="small", title="A small dialog", about="Four questions.", minutes=1)
        usual = {
            "begin": lambda dialog: begun(store, knowledge),
            "resume": lambda wanted: Interview.resume(store, wanted),
            "listing": lambda: list_interviews(store),
            "dialogs": [info],
            "reports": FakeReports(tmp_path),
            "again": Interview.begin_again,
            "grace": 0.0,
        }
        return Services(**{**usual, **replaced})

    return given


@pytest.fixture
def opens(services: Callable[..., Services]) -> Opens:
    """Opens the chat: at its start, or with an interview that is answered `until` a question or its end."""

    @asynccontextmanager
    async def opened(
        start: Interview | None = None,
        size: tuple[int, int] = (120, 36),
        until: str = "name",
        **replaced: object,
    ) -> AsyncIterator[Hand]:
        if start:
            answer_until(start, until)
        app = ChatApp(services(**replaced), start)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await pilot.pause()
            yield Hand(app, pilot)

    return opened
