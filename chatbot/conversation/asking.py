"""The question that is being asked, ready to show: filled texts, numbered options, items with levels."""

from __future__ import annotations

import msgspec

from chatbot.conversation.filling import examples, fill
from chatbot.dialog.answers import Answer
from chatbot.dialog.script import (
    UNKNOWN_OPTION,
    Item,
    Option,
    OptionId,
    Question,
    QuestionId,
    QuestionKind,
    Script,
)
from chatbot.facts import FactId, Level
from chatbot.framework.model import Framework
from chatbot.interview.held import Held
from chatbot.interview.interview import Interview

_SIGNAL_ORDER = (Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT, Level.UNKNOWN, Level.NOT_APPLICABLE)
_SIGN_ORDER = (Level.PRESENT, Level.ABSENT, Level.UNKNOWN)


class OfferedOption(msgspec.Struct, frozen=True):
    """One line of a choice; `number` is what a person may type for it, from 1."""

    number: int
    id: OptionId
    label: str


class OfferedLevel(msgspec.Struct, frozen=True):
    """One level of an item, and what it looks like in behaviour, where the script says so."""

    level: Level
    label: str
    looks_like: str


class OfferedItem(msgspec.Struct, frozen=True):
    """One line of a checklist."""

    number: int
    fact: FactId
    label: str
    levels: tuple[OfferedLevel, ...]


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it is asked now.

    Attributes:
        given: the answer in force, when the question is visited again.
        unknown: of a text, how "I don't know" is worded.
        number: its place among the questions on the path, from 1.
        of: how many questions are on the path, as far as that is known.
    """

    id: QuestionId
    kind: QuestionKind
    topic: str
    ask: str
    why: str
    help: str
    evidence: str
    options: tuple[OfferedOption, ...]
    items: tuple[OfferedItem, ...]
    unknown: str
    given: Answer | None
    number: int
    of: int


class Signs:
    """Which facts of a framework are signs, and which signals may not apply."""

    def __init__(self, framework: Framework) -> None:
        signals = [signal for layer in framework.layers for signal in layer.signals]
        signals += [signal for model in framework.models for signal in model.gate.signals]
        self.may_not_apply = frozenset(signal.id for signal in signals if signal.may_not_apply)
        self.ids = frozenset(layer.sign.id for layer in framework.layers) | frozenset(
            model.failure_mode.id for model in framework.models
        )

    def levels(self, fact: FactId) -> tuple[Level, ...]:
        """The levels that an answer about `fact` may give, in the order in which they are offered."""
        if fact in self.ids:
            return _SIGN_ORDER
        if fact in self.may_not_apply:
            return _SIGNAL_ORDER
        return tuple(level for level in _SIGNAL_ORDER if level is not Level.NOT_APPLICABLE)


def asking(interview: Interview, question: QuestionId, signs: Signs) -> Asking:
    """How a question on the path is asked, given what is known so far."""
    held, state = interview.held, interview.state
    route = held.manager.route
    asked = route.question[question]
    facts = interview.facts
    on_path = state.path.questions
    given = state.answers.get(question)
    return Asking(
        id=question,
        kind=asked.kind,
        topic=route.topic[question].title,
        ask=fill(asked.ask, facts, held.framework),
        why=fill(asked.why, facts, held.framework),
        help=help_text(interview, asked),
        evidence=fill(asked.evidence, facts, held.framework),
        options=_options(held, asked, route.offered(asked, state.path)),
        items=tuple(
            _item(held.script, number, item, signs) for number, item in enumerate(asked.items, start=1)
        ),
        unknown=unknown_label(held.script, asked) if asked.kind is QuestionKind.TEXT else "",
        given=given.answer if given and question not in state.path.set_aside else None,
        number=on_path.index(question) + 1,
        of=len(on_path),
    )


def help_text(interview: Interview, question: Question) -> str:
    """The question's help, with the lens's examples where there are some."""
    facts, framework = interview.facts, interview.held.framework
    paragraphs = [fill(question.help, facts, framework), *examples(question, facts, framework)]
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def unknown_label(script: Script, question: Question) -> str:
    """How "I don't know" is worded at a question."""
    return question.unknown_label or script.unknown.label


def _options(held: Held, question: Question, offered: tuple[Option, ...]) -> tuple[OfferedOption, ...]:
    if question.kind is not QuestionKind.CHOICE:
        return ()
    own = [(option.id, option.label) for option in offered]
    if all(option.id != UNKNOWN_OPTION for option in offered):
        own.append((UNKNOWN_OPTION, unknown_label(held.script, question)))
    return tuple(OfferedOption(number, id, label) for number, (id, label) in enumerate(own, start=1))


def _item(script: Script, number: int, item: Item, signs: Signs) -> OfferedItem:
    return OfferedItem(
        number,
        item.fact,
        item.label,
        tuple(
            OfferedLevel(level, level_label(script, level), item.levels.get(level, ""))
            for level in signs.levels(item.fact)
        ),
    )


def level_label(script: Script, level: Level) -> str:
    """How a level is worded in a dialog."""
    wording = script.levels.get(level)
    return wording.label if wording else level.replace("_", " ")
