"""What comes of one thing a person did, and what the bot waits for besides the question itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from chatbot.conversation.drafting import Draft
from chatbot.conversation.utterances import Utterance
from chatbot.dialog.understanding.understood import Heard, Intent


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of one thing a person did.

    Attributes:
        utterances: what was said because of it, in order.
        wants: an intent that is the front end's to carry out (review, advice, report, quit).
        kept: words that were not recorded and belong back into the prompt.
    """

    utterances: tuple[Utterance, ...] = ()
    wants: Intent | None = None
    kept: str = ""


@dataclass(slots=True)
class Pending:
    """What the next words may be about instead of the question.

    Attributes:
        heard: a reading that waits for yes or no, with the words that it was guessed from.
        draft: the part of a checklist that was said.
        note: whether the next words are a note.
    """

    heard: Heard | None = None
    guessed_from: str = ""
    draft: Draft = field(default_factory=Draft)
    note: bool = False

    @property
    def awaits_words(self) -> bool:
        """Whether the next words are about a guess, a note or a reason, and not about the question."""
        return self.note or self.heard is not None or self.draft.without_reason() is not None
