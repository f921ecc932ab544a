"""Waiting for what makes two answers fit together, after the bot asked about a tension."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from chatbot.conversation.agreeing import goes_on, plain
from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.correction import AwaitedCorrection, Summarised
from chatbot.conversation.waiting.guess import Reading, meant
from chatbot.conversation.waiting.keeping import either, kept_unless_meant
from chatbot.conversation.waiting.said import Said
from chatbot.framework.model import Tension

if TYPE_CHECKING:
    from chatbot.conversation.floor import Floor

_DECLINED: Final = frozenset(
    {
        "later", "not now", "maybe later", "another time", "no", "nope", "no thanks", "no comment", "skip",
        "skip it", "skip that", "pass", "next", "go on", "leave it", "leave it open", "no explanation",
        "i cannot explain it", "i can't explain it", "don't know", "i don't know", "do not know",
        "i do not know", "dunno", "idk", "no idea", "not sure", "i'm not sure", "i am not sure", "?",
    }
)  # fmt: skip


def asked_about(tension: Tension) -> str:
    """What the bot says to ask about a tension."""
    return f"{tension.ask} A sentence is enough. Or say: not now; or just answer the question."


class AwaitedExplanation(msgspec.Struct, frozen=True, kw_only=True):
    """The next words explain a tension, say that nothing explains it now, or answer the question instead.

    The question stays in view, and a number or a mark is always for it: nobody has to explain anything.

    Attributes:
        summarised: what the bot has just summed up, which the words may also correct.
    """

    tension: Tension
    summarised: Summarised | None = None
    insists: bool = False
    ready: tuple[tuple[str, str], ...] = ()
    given_up: str = ""

    @property
    def asks(self) -> str:
        """The question that the knowledge base has for it, and what may be said to it."""
        return asked_about(self.tension)

    def take(self, floor: Floor, said: Said) -> Reply | None:
        """Keep the explanation word for word; then the question that was asked before is asked again."""
        if plain(said.words) in _DECLINED or goes_on(said.words):
            decline = partial(self._keep, declined=True)
            answer = meant(floor, said.answer) if said.answer else None
            if answer is None:
                return decline(floor, said.words)
            return either(floor, said, answer, Reading("to leave that open", decline), self)
        # A number or a mark explains nothing; it was meant for the question.
        if not any(map(str.isalpha, said.words)):
            return None
        corrected = self.summarised.correct(floor, said) if self.summarised else None
        if corrected is not None:
            return corrected
        keep = partial(self._keep, declined=False)
        return kept_unless_meant(floor, said, self, "keep it as the explanation", keep)

    def _keep(self, floor: Floor, words: str, *, declined: bool) -> Reply:
        from chatbot.interview.voiced import latest_behind

        interview = floor.interview
        question = latest_behind(interview.state, self.tension)
        reply = floor.told(interview.explain(self.tension.id, words, question, declined=declined))
        if floor.awaited is not None:
            return reply
        if self.summarised:
            floor.wait_for(AwaitedCorrection(self.summarised))
        return Reply(utterances=(*reply.utterances, floor.ask_again()), wants=reply.wants)
