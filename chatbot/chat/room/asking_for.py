"""What the screen may ask for before it can do something: an answer, a person, or a few lines of text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from msgspec import Struct

from chatbot.interview.room_events import PersonId
from chatbot.room.offered import Offer


class Wanted(Struct, frozen=True, kw_only=True):
    """A key that the screen waits for.

    Attributes:
        says: what to press, in words.
        answer: what to do with an answer, where its digit is one of the keys.
        person: what to do with a person, where their letter is one.
        enter: what Enter does; nothing where it does nothing.
    """

    says: str
    answer: Callable[[Offer], None] | None = None
    person: Callable[[PersonId], None] | None = None
    enter: Callable[[], None] | None = None


class Blank(Struct, frozen=True, kw_only=True):
    """One line to type.

    Attributes:
        label: what it is for.
        needed: whether it may not be empty.
        beside: what may be typed, in short.
        begins: what stands there at first.
    """

    label: str
    needed: bool = False
    beside: str = ""
    begins: str = ""


class Form(Struct, frozen=True, kw_only=True):
    """Lines to type, one after the other.

    Attributes:
        key: under which what was typed is kept until it is recorded; it says what it is about.
        done: is given the lines; says whether they were recorded, so that they need not be kept.
    """

    key: Hashable
    blanks: Sequence[Blank]
    done: Callable[[Sequence[str]], bool]


class Asks(Protocol):
    """Who can ask for these: the screen."""

    def want(self, wanted: Wanted) -> None:
        """Wait for a key."""

    def fill(self, form: Form) -> None:
        """Have lines typed."""

    def show_page(self, name: str) -> None:
        """Show one of the pages beside the question."""
