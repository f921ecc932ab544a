"""Putting what somebody is in place of what they are called, in every form of the name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from chatbot.report.redaction.contacts import contacts_in
from chatbot.report.redaction.forms import ANY_NAME, Form, Key, forms_of, once
from chatbot.report.redaction.mending import Stretch, stretch_of
from chatbot.report.redaction.named import CONTACTS, Kind, Named, Replaced, one_of
from chatbot.report.redaction.shortened import as_organisations, short_for
from chatbot.report.redaction.wording import ALSO_WORDS, TITLES
from chatbot.report.redaction.words import Word, is_unspaced, joined, keys_of, words_of

_BRACKETS: Final = re.compile(r"[\[\]]+")


class _Found(Struct, frozen=True):
    """A name that was found in a text: which, or of several only what it is the name of.

    Attributes:
        told: whether the sentence says the role itself.
    """

    name: Key | None
    of: str
    told: bool = False


class Replacing:
    """Replaces names in texts, the same name always by the same words, and counts.

    Args:
        named: the names; of one that occurs several times, a role that is known somewhere counts everywhere.
        ordinary: words that are no part of a name when they stand alone, in lower case.
        given: those of the names that somebody asked for; a short form of an organisation is that one.
    """

    def __init__(self, named: Iterable[Named], ordinary: frozenset[str], given: Iterable[Named] = ()) -> None:
        self._named = once(iter(named))
        short = short_for(self._named, given)
        self._named |= as_organisations(self._named, short)
        self._forms = forms_of(self._named, ordinary)
        self._lengths: dict[str, list[int]] = defaultdict(list)
        for form in self._forms:
            if len(form) not in self._lengths[form[0]]:
                self._lengths[form[0]].append(len(form))
                self._lengths[form[0]].sort(reverse=True)
        names = [one.name for key, one in self._named.items() if key in self._forms]
        unspaced = [name for name in names if is_unspaced(name)]
        longest_first = sorted(unspaced, key=lambda name: (-len(name), name))
        self._unspaced = re.compile("|".join(map(re.escape, longest_first))) if unspaced else None
        self._times: Counter[Key] = Counter()
        self._words = ordinary | ALSO_WORDS
        self._passed: dict[str, None] = {}
        self._roles: dict[Key, str] = {}
        labels = _labels({key: one for key, one in self._named.items() if key not in short})
        labels |= {key: labels[whole] for key, whole in short.items()}
        # A role may hold a name itself: "the assistant of Maria Keller".
        self._labels = {key: self._replaced(label, _kind_alone) or label for key, label in labels.items()}
        self._roles = {key: " ".join(one.role.split()) for key, one in self._named.items() if one.role}

    def text(self, typed: str) -> str:
        """A text without the names; one that holds none stays exactly as it was typed."""
        return self._replaced(unicodedata.normalize("NFC", typed), self._instead) or typed

    def who(self, participant: str) -> str:
        """What stands for a participant."""
        key = keys_of(participant)
        form = self._forms.get(key)
        name = key if key in self._labels else form.name if form else None
        return self.text(participant) if name is None else self._labels[name]

    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced so far, in the order in which it was named."""
        return tuple(
            Replaced(name=one.name, by=self._labels[key], times=self._times[key])
            for key, one in self._named.items()
        )

    def passed_over(self) -> tuple[str, ...]:
        """What was left as it is, as it had no capital letter, and may be an organisation all the same."""
        return tuple(self._passed)

    def _instead(self, found: _Found) -> str:
        if found.name is None:  # the part of several names
            return f"[{found.of}]"
        self._times[found.name] += 1
        return f"[a named {found.of}]" if found.told else f"[{self._labels[found.name]}]"

    def _replaced(self, text: str, instead: Callable[[_Found], str]) -> str:
        """The text with something instead of each name; empty where there is none in it."""
        parts: list[str] = []
        done = 0
        for one in contacts_in(text):
            parts.append(self._without_names(text[done : one.begins], instead))
            parts.append(instead(_Found(one.key if one.key in self._named else None, str(one.kind))))
            done = one.ends
        told = "".join([*parts, self._without_names(text[done:], instead)])
        return told if told != text else ""

    def _without_names(self, text: str, instead: Callable[[_Found], str]) -> str:
        if self._unspaced:
            text = self._unspaced.sub(lambda found: instead(self._found(keys_of(found[0]))), text)
        words = words_of(text)
        parts: list[str] = []
        done = at = 0
        while at < len(words):
            length, form = self._form_at(text, words, at)
            if form is not None:
                stretch = self._stretch(text, words, at, length, form, done)
                parts.append(text[done : stretch.begins])
                parts.append(instead(_Found(form.name, form.of, stretch.told)))
                done = stretch.ends
            at += max(length, 1)
            while at < len(words) and words[at].begins < done:
                at += 1
        return "".join([*parts, text[done:]])

    def _found(self, key: Key) -> _Found:
        return _Found(key, self._forms[key].of)

    def _stretch(
        self, text: str, words: Sequence[Word], at: int, length: int, form: Form, done: int
    ) -> Stretch:
        """What gives way for a name: its titles too, and its role where it stands beside it."""
        begins, ends = _with_titles(text, words, at, done), words[at + length - 1].ends
        role = self._roles.get(form.name, "") if form.name else ""
        return stretch_of(text, begins, ends, role, done)

    def _form_at(self, text: str, words: Sequence[Word], at: int) -> tuple[int, Form | None]:
        """The longest form of a name that begins with a word, and how many words it has."""
        for length in self._lengths.get(words[at].key, ()):
            run = words[at : at + length]
            form = self._forms.get(tuple(word.key for word in run))
            if len(run) < length or form is None or not all(joined(text, *pair) for pair in pairwise(run)):
                continue
            if form.capitalised and not text[words[at].begins].isupper():
                if words[at].key not in self._words:
                    self._passed.setdefault(words[at].key)
                continue
            return length, form
        return 0, None


def _kind_alone(found: _Found) -> str:
    return found.of if found.of == ANY_NAME else one_of(Kind(found.of))


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
    labels = {
        key: role
        for key, role in roles.items()
        if role and (named[key].alike or holders[role.casefold()] == 1)
    }
    taken = {label.casefold() for label in labels.values()}
    given: Counter[str] = Counter()
    kinds = Counter(one.kind for one in named.values())
    for key, one in named.items():
        if key in labels:
            continue
        if one.kind in CONTACTS and not roles[key] and kinds[one.kind] == 1:
            labels[key] = one_of(one.kind)
            continue
        said = roles[key] or str(one.kind)
        label = ""
        while not label or label.casefold() in taken:
            given[said.casefold()] += 1
            label = f"{said} {given[said.casefold()]}"
        labels[key] = label
        taken.add(label.casefold())
    return {key: labels[key] for key in named}
