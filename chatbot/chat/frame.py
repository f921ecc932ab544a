"""The frame around an interview: header, footer, what the prompt invites to, and the ways at its end."""

from __future__ import annotations

from typing import Final

from chatbot.chat.actions import PANEL, ChatAction, named
from chatbot.chat.exchange import Exchange
from chatbot.chat.keys import Keys
from chatbot.chat.lines import Role, Span
from chatbot.chat.outline import Outline
from chatbot.conversation.asking import Asking
from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.understood import Intent
from chatbot.facts import TITLE, Level
from chatbot.visible import on_one_line

OR_FINISH: Final = "Answer this to go on, or type finish to see the advice now."
"""Said below a question while there is the offer to finish."""

_LONGEST_TITLE: Final = 60


def header(exchange: Exchange) -> tuple[Span, ...]:
    """What this is about."""
    interview = exchange.interview
    title = interview.facts.get(TITLE, Level.UNKNOWN)
    dialog = interview.held.script.title
    if title == Level.UNKNOWN:
        return (Span(on_one_line(dialog, _LONGEST_TITLE), Role.STRONG),)
    return (
        Span(on_one_line(title, _LONGEST_TITLE), Role.STRONG),
        Span(f"  {on_one_line(dialog, _LONGEST_TITLE)}", Role.MUTED),
    )


def standing(outline: Outline | None, *, saved: bool, in_short: bool) -> tuple[Span, ...]:
    """What stands at the right of the header: whether all is saved and, in short, where we are."""
    spans = [Span("saved", Role.GOOD) if saved else Span("last step not saved", Role.BAD)]
    if outline and in_short:
        if outline.number:
            spans.insert(0, Span(f"{outline.number}/{outline.of}  ", Role.MUTED))
        if outline.warnings:
            count = len(outline.warnings)
            spans.insert(0, Span(f"{count} warning{'s' if count > 1 else ''}  ", Role.WARN))
    return tuple(spans)


def footer(keys: Keys, *, asked: bool, with_panel: bool) -> list[tuple[Span, ...]]:
    """The keys that matter now, the most useful first, as not all may fit."""
    about_question = {Intent.WHY, Intent.MEANING, Intent.SKIP}
    names = ["show_help", Intent.QUIT, Intent.WHY, Intent.BACK, Intent.SKIP]
    names += [*([PANEL.name] if with_panel else []), "command_palette", Intent.MEANING, Intent.REVIEW]
    names += [Intent.NOTE, Intent.UNDO, "search", Intent.REDO]
    shown = [named(name) for name in names if asked or name not in about_question]
    return [key_of(action, keys) for action in shown if keys.of(action.name)]


def key_of(action: ChatAction, keys: Keys) -> tuple[Span, ...]:
    """A key with its word, for a footer."""
    return key_and_word(keys.shown(action.name), action.word, action.call)


def key_and_word(key: str, word: str, call: str = "") -> tuple[Span, ...]:
    """A key with what it does; a click on it runs the Textual action `call`."""
    return (Span(f"{key} ", Role.KEY, call), Span(word, Role.MUTED, call))


def invitation(exchange: Exchange, asking: Asking | None) -> str:
    """What stands in the empty prompt."""
    if exchange.besides:
        return "↓ and Enter, a number, or your own words"
    if exchange.for_words:
        return "Type it here, then Enter"
    if exchange.gone_back and asking and asking.given:
        return "A new answer, or Esc to keep this one"
    if asking is None:
        return "↓ and Enter, or a number"
    match asking.kind:
        case QuestionKind.CHOICE:
            return "↓ and Enter, a number, or your own words"
        case QuestionKind.CHECKLIST:
            return "→ and ↓, then Enter, or your own words"
        case QuestionKind.TEXT:
            return f"Type a few words, or: {asking.unknown}"
