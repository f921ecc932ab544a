"""Messages from the screens of a room to its app."""

from __future__ import annotations

from textual.message import Message


class PageWanted(Message):
    """A page is to be shown beside the question, or above another page.

    Args:
        name: see `chatbot.chat.room.pages.page`.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
