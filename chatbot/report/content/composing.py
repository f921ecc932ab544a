"""Composing a report: a pure function of an interview's events and of what it was held with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from chatbot.conversation.filling import title_of
from chatbot.dialog.manager import FINISHED
from chatbot.facts import AMBITION, SECTOR, TITLE, FactId, Facts, Level
from chatbot.framework.advise import advise
from chatbot.framework.assessment import Advice, Assessment
from chatbot.framework.contract import Contract
from chatbot.framework.initiative import CaseError, lens_of
from chatbot.framework.model import Framework
from chatbot.framework.terms import Terms
from chatbot.interview.events import Event, InterviewId, Started
from chatbot.interview.held import Held
from chatbot.interview.room_events import FACILITATOR, Invited
from chatbot.interview.state import State
from chatbot.report.content.contents import (
    Content,
    Contradiction,
    Framing,
    Initiative,
    Progress,
    Provenance,
    Source,
)
from chatbot.report.content.findings import Findings
from chatbot.report.content.judged import Judged
from chatbot.report.content.judging import Judging
from chatbot.report.content.left_out import left_out
from chatbot.report.content.readings import readings
from chatbot.report.content.retold import Retold, retold
from chatbot.report.content.spoken import spoken
from chatbot.report.content.tensions import tension_texts
from chatbot.report.content.turning import turnings

if TYPE_CHECKING:
    from chatbot.report.content.called import Called
    from chatbot.report.content.room import RoomView


def content_of(
    interview: InterviewId,
    events: Sequence[Event],
    held: Held,
    *,
    again: str = "",
    redacted: tuple[str, ...] | None = None,
    given: int = 0,
    room: RoomView | None = None,
) -> Content:
    """The content of an interview's report; the same events always make the same content.

    Args:
        events: all of the interview's events, the first of them `started`.
        held: the dialog and the framework that it was held with.
        again: the command that makes the report again; by default the one for a stored interview.
        redacted: if names were replaced in the events, the roles that stand in their place.
        given: how many of the names were given by whoever made the report.
        room: the room's view, where it may not be made of the events.
    """
    again_held = retold(held, events, replaced=redacted is not None)
    state, view = again_held.state, room or _room(held, again_held)
    facts = state.path.facts
    statements = state.statements()
    findings = Findings(held, state, Terms(held.framework))
    assessed = _assessed(held, facts)
    contradiction = None if assessed else _contradiction(held.framework, facts, findings)
    finished = Progress.FINISHED if state.stage == FINISHED else Progress.UNFINISHED
    judged = _judged(held, facts, assessed, findings) if assessed else None
    return Content(
        initiative=_initiative(held.framework, facts, findings),
        progress=Progress.CONTRADICTORY if contradiction else finished,
        waiting=len(state.due),
        contradiction=contradiction,
        statements=statements,
        assessment=Contract(held.framework).of(*assessed, statements) if assessed else None,
        judged=judged,
        spoken=spoken(held, again_held),
        room=view,
        tensions=tension_texts(held, state, findings, again_held.who),
        left_out=left_out(held, state),
        redacted=redacted,
        given=given,
        framing=Framing(
            title=held.framework.about.title,
            origin=held.framework.about.origin,
            idea=held.framework.about.idea,
            readings=readings(held.framework, facts, *assessed) if assessed else (),
            boundary=held.framework.about.boundary,
        ),
        provenance=_provenance(
            interview,
            state,
            held,
            again or f"chatbot report {interview} -o FILE",
            _participants(state, again_held.called, view),
        ),
    )


def _room(held: Held, again: Retold) -> RoomView | None:
    """The room's view; nothing where one person alone was interviewed."""
    if again.room is None:
        return None
    from chatbot.report.content.rooming import room_view  # few interviews are a room's

    return room_view(held, again)


def _assessed(held: Held, facts: Facts) -> tuple[Assessment, Advice] | None:
    """The conclusions, or nothing while two answers contradict each other."""
    try:
        assessment = held.assessor.assess(facts, at_most=held.script.at_most)
    except CaseError:
        return None
    return assessment, advise(held.assessor, facts, assessment)


def _judged(held: Held, facts: Facts, assessed: tuple[Assessment, Advice], findings: Findings) -> Judged:
    judging = Judging(held.framework, held.assessor.survey(facts), *assessed, findings)
    judged = judging.judged(held.script.because_at_most)
    return replace(judged, turnings=turnings(held, facts, *assessed, findings))


def _contradiction(framework: Framework, facts: Facts, findings: Findings) -> Contradiction:
    """Between an ambition and what was said of whether its value model applies."""
    ambition = facts.get(AMBITION)
    for model in framework.models:
        if model.id == ambition and model.applies_if:
            title = Terms(framework).in_sentence(model.id)
            return Contradiction(
                says=f"The initiative is said to aim at {title}, and {title} is said not to apply to it.",
                between=findings.at([AMBITION, FactId(model.applies_if)]),
            )
    return Contradiction(says="Two answers contradict each other.", between=findings.at([AMBITION]))


def _initiative(framework: Framework, facts: Facts, findings: Findings) -> Initiative:
    aim = facts.get(AMBITION, Level.UNKNOWN)
    title = facts.get(TITLE, "")
    sector, lens = findings.at([SECTOR])[0], lens_of(framework, facts)
    said = sector.quote if sector.level != Level.UNKNOWN else None
    in_own_words = said.words if said and said.verbatim else ""
    return Initiative(
        title="" if title == Level.UNKNOWN else title,
        name=title_of(facts),
        ambition="" if aim == Level.UNKNOWN else Terms(framework).title(aim),
        sector=lens.title if lens else in_own_words,
    )


def _participants(state: State, called: Called | None, room: RoomView | None) -> tuple[str, ...]:
    """Everybody whose words were recorded, in the order of their first; of a room everybody who took part."""
    if room and room.unattributed:
        return (f"{room.attended} people" if room.attended != 1 else "1 person",)
    if room and called:
        took_part = [one.called for one in room.people if one.stays or one.beforehand or one.votes]
        spoke = (
            called(event.who)
            for event in state.events
            if event.who != FACILITATOR and not isinstance(event.what, Invited)
        )
        return tuple(dict.fromkeys((*took_part, *spoke)))
    return tuple(dict.fromkeys(event.who for event in state.events))


def _provenance(
    interview: InterviewId, state: State, held: Held, again: str, participants: tuple[str, ...]
) -> Provenance:
    events = state.events
    started = next(event.what for event in events if isinstance(event.what, Started))
    script, about = held.script, held.framework.about
    return Provenance(
        interview=interview,
        dialog=Source(id=script.dialog, title=script.title, hash=started.dialog_hash),
        framework=Source(id=about.id, title=about.title, hash=started.framework_hash),
        program=started.program,
        first=events[0].at,
        last=events[-1].at,
        events=len(events),
        participants=participants,
        unrecognised=tuple(sorted(state.unrecognised.items())),
        again=again,
    )
