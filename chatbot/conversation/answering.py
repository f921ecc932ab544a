"""Answering: an answer is recorded, or what is missing of it is asked for."""

from __future__ import annotations

from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.understood import Heard

NOTHING_ASKED = "Nothing is being asked right now."


def take_answer(floor: Floor, heard: Heard, words: str) -> Reply:
    """Record an answer, or keep the part of a checklist that is settled and ask for the rest.

    Args:
        heard: an option, levels or a text; not an intent.
        words: what was typed for it; empty where it was chosen.
    """
    asked = floor.asking
    if asked is None:
        return floor.aside(NOTHING_ASKED)
    if asked.kind is not QuestionKind.CHECKLIST:
        answer = Answer(option=heard.option, text=heard.text)
        return floor.told(floor.interview.answer(asked.id, answer, words))
    draft = floor.draft.with_(heard, words)
    missing = draft.question_back(asked)
    if missing:
        floor.draft = draft
        reply = Reply(utterances=(bot(Kind.ASIDE, missing, asked.id),))
        return reply.after(floor.echo(words)) if words else reply
    answer = draft.answer(asked)
    return floor.told(floor.interview.answer(asked.id, answer, draft.said(asked, answer)))
