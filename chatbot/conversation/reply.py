"""What comes of one thing a person did."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from chatbot.conversation.utterances import Utterance
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.events import Made


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of one thing a person did.

    Attributes:
        utterances: what was said because of it, in order.
        wants: an intent that is the front end's to carry out (review, advice, report, restart, quit).
        kept: words that were not recorded and belong back into the prompt.
        made: what the bot made of words that are no answer, where whoever replied knows.
    """

    utterances: tuple[Utterance, ...] = ()
    wants: Intent | None = None
    kept: str = ""
    made: Made | None = None

    def after(self, *before: Utterance) -> Reply:
        """The same with something said before it."""
        return replace(self, utterances=(*before, *self.utterances))
