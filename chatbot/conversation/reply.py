"""What comes of one thing a person did."""

from __future__ import annotations

import msgspec

from chatbot.conversation.utterances import Utterance
from chatbot.dialog.understanding.understood import Intent


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of one thing a person did.

    Attributes:
        utterances: what was said because of it, in order.
        wants: an intent that is the front end's to carry out (review, advice, report, restart, quit).
        kept: words that were not recorded and belong back into the prompt.
    """

    utterances: tuple[Utterance, ...] = ()
    wants: Intent | None = None
    kept: str = ""

    def after(self, *before: Utterance) -> Reply:
        """The same with something said before it."""
        return Reply(utterances=(*before, *self.utterances), wants=self.wants, kept=self.kept)
