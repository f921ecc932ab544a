"""A document as Markdown: all of it is there, as text and as nothing else, and it reads well as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from chatbot.cells import cells
from chatbot.report.document.nodes import (
    TICK,
    Block,
    Callout,
    Column,
    Document,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Tone,
    Turn,
    line,
    plain,
)
from chatbot.report.theme.ours import our_theme
from chatbot.report.writers.markdown.looks import inline
from chatbot.report.writers.markdown.text import WIDTH
from chatbot.report.writers.markdown.writer import to_markdown
from tests.report.documents import HOSTILE, documents, everything, figure, text

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
BREAKS = {"hardbreak": "\n", "softbreak": " "}
BLOCKS = {"heading", "paragraph", "blockquote", "bullet_list", "ordered_list", "list_item", "inline"}
BLOCKS |= {"table", "thead", "tbody", "tr", "th", "td"}
INLINE = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}
THEME = our_theme()


def written(document: Document, stem: str = "") -> str:
    return to_markdown(document, THEME, stem).data.decode()


def of(*blocks: Block) -> Document:
    section = Section(id="one", title="One", blocks=blocks)
    return Document(title="All", sections=(section,), at="2026-05-04T09:30:00+02:00")


def body(*blocks: Block) -> str:
    """The Markdown of blocks alone."""
    return written(of(*blocks)).partition("## One\n")[2].strip("\n")


def one_line(said: str) -> str:
    return " ".join(said.split())


def in_lines(said: str) -> str:
    return re.sub(r"\n{2,}", "\n\n", said).strip("\n")


def kinds(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield token.type.removesuffix("_open").removesuffix("_close")
        yield from (child.type for child in token.children or ())


def count(tokens: Sequence[Token], kind: str) -> int:
    return sum(token.type == f"{kind}_open" for token in tokens)


def paragraphs(tokens: Sequence[Token]) -> list[str]:
    return [shown(token) for token in tokens if token.type == "inline"]


def shown(token: Token) -> str:
    return "".join(child.content or BREAKS.get(child.type, "") for child in token.children or ())


def sections(document: Document) -> Iterator[Section]:
    todo = list(reversed(document.sections))
    while todo:
        section = todo.pop()
        yield section
        todo += reversed(section.sections)


def parts(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with those inside them, in the order of reading."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from parts(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from parts(item)


def said(block: Block) -> Iterator[str]:
    """The texts of a block itself, in the order of reading."""
    match block:
        case Paragraph():
            yield one_line(plain(block.text))
        case Table():
            yield one_line(block.caption)
            yield from (one_line(plain(cell)) for row in block.rows for cell in row)
        case Pairs():
            for name, value in block.pairs:
                yield one_line(name)
                yield one_line(plain(value))
        case Quote():
            yield one_line(block.to)
            yield in_lines(block.words)
            yield one_line(block.by)
        case Callout():
            yield one_line(plain(block.title))
        case Turn():
            yield in_lines(block.words)
            yield from map(one_line, block.marks)
        case Figure():
            yield one_line(block.caption)
            yield one_line(block.alt)


def every_text(document: Document) -> Iterator[str]:
    yield one_line(document.title)
    for name, value in document.lead:
        yield one_line(name)
        yield one_line(value)
    yield from (one_line(plain(notice)) for notice in document.notices)
    for block in parts(document.about):
        yield from said(block)
    for section in sections(document):
        yield one_line(section.title)
        for block in parts(section.blocks):
            yield from said(block)


@settings(max_examples=40)
@given(documents())
def test_every_text_is_found_again_in_its_order_and_nothing_else_is_made_of_it(document: Document) -> None:
    tokens = READER.parse(written(document))
    assert set(kinds(tokens)) <= BLOCKS | INLINE
    whole = "\n\n".join(paragraphs(tokens))
    at = 0
    for expected in every_text(document):
        found = whole.find(expected, at)
        assert found >= 0, expected
        at = found + len(expected)


@settings(max_examples=40)
@given(documents())
def test_headings_quotes_and_lists_are_those_of_the_document_alone(document: Document) -> None:
    tokens = READER.parse(written(document))
    headings = [shown(after) for token, after in pairwise(tokens) if token.type == "heading_open"]
    assert headings == [one_line(title) for title in (document.title, *(s.title for s in sections(document)))]
    blocks = [*parts(document.about), *(b for s in sections(document) for b in parts(s.blocks))]
    quotes = [b.words for b in blocks if isinstance(b, Quote) or (isinstance(b, Turn) and b.person)]
    assert count(tokens, "blockquote") == len([words for words in quotes if words.strip("\n")])
    tables = [block for block in blocks if isinstance(block, Table)]
    entries = sum(
        len(block.items) if isinstance(block, Items) else len(block.pairs) if isinstance(block, Pairs) else 1
        for block in blocks
        if isinstance(block, Items | Pairs | Callout)
    )
    if count(tokens, "table") == len(tables):
        assert count(tokens, "list_item") == entries
    else:
        assert count(tokens, "list_item") > entries


@settings(max_examples=15)
@given(documents())
def test_the_same_document_always_gives_the_same_bytes(document: Document) -> None:
    assert to_markdown(document, THEME, "a") == to_markdown(document, THEME, "a")


@given(text())
def test_looks_take_nothing_from_a_text(runs: Text) -> None:
    (_, token, _) = READER.parse(inline(runs))
    assert {child.type for child in token.children or ()} <= INLINE
    assert shown(token) == one_line(plain(runs))


@given(
    st.lists(st.tuples(st.sampled_from([*"ab.*_ (é\U0001f600-"]), st.booleans(), st.booleans()), min_size=1)
)
def test_looks_meet_in_any_way_and_still_leave_the_text(given: list[tuple[str, bool, bool]]) -> None:
    runs = tuple(Run(text, strong=strong, emphasis=emphasis) for text, strong, emphasis in given)
    expected = one_line(plain(runs))
    tokens = READER.parse(f"x {inline(runs)}")
    assert shown(tokens[1]) == f"x {expected}".strip()


def test_a_look_begins_and_ends_between_words_only() -> None:
    bold = Run("bold", strong=True)
    assert inline((Run("a "), bold, Run(", b"))) == "a **bold**, b"
    assert inline((Run("a"), bold, Run("b"))) == "aboldb"
    assert inline((bold, Run(" too", tone=Tone.STOP))) == "**bold too**"
    assert inline((bold, Run(" and quiet", strong=True, emphasis=True))) == "**bold _and quiet_**"


def test_a_lead_stands_out_and_what_is_muted_steps_back() -> None:
    assert (
        body(Paragraph(line("Now."), Tone.LEAD), Paragraph(line("09:30"), Tone.MUTED))
        == "**Now.**\n\n_09:30_"
    )


def test_lists_stay_close_where_their_entries_are_short_and_keep_their_numbers() -> None:
    inner = Items(items=((Paragraph(line("in")),),))
    first = Items(items=((Paragraph(line("a")), inner), (Paragraph(line("b")),)), numbered=True, start=9)
    assert body(first) == "9. a\n   - in\n10. b"


def test_lists_below_each_other_stay_apart() -> None:
    one = Items(items=((Paragraph(line("a")),),))
    other = Items(items=((Paragraph(line("b")),),), numbered=True)
    tokens = READER.parse(body(one, one, Pairs((("a", line("b")),)), other, other, one))
    assert count(tokens, "bullet_list") == 4
    assert count(tokens, "ordered_list") == 2


def test_warnings_below_each_other_are_one_list_with_all_that_belongs_to_each() -> None:
    warning = Callout(
        title=line("Title"),
        tone=Tone.STOP,
        blocks=(Paragraph(line("why")), Quote(words="as\nsaid", by="Anna")),
    )
    tokens = READER.parse(body(warning, warning))
    assert count(tokens, "bullet_list") == 1
    assert count(tokens, "list_item") == count(tokens, "blockquote") == 2
    assert {token.level for token in tokens if token.type == "blockquote_open"} == {2}


def test_columns_of_a_table_line_up_whatever_is_in_them() -> None:
    table = Table(
        caption="All",
        columns=(Column(title="Where"), Column(title="中文 | é"), Column(title="By", to_fill_in=True)),
        rows=((line("here"), (Run("yes", strong=True),), ()), (line("日本語日本語"), line("a_b"), ())),
    )
    caption, _, *rows = body(table).split("\n")
    assert caption == "_All_"
    assert len({cells(row) for row in rows}) == 1
    tokens = READER.parse("\n".join(rows))
    assert count(tokens, "th") == 3
    assert count(tokens, "td") == 6


def test_what_would_begin_a_list_is_left_alone_where_nothing_begins() -> None:
    table = Table(
        caption="All",
        columns=(Column(title="1. What"), Column(title="- Why")),
        rows=((line("1. first"), line("+ 1")),),
    )
    document = body(table, Pairs((("1. Name", line("1. value")), ("", line("1. only")))))
    assert "\\" not in document.replace("- 1\\. only", "")
    assert count(READER.parse(document), "ordered_list") == 0


def test_rows_that_are_too_long_become_entries_that_name_each_cell_and_keep_room_to_write() -> None:
    table = Table(
        caption="Steps",
        columns=(
            Column(title="What"),
            Column(title="Done?"),
            Column(title="Why"),
            Column(title="Owner", to_fill_in=True),
        ),
        rows=(
            (line("Name an owner"), line("no"), line("word " * 40), ()),
            (line("Short"), (), line("so"), ()),
        ),
    )
    document = body(table)
    assert document.startswith("_Steps_\n\n- What: **Name an owner**\n  - Done? no\n  - Why: word word")
    assert document.endswith("- What: **Short**\n  - Why: so\n  - Owner:")
    assert max(map(cells, document.split("\n"))) <= WIDTH


def test_what_a_person_said_is_a_quote_and_what_the_bot_asked_is_bold() -> None:
    turns = (
        Turn(words="Who?\nAnd when?", question=True),
        Turn(words="we", person=True, marks=("09:30", "Anna"), withdrawn=True),
        Turn(words="Thanks."),
    )
    asked, answered, marks, thanks = body(*turns).split("\n\n")
    assert asked == "**Who?**  \n**And when?**"
    assert answered == "> we"
    assert re.fullmatch("_09:30, Anna, .+_", marks)
    assert thanks == "Thanks."


def test_that_something_no_longer_counts_or_was_chosen_is_said_in_words() -> None:
    marks = ("09:30",)
    assert body(Turn(words="a", person=True, marks=marks)) != body(
        Turn(words="a", person=True, marks=marks, withdrawn=True)
    )
    assert body(Quote(words="a")) != body(Quote(words="a", chosen=True))
    own = replace(THEME, texts={"markdown.withdrawn": "OUT", "markdown.chosen": "LIST"})
    blocks = (Turn(words="a", person=True, withdrawn=True), Quote(words="a", chosen=True))
    document = to_markdown(of(*blocks), own).data.decode()
    assert "_OUT_" in document
    assert "LIST" in document


@pytest.mark.parametrize(
    "stem", ["advice", "my advice (2) [x] 50%", "a:b/../c", "rätsel\udcff", "<b> &amp; `"]
)
def test_a_picture_is_a_file_beside_it_that_is_linked_whatever_its_name(stem: str) -> None:
    from os import fsencode
    from urllib.parse import unquote_to_bytes

    made = to_markdown(of(figure()), THEME, stem)
    (companion,) = made.companions
    assert companion.data.startswith(b"<svg")
    (image,) = [
        child
        for token in READER.parse(made.data.decode())
        for child in token.children or ()
        if child.type == "image"
    ]
    address = image.attrs["src"]
    assert isinstance(address, str)
    assert re.fullmatch(r"[\w.~%-]+", address, re.ASCII)
    assert unquote_to_bytes(address) == fsencode(f"{stem}{companion.ending}")
    assert one_line(image.content) == figure().alt


def test_without_a_file_name_the_words_of_a_picture_stand_in_its_place() -> None:
    made = to_markdown(of(figure()), THEME)
    assert not made.companions
    assert figure().alt in made.data.decode()
    assert "![" not in made.data.decode()


def test_a_picture_inside_a_list_has_its_file_too() -> None:
    inside = Items(items=((Paragraph(line("a")), figure("one")),))
    warning = Callout(title=line("a"), tone=Tone.STOP, blocks=(figure("two"), figure("one")))
    endings = [one.ending for one in to_markdown(of(inside, warning), THEME, "a").companions]
    assert endings == ["-one.svg", "-two.svg"]


def test_headings_go_no_deeper_than_there_are() -> None:
    section = Section(id="s9", title="9")
    for depth in range(8, 0, -1):
        section = Section(id=f"s{depth}", title=str(depth), sections=(section,))
    tokens = READER.parse(written(replace(of(), sections=(section,))))
    levels = [token.tag for token in tokens if token.type == "heading_open"]
    assert levels == ["h1", "h2", "h3", "h4", "h5", "h6", "h6", "h6", "h6", "h6"]


def test_no_line_is_longer_than_it_needs_to_be_and_none_ends_in_blanks_but_where_a_line_ends() -> None:
    document = written(everything(), "advice")
    for row in document.split("\n"):
        assert cells(row) <= WIDTH or row.startswith(("#", "|", "!["))
        assert not re.search(r"(?<! ) $", row)


def test_a_frame_of_ones_own_chooses_sections_and_gets_everything_else_escaped() -> None:
    frame = b"*Ours* {{ title }}\n{% for s in sections if s.id == 'rest' %}\n{{ s.markdown }}\n{% endfor %}\n"
    own = replace(THEME, files={**THEME.files, "report.md.j2": frame})
    document = to_markdown(replace(everything(), title=HOSTILE[0]), own).data.decode()
    tokens = READER.parse(document)
    assert paragraphs(tokens)[0] == f"Ours {HOSTILE[0]}"
    assert "## The rest" in document
    assert "## In short" not in document


def test_ten_thousand_messages_are_written_one_after_the_other() -> None:
    turns = tuple(
        turn
        for at in range(5_000)
        for turn in (
            Turn(words=f"Question {at}?", question=True),
            Turn(words="yes\n" * 3, person=True, marks=("x",)),
        )
    )
    assert written(of(*turns)).count("> yes") == 15_000


def test_an_answer_to_tick_has_a_box_in_front() -> None:
    answers = Items(items=((Paragraph(line("One")),), (Paragraph(line("Other")),)), ticks=True)
    assert body(answers) == f"- {TICK} One\n- {TICK} Other"
