"""What a terminal may send that is no text: bytes that are no UTF-8, and control characters in a paste."""

from __future__ import annotations

import sys

import pytest
from textual import events
from textual.app import App, ComposeResult

from chatbot.chat.terminal_input import forgive_strange_bytes
from chatbot.chat.widgets.field import Field


@pytest.mark.skipif(sys.platform == "win32", reason="there the terminal gives characters")
def test_bytes_that_are_no_utf_8_become_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    from textual.drivers import linux_driver

    monkeypatch.setattr(linux_driver, "getincrementaldecoder", linux_driver.getincrementaldecoder)
    forgive_strange_bytes()
    decode = linux_driver.getincrementaldecoder("utf-8")().decode
    assert decode(b"a\xff\xc3(b") == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}(b"
    assert decode("ö".encode()) == "ö"


class OneField(App[None]):
    def compose(self) -> ComposeResult:
        yield Field(id="field")


async def test_a_paste_into_a_field_is_its_first_line_without_what_cannot_be_seen() -> None:
    app = OneField()
    async with app.run_test() as pilot:
        field = app.query_one(Field)
        field.focus()
        field.post_message(events.Paste("ab\x1b[2J\x9b2J\u202ec\x00\nsecond"))
        await pilot.pause()
        assert field.value == "ab[2J2Jc"
