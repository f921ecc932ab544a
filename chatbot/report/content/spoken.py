"""What was said in an interview, as a report shows it: the transcript, the answers, the notes, the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatbot.conversation.asking import level_label
from chatbot.conversation.filling import fill
from chatbot.conversation.telling import answer_in_words, is_bare_choice
from chatbot.conversation.utterances import Kind, Speaker, Utterance
from chatbot.dialog.script import Question, QuestionId, QuestionKind
from chatbot.facts import TITLE, FactId, Level
from chatbot.interview.events import Answered, Event, Made, Uttered
from chatbot.interview.held import Held
from chatbot.interview.in_force import words_of
from chatbot.interview.kept import KeptAs
from chatbot.interview.room_events import Agreed, Voted
from chatbot.interview.state import answer_of
from chatbot.interview.voiced import said_beside
from chatbot.report.content.fates import Fate, fates
from chatbot.report.content.retold import Retold, Told


class Turn(Struct, frozen=True, kw_only=True):
    """One message of the transcript.

    Attributes:
        topic: the title of the topic it belongs to; empty for what belongs to none.
        understood: for an answer in other words than the dialog's, what it was taken for.
        at: when, as the event says; empty for what only follows from one.
        who: for a person, the participant.
        fate: for a person, what became of it later.
        made: for words of a person that are no answer, note or evidence, what the bot made of them; nothing
            where they brought about what stands behind them.
    """

    speaker: Speaker
    kind: Kind
    text: str
    topic: str
    question: str = ""
    understood: str = ""
    at: str = ""
    who: str = ""
    fate: Fate = Fate.STANDS
    made: Made | None = None


class Point(Struct, frozen=True, kw_only=True):
    """One point of a checklist as it was answered; `in_words` is its level in the dialog's words."""

    fact: FactId
    label: str
    level: Level
    in_words: str


class GivenAnswer(Struct, frozen=True, kw_only=True):
    """One answer, as it was said and as it was understood.

    Attributes:
        in_words: what was understood, in the dialog's words.
        words: what the person said, verbatim; empty where it was chosen without words.
        remark: what was said besides the answer; a note says it too unless it was taken back.
        own_words: whether the words themselves are the answer, and no fact rests on them.
        points: of a checklist, the answer point by point, in the order of the list.
    """

    question: QuestionId
    ask: str
    topic: str
    kind: QuestionKind
    option: str
    levels: Mapping[FactId, Level]
    reasons: Mapping[FactId, str]
    text: str
    in_words: str
    words: str
    own_words: bool
    at: str
    who: str
    fate: Fate
    remark: str = ""
    points: tuple[Point, ...] = ()


class Note(Struct, frozen=True, kw_only=True):
    """Something that a participant added; `ask` is the question that it belongs to, if it belongs to one.

    Attributes:
        question: that question's id, or empty.
        kind: `note`, `evidence`, or `remark` for what was said besides an answer.
    """

    text: str
    ask: str
    question: str
    kind: KeptAs
    at: str
    who: str


class Gap(Struct, frozen=True, kw_only=True):
    """A question on the path without an answer; `skipped` if it was passed over, else it still waits."""

    question: QuestionId
    ask: str
    topic: str
    skipped: bool


class Spoken(Struct, frozen=True, kw_only=True):
    """The conversation.

    Attributes:
        answers: every answer that was given, in the order of the events, also those changed later.
        introduction: the answers in force that tell in own words what the initiative is.
        remarks: the other answers in force that are own words.
        notes: notes, evidence, and remarks beside answers, in the order of the events.
    """

    transcript: tuple[Turn, ...]
    answers: tuple[GivenAnswer, ...]
    introduction: tuple[GivenAnswer, ...]
    remarks: tuple[GivenAnswer, ...]
    notes: tuple[Note, ...]
    gaps: tuple[Gap, ...]


def spoken(held: Held, again: Retold) -> Spoken:
    """The conversation of an interview, as it was told."""
    telling = _Telling(held, again)
    answers = tuple(telling.answers())
    own = [answer for answer in answers if answer.own_words and answer.fate is Fate.STANDS and answer.text]
    start = next(
        (topic.title for topic in held.script.topics for one in topic.questions if one.fact == TITLE), ""
    )
    return Spoken(
        transcript=tuple(telling.turns(again.told)),
        answers=answers,
        introduction=tuple(answer for answer in own if answer.topic == start),
        remarks=tuple(answer for answer in own if answer.topic != start),
        notes=tuple(telling.notes()),
        gaps=tuple(telling.gaps()),
    )


_ANSWERS: Final = (Kind.ANSWER, Kind.VOTE)


class _Telling:
    """Tells one interview from its state."""

    def __init__(self, held: Held, again: Retold) -> None:
        self._held = held
        self._state = again.state
        self._route = held.manager.route
        self._fates = fates(again.state, again.room)
        self._who = again.who

    def turns(self, told: Iterable[Told]) -> Iterator[Turn]:
        """The whole conversation; what opens a topic belongs to it."""
        turns = [
            self._turn(one.event, utterance)
            for one in told
            for utterance in one.said
            if utterance.kind is not Kind.UNDERSTOOD  # a turn says so of the words themselves
        ]
        following = ""
        for place in reversed(range(len(turns))):
            following = turns[place].topic or following
            if turns[place].kind is Kind.TOPIC:
                turns[place] = replace(turns[place], topic=following)
        return iter(turns)

    def answers(self) -> Iterator[GivenAnswer]:
        """Every answer that was given."""
        for event in self._state.events:
            if isinstance(event.what, Answered | Agreed):
                yield self._answer(event, event.what)

    def notes(self) -> Iterator[Note]:
        """What was added beside the answers and is in force, but for what stands beside what it explains."""
        elsewhere = said_beside(self._held, self._state)
        for kept in self._state.kept:
            event = kept.event
            if event.id in elsewhere:
                continue
            ask = self._ask(kept.question)
            yield Note(
                text=kept.text,
                ask=ask,
                question=kept.question,
                kind=kept.kind,
                at=event.at,
                who=self._who(event),
            )

    def gaps(self) -> Iterator[Gap]:
        """The questions on the path without an answer."""
        for question in self._state.path.questions:
            skipped = question in self._state.skipped
            if skipped or self._state.is_due(question):
                yield Gap(
                    question=question, ask=self._ask(question), topic=self._topic(question), skipped=skipped
                )

    def _turn(self, event: Event, said: Utterance) -> Turn:
        by_person, beside = said.speaker is Speaker.PERSON, said.kind is Kind.SAID
        return Turn(
            speaker=said.speaker,
            kind=said.kind,
            text=said.text,
            topic=self._topic(said.question),
            question=said.question or "",
            understood=self._understood(event) if said.kind in _ANSWERS else "",
            at=event.at if by_person or said.kind is Kind.HAPPENED else "",
            who=self._who(event) if by_person else "",
            fate=Fate.STANDS if not by_person or beside else self._fates.get(event.id, Fate.STANDS),
            made=event.what.made if beside and isinstance(event.what, Uttered) else None,
        )

    def _understood(self, event: Event) -> str:
        """What words were taken for, where they differ; of a checklist, the bot's reaction says it."""
        answered = event.what
        if not isinstance(answered, Answered | Voted):
            return ""
        question = self._route.question.get(answered.question)
        if question is None or question.kind is QuestionKind.CHECKLIST:
            return ""
        in_words = answer_in_words(self._held.script, question, answer_of(answered))
        told = answered.words.strip() in ("", in_words) or is_bare_choice(question, answered.words)
        return "" if told else in_words  # behind a bare number it stands already

    def _answer(self, event: Event, answered: Answered | Agreed) -> GivenAnswer:
        question = self._route.question.get(answered.question)
        return GivenAnswer(
            question=answered.question,
            ask=self._ask(answered.question),
            topic=self._topic(answered.question),
            kind=question.kind if question else QuestionKind.TEXT,
            option=answered.option,
            levels=answered.levels,
            reasons=answered.reasons,
            text=answered.text,
            in_words=answer_in_words(self._held.script, question, answer_of(answered)) if question else "",
            words=words_of(answered),
            own_words=question is not None and _is_own_words(question),
            at=event.at,
            who=self._who(event),
            fate=self._fates[event.id],
            remark=answered.remark if isinstance(answered, Answered) else "",
            points=tuple(self._points(question, answered)) if question else (),
        )

    def _points(self, question: Question, answered: Answered | Agreed) -> Iterator[Point]:
        for item in question.items:
            level = answered.levels.get(item.fact)
            if level:
                in_words = level_label(self._held.script, level)
                yield Point(fact=item.fact, label=item.label, level=level, in_words=in_words)

    def _ask(self, question: QuestionId) -> str:
        asked = self._route.question.get(question)
        return fill(asked.ask, self._state.path.facts, self._held.framework) if asked else ""

    def _topic(self, question: QuestionId | None) -> str:
        topic = self._route.topic.get(question) if question else None
        return topic.title if topic else ""


def _is_own_words(question: Question) -> bool:
    return question.kind is QuestionKind.TEXT and question.fact is None
