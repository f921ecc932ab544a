"""The report of one interview as JSON: the same content with stable keys, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import UNSET, Raw, convert
from msgspec.json import encode

from chatbot.conversation.utterances import Speaker
from chatbot.facts import AMBITION, DISTRIBUTION_APPLIES, SECTOR, TITLE, FactId, Level, Statement
from chatbot.report.content.contents import Content, Framing, Provenance, Source
from chatbot.report.content.fates import Fate
from chatbot.report.content.judged import Finding
from chatbot.report.content.redaction import redaction
from chatbot.report.content.spoken import GivenAnswer, Turn
from chatbot.report.content.tensions import TensionText
from chatbot.report.data.interview_form import (
    AboutForm,
    FrameworkForm,
    InitiativeForm,
    InterviewReport,
    LeftOutForm,
    ProvenanceForm,
    SourceForm,
    WorkForm,
)
from chatbot.report.data.room_form import RoomForm
from chatbot.report.data.spoken_form import (
    AnswerSaid,
    BotTurn,
    ContradictionSaid,
    ExplanationSaid,
    FactSaid,
    NoteSaid,
    PersonTurn,
    SaidOfFact,
    TensionSaid,
    TurnSaid,
    Unanswered,
)
from chatbot.report.data.words_form import InWords
from chatbot.report.published import written

_INITIATIVE: Final = frozenset({TITLE, AMBITION, SECTOR, DISTRIBUTION_APPLIES})


def to_json(content: Content, *, transcript: bool = True) -> str:
    """One report as an indented JSON object; `chatbot report --schema` says what its keys mean.

    Args:
        transcript: whether to write everything that was said in order; if not, its key is null.
    """
    return written(interview_report(content, transcript=transcript))


def interview_report(content: Content, *, transcript: bool = True) -> InterviewReport:
    """The same as the object that is written."""
    judged, spoken, gone = content.judged, content.spoken, content.contradiction
    return InterviewReport(
        progress=content.progress,
        waiting=content.waiting,
        left_out=convert(content.left_out, LeftOutForm | None, from_attributes=True),
        contradiction=ContradictionSaid(says=gone.says, between=_facts_said(gone.between)) if gone else None,
        redacted=content.redacted,
        redaction=redaction(content.redacted, content.given),
        initiative=_initiative(content.statements),
        about=convert(content.initiative, AboutForm, from_attributes=True),
        facts=dict(_facts(content.statements)),
        assessment=Raw(encode(content.assessment)),
        why=judged.why if judged else None,
        work=convert(judged.work, WorkForm, from_attributes=True) if judged else None,
        in_words=convert(judged, InWords | None, from_attributes=True),
        answers=tuple(map(_answer, spoken.answers)),
        notes=tuple(
            NoteSaid(
                kind=note.kind,
                question=note.question,
                ask=note.ask,
                words=note.text,
                at=note.at,
                who=note.who,
            )
            for note in spoken.notes
        ),
        tensions=tuple(map(_tension, content.tensions)),
        unanswered=tuple(
            Unanswered(question=gap.question, topic=gap.topic, ask=gap.ask, skipped=gap.skipped)
            for gap in spoken.gaps
        ),
        transcript=tuple(map(_turn, spoken.transcript)) if transcript else None,
        room=convert(content.room, RoomForm | None, from_attributes=True),
        framework=_framework(content.framing),
        provenance=_provenance(content.provenance),
    )


def _initiative(statements: Mapping[FactId, Statement]) -> InitiativeForm:
    def said(fact: FactId) -> str | None:
        return str(statements[fact].value) if fact in statements else None

    return InitiativeForm(
        title=said(TITLE),
        ambition=said(AMBITION),
        sector=said(SECTOR),
        distribution_applies=said(DISTRIBUTION_APPLIES),
    )


def _facts(statements: Mapping[FactId, Statement]) -> Iterator[tuple[str, SaidOfFact]]:
    """The facts of the framework and of the conversation, as `chatbot assess` reads them."""
    for fact, said in statements.items():
        if fact not in _INITIATIVE:
            yield (
                fact,
                SaidOfFact(
                    level=str(said.value),
                    reason=said.reason if said.value == Level.NOT_APPLICABLE else UNSET,
                    evidence=said.evidence or UNSET,
                ),
            )


def _facts_said(findings: Iterable[Finding]) -> tuple[FactSaid, ...]:
    return tuple(
        FactSaid(
            fact=finding.fact,
            label=finding.label,
            level=str(finding.level),
            standing=finding.standing,
            reason=finding.reason,
            words=finding.quote.words if finding.quote else "",
        )
        for finding in findings
    )


def _tension(tension: TensionText) -> TensionSaid:
    return TensionSaid(
        id=tension.id,
        title=tension.title,
        between=_facts_said(tension.between),
        ask=tension.ask,
        reason=tension.reason,
        source=tension.source,
        reading=tension.reading,
        explained=tension.explained,
        explanations=tuple(
            ExplanationSaid(words=one.text, at=one.at, who=one.who, declined=one.declined)
            for one in tension.explanations
        ),
    )


def _answer(answer: GivenAnswer) -> AnswerSaid:
    return AnswerSaid(
        question=answer.question,
        topic=answer.topic,
        ask=answer.ask,
        kind=answer.kind,
        option=answer.option,
        levels={str(fact): str(level) for fact, level in answer.levels.items()},
        reasons={str(fact): reason for fact, reason in answer.reasons.items()},
        text=answer.text,
        understood=answer.in_words,
        words=answer.words,
        remark=answer.remark,
        own_words=answer.own_words,
        at=answer.at,
        who=answer.who,
        fate=answer.fate,
        superseded=answer.fate in (Fate.CHANGED, Fate.TAKEN_BACK),
    )


def _turn(turn: Turn) -> TurnSaid:
    if turn.speaker is Speaker.BOT:
        return BotTurn(kind=turn.kind, topic=turn.topic, question=turn.question, text=turn.text, at=turn.at)
    return PersonTurn(
        kind=turn.kind,
        topic=turn.topic,
        question=turn.question,
        words=turn.text,
        at=turn.at,
        who=turn.who,
        fate=turn.fate,
        made=turn.made,
    )


def _framework(framing: Framing) -> FrameworkForm:
    return convert(framing, FrameworkForm, from_attributes=True)


def _provenance(provenance: Provenance) -> ProvenanceForm:
    return ProvenanceForm(
        interview=provenance.interview,
        dialog=_source(provenance.dialog),
        framework=_source(provenance.framework),
        program=provenance.program,
        first=provenance.first,
        last=provenance.last,
        events=provenance.events,
        participants=provenance.participants,
        unrecognised=dict(provenance.unrecognised),
        again=provenance.again,
    )


def _source(source: Source) -> SourceForm:
    return SourceForm(id=source.id, title=source.title, hash=source.hash)
