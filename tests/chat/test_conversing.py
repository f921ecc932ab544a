"""What people do besides answering: asking back, turning back, looking over, undoing, finishing, leaving."""

from __future__ import annotations

from chatbot.chat.screens.advice import AdviceScreen
from chatbot.chat.screens.help import HelpScreen
from chatbot.chat.screens.leave import LeaveScreen
from chatbot.chat.screens.review import ReviewScreen
from chatbot.chat.widgets.pick_list import PickList
from chatbot.facts import Level
from chatbot.interview.interview import Interview
from tests.recorded import recorded


async def test_the_question_on_the_card_goes_into_the_transcript_once_it_is_answered(opens, interview):
    async with opens(interview) as hand:
        asked = hand.talk.card.asking.ask
        assert asked not in hand.said
        await hand.say("Finder")
        assert hand.said.index(asked) + 1 == hand.said.index("Finder")


async def test_why_and_help_are_told_and_the_question_stays(opens, interview):
    async with opens(interview) as hand:
        why = hand.talk.card.asking.why
        await hand.press("f3")
        assert hand.said[-1] == why
        await hand.say("help")
        assert hand.said[-1].startswith(hand.talk.card.asking.help)
        assert hand.talk.card.asking.id == "name"


async def test_a_key_for_an_intent_leaves_what_is_typed_where_it_is(opens, interview):
    async with opens(interview) as hand:
        hand.talk.prompt.put("half a sent")
        await hand.press("f3")
        assert hand.talk.prompt.text == "half a sent"


async def test_back_shows_the_answer_given_and_escape_keeps_it(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("f5")
        assert hand.talk.card.asking.id == "aim"
        assert hand.talk.card.asking.given.option == "expert"
        await hand.press("enter")
        await hand.press("escape")
        assert hand.talk.card.asking.id == "rules"
        assert interview.state.answers["aim"].answer.option == "expert"


async def test_an_earlier_checklist_is_not_recorded_again_by_a_single_enter(opens, interview):
    async with opens(interview, until="spread") as hand:
        await hand.press("f5")
        events = len(recorded(interview))
        await hand.press("enter")
        assert len(recorded(interview)) == events
        await hand.press("right", "enter")
        assert len(recorded(interview)) == events
        await hand.say("yes")
        levels = interview.state.answers["rules"].answer.levels
        assert list(levels.values()).count(Level.PARTIAL) == 1


async def test_a_changed_answer_may_change_what_is_asked(opens, interview):
    async with opens(interview, until="spread") as hand:
        await hand.say("back 2")
        await hand.say("everyday work")
        await hand.say("yes")
        assert interview.state.due == ()
        assert hand.talk.card.crossroads is not None


async def test_skip_note_and_undo_have_keys_and_words(opens, interview):
    async with opens(interview) as hand:
        await hand.press("f6")
        assert interview.state.skipped == {"name"}
        await hand.press("f9")
        assert not interview.state.skipped
        await hand.press("f7")
        await hand.say("Ask Kim.")
        assert [note.what.text for note in interview.state.notes] == ["Ask Kim."]
        await hand.say("note: and Alex")
        await hand.say("undo")
        assert len(interview.state.notes) == 1


async def test_the_review_goes_to_the_question_that_is_picked(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.press("f8")
        review = hand.app.screen
        assert isinstance(review, ReviewScreen)
        targets = review.query_one(PickList).targets
        assert targets == ["name", "aim", "rules"]
        await hand.press("home", "enter")
        assert hand.talk.card.asking.id == "name"


async def test_the_review_shows_what_is_set_aside_but_does_not_lead_there(opens, interview):
    async with opens(interview, until="spread") as hand:
        await hand.say("1")
        await hand.say("back 2")
        await hand.say("everyday work")
        await hand.say("yes")
        await hand.say("review")
        picks = hand.app.screen.query_one(PickList)
        assert "spread" not in picks.targets
        assert "A few people" in hand.picture


async def test_the_end_offers_ways_on_and_finishing_shows_the_advice(opens, interview):
    async with opens(interview, until="") as hand:
        await hand.press("enter")
        assert not interview.finished
        await hand.press("down", "enter")
        assert interview.finished
        assert isinstance(hand.app.screen, AdviceScreen)
        await hand.press("escape")
        assert hand.talk.card.crossroads is not None


async def test_going_to_an_answer_after_the_end_asks_it_again_and_opens_nothing(opens, interview):
    async with opens(interview, until="") as hand:
        await hand.say("finish")
        await hand.press("r")
        await hand.press("home", "down", "enter")
        assert interview.finished
        assert hand.talk.card.asking.id == "name"


async def test_advice_is_there_at_any_time(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.say("advice")
        assert isinstance(hand.app.screen, AdviceScreen)


async def test_a_resumed_interview_shows_what_was_said_and_asks_what_is_due(opens, interview, store):
    async with opens(interview, until="rules") as hand:
        said = hand.said
    async with opens(Interview.resume(store, interview.id)) as hand:
        assert hand.said == said
        assert hand.talk.card.asking.id == "rules"


async def test_a_finished_interview_opens_with_its_advice(opens, interview, store):
    async with opens(interview, until="") as hand:
        await hand.say("finish")
    async with opens(Interview.resume(store, interview.id)) as hand:
        assert isinstance(hand.app.screen, AdviceScreen)


async def test_leaving_asks_first_and_says_how_to_go_on(opens, interview):
    async with opens(interview) as hand:
        await hand.press("ctrl+q")
        assert isinstance(hand.app.screen, LeaveScreen)
        assert interview.id in hand.picture
        await hand.press("n")
        assert hand.app.is_running
        await hand.press("ctrl+c", "ctrl+c")
        assert hand.app.return_value == 3


async def test_leaving_with_words_in_the_prompt_offers_to_stay_first(opens, interview):
    async with opens(interview) as hand:
        hand.talk.prompt.put("not sent yet")
        await hand.say("not sent")
        hand.talk.prompt.put("not sent yet")
        await hand.press("ctrl+q", "enter")
        assert hand.app.is_running
        assert hand.talk.prompt.text == "not sent yet"


async def test_a_finished_interview_leaves_with_zero(opens, interview):
    async with opens(interview, until="") as hand:
        await hand.say("finish")
        await hand.press("ctrl+q", "enter")
        assert hand.app.return_value == 0


async def test_ctrl_c_copies_a_selection_and_leaves_nothing(opens, interview):
    async with opens(interview) as hand:
        hand.talk.prompt.put("some words")
        hand.talk.prompt.select_all()
        await hand.press("ctrl+c")
        assert hand.app.clipboard == "some words"
        assert not isinstance(hand.app.screen, LeaveScreen)


async def test_help_is_made_of_what_can_be_typed(opens, interview):
    async with opens(interview, size=(120, 60)) as hand:
        await hand.press("f1")
        assert isinstance(hand.app.screen, HelpScreen)
        for word in ("back", "why", "skip", "note", "undo", "review", "finish", "quit"):
            assert word in hand.picture
        await hand.press("escape")
        assert hand.talk.prompt.has_focus


async def test_the_palette_offers_every_intent(opens, interview):
    async with opens(interview) as hand:
        titles = [command.title for command in hand.app.get_system_commands(hand.talk)]
        assert len(titles) == len(set(titles)) >= 12


async def test_the_overview_is_beside_the_talk_or_over_it_by_a_key(opens, interview):
    async with opens(interview, size=(120, 36)) as hand:
        assert hand.talk.side.display
        await hand.press("f2")
        assert not hand.talk.side.display
    async with opens(interview, size=(80, 24)) as hand:
        assert not hand.talk.side.display
        await hand.press("f2")
        assert hand.talk.side.display
        await hand.press("escape")
        assert not hand.talk.side.display


async def test_looking_at_an_answer_and_keeping_it_leaves_no_trace_in_the_transcript(opens, interview):
    async with opens(interview, until="rules") as hand:
        before = hand.said
        await hand.press("f5", "escape")
        assert hand.said == before


async def test_a_click_on_a_key_in_the_footer_does_what_the_key_does(opens, interview):
    async with opens(interview) as hand:
        why = hand.talk.card.asking.why
        at = hand.talk.footer.lines()[0].text.index("F3")
        await hand.pilot.click("#footer", offset=(at + 2, 0))
        await hand.pilot.pause()
        assert hand.said[-1] == why


async def test_a_command_of_the_palette_is_carried_out(opens, interview):
    async with opens(interview) as hand:
        why = hand.talk.card.asking.why
        await hand.press("ctrl+p", *"why do")
        await hand.app.workers.wait_for_complete()
        await hand.press("enter")
        assert hand.said[-1] == why


async def test_every_theme_can_be_chosen_and_leaves_the_text_as_it_is(opens, interview):
    async with opens(interview, size=(80, 24)) as hand:
        before = hand.picture
        for theme in hand.app.available_themes:
            hand.app.theme = theme
            await hand.pilot.pause()
            assert hand.picture == before


async def test_without_colours_nothing_is_lost(opens, interview, store, monkeypatch):
    async with opens(interview, size=(80, 24)) as hand:
        coloured = hand.picture
    monkeypatch.setenv("NO_COLOR", "1")
    async with opens(Interview.resume(store, interview.id), size=(80, 24)) as hand:
        assert hand.picture == coloured


async def test_a_proposed_change_stands_on_the_card_with_yes_and_no(opens, interview):
    async with opens(interview, until="rules") as hand:
        await hand.say("back 2")
        await hand.press("down", "enter")
        assert interview.state.answers["aim"].answer.option == "expert"
        assert hand.talk.card.crossroads is not None
        assert "not saved" not in hand.header
        await hand.press("down", "down", "enter")
        assert interview.state.answers["aim"].answer.option == "expert"
        assert hand.talk.exchange.question == "rules"
        await hand.say("back 2")
        await hand.press("down", "enter")
        await hand.say("1")
        assert interview.state.answers["aim"].answer.option == "everyday"


async def test_escape_drops_a_proposed_change_and_shows_the_question_again(opens, interview):
    async with opens(interview, until="rules") as hand:
        events = len(recorded(interview))
        await hand.say("back 2")
        await hand.say("everyday work")
        await hand.press("escape")
        assert hand.talk.card.asking is not None
        assert len(recorded(interview)) == events
