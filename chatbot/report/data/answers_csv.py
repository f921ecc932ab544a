r"""The answers of an interview as CSV: what people paste into a spreadsheet, a row for each thing said.

A choice or a text is one row, each point of a checklist is one; what was added beside the answers and what is
not answered have rows of their own, so that no word is lost. What was said comes first, in order.

- It is UTF-8 with a byte order mark: without one, Excel takes the file for the code page of the machine.
  Python reads it with `encoding="utf-8-sig"`. For the rest it is RFC 4180: commas, CRLF, cells in quotes.
- A cell that a spreadsheet could take for a formula has an apostrophe before it, and so has one that begins
  with an apostrophe itself. A spreadsheet that separates at semicolons or tabs, as Excel does in much of
  Europe, splits cells there and at line breaks: what it could take for a formula after one of these has an
  apostrophe before it too. What was said is read back exactly by taking away the first of each:
  `re.sub(r"([;\t\r\n](?:[^\S\t\r\n]|\")*)'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20])", r"\1",
  cell.removeprefix("'"))`.
- Characters that control or reorder a text are signs, as in every report.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import astuple, replace

from chatbot.conversation.utterances import Kind, Speaker
from chatbot.dialog.script import QuestionKind
from chatbot.facts import Statement
from chatbot.interview.kept import KeptAs
from chatbot.report.content.contents import Content
from chatbot.report.content.fates import Fate
from chatbot.report.content.spoken import GivenAnswer
from chatbot.report.document.signs import signs

MARK: Final = "\ufeff"
"""The byte order mark."""

_FORMULA: Final = re.compile(
    "[\\s\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20]"  # the last four are the wide forms of the first
    "|[\\t\\r\\n']"
)
_INSIDE: Final = re.compile("([;\\t\\r\\n](?:[^\\S\\t\\r\\n]|\")*)(?='*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet with other separators may begin a cell that it takes for a formula."""

_BESIDE: Final = frozenset({Kind.NOTE, Kind.EVIDENCE, Kind.DISSENT, Kind.PARKED, Kind.ACTION})
_BECAME: Final = {
    Fate.STANDS: "stands",
    Fate.CHANGED: "changed later",
    Fate.TAKEN_BACK: "taken back",
    Fate.SET_ASIDE: "set aside: the question no longer applies",
    Fate.HELD_BACK: "does not count: another entry says otherwise",
}


class Row(Struct, frozen=True, kw_only=True):
    """One row; the names of the fields are the header.

    Attributes:
        kind: `answer`, `note`, `evidence`, `remark`, `explanation` (of answers that seemed not to fit
            together) or `unanswered`; in a room also `vote`, `dissent`, `parked` and `action`.
        topic: the title of the topic.
        question: the id of the question.
        asked: the question in words.
        point: of a checklist, what the row is about, in words.
        fact: the ids of the facts that the answer states.
        answer: what was understood, in the words of the dialog.
        level: the id of the level or, of several facts, of each.
        words: what was typed, word for word.
        reason: why something does not apply.
        evidence: what was named that shows that the answer is so, while it counts.
        who: the participant.
        when: as ISO 8601 with the zone.
        became: what became of it.
        redacted: `yes` where names and contact details gave way to what they are, `no` where they stand as
            they were said. A table has no place for a notice, and what is said while it is made does not
            travel with it; a column does, also with a part of the rows.
    """

    kind: str
    topic: str = ""
    question: str = ""
    asked: str = ""
    point: str = ""
    fact: str = ""
    answer: str = ""
    level: str = ""
    words: str = ""
    reason: str = ""
    evidence: str = ""
    who: str = ""
    when: str = ""
    became: str = ""
    redacted: str = "no"


HEADER: Final = Row.__struct_fields__


def answers_csv(content: Content) -> str:
    """The answers of an interview; the same content always gives the same text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADER)
    redacted = "no" if content.redacted is None else "yes"
    for row in _Rows(content).all():
        row = replace(row, redacted=redacted)
        writer.writerow([guarded(signs(cell)) for cell in astuple(row)])
    return MARK + text.getvalue()


def guarded(cell: str) -> str:
    """A cell that a spreadsheet takes for text, also in pieces; how it is read back is said above."""
    inside = _INSIDE.sub(r"\1'", cell)
    return f"'{inside}" if _FORMULA.match(cell) else inside


class _Rows:
    """The rows of one interview."""

    def __init__(self, content: Content) -> None:
        self._content = content
        spoken = content.spoken
        self._asked: dict[str, str] = {}
        self._topics: dict[str, str] = {}
        for questions in (spoken.gaps, spoken.answers):
            self._asked.update((one.question, one.ask) for one in questions)
            self._topics.update((one.question, one.topic) for one in questions)
        self._asked.update((one.question, one.ask) for one in spoken.notes)
        self._stated: dict[str, list[Statement]] = {}
        for said in content.statements.values():
            self._stated.setdefault(said.question, []).append(said)
        self._evidence: dict[str, list[str]] = {}
        for note in spoken.notes:
            if note.kind is KeptAs.EVIDENCE:
                self._evidence.setdefault(note.question, []).append(note.text)

    def all(self) -> Iterator[Row]:
        """Every row: the answers, what was added beside them, and what is not answered."""
        for answer in self._content.spoken.answers:
            yield from self._of_answer(answer)
        yield from self._votes()
        yield from self._beside()
        for gap in self._content.spoken.gaps:
            became = "passed over" if gap.skipped else "not asked yet"
            yield Row(kind="unanswered", topic=gap.topic, question=gap.question, asked=gap.ask, became=became)

    def _of_answer(self, answer: GivenAnswer) -> Iterator[Row]:
        evidence = self._evidence.get(answer.question, ()) if answer.fate is Fate.STANDS else ()
        row = Row(
            kind="answer",
            topic=answer.topic,
            question=answer.question,
            asked=answer.ask,
            answer=answer.in_words,
            words=answer.words,
            evidence="\n".join(evidence),
            who=answer.who,
            when=answer.at,
            became=_BECAME[answer.fate],
        )
        if answer.kind is not QuestionKind.CHECKLIST or not answer.points:
            yield self._with_facts(answer, row)
            return
        for point in answer.points:
            yield replace(
                row,
                point=point.label,
                fact=point.fact,
                answer=point.in_words,
                level=point.level,
                reason=answer.reasons.get(point.fact, ""),
            )

    def _with_facts(self, answer: GivenAnswer, row: Row) -> Row:
        """With what a choice or a text states, while it counts."""
        if answer.fate is not Fate.STANDS:
            return row
        stated = self._stated.get(answer.question, ())
        reasons = dict.fromkeys(said.reason for said in stated if said.reason)
        return replace(
            row,
            fact="; ".join(said.fact for said in stated),
            level="" if answer.kind is QuestionKind.TEXT else "; ".join(str(said.value) for said in stated),
            reason="; ".join(reasons),
        )

    def _votes(self) -> Iterator[Row]:
        """Every vote of a room, also those that were changed later."""
        for ballot in self._content.room.ballots if self._content.room else ():
            for vote in ballot.votes:
                yield Row(
                    kind="vote",
                    topic=ballot.topic,
                    question=ballot.question,
                    asked=ballot.ask,
                    point=ballot.point,
                    fact=ballot.fact,
                    answer=vote.label,
                    level=vote.value if ballot.fact else "",
                    words=vote.words,
                    reason=vote.reason,
                    who=vote.who,
                    when=vote.at,
                    became=_BECAME[vote.fate],
                )

    def _beside(self) -> Iterator[Row]:
        """What was added beside the answers, also what was taken back."""
        about = {
            (said.text, said.at): tension.ask
            for tension in self._content.tensions
            for said in tension.explanations
        }
        for turn in self._content.spoken.transcript:
            if turn.speaker is Speaker.PERSON and turn.kind in _BESIDE:
                explains = about.get((turn.text, turn.at), "")
                yield Row(
                    kind="explanation" if explains else turn.kind,
                    topic=turn.topic,
                    question=turn.question,
                    asked=explains or self._asked.get(turn.question, ""),
                    words=turn.text,
                    who=turn.who,
                    when=turn.at,
                    became=_BECAME[turn.fate],
                )
        for answer in self._content.spoken.answers:
            if answer.remark:
                fate = Fate.TAKEN_BACK if answer.fate is Fate.TAKEN_BACK else Fate.STANDS
                yield Row(
                    kind="remark",
                    topic=answer.topic,
                    question=answer.question,
                    asked=answer.ask,
                    words=answer.remark,
                    who=answer.who,
                    when=answer.at,
                    became=_BECAME[fate],  # it outlasts a change of its answer
                )
