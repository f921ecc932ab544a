"""Loading a dialog: from the cache where it was read before, else from its file."""

from __future__ import annotations

from chatbot.dialog.script import Script
from chatbot.sources.bundle import Bundle
from chatbot.sources.cache import cached


def load_script(bundle: Bundle) -> Script:
    """What the file of a dialog says.

    Raises:
        SourceError: something is wrong with it; it lists every problem.
    """

    def read() -> Script:
        # Reading needs PyYAML and pydantic, which a start from the cache does without.
        from chatbot.dialog.reading import read_script

        return read_script(bundle)

    return cached(bundle.hash, Script, read)
