"""The outline: where an interview stands, as the side panel tells it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from chatbot.dialog.script import QuestionId
from chatbot.facts import AMBITION, Facts
from chatbot.framework.assessment import (
    Assessment,
    Certainty,
    GateStanding,
    Reach,
    Readiness,
)
from chatbot.framework.model import Framework, Severity
from chatbot.interview.interview import Interview


class Pace(StrEnum):
    """Whether a topic is behind, here or ahead."""

    DONE = "done"
    HERE = "here"
    AHEAD = "ahead"


class TopicPlace(Struct, frozen=True):
    """One topic of the dialog."""

    title: str
    pace: Pace


class Rung(Struct, frozen=True, kw_only=True):
    """One value model on the ladder.

    Attributes:
        gate: how much of its prerequisites is there; `None` before anything is known of them.
        applies: whether it belongs to the sequence of this initiative.
    """

    title: str
    recommended: bool
    reachable: bool
    ambition: bool
    gate: GateStanding | None
    applies: bool


class LayerPlace(Struct, frozen=True):
    """One readiness layer; `standing` is `None` before anything of it was asked."""

    title: str
    standing: Readiness | None


class WarningPlace(Struct, frozen=True):
    """One warning that has a cause in what was said."""

    title: str
    severity: Severity
    certain: bool


class Outline(Struct, frozen=True, kw_only=True):
    """Everything that the side panel shows.

    Attributes:
        number: the question being asked, counted from 1; 0 where none is.
        of: how many questions are on the path, as far as that is known.
        conclusive: whether the answers lead to a conclusion; not while two contradict each other.
    """

    number: int
    of: int
    topics: tuple[TopicPlace, ...]
    rungs: tuple[Rung, ...]
    layers: tuple[LayerPlace, ...]
    warnings: tuple[WarningPlace, ...]
    conclusive: bool


def outline(interview: Interview, question: QuestionId | None, *, judged: bool = True) -> Outline:
    """Where an interview stands.

    Args:
        question: the one on the card.
        judged: whether to draw conclusions, which takes longer than the rest.
    """
    framework = interview.held.framework
    path = interview.state.path.questions
    assessment = interview.assessment() if judged and interview.facts else None
    aimed = AMBITION in interview.facts or not interview.state.due
    return Outline(
        number=path.index(question) + 1 if question in path else 0,
        of=len(path),
        topics=_topics(interview, question),
        rungs=_rungs(framework, assessment, aimed=aimed),
        layers=_layers(interview, assessment),
        warnings=_warnings(framework, assessment, interview.facts),
        conclusive=assessment is not None or not interview.facts or not judged,
    )


def _topics(interview: Interview, question: QuestionId | None) -> tuple[TopicPlace, ...]:
    route, state = interview.held.manager.route, interview.state
    here = route.topic[question].id if question in route.topic else None
    titles = {route.topic[one].id: route.topic[one].title for one in state.path.questions}
    due = {route.topic[one].id for one in state.due}
    return tuple(
        TopicPlace(title, Pace.HERE if topic == here else Pace.AHEAD if topic in due else Pace.DONE)
        for topic, title in titles.items()
    )


def _rungs(framework: Framework, assessment: Assessment | None, *, aimed: bool) -> tuple[Rung, ...]:
    """The ladder; what it means for the initiative is left out until the aim was asked for."""
    rungs = []
    judged = assessment if aimed else None
    for model in framework.models:
        standing = assessment.model(model.id) if assessment else None
        asked = standing is not None and any(
            signal.id not in standing.unknown for signal in model.gate.signals
        )
        rungs.append(
            Rung(
                title=model.title,
                recommended=judged is not None and judged.recommended == model.id,
                reachable=judged is not None and judged.reachable == model.id,
                ambition=judged is not None and judged.ambition == model.id,
                gate=standing.standing if standing and asked else None,
                applies=standing is None or standing.reach is not Reach.NOT_APPLICABLE,
            )
        )
    return tuple(rungs)


def _layers(interview: Interview, assessment: Assessment | None) -> tuple[LayerPlace, ...]:
    asked = {fact.partition(".")[0] for fact in interview.facts}
    return tuple(
        LayerPlace(
            layer.title, assessment.layer(layer.id).standing if assessment and layer.id in asked else None
        )
        for layer in interview.held.framework.layers
    )


def _warnings(framework: Framework, assessment: Assessment | None, facts: Facts) -> tuple[WarningPlace, ...]:
    """The raised warnings that something said has caused, the gravest and surest first."""
    titles = {warning.id: warning.title for warning in framework.warnings}
    raised = [
        one
        for one in (assessment.warnings if assessment else ())
        if any(cause.fact in facts for cause in one.because)
    ]
    severities = list(Severity)
    raised.sort(key=lambda one: (one.certainty is not Certainty.CERTAIN, -severities.index(one.severity)))
    return tuple(
        WarningPlace(titles[one.id], one.severity, one.certainty is Certainty.CERTAIN) for one in raised
    )
