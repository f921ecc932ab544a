"""The commands of a session that is held line by line: their names, and how each is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from msgspec import Struct

from chatbot.errors import ChatbotError
from chatbot.visible import on_one_line

COMMENT: Final = "#"
"""What a line begins with that is passed over."""

_SHOWN: Final = 40


class NotUnderstood(ChatbotError):
    """A line that says nothing that can be done; nothing was changed."""


class Verb(StrEnum):
    """What a line begins with."""

    NEXT = "next"
    VOTE = "vote"
    REVEAL = "reveal"
    AGREE = "agree"
    DISSENT = "dissent"
    AGAIN = "again"
    MODE = "mode"
    OPEN = "open"
    DROP = "drop"
    NOTE = "note"
    EVIDENCE = "evidence"
    PARK = "park"
    ACTION = "action"
    DONE = "done"
    INVITE = "invite"
    JOIN = "join"
    LEAVE = "leave"
    CORRECT = "correct"
    MINUTES = "minutes"
    PAUSE = "pause"
    GO_ON = "go on"
    UNDO = "undo"
    REDO = "redo"
    RESULT = "result"
    RESOLVE = "resolve"
    FINISH = "finish"
    REOPEN = "reopen"
    QUESTION = "question"
    NOTES = "notes"
    PEOPLE = "people"
    AGENDA = "agenda"
    RANKING = "ranking"
    POINTS = "points"
    CONTESTS = "contests"
    HELP = "help"
    QUIT = "quit"


class Usage(Struct, frozen=True):
    """How a command is typed, and what it does."""

    typed: str
    does: str


USAGE: Final[Mapping[Verb, Usage]] = {
    Verb.NEXT: Usage("next", "The next step: begin, show the votes, or turn to what comes next."),
    Verb.VOTE: Usage(
        "vote PERSON ANSWER [because REASON]",
        "Record a vote; the answer is a number or its words. Several at once: vote ada, ben 2, cem 4.",
    ),
    Verb.REVEAL: Usage("reveal", "Show the votes on this question."),
    Verb.AGREE: Usage(
        "agree [ANSWER] [because REASON]",
        "Record what the room agrees on. Without an answer: what everybody voted for. agree alike takes all "
        "that was answered alike before the session.",
    ),
    Verb.DISSENT: Usage("dissent PERSON [because REASON]", "Somebody does not share what was agreed."),
    Verb.AGAIN: Usage("again", "Vote once more on this question."),
    Verb.MODE: Usage("mode vote | mode discuss", "Vote first or discuss first, for this question."),
    Verb.OPEN: Usage("open QUESTION[.POINT]", "Turn to a question, by its id or its number."),
    Verb.DROP: Usage("drop [QUESTION]", "Pass over a question; it stays unasked."),
    Verb.NOTE: Usage("note PERSON: TEXT", "Keep what somebody said; note room: TEXT is nobody's."),
    Verb.EVIDENCE: Usage("evidence PERSON: TEXT", "Keep what shows that an answer is so."),
    Verb.PARK: Usage("park TEXT", "Put a point aside for later."),
    Verb.ACTION: Usage("action TEXT [owner PERSON] [due DATE]", "Keep what somebody is to do."),
    Verb.DONE: Usage("done NUMBER [OUTCOME]", "An open point is dealt with; points lists them."),
    Verb.INVITE: Usage("invite NAME[, ROLE[, ORGANISATION]]", "Put somebody on the list."),
    Verb.JOIN: Usage(
        "join PERSON | join NAME, ROLE[, ORGANISATION]",
        "Somebody came in, be it somebody new; join all: everybody on the list.",
    ),
    Verb.LEAVE: Usage("leave PERSON", "Somebody left."),
    Verb.CORRECT: Usage("correct PERSON: NAME[, ROLE[, ORGANISATION]]", "Correct what is said of somebody."),
    Verb.MINUTES: Usage("minutes NUMBER", "Change how long the session is; 0 for no clock."),
    Verb.PAUSE: Usage("pause", "Stop the clock."),
    Verb.GO_ON: Usage("go on", "Set the clock going again."),
    Verb.UNDO: Usage("undo", "Take back the last step."),
    Verb.REDO: Usage("redo", "Put back what was undone last."),
    Verb.RESULT: Usage("result [show | hide]", "Show the room what follows so far, or hide it."),
    Verb.RESOLVE: Usage("resolve NUMBER first | second", "Decide which of two entries counts."),
    Verb.FINISH: Usage("finish [anyway]", "Close the session, with its advice."),
    Verb.REOPEN: Usage("reopen", "Open a closed session again."),
    Verb.QUESTION: Usage("question", "The question once more, with its answers."),
    Verb.NOTES: Usage("notes", "The facilitator's notes on this question."),
    Verb.PEOPLE: Usage("people", "Who is on the list, with their letters, and who is here."),
    Verb.AGENDA: Usage("agenda", "The questions with their minutes, and how the time stands."),
    Verb.RANKING: Usage(
        "ranking [NUMBER]",
        "Where people differ, what matters most for the result first; with a number, turn to that one.",
    ),
    Verb.POINTS: Usage("points", "Parked points and actions."),
    Verb.CONTESTS: Usage("contests", "Entries of two terminals that differ and wait for a decision."),
    Verb.HELP: Usage("help [COMMAND]", "The commands."),
    Verb.QUIT: Usage("quit", "Stop here; everything is saved."),
}
"""Every command, in the order of the help."""

READS_ONLY: Final = frozenset(
    {
        Verb.QUESTION,
        Verb.NOTES,
        Verb.PEOPLE,
        Verb.AGENDA,
        Verb.RANKING,
        Verb.POINTS,
        Verb.CONTESTS,
        Verb.HELP,
        Verb.QUIT,
        Verb.RESULT,
        Verb.REOPEN,
    }
)
"""What can be typed after the session was closed."""

_ALSO: Final[Mapping[str, Verb]] = {
    "?": Verb.HELP,
    "goon": Verb.GO_ON,
    "continue": Verb.GO_ON,
    "exit": Verb.QUIT,
    "show": Verb.REVEAL,
}
_BECAUSE: Final = re.compile(r"(?:^|\s)because(?:\s+|$)", re.IGNORECASE)


def verb_of(line: str) -> tuple[Verb, str]:
    """The command of a line, and what follows it.

    Raises:
        NotUnderstood: it begins with none.
    """
    words = line.split(maxsplit=2)
    if [word.casefold() for word in words[:2]] == Verb.GO_ON.split():
        return Verb.GO_ON, "".join(words[2:])
    first, rest = (*line.split(maxsplit=1), "", "")[:2]
    name = first.rstrip(":").casefold()
    if name in _ALSO:
        return _ALSO[name], rest.strip()
    if name in list(Verb):
        return Verb(name), rest.strip()
    near = get_close_matches(name, list(Verb), n=1)
    raise NotUnderstood(
        f"“{on_one_line(first, _SHOWN)}” is no command.",
        todo=f"Do you mean {near[0]}?" if near else "Type help for the commands.",
    )


def hidden(line: str) -> str:
    """A line as it may be shown to all: of a vote, and of what may have been meant as one, the first word."""
    words = line.split(maxsplit=1)
    if len(words) < 2 or line.startswith(COMMENT):
        return line
    try:
        verb, _ = verb_of(line)
    except NotUnderstood:
        return f"{words[0]} …"
    return f"{verb} …" if verb is Verb.VOTE else line


def reasoned(text: str) -> tuple[str, str]:
    """What stands before the first "because", and the reason after it."""
    found = _BECAUSE.search(text)
    return (text[: found.start()].strip(), text[found.end() :].strip()) if found else (text.strip(), "")


def misused(verb: Verb) -> NotUnderstood:
    """That something is missing behind a command, or too much is there."""
    return NotUnderstood(f"{verb.capitalize()} needs something else.", todo=f"Type: {USAGE[verb].typed}")
