"""The lines of the side panel: progress, value models, readiness layers, warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.chat.lines import BLANK, HERE, NOTHING, Line, Role, Span, apart, paragraph
from chatbot.chat.outline import LayerPlace, Outline, Pace, Rung, TopicPlace, WarningPlace
from chatbot.framework.assessment import GateStanding, Readiness
from chatbot.framework.model import Severity
from chatbot.visible import visible

_PACES: Final = {
    Pace.DONE: ("✓ ", Role.GOOD, Role.MUTED),
    Pace.HERE: (f"{HERE} ", Role.CHOSEN, Role.STRONG),
    Pace.AHEAD: ("  ", Role.PLAIN, Role.MUTED),
}
_GATES: Final = {
    GateStanding.MET: ("met", Role.GOOD),
    GateStanding.PARTIAL: ("in part", Role.WARN),
    GateStanding.UNMET: ("not met", Role.BAD),
    GateStanding.OPEN: ("open", Role.MUTED),
    GateStanding.NOT_APPLICABLE: (NOTHING, Role.MUTED),
}
_LAYERS: Final = {
    Readiness.READY: ("ready", Role.GOOD),
    Readiness.DEVELOPING: ("developing", Role.WARN),
    Readiness.AT_RISK: ("at risk", Role.BAD),
    Readiness.OPEN: ("open", Role.MUTED),
    Readiness.NOT_APPLICABLE: ("does not apply", Role.MUTED),
}
_SEVERITIES: Final = {
    Severity.STOP: Role.BAD,
    Severity.CAUTION: Role.WARN,
    Severity.WATCH: Role.MUTED,
}
_WORD: Final = 8


def side_lines(outline: Outline, width: int, height: int) -> list[Line]:
    """The whole panel; where it is higher than `height`, topics behind and ahead are summed up."""
    rest = _conclusions(outline, width)
    place = f"{outline.number} of about {outline.of}" if outline.number else f"{outline.of} questions"
    topics = [_topic(topic) for topic in outline.topics]
    if len(topics) + 2 + len(rest) > height:
        topics = list(_topics_in_short(outline))
    return [_heading("Progress", place, width), *topics, BLANK, *rest]


def _conclusions(outline: Outline, width: int) -> list[Line]:
    lines = [_heading("Value models", "prerequisites", width)]
    for rung in outline.rungs:
        lines += _rung(rung, width)
    lines += [BLANK, _heading("Readiness", "", width)]
    lines += [_layer(layer, width) for layer in outline.layers]
    lines += [BLANK, _heading("Warnings so far", str(len(outline.warnings)), width)]
    if not outline.conclusive:
        lines += paragraph("Two answers contradict each other; nothing follows yet.", width, Role.WARN)
    for warning in outline.warnings:
        lines += _warning(warning, width)
    return lines


def _heading(title: str, beside: str, width: int) -> Line:
    return apart((Span(title, Role.HEADING),), (Span(beside, Role.MUTED),) if beside else (), width)


def _topic(topic: TopicPlace) -> Line:
    mark, mark_role, role = _PACES[topic.pace]
    return Line((Span(mark, mark_role), Span(visible(topic.title), role)))


def _topics_in_short(outline: Outline) -> Iterator[Line]:
    done = sum(topic.pace is Pace.DONE for topic in outline.topics)
    if done:
        counted = TopicPlace(f"{done} of {len(outline.topics)} topics", Pace.DONE)
        yield _topic(counted)
    yield from (_topic(topic) for topic in outline.topics if topic.pace is Pace.HERE)


def _rung(rung: Rung, width: int) -> Iterator[Line]:
    """A value model with how much of its prerequisites is there, and below it what it means now."""
    here = rung.recommended
    word, role = _GATES[rung.gate] if rung.gate else ("", Role.MUTED)
    mark = Span(f"{HERE} " if here else "  ", Role.CHOSEN)
    title = Span(visible(rung.title), Role.STRONG if here or rung.ambition else Role.PLAIN)
    yield apart((mark, title), (Span(word, role),) if word else (), width)
    notes = []
    if rung.recommended:
        notes.append("work on this now")
    if rung.ambition:
        notes.append("your aim")
    if rung.reachable and not rung.recommended:
        notes.append("still possible")
    if not rung.applies:
        notes.append("not part of this initiative")
    if notes:
        role = Role.ACCENT if here or rung.ambition else Role.MUTED
        yield from paragraph(" · ".join(notes), width, role, lead=(Span("    "),))


def _layer(layer: LayerPlace, width: int) -> Line:
    word, role = _LAYERS[layer.standing] if layer.standing else (NOTHING, Role.MUTED)
    return apart((Span("  "), Span(visible(layer.title))), (Span(word, role),), width)


def _warning(warning: WarningPlace, width: int) -> Iterator[Line]:
    """How grave it is, in a word, and its title; what is only possible is said to be so."""
    word = warning.severity.value if warning.certain else "possible"
    role = _SEVERITIES[warning.severity] if warning.certain else Role.MUTED
    title = visible(warning.title)
    yield from paragraph(title, width, lead=(Span("  "), Span(f"{word:<{_WORD}} ", role)))
