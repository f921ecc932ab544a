"""Starting the chat: what `chatbot` and `chatbot interview` call. Textual is loaded when it is called."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from chatbot.chat.services import Commands, DialogInfo, Services, usual_commands
from chatbot.interview.interview import Interview
from chatbot.interview.listing import list_interviews
from chatbot.interview.store import Store
from chatbot.settings.place import settings_path
from chatbot.settings.reading import load_settings

if TYPE_CHECKING:
    from chatbot.chat.reporting import Reports

__all__ = ["Commands", "DialogInfo", "run_chat", "usual_commands"]


def run_chat(
    open_store: Callable[[], Store],
    *,
    start: Interview | None = None,
    begin: Callable[[str], Interview],
    dialogs: Sequence[DialogInfo],
    reports: Reports,
    commands: Callable[[Interview], Commands] = usual_commands,
) -> int:
    """Hold the chat until the person leaves it.

    `chatbot` calls it without `start`: a start screen offers to go on with what is unfinished, to begin one
    of `dialogs`, and to open what is finished. `chatbot interview [DIALOG] [--resume ID]` passes the
    interview that it has begun or resumed as `start`, and the first thing painted is its question.

    Args:
        open_store: the store that interviews are listed and resumed from; called at most once, and not at
            all with `start`. Whoever passes it closes the store afterwards.
        start: the interview to go straight into.
        begin: starts an interview of a dialog, by the `id` of one of `dialogs`.
        dialogs: what can be begun, the usual one first; not looked at with `start`.
        reports: makes reports of interviews, beside the chat.
        commands: what to type in the shell to go on, and to have the report; shown when leaving.

    Returns:
        the exit code: 0, or 3 if the interview that was open last is unfinished (it is saved; how to go on
        is written to `stderr`).

    Raises:
        StoreError: the store cannot be opened (only without `start`; nothing has been shown then).
    """
    gc.disable()  # loading makes no garbage to speak of; the app collects again once it is painted
    from chatbot.chat.app import ChatApp
    from chatbot.chat.keys import names
    from chatbot.chat.terminal_input import forgive_strange_bytes
    from chatbot.chat.themes import theme_names

    store = cache(open_store)
    if start is None:
        store()
    settings = settings_path()
    services = Services(
        begin=begin,
        resume=lambda wanted: Interview.resume(store(), wanted),
        listing=lambda: list_interviews(store()),
        dialogs=dialogs,
        reports=reports,
        commands=commands,
        again=Interview.begin_again,
        loaded=load_settings(settings, names(theme_names())),
        settings_path=settings,
    )
    forgive_strange_bytes()
    app = ChatApp(services, start)
    code = app.run()
    if app.interview and not app.interview.finished:
        print(f"Saved. To go on: {commands(app.interview).resume}", file=sys.stderr)
    return app.return_code or 0 if code is None else code
