"""The keys of a room: lowercase letters are people, digits are answers, capitals are commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from chatbot.chat.frame import key_and_word
from chatbot.chat.lines import Span
from chatbot.room.steps import Next, Step

FOLLOWING: Final = 0.3
"""Seconds between two looks at what another terminal has stored."""


class RoomKey(Struct, frozen=True, kw_only=True):
    """One command.

    Attributes:
        key: the character typed for it.
        word: what it is called in the footer.
        does: one line on what it does.
        name: the action of the screen.
    """

    key: str
    word: str
    does: str
    name: str


COMMANDS: Final = (
    RoomKey(key="A", word="agree", does="what the room agrees on, and why", name="agree"),
    RoomKey(
        key="D",
        word="dissent",
        does="who does not share what was agreed, and why",
        name="dissent",
    ),
    RoomKey(
        key="V",
        word="vote again",
        does="vote again; the earlier votes are kept",
        name="again",
    ),
    RoomKey(
        key="M",
        word="discuss first",
        does="vote first or discuss first, for this question",
        name="switch",
    ),
    RoomKey(
        key="S",
        word="later",
        does="leave this as it is and go on; L brings it back",
        name="later",
    ),
    RoomKey(key="X", word="drop", does="drop this question; it stays unasked", name="drop"),
    RoomKey(key="N", word="note", does="write down what somebody says", name="note"),
    RoomKey(key="E", word="evidence", does="write down what shows that an answer is so", name="evidence"),
    RoomKey(key="K", word="park", does="put a point aside for later", name="park"),
    RoomKey(key="T", word="to do", does="an action, with who does it and until when", name="act"),
    RoomKey(key="O", word="open points", does="what is parked and what is to be done", name="points"),
    RoomKey(key="F", word="my notes", does="show or hide the facilitator's notes", name="notes"),
    RoomKey(key="R", word="result", does="show or hide what follows so far", name="result"),
    RoomKey(key="G", word="agenda", does="all questions, the time, and what could be dropped", name="agenda"),
    RoomKey(key="L", word="differences", does="where people differ, what matters most first", name="ranking"),
    RoomKey(key="J", word="people", does="who comes in late, leaves, or comes back", name="people"),
    RoomKey(key="C", word="decide", does="entries of two terminals that differ", name="contests"),
    RoomKey(key="P", word="pause", does="stop the clock, or set it going", name="pause"),
    RoomKey(key="U", word="undo", does="take back the last step", name="undo"),
    RoomKey(key="Y", word="redo", does="put back what was undone", name="redo"),
    RoomKey(key="Q", word="leave", does="leave, or close the session; everything is saved", name="leave"),
    RoomKey(key="?", word="all keys", does="this page", name="keys"),
)
"""Every command, in the order of the help."""

BY_KEY: Final = {command.key: command for command in COMMANDS}

BASICS: Final = (
    ("Space, Enter", "the next step: open a question, show the votes, agree, go on"),
    ("1 2 3 …", "an answer: the vote of whoever is marked in the list of people"),
    ("a b c …", "a person: the next digit is their vote"),
    ("← →", "mark the person before or after"),
    ("↑ ↓", "scroll where there is more than fits"),
    ("Esc", "go back; what was typed is kept until you come back to it"),
)
"""Keys that are no commands, and what they do."""

_STEPS: Final = {
    Next.BEGIN: "begin",
    Next.REVEAL: "show the votes",
    Next.AGREE: "agree",
    Next.TURN: "next question",
    Next.DIFFER: "differences",
    Next.CLOSE: "close",
    Next.CLOSED: "close",
}


def footer(
    step: Step, *, voter: str, answers: int, revealed: bool, agreed: bool, contested: bool, beside: str
) -> list[tuple[Span, ...]]:
    """The keys that work now, the most useful first.

    Args:
        voter: whose vote a digit is; empty where it is nobody's.
        answers: how many there are.
        revealed: whether the votes are shown.
        agreed: whether the room agreed on the present ballot.
        contested: whether something waits for a decision.
        beside: the command that hides what stands beside the question; empty where nothing does.
    """
    skips = step.next is Next.AGREE and step.missing
    word = "go on without a vote" if skips else _STEPS[step.next]
    groups = [key_and_word("Space", word, "command('step')")]
    if voter and answers:
        vote = key_and_word(f"1-{answers}" if answers > 1 else "1", f"{voter} votes")
        groups.insert(0 if step.missing else 1, vote)
    if beside:
        groups.append(key_and_word(named(beside).key, f"hide {named(beside).word}", f"command('{beside}')"))
    if contested:
        groups.append(_shown("contests"))
    groups.append(_shown("keys"))
    groups += [_shown(name) for name in (["dissent"] if agreed else ["later"] if revealed else [])]
    groups += [
        _shown(name)
        for name in ("undo", "note", "act", "park", "notes", "result", "agenda", "people")
        if name != beside
    ]
    return groups


def named(name: str) -> RoomKey:
    """The command of this name."""
    return next(command for command in COMMANDS if command.name == name)


def _shown(name: str) -> tuple[Span, ...]:
    command = named(name)
    return key_and_word(command.key, command.word, f"command('{name}')")


def rows(commands: Iterable[RoomKey] = COMMANDS) -> list[tuple[str, str]]:
    """Commands as rows of the help."""
    return [(command.key, command.does) for command in commands]
