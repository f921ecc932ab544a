"""The report as Markdown: complete, safe, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.report.content import Content
from chatbot.report.markdown import to_markdown
from chatbot.report.signs import on_one_line
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import Answering, content

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BLOCKS = {"heading", "paragraph", "blockquote", "bullet_list", "ordered_list", "list_item", "inline"}
BLOCKS |= {"table", "thead", "tbody", "tr", "th", "td"}
INLINE = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}
HOSTILE = (
    "# <script>alert(1)</script> [x](javascript:y) | a\n---\n> q `c` ![i](j) \x1b[2J\u202e &lt; 1. *b* _i_"
)


def words_of(tokens: list[Token]) -> str:
    """All the text of a document on one line."""
    parts = []
    for token in tokens:
        if token.type == "inline":
            parts.append("".join(child.content or " " for child in token.children or () if is_text(child)))
    return " ".join(" ".join(parts).split())


def is_text(child: Token) -> bool:
    return child.type in ("text", "softbreak", "hardbreak")


def kinds(tokens: list[Token]) -> Iterator[str]:
    """Every kind of element in a document."""
    for token in tokens:
        yield token.type.removesuffix("_open").removesuffix("_close")
        yield from (child.type for child in token.children or ())


def headings(document: str, level: int) -> list[str]:
    """The headings of one level, in order."""
    mark = "#" * level + " "
    return [line.removeprefix(mark) for line in document.split("\n") if line.startswith(mark)]


def test_the_advice_comes_first_and_where_it_comes_from_last(sample: Content) -> None:
    document = to_markdown(sample)
    assert len(headings(document, 1)) == 1
    first, second, *_ = headings(document, 2)
    assert sample.judged
    assert first == "The advice"
    assert sample.judged.decision.question in headings(document, 3)
    before = document[: document.index(f"## {second}")]
    for said in (sample.judged.headline, sample.judged.why, sample.judged.steps[0].action):
        assert said in words_of(READER.parse(before))
    assert sample.provenance.dialog.hash in document[document.rindex("\n## ") :]


def test_the_first_page_is_a_page(sample: Content) -> None:
    document = to_markdown(sample)
    second = headings(document, 2)[1]
    assert len(document[: document.index(f"## {second}")].split("\n")) < 80


def test_everything_that_is_concluded_is_there(sample: Content) -> None:
    shown = words_of(READER.parse(to_markdown(sample)))
    judged = sample.judged
    assert judged
    wanted = [judged.decision.says, *(item.says for item in judged.decision.items), *judged.work.steps]
    wanted += [text for one in judged.warnings for text in (one.title, one.cause, one.action, one.source)]
    wanted += [text for step in judged.steps for text in (step.finding.label, step.action, step.why)]
    wanted += [text for item in judged.find_out for text in (item.says, item.decides)]
    wanted += [text for layer in judged.layers for text in (layer.title, layer.says, layer.about)]
    wanted += [text for rung in judged.ladder for text in (rung.title, rung.reach_says)]
    wanted += [reading.reading for reading in sample.framing.readings]
    wanted += [*sample.framing.boundary, sample.provenance.framework.hash, sample.provenance.again]
    assert [text for text in wanted if on_one_line(text) not in shown] == []


def test_a_table_offers_room_for_owner_and_date_of_every_step(sample: Content) -> None:
    assert sample.judged
    rows = re.findall(r"(?m)^\| \d+ \| .* \| \| \|$", to_markdown(sample))
    assert len(rows) == len(sample.judged.steps)


def test_an_unfinished_interview_says_so_and_how_much_is_missing(begin: Begin) -> None:
    report = content(begin())
    shown = words_of(READER.parse(to_markdown(report)))
    assert f"{report.waiting} questions wait" in shown


def test_a_contradiction_is_shown_in_the_words_that_make_it(answering: Answering) -> None:
    interview = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    report = content(interview)
    document = to_markdown(report)
    assert report.contradiction
    shown = words_of(READER.parse(document))
    assert report.contradiction.says in shown
    for finding in report.contradiction.between:
        assert finding.quote
        assert finding.quote.words in shown
    assert "## Transcript" in document


def test_hostile_words_make_no_element_anywhere(begin: Begin) -> None:
    interview = begin()
    interview.note(HOSTILE, QuestionId("initiative_title"))
    for _ in range(len(interview.state.due)):
        if interview.state.stage not in interview.held.manager.route.question:
            break
        question = interview.held.manager.route.question[QuestionId(interview.state.stage)]
        if question.kind == "text":
            interview.answer(question.id, Answer(text=HOSTILE), HOSTILE)
        elif question.kind == "choice":
            interview.answer(question.id, Answer(option=question.options[0].id), HOSTILE)
        else:
            interview.skip(question.id)
    document = to_markdown(content(interview))
    tokens = READER.parse(document)
    assert set(kinds(tokens)) <= BLOCKS | INLINE
    assert on_one_line(HOSTILE) in words_of(tokens)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", document)
    assert "<script" not in document


@MANY
@given(data=st.data())
def test_every_answer_and_note_of_any_interview_is_found_again(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), most=20))
    report = content(interview)
    document = to_markdown(report)
    tokens = READER.parse(document)
    assert set(kinds(tokens)) <= BLOCKS | INLINE
    shown = words_of(tokens)
    said = [note.text for note in report.spoken.notes]
    said += [answer.words for answer in report.spoken.answers]
    said += [answer.text for answer in report.spoken.answers]
    assert [words for words in said if on_one_line(words) not in shown] == []


@MANY
@given(data=st.data())
def test_the_same_events_always_give_the_same_document(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin(), most=12))
    assert to_markdown(content(interview)) == to_markdown(content(interview))


@MANY
@given(data=st.data())
def test_every_row_of_a_table_has_as_many_cells_as_its_head(begin: Begin, data: st.DataObject) -> None:
    document = to_markdown(content(data.draw(steps(begin("quick"), most=12))))
    for table in re.findall(r"(?m)(?:^\|.*\n)+", document):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.strip().split("\n")}) == 1
