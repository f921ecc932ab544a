"""A dialog as a Mermaid flowchart: topics as frames, questions as boxes, conditions on the arrows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chatbot.conditions import Condition, Operator
from chatbot.conditions.words import in_words
from chatbot.dialog.places import Placed, questions
from chatbot.dialog.script import QuestionKind, Script

_ESCAPED: Final = str.maketrans(
    {
        "#": "#35;",
        '"': "#quot;",
        "&": "#amp;",
        "<": "#lt;",
        ">": "#gt;",
        "`": "#96;",
        "%": "#37;",
        "\\": "#92;",
    }
)
_SHAPES: Final = {
    QuestionKind.CHOICE: ('["', '"]'),
    QuestionKind.CHECKLIST: ('[["', '"]]'),
    QuestionKind.TEXT: ('(["', '"])'),
}


def mermaid(script: Script) -> str:
    """The flowchart as text, one statement a line, ending with a line break.

    A question that is not always asked is come to by an arrow that says when; another arrow passes it by.
    """
    lines = ["flowchart TD", f'  start(("{_text(script.title)}"))']
    lines += _boxes(script)
    lines += _arrows(script)
    return "\n".join(lines) + "\n"


def _boxes(script: Script) -> Iterator[str]:
    for at, topic in enumerate(script.topics):
        yield f'  subgraph t{at}["{_text(topic.title)}"]'
        for question in topic.questions:
            opening, closing = _SHAPES[question.kind]
            yield f"    q_{question.id}{opening}{_text(question.ask)}{closing}"
        yield "  end"
    yield '  finish(("Advice"))'


def _arrows(script: Script) -> Iterator[str]:
    """From each box to the next; where two ways meet before another choice of way, through a joint."""
    ends: list[tuple[str, str]] = [("start", "")]
    last: Placed | None = None
    for placed in questions(script):
        here = f"q_{placed.question.id}"
        when = _when(placed)
        if when is None:
            yield from (_arrow(box, here, label) for box, label in ends)
            ends = [(here, "")]
        elif last is not None and _shares_way(last, when):
            yield _arrow(ends[0][0], here, "")
            ends[0] = (here, "")
        else:
            if len(ends) > 1:
                joint = f"j{placed.number}"
                yield f'  {joint}((" "))'
                yield from (_arrow(box, joint, label) for box, label in ends)
                ends = [(joint, "")]
            before = ends[0][0]
            yield _arrow(before, here, f"if {in_words(when)}")
            ends = [(here, ""), (before, "otherwise")]
        last = placed
    yield from (_arrow(box, "finish", label) for box, label in ends)


def _shares_way(last: Placed, when: Condition) -> bool:
    """Whether the last question was asked on the same condition and cannot change it."""
    return _when(last) == when and not when.keys() & set(last.question.facts())


def _when(placed: Placed) -> Condition | None:
    both = tuple(when for when in (placed.topic.when, placed.question.when) if when)
    return Condition(op=Operator.ALL, parts=both) if len(both) == 2 else both[0] if both else None


def _arrow(start: str, end: str, label: str) -> str:
    return f'  {start} -->|"{_text(label)}"| {end}' if label else f"  {start} --> {end}"


def _text(text: str) -> str:
    """Authored text inside quotes, as Mermaid shows it: on one line, nothing in it means anything."""
    return " ".join(text.split()).translate(_ESCAPED)
