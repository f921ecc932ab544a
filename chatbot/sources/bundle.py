"""The files of a dialog or of the knowledge base, exactly as they were read: what interviews pin."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Final, Literal, TypeAlias

import msgspec

from chatbot.errors import ChatbotError

Kind: TypeAlias = Literal["dialog", "knowledge"]

_HASH_VERSION: Final = b"chatbot bundle 1\n"


class _Pinned(msgspec.Struct, frozen=True):
    """A bundle as JSON."""

    kind: Kind
    files: tuple[tuple[str, str], ...]


class Bundle(msgspec.Struct, frozen=True, eq=False, dict=True):
    """Authored files with their contents.

    Attributes:
        kind: what they are.
        files: for each file its name, relative to their folder with `/`, and its text.
        folder: where they came from, for messages only: two bundles with the same contents are equal.
    """

    kind: Kind
    files: tuple[tuple[str, str], ...]
    folder: str = ""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Bundle):
            return NotImplemented
        return (self.kind, self.files) == (other.kind, other.files)

    def __hash__(self) -> int:
        return hash((self.kind, self.files))

    @cached_property
    def hash(self) -> str:
        """SHA-256 over kind, names and contents, in hexadecimal; the order of the files does not matter."""
        digest = hashlib.sha256(_HASH_VERSION + self.kind.encode())
        for name, text in sorted(self.files):
            for part in (name.encode(), text.encode()):
                digest.update(f"\n{len(part)}\n".encode())
                digest.update(part)
        return digest.hexdigest()

    def path_of(self, name: str) -> str:
        """The name of a file as a message shows it."""
        return f"{self.folder}/{name}" if self.folder else name

    def to_json(self) -> str:
        """The contents, to be kept with an interview."""
        return msgspec.json.encode(_Pinned(self.kind, self.files)).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Bundle:
        """The bundle that `to_json` wrote.

        Raises:
            ChatbotError: the text is not one.
        """
        try:
            pinned = msgspec.json.decode(text, type=_Pinned)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise ChatbotError(
                "The contents that were kept with it cannot be read.",
                todo="The copy is damaged; export or import it again from where it is whole.",
            ) from error
        return cls(pinned.kind, pinned.files)
