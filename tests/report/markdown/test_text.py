"""What somebody typed comes out of Markdown as that text, whatever it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from chatbot.report.document.signs import on_one_line, signs
from chatbot.report.writers.markdown.text import WIDTH, escaped, folded, lines

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
SPECIAL = "\\`*_{}[]()<>#+-.!|~^$&;:=@/\"'% \t\n\r\x00\x1b\x7f\x85 \u2028\u202e1aé漢\U0001f600"
BREAKS = {"hardbreak": "\n", "softbreak": " "}
texts = st.one_of(
    st.text(),
    st.text(alphabet=SPECIAL),
    st.lists(
        st.sampled_from(
            [
                *("# ", "> ", "- ", "1. ", "---", "===", "```", "~~~", "| a |", "|-|", "<b>", "<!--", "](x)"),
                *("https://a.b/c", "www.a.bc", "me@a.bc", "&lt;", "&#60;", "    ", "\t", "\n", "![a](b)"),
                *("[a]: b", "**a**", "__a__", "a_b", "\\", "\\\n", "  \n", "<script>", "a", " "),
            ]
        )
    ).map("".join),
)


def quoted(text: str, width: int = 10_000) -> str:
    """A block quote of what somebody wrote."""
    return "\n".join(f"> {row}" if row else ">" for line in lines(text) for row in folded(line, width))


def words_of(child: Token) -> str:
    """The text of a part of a paragraph; marks have none."""
    return child.content or BREAKS.get(child.type, "")


def read_back(tokens: list[Token], allowed: set[str], marks: frozenset[str] = frozenset()) -> str:
    """The plain text of a document, which may hold no elements but those allowed."""
    paragraphs = []
    for token in tokens:
        assert token.type.removesuffix("_open").removesuffix("_close") in allowed, token
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", *BREAKS, *marks}, kinds
            paragraphs.append("".join(map(words_of, token.children or ())))
    return "\n\n".join(paragraphs)


@given(texts)
@example("a\n---\nb | c\n-|-\n1 | 2")
@example("_a_b_ *c* `d` <e> &amp; \\")
@example("\xa0 padded \u3000")
def test_a_quote_holds_the_very_text_and_nothing_but_lines(text: str) -> None:
    for document in (quoted(text), quoted(text, 9)):
        back = read_back(READER.parse(document), {"blockquote", "paragraph", "inline"})
        assert back == re.sub(r"\n{2,}", "\n\n", signs(text)).strip("\n")


@given(texts)
def test_a_line_in_a_heading_a_list_or_a_cell_is_the_very_text(text: str) -> None:
    shown = on_one_line(text)
    heading = READER.parse(f"# {escaped(text)}\n\n- **{escaped(text) or 'x'}:** x\n")
    assert not shown or heading[1].content
    assert "".join(child.content for child in heading[1].children or ()) == shown
    assert {child.type for child in heading[1].children or ()} <= {"text"}
    table = READER.parse(f"| a | b |\n|---|---|\n| {escaped(text)} | c |\n")
    cells = [token for token in table if token.type == "inline"]
    assert ["".join(child.content for child in cell.children or ()) for cell in cells] == [
        "a",
        "b",
        shown,
        "c",
    ]
    assert {child.type for child in cells[2].children or ()} <= {"text"}


@given(texts)
def test_a_line_in_a_paragraph_is_the_very_text(text: str) -> None:
    shown = on_one_line(text)
    for around in ("", "x "):
        assert (
            read_back(READER.parse(f"{around}{escaped(text)}"), {"paragraph", "inline"})
            == around.rstrip("" if shown else " ") + shown
        )


@given(texts)
def test_lines_of_their_own_are_the_very_text_in_bold_as_well(text: str) -> None:
    expected = re.sub(r"\n{2,}", "\n\n", signs(text)).strip("\n")
    for strong in (False, True):
        document = "\n".join(row for line in lines(text, strong=strong) for row in folded(line, 20))
        marks = frozenset({"strong_open", "strong_close"} if strong else ())
        assert read_back(READER.parse(document), {"paragraph", "inline"}, marks) == expected


@given(texts)
def test_folding_changes_nothing_but_the_look_of_the_file(text: str) -> None:
    whole = escaped(text * 7)
    assert READER.render("\n".join(folded(whole, 20))).replace("\n", " ") == READER.render(whole).replace(
        "\n", " "
    )


@pytest.mark.parametrize("word", ["a", "- ", "\\*"])
def test_a_long_line_is_folded_in_a_time_that_grows_with_it(word: str) -> None:
    assert "".join(folded(f"{word} " * 100_000, 20)).count(word) == 100_000


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=12), min_size=30))
def test_ordinary_words_are_folded_at_the_width(words: list[str]) -> None:
    rows = folded(" ".join(words))
    assert all(len(row) <= WIDTH for row in rows)
    assert " ".join(rows) == " ".join(words)


@pytest.mark.parametrize(
    "text",
    ["R&D, 5 < 6", "snake_case_name", "3.5 percent", "a - b", "it's (nearly) done!", "50 %, a/b; c: d"],
)
def test_ordinary_writing_is_hardly_touched(text: str) -> None:
    assert escaped(text).replace("&lt;", "<") == text


@given(st.text())
def test_signs_leave_no_character_that_controls_or_reorders(text: str) -> None:
    shown = signs(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
    shown.encode()


def test_signs_tell_one_hidden_character_from_another() -> None:
    assert signs("\x1b[2J") == "␛[2J"
    assert signs("\u202egnp.exe") != signs("\u202dgnp.exe")
    assert signs("a\r\nb\rc\td") == "a\nb\nc\td"
