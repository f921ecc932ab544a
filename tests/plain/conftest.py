"""Conversations in the linear mode without a terminal: lines in, text out."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from chatbot.conversation.talk import Talk
from chatbot.interview.interview import Interview
from chatbot.plain.channel import Channel
from chatbot.plain.holding import Commands, Ending, Linear
from chatbot.report.advice_text import Block, Form, Line
from tests.conftest import Begin

ADVICE = "the advice in this place"
BLOCK = Block("heading", (Line(Form.STRONG, ADVICE), Line(Form.ITEM, "a step", 1), Line(Form.MORE, "why")))


@dataclass(frozen=True)
class Held:
    """A conversation that is over."""

    interview: Interview
    ending: Ending
    out: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def after(self, typed: str) -> list[str]:
        """The lines between what was typed and the next prompt."""
        tail = self.lines[self.lines.index(f"you> {typed}") + 1 :]
        return tail[: next((at for at, line in enumerate(tail) if line.startswith("you>")), len(tail))]


Hold = Callable[..., Held]


@pytest.fixture
def hold(begin: Begin) -> Hold:
    """Hold an interview with these lines as input; `resumed` goes on with one."""

    def run(
        lines: Sequence[str] | bytes,
        dialog: str = "quick",
        *,
        resumed: Interview | None = None,
        interactive: bool = False,
    ) -> Held:
        interview = resumed or begin(dialog)
        out = io.StringIO()
        typed = lines if isinstance(lines, bytes) else "".join(f"{line}\n" for line in lines).encode()
        channel = Channel(io.BytesIO(typed), out, interactive=interactive, width=lambda: None)
        linear = Linear(
            Talk(interview), channel, Commands("go on", "have it", "delete it"), lambda _: [BLOCK]
        )
        linear.go_on() if resumed else linear.begin()
        return Held(interview, linear.run(), out.getvalue())

    return run
