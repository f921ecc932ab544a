"""Hearing: the words that somebody typed, read with what is being asked, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from chatbot.conversation.floor import Floor
from chatbot.conversation.reply import Reply
from chatbot.conversation.waiting.guess import Guess, guess, meant
from chatbot.conversation.waiting.said import Said
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Heard, Outcome
from chatbot.interview.events import Made

NOT_UNDERSTOOD: Final = "I did not understand that."


def hear(floor: Floor, words: str) -> Said:
    """What `words` mean at the question being asked, or at none."""
    held, question = floor.interview.held, floor.question
    asked = held.manager.route.question[question] if question else None
    understood = understand(
        held.script,
        asked,
        held.manager.route.offered(asked, floor.interview.state.path) if asked else (),
        words,
        settled=floor.draft.levels,
        signs=floor.signs.ids,
        may_not_apply=floor.signs.may_not_apply,
    )
    return Said(words, understood)


def take_said(floor: Floor, said: Said) -> Reply:
    """What comes of words that nothing awaited has taken: a wish, an answer, or a question back."""
    from chatbot.conversation.agreeing import goes_on, keeps
    from chatbot.conversation.answering import take_answer
    from chatbot.conversation.turning_back import leave
    from chatbot.conversation.wishes import carry_out_typed

    if floor.visiting and not said.authored_choice and (keeps(said.words) or goes_on(said.words)):
        return leave(floor).after(floor.echo(said.words))
    if said.wish and said.wish.intent:
        return carry_out_typed(floor, said.wish.intent, said.wish.target, said.words)
    if said.answer:
        # While it is open what was meant, any words could be a text; they may as well be about the guess.
        if said.answer.text and isinstance(floor.awaited, Guess) and said.words[:1] not in "\"'\u201c":
            return ask_back(floor, said)
        floor.wait_for(None)
        return take_answer(floor, said.answer, said.words)
    return ask_back(floor, said)


def ask_back(floor: Floor, said: Said) -> Reply:
    """Ask which reading was meant; without one say again what insists on words, or what could be said."""
    from chatbot.conversation import hints

    awaited = floor.awaited
    before = awaited.then if isinstance(awaited, Guess) else awaited
    offered = None if said.understood.outcome is Outcome.ASK else guess(floor, said, before)
    if offered is not None:
        floor.wait_for(offered)
        text = offered.asks
    elif awaited is not None and awaited.insists:
        text = f"{NOT_UNDERSTOOD} {awaited.asks}"
    else:
        text = hints.ask_back(floor.asking, said.understood)
    made = Made.NOT_UNDERSTOOD if offered is None else Made.ASKED_BACK
    return replace(floor.aside(text), made=made).after(floor.echo(said.words))


def hear_rest(floor: Floor, rest: str, words: str, denied: Sequence[Heard] = ()) -> Reply | None:
    """What comes of the words behind a yes or a no; `None` where they are not more than that.

    Args:
        words: the whole of what was typed.
        denied: what they are not.
    """
    said = hear(floor, rest)
    heard = said.understood.heard
    if heard is None or said.understood.outcome is Outcome.ASK or heard in denied:
        return None
    said = Said(words, said.understood)
    if said.answer is not None and said.answer.text:  # "no, I do not like that" is hardly a text to keep
        reading = meant(floor, said.answer)
        if reading is None:
            return None
        asked = Guess((reading,), rest)
        floor.wait_for(asked)
        return floor.aside(asked.asks).after(floor.echo(words))
    return take_said(floor, said)
