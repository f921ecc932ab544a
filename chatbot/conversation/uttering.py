"""Uttering: what was typed and became no answer, note or evidence is recorded too, with what came of it."""

from __future__ import annotations

from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, Speaker
from chatbot.conversation.waiting.said import Said
from chatbot.conversation.wishes import LOOKS
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import Made


def utter(floor: Floor, question: QuestionId | None, said: Said, reply: Reply) -> None:
    """Record the words of this turn if no event of it has them; nobody's words are lost, whatever they are.

    Args:
        question: what was asked when they were said.
    """
    interview = floor.interview
    if not interview.unrecorded or reply.kept:
        return
    asides = (one for one in reply.utterances if one.speaker is Speaker.BOT and one.kind is Kind.ASIDE)
    event = interview.utter(question, made(floor, said, reply), "\n".join(one.text for one in asides))
    floor.narrator.tell(event, interview.state)  # it is on screen already


def made(floor: Floor, said: Said, reply: Reply) -> Made:
    """What was made of words that are no answer."""
    if reply.made is not None:
        return reply.made
    if said.wish is not None:
        return Made.ASKED_HELP if said.wish.intent in LOOKS else Made.WISHED
    return Made.ASKED_BACK if floor.has_begun else Made.REPLIED
