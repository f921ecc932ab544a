"""The answers as CSV: every word is there, read back as it was said, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.report.content.contents import Content
from chatbot.report.data.answers_csv import HEADER, MARK, answers_csv, guarded
from chatbot.report.document.signs import signs
from tests.conftest import Begin
from tests.interviewees import steps
from tests.long_interviews import long_interview
from tests.report.conftest import Answering, content
from tests.report.data.cells import read_back
from tests.report.test_tensions import USAGE, talked

SEVERAL = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
TITLE = QuestionId("initiative_title")

HOSTILE = [
    '=HYPERLINK("https://example.org")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    '"=1',
    "'=1",
    " =1",
    "\uff1d1",
    "'",
    "=1,2;3\t4",
    "a;=1",
    "a\n- b",
    "a\t ''@SUM(A1)",
    'a;"+1',
    'a "quoted" word, and a comma\nand a line',
]


def cells(report: Content) -> list[dict[str, str]]:
    """The rows as a program reads them, as they stand."""
    text = answers_csv(report).encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def rows(report: Content) -> list[dict[str, str]]:
    """The same with what was said, word for word."""
    return [{key: read_back(cell) for key, cell in row.items()} for row in cells(report)]


def of_kind(report: Content, kind: str) -> list[str]:
    return [row["words"] for row in rows(report) if row["kind"] == kind]


@SEVERAL
@given(data=st.data())
def test_every_answer_note_piece_of_evidence_and_remark_is_found(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), most=25))
    report = content(interview)
    found = rows(report)
    answered = [(row["question"], row["words"], row["when"]) for row in found if row["kind"] == "answer"]
    assert list(dict.fromkeys(answered)) == list(
        dict.fromkeys((one.question, one.words, one.at) for one in report.spoken.answers)
    )
    understood = {(row["question"], row["answer"]) for row in found}
    for answer in report.spoken.answers:
        points = answer.points or [answer]
        assert {(answer.question, signs(one.in_words)) for one in points} <= understood
    for note in report.spoken.notes:
        assert signs(note.text) in of_kind(report, note.kind)
    unanswered = [row["question"] for row in found if row["kind"] == "unanswered"]
    assert unanswered == [gap.question for gap in report.spoken.gaps]


@SEVERAL
@given(words=st.text() | st.text(alphabet=";\n\t \"'=-@a") | st.sampled_from(HOSTILE))
def test_what_was_said_is_read_back_and_is_no_formula(words: str) -> None:
    cell = guarded(words)
    assert read_back(cell) == words
    assert not re.match(r"[\s\"]*[=+\-@＝＋－＠]|[\t\r\n]", cell)  # noqa: RUF001 - the wide forms as well
    pieces = re.split(r"[;\t\r\n]", cell)
    assert not [one for one in pieces if re.match(r"[\s\"]*[=+\-@＝＋－＠]", one)]  # noqa: RUF001 - as above


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_text_wherever_they_stand(begin: Begin, words: str) -> None:
    interview = begin()
    interview.answer(TITLE, Answer(text=words), words, words)
    interview.note(words, TITLE)
    interview.evidence(words, TITLE)
    report = content(interview)
    for kind in ("answer", "note", "evidence", "remark"):
        assert of_kind(report, kind) == [signs(words)]
    assert not [one for row in cells(report) for one in row.values() if one[:1] in tuple("=+-@\t\r\n")]


def test_control_characters_are_signs_and_lines_stay_lines(begin: Begin) -> None:
    interview = begin()
    interview.note("one\x00\x1b[2J\u202etwo\r\nthree", TITLE)
    (words,) = of_kind(content(interview), "note")
    assert words == signs("one\x00\x1b[2J\u202etwo\r\nthree")
    assert "\x00" not in words
    assert "\n" in words


def test_the_file_is_what_spreadsheets_and_the_standard_ask_for(sample: Content) -> None:
    text = answers_csv(sample)
    assert text.startswith(MARK)
    assert text == answers_csv(sample)
    lines = text.removeprefix(MARK).split("\r\n")
    assert lines[0] == ",".join(f'"{name}"' for name in HEADER)
    assert lines[-1] == ""
    assert len(lines) == len(rows(sample)) + 2


def test_each_point_of_a_checklist_is_a_row_with_its_fact_its_level_and_why(begin: Begin) -> None:
    interview = begin()
    question = next(one for one in interview.held.script.questions() if one.kind is QuestionKind.CHECKLIST)
    levels = dict.fromkeys((item.fact for item in question.items), Level.PARTIAL)
    first, *others = levels
    interview.answer(
        question.id, Answer(levels=levels | {first: Level.NOT_APPLICABLE}, reasons={first: "nobody"}), "most"
    )
    given_ = [row for row in rows(content(interview)) if row["kind"] == "answer"]
    assert [row["fact"] for row in given_] == [first, *others]
    assert [row["level"] for row in given_] == ["not_applicable", *["partial"] * len(others)]
    assert [row["reason"] for row in given_] == ["nobody", *[""] * len(others)]
    assert {row["words"] for row in given_} == {"most"}
    assert all(row["point"] and row["answer"] for row in given_)


def test_a_choice_is_one_row_with_what_it_states_while_it_counts(answering: Answering) -> None:
    interview = answering(until="ambition")
    question = interview.held.manager.route.question[QuestionId("ambition")]
    for option in question.options[:2]:
        interview.answer(question.id, Answer(option=option.id), "")
    before, now = [row for row in rows(content(interview)) if row["question"] == "ambition"]
    assert (before["fact"], before["level"]) == ("", "")
    assert now["fact"] == "initiative.ambition"
    assert now["level"] == interview.facts["initiative.ambition"]
    assert before["became"] != now["became"]


def test_what_was_named_as_evidence_stands_beside_the_answer_that_counts(begin: Begin) -> None:
    interview = begin()
    for name in ("One", "Two"):
        interview.answer(TITLE, Answer(text=name), "")
        interview.evidence(f"the list of {name}", TITLE)
    answers = [row for row in rows(content(interview)) if row["kind"] == "answer"]
    assert [row["evidence"] for row in answers] == ["", "the list of One\nthe list of Two"]


def test_what_was_taken_back_is_there_and_says_so(begin: Begin) -> None:
    interview = begin()
    interview.note("stays", TITLE)
    interview.note("goes", TITLE)
    interview.undo()
    became = {row["words"]: row["became"] for row in rows(content(interview)) if row["kind"] == "note"}
    assert set(became) == {"stays", "goes"}
    assert became["stays"] != became["goes"]


def test_what_explains_a_tension_stands_with_what_was_asked(begin: Begin) -> None:
    report = content(talked(begin(), *USAGE, "it differs by site"))
    (row,) = [row for row in rows(report) if row["words"] == "it differs by site"]
    assert (row["kind"], row["asked"]) == ("explanation", report.tensions[0].ask)


def test_a_long_interview_has_rows_in_proportion() -> None:
    few, many = (len(answers_csv(content(long_interview(events)))) for events in (300, 1200))
    assert many < few * 6
