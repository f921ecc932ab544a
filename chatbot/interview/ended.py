"""Whether an interview is finished, seen from the end of its stored events, so that a list is quick."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from chatbot.interview.events import Withdrawn
from chatbot.interview.room_events import Contested, Resolved

_CHANGES: Final = frozenset({"answered", "agreed", "skipped", "reopened"})
"""Kinds of events after which a finished interview is open again."""

_ABOUT: Final[dict[str, tuple[type[Withdrawn | Contested | Resolved], str]]] = {
    "withdrawn": (Withdrawn, "event"),
    "contested": (Contested, "second"),
    "resolved": (Resolved, "kept"),
}
"""By kinds of events that change whether another one counts, how they name it."""

_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def is_finished(
    tail: Iterable[tuple[str, bytes]], event_of: Callable[[str], tuple[str, bytes] | None]
) -> bool:
    """Whether an interview is finished, as a replay of all its events would say.

    Args:
        tail: kind and body of its events, the newest first; read only as far as needed.
        event_of: the kind and body of the event with an id, if there is one.
    """
    for kind, body in tail:
        if kind == "finished":
            return True
        if _changed(kind, body, event_of) in _CHANGES:
            return False
    return False


def _changed(kind: str, body: bytes, event_of: Callable[[str], tuple[str, bytes] | None]) -> str:
    """The kind itself, or of what was taken back or put back by way of it."""
    for _ in range(3):  # a withdrawal of a withdrawal of a decision
        about = _ABOUT.get(kind)
        if about is None:
            break
        try:
            kind, body = event_of(getattr(msgspec.json.decode(body, type=about[0]), about[1])) or ("", b"")
        except (*_UNREADABLE, TypeError):
            return ""  # reading the events reports it; a list need not
    return kind
