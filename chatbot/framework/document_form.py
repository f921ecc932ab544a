"""The form of a document of facts: what it may say, and everything that does not fit it at once.

Checked by hand rather than with pydantic: the form has ten keys, and loading pydantic for them would take
longer than everything else that judging a file does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from chatbot.sources.nodes import Loc
from chatbot.sources.problems import instead, quoted

_DOCUMENT: Final = ("initiative", "facts")
_INITIATIVE: Final = ("title", "ambition", "sector", "distribution_applies")
_FACT: Final = ("level", "evidence", "reason")
_ONE_EACH: Final = "Put each set of facts into a document of its own, with the keys initiative and facts."


class Misfit(msgspec.Struct, frozen=True):
    """Something that does not fit: where it is, whether its key is meant, what is wrong, and what to do."""

    loc: Loc
    key: bool
    what: str
    todo: str


class FactForm(msgspec.Struct, frozen=True):
    """What a document says of one fact."""

    level: str
    evidence: str = ""
    reason: str = ""


class DocumentForm(msgspec.Struct):
    """What a document says; whatever it leaves out was not asked.

    Attributes:
        initiative: by key, without those that are left empty.
        misfits: what does not fit; where there is any, the rest is not to be relied on.
    """

    initiative: dict[str, str] = {}
    facts: dict[str, FactForm] = {}
    misfits: list[Misfit] = []


def form_of(data: object) -> DocumentForm:
    """Check the data of a document against the form."""
    form = DocumentForm()
    if not isinstance(data, dict):
        what = "This is a list." if isinstance(data, list) else "This is not a document of facts."
        form.misfits.append(Misfit((), False, what, _ONE_EACH))
        return form
    _only(data, _DOCUMENT, (), form)
    initiative = _mapping(data, "initiative", form)
    _only(initiative, _INITIATIVE, ("initiative",), form)
    for key in _INITIATIVE:
        text = _text(initiative, key, ("initiative", key), form) if initiative.get(key) is not None else ""
        if text.strip():
            form.initiative[key] = text
    for fact, stated in _mapping(data, "facts", form).items():
        form.facts[fact] = _fact(stated, ("facts", fact), form)
    return form


def _fact(stated: object, loc: tuple[str, str], form: DocumentForm) -> FactForm:
    if not isinstance(stated, dict):
        return FactForm(_text({loc[1]: stated}, loc[1], loc, form))
    _only(stated, _FACT, loc, form)
    if "level" not in stated:
        todo = "Add the key level, as in {level: partial}."
        form.misfits.append(Misfit(loc, False, f"{quoted(loc[1])} has no level.", todo))
    return FactForm(**{key: _text(stated, key, (*loc, key), form) for key in ("level", *_FACT[1:])})


def _only(data: Mapping[str, object], known: tuple[str, ...], loc: Loc, form: DocumentForm) -> None:
    for key in data:
        if key not in known:
            what = f"{quoted(key)} is not a key that is known here."
            form.misfits.append(Misfit((*loc, key), True, what, instead(key, known, "remove it")))


def _mapping(data: Mapping[str, object], key: str, form: DocumentForm) -> Mapping[str, object]:
    """A part that consists of keys with values; left out or left empty, it has none."""
    part = data.get(key)
    if isinstance(part, dict) or part is None:
        return part or {}
    what = f"{quoted(key)} needs keys with values."
    form.misfits.append(Misfit((key,), False, what, "Write one line, key: value, for each."))
    return {}


def _text(data: Mapping[str, object], key: str, loc: Loc, form: DocumentForm) -> str:
    """A text; `true`, `false` and numbers without quotes mean the words."""
    value = data.get(key, "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    if value is None:
        what, todo = f"{quoted(key)} is left empty.", "Either write what it says or leave it out."
    else:
        found = "a list" if isinstance(value, list) else "keys with values"
        what, todo = f"{quoted(key)} needs one word or text, and this is {found}.", "Write it as text."
    form.misfits.append(Misfit(loc, False, what, todo))
    return ""
