"""Making a report in a process of its own, so that the screen goes on and a stop leaves nothing behind."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Final

from chatbot.chat.reporting import Stage, Standing
from chatbot.commands.writing import check_free
from chatbot.errors import ChatbotError

_ERRORS: Final = "errors"
_PATIENCE: Final = 5
"""Seconds that a process has to end after it was told to."""


class ReportExport:
    """A report that is being made in a folder of its own beside the place where it is to go.

    Args:
        words: `chatbot report` and its arguments, without where to write.
        path: where it is to go.

    Raises:
        ChatbotError: nothing can be written beside that place.
    """

    def __init__(self, words: Sequence[str], path: Path) -> None:
        self._path = path.expanduser().resolve()
        try:
            self._folder = tempfile.TemporaryDirectory(
                prefix=".chatbot-", dir=self._path.parent, ignore_cleanup_errors=True
            )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "its name is not one"
            raise ChatbotError(
                f"The file cannot be written: {reason}.",
                where=str(path),
                todo="Name another file, or check that its folder exists and that you may write there.",
            ) from error
        self._made = Path(self._folder.name) / "made"
        self._made.mkdir()
        self._errors = Path(self._folder.name) / _ERRORS
        with self._errors.open("wb") as errors:
            self._process = Popen(  # noqa: S603 - our own program, with arguments that no shell reads
                [sys.executable, "-P", "-m", "chatbot", *words, "-o", str(self._made / self._path.name)],
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=errors,
                env=_environment(),
            )
        self._done = False

    def standing(self) -> Standing:
        """How far it is."""
        code = self._process.poll()
        said = self._errors.read_text("utf-8", "replace").strip().splitlines()
        if code is None:
            return Standing(stage=Stage.RUNNING, says=said[-1] if said else "Starting.")
        if code == 0:
            return Standing(stage=Stage.READY)
        wrong = [line for line in said if line]
        return Standing(
            stage=Stage.FAILED, says=wrong[-1] if wrong else f"The report failed with exit code {code}."
        )

    def put(self, *, replace: bool) -> Path:
        """Put the files in their places, the one that refers to the others last."""
        made = sorted(self._made.iterdir(), key=lambda file: file.name == self._path.name)
        places = [(file, self._path.with_name(file.name)) for file in made]
        if not replace:
            check_free(*(place for _, place in places))
        try:
            for file, place in places:
                if place.exists():
                    file.chmod(place.stat().st_mode)
                file.replace(place)
        except OSError as error:
            raise ChatbotError(
                f"The file cannot be written: {error.strerror}.", where=str(self._path)
            ) from error
        return self._path

    def cancel(self) -> None:
        """Stop, and remove what was made."""
        if self._done:
            return
        self._done = True
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(_PATIENCE)
        self._folder.cleanup()


def _environment() -> dict[str, str]:
    """Ours, in which this very program is found and the current folder is not looked into."""
    package = str(Path(__file__).parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
