"""The transcript: where it stands, what it costs, and what is copied from it."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.app import App
from textual.geometry import Offset
from textual.selection import Selection

from chatbot.chat.entries import Entry, entries
from chatbot.chat.widgets.transcript import Transcript
from chatbot.conversation.utterances import Kind, bot, person


class Host(App):
    """Nothing but a transcript."""

    CSS = "Transcript { height: 1fr; overflow-y: scroll; }"

    def compose(self):
        yield Transcript()


def messages(count, first=0):
    return [
        Entry("bot", f"message {number} with some words", apart=True)
        for number in range(first, first + count)
    ]


def shown(transcript):
    return [transcript.render_line(y).text.rstrip() for y in range(transcript.size.height)]


async def test_what_is_short_stands_at_the_bottom():
    async with Host().run_test(size=(40, 10)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        transcript.replace([Entry("bot", "Hello.")])
        await pilot.pause()
        assert shown(transcript)[-1] == "bot   Hello."
        assert not any(shown(transcript)[:-1])


async def test_it_stays_at_the_end_and_stays_where_the_reader_went():
    async with Host().run_test(size=(40, 10)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        transcript.replace(messages(50))
        await pilot.pause()
        transcript.add(messages(1, 50))
        await pilot.pause()
        assert "message 50" in shown(transcript)[-1]
        transcript.scroll_to(y=20, animate=False)
        await pilot.pause()
        before = shown(transcript)
        transcript.add(messages(1, 51), follow=False)
        await pilot.pause()
        assert shown(transcript)[:-1] == before[:-1]
        assert transcript.unseen == 1
        assert "message 51" in shown(transcript)[-1]
        transcript.add(messages(1, 52))
        await pilot.pause()
        assert "message 52" in shown(transcript)[-1]
        assert transcript.unseen == 0


async def test_another_width_wraps_anew_and_keeps_the_place():
    async with Host().run_test(size=(60, 10)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        transcript.replace(messages(50))
        await pilot.pause()
        await pilot.resize_terminal(24, 10)
        await pilot.pause()
        assert "words" in shown(transcript)[-1]
        assert all(len(line) <= 24 for line in shown(transcript))
        transcript.scroll_to(y=3 * transcript.virtual_size.height // 5, animate=False)
        await pilot.pause()
        place = next(line for line in shown(transcript) if "message" in line).split()[2]
        await pilot.resize_terminal(60, 10)
        await pilot.pause()
        assert place in " ".join(shown(transcript))


async def test_one_more_message_after_ten_thousand_wraps_no_other(monkeypatch):
    wrapped = Counter()
    lines = Entry.lines
    monkeypatch.setattr(Entry, "lines", lambda self, width: wrapped.update([self.text]) or lines(self, width))
    async with Host().run_test(size=(40, 10)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        transcript.replace(messages(10_000))
        await pilot.pause()
        wrapped.clear()
        transcript.add(messages(1, 10_000))
        await pilot.pause()
        assert set(wrapped) == {"message 10000 with some words"}


@pytest.mark.parametrize("width", [24, 60])
async def test_what_is_copied_is_the_text_without_frame_and_wrapping(width):
    async with Host().run_test(size=(width, 12)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        transcript.replace([Entry("bot", "one two three four five six"), Entry("you", "seven")])
        await pilot.pause()
        everything = Selection(None, None)
        assert transcript.get_selection(everything) == ("one two three four five six\nseven", "\n")
        start = Offset(shown(transcript)[-3 if width == 24 else -2].index("two"), 0)
        assert transcript.get_selection(Selection(start, None))[0].startswith("two three")


@pytest.mark.parametrize("width", [24, 30, 60])
@pytest.mark.parametrize(
    "text",
    ["first line\nsecond  line, which is longer than the first\n\nlast", "x" * 70, "a " + "日本" * 30 + " b"],
)
async def test_line_ends_and_long_words_are_copied_as_they_were(width, text):
    async with Host().run_test(size=(width, 24)) as pilot:
        transcript = pilot.app.query_one(Transcript)
        transcript.replace([Entry("bot", text)])
        await pilot.pause()
        copied = transcript.get_selection(Selection(None, None))[0]
        assert copied.split() == text.split()
        assert copied.count("\n") == text.count("\n")


def test_who_speaks_is_said_in_words_and_topics_have_a_heading():
    told = [
        bot(Kind.GREETING, "Hello."),
        bot(Kind.TOPIC, "First this."),
        bot(Kind.QUESTION, "What?", "what"),
        person(Kind.ANSWER, "That", "what"),
        bot(Kind.REPLY, "I see.", "what"),
        person(Kind.NOTE, "Ask Kim.", "what"),
    ]
    made = list(entries(told, lambda question: f"About {question}"))
    assert [entry.label for entry in made] == ["bot", "bot", "bot", "you", "bot", "note"]
    assert [entry.heading for entry in made if entry.heading] == ["About what"]


def test_control_characters_are_shown_as_replaced_and_lines_stay():
    (made,) = entries([person(Kind.ANSWER, "a\x1b[2J\nb")], str)
    assert "\x1b" not in made.text
    assert [line.text[6:] for line in made.lines(40)] == made.text.split("\n")
