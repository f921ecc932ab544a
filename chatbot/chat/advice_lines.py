"""The lines of the advice: what to work on, whether to commit, warnings, readiness, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from chatbot.chat.lines import BLANK, HERE, Line, Role, Span, apart, paragraph
from chatbot.chat.wrapping import width_of
from chatbot.report.content.contents import Content, Progress
from chatbot.report.content.judged import (
    Condition,
    DecisionText,
    Finding,
    Judged,
    Layer,
    Next,
    RaisedText,
    Rung,
    Step,
    ToFindOut,
    Work,
)
from chatbot.visible import visible

_DECISIONS: Final = {
    "commit": ("Yes", Role.GOOD),
    "conditional": ("On conditions", Role.WARN),
    "hold": ("Not yet", Role.BAD),
}
_CLARITIES: Final = {
    "explicit": ("explicit", Role.GOOD),
    "open": ("open", Role.WARN),
    "missing": ("missing", Role.BAD),
}
_SEVERITIES: Final = {"stop": Role.BAD, "caution": Role.WARN, "watch": Role.MUTED}
_STANDINGS: Final = {"ready": Role.GOOD, "developing": Role.WARN, "at_risk": Role.BAD}
_GATES: Final = {"met": Role.GOOD, "partial": Role.WARN, "unmet": Role.BAD}
_LEVELS: Final = {
    "established": Role.GOOD,
    "partial": Role.WARN,
    "absent": Role.BAD,
    "present": Role.BAD,
}
_COLUMN: Final = 15
"""Columns for a word in front of a paragraph."""

_FEW: Final = 3
"""Of how many facts a condition speaks by name."""

_INSET: Final = "  "

_AS_TEXT: Final = 76
"""Columns of the advice as text; what is quoted in a mail still fits."""


def advice_lines(content: Content, width: int) -> list[Line]:
    """Everything that is concluded from an interview, the most important first."""
    judged = content.judged
    if judged is None:
        says = content.contradiction.says if content.contradiction else "Nothing can be concluded yet."
        return [*_text(says, width, Role.WARN), *_text("Go back to one of the answers and change it.", width)]
    lines = [*_state(content, width), *_text(judged.headline, width, Role.HEADING), BLANK]
    lines += _decision(judged.decision, width)
    lines += _ladder(judged, width)
    lines += _work(judged.work, width)
    lines += _warnings(judged.warnings, width)
    lines += _steps(judged.steps, width)
    lines += _find_out(judged.find_out, width)
    lines += _layers(judged.layers, width)
    lines += _section("What this is not", width)
    for says in content.framing.boundary:
        lines += _text(says, width, Role.MUTED)
    return lines


def advice_as_text(content: Content) -> str:
    """The same without looks, to paste elsewhere."""
    return "\n".join(line.text.rstrip() for line in advice_lines(content, _AS_TEXT)).strip("\n") + "\n"


def _state(content: Content, width: int) -> Iterator[Line]:
    if content.progress is Progress.UNFINISHED:
        left = f"{content.waiting} question{'s are' if content.waiting != 1 else ' is'} still open"
        says = (
            f"So far: {left}, so this may change."
            if content.waiting
            else "The interview is not finished yet."
        )
        yield from _text(says, width, Role.WARN)
        yield BLANK
    elif content.left_out:
        yield from _text(content.left_out.says, width, Role.MUTED if content.left_out.decided else Role.WARN)
        yield BLANK


def _decision(decision: DecisionText, width: int) -> Iterator[Line]:
    word, role = _DECISIONS[decision.decision]
    yield from _section(decision.question, width)
    yield from _item(word, decision.says, width, role, strong=True)
    if decision.apart:
        yield from _item("", decision.apart, width, text_role=Role.MUTED)
    for reason in decision.reasons:
        if reason != decision.says:
            yield from _item("", reason, width)
    if decision.capped:
        yield from _item("", decision.capped, width, text_role=Role.MUTED)
    yield BLANK
    for item in decision.items:
        clarity, colour = _CLARITIES[item.clarity]
        yield apart((Span(f"{_INSET}{visible(item.title)}", Role.STRONG),), (Span(clarity, colour),), width)
        yield from _text(item.says, width, Role.MUTED, inset=4)
    if decision.conditions:
        yield BLANK
        yield from _text("To clear first", width, Role.STRONG, inset=2)
        for number, condition in enumerate(decision.conditions, start=1):
            yield from _numbered(number, _condition(condition), width)


def _condition(condition: Condition) -> str:
    """What to clear: of a commitment item the facts to settle, as what is wrong with it stands above."""
    if condition.kind == "item":
        facts = [finding.within for finding in condition.findings]
        more = f" and {len(facts) - _FEW} more" if len(facts) > _FEW else ""
        return f"{condition.title}: {', '.join(facts[:_FEW])}{more}" if facts else condition.title
    return f"{condition.title}. {condition.says}"


def _work(work: Work, width: int) -> Iterator[Line]:
    yield from _section(f"To work on now: {work.title}", width)
    yield from _text(work.delivers, width)
    yield BLANK
    for step in work.steps:
        yield from _item("•", step, width, column=4)
    yield BLANK
    yield from _text(f"What tells whether it pays: {work.measure}", width, Role.MUTED)
    if work.here:
        yield from _text(f"{work.lens}: {work.here}", width, Role.MUTED)


def _warnings(warnings: Iterable[RaisedText], width: int) -> Iterator[Line]:
    warnings = tuple(warnings)
    yield from _section(f"Warnings: {len(warnings)}" if warnings else "No warnings", width)
    for at, warning in enumerate(warnings):
        if at:
            yield BLANK
        role = _SEVERITIES.get(warning.severity, Role.MUTED)
        sure = "" if warning.certainty == "certain" else " (possible)"
        yield from _item(warning.severity, f"{warning.title}{sure}", width, role, strong=True)
        yield from _item("because", warning.says, width)
        yield from _item("why it counts", warning.cause, width, text_role=Role.MUTED)
        yield from _item("what to do", warning.action, width)


def _steps(steps: Iterable[Step], width: int) -> Iterator[Line]:
    steps = tuple(steps)
    if steps:
        yield from _section("Next steps, in this order", width)
    for number, step in enumerate(steps, start=1):
        yield from _numbered(number, step.action, width)
        if step.why:
            yield from _text(step.why, width, Role.MUTED, inset=6)


def _find_out(unknowns: Iterable[ToFindOut], width: int) -> Iterator[Line]:
    unknowns = tuple(unknowns)
    if unknowns:
        yield from _section("To find out, the most decisive first", width)
    for number, unknown in enumerate(unknowns, start=1):
        yield from _numbered(number, unknown.says, width)
        if unknown.decides:
            yield from _text(f"Decides: {unknown.decides}", width, Role.MUTED, inset=6)


def _ladder(judged: Judged, width: int) -> Iterator[Line]:
    yield from _section("The value models, and their prerequisites", width)
    for rung in judged.ladder:
        yield from _rung(rung, width)
    if judged.next:
        yield BLANK
        yield from _next(judged.next, width)


def _rung(rung: Rung, width: int) -> Iterator[Line]:
    mark = Span(f"{HERE} " if rung.role else _INSET, Role.CHOSEN)
    title = Span(visible(rung.title), Role.STRONG if rung.role else Role.PLAIN)
    yield apart((mark, title), (Span(rung.gate_says, _GATES.get(rung.standing, Role.MUTED)),), width)
    reach = rung.reach_says if rung.reach_says != rung.gate_says else ""
    notes = " · ".join(part for part in (rung.role, reach) if part)
    if notes:
        yield from _text(notes, width, Role.ACCENT if rung.role else Role.MUTED, inset=4)
    missing = [finding.within for finding in rung.unmet]
    if missing:
        yield from _text(f"Not settled: {', '.join(missing)}.", width, Role.MUTED, inset=4)


def _next(following: Next, width: int) -> Iterator[Line]:
    yield from _text(following.says, width)


def _layers(layers: Iterable[Layer], width: int) -> Iterator[Line]:
    yield from _section("Readiness", width)
    for layer in layers:
        role = _STANDINGS.get(layer.standing, Role.MUTED)
        yield apart((Span(f"{_INSET}{visible(layer.title)}", Role.STRONG),), (Span(layer.says, role),), width)
        for finding in (*layer.signals, layer.sign):
            yield from _finding(finding, width)


def _finding(finding: Finding, width: int) -> Iterator[Line]:
    """A fact with its level; a sign that is absent is as good as a signal that is settled."""
    role = _LEVELS.get(finding.level, Role.MUTED)
    if finding.level == "absent" and finding.standing == "does not happen":
        role = Role.GOOD
    label = Span(f"    {visible(finding.label)}", Role.MUTED)
    yield apart((label,), (Span(visible(finding.standing), role),), width)
    if finding.reason:
        yield from _text(finding.reason, width, Role.MUTED, inset=6)


def _section(title: str, width: int) -> Iterator[Line]:
    """A heading with a rule, and room before and after it."""
    yield BLANK
    heading = paragraph(visible(title), width, Role.HEADING)
    rest = width - width_of(heading[-1].text) - 1
    yield from heading[:-1]
    yield Line((*heading[-1].spans, Span(f" {'─' * max(rest, 0)}", Role.RULE)))
    yield BLANK


def _text(text: str, width: int, role: Role = Role.PLAIN, *, inset: int = 2) -> list[Line]:
    return paragraph(visible(text), width, role, lead=(Span(" " * inset),))


def _numbered(number: int, text: str, width: int) -> list[Line]:
    return paragraph(visible(text), width, lead=(Span(f"  {number:>2}  ", Role.KEY),))


def _item(
    word: str,
    text: str,
    width: int,
    role: Role = Role.MUTED,
    *,
    text_role: Role = Role.PLAIN,
    strong: bool = False,
    column: int = _COLUMN,
) -> list[Line]:
    """A word in front of a paragraph; above it where there is no room in front."""
    shown = Role.STRONG if strong else text_role
    if width < 3 * _COLUMN and column == _COLUMN:
        above = [Line((Span(f"{_INSET}{word}", role),))] if word else []
        return [*above, *_text(text, width, shown, inset=4)]
    lead = Span(f"{_INSET}{word}".ljust(column + len(_INSET)), role)
    return paragraph(visible(text), width, shown, lead=(lead,))
