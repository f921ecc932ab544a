"""Measuring: every saying of a part is listened to, and the verdicts are counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from chatbot.conversation.asking import Signs
from chatbot.dialog.load import load_script
from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Understood
from chatbot.framework.load import load_framework
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
from tests.sayings.sayings import Saying
from tests.sayings.verdicts import Verdict, verdict

MEANT = (Verdict.AT_ONCE, Verdict.CONFIRMED, Verdict.ASKED)


@dataclass(frozen=True, slots=True)
class Measured:
    """One saying, what was made of it, and the verdict."""

    saying: Saying
    understood: Understood
    verdict: Verdict


@dataclass(slots=True)
class Tally:
    """How many sayings came to each verdict."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    meaningful: int = 0

    def add(self, measured: Measured) -> None:
        """Count one saying."""
        self.counts[measured.verdict] += 1
        self.meaningful += not measured.saying.means.is_nothing

    @property
    def sayings(self) -> int:
        """All of them, those that mean nothing here included."""
        return self.counts.total()

    @property
    def at_once(self) -> float:
        """The share of what means something that was understood at once."""
        return self.counts[Verdict.AT_ONCE] / max(self.meaningful, 1)

    @property
    def offered_first(self) -> float:
        """The share of what means something that was understood at once or offered first."""
        return (self.counts[Verdict.AT_ONCE] + self.counts[Verdict.CONFIRMED]) / max(self.meaningful, 1)

    @property
    def wrong(self) -> float:
        """The share of all sayings that was wrong in silence."""
        return self.counts[Verdict.WRONG] / max(self.sayings, 1)


@cache
def script_of(dialog: str) -> Script:
    """A shipped dialog."""
    return load_script(dialog_bundle(dialog))


@cache
def question_of(dialog: str, question: str) -> Question:
    """A question of a shipped dialog."""
    return next(one for one in script_of(dialog).questions() if one.id == question)


@cache
def signs() -> Signs:
    """The signs of the shipped knowledge base."""
    return Signs(load_framework(knowledge_bundle()))


def listen(saying: Saying) -> Understood:
    """What is made of a saying at its question, where nothing was said before."""
    question = question_of(saying.dialog, saying.question)
    return understand(
        script_of(saying.dialog),
        question,
        question.options,
        saying.said,
        signs=signs().ids,
        may_not_apply=signs().may_not_apply,
    )


def measure(sayings: Iterable[Saying]) -> list[Measured]:
    """Listen to every saying."""
    found = []
    for saying in sayings:
        understood = listen(saying)
        found.append(Measured(saying, understood, verdict(saying.means, understood)))
    return found


def kind_of(saying: Saying) -> str:
    """What kind of saying it is, for the table by kind."""
    if saying.means.intent:
        return "a wish"
    if saying.means.is_nothing:
        return "nothing that is meant here"
    if saying.means.option == "unknown":
        return "I don't know"
    return f"an answer to a {question_of(saying.dialog, saying.question).kind}"


def tallies(measured: Iterable[Measured], by: str) -> Mapping[str, Tally]:
    """The counts by `question`, `kind` or `style`."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for one in measured:
        names = {
            "question": f"{one.saying.dialog} {one.saying.question}",
            "kind": kind_of(one.saying),
            "style": one.saying.style,
        }
        found[names[by]].add(one)
    return found
