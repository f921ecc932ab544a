"""What comes in may be any bytes; what goes out are lines that a screen reader can read."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.cells import cells
from chatbot.plain.channel import BOT, PROMPT, Channel, Typed


def read(data: bytes, *, interactive: bool = False) -> list[Typed]:
    channel = Channel(io.BytesIO(data), io.StringIO(), interactive=interactive, width=lambda: None)
    lines = []
    while (typed := channel.ask()) is not None:
        lines.append(typed)
    return lines


def written(text: str, width: int | None = None) -> list[str]:
    out = io.StringIO()
    Channel(io.BytesIO(), out, interactive=False, width=lambda: width).say(text)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_line_ends_as_on_any_system_or_with_the_input(end: bytes) -> None:
    assert read(b"two words" + end) == [Typed("two words")]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_no_part_of_the_first_line(mark: bytes) -> None:
    assert read(mark + b"one\ntwo\n") == [Typed("one"), Typed("two")]


def test_what_is_not_utf_8_is_kept_as_far_as_it_can_be_read_and_remarked_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "utf-8")
    (typed,) = read("für alle\n".encode("latin-1"))
    assert typed.words == "f\N{REPLACEMENT CHARACTER}r alle"
    assert typed.remark


def test_a_line_in_the_encoding_of_the_machine_is_read_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")
    assert read("für alle\n".encode("cp1252")) == [Typed("für alle")]


@pytest.mark.parametrize(
    "typed", [b"a\x00b", b"a\x1b[Ab", b"a\x1b[200~b", b"a\x07b", b"\x1bOPab", b"a\xc2\x9bb"]
)
def test_keys_and_control_characters_are_left_out_and_remarked_on(typed: bytes) -> None:
    (line,) = read(typed + b"\n")
    assert line.words == "ab"
    assert line.remark


def test_a_megabyte_on_one_line_is_one_line() -> None:
    first, second = read(b"x" * 1_000_000 + b"\nnext\n")
    assert len(first.words) == 1_000_000
    assert second.words == "next"


def test_what_goes_beyond_the_longest_line_is_dropped_and_the_next_line_is_whole() -> None:
    first, second = read(b"x" * 9_000_000 + b"\nnext\n")
    assert len(first.words) < 9_000_000
    assert second.words == "next"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cut a typed line elsewhere or not at all")
def test_a_typed_line_that_the_terminal_has_cut_is_not_taken_for_the_whole() -> None:
    (typed,) = read(b"x" * 4095 + b"\n", interactive=True)
    assert typed.words == ""
    assert typed.remark


@given(st.binary(max_size=300))
def test_any_bytes_come_in_as_lines_without_control_characters(data: bytes) -> None:
    for typed in read(data):
        assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in typed.words)


def test_piped_input_is_written_after_the_prompt_so_that_the_conversation_is_complete() -> None:
    out = io.StringIO()
    channel = Channel(io.BytesIO(b"hello\n"), out, interactive=False, width=lambda: None)
    channel.ask()
    assert out.getvalue() == f"{PROMPT}hello\n"


def test_a_terminal_shows_what_is_typed_by_itself() -> None:
    out = io.StringIO()
    Channel(io.BytesIO(b"hello\n"), out, interactive=True, width=lambda: 80).ask()
    assert out.getvalue() == PROMPT


def test_without_a_width_a_paragraph_stays_on_one_line() -> None:
    assert written("word " * 100) == [BOT + ("word " * 100).rstrip()]


def test_every_line_of_a_message_but_the_first_is_set_in() -> None:
    assert written("one\ntwo") == [f"{BOT}one", "  two"]


def test_text_that_somebody_typed_cannot_move_the_cursor() -> None:
    assert "\x1b" not in written("\x1b[2J\x9b1A")[0]


@given(st.text(alphabet=st.sampled_from("ab é中\u0301"), max_size=200), st.integers(20, 60))
def test_no_line_is_wider_than_the_terminal_unless_one_word_is(text: str, width: int) -> None:
    for line in written(text, width):
        assert cells(line) <= width or len(line.removeprefix(BOT).split()) == 1


@given(st.text(alphabet=st.sampled_from("ab é中"), max_size=200), st.integers(20, 60))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert " ".join(written(text, width)).removeprefix(BOT).split() == text.split()
