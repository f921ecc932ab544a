"""Saying that all is settled: what no answer can change any more, and what the rest could still bring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chatbot.conversation.listener import Decided
from chatbot.conversation.waiting.finishing import OFFER
from chatbot.framework.model import Framework
from chatbot.framework.terms import Terms


def settled(framework: Framework, decided: Decided) -> str:
    """What cannot change, what still can, and the offer to finish, a line each."""
    return "\n".join(_lines(Terms(framework), decided))


def _lines(terms: Terms, decided: Decided) -> Iterator[str]:
    left = f"{decided.left} question{'s are' if decided.left != 1 else ' is'} left"
    more = f", and up to {decided.more} more could come up" if decided.more else ""
    yield f"{left}{more}. Whatever the answers are, two things cannot change any more."
    now, then = terms.in_sentence(decided.recommended), terms.in_sentence(decided.reachable)
    later = f"; {then} once what is open has turned out well" if then != now else ""
    yield f"What to work on now: {now}{later}."
    yield f"Whether to commit to the ambition now: {terms.decision(decided.decision)}."
    if decided.may_come:
        yield f"The rest could still bring {_warnings(terms, decided.may_come)}."
    else:
        yield "The rest cannot bring any further warning."
    if decided.may_go:
        yield f"It could still take away {_warnings(terms, decided.may_go)}."
    yield OFFER


def _warnings(terms: Terms, ids: Sequence[str]) -> str:
    titles = "; ".join(f'"{terms.title(one)}"' for one in ids)
    return f"{'this warning' if len(ids) == 1 else 'these warnings'}: {titles}"
