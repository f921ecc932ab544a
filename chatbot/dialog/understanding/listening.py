"""Listening: which kind of reading fits what is being asked, and whether an intent was meant instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from chatbot.dialog.script import Option, Question, QuestionKind, Script
from chatbot.dialog.understanding.checklists.checklist import understand_checklist
from chatbot.dialog.understanding.choice import understand_choice
from chatbot.dialog.understanding.commands import find_command, find_intent, is_command, nearest_intent
from chatbot.dialog.understanding.forms import formed
from chatbot.dialog.understanding.free_text import understand_text
from chatbot.dialog.understanding.understood import FORMED, LIKEST, Heard, Outcome, Understood
from chatbot.dialog.understanding.wishes import Wished, wished
from chatbot.dialog.understanding.words import Spoken, spoken, words_of
from chatbot.facts import FactId, Level

WISH_FROM: Final = 0.65
"""From this lead on a wish is granted, where the words are less like an answer."""
OFFER_WISH_FROM: Final = 0.15
"""From this lead on it is offered: "Did you mean …?"."""
CLEARLY: Final = 0.15
"""How far a wish has to be ahead of an answer that would be taken by itself."""
DOUBT_FROM: Final = 0.3
"""From this probability of a wish on, an answer that would be taken by itself is confirmed first."""
IDLE_FROM: Final = 0.4
"""From this probability of being beside the point on, the same."""
FAINT: Final = 0.4
"""Up to this confidence, a reading of words that are beside the point is not offered."""
BEYOND_DOUBT: Final = 0.94
"""From this confidence of an answer on, no other opinion is asked for."""
_LETTERS: Final = 2
"""Words of so many letters and no longer ones are marks ("y y n"), and nobody's wish."""
_SHORT: Final = 3
"""So many letters say nothing but what is authored."""

_UNSETTLED: Final[Mapping[FactId, Level]] = MappingProxyType({})


def understand(
    script: Script,
    question: Question | None,
    offered: Sequence[Option],
    said: str,
    settled: Mapping[FactId, Level] = _UNSETTLED,
    *,
    signs: Set[FactId] = frozenset(),
    may_not_apply: Set[FactId] | None = None,
) -> Understood:
    """What somebody means who typed `said`; never raises, whatever it is.

    Args:
        question: what is being asked; `None` when nothing is, and only intents are understood.
        offered: of a choice, the options on display, in that order; "I don't know" is the number behind them.
        settled: of a checklist, the levels that were said before.
        signs: the facts that are signs: they are present or absent, not settled.
        may_not_apply: the facts that may be answered with `not_applicable`; `None` for every signal.
    """
    if is_command(said):
        return find_command(script, said)
    among_text = question is not None and question.kind is QuestionKind.TEXT
    wanted = find_intent(script, said, among_text=among_text)
    comparable = spoken(said)
    if question is None:
        return wanted or _wish_or_nothing(script, comparable)
    if among_text:
        return wanted or understand_text(script, question, said, comparable)
    if comparable is None:
        return wanted or Understood(outcome=Outcome.ASK)
    if question.kind is QuestionKind.CHOICE:
        answer = understand_choice(script, question, offered, comparable)
    else:
        answer = understand_checklist(
            script, question, comparable, settled, signs=signs, may_not_apply=may_not_apply
        )
    if wanted and not _precedes(answer, comparable, question):
        return wanted
    if answer.outcome is Outcome.ACCEPT and answer.confidence == 1.0:
        return answer
    return _wish(script, answer, comparable) or (answer if answer.heard else _guessed(comparable))


def _precedes(answer: Understood, said: Spoken, question: Question) -> bool:
    """Whether words that are also an intent are an answer first: the script's own, or a level of one mark."""
    if question.kind is QuestionKind.CHECKLIST and not said.text.strip("? "):
        return True
    return answer.outcome is Outcome.ACCEPT and answer.confidence == 1.0


def _wish(script: Script, answer: Understood, said: Spoken) -> Understood | None:
    """The wish that the words are by their form, or are likelier than an answer."""
    form = formed(said)
    if form:
        torn = bool(answer.heard and answer.heard.levels)  # "Proof: …" may be an item and its level
        return Understood(
            outcome=Outcome.CONFIRM if torn else Outcome.ACCEPT,
            heard=form.heard,
            confidence=0.5 if torn else FORMED,
            runner_up=answer.heard,
        )
    words = words_of(said.text)
    if len("".join(words)) <= _SHORT or max(map(len, words)) <= _LETTERS:
        return None
    return _weighed(answer, wished(script, said))


def _weighed(answer: Understood, wish: Wished) -> Understood | None:
    """The wish, where the words are rather that; the answer to confirm, where they may not be one."""
    is_wish = wish.heard is not None and wish.heard.intent is not None
    ahead = wish.lead - answer.confidence
    accepted = answer.outcome is Outcome.ACCEPT
    if not is_wish or ahead < 0 or wish.lead < (WISH_FROM if accepted else OFFER_WISH_FROM):
        if not accepted and wish.idle >= IDLE_FROM and answer.confidence < FAINT:
            return Understood(outcome=Outcome.ASK)  # small talk is not answered with a guess
        doubtful = (is_wish and wish.likely >= DOUBT_FROM) or wish.idle >= IDLE_FROM
        unsure = accepted and answer.confidence < BEYOND_DOUBT and doubtful
        return replace(answer, outcome=Outcome.CONFIRM) if unsure else None
    granted = wish.clear and wish.lead >= WISH_FROM and ahead >= (CLEARLY if accepted else 0)
    return Understood(
        outcome=Outcome.ACCEPT if granted else Outcome.CONFIRM,
        heard=wish.heard,
        confidence=min(round(wish.lead, 2), LIKEST),
        runner_up=answer.heard,
    )


def _wish_or_nothing(script: Script, said: Spoken | None) -> Understood:
    if said is None:
        return Understood(outcome=Outcome.ASK)
    return _wish(script, Understood(outcome=Outcome.ASK), said) or _guessed(said)


def _guessed(said: Spoken) -> Understood:
    """An intent with a typing error, offered; otherwise a question back."""
    intent = nearest_intent(words_of(said.text))
    if intent is None:
        return Understood(outcome=Outcome.ASK)
    return Understood(outcome=Outcome.CONFIRM, heard=Heard(intent=intent), confidence=0.6)
