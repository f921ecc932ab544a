"""The form that all kinds of events share."""

# The hints stay objects (no `from __future__ import annotations`): msgspec would compile each when it reads.

import msgspec


class Payload(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What happened; each kind of event is one subclass.

    Attributes:
        typed: what was typed to bring it about, verbatim, where the event has no words of its own for that:
            a yes to a question back, or a sentence that asked to go on.
    """

    typed: str = ""
