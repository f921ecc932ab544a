"""Sessions that were prepared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from chatbot.dialog.load import load_script
from chatbot.facts import AMBITION, SECTOR, TITLE
from chatbot.framework.load import load_framework
from chatbot.report.document.nodes import Document
from chatbot.report.preparing.prepared import Prepared
from chatbot.report.preparing.session import Session, SheetKind, documents, prepared
from chatbot.report.theme.ours import our_words
from chatbot.report.theme.texts import Texts
from chatbot.room.guests import Guest
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

Preparing = Callable[..., Prepared]

TEXTS = Texts(our_words().texts)
KNOWN = {TITLE: "ChangeLink", AMBITION: "expert", SECTOR: "manufacturing"}


@pytest.fixture(scope="session")
def preparing() -> Preparing:
    """Prepare a session as wished; by default ninety minutes about an initiative that is known."""

    def prepare(dialog: str = "readiness", **wished: object) -> Prepared:
        session: dict[str, object] = {
            "minutes": 90,
            "known": KNOWN,
            "made": "2026-05-04T00:00:00+00:00",
            "starts": datetime(2026, 5, 4, 9, 30),  # noqa: DTZ001 - the clock on the wall of the room
        }
        framework = load_framework(knowledge_bundle())
        return prepared(load_script(dialog_bundle(dialog)), framework, Session(**{**session, **wished}))  # type: ignore[arg-type]  # what a test wishes for

    return prepare


def sheet(ready: Prepared, kind: SheetKind, guest: Guest | None = None) -> Document:
    """One of the documents."""
    made = list(documents(ready, (kind,), TEXTS, personal=guest is not None))
    return next(one.document for one in made if one.guest == guest)
