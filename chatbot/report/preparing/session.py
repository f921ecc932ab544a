"""Preparing a session: from a dialog and what is known of the initiative to the sheets as documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from chatbot.dialog.script import Script
from chatbot.errors import UsageError
from chatbot.facts import AMBITION, Facts
from chatbot.framework.assess import Assessor
from chatbot.framework.initiative import CaseError
from chatbot.framework.model import Framework
from chatbot.report.document.nodes import Document
from chatbot.report.preparing.prepared import Prepared, Sheet
from chatbot.report.theme.texts import Texts
from chatbot.room.guests import Guest
from chatbot.room.planning import Planner, plan
from chatbot.sources.problems import instead, quoted


class SheetKind(StrEnum):
    """What is handed out."""

    AGENDA = "agenda"
    PARTICIPANTS = "participants"
    FACILITATOR = "facilitator"


class Session(Struct, frozen=True, kw_only=True):
    """What somebody wants a session to be like.

    Attributes:
        minutes: how long it is.
        known: what is settled beforehand of the initiative.
        starts: when it begins, if that is known; `day_only` where only the day is.
        personal: a sheet for each guest in place of one for everybody.
        made: the date of the files.
    """

    minutes: int
    known: Facts
    guests: tuple[Guest, ...] = ()
    starts: datetime | None = None
    day_only: bool = False
    send_to: str = ""
    personal: bool = False
    made: str


class Made(Struct, frozen=True, kw_only=True):
    """One document, and for whom it is where it is for one person."""

    kind: SheetKind
    document: Document
    guest: Guest | None = None


def prepared(script: Script, framework: Framework, session: Session) -> Prepared:
    """The session as it was planned.

    Raises:
        UsageError: it cannot be planned so, and what would work.
    """
    assessor = Assessor(framework)
    known = dict(session.known)
    models = [model.id for model in framework.models]
    aim = known.get(AMBITION)
    if aim is not None and aim not in models:
        raise UsageError(f"There is no value model {quoted(aim)}.", todo=instead(aim, models))
    try:
        assessor.survey(known)
    except CaseError as error:
        raise UsageError(error.what, todo="Leave out one of --ambition and --no-customers.") from error
    planner = Planner(script, assessor, known)
    return Prepared(
        script=script,
        framework=framework,
        known=known,
        agenda=plan(planner, session.minutes),
        steering=planner.ways.steering,
        bearings=planner.bearings,
        guests=session.guests,
        starts=session.starts,
        day_only=session.day_only,
        send_to=session.send_to,
        made=session.made,
    )


def documents(
    ready: Prepared, kinds: tuple[SheetKind, ...], texts: Texts, *, personal: bool = False
) -> Iterator[Made]:
    """The documents, in the order of their kinds and of the guests."""
    sheet = Sheet(ready, texts)
    for kind in kinds:
        if kind is SheetKind.AGENDA:
            from chatbot.report.preparing.agenda_sheet import agenda_sheet

            yield Made(kind=kind, document=agenda_sheet(sheet))
        elif kind is SheetKind.FACILITATOR:
            from chatbot.report.preparing.facilitator_sheet import facilitator_sheet

            yield Made(kind=kind, document=facilitator_sheet(sheet))
        else:
            from chatbot.report.preparing.participants_sheet import participants_sheet

            for guest in ready.guests if personal else (None,):
                yield Made(kind=kind, document=participants_sheet(sheet, guest), guest=guest)
