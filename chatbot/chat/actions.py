"""The actions: everything that can be done besides answering; keys, palette, footer and help use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from textual.binding import Binding, BindingType

from chatbot.dialog.understanding.understood import Intent

if TYPE_CHECKING:
    from chatbot.dialog.understanding.intents import IntentWords

NO_KEY: Final = "no_key"
"""Stands for the key of an action that has none; no terminal sends it. Textual wants a key for a binding."""


class ChatAction(Struct, frozen=True, kw_only=True):
    """One action.

    Attributes:
        name: what it is called in the settings, and the id of its binding.
        title: as it stands in the palette.
        keys: those that it comes with, as Textual names them; the first is the one that is shown.
        word: what it is called in the footer.
        intent: the intent that it carries out, where it is one.
        own: what it does, in one line, where it is none.
        runs: the Textual action, where it is not called as this is.
        offered: whether the palette offers it; what only moves about is not worth a line there.
    """

    name: str
    title: str
    keys: tuple[str, ...] = ()
    word: str = ""
    intent: Intent | None = None
    own: str = ""
    runs: str = ""
    offered: bool = True

    @property
    def call(self) -> str:
        """The action as Textual runs it."""
        return f"perform('{self.name}')" if self.intent else self.runs or self.name

    @property
    def does(self) -> str:
        """One line on what it does."""
        return _words(self.intent).does if self.intent else self.own

    @property
    def typed(self) -> str:
        """What can be typed for it; empty where nothing can."""
        if self.intent is None:
            return ""
        words = _words(self.intent)
        return f"{words.typed[0]} [{words.target}]" if words.target else words.typed[0]

    @property
    def binding(self) -> Binding:
        """Its binding; it wins over what the prompt would do with the key."""
        keys = ",".join(self.keys) or NO_KEY
        return Binding(keys, self.call, self.title, id=self.name, priority=True, show=False)


def _words(intent: Intent) -> IntentWords:
    """How an intent is asked for; loaded for help and palette, which the first question does not need."""
    from chatbot.dialog.understanding.intents import INTENTS

    return INTENTS[intent]


_INTENTS: Final[dict[Intent, tuple[str, str, str]]] = {
    Intent.WHY: ("Why do you ask?", "f3", "why"),
    Intent.MEANING: ("What do you mean?", "f4", "explain"),
    Intent.BACK: ("Go back", "f5", "back"),
    Intent.SKIP: ("Skip this question", "f6", "skip"),
    Intent.NOTE: ("Add a note", "f7", "note"),
    Intent.REVIEW: ("Review my answers", "f8", "review"),
    Intent.UNDO: ("Undo", "f9", "undo"),
    Intent.REDO: ("Redo", "f10", "redo"),
    Intent.CHANGE: ("Change an answer", "", ""),
    Intent.EXAMPLE: ("Give me an example", "", ""),
    Intent.EVIDENCE: ("Add evidence", "", ""),
    Intent.PROGRESS: ("How far are we?", "", ""),
    Intent.REPEAT: ("Repeat the question", "", ""),
    Intent.HELP: ("What can I type?", "", ""),
    Intent.ADVICE: ("See the advice", "", ""),
    Intent.REPORT: ("Save the report", "", ""),
    Intent.FINISH: ("Finish the interview", "", ""),
    Intent.RESTART: ("Start a new interview", "", ""),
    Intent.QUIT: ("Leave", "ctrl+q", "leave"),
}
"""For each intent: title, key, and its word in the footer."""


def _of_intents() -> Iterator[ChatAction]:
    rest = (intent for intent in Intent if intent not in _INTENTS)
    for intent in (*_INTENTS, *rest):
        title, key, word = _INTENTS.get(intent, (intent.value.capitalize(), "", ""))
        keys = (key,) if key else ()
        yield ChatAction(name=intent.value, title=title, keys=keys, word=word, intent=intent)


COMMON: Final = (
    ChatAction(
        name="show_help",
        title="Help",
        own="keys and words, on one page",
        keys=("f1",),
        word="help",
        runs="app.show_help",
    ),
    ChatAction(
        name="command_palette",
        title="Commands",
        own="find any of these by name",
        keys=("ctrl+p",),
        word="more",
        runs="app.command_palette",
        offered=False,
    ),
    ChatAction(
        name="change_theme",
        title="Colours",
        own="dark, light, high contrast, without colour, and more",
        runs="app.change_theme",
    ),
    ChatAction(
        name="copy_or_leave",
        title="Copy",
        own="copies what is selected; without a selection, asks whether to leave",
        keys=("ctrl+c",),
        runs="app.copy_or_leave",
        offered=False,
    ),
)
"""What can be done on every screen."""

PANEL: Final = ChatAction(
    name="toggle_panel",
    title="Overview",
    own="show or hide progress, value models, readiness and warnings",
    keys=("f2",),
    word="overview",
)

TALK: Final = (
    PANEL,
    ChatAction(
        name="go_to_question",
        title="Go to a question",
        own="find a question that was asked by its number or its words",
    ),
    ChatAction(
        name="search", title="Search", own="find words in the conversation", keys=("ctrl+f",), word="search"
    ),
    ChatAction(
        name="copy_message",
        title="Copy the last message",
        own="copy the last message, or the one that a search has found",
        keys=("ctrl+o",),
    ),
    ChatAction(name="copy_advice", title="Copy the advice", own="copy the whole advice as text"),
    ChatAction(
        name="typed_before",
        title="Earlier words",
        own="what you typed before",
        keys=("ctrl+up", "alt+p"),
        runs="recall(-1)",
        offered=False,
    ),
    ChatAction(
        name="typed_after",
        title="Later words",
        own="what you typed after that",
        keys=("ctrl+down", "alt+n"),
        runs="recall(1)",
        offered=False,
    ),
    ChatAction(
        name="scroll_up",
        title="Scroll up",
        own="a page back in the conversation",
        keys=("pageup",),
        runs="scroll(-1)",
        offered=False,
    ),
    ChatAction(
        name="scroll_down",
        title="Scroll down",
        own="a page on in the conversation",
        keys=("pagedown",),
        runs="scroll(1)",
        offered=False,
    ),
    ChatAction(
        name="newest",
        title="Go to the newest message",
        own="the end of the conversation",
        keys=("ctrl+end",),
        word="newest",
    ),
)
"""What can be done around a talk."""

INTENT_ACTIONS: Final = tuple(_of_intents())
"""What people may want besides answering."""

INTERVIEW: Final = (*INTENT_ACTIONS, *TALK)
"""What can be done in an interview."""

ACTIONS: Final = {action.name: action for action in (*COMMON, *INTERVIEW)}
"""Everything, by name."""

FIXED: Final = {
    "enter": "sends what is typed, or what is highlighted",
    "escape": "goes back",
    **dict.fromkeys(("up", "down", "left", "right"), "moves about"),
    **dict.fromkeys(("home", "end"), "moves within what you type"),
    **dict.fromkeys(("backspace", "delete"), "corrects what you type"),
    **dict.fromkeys(("space", "shift+space"), "types a space"),
    "tab": "goes to the next part of the screen",
}
"""Keys that no action can have, with what they do."""

ANSWERING: Final = (
    ("Enter", "sends what is typed, or what is highlighted"),
    ("↑ ↓", "choose an option, or a line of a checklist, while nothing is typed"),
    ("← →", "set the level of that line"),
    ("1 2 3 …", "then Enter: the option or level with this number"),
    ("y p n ?", "then Enter: yes, partly, no, not known, for that line"),
    ("Ctrl+J", "begins a new line in what you type"),
    ("Esc", "leaves a question that you went back to as it was"),
)
"""Keys that answer a question, and what they do, for the help."""

REPORTING: Final = (
    ("S Enter", "ask where to save it; the ending of the file says the format"),
    ("F P", "another format; another size of paper"),
    ("A", "for the record (everything), for a board, or for the team"),
    ("N", "roles in place of the people and organisations that were named; shows which"),
    ("T", "leave out what was said word for word, or take it in"),
    ("O", "open what was saved"),
)
"""Keys beside a report that is not saved yet, and what they do, for the help."""


def named(name: str) -> ChatAction:
    """The action of this name."""
    return ACTIONS[name]


def bindings_of_the_interview() -> list[BindingType]:
    """The keys of everything that is done in an interview."""
    return [action.binding for action in INTERVIEW if action.intent is not Intent.QUIT]


def bindings_of_the_app() -> list[BindingType]:
    """The keys of everything that is done anywhere."""
    leave = Binding("ctrl+q", "app.leave", "Leave", id=Intent.QUIT.value, priority=True, show=False)
    return [leave, *(action.binding for action in COMMON)]
