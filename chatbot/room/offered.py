"""What can be answered on a ballot: numbered, as it is shown, and as it is recorded."""

from __future__ import annotations

import msgspec

from chatbot.conversation.asking import Asking, OfferedLevel, Signs, asking, unknown_label
from chatbot.dialog.script import UNKNOWN_OPTION, QuestionKind
from chatbot.facts import Level
from chatbot.interview.interview import Interview
from chatbot.room.ballots import Ballot, Stance


class Offer(msgspec.Struct, frozen=True):
    """One answer to a ballot.

    Attributes:
        number: what is typed for it, from 1.
        value: what is recorded, see `Stance.value`.
        looks_like: of a level, what it looks like in behaviour; may be empty.
    """

    number: int
    value: str
    label: str
    looks_like: str = ""

    @property
    def needs_reason(self) -> bool:
        """Whether an agreement on it has to say why."""
        return self.value == Level.NOT_APPLICABLE


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A ballot as it is put to the room.

    Attributes:
        topic: the title of the question's topic.
        ask: the question, with what is known filled in.
        point: of a checklist, the point that is voted on.
        points: how many points there are, and which of them this is, from 1; 0 for other questions.
        number: the question's place among those on the path, from 1, of `of`.
        offers: the answers; of a text only that it is not known.
    """

    ballot: Ballot
    kind: QuestionKind
    topic: str
    ask: str
    point: str
    at_point: int
    points: int
    number: int
    of: int
    offers: tuple[Offer, ...]
    why: str
    help: str
    evidence: str

    def offer(self, stance: Stance) -> Offer | None:
        """The answer that somebody gave; nothing for a text, or where it is not offered any more."""
        return next((one for one in self.offers if one.value == stance.value), None)

    def label(self, stance: Stance) -> str:
        """An answer in words."""
        found = self.offer(stance)
        return found.label if found else stance.value


def sheet(interview: Interview, ballot: Ballot, signs: Signs) -> Sheet | None:
    """A ballot as it is put to the room now; nothing where its question is not on the path."""
    if ballot.question not in interview.state.path.questions:
        return None
    asked = asking(interview, ballot.question, signs)
    place = next((at for at, item in enumerate(asked.items, start=1) if item.fact == ballot.fact), 0)
    return Sheet(
        ballot=ballot,
        kind=asked.kind,
        topic=asked.topic,
        ask=asked.ask,
        point=asked.items[place - 1].label if place else "",
        at_point=place,
        points=len(asked.items),
        number=asked.number,
        of=asked.of,
        offers=_offers(interview, asked, place),
        why=asked.why,
        help=asked.help,
        evidence=asked.evidence,
    )


def _offers(interview: Interview, asked: Asking, place: int) -> tuple[Offer, ...]:
    match asked.kind:
        case QuestionKind.CHOICE:
            return tuple(Offer(option.number, option.id, option.label) for option in asked.options)
        case QuestionKind.CHECKLIST:
            levels = asked.items[place - 1].levels if place else ()
            return tuple(_level(number, level) for number, level in enumerate(levels, start=1))
        case QuestionKind.TEXT:
            question = interview.held.manager.route.question[asked.id]
            return (Offer(1, UNKNOWN_OPTION, unknown_label(interview.held.script, question)),)


def _level(number: int, level: OfferedLevel) -> Offer:
    return Offer(number, level.level, level.label, level.looks_like)
