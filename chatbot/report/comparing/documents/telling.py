"""What moved and what accounts for it, inside sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.conclusions import NOT_RAISED, WARNING
from chatbot.report.comparing.data import Interviewed, ProgressReport
from chatbot.report.comparing.moves import Account, Conclusion, Found, Movement
from chatbot.report.comparing.reads import CAP
from chatbot.report.content.times import day, moment
from chatbot.report.document.building import run
from chatbot.report.document.nodes import Run, Tone
from chatbot.report.theme.texts import Texts

MOVEMENTS: Final = {
    Movement.FORWARD: Tone.GOOD,
    Movement.BACK: Tone.CAUTION,
    Movement.SAME: Tone.MUTED,
    Movement.CLEARER: Tone.WATCH,
    Movement.LESS_CLEAR: Tone.OPEN,
    Movement.DIFFERENT: Tone.PLAIN,
}
_COMBINATIONS: Final = 3


class Telling:
    """Says things of one comparison.

    Attributes:
        progress: the comparison.
        texts: the fixed texts.
    """

    def __init__(self, progress: ProgressReport, texts: Texts) -> None:
        self.progress = progress
        self.texts = texts
        self.conclusions = {one.id: one for one in progress.conclusions}
        self._changes = {
            one.fact: (one.label, one.within, one.before.standing, one.after.standing)
            for one in progress.facts
        }
        if progress.limit:
            limit, cap = progress.limit, texts("progress.cap")
            label = cap[:1].upper() + cap[1:]
            self._changes[CAP] = (label, cap, limit.before_says, limit.after_says)

    def label(self, change: str) -> str:
        """A change as it stands on a list."""
        return self._changes[change][0]

    def from_to(self, change: str) -> str:
        """From what to what it changed."""
        _, _, before, after = self._changes[change]
        return self.texts("progress.from_to", before=before, after=after)

    def names(self, changes: Sequence[str]) -> str:
        """What changed, inside a sentence."""
        return enumerated([self._changes[one][1] for one in changes])

    def changes(self, changes: Sequence[str]) -> str:
        """Changes inside a sentence; those from the same to the same stand together."""
        groups: dict[tuple[str, str], list[str]] = {}
        for one in changes:
            _, within, before, after = self._changes[one]
            groups.setdefault((before, after), []).append(within)
        said = [self._group(*key, within) for key, within in groups.items()]
        return "; ".join(said) if len(said) < len(changes) else enumerated(said)

    def _group(self, before: str, after: str, within: Sequence[str]) -> str:
        id = "progress.changes" if len(within) > 1 else "progress.change"
        return self.texts(id, what=enumerated(within), before=before, after=after)

    def account(self, account: Account) -> str:
        """What accounts for a move, in a sentence or two; it begins with a capital."""
        said = self._account(account)
        return said[:1].upper() + said[1:]

    def movement(self, movement: Movement) -> Run:
        """Which way something went, as a mark."""
        return run(self.texts.named("progress.movement", movement), tone=MOVEMENTS[movement])

    def titles(self, conclusions: Iterable[str], most: int) -> str:
        """Conclusions inside a sentence."""
        return enumerated([self._moved(self.conclusions[one]) for one in conclusions], most=most)

    def _moved(self, conclusion: Conclusion) -> str:
        """A conclusion with which way it went."""
        way: str = conclusion.movement
        if conclusion.id.startswith(WARNING):
            way = f"warning_{conclusion.movement}"
            if conclusion.after.value == NOT_RAISED:
                way = "warning_gone"
            elif conclusion.before.value == NOT_RAISED:
                way = "warning_new"
        return f'"{conclusion.title}" ({self.texts.named("progress.movement", way)})'

    def moved(self, conclusion: Conclusion) -> str:
        """What accounts for a conclusion, or that it is as before."""
        if conclusion.account is None:
            return ""
        return self.account(conclusion.account)

    def _account(self, account: Account) -> str:
        texts, first = self.texts, account.sets[0]
        if account.found is Found.ALONE:
            named = [one for (one,) in account.sets]
            return texts.counted("progress.account.alone", len(named), changes=self.changes(named))
        if account.found is Found.AT_MOST:
            return texts.counted("progress.account.at_most", account.size, changes=self.changes(first))
        if account.any_of:
            listed = self.changes(account.any_of)
            return texts(
                "progress.account.any_of", size=account.size, count=len(account.any_of), changes=listed
            )
        if account.total == 1:
            return texts("progress.account.together", size=account.size, changes=self.changes(first))
        shown = [self._together(one) for one in account.sets[:_COMBINATIONS]]
        return texts(
            "progress.account.combinations",
            size=account.size,
            count=account.total,
            changes="; ".join(shown),
        )

    def _together(self, changes: Sequence[str]) -> str:
        first, *others = [self._changes[one][1] for one in changes]
        return self.texts("progress.account.with", first=first, others=enumerated(others))


def day_of(interviewed: Interviewed) -> str:
    """The day of an interview's last event."""
    return day(interviewed.last)


def told_apart(one: Interviewed, other: Interviewed) -> str:
    """The day of one of two interviews; with the time, and its id, as far as that takes to tell it apart."""
    if day(one.last) != day(other.last):
        return day(one.last)
    at = moment(one.last)
    return at if at != moment(other.last) else f"{at}, {one.interview}"
