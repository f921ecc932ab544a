"""The two ends of a linear conversation: lines that come in as bytes, messages that go out as text."""

from __future__ import annotations

import locale
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final, TextIO

from chatbot.cells import wrap
from chatbot.visible import visible

PROMPT: Final = "you> "
BOT: Final = "bot: "
YOU: Final = "you: "

_LONGEST_LINE: Final = 4 * 1024 * 1024
"""How many bytes of one line are kept; what goes beyond is read and dropped."""
_TERMINAL_LINE: Final = 4096
"""Linux hands on so many bytes of a line typed in a terminal and drops the rest, end of line included."""
_LONGEST_SHOWN: Final = 20_000
_NARROWEST: Final = 20
_HANGING: Final = "  "
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SEQUENCE: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|O.|.?)")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Typed:
    """One line of input.

    Attributes:
        words: the line, without anything that is not text.
        remark: what had to be done to the line, as a sentence or two; empty where nothing.
    """

    words: str
    remark: str = ""


class Channel:
    """Reads lines and writes messages.

    Args:
        source: where lines come from.
        sink: where messages go; flushed before every line that is read.
        interactive: whether a person sits at both ends. If not, what is read is written too, so that what
            comes out is the whole conversation.
        width: how many cells a line may have now, or nothing for lines of any length.
    """

    def __init__(
        self, source: BinaryIO, sink: TextIO, *, interactive: bool, width: Callable[[], int | None]
    ) -> None:
        self._source = source
        self._sink = sink
        self._width = width
        self._is_first = True
        self.interactive = interactive

    @classmethod
    def of_this_process(cls) -> Channel:
        """Standard input and output.

        On a terminal, lines are wrapped at words. Elsewhere each paragraph stays on one line: whatever
        reads it knows its own width, and a break that was put in could not be taken out again.
        """
        return cls(
            sys.stdin.buffer,
            sys.stdout,
            interactive=sys.stdin.isatty() and sys.stdout.isatty(),
            width=_terminal_width if sys.stdout.isatty() else lambda: None,
        )

    def say(self, text: str, speaker: str = BOT) -> None:
        """Write one message; its first line begins with who says it."""
        first, *rest = visible(text).split("\n")
        self._write(speaker + first)
        self.more("\n".join(rest))

    def more(self, text: str) -> None:
        """Write what belongs to the message or the line before it."""
        for line in visible(text).split("\n") if text else ():
            self._write(_HANGING + line if line else "")

    def list(self, number: int, text: str) -> None:
        """Write one line of a list that a number is chosen from."""
        self._write(f"{number}. {' '.join(visible(text).split())}")

    def gap(self) -> None:
        """An empty line."""
        self._sink.write("\n")

    def ask(self, shown_as: Callable[[str], str] = str) -> Typed | None:
        """Read a line; nothing at the end of the input.

        Args:
            shown_as: what is written of a line where nobody typed it here, for lines that not all may see.
        """
        self._sink.write(PROMPT)
        self._sink.flush()
        line = self._source.readline(_LONGEST_LINE)
        if not line:
            self._sink.write("\n")
            return None
        typed = self._typed(line)
        if not self.interactive:
            shown = shown_as(typed.words)
            shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:60]}…"
            self._sink.write(f"{visible(shown)}\n")
        return typed

    def _typed(self, line: bytes) -> Typed:
        if self._is_first:
            self._is_first = False
            line = next((line.removeprefix(m) for m in _BYTE_ORDER_MARKS if line.startswith(m)), line)
        if len(line) >= _LONGEST_LINE and not line.endswith(b"\n"):
            self._drop_rest()
        if self.interactive and sys.platform == "linux" and len(line) >= _TERMINAL_LINE:
            return Typed(
                "",
                f"A terminal hands on {_TERMINAL_LINE:,} bytes of a line at most, so the end of this one may "
                "be missing, and nothing was recorded. Please say it in fewer words.",
            )
        text, was_text = _decoded(line.rstrip(b"\r\n"))
        words = _CONTROL.sub("", _SEQUENCE.sub("", text.replace("\t", " ").replace("\r", " ")))
        remarks = []
        if not was_text:
            remarks.append(
                "Part of this line is not text in UTF-8; what could not be read is shown as "
                "\N{REPLACEMENT CHARACTER}."
            )
        if len(words) != len(text):
            remarks.append("I left out keys and control characters in this line that are not text.")
        return Typed(words, " ".join(remarks))

    def _drop_rest(self) -> None:
        while (rest := self._source.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass

    def _write(self, line: str) -> None:
        width = self._width()
        if width is None:
            self._sink.write(f"{line.rstrip()}\n")
            return
        inset = re.match(r" *(?:\d+\. |bot: |you: )?", line)
        taken = inset.end() if inset else 0
        hanging = " " * min(taken, len(BOT))
        pieces = wrap(line[taken:].rstrip(), max(width - taken, _NARROWEST - len(BOT)))
        self._sink.write(f"{line[:taken]}{next(pieces)}\n")
        self._sink.writelines(f"{hanging}{piece}\n" for piece in pieces)


def _decoded(line: bytes) -> tuple[str, bool]:
    """The line as text, and whether all of it is text: UTF-8, or else what this machine uses."""
    try:
        return line.decode(), True
    except UnicodeDecodeError:
        pass
    try:
        return line.decode(locale.getencoding()), True
    except (UnicodeDecodeError, LookupError):
        return line.decode(errors="replace"), False


def _terminal_width() -> int:
    """The width of the terminal, 80 where it does not say."""
    return max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)
