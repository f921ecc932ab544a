"""Planning a session: which questions fit into its time, which are answered before it, and when is what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Final

from msgspec.structs import replace

from chatbot.dialog.script import Facilitation, Question, QuestionId, Script, Topic
from chatbot.errors import UsageError
from chatbot.facts import AMBITION, Facts
from chatbot.framework.assess import Assessor
from chatbot.room.agenda import Agenda, Held, Part, Planned, Slot
from chatbot.room.bearing import Bearing, Bearings
from chatbot.room.ways import Ways, ways_through

LONGEST: Final = 300
"""Minutes of the longest session: after five hours nobody votes with care."""

FOR_ASKING: Final = (3, 5)
"""The most of the working time that goes to asking and voting; the rest is for what people differ in."""

LONGEST_SITTING: Final = 100
"""Minutes after which a session has a break."""

BREAK: Final = 10
_OPENINGS: Final = ((60, 3), (120, 5), (LONGEST, 10))
_CLOSINGS: Final = ((60, 5), (120, 10), (LONGEST, 15))


def plan(planner: Planner, minutes: int) -> Agenda:
    """The agenda of a session of so many minutes.

    Questions that others depend on stay in the room. Of the others those that can change the result most
    come first, as far as the time reaches; among equals, those on which several views are to be heard, from
    topics of which little is asked. Those that change nothing come only if there is time for all.

    Raises:
        UsageError: the session is too short for what has to be asked in it, or too long.
    """
    if minutes > LONGEST:
        raise UsageError(
            f"A session of {minutes} minutes is longer than people can judge with care.",
            todo=f"Hold two sessions, or name at most {LONGEST} minutes.",
        )
    agenda = planner.agenda(minutes)
    if agenda is None:
        shortest = planner.shortest()
        raise UsageError(
            f"{minutes} minutes are too short for a session with this dialog.",
            todo=f"The shortest that works is {shortest} minutes."
            if shortest
            else "What it has to ask in the room takes longer than any session.",
        )
    return agenda


class Planner:
    """Plans sessions of any length with one dialog.

    Args:
        known: what is settled beforehand, such as the ambition; it decides which questions may come up.

    What one person could answer, and is settled already, is not asked at all.

    Attributes:
        ways: which questions may come up together.
        bearings: by question, what its answers can change; what is not judged is not among them.
    """

    def __init__(self, script: Script, assessor: Assessor, known: Facts) -> None:
        self._script = script
        self.ways: Ways = ways_through(script, known)
        self._questions = [
            (topic, question)
            for topic in script.topics
            for question in topic.questions
            if self.ways.possible(question.id) and not _settled(question, known)
        ]
        self._minutes = {question.id: _facilitation(question).minutes for _, question in self._questions}
        self.bearings = _bearings(script, assessor, known)
        self._views = {question.id: len(_facilitation(question).hear_from) for _, question in self._questions}

    def shortest(self) -> int:
        """The minutes of the shortest session that works; 0 where none does."""
        return next((minutes for minutes in range(1, LONGEST + 1) if self.agenda(minutes)), 0)

    def agenda(self, minutes: int) -> Agenda | None:
        """The agenda of a session of so many minutes; nothing where it is too short."""
        breaks = max(ceil(minutes / LONGEST_SITTING) - 1, 0)
        opening, closing = _share(_OPENINGS, minutes), _share(_CLOSINGS, minutes)
        working = minutes - opening - closing - breaks * BREAK
        held = self._chosen(working * FOR_ASKING[0] // FOR_ASKING[1])
        if held is None:
            return None
        topics = list(self._topics(held))
        discussing = working - sum(slot.minutes for slot in topics)
        slots = [
            Slot(part=Part.OPENING, starts=0, minutes=opening),
            *topics,
            Slot(part=Part.DISAGREEMENTS, starts=0, minutes=discussing),
        ]
        slots = _with_breaks(slots, breaks, minutes)
        slots.append(Slot(part=Part.CLOSING, starts=0, minutes=closing))
        before = tuple(
            self._planned(topic, question, _alone(question))
            for topic, question in self._questions
            if question.id not in held
        )
        return Agenda(
            dialog=self._script.dialog,
            minutes=minutes,
            slots=tuple(_one_after_the_other(slots)),
            before=before,
        )

    def _chosen(self, room: int) -> set[QuestionId] | None:
        """The questions for which there is room in so many minutes; nothing where not even the first are."""
        held = {id for id in self.ways.steering if id in self._minutes}
        if self._asking(held) > room or room < 1:
            return None
        left = [(topic.id, question.id) for topic, question in self._questions if question.id not in held]
        asked = Counter(topic.id for topic, question in self._questions if question.id in held)
        while left:
            _, place = min((self._order(id, asked[topic]), place) for place, (topic, id) in enumerate(left))
            topic, id = left.pop(place)
            if id not in self.bearings and not held.issuperset(self.bearings):
                break  # what changes nothing takes no time from what does
            if self._asking(held | {id}) <= room:
                held.add(id)
                asked[topic] += 1
        return held

    def _order(self, id: QuestionId, asked: int) -> tuple[bool, tuple[int, ...], bool, int, int]:
        """Smaller comes first: by weight, several views, a topic of which little is `asked`, more views."""
        weight = self.bearings[id].weight if id in self.bearings else ()
        views = self._views[id]
        return not weight, tuple(-one for one in weight), views == 1, asked, -views

    def _asking(self, held: set[QuestionId]) -> int:
        return sum(slot.minutes for slot in self._topics(held))

    def _topics(self, held: set[QuestionId]) -> Iterator[Slot]:
        for topic in self._script.topics:
            asked = [question for question in topic.questions if question.id in held]
            if asked:
                most = self.ways.most_minutes({question.id: self._minutes[question.id] for question in asked})
                planned = tuple(self._planned(topic, question, Held.ROOM) for question in asked)
                yield Slot(part=Part.TOPIC, starts=0, minutes=most, topic=topic.id, planned=planned)

    def _planned(self, topic: Topic, question: Question, held: Held) -> Planned:
        return Planned(
            question=question.id,
            topic=topic.id,
            minutes=self._minutes[question.id],
            held=held,
            certain=self.ways.certain(question.id),
        )


def _bearings(script: Script, assessor: Assessor, known: Facts) -> Mapping[QuestionId, Bearing]:
    """What each question bears on that has any bearing, under the aim that asks most of it."""
    bearings = Bearings(assessor, script, known)
    models = [model.id for model in assessor.framework.models]
    aims = [model for model in models if known.get(AMBITION) in (model, None, "unknown")] or models
    found: dict[QuestionId, Bearing] = {}
    for aim in aims:
        ways = ways_through(script, {**known, AMBITION: aim})
        for question in script.questions():
            bearing = bearings.of(question, aim) if ways.possible(question.id) else None
            if bearing and (question.id not in found or bearing.weight >= found[question.id].weight):
                found[question.id] = bearing
    return found


def _facilitation(question: Question) -> Facilitation:
    return question.facilitator or Facilitation()


def _settled(question: Question, known: Facts) -> bool:
    """Whether one person would answer it, and it is known already what that answer would be."""
    facts = question.facts()
    return bool(facts) and all(fact in known for fact in facts) and _alone(question) is Held.ONE


def _alone(question: Question) -> Held:
    return Held.ONE if len(_facilitation(question).hear_from) == 1 else Held.BEFORE


def _share(steps: Sequence[tuple[int, int]], minutes: int) -> int:
    return next((share for below, share in steps if minutes < below), steps[-1][1])


def _with_breaks(slots: Sequence[Slot], breaks: int, minutes: int) -> list[Slot]:
    """Each break as near to its share of the session as it gets without parting a topic."""
    placed = list(slots)
    for number in range(1, breaks + 1):
        wanted = minutes * number // (breaks + 1)
        starts = [slot.starts for slot in _one_after_the_other(placed)]
        last = placed[-1]
        pause = Slot(part=Part.BREAK, starts=0, minutes=BREAK)
        into = wanted - starts[-1]
        if last.part is Part.DISAGREEMENTS and BREAK <= into <= last.minutes - BREAK:
            placed[-1:] = [
                replace(last, minutes=into),
                pause,
                replace(last, minutes=last.minutes - into),
            ]
            continue
        after = [
            at for at in range(2, len(placed)) if Part.BREAK not in (placed[at].part, placed[at - 1].part)
        ]
        nearest = min(after, key=lambda at: (abs(starts[at] - wanted), at))
        placed.insert(nearest, pause)
    return placed


def _one_after_the_other(slots: Sequence[Slot]) -> Iterator[Slot]:
    starts = 0
    for slot in slots:
        yield replace(slot, starts=starts)
        starts += slot.minutes
