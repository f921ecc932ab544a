"""The report as Markdown: complete, safe, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.report.advice_text import advice_blocks
from chatbot.report.content.contents import Content
from chatbot.report.content.judged import Condition
from chatbot.report.content.times import moment
from chatbot.report.document.signs import on_one_line
from chatbot.report.markdown import to_markdown
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.conftest import Answering, content

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BLOCKS = {"heading", "paragraph", "blockquote", "bullet_list", "ordered_list", "list_item", "inline"}
BLOCKS |= {"table", "thead", "tbody", "tr", "th", "td"}
INLINE = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}
CLEARING = "Before committing"
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


def with_conditions(report: Content, *conditions: Condition) -> Content:
    """The same report with other conditions."""
    assert report.judged
    decision = replace(report.judged.decision, conditions=conditions)
    return replace(report, judged=replace(report.judged, decision=decision))


def a_condition(report: Content) -> Condition:
    assert report.judged
    return next(one for one in report.judged.decision.conditions if one.kind == "item" and one.findings)


def test_what_is_to_clear_stands_once_where_the_first_page_has_room_for_it(sample: Content) -> None:
    condition = a_condition(sample)
    document = to_markdown(with_conditions(sample, *[condition] * 5))
    assert CLEARING not in document
    assert document.count(f"**{condition.title}:**") == 5


def test_a_long_list_to_clear_is_cut_on_the_first_page_and_whole_after_it(sample: Content) -> None:
    condition = a_condition(sample)
    document = to_markdown(with_conditions(sample, *[condition] * 6))
    assert CLEARING in headings(document, 2)
    assert document.count(f"**{condition.title}:**") == 5
    assert document.count(f"**{condition.title}.**") == 6


def test_points_that_are_only_counted_on_the_first_page_are_named_after_it(sample: Content) -> None:
    condition = a_condition(sample)
    many = replace(condition, findings=condition.findings[:1] * 5)
    document = to_markdown(with_conditions(sample, many))
    assert CLEARING in headings(document, 2)
    whole = document[document.index(f"## {CLEARING}") :]
    assert many.settle in words_of(READER.parse(whole))


def test_what_is_empty_leaves_no_blank_at_the_end_of_a_line(sample: Content) -> None:
    report = with_conditions(sample, *[replace(a_condition(sample), settle="")] * 6)
    assert report.judged
    steps = tuple(replace(step, why="") for step in report.judged.steps)
    document = to_markdown(replace(report, judged=replace(report.judged, steps=steps)))
    assert steps
    assert not re.search(r"(?m)(?<! ) $", document)  # two blanks are a line break


def test_headroom_is_said_in_the_headline_and_nowhere_else(answering: Answering) -> None:
    report = content(answering(dialog="quick", ambition="daily_work", everyday_use="same_rules_most_teams"))
    assert report.judged and report.assessment
    assert report.assessment["headroom"] is True
    assert report.judged.next is None
    following = report.judged.ladder[1].title
    assert following not in report.judged.why
    assert not [heading for heading in headings(to_markdown(report), 2) if "next value model" in heading]


def test_a_skipped_step_says_how_much_more_on_the_way_is_not_known(answering: Answering) -> None:
    interview = answering(dialog="quick", ambition="whole_process", everyday_use="no_rules")
    report = content(interview)
    assert report.judged
    raised = next(one for one in report.judged.warnings if one.id == "sequence.skipped_step")
    condition = next(one for one in report.judged.decision.conditions if one.id == "value_model")
    named = {finding.fact for finding in raised.because}
    unclear = {one.fact for one in condition.findings if one.level in ("unknown", "not_asked")}
    assert unclear
    assert not unclear & named
    assert raised.further.startswith(f"{len(unclear)} more ")
    shown = words_of(READER.parse(to_markdown(report)))
    assert raised.further in shown
    assert all(one.within in shown[shown.index(CLEARING) :] for one in condition.findings)
    lines = [line.text for block in advice_blocks(report) for line in block.lines]
    assert lines.count(raised.further) == 1


def test_what_else_is_not_known_is_said_of_a_skipped_step_alone(sample: Content, begin: Begin) -> None:
    for report in (sample, content(begin())):
        assert report.judged
        assert {one.id for one in report.judged.warnings if one.further} <= {"sequence.skipped_step"}


def test_a_skipped_step_of_which_all_is_said_says_no_more(sample: Content) -> None:
    assert sample.judged
    raised = next(one for one in sample.judged.warnings if one.id == "sequence.skipped_step")
    condition = next(one for one in sample.judged.decision.conditions if one.id == "value_model")
    assert {one.fact for one in condition.findings} <= {one.fact for one in raised.because}
    assert raised.further == ""


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


def test_evidence_stands_with_its_question_who_and_when(begin: Begin) -> None:
    interview = begin()
    title = QuestionId("initiative_title")
    interview.answer(title, Answer(text="One"), "One")
    event = interview.evidence("the project list", title)
    document = to_markdown(content(interview))
    notes = document[document.index("## Notes and evidence") : document.index("## Questions without")]
    assert "the project list" in notes
    assert interview.held.manager.route.question[title].ask in notes
    assert interview.who in notes
    assert moment(event.at) in words_of(READER.parse(notes))
