"""A dialog as plain frozen data: topics, questions, options and items, as `dialogs/` says them."""

# The hints stay objects (no `from __future__ import annotations`): msgspec would compile each when it reads.

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from chatbot.conditions import Condition
from chatbot.dialog.ids import UNKNOWN_OPTION, DialogId, OptionId, QuestionId, TopicId
from chatbot.facts import FactId, Level

__all__ = [
    "UNKNOWN_OPTION",
    "DialogId",
    "Facilitation",
    "Item",
    "LevelWording",
    "NameOf",
    "Option",
    "OptionId",
    "Question",
    "QuestionId",
    "QuestionKind",
    "Script",
    "Topic",
    "TopicId",
]


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    CHECKLIST = "checklist"
    TEXT = "text"


class NameOf(StrEnum):
    """What a question may ask the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to a choice.

    Attributes:
        label: what it looks like on screen: behaviour, not a mark.
        says: other words that mean the same.
        facts: the facts it states; a fact that other options state and this one does not stays unasked.
        reason: why a fact does not apply; needed where one is `not_applicable`.
        reply: what the bot answers, once.
        when: shown only when this holds.
    """

    id: OptionId
    label: str
    says: tuple[str, ...] = ()
    facts: dict[FactId, str] = {}
    reason: str = ""
    reply: str = ""
    when: Condition | None = None
    renamed_from: tuple[OptionId, ...] = ()


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One fact of a checklist.

    Attributes:
        label: the fact in the asker's words.
        says: other words that name it.
        levels: what a level looks like in behaviour, where the label alone does not say.
    """

    fact: FactId
    label: str
    says: tuple[str, ...] = ()
    levels: dict[Level, str] = {}


class Facilitation(msgspec.Struct, frozen=True, kw_only=True):
    """What a facilitator gets beside the question.

    Attributes:
        say: how to bring it up.
        listen_for: what tells that an answer is not the whole story.
        hear_from: whose views differ, each a few words; with one alone, that person can answer for all.
        minutes: how long a room takes to read it, think, vote, and look at the votes.
    """

    say: str = ""
    listen_for: str = ""
    hear_from: tuple[str, ...] = ()
    minutes: int = 2


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question.

    Attributes:
        why: shown for "why do you ask?".
        help: shown for "what do you mean?"; a lens may add an example.
        evidence: what would show that an answer is so.
        options: of a choice, in the order shown.
        items: of a checklist, in the order shown.
        fact: of a text, the fact it states; empty when the words themselves are the point.
        refines: facts that an earlier question on the same path has already stated.
        optional: whether a text may be left empty.
        unknown_label: replaces the dialog's wording of "I don't know" here.
        names: what its answers give the names of, with the role that a report puts in place of a name.
    """

    id: QuestionId
    kind: QuestionKind
    ask: str
    why: str = ""
    help: str = ""
    when: Condition | None = None
    evidence: str = ""
    facilitator: Facilitation | None = None
    options: tuple[Option, ...] = ()
    items: tuple[Item, ...] = ()
    fact: FactId | None = None
    reply: str = ""
    refines: tuple[FactId, ...] = ()
    optional: bool = False
    unknown_label: str = ""
    names: dict[NameOf, str] = {}
    renamed_from: tuple[QuestionId, ...] = ()

    def facts(self) -> tuple[FactId, ...]:
        """The facts that an answer may state, in the order in which they appear."""
        if self.kind is QuestionKind.TEXT:
            return (self.fact,) if self.fact else ()
        stated = [item.fact for item in self.items]
        stated += [fact for option in self.options for fact in option.facts]
        return tuple(dict.fromkeys(stated))


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """Questions that belong together.

    Attributes:
        opening: what the bot says before the first of them.
        summary: whether the bot says at the end what it understood.
    """

    id: TopicId
    title: str
    questions: tuple[Question, ...]
    opening: str = ""
    summary: bool = False
    when: Condition | None = None


class LevelWording(msgspec.Struct, frozen=True, kw_only=True):
    """How a level is offered and what people say for it."""

    label: str
    says: tuple[str, ...] = ()


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """One dialog.

    Attributes:
        minutes: about how long it takes.
        greeting: what the bot says first, one message each.
        closing: what it says when nothing is left to ask.
        at_most: the best decision that this dialog may conclude; empty for no cap.
        because_at_most: why it is capped.
        levels: how each level is worded in checklists.
        unknown: how "I don't know" is worded.
        unknown_reply: what the bot answers to it.
        facts: facts of the conversation only, with their values, for use in `when`.
    """

    dialog: DialogId
    title: str
    about: str
    minutes: int
    greeting: tuple[str, ...]
    closing: str
    levels: dict[Level, LevelWording]
    unknown: LevelWording
    unknown_reply: str
    topics: tuple[Topic, ...]
    language: str = "en"
    at_most: str = ""
    because_at_most: str = ""
    facts: dict[FactId, tuple[str, ...]] = {}

    def questions(self) -> Iterator[Question]:
        """Every question, in order."""
        for topic in self.topics:
            yield from topic.questions
