"""What a person typed, with what it means at the question being asked."""

from __future__ import annotations

import msgspec

from chatbot.dialog.understanding.understood import AUTHORED, COMMANDED, FORMED, Heard, Outcome, Understood


class Said(msgspec.Struct, frozen=True):
    """One utterance.

    Attributes:
        words: as typed, without the space around them.
        understood: what they mean at the question that is asked, whatever else is awaited.
    """

    words: str
    understood: Understood

    @property
    def wish(self) -> Heard | None:
        """What is wanted instead of answering, where that is certain."""
        accepted = self._accepted
        return accepted if accepted and accepted.intent else None

    @property
    def command(self) -> Heard | None:
        """A wish that shows by its form, such as a command; where any words are awaited, only that is one.

        A remark for the lawyers may sound like a wish to the bot: "ask what they recommend so far".
        """
        wish = self.wish
        return wish if wish and self.understood.confidence >= FORMED else None

    @property
    def is_bare_command(self) -> bool:
        """Whether the words are a command and nothing else: what it does says all there is to know."""
        wish = self.wish
        return wish is not None and self.understood.confidence == COMMANDED

    @property
    def answer(self) -> Heard | None:
        """The answer to the question, where that is certain."""
        accepted = self._accepted
        return None if accepted is None or accepted.intent else accepted

    @property
    def authored(self) -> Heard | None:
        """The answer to the question, where it is given in words of the script, by number or by mark.

        Where any words are awaited, a sentence that only sounds like an answer may as well be those.
        """
        return self.answer if self.understood.confidence >= AUTHORED else None

    @property
    def authored_choice(self) -> bool:
        """The same of an answer that is chosen, not written."""
        return self.authored is not None and not self.authored.text

    @property
    def likely(self) -> Heard | None:
        """What the words may well be at the question, certain or to be asked about."""
        return None if self.understood.outcome is Outcome.ASK else self.understood.heard

    @property
    def _accepted(self) -> Heard | None:
        return self.understood.heard if self.understood.outcome is Outcome.ACCEPT else None
