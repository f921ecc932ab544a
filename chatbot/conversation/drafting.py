"""A checklist on its way to an answer: what was said of its items so far, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from chatbot.conversation.asking import Asking
from chatbot.dialog.answers import Answer
from chatbot.dialog.understanding.understood import Heard
from chatbot.facts import FactId, Level


@dataclass(slots=True)
class Draft:
    """What was said about a checklist and is not recorded yet.

    Attributes:
        reasons: for facts that do not apply, why, as far as it was said.
        words: what was typed, one utterance each.
        remarks: what was said besides the levels, verbatim.
        marked: whether some of it was not typed but marked on screen.
    """

    levels: dict[FactId, Level] = field(default_factory=dict)
    reasons: dict[FactId, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    marked: bool = False

    def with_(self, heard: Heard, words: str) -> Draft:
        """This and what was said now, which replaces what was said of the same items before."""
        reasons = {fact: reason for fact, reason in heard.reasons.items() if reason}
        return Draft(
            {**self.levels, **heard.levels},
            {**self.reasons, **reasons},
            [*self.words, words] if words else self.words,
            [*self.remarks, heard.remark] if heard.remark else self.remarks,
            self.marked or bool(heard.levels and not words),
        )

    def without_reason(self) -> FactId | None:
        """A fact that was said not to apply, but not why."""
        return next(
            (
                fact
                for fact, level in self.levels.items()
                if level is Level.NOT_APPLICABLE and not self.reasons.get(fact)
            ),
            None,
        )

    def question_back(self, asked: Asking) -> str:
        """What is still missing, as a question; empty when the answer is complete."""
        fact = self.without_reason()
        if fact:
            label = next(item.label for item in asked.items if item.fact == fact)
            return f"Why does it not apply: {label}?"
        left = [f"{item.number}. {item.label}" for item in asked.items if item.fact not in self.levels]
        if not left:
            return ""
        return f"So far I have {len(self.levels)} of {len(asked.items)}. Still open: {'; '.join(left)}."

    def answer(self, asked: Asking) -> Answer:
        """The complete answer, in the order of the items; reasons only where they are needed."""
        levels = {item.fact: self.levels[item.fact] for item in asked.items}
        needed = {fact for fact, level in levels.items() if level is Level.NOT_APPLICABLE}
        return Answer(levels=levels, reasons={f: r for f, r in self.reasons.items() if f in needed})

    def said(self, asked: Asking, answer: Answer) -> str:
        """The words to record: what was typed and, where part of it was marked, what the whole comes to."""
        typed = "\n".join(self.words)
        if not (typed and self.marked):
            return typed
        labels = {(item.fact, one.level): one.label for item in asked.items for one in item.levels}
        whole = (f"{item.label}: {labels[item.fact, answer.levels[item.fact]]}" for item in asked.items)
        return f"{typed}\n({'; '.join(whole)})"
