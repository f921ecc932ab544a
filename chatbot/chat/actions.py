"""The actions: what can be done in the chat besides answering; keys, palette, footer and help use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from textual.binding import Binding, BindingType

from chatbot.dialog.understanding.understood import Intent

if TYPE_CHECKING:
    from chatbot.dialog.understanding.intents import IntentWords


class ChatAction(Struct, frozen=True, kw_only=True):
    """One action.

    Attributes:
        name: what it is bound by; also its id in a keymap.
        title: as it stands in the palette.
        key: the key as Textual names it; empty where it has none.
        shown_key: the key as people read it.
        word: what it is called in the footer.
        intent: the intent that it carries out, where it is one.
        own: what it does, in one line, where it is none.
    """

    name: str
    title: str
    key: str = ""
    shown_key: str = ""
    word: str = ""
    intent: Intent | None = None
    own: str = ""

    @property
    def call(self) -> str:
        """The action as Textual runs it."""
        return f"perform('{self.name}')" if self.intent else self.name

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


def _words(intent: Intent) -> IntentWords:
    """How an intent is asked for; loaded for help and palette, which the first question does not need."""
    from chatbot.dialog.understanding.intents import INTENTS

    return INTENTS[intent]


_KEYS: Final = {
    Intent.WHY: ("Why do you ask?", "f3", "F3", "why"),
    Intent.HELP: ("What do you mean?", "f4", "F4", "explain"),
    Intent.BACK: ("Go back", "f5", "F5", "back"),
    Intent.SKIP: ("Skip this question", "f6", "F6", "skip"),
    Intent.NOTE: ("Add a note", "f7", "F7", "note"),
    Intent.REVIEW: ("Review my answers", "f8", "F8", "review"),
    Intent.UNDO: ("Undo", "f9", "F9", "undo"),
    Intent.REPEAT: ("Repeat the question", "", "", ""),
    Intent.ADVICE: ("See the advice", "", "", ""),
    Intent.REPORT: ("Save the report", "", "", ""),
    Intent.FINISH: ("Finish the interview", "", "", ""),
    Intent.QUIT: ("Leave", "ctrl+q", "Ctrl+Q", "leave"),
}
"""For each intent: title, key, how the key is shown, and its word in the footer."""


def _of_intents() -> Iterator[ChatAction]:
    for intent in Intent:
        title, key, shown_key, word = _KEYS.get(intent, (intent.value.capitalize(), "", "", ""))
        yield ChatAction(
            name=intent.value, title=title, key=key, shown_key=shown_key, word=word, intent=intent
        )


COMMON: Final = (
    ChatAction(
        name="show_help",
        title="Help",
        own="keys and words, on one page",
        key="f1",
        shown_key="F1",
        word="help",
    ),
    ChatAction(
        name="command_palette",
        title="Commands",
        own="find any of these by name",
        key="ctrl+p",
        shown_key="Ctrl+P",
        word="more",
    ),
    ChatAction(name="change_theme", title="Theme", own="choose other colours"),
)
"""What can be done on every screen."""

PANEL: Final = ChatAction(
    name="toggle_panel",
    title="Overview",
    own="show or hide progress, value models, readiness and warnings",
    key="f2",
    shown_key="F2",
    word="overview",
)

INTENT_ACTIONS: Final = tuple(_of_intents())
"""What people may want besides answering."""

INTERVIEW: Final = (*INTENT_ACTIONS, PANEL)
"""What can be done in an interview."""

ANSWERING: Final = (
    ("Enter", "sends what is typed, or what is highlighted"),
    ("↑ ↓", "choose an option, or a line of a checklist, while nothing is typed"),
    ("← →", "set the level of that line"),
    ("1 2 3 …", "then Enter: the option or level with this number"),
    ("y p n ?", "then Enter: yes, partly, no, not known, for that line"),
    ("Ctrl+J", "begins a new line in what you type"),
    ("PgUp PgDn", "scroll through the conversation"),
    ("Esc", "leaves a question that you went back to as it was"),
    ("Ctrl+C", "copies what is selected with the mouse; without a selection, asks whether to leave"),
)
"""Keys that answer a question, and what they do, for the help."""


def named(name: str) -> ChatAction:
    """The action of this name."""
    return next(action for action in (*COMMON, *INTERVIEW) if action.name == name)


def bindings_of_the_interview() -> list[BindingType]:
    """The keys of all intents; they win over what the prompt would do with them."""
    return [
        Binding(action.key, action.call, action.title, id=action.name, priority=True)
        for action in INTENT_ACTIONS
        if action.key
    ]
