"""Answering: an answer is recorded, what it would change is shown first, or what is missing is asked for."""

from __future__ import annotations

from typing import Final

from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.utterances import Kind, bot
from chatbot.dialog.answers import Answer, check_fit
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import Heard

NOTHING_ASKED: Final = "Nothing is being asked right now."


def take_answer(floor: Floor, heard: Heard, words: str) -> Reply:
    """Take an answer, or keep the part of a checklist that is settled and ask for the rest.

    Args:
        heard: an option, levels or a text, perhaps with a remark; not an intent.
        words: what was typed for it; empty where it was chosen.
    """
    asked = floor.asking
    if asked is None:
        return floor.aside(NOTHING_ASKED)
    if asked.kind is not QuestionKind.CHECKLIST:
        if asked.kind is QuestionKind.TEXT and heard.text:
            from chatbot.conversation.waiting.short_name import AwaitedName, is_long

            if is_long(floor.interview.held.manager.route.question[asked.id], heard):
                awaited = AwaitedName(heard, words)
                floor.wait_for(awaited)
                return floor.aside(awaited.asks).after(floor.echo(words))
        return take_named(floor, heard, words)
    draft = floor.draft.with_(heard, words)
    missing = draft.question_back(asked)
    if missing:
        floor.draft = draft
        reply = Reply(utterances=(bot(Kind.ASIDE, missing, asked.id),))
        return reply.after(floor.echo(words)) if words else reply
    answer = draft.answer(asked)
    said = draft.said(asked, answer)
    reply = _record_or_propose(floor, asked.id, answer, said, "\n".join(draft.remarks))
    if floor.awaited is not None and floor.question == asked.id:
        floor.draft = draft  # so that what is proposed stays marked, and words can add to it
    return reply


def take_named(floor: Floor, heard: Heard, words: str, *, said: str = "") -> Reply:
    """Take an option or a text as it is.

    Args:
        said: what was typed last, where that is not what is recorded.
    """
    asked = floor.question
    if asked is None:
        return floor.aside(NOTHING_ASKED)
    reply = _record_or_propose(
        floor, asked, Answer(option=heard.option, text=heard.text), words, heard.remark
    )
    return reply.after(floor.echo(said)) if said else reply


def _record_or_propose(floor: Floor, question: QuestionId, answer: Answer, words: str, remark: str) -> Reply:
    """Record an answer to the question that is due; of any other, show first what it would do."""
    interview = floor.interview
    if question == interview.state.stage:
        return record(floor, question, answer, words, remark)
    from chatbot.conversation.consequences import consequences
    from chatbot.conversation.previewing import preview
    from chatbot.conversation.turning_back import leave
    from chatbot.conversation.waiting.change import STAYS, Change

    check_fit(interview.held.manager.route.question[question], answer)
    what = consequences(interview.held, interview.state, question, answer)
    echo = (floor.echo(words),) if words else ()
    if what.before == answer:
        noted = floor.told(interview.note(remark, question)).utterances if remark else ()
        return leave(floor).after(*echo, *noted, bot(Kind.ASIDE, f"That is what you said before. {STAYS}"))
    if what.before is None and not what.touches_others:
        return record(floor, question, answer, words, remark)
    change = Change(what=what, words=words, remark=remark)
    floor.wait_for(change)
    text = f"{preview(interview.held, interview.state, what)}\n{change.asks}"
    return Reply(utterances=(*echo, bot(Kind.ASIDE, text, question)))


def record(floor: Floor, question: QuestionId, answer: Answer, words: str, remark: str) -> Reply:
    """Record an answer; what is finished is opened again first, because its advice may be another now."""
    interview = floor.interview
    if not interview.finished:
        return floor.told(interview.answer(question, answer, words, remark))
    opened = floor.told(interview.reopen(then=words)).utterances[:1]
    reply = floor.told(interview.answer(question, answer, words, remark))
    return Reply(utterances=(*reply.utterances[:1], *opened, *reply.utterances[1:]), wants=reply.wants)
