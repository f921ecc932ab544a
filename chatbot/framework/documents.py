"""Reading documents of facts, as `chatbot assess` takes them: YAML, JSON or JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

import msgspec

from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Statement
from chatbot.framework.case import CaseRules, Refusal
from chatbot.framework.chunks import Chunk, chunks
from chatbot.framework.document_data import Fault, Places, Unreadable, data_of
from chatbot.framework.document_form import DocumentForm, form_of
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import Place, quoted

_INITIATIVE: Final = {
    "title": TITLE,
    "ambition": AMBITION,
    "sector": SECTOR,
    "distribution_applies": DISTRIBUTION_APPLIES,
}


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One document that can be judged.

    Attributes:
        number: its place in the stream, from 1.
        statements: what it says of each fact; those of the initiative are among them.
    """

    number: int
    statements: Mapping[FactId, Statement]


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """One document that cannot be judged, with everything that is wrong, each at its line of the stream."""

    number: int
    faults: tuple[Fault, ...]


def read_documents(
    stream: BinaryIO, rules: CaseRules, *, json_lines: bool = False
) -> Iterator[Document | Refused]:
    """The documents of a stream, each as soon as it is complete.

    Args:
        rules: what the framework accepts.
        json_lines: whether every line is a document, whatever it looks like.
    """
    for number, chunk in enumerate(chunks(stream, json_lines=json_lines), start=1):
        try:
            yield Document(number=number, statements=_statements(chunk, rules))
        except Unreadable as error:
            faults = [_in_stream(fault, chunk) for fault in error.faults]
            yield Refused(number=number, faults=tuple(faults))


def _statements(chunk: Chunk, rules: CaseRules) -> dict[FactId, Statement]:
    """What a document says.

    Raises:
        Unreadable: something in it cannot be used.
    """
    data, places = data_of(chunk)
    form = form_of(data)
    if form.misfits:
        raise Unreadable(*(Fault(place=places(x.loc, x.key), what=x.what, todo=x.todo) for x in form.misfits))
    statements, faults = _stated(form, places)
    for refusal in rules.refusals(statements):
        loc, key = _loc_of(refusal, form)
        faults.append(Fault(place=places(loc, key), what=refusal.what, todo=refusal.todo))
    if faults:
        raise Unreadable(*faults)
    return statements


def _stated(form: DocumentForm, places: Places) -> tuple[dict[FactId, Statement], list[Fault]]:
    statements: dict[FactId, Statement] = {}
    faults = []
    for name, fact in _INITIATIVE.items():
        if name in form.initiative:
            statements[fact] = Statement(fact=fact, value=form.initiative[name])
    for id, stated in form.facts.items():
        fact = FactId(id)
        if fact in statements:
            what = f"{quoted(id)} is stated twice: here and under initiative."
            faults.append(Fault(place=places(("facts", id), True), what=what, todo="Remove one of the two."))
            continue
        statements[fact] = Statement(
            fact=fact, value=stated.level, reason=stated.reason, evidence=stated.evidence
        )
    return statements, faults


def _loc_of(refusal: Refusal, form: DocumentForm) -> tuple[Loc, bool]:
    """Where what is refused stands in a document, and whether its key is meant."""
    if refusal.fact not in form.facts:
        return ("initiative", refusal.fact.partition(".")[2]), False
    inside = () if refusal.part == "fact" else (refusal.part,)
    return ("facts", refusal.fact, *inside), refusal.part == "fact"


def _in_stream(fault: Fault, chunk: Chunk) -> Fault:
    # What is missing at the end is missed by the reader on the line after it.
    line = min(fault.place.line, max(len(chunk.lines), 1))
    return msgspec.structs.replace(fault, place=Place(line + chunk.line - 1, fault.place.column))
