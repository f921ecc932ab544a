"""The report as JSON: the same content with stable keys, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from chatbot.conversation.utterances import Speaker
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Level, Statement
from chatbot.framework.contract import Json
from chatbot.report.content.contents import Content, Contradiction, Framing, Provenance, Source
from chatbot.report.content.judged import Finding, Judged
from chatbot.report.content.left_out import LeftOut
from chatbot.report.content.spoken import Fate, Gap, GivenAnswer, Note, Turn
from chatbot.report.content.tensions import TensionText

VERSION: Final = 1
"""Changes when a key is removed or comes to mean something else."""

_INITIATIVE: Final = (TITLE, AMBITION, SECTOR, DISTRIBUTION_APPLIES)


def to_json(content: Content) -> str:
    """One report as an indented JSON object.

    Of two interviews with the same answers it differs only in `words`, in times and in ids.
    """
    return msgspec.json.format(msgspec.json.encode(as_data(content))).decode() + "\n"


def as_data(content: Content) -> dict[str, Json]:
    """The object that `to_json` writes; its keys are always the same and in the same order."""
    judged = content.judged
    return {
        "version": VERSION,
        "progress": content.progress,
        "waiting": content.waiting,
        "left_out": _left_out(content.left_out),
        "contradiction": _contradiction(content.contradiction),
        "initiative": {
            fact.partition(".")[2]: content.statements[fact].value if fact in content.statements else None
            for fact in _INITIATIVE
        },
        "facts": _facts(content.statements),
        "assessment": dict(content.assessment) if content.assessment is not None else None,
        "why": judged.why if judged else None,
        "work": _work(judged) if judged else None,
        "answers": [_answer(answer) for answer in content.spoken.answers],
        "notes": [_note(note) for note in content.spoken.notes],
        "tensions": [_tension(one) for one in content.tensions],
        "unanswered": [_gap(gap) for gap in content.spoken.gaps],
        "transcript": [_turn(turn) for turn in content.spoken.transcript],
        "framework": _framing(content.framing),
        "provenance": _provenance(content.provenance),
    }


def _contradiction(contradiction: Contradiction | None) -> Json:
    if contradiction is None:
        return None
    return {"says": contradiction.says, "between": [_finding(one) for one in contradiction.between]}


def _finding(finding: Finding) -> Json:
    words = finding.quote.words if finding.quote else ""
    return {"fact": finding.fact, "label": finding.label, "level": str(finding.level), "words": words}


def _left_out(left_out: LeftOut | None) -> Json:
    if left_out is None:
        return None
    return {
        "questions": _texts(left_out.questions),
        "decided": left_out.decided,
        "warnings": _texts(left_out.warnings),
    }


def _tension(tension: TensionText) -> Json:
    return {
        "id": tension.id,
        "title": tension.title,
        "between": [_finding(one) for one in tension.between],
        "ask": tension.ask,
        "explained": tension.explained,
        "explanations": [
            {"words": one.text, "at": one.at, "who": one.who, "declined": one.declined}
            for one in tension.explanations
        ],
    }


def _facts(statements: Mapping[FactId, Statement]) -> Json:
    """The facts of the framework and of the conversation, as `chatbot assess` reads them."""
    facts: dict[str, Json] = {}
    for fact, said in statements.items():
        if fact in _INITIATIVE:
            continue
        told: dict[str, Json] = {"level": str(said.value)}
        if said.value == Level.NOT_APPLICABLE:
            told["reason"] = said.reason
        if said.evidence:
            told["evidence"] = said.evidence
        facts[fact] = told
    return facts


def _work(judged: Judged) -> Json:
    work = judged.work
    return {
        "model": work.model,
        "title": work.title,
        "delivers": work.delivers,
        "steps": _texts(work.steps),
        "measure": work.measure,
        "lens": work.lens,
        "here": work.here,
    }


def _answer(answer: GivenAnswer) -> Json:
    return {
        "question": answer.question,
        "topic": answer.topic,
        "ask": answer.ask,
        "kind": str(answer.kind),
        "option": answer.option,
        "levels": {str(fact): str(level) for fact, level in answer.levels.items()},
        "reasons": {str(fact): reason for fact, reason in answer.reasons.items()},
        "text": answer.text,
        "understood": answer.in_words,
        "words": answer.words,
        "at": answer.at,
        "who": answer.who,
        "fate": str(answer.fate),
        "superseded": answer.fate in (Fate.CHANGED, Fate.TAKEN_BACK),
    }


def _note(note: Note) -> Json:
    told: dict[str, Json] = {"kind": str(note.kind), "question": note.question, "ask": note.ask}
    return told | {"words": note.text, "at": note.at, "who": note.who}


def _gap(gap: Gap) -> Json:
    return {"question": gap.question, "topic": gap.topic, "ask": gap.ask, "skipped": gap.skipped}


def _turn(turn: Turn) -> Json:
    told: dict[str, Json] = {"speaker": str(turn.speaker), "kind": str(turn.kind)}
    told |= {"topic": turn.topic, "question": turn.question}
    if turn.speaker is Speaker.BOT:
        return told | {"text": turn.text}
    return told | {"words": turn.text, "at": turn.at, "who": turn.who, "fate": str(turn.fate)}


def _framing(framing: Framing) -> Json:
    readings: list[Json] = [
        {"subject": reading.subject, "statement": reading.statement, "reading": reading.reading}
        for reading in framing.readings
    ]
    return {
        "title": framing.title,
        "origin": framing.origin,
        "idea": framing.idea,
        "readings": readings,
        "boundary": _texts(framing.boundary),
    }


def _provenance(provenance: Provenance) -> Json:
    return {
        "interview": provenance.interview,
        "dialog": _source(provenance.dialog),
        "framework": _source(provenance.framework),
        "program": provenance.program,
        "first": provenance.first,
        "last": provenance.last,
        "events": provenance.events,
        "participants": _texts(provenance.participants),
        "unrecognised": dict(provenance.unrecognised),
        "again": provenance.again,
    }


def _source(source: Source) -> Json:
    return {"id": source.id, "title": source.title, "hash": source.hash}


def _texts(texts: Iterable[str]) -> list[Json]:
    return list(texts)
