"""A place to be: where the reader is, what is new below, going to a question, beginning again, the mouse."""

from __future__ import annotations

from textual.command import CommandPalette

from chatbot.chat.palette import Questions
from chatbot.chat.screens.interview import InterviewScreen
from chatbot.chat.screens.restart import RestartScreen
from chatbot.chat.screens.review import ReviewScreen
from chatbot.chat.widgets.pick_list import PickList
from chatbot.conversation.talk import Talk
from chatbot.dialog.understanding.understood import Intent
from chatbot.interview.interview import Interview


async def test_who_reads_above_and_answers_on_the_card_goes_on_reading(opens, interview):
    async with opens(interview, size=(60, 20), until="aim") as hand:
        await hand.press("pageup")
        assert "Ctrl+End" in hand.picture
        top = hand.talk.transcript.scroll_offset.y
        await hand.press("down", "down", "enter")
        assert "aim" in interview.state.answers
        assert hand.talk.transcript.scroll_offset.y == top
        assert hand.talk.transcript.unseen > 0
        assert f"{hand.talk.transcript.unseen} new below" in hand.picture
        await hand.press("ctrl+end")
        assert hand.talk.transcript.follows
        assert hand.talk.transcript.unseen == 0
        assert "new below" not in hand.picture


async def test_who_reads_above_is_shown_that_an_answer_was_not_recorded(opens, interview, store):
    async with opens(interview, size=(60, 20), until="aim") as hand:
        Talk(Interview.resume(store, interview.id)).say("2")
        await hand.press("pageup", "down", "enter")
        assert hand.talk.transcript.follows
        assert hand.talk.card.asking.id == "rules"


async def test_who_types_sees_what_comes_of_it(opens, interview):
    async with opens(interview, size=(60, 20), until="aim") as hand:
        await hand.press("pageup")
        await hand.say("why")
        assert hand.talk.transcript.follows


async def test_a_click_on_what_is_below_goes_there(opens, interview):
    async with opens(interview, size=(60, 20), until="aim") as hand:
        await hand.press("pageup")
        height = hand.talk.transcript.size.height
        await hand.pilot.click("#transcript", offset=(5, height - 1))
        await hand.pilot.pause()
        assert hand.talk.transcript.follows


async def test_the_wheel_scrolls(opens, interview):
    async with opens(interview, size=(60, 20), until="aim") as hand:
        hand.talk.transcript.action_scroll_up()
        await hand.pilot.pause()
        assert not hand.talk.transcript.follows


async def test_the_palette_finds_every_question_that_was_asked(opens, interview):
    async with opens(interview, until="rules") as hand:
        provider = Questions(hand.talk)
        hits = [hit async for hit in provider.search("question")]
        assert len(hits) == 3
        (first,) = [hit for hit in hits if hit.text.startswith("Question 1")]
        first.command()
        await hand.pilot.pause()
        assert hand.talk.card.asking.id == "name"


async def test_a_question_is_gone_to_from_the_keyboard_alone(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.talk.run_action("go_to_question")
        await hand.pilot.pause()
        assert isinstance(hand.app.screen, CommandPalette)
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()
        await hand.press("down", "enter")
        await hand.pilot.pause()
        assert hand.talk.card.asking.id != "rules"


async def test_what_somebody_typed_is_no_markup_in_the_palette(opens, interview, hostile):
    async with opens(interview) as hand:
        await hand.say(hostile)
        await hand.press("ctrl+p")
        await hand.app.workers.wait_for_complete()
        await hand.press(*"question 1")
        await hand.app.workers.wait_for_complete()
        await hand.pilot.pause()
        assert "[/b] <script>" in hand.picture


async def test_change_without_a_question_opens_the_review(opens, interview):
    async with opens(interview, until="rules") as hand:
        hand.talk.action_perform(Intent.CHANGE)
        await hand.pilot.pause()
        assert isinstance(hand.app.screen, ReviewScreen)


async def test_restart_asks_and_keeps_this_interview(opens, interview, store):
    async with opens(interview, until="rules") as hand:
        await hand.say("restart")
        assert isinstance(hand.app.screen, RestartScreen)
        assert interview.id in hand.picture
        await hand.press("enter")
        assert hand.interview is interview
        await hand.say("restart")
        await hand.press("y")
        await hand.pilot.pause()
        assert hand.interview.id != interview.id
        assert hand.interview.held.script.dialog == interview.held.script.dialog
        assert hand.talk.card.asking.id == "name"
        assert sum(isinstance(screen, InterviewScreen) for screen in hand.app.screen_stack) == 1
        await hand.say("Other")
        assert "name" in hand.interview.state.answers
    assert set(Interview.resume(store, interview.id).state.answers) == {"name", "aim"}


async def test_the_way_at_a_crossroads_is_not_taken_by_a_key_that_came_too_early(opens, interview):
    now = [100.0]
    async with opens(interview, until="spread", grace=0.5, clock=lambda: now[0]) as hand:
        now[0] += 1
        await hand.press("down", "enter")
        assert hand.talk.card.crossroads is not None
        for _ in range(2):
            await hand.press("down")
        await hand.press("enter")
        assert hand.app.screen is hand.talk
        now[0] += 1
        await hand.press("enter")
        assert isinstance(hand.app.screen, ReviewScreen)


async def test_what_the_bot_waits_for_is_not_given_by_a_key_that_came_too_early(opens, interview):
    now = [100.0]
    async with opens(interview, grace=0.5, clock=lambda: now[0]) as hand:
        now[0] += 1
        await hand.press("f7")
        assert hand.talk.exchange.awaits_words
        await hand.say("y")
        assert not interview.state.notes
        assert hand.talk.prompt.text == "y"
        now[0] += 1
        await hand.press("enter")
        assert [note.what.text for note in interview.state.notes] == ["y"]


async def test_lines_of_the_review_and_keys_below_it_can_be_clicked(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.say("review")
        picks = hand.app.screen.query_one(PickList)
        row = next(at for at, line in enumerate(picks.lines()) if line.target == "name")
        await hand.pilot.click("#list", offset=(10, row + 1))
        await hand.pilot.pause()
        assert hand.talk.card.asking.id == "name"
        await hand.press("escape")
        await hand.say("review")
        at = hand.app.screen.query_one("#footer").lines()[0].text.index("Esc")
        await hand.pilot.click("#footer", offset=(at + 2, 0))
        await hand.pilot.pause()
        assert hand.app.screen is hand.talk


async def test_keys_in_the_footer_of_every_screen_can_be_clicked(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.pilot.click("#footer", offset=(2, 0))
        await hand.pilot.pause()
        assert hand.app.screen is not hand.talk
        at = hand.app.screen.query_one("#footer").lines()[0].text.index("Esc")
        await hand.pilot.click("#footer", offset=(at + 2, 0))
        await hand.pilot.pause()
        assert hand.app.screen is hand.talk
