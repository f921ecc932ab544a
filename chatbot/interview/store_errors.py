"""What can go wrong with a store, each with what the user can do about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.errors import ChatbotError

if TYPE_CHECKING:
    from chatbot.interview.events import EventId, InterviewId
    from chatbot.interview.store import Record, Summary

_OTHER_FILE = "Name another file with --store or in CHATBOT_STORE."


class StoreError(ChatbotError):
    """A store could not do what was asked; what it holds is unchanged unless the error says otherwise."""


class NoStore(StoreError):
    """Nothing has been recorded yet, and reading does not create a store."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "There are no interviews here yet.",
            where=str(path),
            todo="`chatbot` starts one; if you keep them elsewhere, name the file with --store.",
        )


class NotAStore(StoreError):
    """The file is something else, perhaps of another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "This is not a file of chatbot's interviews, so it was left as it is.",
            where=str(path),
            todo=_OTHER_FILE,
        )


class NewerStore(StoreError):
    """A later version of the program has made it."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"A newer version of chatbot made this file (format {found}; this version reads up to {known}).",
            where=str(path),
            todo="Update chatbot, or name another file with --store or in CHATBOT_STORE.",
        )


class DamagedStore(StoreError):
    """Part of the store cannot be read.

    Attributes:
        records: the events of the interview asked for that come before the damage.
        interviews: the interviews that could still be listed.
    """

    def __init__(
        self,
        path: Path | str,
        detail: str,
        *,
        records: Sequence[Record] = (),
        interviews: Sequence[Summary] = (),
    ) -> None:
        kept = f" Its first {len(records)} events can still be read." if records else ""
        kept = f" {len(interviews)} interviews can still be listed." if interviews else kept
        super().__init__(
            f"The file is damaged ({detail}).{kept} Nothing in it was removed or repaired.",
            where=str(path),
            todo=(
                "First copy the file, and any beside it that end in -wal and -shm. Then either restore a "
                "backup, or save what can be read with `chatbot export ID` and `chatbot import` it into "
                "a new file named with --store."
            ),
        )
        self.detail = detail
        self.records = tuple(records)
        self.interviews = tuple(interviews)


class ReadOnlyStore(StoreError):
    """It can be read, but not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The interviews here can be read, but this file or its folder does not let you write.",
            where=str(path),
            todo="Make the file and its folder writable, or name another file with --store.",
        )


class StoreFull(StoreError):
    """The disk takes no more."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The disk is full, so this last entry was not saved; everything before it is.",
            where=str(path),
            todo="Free some space, then do the last step again.",
        )


class StoreBusy(StoreError):
    """Another program has kept it locked for too long."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Another program has kept this file locked for too long.",
            where=str(path),
            todo="Close other windows of chatbot, and backup or sync programs on this file; then try again.",
        )


class StoreUnreachable(StoreError):
    """The file or its folder cannot be made, opened or used."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"The file for the interviews cannot be used: {detail}.",
            where=str(path),
            todo=f"Check that the folder exists and is yours and that the disk works. {_OTHER_FILE}",
        )


class PathIsFolder(StoreError):
    """A folder is where the file should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "This is a folder, and the interviews are kept in one file.",
            where=str(path),
            todo=f"Name a file inside it, such as {path / 'interviews.db'}.",
        )


class StoreMoved(StoreError):
    """Somebody has moved, replaced or deleted the file while it was open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The file was moved or deleted while it was in use, so this last entry was not saved.",
            where=str(path),
            todo="Put it back (with the -wal file beside it), then start chatbot again.",
        )


class Conflict(StoreError):
    """Somebody else has added to the interview first; what they added is kept, read it again."""

    def __init__(self, interview: InterviewId, seq: int) -> None:
        super().__init__(
            "This interview has changed elsewhere, so this last entry was not saved.",
            where=interview,
            todo="Load it again to see what was added, then continue; it is best open in one window only.",
        )
        self.interview = interview
        self.seq = seq


class EventElsewhere(StoreError):
    """An event with this id belongs to another interview."""

    def __init__(self, event: EventId, interview: InterviewId) -> None:
        super().__init__(
            f"Event {event} is already part of interview {interview}.",
            where=interview,
            todo="Import the file as a copy: it then gets ids of its own.",
        )
        self.event = event
        self.interview = interview


class NoSuchInterview(StoreError):
    """No interview has this id."""

    def __init__(self, wanted: str, path: Path | str = "") -> None:
        super().__init__(
            f"There is no interview {wanted!r}.",
            where=str(path),
            todo="`chatbot sessions` lists those there are.",
        )
        self.wanted = wanted


class AmbiguousInterview(StoreError):
    """Several interviews have ids that begin like this."""

    def __init__(self, prefix: str, candidates: Sequence[InterviewId]) -> None:
        shown = ", ".join(candidates[:8]) + (", …" if len(candidates) > 8 else "")
        super().__init__(
            f"{prefix!r} may be any of {len(candidates)} interviews: {shown}.",
            todo="Give more of the id.",
        )
        self.candidates = tuple(candidates)


class NotPinned(StoreError):
    """The content with this hash is not kept here."""

    def __init__(self, hash: str, path: Path | str = "") -> None:
        super().__init__(
            f"The dialog or framework with the content {hash} is not kept here.",
            where=str(path),
            todo="Import the interview again from an export, which carries it.",
        )
        self.hash = hash


class ErasePending(StoreError):
    """The interview is deleted, but parts of its text are still on disk."""

    def __init__(self, interview: InterviewId, path: Path, because: str) -> None:
        super().__init__(
            "The interview is deleted, but parts of its text may still lie in this file "
            f"or the -wal file beside it: {because}",
            where=str(path),
            todo=f"Close every other window of chatbot, then repeat `chatbot delete {interview}`.",
        )
        self.interview = interview


class Unrecordable(StoreError):
    """What was to be recorded is not text, or too much of it."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"This entry cannot be saved. {detail}",
            todo="Shorten it or type it again; everything before it is saved.",
        )
