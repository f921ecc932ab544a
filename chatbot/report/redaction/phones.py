"""Phone numbers in a text, told from dates, amounts, versions and part numbers by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_DATE: Final = re.compile(
    r"(?<![\d.\-/])(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:\d{4}|\d{2}))(?![\d]|[-./]\d)"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_RUN: Final = re.compile(
    r"(?<![\w.,:/\-+\u20ac$\u00a3])"
    r"[+(]{0,2}\d(?:[ \u00a0()./\-\u2010-\u2013]{0,3}\d)*(?![\w%])"
)
_CUE: Final = re.compile(
    r"(?<!\w)(?:(?:tele)?phone|tel|mobile|cell(?:phone)?|fax|hotline|whatsapp|handy|telefon|call\s+(?:me|him|her"
    r"|them|us)|ext|durchwahl)\b\.?\s*(?:number|no|nr|on|at|under)?\.?\s*(?:is|was)?\s*(?P<told>[:=#]?)\s*\Z",
    re.IGNORECASE,
)
_EXTENSION: Final = re.compile(r"(?<!\w)(?:ext|durchwahl)\.?\s*:?\s*\Z", re.IGNORECASE)
_THING: Final = re.compile(
    r"(?<!\w)(?:part|order|item|material|document|drawing|ticket|invoice|batch|lot|serial|version|release"
    r"|revision|rev|article|case|form|standard|iso|din|en|iec|section|clause|chapter|table|sku|eur|usd|chf|gbp"
    r"|[\u20ac$\u00a3])\.?\s*(?:number|no|nr|#)?\.?\s*:?\s*\Z",
    re.IGNORECASE,
)
_AMERICAN: Final = re.compile(r"(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}")
_LOOK_BACK: Final = 40
_WHOLE: Final = range(7, 16)
_NATIONAL: Final = range(8, 13)
_UNBROKEN_NATIONAL: Final = range(10, 13)
_FEWEST_TOLD: Final = 5
_MOST_EXTENSION: Final = 6
_THOUSANDS: Final = 9
_FEWEST_DOTTED: Final = 9


def phones_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, in order."""
    if not any(one.isdigit() for one in text):
        return
    plain = _DATE.sub(lambda found: "x" * len(found[0]), text)
    for found in _RUN.finditer(plain):
        begins, ends = found.span()
        if plain[begins] == "(" and ")" not in found[0]:
            begins += 1
        if _is_phone(plain[begins:ends], plain[max(0, begins - _LOOK_BACK) : begins]):
            yield begins, ends


def _is_phone(run: str, before: str) -> bool:
    groups = re.findall(r"\d+", run)
    digits = "".join(groups)
    cue = _CUE.search(before)
    if cue and not (_in_thousands(groups) and not cue["told"] and run[0] not in "+0("):
        most = _EXTENSION.search(before) and 1 < len(digits) <= _MOST_EXTENSION
        return bool(most) or _FEWEST_TOLD <= len(digits) <= _WHOLE[-1]
    if "+" in run:
        return len(digits) in _WHOLE and not (_in_thousands(groups) and len(digits) <= _THOUSANDS)
    if _THING.search(before):
        return False
    return _AMERICAN.fullmatch(run) is not None or _dialled(run, groups, digits)


def _dialled(run: str, groups: list[str], digits: str) -> bool:
    """Whether it begins as a number is dialled: 0 and an area, or 00 and a country."""
    if digits.startswith("00"):
        return not digits.startswith("000") and len(digits) in range(9 if len(groups) > 1 else 11, 16)
    if not digits.startswith("0") or len(groups[0]) == 1:
        return False
    if len(groups) == 1:
        return len(digits) in _UNBROKEN_NATIONAL
    dotted = set(re.findall(r"[^\d]", run)) == {"."}
    return len(digits) in _NATIONAL and (not dotted or len(digits) >= _FEWEST_DOTTED)


def _in_thousands(groups: list[str]) -> bool:
    """Whether a number is grouped as an amount is."""
    return len(groups) > 1 and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
