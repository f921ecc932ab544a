"""Opening the store for a command, and closing it when the command is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chatbot.interview.places import store_path
from chatbot.interview.sqlite_store import SqliteStore, open_store


@contextmanager
def interviews_at(option: Path | None, *, create: bool = False) -> Iterator[SqliteStore]:
    """The store that `--store`, `CHATBOT_STORE` or the usual place names.

    Args:
        option: what `--store` says, or nothing.
        create: whether to make it where there is none.

    Raises:
        NoStore: there is none, and `create` is false.
        StoreError: it cannot be used.
    """
    store = open_store(store_path(option), create=create)
    try:
        yield store
    finally:
        store.close()
