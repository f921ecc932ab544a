"""What `chatbot assess` prints of each document: a JSON object or a short text."""

from __future__ import annotations

import msgspec

from chatbot.facts import TITLE
from chatbot.framework.assessment import Advice, Assessment
from chatbot.framework.contract import Contract
from chatbot.framework.documents import Document, Refused
from chatbot.framework.model import Framework


class AsJson:
    """One object for each document: a line where there are several, else indented."""

    def __init__(self, framework: Framework) -> None:
        self._contract = Contract(framework)

    def judged(self, document: Document, assessment: Assessment, advice: Advice, several: bool) -> bytes:
        """What is concluded from a document."""
        return _encoded(self._contract.of(assessment, advice, document.statements), several)

    def refused(self, document: Refused, faults: list[str], several: bool) -> bytes:
        """That a document cannot be judged, and why."""
        return _encoded({"error": "\n".join(faults), "document": document.number}, several)


class AsText:
    """A short text for each document, under a heading where there are several."""

    def __init__(self, framework: Framework) -> None:
        from chatbot.commands.summary import Summary

        self._summary = Summary(framework)

    def judged(self, document: Document, assessment: Assessment, advice: Advice, several: bool) -> str:
        """What is concluded from a document."""
        title = document.statements.get(TITLE)
        text = self._summary.of(assessment, advice, title.value if title else "")
        return f"{_heading(document)}{text}\n" if several else text

    def refused(self, document: Refused, _faults: list[str], several: bool) -> str:
        """That a document cannot be judged; why is said elsewhere."""
        return f"{_heading(document)}This document cannot be judged.\n" if several else ""


def _encoded(data: object, several: bool) -> bytes:
    line = msgspec.json.encode(data)
    return line if several else msgspec.json.format(line)


def _heading(document: Document | Refused) -> str:
    return f"Document {document.number}\n\n"
