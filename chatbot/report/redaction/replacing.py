"""Putting what somebody is in place of what they are called, in every form of the name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from chatbot.report.redaction.named import Kind, Named, Replaced
from chatbot.report.redaction.wording import PARTICLES, TITLES

_BRACKETS: Final = re.compile(r"[\[\]]+")
_TITLED: Final = rf"(?:(?<!\w)(?i:{'|'.join(sorted(TITLES))})(?!\w)\.?\s*)*"
"""Titles in front of a name go with it."""

_UNSPACED: Final = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that put no space between words, as Unicode begins the names of their characters."""


class Replacing:
    """Replaces names in texts, the same name always by the same words, and counts.

    Args:
        named: the names; of one that occurs several times, a role that is known somewhere counts everywhere.
        ordinary: words that are no part of a name when they stand alone, in lower case.
    """

    def __init__(self, named: Iterable[Named], ordinary: frozenset[str]) -> None:
        self._named = _once(named)
        self._labels = _labels(self._named)
        self._parts = _parts(self._named, ordinary)
        self._times: Counter[str] = Counter()
        whole = [_pattern(key, any_case=True) for key in sorted(self._named, key=_longest_first)]
        self._within_roles = re.compile("|".join(whole)) if whole else None
        parts = [_pattern(part, any_case=False) for part in sorted(self._parts, key=_longest_first)]
        self._pattern = re.compile(f"{_TITLED}(?P<name>{'|'.join([*whole, *parts])})") if whole else None

    def text(self, typed: str) -> str:
        """A text without the names; one that holds none stays exactly as it was typed."""
        composed = unicodedata.normalize("NFC", typed)
        if self._pattern is None or not self._pattern.search(composed):
            return typed
        return self._pattern.sub(self._instead, composed)

    def who(self, participant: str) -> str:
        """What stands for a participant."""
        key = _key(participant)
        return self._label(key) if key in self._labels else participant

    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced so far, in the order in which it was named."""
        return tuple(
            Replaced(name=one.name, by=self._label(key), times=self._times[key])
            for key, one in self._named.items()
        )

    def _instead(self, found: re.Match[str]) -> str:
        key = _key(found["name"])
        if key not in self._named:
            only = self._parts[found["name"]]
            if only is None:  # the part of several names
                return f"[{Kind.PERSON}]"
            key = only
        self._times[key] += 1
        return f"[{self._label(key)}]"

    def _label(self, key: str) -> str:
        """What stands for a name; a role that was given with a name in it loses that name."""
        label = self._labels[key]
        return self._within_roles.sub(Kind.PERSON, label) if self._within_roles else label


def _once(named: Iterable[Named]) -> dict[str, Named]:
    """Each name once, in the order of their first, with a role where one is known."""
    found: dict[str, Named] = {}
    for one in named:
        key, kept = _key(one.name), found.get(_key(one.name))
        if key and kept is None:
            found[key] = one
        elif kept is not None and one.role and not kept.role:
            found[key] = Named(name=kept.name, kind=kept.kind, role=one.role)
    return found


def _labels(named: Mapping[str, Named]) -> dict[str, str]:
    """What stands for each name: its role, counted where several have the same, or what it is, counted."""
    roles = {key: _BRACKETS.sub("", " ".join(one.role.split())) for key, one in named.items()}
    holders = Counter(role.casefold() for role in roles.values())
    given: Counter[str] = Counter()
    labels = {}
    for key, one in named.items():
        role = roles[key]
        counted = role.casefold() or one.kind
        given[counted] += 1
        labels[key] = role if role and holders[counted] == 1 else f"{role or one.kind} {given[counted]}"
    return labels


def _parts(named: Mapping[str, Named], ordinary: frozenset[str]) -> dict[str, str | None]:
    """The parts of people's names that stand for them alone, such as a surname, also in capital letters.

    Each with the name that it is a part of; with nothing where it is a part of several.
    """
    parts: dict[str, str | None] = {}
    for key, one in named.items():
        if one.kind in (Kind.PERSON, Kind.PARTICIPANT):
            for part in _telling(unicodedata.normalize("NFC", one.name).split(), ordinary):
                parts[part] = key if parts.get(part, key) == key else None
    return {part: key for part, key in parts.items() if _key(part) not in named}


def _telling(words: list[str], ordinary: frozenset[str]) -> Iterator[str]:
    for word in words if len(words) > 1 else ():
        plain = word.rstrip(".").casefold()
        if len(plain) > 1 and plain[0].isalpha() and plain not in PARTICLES and plain not in ordinary:
            yield from dict.fromkeys((word, word.capitalize(), word.upper()))


def _pattern(form: str, *, any_case: bool) -> str:
    """A form, with any white space between its words and, where words have spaces, no letter beside it."""
    inner = r"\s+".join(re.escape(word) for word in form.split())
    body = f"(?i:{inner})" if any_case else inner
    return rf"(?<!\w){body}(?!\w)" if form.isascii() or _is_spaced(form) else body


def _is_spaced(form: str) -> bool:
    return not any(unicodedata.name(character, "").startswith(_UNSPACED) for character in form)


def _longest_first(form: str) -> tuple[int, str]:
    return -len(form), form


def _key(name: str) -> str:
    """A name as names are compared: composed, in lower case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).lower().split())
