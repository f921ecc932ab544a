"""Themes and motion: what is chosen, what is kept, and what the surroundings ask for."""

from __future__ import annotations

import pytest

from chatbot.chat.keys import names
from chatbot.chat.themes import CONTRAST, DARK, LIGHT, NO_COLOUR, theme_names, usual_theme
from chatbot.settings.reading import Loaded, load_settings
from chatbot.settings.settings import AUTO, Settings


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({}, DARK),
        ({"COLORFGBG": "15;0"}, DARK),
        ({"COLORFGBG": "0;15"}, LIGHT),
        ({"COLORFGBG": "0;default;7"}, LIGHT),
        ({"COLORFGBG": "12;8"}, DARK),
        ({"COLORFGBG": "nonsense"}, DARK),
        ({"NO_COLOR": "1", "COLORFGBG": "0;15"}, NO_COLOUR),
        ({"NO_COLOR": ""}, DARK),
    ],
)
def test_the_usual_theme_is_the_one_of_the_terminal(environment, theme):
    assert usual_theme(environment) == theme.name


async def test_the_theme_of_the_settings_is_used(opens, interview):
    async with opens(interview, loaded=Loaded(settings=Settings(theme=CONTRAST.name))) as hand:
        assert hand.app.theme == CONTRAST.name


async def test_a_theme_that_the_person_chooses_is_kept(opens, interview, tmp_path):
    path = tmp_path / "chatbot.yaml"
    path.write_text("# mine\nreduced_motion: true\n")
    async with opens(interview, settings_path=path) as hand:
        assert "theme" not in path.read_text()
        hand.app.theme = LIGHT.name
        await hand.pilot.pause()
        kept = load_settings(path, names(theme_names()))
        assert kept.settings == Settings(theme=LIGHT.name, reduced_motion=True)
        hand.app.follow_terminal()
        await hand.pilot.pause()
        assert load_settings(path, names(theme_names())).settings.theme == AUTO
        assert hand.app.theme == DARK.name


async def test_a_theme_that_cannot_be_kept_is_used_all_the_same(opens, interview, tmp_path):
    path = tmp_path / "chatbot.yaml"
    path.write_text("colour: red\n")
    async with opens(interview, settings_path=path) as hand:
        hand.app.theme = LIGHT.name
        await hand.pilot.pause()
        assert hand.app.theme == LIGHT.name
        assert path.read_text() == "colour: red\n"
        assert any(str(path) in one.message for one in hand.app._notifications)


async def test_no_color_wins_over_every_choice_and_the_choice_is_kept(
    opens, interview, tmp_path, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "chatbot.yaml"
    loaded = Loaded(settings=Settings(theme=CONTRAST.name))
    async with opens(interview, settings_path=path, loaded=loaded) as hand:
        assert hand.app.theme == NO_COLOUR.name
        hand.app.theme = LIGHT.name
        await hand.pilot.pause()
        assert hand.app.theme == NO_COLOUR.name
        assert load_settings(path, names(theme_names())).settings.theme == LIGHT.name


@pytest.mark.parametrize("reduced", [True, False])
async def test_with_reduced_motion_nothing_is_animated(opens, interview, reduced):
    async with opens(interview, loaded=Loaded(settings=Settings(reduced_motion=reduced))) as hand:
        assert (hand.app.animation_level == "none") is reduced


async def test_nothing_blinks(opens, interview):
    async with opens(interview) as hand:
        assert not hand.talk.prompt.cursor_blink
        await hand.press("ctrl+f")
        assert not hand.app.focused.cursor_blink
        await hand.press("escape", "ctrl+p")
        await hand.pilot.pause()
        assert not hand.app.focused.cursor_blink
        await hand.press("escape")
        await hand.say("report")
        await hand.press("s")
        assert not hand.app.focused.cursor_blink


async def test_without_colour_nothing_is_coloured(opens, interview):
    async with opens(
        interview, until="rules", loaded=Loaded(settings=Settings(theme=NO_COLOUR.name))
    ) as hand:
        await hand.press("right", "down")
        for line in hand.app.screen._compositor.render_strips():
            for segment in line:
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default
