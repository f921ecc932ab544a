"""Finding words in a conversation: what is found, what is marked, and what it costs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chatbot.chat.entries import Entry
from chatbot.chat.finding import Finder, marked
from chatbot.chat.lines import HERE, Role
from chatbot.chat.widgets.search_line import SearchLine


def words_marked(lines):
    return [span.text for line in lines for span in line.spans if span.role is Role.FOUND]


def test_case_and_white_space_do_not_matter():
    texts = ["An audit\n  trail", "nothing", "AUDIT TRAILS", "audittrail"]
    assert Finder().find("audit  Trail", texts) == [0, 2]
    assert Finder().find("  ", texts) == []


def test_texts_that_come_later_are_found_too():
    finder = Finder()
    assert finder.find("b", ["a", "b"]) == [1]
    assert finder.find("b", ["a", "b", "ab"]) == [1, 2]


def test_words_are_marked_in_the_text_and_not_in_the_frame():
    lines = Entry("bot", "a bot says bot").lines(60)
    assert words_marked(marked(lines, "BOT")) == ["bot", "bot"]
    assert marked(lines, "bot")[0].text == lines[0].text


def test_words_are_marked_across_the_end_of_a_line_and_within_a_long_word():
    wrapped = marked(Entry("bot", "the audit trail is kept").lines(16), "audit trail")
    assert "".join(words_marked(wrapped)).replace(" ", "") == "audittrail"
    assert len(wrapped) > 1
    broken = marked(Entry("bot", "x" * 20 + "needle" + "x" * 20).lines(28), "needle")
    assert "".join(words_marked(broken)) == "needle"


@given(st.text(max_size=80), st.text(max_size=6), st.integers(10, 60))
def test_marking_never_changes_a_letter_or_a_width(text, words, width):
    lines = Entry("bot", text).lines(width)
    assert [line.text for line in marked(lines, words)] == [line.text for line in lines]


async def test_a_key_opens_the_search_and_escape_closes_it(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("ctrl+f", *"finder")
        line = hand.app.screen.query_one(SearchLine)
        hits = [at for at, text in enumerate(hand.said) if "finder" in text.casefold()]
        assert line.hits == len(hits) > 1
        assert line.here == hits[-1]
        assert f"{len(hits)} of {len(hits)}" in hand.picture
        assert HERE in hand.picture
        await hand.press("enter")
        assert line.here == hits[-2]
        await hand.press("down", "down")
        assert line.here == hits[0]
        await hand.press("up")
        assert line.here == hits[-1]
        await hand.press("escape")
        assert not hand.app.screen.query(SearchLine)
        assert hand.talk.prompt.has_focus
        assert hand.talk.card.asking.id == "rules"


async def test_what_is_typed_in_the_search_answers_nothing(opens, interview):
    async with opens(interview, until="aim") as hand:
        await hand.press("ctrl+f", "1", "enter", "enter")
        assert set(interview.state.answers) == {"name"}


async def test_the_search_key_again_goes_to_an_older_one(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("ctrl+f", *"finder")
        line = hand.app.screen.query_one(SearchLine)
        before = line.here
        await hand.press("ctrl+f")
        assert line.here < before


async def test_what_is_not_there_is_said(opens, interview):
    async with opens(interview, until="rules", size=(50, 24)) as hand:
        await hand.press("ctrl+f", *"zzz")
        assert hand.app.screen.query_one(SearchLine).hits == 0
        assert "nothing found" in hand.picture


async def test_the_one_that_was_found_is_in_view(opens, interview):
    async with opens(interview, until="aim", size=(80, 24)) as hand:
        for number in range(60):
            interview.note(f"remark number {number}", None)
        hand.talk.transcript.add([Entry("note", f"remark number {number}") for number in range(60)])
        await hand.press("ctrl+f", *"number 7")
        await hand.press("down")
        assert "remark number 7" in hand.picture


async def test_a_resize_keeps_the_focus_in_the_search(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("ctrl+f")
        await hand.pilot.resize_terminal(60, 20)
        await hand.pilot.pause()
        await hand.press(*"finder")
        assert hand.app.screen.query_one(SearchLine).hits > 1
