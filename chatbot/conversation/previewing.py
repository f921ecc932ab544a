"""The preview: one short message that says what a changed answer would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from chatbot.conversation.asking import level_label, unknown_label
from chatbot.conversation.consequences import Concluded, Consequences
from chatbot.conversation.filling import fill
from chatbot.conversation.telling import answer_in_words
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import OptionId, Question, QuestionId, QuestionKind
from chatbot.facts import Facts
from chatbot.framework.assessment import Certainty
from chatbot.framework.terms import Terms
from chatbot.interview.held import Held
from chatbot.interview.state import State
from chatbot.visible import on_one_line

_MOST: Final = 3
"""How many questions or warnings are named; of the others, the number."""
_LONGEST: Final = 120
"""How much of a text or a question is quoted."""


def preview(held: Held, state: State, what: Consequences) -> str:
    """What would change, a line each."""
    lines = [_difference(held, what), *_on_the_path(held, state, what), *_in_the_advice(held, what)]
    if what.is_plain:
        lines.append("Nothing else would change.")
    return "\n".join(lines)


def _difference(held: Held, what: Consequences) -> str:
    """The answer before and after; of a checklist, only the points that differ."""
    question = held.manager.route.question[what.question]
    if what.before is None:
        return f"Your answer would be: {_quoted(_in_words(held, question, what.answer))}."
    if question.kind is not QuestionKind.CHECKLIST:
        old, new = (_in_words(held, question, one) for one in (what.before, what.answer))
        return f"You said {_quoted(old)} before. Now it would be {_quoted(new)}."
    levels = (
        (item.label, _level(held, what.before, item.fact), _level(held, what.answer, item.fact))
        for item in question.items
    )
    changed = [f"{label}: {new}, before: {old}" for label, old, new in levels if old != new]
    return f"This would change. {'; '.join(changed)}."


def _on_the_path(held: Held, state: State, what: Consequences) -> Iterator[str]:
    """What would happen to other questions and answers."""
    answers = {one: given.answer for one, given in state.answers.items()}
    facts = held.manager.route.path({**answers, what.question: what.answer}).facts

    def names(questions: Sequence[QuestionId]) -> str:
        return _listed(questions, lambda one: _asked(held, one, facts))

    new = [one for one in what.appear if one not in answers and one not in state.skipped]
    if new:
        yield f"{_counted(len(new), 'more question')} would be asked: {names(new)}."
    gone = [one for one in what.go if one not in what.set_aside]
    if gone:
        yield f"{_counted(len(gone), 'question')} would no longer be asked: {names(gone)}."
    aside = [one for one in what.set_aside if one in what.go]
    if aside:
        yield (
            f"{_counted(len(aside), 'answer')} would be set aside, because the question goes "
            f"(kept, in case it comes back): {names(aside)}."
        )
    again = [one for one in what.set_aside if one not in what.go]
    if again:
        yield f"Asked again, because the answer given there is no longer offered: {names(again)}."
    if what.come_back:
        yield f"{_counted(len(what.come_back), 'answer')} would come back: {names(what.come_back)}."
    for offers in what.offers:
        asked = _asked(held, offers.question, facts)
        question = held.manager.route.question[offers.question]
        if offers.gained:
            yield f"{asked} would offer more: {_options(held, question, offers.gained)}."
        if offers.lost and offers.question not in what.set_aside:
            yield f"{asked} would no longer offer: {_options(held, question, offers.lost)}."


def _in_the_advice(held: Held, what: Consequences) -> Iterator[str]:
    """What would be concluded instead."""
    now, then = what.now, what.then
    if then is None:
        if now is not None:
            yield "Two answers would contradict each other, until one of them is changed too."
        return
    terms = Terms(held.framework)
    if now is None:
        yield f"The contradiction would be gone. What to work on now: {terms.in_sentence(then.recommended)}."
        return
    if now.recommended != then.recommended:
        old, new = terms.in_sentence(now.recommended), terms.in_sentence(then.recommended)
        yield f"What to work on now would be {new} (now it is {old})."
    if now.reachable != then.reachable:
        old, new = terms.in_sentence(now.reachable), terms.in_sentence(then.reachable)
        yield f"If all that is still open turns out well, you could work on {new} (before: {old})."
    if now.decision != then.decision:
        old, new = terms.decision(now.decision), terms.decision(then.decision)
        yield f"Whether to commit to the ambition now: {new} (before: {old})."
    yield from _warnings(terms, now, then)


def _warnings(terms: Terms, now: Concluded, then: Concluded) -> Iterator[str]:
    def titles(ids: Sequence[str]) -> str:
        return _listed(ids, lambda one: _quoted(terms.title(one)))

    appear = [id for id in then.warnings if id not in now.warnings]
    if appear:
        yield f"{_counted(len(appear), 'new warning')}: {titles(appear)}."
    gone = [id for id in now.warnings if id not in then.warnings]
    if gone:
        yield f"{_counted(len(gone), 'warning')} would go: {titles(gone)}."
    both = [id for id in then.warnings if id in now.warnings and then.warnings[id] != now.warnings[id]]
    for certainty, says in ((Certainty.CERTAIN, "certain"), (Certainty.POSSIBLE, "only possible")):
        moved = [id for id in both if then.warnings[id] is certainty]
        if moved:
            yield f"{_counted(len(moved), 'warning')} would become {says}: {titles(moved)}."


def _options(held: Held, question: Question, ids: Sequence[OptionId]) -> str:
    labels = {option.id: option.label for option in question.options}
    return _listed(ids, lambda one: _quoted(labels.get(one, unknown_label(held.script, question))))


def _asked(held: Held, question: QuestionId, facts: Facts) -> str:
    return _quoted(fill(held.manager.route.question[question].ask, facts, held.framework))


def _in_words(held: Held, question: Question, answer: Answer) -> str:
    return answer_in_words(held.script, question, answer) or "nothing"


def _level(held: Held, answer: Answer, fact: str) -> str:
    level = next((level for one, level in answer.levels.items() if one == fact), None)
    reason = next((reason for one, reason in answer.reasons.items() if one == fact), "")
    label = level_label(held.script, level) if level else "nothing"
    return f"{label} ({on_one_line(reason, _LONGEST)})" if reason else label


def _quoted(text: str) -> str:
    return f'"{on_one_line(text, _LONGEST)}"'


def _listed(ids: Sequence[str], name: Callable[..., str]) -> str:
    shown = [name(id) for id in ids[:_MOST]]
    more = len(ids) - len(shown)
    return "; ".join([*shown, *([f"and {more} more"] if more else [])])


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' if count != 1 else ''}"
