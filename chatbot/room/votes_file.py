"""Votes from a file: a table that is read strictly, every problem at once, and recorded all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from chatbot.conversation.asking import Signs, level_label, unknown_label
from chatbot.dialog.answers import AnswerError, check_fit
from chatbot.dialog.ids import UNKNOWN_OPTION, QuestionId
from chatbot.dialog.script import Question, QuestionKind
from chatbot.facts import FactId, Level
from chatbot.interview.events import Known
from chatbot.interview.held import Held
from chatbot.interview.room_events import Opened, PersonId, Revealed, Voted
from chatbot.room.ballots import NOT_SAID, Ballot, Stance, answer_to, ballots_of
from chatbot.room.guests import same_person
from chatbot.room.people import FACILITATOR
from chatbot.room.room import Room
from chatbot.room.roster import read_text
from chatbot.room.tables import Form, Row, read_table
from chatbot.sources.codes import Code
from chatbot.sources.problems import Place, Problems, SourceError, instead, quoted

_FORM: Final = Form(
    columns=("person", "question", "fact", "value", "reason"),
    needed=("person", "question", "value"),
    also={"name": "person", "point": "fact", "answer": "value"},
)


class Cast(Struct, frozen=True, kw_only=True):
    """One vote of a file.

    Attributes:
        name: whose it is, as on the list of people.
        words: why, as it stands there; of something that does not apply, that is in the stance.
    """

    name: str
    ballot: Ballot
    stance: Stance
    words: str


def read_votes(path: Path, held: Held, names: Sequence[str]) -> tuple[Cast, ...]:
    """The votes in a file, in its order.

    An answer is written as its id or as its label, a point of a checklist as the id of its fact.

    Args:
        names: who is on the list of people; where nobody is, everybody who voted will be.

    Raises:
        ChatbotError: the file cannot be read.
        SourceError: something is wrong with it; it lists every problem with its line and column.
    """
    problems = Problems(str(path))
    text = read_text(path, "file of votes", problems)
    rows = read_table(text, _FORM, problems) if not problems.found else []
    reader = _Reader(held, names, problems)
    cast = [one for row in rows if (one := reader.cast(row))]
    if problems.found:
        raise SourceError(problems.in_order())
    return tuple(cast)


def record_votes(room: Room, cast: Sequence[Cast]) -> None:
    """Record votes as given in the room: each thing voted on is opened, voted on, and shown.

    Who is not on the list of people is added to it. The votes are recorded all or none.
    """
    people = {same_person(person.name): person.id for person in room.state.people}
    for one in cast:
        if same_person(one.name) not in people:
            people[same_person(one.name)] = room.invite(one.name)
    if cast:
        room.take_over(_entries(room, cast, people))


def _entries(
    room: Room, cast: Iterable[Cast], people: Mapping[str, PersonId]
) -> Iterable[tuple[Known, PersonId]]:
    by_ballot: dict[Ballot, list[Cast]] = {}
    for one in cast:
        by_ballot.setdefault(one.ballot, []).append(one)
    for ballot, votes in by_ballot.items():
        question, fact = ballot.question, ballot.fact
        yield Opened(question=question, fact=fact), FACILITATOR
        for one in votes:
            answer = answer_to(ballot, room.question(question).kind, one.stance)
            voted = Voted(
                question=question,
                option=answer.option,
                levels=answer.levels,
                reasons=answer.reasons,
                text=answer.text,
                words=one.words,
            )
            yield voted, people[same_person(one.name)]
        yield Revealed(question=question, fact=fact), FACILITATOR


class _Reader:
    def __init__(self, held: Held, names: Sequence[str], problems: Problems) -> None:
        self._held = held
        self._names = {same_person(name): name for name in names}
        self._signs = Signs(held.framework)
        self._problems = problems
        self._seen: dict[tuple[str, Ballot], Place] = {}

    def cast(self, row: Row) -> Cast | None:
        name, ballot = self._name(row), self._ballot(row)
        if name is None or ballot is None:
            return None
        stance = self._stance(row, ballot)
        if stance is None:
            return None
        key = same_person(name), ballot
        if key in self._seen:
            self._problems.add(
                Code.VOTE_TWICE,
                row.place,
                f"{quoted(name)} has voted on this in line {self._seen[key].line} already.",
                "Remove one of the two.",
            )
        self._seen.setdefault(key, row.place)
        return Cast(
            name=name, ballot=ballot, stance=stance, words="" if stance.reason else row.text("reason")
        )

    def _name(self, row: Row) -> str | None:
        typed = row.text("person")
        if not typed:
            self._problems.add(
                Code.BLANK_TEXT,
                row.at("person"),
                "Nobody is named in this line.",
                "Either write who voted or remove the line.",
            )
            return None
        if not self._names:
            return typed
        known = self._names.get(same_person(typed))
        if known is None:
            self._problems.add(
                Code.VOTER_UNKNOWN,
                row.at("person"),
                f"{quoted(typed)} is not on the list of people.",
                instead(typed, self._names.values(), "add them to the list"),
            )
        return known

    def _ballot(self, row: Row) -> Ballot | None:
        route = self._held.manager.route
        typed, fact = row.text("question"), row.text("fact")
        question = route.question.get(QuestionId(typed))
        if question is None:
            self._nothing(row, "question", f"The dialog has no question {quoted(typed)}.", route.question)
            return None
        ballots = ballots_of(question)
        found = next((one for one in ballots if one.fact == fact), None)
        if found is None:
            what = (
                f"has no point {quoted(fact)}"
                if fact
                else "is a checklist, so a vote names one of its points"
            )
            if not ballots[0].fact:
                what = "has no points"
            self._nothing(row, "fact", f"{typed} {what}.", [one.fact for one in ballots if one.fact])
        return found

    def _nothing(self, row: Row, column: str, what: str, known: Iterable[str]) -> None:
        fix = instead(row.text(column), known, "leave it empty")
        self._problems.add(Code.VOTE_ON_NOTHING, row.at(column), what, fix)

    def _stance(self, row: Row, ballot: Ballot) -> Stance | None:
        question = self._held.manager.route.question[ballot.question]
        typed = row.text("value")
        offered = self._offered(question, ballot.fact)
        value = next((id for id, label in offered.items() if _same(typed, id) or _same(typed, label)), "")
        if not value and question.kind is QuestionKind.TEXT:
            value = typed
        reason = (row.text("reason") or NOT_SAID) if value == Level.NOT_APPLICABLE else ""
        stance = Stance(value, reason)
        try:
            if value:
                check_fit(question, answer_to(ballot, question.kind, stance), whole=False)
                return stance
        except AnswerError:
            pass
        self._problems.add(
            Code.VOTE_UNKNOWN,
            row.at("value"),
            f"{quoted(typed)} is no answer to {ballot.question}."
            if typed
            else "There is no answer in this line.",
            instead(typed, offered, ""),
        )
        return None

    def _offered(self, question: Question, fact: FactId) -> dict[str, str]:
        """The answers by their ids, with their labels."""
        script = self._held.script
        if fact:
            return {str(level): level_label(script, level) for level in self._signs.levels(fact)}
        labels = {str(option.id): option.label for option in question.options}
        return {UNKNOWN_OPTION: unknown_label(script, question)} | labels


def _same(typed: str, known: str) -> bool:
    return same_person(typed) == same_person(known)
