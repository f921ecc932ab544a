"""Whether an interview is finished, seen from the end of its stored events, so that a list is quick."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from chatbot.interview.events import Withdrawn

_CHANGES: Final = frozenset({"answered", "skipped", "reopened"})
"""Kinds of events after which a finished interview is open again."""

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
    """The kind itself, or of what was taken back; to take that back again names what was put back."""
    for _ in range(2):
        if kind != "withdrawn":
            break
        try:
            kind, body = event_of(msgspec.json.decode(body, type=Withdrawn).event) or ("", b"")
        except (*_UNREADABLE, TypeError):
            return ""  # reading the events reports it; a list need not
    return kind
