"""Waiting for a yes before an answer is changed, after what that would do was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import Which, heard_back
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
        """A yes records it; a no leaves everything as it is, and what follows it is heard."""
        from chatbot.conversation.answering import record
        from chatbot.conversation.hearing import hear_rest
        from chatbot.conversation.turning_back import leave
        from chatbot.conversation.waiting.correction import recorded

        back = heard_back(said.words)
        if back is None or back.which not in (Which.YES, Which.NO) or (back.rest and said.authored_choice):
            return None
        what = self.what
        if back.which is Which.NO:
            floor.draft = recorded(floor, what.question)  # nothing that was declined is in what comes next
            reply = hear_rest(floor, back.rest, said.words) if back.rest else None
            if reply is not None:
                return reply
            return leave(floor).after(floor.echo(said.words), bot(Kind.ASIDE, STAYS, floor.question))
        reply = record(floor, what.question, what.answer, self.words, self.remark)
        # The answer itself is on screen already.
        spoken = (
            one for one in reply.utterances if not (one.speaker is Speaker.PERSON and one.kind is Kind.ANSWER)
        )
        return Reply(utterances=(floor.echo(said.words), *spoken), wants=reply.wants)
