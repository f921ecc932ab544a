"""Starts the program: `chatbot`, or `python -m chatbot`."""

from __future__ import annotations

import gc
import sys

gc.set_threshold(50_000)  # starting makes many objects and no garbage: looking for it every 700 is wasted

from chatbot import cli  # noqa: E402 - loading it is a part of what the line above is for


def main() -> int:
    """Run the program with the arguments of its process; returns its exit code."""
    code = cli.main()
    # The process ends here and its memory with it, so a last search for garbage would find nothing of use:
    # whatever has to be written or closed has been, and does not rely on being collected for that.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
