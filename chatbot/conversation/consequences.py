"""What an answer would do, before it is recorded: a pure function of the events so far and the answer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from chatbot.dialog.answers import Answer
from chatbot.dialog.path import Path
from chatbot.dialog.script import OptionId, QuestionId, QuestionKind
from chatbot.facts import Facts, ModelId
from chatbot.framework.assessment import Certainty, Decision
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import WarningId
from chatbot.interview.held import Held
from chatbot.interview.state import State


class Concluded(msgspec.Struct, frozen=True):
    """What the framework concludes from a set of answers, as far as a preview compares it."""

    recommended: ModelId
    reachable: ModelId
    decision: Decision
    warnings: dict[WarningId, Certainty]


class Offers(msgspec.Struct, frozen=True):
    """Options that a question which was dealt with already would gain and lose."""

    question: QuestionId
    gained: tuple[OptionId, ...]
    lost: tuple[OptionId, ...]


class Consequences(msgspec.Struct, frozen=True, kw_only=True):
    """What recording `answer` to `question` would change; ids in the order of the dialog.

    Attributes:
        before: the answer in force until then, if one is.
        appear: questions that come onto the path.
        go: questions that leave it.
        set_aside: other answers that would no longer count, because their question goes or their option does.
        come_back: other answers that were set aside and would count again.
        offers: choices dealt with before whose options would not be the same.
        now: what is concluded now; `None` while two answers contradict each other.
        then: the same afterwards.
    """

    question: QuestionId
    before: Answer | None
    answer: Answer
    appear: tuple[QuestionId, ...]
    go: tuple[QuestionId, ...]
    set_aside: tuple[QuestionId, ...]
    come_back: tuple[QuestionId, ...]
    offers: tuple[Offers, ...]
    now: Concluded | None
    then: Concluded | None

    @property
    def touches_others(self) -> bool:
        """Whether other questions or answers would be affected."""
        return any((self.appear, self.go, self.set_aside, self.come_back, self.offers))

    @property
    def is_plain(self) -> bool:
        """Whether nothing would change but the answer itself."""
        return not self.touches_others and self.now == self.then


def consequences(held: Held, state: State, question: QuestionId, answer: Answer) -> Consequences:
    """What recording an answer would change.

    Args:
        held: the dialog and the framework of the interview.
        state: the interview's, which is only read.
        question: one on the path.
        answer: one that fits it.
    """
    answers = {one: given.answer for one, given in state.answers.items()}
    now, then = state.path, held.manager.route.path({**answers, question: answer})
    aside = tuple(one for one in then.set_aside if one not in now.set_aside and one != question)
    back = tuple(one for one in now.set_aside if one not in then.set_aside and one != question)
    return Consequences(
        question=question,
        before=answers.get(question) if question not in now.set_aside else None,
        answer=answer,
        appear=tuple(one for one in then.questions if one not in now.questions),
        go=tuple(one for one in now.questions if one not in then.questions),
        set_aside=aside,
        come_back=back,
        offers=tuple(_offers(held, state, then)),
        now=concluded(held, now.facts),
        then=concluded(held, then.facts),
    )


def concluded(held: Held, facts: Facts) -> Concluded | None:
    """What the framework concludes from facts; `None` where two of them contradict each other."""
    try:
        found = held.assessor.assess(facts, at_most=held.script.at_most)
    except CaseError:
        return None
    return Concluded(
        found.recommended,
        found.reachable,
        found.commitment.decision,
        {warning.id: warning.certainty for warning in found.warnings},
    )


def _offers(held: Held, state: State, then: Path) -> Iterator[Offers]:
    """Choices on the path before and after, which were answered or passed over, with other options."""
    route = held.manager.route
    for one in then.questions:
        asked = route.question[one]
        dealt_with = one in state.answers or one in state.skipped
        if asked.kind is not QuestionKind.CHOICE or not dealt_with or one not in state.path.questions:
            continue
        old = [option.id for option in route.offered(asked, state.path)]
        new = [option.id for option in route.offered(asked, then)]
        if old != new:
            gained = tuple(option for option in new if option not in old)
            yield Offers(one, gained, tuple(option for option in old if option not in new))
