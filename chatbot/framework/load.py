"""Loading the knowledge base: from the cache where it was read before, else from its files."""

from __future__ import annotations

from chatbot.framework.model import Framework
from chatbot.sources.bundle import Bundle
from chatbot.sources.cache import cached


def load_framework(bundle: Bundle) -> Framework:
    """What the files of a knowledge base say.

    Raises:
        SourceError: something is wrong with them; it lists every problem of every file.
    """

    def read() -> Framework:
        # Reading needs PyYAML and pydantic, which a start from the cache does without.
        from chatbot.framework.reading import read_framework

        return read_framework(bundle)

    return cached(bundle.hash, Framework, read)
