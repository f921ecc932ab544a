"""Keeping what was learned of a dialog: in memory for this run, in the cache for the next."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar, cast

import msgspec

from chatbot.dialog.script import Script
from chatbot.sources.cache import cached
from chatbot.sources.shipped import phrases_file

T = TypeVar("T")

_MOST: Final = 160
"""How much is kept in memory; a dialog of thirty questions has about seventy."""

_one_at_a_time: Final = Lock()
"""Who needs what is just being learned beside the conversation waits for it; nobody learns it twice."""
_kept: dict[tuple[int, str], tuple[Script, object]] = {}


def kept(script: Script, what: str, shape: type[T], learn: Callable[[], T]) -> T:
    """What was learned of a dialog under the name `what`: in this run, else in an earlier one, else now."""
    known = _kept.get((id(script), what))
    if known is None or known[0] is not script:
        with _one_at_a_time:
            known = _kept.get((id(script), what))
            if known is None or known[0] is not script:
                if len(_kept) >= _MOST:
                    _kept.clear()
                known = script, cached(_key(script, what), shape, learn)
                _kept[id(script), what] = known
    return cast(T, known[1])


def _key(script: Script, what: str) -> str:
    """A hash over everything that is learned from: the script, the phrases, and the code that learns."""
    digest = hashlib.sha256(msgspec.json.encode((script, what)))
    for part in (_code(), _text_of(script.dialog), _text_of(script.language)):
        digest.update(part)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


@lru_cache(maxsize=8)
def _text_of(name: str) -> bytes:
    try:
        return phrases_file(name).read_bytes()
    except OSError:
        return b""
