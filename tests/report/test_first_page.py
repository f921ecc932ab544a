"""The page that a director reads: what is on it, and that it stays one page."""

from __future__ import annotations

from msgspec.structs import replace

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.report.content.contents import Content
from chatbot.report.content.judged import Condition
from chatbot.report.document.nodes import Items, Quote, Table, plain
from chatbot.report.sections.audience import Audience
from tests.conftest import Begin
from tests.report.conftest import Answering, content
from tests.report.shown import blocks_of, ids, section, shown, texts_of
from tests.report.test_sections import made

BOARD = Audience.BOARD


def test_the_first_page_is_a_page_of_its_own_and_what_follows_begins_another(sample: Content) -> None:
    first, second, *_ = made(sample).sections
    assert first.own_page and second.own_page


def test_it_has_the_four_things_three_warnings_and_three_steps(answering: Answering) -> None:
    report = content(answering(ambition="whole_process", everyday_use="no_rules"))
    page = section(made(report), "first_page")
    assert report.judged
    (table,) = blocks_of(page, Table)
    assert [plain(row[0]) for row in table.rows] == [item.title for item in report.judged.decision.items]
    lists = {one.id: len(blocks_of(one, Items)[0].items) for one in page.sections if blocks_of(one, Items)}
    assert max(lists.values()) <= 3
    assert len(report.judged.warnings) >= 3
    assert lists["first_page_warnings"] == 3


def test_no_typed_text_makes_the_first_page_longer_than_a_page(begin: Begin) -> None:
    lengths = []
    for times in (1, 500):
        interview = begin("quick")
        while interview.state.stage in interview.held.manager.route.question:
            question = interview.held.manager.route.question[QuestionId(interview.state.stage)]
            words = "something that somebody typed " * times
            if question.kind == "text":
                interview.answer(question.id, Answer(text=words), words)
            elif question.kind == "choice":
                interview.answer(question.id, Answer(option=question.options[0].id), words)
            else:
                interview.skip(question.id)
        document = made(content(interview), BOARD)
        head = [document.title, document.footer, *(text for pair in document.lead for text in pair)]
        said = [*head, *(text for one in document.about for text in texts_of(one))]
        lengths.append(len(" ".join([*said, *texts_of(document.sections[0])])))
    assert lengths[1] - lengths[0] < 400


def test_where_there_are_no_steps_yet_the_page_says_what_to_find_out(begin: Begin) -> None:
    report = content(begin())
    page = section(made(report), "first_page")
    assert report.judged and not report.judged.steps
    assert report.judged.find_out[0].says in shown(section(made(report), "first_page_find_out"))
    assert "first_page_steps" not in {one.id for one in page.sections}


def with_conditions(report: Content, *conditions: Condition) -> Content:
    """The same report with other conditions."""
    assert report.judged
    decision = replace(report.judged.decision, conditions=conditions)
    return replace(report, judged=replace(report.judged, decision=decision))


def a_condition(report: Content, most: int = 2) -> Condition:
    assert report.judged
    every = report.judged.decision.conditions
    return next(one for one in every if one.kind == "item" and 0 < len(one.findings) <= most)


def test_what_is_to_clear_stands_once_where_the_first_page_has_room_for_it(sample: Content) -> None:
    document = made(with_conditions(sample, *[a_condition(sample)] * 5))
    assert "conditions" not in ids(document)


def test_a_long_list_to_clear_is_whole_after_the_first_page(sample: Content) -> None:
    document = made(with_conditions(sample, *[a_condition(sample)] * 6))
    (every,) = blocks_of(section(document, "conditions"), Items)
    assert len(every.items) == 6
    assert section(document, "conditions").title in shown(section(document, "first_page"))


def test_points_that_are_only_counted_on_the_first_page_are_named_after_it(sample: Content) -> None:
    condition = a_condition(sample)
    many = replace(condition, findings=condition.findings[:1] * 5)
    for audience in Audience:
        document = made(with_conditions(sample, many), audience)
        assert many.settle in shown(section(document, "conditions"))


def test_a_long_title_and_a_long_description_are_cut_above_and_whole_below(begin: Begin) -> None:
    interview = begin()
    title, words = "A title " * 20, "What it does " * 50
    interview.answer(QuestionId("initiative_title"), Answer(text=title), title)
    interview.answer(QuestionId("intended_change"), Answer(text=words), words)
    document = made(content(interview))
    above = [document.title, document.footer, *(one.words for one in blocks_of(document.sections[0], Quote))]
    assert all(len(one) < 120 for one in above)
    (about,) = document.about
    assert isinstance(about, Quote) and len(about.words) < 200
    assert [one.words for one in blocks_of(section(document, "initiative"), Quote)] == [title, words]


def test_what_has_room_above_is_not_said_again(begin: Begin) -> None:
    interview = begin()
    interview.answer(QuestionId("initiative_title"), Answer(text="ChangeLink"), "ChangeLink")
    assert "initiative" not in ids(made(content(interview)))
