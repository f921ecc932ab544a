"""What stands on which page of a PDF, and how large the pages are."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from pypdf import PageObject

from chatbot.report.document.nodes import (
    TICK,
    Block,
    Callout,
    Column,
    Document,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
    Tone,
    Turn,
    line,
)
from chatbot.report.document.signs import on_one_line, signs
from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.theme import Paper
from chatbot.report.writers.pdf import to_pdf
from tests.report.documents import HOSTILE, everything, figure
from tests.report.pdf.reading import ACCESSIBLE, bare, opened, pages_of

THEME = our_theme()
SENTENCE = "Somebody has to say who looks after it once the project is over. "
SMALLEST = 8
"""Points that the type of the first page does not go below; what stands beside it is smaller by as much."""


def _section(id: str, *blocks: Block, own_page: bool = True, sections: tuple[Section, ...] = ()) -> Section:
    return Section(id=id, title=f"Section {id}", blocks=blocks, own_page=own_page, sections=sections)


def _of(*sections: Section) -> Document:
    return replace(everything(), sections=sections)


def _pages(document: Document) -> list[str]:
    return pages_of(to_pdf(document, THEME).data)


def _page_of(text: str, pages: list[str]) -> int:
    [found] = [number for number, page in enumerate(pages) if bare(text) in page]
    return found


def _sizes(page: PageObject) -> set[float]:
    """How large the type of its sentences is, in points."""
    sizes: set[float] = set()

    def see(text: str, _outer: object, _inner: object, _font: object, size: float) -> None:
        if SENTENCE.strip() in text:
            sizes.add(size)

    page.extract_text(visitor_text=see)
    return sizes


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_paper_is_the_themes(paper: Paper, size: tuple[int, int]) -> None:
    for page in opened(to_pdf(everything(), replace(THEME, paper=paper)).data).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size


@pytest.mark.parametrize("sentences", [5, 38, 46])
def test_the_first_section_stands_on_one_page_with_all_that_introduces_it(sentences: int) -> None:
    first = _section("one", figure(), *(Paragraph(line(SENTENCE * 2)) for _ in range(sentences // 2)))
    pages = _pages(_of(replace(first, blocks=(*first.blocks, Paragraph(line("The end.")))), _section("two")))
    assert _page_of("The end.", pages) == 0
    assert _page_of("This interview is not finished.", pages) == 0
    assert _page_of("Section two", pages) == 1


def test_the_type_of_the_first_page_stays_readable_and_that_of_the_others_as_it_is() -> None:
    paragraphs = (Paragraph(line(SENTENCE)),) * 44
    reader = opened(to_pdf(_of(_section("one", *paragraphs), _section("two", *paragraphs)), THEME).data)
    [first], [second] = map(_sizes, reader.pages[:2])
    assert SMALLEST <= first < second


def test_what_no_page_could_hold_runs_on_in_the_usual_size() -> None:
    paragraphs = tuple(Paragraph(line(f"{number} {SENTENCE * 2}")) for number in range(90))
    pages = _pages(_of(_section("one", *paragraphs)))
    assert _page_of("89 " + SENTENCE, pages) == len(pages) - 1 > 0


def test_a_section_with_a_page_of_its_own_begins_one_and_another_does_not() -> None:
    inner = (_section("inside", own_page=False), _section("apart"))
    rest = (_section("two", own_page=False), _section("three"), _section("four", own_page=False))
    pages = _pages(_of(_section("one", sections=inner), *rest))
    places = [
        _page_of(f"Section {name}", pages) for name in ("one", "inside", "apart", "two", "three", "four")
    ]
    assert places == [0, 0, 1, 1, 2, 2]


def test_every_page_says_which_of_how_many_it_is_and_what_it_belongs_to() -> None:
    data = to_pdf(_of(*(_section(name) for name in "abc")), THEME).data
    pages = pages_of(data, with_artifacts=True)
    assert [page.endswith(f"ChangeLink{number}of3") for number, page in enumerate(pages, 1)] == [True] * 3


def test_the_words_around_the_number_of_a_page_are_the_themes() -> None:
    theme = replace(THEME, texts={"pdf.page": "Seite {page} von {pages}"})
    [page] = pages_of(to_pdf(_of(_section("a")), theme).data, with_artifacts=True)
    assert page.endswith("Seite1von1")


def test_many_sections_get_a_table_of_contents_behind_the_first_page() -> None:
    data = to_pdf(_of(*(_section(name) for name in "abcdefghijkl")), THEME).data
    assert ACCESSIBLE in data
    pages = pages_of(data)
    assert "Contents" not in pages[0]
    entries = re.findall(r"Section([a-l])\.*(\d+)", pages[1])
    assert entries == [(name, str(place)) for place, name in enumerate("abcdefghijkl", 1)]


def test_few_sections_need_none() -> None:
    assert len(_pages(_of(*(_section(name) for name in "abc")))) == 3


def test_the_header_of_a_long_table_is_on_each_of_its_pages() -> None:
    rows: tuple[tuple[Text, ...], ...] = tuple((line(f"row {number}"), line("said")) for number in range(120))
    table = Table(caption="All", columns=(Column(title="Header"), Column(title="Other")), rows=rows)
    pages = pages_of(to_pdf(_of(_section("a", table)), THEME).data, with_artifacts=True)
    assert len(pages) > 2
    assert all("HeaderOther" in page for page in pages)


def test_a_short_table_a_warning_and_an_answer_stay_in_one_piece() -> None:
    filling = Paragraph(line(SENTENCE * 2))
    table = Table(caption="All", columns=(Column(title="C"),), rows=tuple((line(f"r{n}"),) for n in range(6)))
    warning = Callout(
        title=line("Beware"), tone=Tone.STOP, blocks=(filling, filling, Paragraph(line("done")))
    )
    talk = (Turn(words="Asked?", question=True), Turn(words="said\n\n\n\nall", person=True))
    for before in range(18, 30):
        pages = _pages(
            _of(_section("a", *[filling] * before, table, warning, *talk, *[filling] * 9), _section("b"))
        )
        assert _page_of("r0", pages) == _page_of("r5", pages)
        assert _page_of("Beware", pages) == _page_of("done", pages)
        assert _page_of("Asked?", pages) == _page_of("saidall", pages)


def test_a_cell_to_fill_in_has_room_for_a_hand() -> None:
    def height(to_fill_in: bool) -> int:
        columns = (Column(title="What"), Column(title="Owner", to_fill_in=to_fill_in))
        rows: tuple[tuple[Text, ...], ...] = tuple((line(f"row {number}"), ()) for number in range(200))
        return len(_pages(_of(_section("a", Table(caption="All", columns=columns, rows=rows)))))

    assert height(True) > 1.4 * height(False)


def test_a_section_that_stays_together_stands_on_one_page_and_is_whole_where_it_has_no_room_on_one() -> None:
    def pages(lines: int, together: bool, before: int = 20) -> list[str]:
        start = _section(
            "start", *(Paragraph(line(f"p{number}")) for number in range(before)), own_page=False
        )
        blocks = tuple(Paragraph(line(f"begin{number}end")) for number in range(lines))
        question = replace(_section("asked", *blocks, own_page=False), together=together)
        return _pages(_of(start, _section("in", own_page=False, sections=(question,))))

    def parted(together: bool) -> list[bool]:
        tried = [pages(12, together, before) for before in range(8, 33, 4)]
        return [_page_of("begin0end", one) != _page_of("begin11end", one) for one in tried]

    assert any(parted(False))
    assert not any(parted(True))
    long = pages(150, True)
    assert all(_page_of(f"begin{number}end", long) >= 0 for number in range(150))


def test_boxes_to_tick_and_rows_with_more_room_take_their_place() -> None:
    def height(room: int) -> int:
        columns = (Column(title="Say", to_fill_in=True),)
        rows: tuple[tuple[Text, ...], ...] = (((),),) * 60
        return len(_pages(_of(_section("a", Table(caption="All", columns=columns, rows=rows, room=room)))))

    assert height(4) > 2 * height(1)
    answers = Items(items=((Paragraph(line("One")),), (Paragraph(line("Other")),)), ticks=True)
    assert f"{TICK}One{TICK}Other" in "".join(_pages(_of(_section("a", answers))))


def test_what_is_read_from_first_to_last_has_no_table_of_contents() -> None:
    every = tuple(_section(f"s{number}", Paragraph(line("x")), own_page=False) for number in range(12))
    long, short = _pages(_of(*every)), _pages(replace(_of(*every), short=True))
    assert len(long) > len(short)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_runs_out_of_the_page(words: str) -> None:
    flat = on_one_line(words)
    cell = line(flat)
    columns = tuple(Column(title=flat) for _ in range(5))
    blocks: tuple[Block, ...] = (
        Paragraph(cell),
        Table(caption=flat, columns=columns, rows=((cell,) * 5,)),
        Pairs(((flat, cell),)),
        Quote(words=signs(words), to=flat, by=flat),
        Callout(title=cell, tone=Tone.STOP, blocks=(Items(items=((Paragraph(cell),),), numbered=True),)),
        Turn(words=signs(words), person=True, marks=(flat, flat)),
    )
    document = replace(
        _of(Section(id="a", title=flat, blocks=blocks)), title=flat, footer=flat, lead=((flat,) * 2,)
    )
    for page in opened(to_pdf(document, THEME).data).pages:
        for x, y in _places(page):
            assert 50 <= x <= float(page.mediabox.width) - 50
            assert 0 <= y <= float(page.mediabox.height)


def _places(page: PageObject) -> list[tuple[float, float]]:
    """Where each stretch of text begins, in points."""
    places = []

    def see(text: str, outer: list[float], inner: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x, y = inner[4:6]
            places.append((x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5]))

    page.extract_text(visitor_text=see)
    return places
