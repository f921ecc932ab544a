"""Answering in the chat: by typing, keys, numbers and mouse, on every size of terminal."""

from __future__ import annotations

import pytest

from chatbot.chat.screens.advice import AdviceScreen
from chatbot.facts import Level
from chatbot.interview.interview import Interview

ALL_SETTLED = "1 yes, 2 yes, 3 yes"
HR, LEGAL, IT = "workforce.governed_hr", "workforce.governed_legal", "workforce.governed_it"
SIZES = [(120, 36), (80, 24), (50, 20), (20, 10)]


@pytest.mark.parametrize("size", SIZES)
async def test_an_interview_can_be_held_to_its_end_on_every_size_of_terminal(opens, interview, size):
    async with opens(interview, size) as hand:
        for words in ("Finder", "Whole processes", ALL_SETTLED, "2"):
            await hand.say(words)
        assert interview.state.due == ()
        await hand.say("finish")
        assert interview.finished
        assert isinstance(hand.app.screen, AdviceScreen)


async def test_enter_without_words_or_highlight_answers_nothing(opens, interview):
    async with opens(interview) as hand:
        await hand.press("enter")
        await hand.say("Finder")
        await hand.press("enter", "enter")
        assert set(interview.state.answers) == {"name"}
        assert hand.talk.card.hint


async def test_arrows_highlight_an_option_and_enter_chooses_it(opens, interview):
    async with opens(interview, until="aim") as hand:
        assert hand.talk.card.picked is None
        await hand.press("down", "down", "up", "down", "enter")
        assert interview.state.answers["aim"].answer.option == "expert"


async def test_a_typed_number_highlights_its_option_before_it_is_sent(opens, interview):
    async with opens(interview, until="aim") as hand:
        await hand.press("3")
        assert hand.talk.card.picked == 2
        await hand.press("backspace", "4")
        assert hand.talk.card.picked == 3
        await hand.press("enter")
        assert interview.state.answers["aim"].answer.option == "unknown"


async def test_words_take_the_place_of_a_highlight(opens, interview):
    async with opens(interview, until="aim") as hand:
        await hand.press("down")
        await hand.say("specialist work")
        assert interview.state.answers["aim"].answer.option == "expert"


async def test_a_click_on_an_option_chooses_it(opens, interview):
    async with opens(interview, until="aim") as hand:
        rows = [line.target for line in hand.talk.card.lines()]
        await hand.pilot.click("#card", offset=(8, rows.index("option:2")))
        await hand.pilot.pause()
        assert interview.state.answers["aim"].answer.option == "process"


async def test_a_click_on_an_option_leaves_words_that_are_being_written(opens, interview):
    async with opens(interview, until="aim") as hand:
        hand.talk.prompt.put("because the board")
        rows = [line.target for line in hand.talk.card.lines()]
        await hand.pilot.click("#card", offset=(8, rows.index("option:2")))
        await hand.settle()
        assert "aim" in interview.state.answers
        assert hand.talk.prompt.text == "because the board"


async def test_what_was_said_and_is_no_answer_is_on_screen_again_after_a_restart(opens, interview, store):
    async with opens(interview, until="aim") as hand:
        await hand.say("flurble and blorb")
        before = hand.said
    async with opens(Interview.resume(store, interview.id)) as hand:
        assert any("flurble and blorb" in line for line in hand.said)
        assert hand.said == before
        assert hand.talk.exchange.question == "aim"


async def test_a_checklist_is_marked_with_arrows_and_recorded_by_enter_once_complete(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("right", "enter")
        assert "rules" not in interview.state.answers
        await hand.press("right", "right", "down", "left", "enter")
        answer = interview.state.answers["rules"].answer
        assert answer.levels == {HR: Level.ESTABLISHED, LEGAL: Level.PARTIAL, IT: Level.ESTABLISHED}


async def test_enter_on_a_line_without_a_level_records_nothing_and_says_why(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("enter")
        assert "rules" not in interview.state.answers
        assert hand.talk.card.hint


async def test_numbers_and_letters_set_the_line_in_focus_and_go_on_to_the_next(opens, interview):
    async with opens(interview, until="rules") as hand:
        for typed in ("p", "3", "?"):
            await hand.say(typed)
        assert "rules" not in interview.state.answers
        await hand.press("enter")
        answer = interview.state.answers["rules"].answer
        assert answer.levels == {HR: Level.PARTIAL, LEGAL: Level.ABSENT, IT: Level.UNKNOWN}


async def test_a_level_is_set_by_a_click_and_recorded_by_another(opens, interview):
    async with opens(interview, until="rules") as hand:
        for row in range(3):
            targets = [line.target for line in hand.talk.card.lines()]
            if f"level:{row}:0" not in targets:
                await hand.pilot.click("#card", offset=(8, targets.index(f"item:{row}")))
                targets = [line.target for line in hand.talk.card.lines()]
            await hand.pilot.click("#card", offset=(8, targets.index(f"level:{row}:0")))
        targets = [line.target for line in hand.talk.card.lines()]
        await hand.pilot.click("#card", offset=(8, targets.index("record")))
        await hand.pilot.pause()
        assert set(interview.state.answers["rules"].answer.levels.values()) == {Level.ESTABLISHED}


async def test_a_sentence_adds_to_what_was_marked(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("right")
        await hand.say("2 partly")
        assert hand.talk.card.marking.levels == {HR: Level.ESTABLISHED, LEGAL: Level.PARTIAL}
        await hand.say("3 no")
        assert interview.state.answers["rules"].answer.levels[HR] == Level.ESTABLISHED


async def test_a_question_asked_meanwhile_keeps_the_marks_and_records_nothing(opens, interview):
    async with opens(interview, until="rules") as hand:
        for typed in ("y", "y", "y"):
            await hand.say(typed)
        await hand.say("why")
        assert "rules" not in interview.state.answers
        assert len(hand.talk.card.marking.levels) == 3


async def test_what_does_not_apply_is_asked_why_in_the_prompt(opens, interview):
    async with opens(interview, until="rules") as hand:
        for typed in ("y", "5", "y"):
            await hand.say(typed)
        await hand.press("enter")
        assert "rules" not in interview.state.answers
        await hand.say("y")
        assert hand.talk.exchange.question == "spread"
        assert interview.state.answers["rules"].answer.reasons == {LEGAL: "y"}


async def test_a_key_within_the_grace_after_a_question_answers_nothing_but_words_do(opens, interview):
    now = [100.0]
    async with opens(interview, grace=0.5, clock=lambda: now[0]) as hand:
        await hand.press("f6")
        assert not interview.state.skipped
        await hand.say("Finder")
        assert set(interview.state.answers) == {"name"}
        await hand.press("1", "enter", "f6")
        assert set(interview.state.answers) == {"name"}
        assert not interview.state.skipped
        assert hand.talk.prompt.text == "1"
        now[0] += 0.6
        await hand.press("enter")
        assert set(interview.state.answers) == {"name", "aim"}


async def test_a_new_line_is_typed_with_ctrl_j(opens, interview):
    async with opens(interview) as hand:
        await hand.press("a", "ctrl+j", "b", "enter")
        assert interview.state.answers["name"].answer.text == "a\nb"


def test_the_small_dialog_has_every_kind_of_question(interview: Interview):
    kinds = {question.kind for question in interview.held.script.questions()}
    assert kinds == {"text", "choice", "checklist"}
