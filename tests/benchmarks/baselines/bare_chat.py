"""A bare Textual chat: twenty messages, one prompt, and the libraries that the real one stands on."""

import sqlite3

import pydantic
import transitions
import yaml
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

LIBRARIES = (sqlite3, pydantic.BaseModel, transitions, yaml)


class BareChat(App[None]):
    """Twenty messages and a prompt."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for number in range(1, 21):
                yield Static(f"message-{number:02d} of a conversation that says nothing in particular")
        yield Input()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).scroll_end(animate=False)


if __name__ == "__main__":
    BareChat().run()
