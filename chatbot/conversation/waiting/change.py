"""Waiting for a yes before an answer is changed, after what that would do was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import Which, said_back
from chatbot.conversation.consequences import Consequences
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, Speaker, bot
from chatbot.conversation.waiting.said import Said

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

STAYS: Final = "Your answer stays as it is."


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """The next words say whether the answer is recorded; another answer takes the place of this one.

    Attributes:
        what: what recording it would do.
        words: what was typed for it, or what was chosen.
        remark: what was said besides it.
    """

    what: Consequences
    words: str
    remark: str
    asks: str = "Shall I record that? (yes / no)"
    insists: bool = True
    ready: tuple[tuple[str, str], ...] = (("Yes, record it", "yes"), ("No, leave it as it is", "no"))
    given_up: str = f"Nothing was changed. {STAYS}"

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """A yes records it; a no leaves everything as it is and goes on where the interview stands."""
        from chatbot.conversation.turning_back import leave

        which = said_back(said.words)
        if which not in (Which.YES, Which.NO):
            return None
        echo = floor.echo(said.words)
        if which is Which.NO:
            return leave(floor).after(echo, bot(Kind.ASIDE, STAYS, floor.question))
        what = self.what
        event = floor.interview.answer(what.question, what.answer, self.words, self.remark)
        reply = floor.told(event)
        spoken = reply.utterances
        said_before = bool(spoken) and spoken[0].speaker is Speaker.PERSON  # the answer is on screen already
        return Reply(utterances=(echo, *spoken[said_before:]), wants=reply.wants)
