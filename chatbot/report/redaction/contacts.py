"""What identifies somebody by its form alone: addresses, phone numbers, numbers of accounts and of people.

Dates, times, amounts, versions, standards and the ids of the framework have other forms and stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from chatbot.report.redaction.named import Kind
from chatbot.report.redaction.phones import phones_in

_HIDDEN: Final = "\x00"
"""Stands in place of each character that is something already."""

_TOP: Final = (
    "com|org|net|edu|gov|eu|de|fr|uk|ch|nl|se|dk|pl|cz|es|pt|jp|cn|br|ca|au|io|ai|info|biz|dev|app|cloud|tech"
    "|online|shop|site|example|local|intern|internal|intranet"
)
"""Ends of web addresses that are not words besides, as `it`, `in` or `at` are."""

_NOT_WEB: Final = frozenset(["asp.net", "vb.net", "ado.net", "ml.net"])
_VALUE: Final = r"(?P<value>[^\W_]+(?:[ ./-]\d[^\W_]*|[./-][^\W\d_][^\W_]*)*)"
_TOLD: Final = r"\s*(?:number|num|no|nr|id|#)\b\.?\s*(?:is|was|[:=#])?\s*"

_PATTERNS: Final = (
    (Kind.WEB, re.compile(r"(?<![^\W_])(?:(?:https?|ftp)://|www\.)[^\s<>\"\x00]+", re.IGNORECASE)),
    (
        Kind.ADDRESS,
        re.compile(
            r"(?<![\w.+-])[\w.+-]+(?:@|\s?[(\[]at[)\]]\s?)(?=[\d.-]*[^\W\d_])[^\W_][\w-]*"
            r"(?:\.[\w-]+|\s?[(\[]dot[)\]]\s?[\w-]+)*",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.WEB,
        re.compile(
            rf"(?<![\w.@/-])(?:[^\W_][\w-]*\.)+(?:{_TOP})(?![\w-])(?:\.[a-z]{{2}}\b)?(?:[:/][^\s<>\"\x00]*)?"
        ),
    ),
    (Kind.HANDLE, re.compile(r"(?<![\w.@/])@[^\W\d_](?:[\w.-]*\w)")),
    (
        Kind.ACCOUNT,  # IBAN
        re.compile(
            r"(?<!\w)[A-Z]{2}\d{2}[ -]?[A-Z0-9]{4}(?:[ -]?(?=[A-Z]{0,3}\d)[A-Z0-9]{4}){1,6}"
            r"(?:[ -]?(?=[A-Z]{0,2}\d)[A-Z0-9]{1,3})?(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (Kind.ACCOUNT, re.compile(r"(?<![\w.,-])\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}(?![\w-])")),  # a card
    (
        Kind.ACCOUNT,
        re.compile(
            r"(?<!\w)(?:(?:iban|blz|kontonummer|sort\s+code)\s*(?:is|was|[:=#])?\s*"
            rf"|(?:bank\s+|bank\s+account|account|acct|a/c|card|routing|customer|konto){_TOLD}){_VALUE}",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.ACCOUNT,
        re.compile(
            r"(?<!\w)(?i:bic|swift(?:\s+code)?)\s*(?i:is|was|[:=])?\s*(?P<code>[A-Z]{6}[A-Z0-9]{2,5})(?!\w)"
        ),
    ),
    (
        Kind.NUMBER,
        re.compile(
            r"(?<!\w)(?:passport|personnel|employee|staff|badge|payroll|social\s+security|national\s+insurance"
            rf"|identity(?:\s+card)?|tax|vat){_TOLD}{_VALUE}",
            re.IGNORECASE,
        ),
    ),
    (Kind.NUMBER, re.compile(r"(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-])")),
)
_MAY_HOLD_ONE: Final = re.compile(r"[\d@]|\w\.\w|://|[(\[]at[)\]]|swift|bic", re.IGNORECASE)
"""What every one of them holds; most texts hold none of it."""

_FEWEST_DIGITS: Final = 4
_IBAN_DIGITS: Final = 10
_TELLING_DIGITS: Final = 8
"""A number is known by its last digits, however it begins: with a code of the country or without."""


class Contact(Struct, frozen=True):
    """Something of the kind in a text: where it begins and ends, and what is told apart of it."""

    begins: int
    ends: int
    kind: Kind
    key: tuple[str, str]


def contacts_in(text: str) -> list[Contact]:
    """Everything of the kind in a text, in order; no two overlap."""
    if not _MAY_HOLD_ONE.search(text):
        return []
    found: list[Contact] = []
    for kind, pattern in _PATTERNS:
        these = list(_of(kind, pattern, text))
        found += these
        text = _hidden(text, these) if these else text
    for begins, ends in phones_in(text):
        found.append(Contact(begins, ends, Kind.PHONE, contact_key(Kind.PHONE, text[begins:ends])))
    return sorted(found, key=lambda one: one.begins)


def _of(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Contact]:
    told = next(iter(pattern.groupindex), "")
    for match in pattern.finditer(text):
        begins, ends = match.span(told or 0)
        typed = _without_stops(text[begins:ends], kind)
        if _is(kind, typed, told=told):
            yield Contact(begins, begins + len(typed), kind, contact_key(kind, typed))


def without_contacts(text: str) -> str:
    """A text with nothing of the kind in it, for looking for names."""
    return re.sub(f"{_HIDDEN}+", " ", _hidden(text, contacts_in(text)))


def contacts_as_typed(text: str) -> Iterator[tuple[str, Kind]]:
    """Everything of the kind in a text, as it was typed."""
    for one in contacts_in(text):
        yield text[one.begins : one.ends], one.kind


def contact_key(kind: Kind, typed: str) -> tuple[str, str]:
    """By what two of a kind are told apart, however they are typed."""
    plain = unicodedata.normalize("NFKC", typed).casefold()
    if kind in (Kind.PHONE, Kind.ACCOUNT, Kind.NUMBER):
        told = "".join(one for one in plain if one.isalnum())
        return str(kind), told[-_TELLING_DIGITS:] if kind is Kind.PHONE else told
    plain = re.sub(r"\s?[(\[]at[)\]]\s?", "@", re.sub(r"\s?[(\[]dot[)\]]\s?", ".", plain))
    return str(kind), re.sub(r"^(?:https?|ftp)://(?:www\.)?|^www\.|/$", "", plain)


def _is(kind: Kind, typed: str, *, told: str) -> bool:
    """Whether what has the form is what it looks like.

    Args:
        told: what the words before it tell to follow: the `value` of a number, a `code`, or nothing.
    """
    digits = sum(one.isdigit() for one in typed)
    if told == "value":
        return digits >= _FEWEST_DIGITS
    if kind is Kind.ACCOUNT and typed[:1].isalpha() and not told:
        return _checks(typed) or (typed.isupper() and digits >= _IBAN_DIGITS)
    return kind is not Kind.WEB or typed.casefold() not in _NOT_WEB


def _checks(iban: str) -> bool:
    """Whether the check digits of an IBAN are right (ISO 13616)."""
    plain = "".join(one for one in iban.upper() if one.isascii() and one.isalnum())
    return int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1


def _without_stops(typed: str, kind: Kind) -> str:
    """Without the punctuation of the sentence that an address stands in."""
    if kind is not Kind.WEB:
        return typed
    kept = typed.rstrip(".,;:!?'\u2019*_`|]}>")
    return kept.rstrip(").,;:!?'*_`") if kept.endswith(")") and "(" not in kept else kept


def _hidden(text: str, found: Iterable[Contact]) -> str:
    parts, done = [], 0
    for one in found:
        parts += [text[done : one.begins], _HIDDEN * (one.ends - one.begins)]
        done = one.ends
    return "".join([*parts, text[done:]])
