"""An interview in the linear mode, from its first line to the message that everything is saved."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from chatbot.commands.again import command
from chatbot.commands.opening import interviews_at
from chatbot.commands.own_files import bundles
from chatbot.commands.streams import abandon
from chatbot.conversation.talk import Talk
from chatbot.dialog.load import load_script
from chatbot.interview.interview import Interview
from chatbot.interview.listing import list_interviews
from chatbot.interview.store import Store
from chatbot.plain.advising import advice_on
from chatbot.plain.channel import Channel
from chatbot.plain.holding import Commands, Ending, Linear
from chatbot.plain.offering import InputEnded, offer
from chatbot.sources.bundle import Bundle

DONE: Final = 0
UNFINISHED: Final = 3

_GREETING: Final = (
    "This is the linear mode: text only, one line for each answer. Type the number of an answer or your own "
    "words; help says what else you can type."
)


def begin(dialog: str, *, any_dialog: bool, knowledge: Path | None, store: Path | None, plain: bool) -> int:
    """Hold a new interview, or one that the person chooses to go on with.

    Args:
        any_dialog: whether to offer unfinished interviews of other dialogs too.
        plain: whether the linear mode was asked for, so that going on is in the same mode.

    Returns:
        the exit code.
    """
    dialog_files, knowledge_files = bundles(dialog, knowledge)
    with interviews_at(store, create=True) as opened:
        channel = Channel.of_this_process()
        channel.say(_GREETING)
        chosen = None
        if channel.interactive:
            try:
                chosen = _choice(channel, opened, None if any_dialog else dialog_files)
            except (InputEnded, KeyboardInterrupt):
                return UNFINISHED
        if chosen is not None:
            return _hold(chosen, channel, store, plain, is_new=False)
        interview = Interview.begin(opened, dialog_files, knowledge_files)
        return _hold(interview, channel, store, plain, is_new=True)


def resume(id: str, *, store: Path | None, plain: bool) -> int:
    """Go on with an interview; arguments and result as for `begin`."""
    with interviews_at(store) as opened:
        interview = Interview.resume(opened, opened.resolve(id))
        channel = Channel.of_this_process()
        channel.say(_GREETING)
        return _hold(interview, channel, store, plain, is_new=False)


def _choice(channel: Channel, store: Store, dialog: Bundle | None) -> Interview | None:
    """The unfinished interview that the person wants to go on with, if there is one."""
    listing = list_interviews(store)
    wanted = load_script(dialog).dialog if dialog else None
    unfinished = [
        one
        for one in listing.interviews
        if not (one.finished or one.room) and one.done and wanted in (None, one.dialog)
    ]
    id = offer(channel, unfinished) if unfinished else None
    return Interview.resume(store, id) if id else None


def _hold(interview: Interview, channel: Channel, store: Path | None, plain: bool, *, is_new: bool) -> int:
    """Talk until it ends; a person who begins again talks on in a new interview."""
    mode = ["--plain"] if plain else []
    ending: Ending | None = Ending.RESTART
    while ending is Ending.RESTART:
        commands = Commands(
            resume=command("interview", *mode, "--resume", interview.id, store=store),
            report=command("report", interview.id, "-o", "advice.md", store=store),
            delete=command("delete", interview.id, store=store),
        )
        linear = Linear(Talk(interview), channel, commands, advice_on)
        ending = None
        with _interruptible():
            linear.begin() if is_new else linear.go_on()
            ending = linear.run()
        if ending is Ending.RESTART:
            interview, is_new = interview.begin_again(), True
    if interview.finished:
        return DONE
    interview.catch_up()  # says so if what was recorded is no longer there
    state = interview.state
    done = len(state.path.questions) - len(state.due)
    click.echo(
        f"Saved; {done} of {len(state.path.questions)} questions are done. To go on: {commands.resume}",
        err=True,
    )
    return UNFINISHED


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl+C, and a reader that goes away, end the conversation and nothing else."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(err=True)
    except BrokenPipeError:
        abandon(sys.stdout)
