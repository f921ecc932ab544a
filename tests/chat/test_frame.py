"""The frame: at every size and with every text, each row is as wide as the terminal and has no stray sign."""

from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len

from chatbot.chat.screens.help import HelpScreen

TEXTS = {
    "long word": "Verantwortungsübergabeprotokoll" * 12,
    "right to left": "שלום עולם \u202eabc\u202c مرحبا بالعالم " * 6,
    "combining": "e\u0301\u0323\u0308" * 60 + " o\u0302" * 60,
    "wide": "日本語の作業指示書の変更管理" * 10,
    "zero width": "a\u200bb\u200dc\ufe0f\u2060d " * 30,
    "lines": "one\n\n\ntwo\tthree\r\nfour",
}
SIZES = [(24, 9), (30, 12), (50, 20), (80, 24), (120, 36), (200, 50), (250, 60)]


def rows(app):
    """What stands in each row of the screen."""
    return ["".join(part.text for part in line) for line in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_row_fits_whatever_was_typed(opens, interview, size):
    for text in TEXTS.values():
        interview.note(text, None)
    async with opens(interview, size=size) as hand:
        for at, text in enumerate(TEXTS.values()):
            await hand.say("back 1" if at else text)
            await hand.say(text)
            assert {cell_len(row) for row in rows(hand.app)} == {size[0]}
        for keys in (["pageup"], ["f2"], ["escape", "f8"], ["escape", "f1"]):
            await hand.press(*keys)
            assert {cell_len(row) for row in rows(hand.app)} == {size[0]}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_frame_has_no_emoji_and_no_sign_of_uncertain_width(opens, interview, size):
    async with opens(interview, size=size, until="rules") as hand:
        for keys in ([], ["right", "down"], ["f8"], ["escape", "f1"], ["escape", "ctrl+f", "z"]):
            await hand.press(*keys)
            signs = {sign for row in rows(hand.app) for sign in row if not sign.isascii()}
            assert all(
                unicodedata.category(sign) not in ("So", "Mn", "Cf") or sign in _PLAIN for sign in signs
            )
            assert all(unicodedata.east_asian_width(sign) not in ("W", "F") for sign in signs)


_PLAIN = frozenset("│─╭╮╰╯▌▐█▀▄▁▂▃▅▆▇▔▕▎✓●○")
"""Lines, blocks, ticks and circles: signs that every terminal shows in one cell."""


@pytest.mark.parametrize("width", [120, 160, 250])
async def test_text_is_never_wider_than_can_be_read(opens, interview, width):
    interview.note("word " * 200, None)
    async with opens(interview, size=(width, 40), until="aim") as hand:
        assert max(cell_len(line.text) for line in hand.talk.card.lines()) <= 100
        assert hand.talk.transcript.size.width <= 100
        await hand.press("f1")
        assert isinstance(hand.app.screen, HelpScreen)
        assert hand.app.screen.query_one("#page").size.width <= 104
