"""Comparisons as documents: what a reader has to find, and nothing that a writer could not write."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.report.comparing import progress_document as telling_two
from chatbot.report.comparing import side_by_side_document as telling_several
from chatbot.report.comparing.compared import Compared
from chatbot.report.comparing.documents.in_short import headline
from chatbot.report.comparing.documents.telling import Telling
from chatbot.report.comparing.progress import progress_of, progress_since
from chatbot.report.comparing.side_by_side import side_by_side_of
from chatbot.report.document.nodes import (
    Block,
    Callout,
    Document,
    Figure,
    Paragraph,
    Quote,
    Section,
    Table,
    plain,
)
from chatbot.report.document.signs import signs
from chatbot.report.theme.ours import our_words
from chatbot.report.theme.texts import Texts
from tests.conftest import Begin
from tests.interviewees import steps
from tests.report.comparing.as_text import as_text
from tests.report.comparing.conftest import Holding, of
from tests.report.documents import HOSTILE, figure

MOVED = {
    "needed_evidence": Answer(option="written_evidence"),
    "after_the_project": Answer(option="agreed_team"),
    "way_of_results": Answer(option="clicked_in"),
}

TEXTS = Texts(our_words().texts)
progress_document = partial(telling_two.progress_document, texts=TEXTS)
side_by_side_document = partial(telling_several.side_by_side_document, texts=TEXTS)


@pytest.fixture(scope="module")
def moved(example: Compared, holding: Holding) -> Document:
    """What moved since the worked example: two for the better, one for the worse."""
    return progress_document(progress_of(example, holding("later", MOVED)))


def test_the_first_page_says_what_moved_what_mattered_and_what_is_next(
    example: Compared, holding: Holding, moved: Document
) -> None:
    progress = progress_of(example, holding("later", MOVED))
    first = moved.sections[0]
    assert (first.id, first.own_page) == ("first_page", True)
    assert isinstance(lead := first.blocks[0], Paragraph)
    assert plain(lead.text) == headline(Telling(progress, TEXTS))
    assert [one.id for one in first.sections] == ["mattered", "in_the_way"]
    (table,) = (block for block in first.blocks if isinstance(block, Table))
    assert len(table.rows) == 3 + len(example.held.framework.layers)


def test_pictures_have_their_places_on_the_first_page_or_after_it(
    example: Compared, holding: Holding
) -> None:
    progress = progress_of(example, holding("later", MOVED))
    shown = progress_document(progress, figure=figure())
    assert not any(isinstance(block, Figure) for block in shown.sections[0].blocks)
    assert [block.svg for block in _section(shown, "picture").blocks if isinstance(block, Figure)] == [
        figure().svg
    ]
    several = side_by_side_of([example, holding("later", MOVED)])
    assert figure() in side_by_side_document(several, figures=[figure()]).sections[0].blocks
    many = side_by_side_document(
        side_by_side_of([holding(f"i{number}") for number in range(6)]), figures=[figure(), figure()]
    )
    assert not any(isinstance(block, Figure) for block in many.sections[0].blocks)
    assert len(_section(many, "picture").blocks) == 2


def test_every_changed_answer_stands_once_with_the_words_of_both_times(
    example: Compared, holding: Holding
) -> None:
    progress = progress_of(example, holding("later", MOVED))
    facts = _section(progress_document(progress), "facts")
    rows = [plain(row[0]) for block in _blocks(facts) if isinstance(block, Table) for row in block.rows]
    assert sorted(rows) == sorted(one.label for one in progress.facts)
    quoted = {block.words for block in _blocks(facts) if isinstance(block, Quote)}
    for one in progress.facts:
        assert one.before.told and one.after.told
        assert {one.before.told.words, one.after.told.words} <= quoted


def test_warnings_stand_under_what_became_of_them(moved: Document) -> None:
    warnings = _section(moved, "warnings")
    assert [one.id for one in warnings.sections] == ["warnings_new", "warnings_still", "warnings_gone"]
    assert all(isinstance(block, Callout) for one in warnings.sections for block in one.blocks)


def test_where_nothing_is_concluded_the_answers_still_stand(example: Compared, holding: Holding) -> None:
    contrary = {"customer_reach": Answer(option="own_people"), "ambition": Answer(option="win_customers")}
    later = holding("later", contrary, until="reach_or_ambition")
    document = progress_document(progress_of(example, later))
    ids = [one.id for one in document.sections]
    assert ids == ["first_page", "facts", "boundary", "origin"]
    assert later.content.contradiction
    assert any(later.content.contradiction.says in plain(notice) for notice in document.notices)


def test_the_origin_names_both_interviews_and_how_to_make_it_again(moved: Document) -> None:
    said = as_text(moved)
    assert "chatbot report later --since sample -o FILE" in said
    assert [one.id for one in _section(moved, "origin").sections] == ["origin_then", "origin_now"]
    assert moved.at.startswith("2026-08-03T")


def test_a_dozen_initiatives_are_a_dozen_rows(example: Compared, holding: Holding) -> None:
    others = [
        holding(f"id{number}", {"initiative_title": Answer(text=f"Plan {number}")}) for number in range(11)
    ]
    document = side_by_side_document(side_by_side_of([example, *others]))
    tables = [block for block in _blocks(document.sections[0]) if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [12, 12]
    assert max(len(table.columns) for table in tables) <= 7


@pytest.mark.parametrize("words", [words.replace("\ud800", "") for words in HOSTILE])
def test_what_somebody_typed_stands_there_as_text(example: Compared, holding: Holding, words: str) -> None:
    later = holding("later", {"initiative_title": Answer(text=words)} | MOVED)
    for document in (
        progress_document(progress_of(example, later)),
        side_by_side_document(side_by_side_of([example, later])),
    ):
        said = as_text(document)
        assert signs(said) == said
        assert " ".join(signs(words).split())[:50] in said


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_two_interviews_make_a_document_that_can_be_written(begin: Begin, data: st.DataObject) -> None:
    dialogs = st.sampled_from(["readiness", "quick"])
    one, other = (of(data.draw(steps(begin(data.draw(dialogs)))), id) for id in ("one", "other"))
    progress = progress_since(one, other)
    several = side_by_side_of([one, other])
    for document in (progress_document(progress), side_by_side_document(several)):
        _is_sound(document)
    assert progress_document(progress_since(one, other)) == progress_document(progress)
    assert side_by_side_document(side_by_side_of([one, other])) == side_by_side_document(several)


def _is_sound(document: Document) -> None:
    sections = [each for one in document.sections for each in _inside(one)]
    assert len({one.id for one in sections}) == len(sections)
    assert all(one.title for one in sections)
    for block in (block for one in document.sections for block in _blocks(one)):
        if isinstance(block, Table):
            assert all(len(row) == len(block.columns) for row in block.rows)
            assert all(plain(row[0]) for row in block.rows)
    said = as_text(document)
    assert signs(said) == said


def _section(document: Document, id: str) -> Section:
    return next(each for one in document.sections for each in _inside(one) if each.id == id)


def _inside(section: Section) -> Iterator[Section]:
    yield section
    for one in section.sections:
        yield from _inside(one)


def _blocks(section: Section) -> Iterator[Block]:
    for one in _inside(section):
        for block in one.blocks:
            yield block
            if isinstance(block, Callout):
                yield from block.blocks
