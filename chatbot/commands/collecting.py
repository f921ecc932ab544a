"""Commands that make one thing and end: they leave their garbage to the system."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside of it no cycles are looked for: what is built stays in use until it is written.

    Looking through it again and again would take a tenth of the time of a report.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
