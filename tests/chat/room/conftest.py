"""A room without a terminal: a hand at its keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual import events
from textual.pilot import Pilot

from chatbot.chat.room.app import RoomApp
from chatbot.chat.room.desk import Desk
from chatbot.chat.room.screen import RoomScreen
from chatbot.chat.services import Commands
from chatbot.interview.memory_store import MemoryStore
from chatbot.room.budgeting import budget_of
from chatbot.room.course import Course
from chatbot.room.room import Room
from chatbot.settings.reading import Loaded
from chatbot.settings.settings import Settings
from tests.room.rooms import new_room

CHARACTERS = {"space": " ", "enter": "\r"}


class RoomHand:
    """Somebody at the keyboard of a room."""

    def __init__(self, app: RoomApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def room(self) -> Room:
        """The room."""
        return self.app.desk.room

    @property
    def screen(self) -> RoomScreen:
        """The screen with the question, whatever is above it."""
        return next(one for one in self.app.screen_stack if isinstance(one, RoomScreen))

    @property
    def picture(self) -> str:
        """Everything on the screen, as plain text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)

    @property
    def looks(self) -> list[list[tuple[str, str]]]:
        """The same with colours."""
        lines = self.app.screen._compositor.render_strips()
        return [[(segment.text, str(segment.style)) for segment in line] for line in lines]

    @property
    def said(self) -> str:
        """The line above the keys."""
        return self.app.screen.said.lines()[0].text.strip()

    async def press(self, *keys: str) -> None:
        """Press keys, each as soon as nothing is left to do from the one before."""
        for key in keys:
            character = CHARACTERS.get(key, key if len(key) == 1 else None)
            self.app.post_message(events.Key(key, character))
            await self.pilot.pause()

    async def type(self, text: str, *, enter: bool = True) -> None:
        """Type a line."""
        for character in text:
            self.app.post_message(events.Key("space" if character == " " else character, character))
        await self.pilot.pause()
        if enter:
            await self.press("enter")

    async def rush(self, keys: str) -> None:
        """Press keys without waiting for what any of them does; a line break is Enter."""
        named = {" ": "space", "\n": "enter"}
        for key in keys:
            self.app.post_message(events.Key(named.get(key, key), "\r" if key == "\n" else key))
        await self.pilot.pause()

    async def look(self) -> None:
        """Let the screen take in what other terminals did, as it does by itself several times a second."""
        self.app.screen.follow()
        await self.pilot.pause()


Holds = Callable[..., AbstractAsyncContextManager[RoomHand]]


@pytest.fixture
def holds() -> Holds:
    """Holds a room; by default one that has just begun, with four people in it."""

    @asynccontextmanager
    async def held(
        room: Room | None = None, *, size: tuple[int, int] = (80, 24), notes: bool = False
    ) -> AsyncIterator[RoomHand]:
        room = room or new_room(MemoryStore())
        commands = Commands(resume="chatbot facilitate --resume abc", report="chatbot report abc")
        desk = Desk(room, Course(room, budget_of(room)))
        loaded = Loaded(settings=Settings())
        app = RoomApp(desk, commands, loaded, None, lambda: 0.0, notes=notes, grace=0.0)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield RoomHand(app, pilot)

    return held
