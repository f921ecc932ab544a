"""An interview to compare, and how it looks by the rules of one framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from chatbot.dialog.answers import stated
from chatbot.dialog.script import QuestionId
from chatbot.facts import AMBITION, SECTOR, TITLE, FactId, Facts
from chatbot.framework.advise import advise
from chatbot.framework.assessment import NOT_ASKED, Advice, Assessment
from chatbot.framework.initiative import CaseError, lens_of
from chatbot.framework.terms import Terms
from chatbot.framework.vocabulary import fact_vocabulary
from chatbot.interview.events import Event, InterviewId
from chatbot.interview.held import Held
from chatbot.interview.state import State
from chatbot.report.comparing.data import Interviewed
from chatbot.report.comparing.moves import NotAsked, Stated, Told
from chatbot.report.comparing.order import moment_of
from chatbot.report.comparing.words import WORDS
from chatbot.report.content.composing import content_of
from chatbot.report.content.contents import Content
from chatbot.report.content.fates import Fate
from chatbot.report.content.findings import Findings
from chatbot.report.content.judged import Finding, Judged
from chatbot.report.content.judging import Judging

_OURS: Final = {TITLE: "progress.fact.title", SECTOR: "progress.fact.sector"}
"""Facts that no knowledge base has a label for."""


class Compared(Struct, frozen=True, kw_only=True):
    """One interview to compare, with what it was held with and with its report.

    Give interviews that pin the same contents the same `held`: its rules are compiled once then.
    """

    interview: InterviewId
    events: Sequence[Event]
    held: Held
    content: Content

    @property
    def pin(self) -> str:
        """The hash of the knowledge base that it was held with."""
        return self.content.provenance.framework.hash


def compared(interview: InterviewId, events: Sequence[Event], held: Held) -> Compared:
    """An interview to compare, from its events and from what it was held with."""
    return Compared(
        interview=interview, events=events, held=held, content=content_of(interview, events, held)
    )


def at_last(one: Compared) -> datetime | None:
    """When its last event was recorded; nothing where that is no time with a zone."""
    return moment_of(one.content.provenance.last)


class Seen:
    """One interview by the rules of a framework: its own, or that of the interview it is compared with.

    Args:
        one: the interview.
        by: the interview whose framework judges it.

    Attributes:
        anew: whether that is another framework than its own.
        stated: everything that it states, by fact.
        refused: what of that the framework does not know, or not at the level stated.
        left_out: what of that its own framework judges.
        facts: what is judged.
        assessment: the conclusions, and `advice` what follows; nothing where answers contradict each other.
        at_most: the best decision that its dialog may conclude; empty for no limit.
    """

    def __init__(self, one: Compared, by: Compared) -> None:
        self.one = one
        self.rules = by.held
        self.anew = one.pin != by.pin
        self.state = State(one.held.manager, one.events)
        self.terms = Terms(self.rules.framework)
        self.at_most: str = one.held.script.at_most
        self.stated: Facts = self.state.path.facts
        self._own = self._findings = Findings(one.held, self.state, Terms(one.held.framework))
        self.refused: frozenset[FactId] = frozenset()
        if self.anew:
            self._findings = Findings(Held(one.held.script, by.held.framework), self.state, self.terms)
            self.refused = frozenset(self._misfits())
        own = {*Terms(one.held.framework).facts, AMBITION}
        self.left_out = tuple(fact for fact in self.stated if fact in self.refused and fact in own)
        self.facts: Facts = {fact: level for fact, level in self.stated.items() if fact not in self.refused}
        self.assessment: Assessment | None = None
        self.advice: Advice | None = None
        try:
            self.assessment = self.rules.assessor.assess(self.facts, at_most=self.at_most)
            self.advice = advise(self.rules.assessor, self.facts, self.assessment)
        except CaseError:
            pass  # the content says what contradicts what

    def _misfits(self) -> Iterator[FactId]:
        """What is stated that the framework does not know, or not at that level."""
        levels = fact_vocabulary(self.rules.framework)
        own = fact_vocabulary(self.one.held.framework)
        for fact, level in self.stated.items():
            if (fact in levels and level not in levels[fact]) or (fact in own and fact not in levels):
                yield fact

    def finding(self, fact: FactId) -> Finding:
        """What was said of a fact, in the words of the framework that knows it."""
        (found,) = (self._own if fact in self.refused else self._findings).at([fact])
        return found

    def label(self, fact: FactId) -> str:
        """A fact as it stands on a list, whether or not a knowledge base names it."""
        if fact in _OURS:
            return WORDS[_OURS[fact]]
        found = self.finding(fact)
        return found.quote.ask if found.label == fact and found.quote else found.label

    def within(self, fact: FactId) -> str:
        """The same inside a sentence."""
        label = self.label(fact)
        return label[:1].lower() + label[1:] if fact in _OURS else self.terms.within(fact)

    def side(self, fact: FactId) -> Stated:
        """A fact as the interview states it."""
        found = self.finding(fact)
        standing = found.standing
        lens = lens_of(self.rules.framework, self.stated) if fact == SECTOR else None
        return Stated(
            level=str(found.level),
            standing=lens.title if lens else standing,
            reason=found.reason,
            told=self.told(found),
            not_asked=self._why_not(fact) if found.level == NOT_ASKED else None,
        )

    def told(self, found: Finding) -> Told | None:
        """What was said of a fact, with who said it and when."""
        if found.quote is None:
            return None
        event = self.state.answers[QuestionId(found.quote.question)].event
        quote = found.quote
        return Told(
            question=quote.question,
            ask=quote.ask,
            words=quote.words,
            verbatim=quote.verbatim,
            who=event.who,
            at=event.at,
        )

    def told_of(self, facts: Iterable[FactId]) -> tuple[Told, ...]:
        """What was said of several facts, each answer once."""
        found = [self.told(self.finding(fact)) for fact in facts]
        return tuple(dict.fromkeys(one for one in found if one))

    def judged(self, assessment: Assessment, advice: Advice) -> Judged:
        """Everything that is concluded, in words."""
        framework = self.rules.framework
        survey = self.rules.assessor.survey(self.facts)
        judging = Judging(framework, survey, assessment, advice, self._findings)
        return judging.judged(self.one.held.script.because_at_most)

    def _why_not(self, fact: FactId) -> NotAsked:
        """Why nothing was said of a fact."""
        asking = [one for one in self.one.held.script.questions() if fact in one.facts()]
        if not asking:
            return NotAsked.NO_QUESTION
        answers, path = self.state.answers, self.state.path
        for question in asking:
            if question.id in path.set_aside and any(
                fact == told for told, _ in stated(question, answers[question.id].answer)
            ):
                return NotAsked.SET_ASIDE
        if any(question.id in self.state.skipped for question in asking):
            return NotAsked.PASSED_OVER
        if any(self.state.is_due(question.id) for question in asking):
            return NotAsked.WAITS
        return NotAsked.OFF_PATH


def judged_by(one: Compared, by: Compared) -> Judged | None:
    """An interview as the framework of another one judges it, as pictures are drawn of it.

    Returns:
        nothing where its answers contradict each other, or where a fact is at a level that the other
        framework does not know.
    """
    seen = Seen(one, by)
    if not seen.anew:
        return one.content.judged
    if seen.assessment is None or seen.advice is None or seen.refused & seen.terms.facts.keys():
        return None
    return seen.judged(seen.assessment, seen.advice)


def name_of(content: Content) -> str:
    """What an initiative is called in a comparison, which is read by others than those who were asked."""
    return content.initiative.name if content.initiative.title else WORDS["side_by_side.unnamed"]


def in_brief(seen: Seen) -> Interviewed:
    """One interview, in brief."""
    content, state = seen.one.content, seen.state
    provenance = content.provenance
    return Interviewed(
        interview=seen.one.interview,
        title=content.initiative.title,
        name=name_of(content),
        ambition=content.initiative.ambition,
        sector=content.initiative.sector,
        progress=content.progress,
        waiting=content.waiting,
        answered=sum(answer.fate is Fate.STANDS for answer in content.spoken.answers),
        passed_over=len(state.skipped.intersection(state.path.questions)),
        set_aside=tuple(map(str, state.path.set_aside)),
        headline=content.judged.headline if content.judged else "",
        contradiction=content.contradiction.says if content.contradiction else "",
        dialog=provenance.dialog,
        framework=provenance.framework,
        program=provenance.program,
        first=provenance.first,
        last=provenance.last,
        events=provenance.events,
        participants=provenance.participants,
    )
