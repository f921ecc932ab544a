"""Putting what somebody is in place of what they are called, in every form of the name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from chatbot.report.redaction.forms import Form, Key, forms_of, once
from chatbot.report.redaction.named import Kind, Named, Replaced
from chatbot.report.redaction.wording import TITLES
from chatbot.report.redaction.words import Word, is_unspaced, joined, keys_of, words_of

_BRACKETS: Final = re.compile(r"[\[\]]+")


class Replacing:
    """Replaces names in texts, the same name always by the same words, and counts.

    Args:
        named: the names; of one that occurs several times, a role that is known somewhere counts everywhere.
        ordinary: words that are no part of a name when they stand alone, in lower case.
    """

    def __init__(self, named: Iterable[Named], ordinary: frozenset[str]) -> None:
        self._named = once(iter(named))
        self._forms = forms_of(self._named, ordinary)
        self._lengths: dict[str, list[int]] = defaultdict(list)
        for form in self._forms:
            if len(form) not in self._lengths[form[0]]:
                self._lengths[form[0]].append(len(form))
                self._lengths[form[0]].sort(reverse=True)
        unspaced = [one.name for one in self._named.values() if is_unspaced(one.name)]
        longest_first = sorted(unspaced, key=lambda name: (-len(name), name))
        self._unspaced = re.compile("|".join(map(re.escape, longest_first))) if unspaced else None
        self._times: Counter[Key] = Counter()
        labels = _labels(self._named)
        # A role may hold a name itself: "the assistant of Maria Keller".
        self._labels = {
            key: self._replaced(label, lambda _: str(Kind.PERSON)) or label for key, label in labels.items()
        }

    def text(self, typed: str) -> str:
        """A text without the names; one that holds none stays exactly as it was typed."""
        return self._replaced(unicodedata.normalize("NFC", typed), self._instead) or typed

    def who(self, participant: str) -> str:
        """What stands for a participant."""
        return self._labels.get(keys_of(participant), participant)

    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced so far, in the order in which it was named."""
        return tuple(
            Replaced(name=one.name, by=self._labels[key], times=self._times[key])
            for key, one in self._named.items()
        )

    def _instead(self, name: Key | None) -> str:
        if name is None:  # the part of several names
            return f"[{Kind.PERSON}]"
        self._times[name] += 1
        return f"[{self._labels[name]}]"

    def _replaced(self, text: str, instead: Callable[[Key | None], str]) -> str:
        """The text with something instead of each name; empty where there is none in it."""
        spaced = (
            self._unspaced.sub(lambda found: instead(keys_of(found[0])), text) if self._unspaced else text
        )
        words = words_of(spaced)
        parts: list[str] = []
        done = at = 0
        while at < len(words):
            length, form = self._form_at(spaced, words, at)
            if form is not None:
                parts += [spaced[done : _with_titles(spaced, words, at, done)], instead(form.name)]
                done = words[at + length - 1].ends
            at += max(length, 1)
        return "".join([*parts, spaced[done:]]) if parts or spaced != text else ""

    def _form_at(self, text: str, words: Sequence[Word], at: int) -> tuple[int, Form | None]:
        """The longest form of a name that begins with a word, and how many words it has."""
        for length in self._lengths.get(words[at].key, ()):
            run = words[at : at + length]
            form = self._forms.get(tuple(word.key for word in run))
            if len(run) < length or form is None or not all(joined(text, *pair) for pair in pairwise(run)):
                continue
            if form.capitalised and not text[words[at].begins].isupper():
                continue
            return length, form
        return 0, None


def _with_titles(text: str, words: Sequence[Word], at: int, done: int) -> int:
    """Where a name begins together with the titles in front of it."""
    begins = words[at].begins
    while at > 0 and words[at - 1].begins >= done and words[at - 1].key in TITLES:
        if not joined(text, words[at - 1], words[at]):
            break
        at -= 1
        begins = words[at].begins
    return begins


def _labels(named: Mapping[Key, Named]) -> dict[Key, str]:
    """What stands for each name: its role, counted where several have the same, or what it is, counted."""
    roles = {key: _BRACKETS.sub("", " ".join(one.role.split())) for key, one in named.items()}
    holders = Counter(role.casefold() for role in roles.values() if role)
    labels = {key: role for key, role in roles.items() if role and holders[role.casefold()] == 1}
    taken = {label.casefold() for label in labels.values()}
    given: Counter[str] = Counter()
    for key, one in named.items():
        if key in labels:
            continue
        said = roles[key] or str(one.kind)
        label = ""
        while not label or label.casefold() in taken:
            given[said.casefold()] += 1
            label = f"{said} {given[said.casefold()]}"
        labels[key] = label
        taken.add(label.casefold())
    return {key: labels[key] for key in named}
