"""What was typed before, to go through again: like the history of a shell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.interview.events import Answered, Evidenced, Noted, Unrecognised, Uttered
from chatbot.interview.interview import Interview


class TypedBefore:
    """Goes back and forth through what was typed; what stands in the prompt meanwhile is not lost.

    Args:
        typed: oldest first, as the events have it.
    """

    def __init__(self, typed: Iterable[str] = ()) -> None:
        self._typed: list[str] = []
        self._begun = ""
        self._at = 0
        for words in typed:
            self.add(words)

    def add(self, words: str) -> None:
        """Keep what was sent, and be at the end again; what is the same as just before is kept once."""
        if words.strip() and (not self._typed or self._typed[-1] != words):
            self._typed.append(words)
        self._at, self._begun = len(self._typed), ""

    def recall(self, by: int, here: str) -> str | None:
        """The words one step back (-1) or forth (1); `None` where there are no more.

        Args:
            here: what stands in the prompt; kept while going back, and found again at the end.
        """
        if self._at == len(self._typed) or here != self._typed[self._at]:
            self._at, self._begun = len(self._typed), here  # begun anew, or what was recalled was changed
        to = self._at + by
        if not 0 <= to <= len(self._typed):
            return None
        self._at = to
        return self._begun if to == len(self._typed) else self._typed[to]


def typed_in(interview: Interview) -> Iterator[str]:
    """What was typed in an interview so far, oldest first, as its events have it.

    An option that was chosen by key or mouse was not typed, nor was what is told of marks on a checklist.
    """
    questions = interview.held.manager.route.question
    for event in interview.state.events:
        what = event.what
        if not isinstance(what, Unrecognised):
            yield what.typed
        if isinstance(what, Answered):
            question = questions.get(what.question)
            labels = {option.label for option in question.options} if question else set()
            if what.words not in labels:
                yield what.words.partition("\n(")[0]
        elif isinstance(what, Noted | Evidenced):
            yield what.text
        elif isinstance(what, Uttered):
            yield what.words
