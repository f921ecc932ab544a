"""What a writer gives back."""

from __future__ import annotations

from msgspec import Struct


class Companion(Struct, frozen=True):
    """A file that belongs beside another one: `advice.md` has `advice-ladder.svg`, whose `ending` is this."""

    ending: str
    data: bytes


class Written(Struct, frozen=True):
    """A document in one format; the same document and theme always give the same bytes.

    Attributes:
        data: the file.
        companions: files beside it that it refers to; most formats have none.
    """

    data: bytes
    companions: tuple[Companion, ...] = ()
