"""Making a report in a process of its own, so that the screen goes on and a stop leaves nothing behind."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Final

from chatbot.chat.reporting import InTheWay, Stage, Standing
from chatbot.commands.places import PLACE_TODO, checked_place, is_stream
from chatbot.commands.report import STEP
from chatbot.commands.writing import write_files
from chatbot.errors import ChatbotError
from chatbot.report.writers.extras import INSTALLS

_SPEAKS: Final = "chatbot: "
"""What the program puts before an error, which is of no use here."""


class ReportExport:
    """A report that is being made in a folder of its own, away from the place where it is to go.

    Args:
        words: `chatbot report` and its arguments, without where to write.
        path: where it is to go.

    Raises:
        ChatbotError: nothing can be written there.
    """

    def __init__(self, words: Sequence[str], path: Path) -> None:
        self._path = _file(path)
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="chatbot-", ignore_cleanup_errors=True)
            self._made = Path(self._folder.name) / "made"
            self._made.mkdir()
            self._said = Path(self._folder.name) / "said"
            with self._said.open("wb") as said:
                self._process = Popen(  # noqa: S603 - our own program, with arguments that no shell reads
                    [sys.executable, "-P", "-m", "chatbot", *words, "-o", str(self._made / self._path.name)],
                    stdin=DEVNULL,
                    stdout=DEVNULL,
                    stderr=said,
                    env=_environment(),
                )
        except OSError as error:
            raise ChatbotError(
                f"The report cannot be made: {error.strerror}.",
                where=str(error.filename or ""),
                todo="Check that the disk has space, then do it again.",
            ) from error

    def standing(self) -> Standing:
        """How far it is."""
        code = self._process.poll()
        lines = self._said.read_text("utf-8", "replace").splitlines()
        steps = [line.removeprefix(STEP) for line in lines if line.startswith(STEP)]
        if code is None:
            return Standing(stage=Stage.RUNNING, says=steps[-1] if steps else "Starting.")
        if code == 0:
            return Standing(stage=Stage.READY)
        wrong = [line.strip().removeprefix(_SPEAKS) for line in lines if not line.startswith(STEP)]
        says = "\n".join(wrong).strip().replace(str(self._made), str(self._path.parent))
        return Standing(
            stage=Stage.FAILED,
            says=says
            or f"Making the report ended before it was done (exit code {code}). Try another format.",
            run=says.partition(INSTALLS)[2].strip(),
        )

    def put(self, *, over: Collection[Path]) -> Path:
        """Put the files in their places, all or none."""
        made = sorted(self._made.iterdir(), key=lambda file: (file.name != self._path.name, file.name))
        places = [self._path.with_name(file.name) for file in made]
        free_to_replace = {path.expanduser().resolve() for path in over}
        taken = [place for place in places if place.exists() and place.resolve() not in free_to_replace]
        if taken:
            raise InTheWay(taken)
        try:
            files = [(place, [file.read_bytes()]) for file, place in zip(made, places, strict=True)]
        except OSError as error:
            raise ChatbotError(f"The report cannot be read back: {error.strerror}.") from error
        report, *companions = files
        write_files([*companions, report])
        return self._path

    def cancel(self) -> None:
        """Stop, and remove what was made."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()


def _file(path: Path) -> Path:
    """The place; a device or a pipe is none, for a report that is made elsewhere and then put there."""
    place = checked_place(path)
    if is_stream(place):
        raise ChatbotError("The file cannot be written: this is no file.", where=str(path), todo=PLACE_TODO)
    return place.resolve()


def _environment() -> dict[str, str]:
    """Ours, in which this very program is found and says what it has to say without a trace."""
    package = str(Path(__file__).parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    ours = {"PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8", "CHATBOT_DEBUG": ""}
    return {**os.environ, **ours}
