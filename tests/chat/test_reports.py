"""The report in the chat: what it will read like, what it is to be like, and saving it."""

from __future__ import annotations

import threading

import pytest

from chatbot.chat.reporting import Stage
from chatbot.chat.screens.interview import InterviewScreen
from chatbot.chat.screens.report import ReportPage, ReportScreen
from chatbot.chat.screens.save import SaveScreen
from chatbot.chat.widgets.bar import Bar
from chatbot.chat.widgets.field import Field
from chatbot.chat.widgets.footer import Choices
from chatbot.dialog.answers import Answer
from chatbot.errors import ChatbotError
from chatbot.report.formats import Format
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.theme import Paper
from tests.chat.conftest import FakeReports


@pytest.fixture
def reports(tmp_path) -> FakeReports:
    """Where the reports of a test come from."""
    return FakeReports(tmp_path)


@pytest.fixture
def at_report(opens, interview, reports):
    """Opens the chat with the preview of a report."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened(until: str = "", **replaced):
        async with opens(interview, until=until, reports=reports, **replaced) as hand:
            hand.app.post_message(_wanted(interview))
            await hand.settle()
            yield hand

    return opened


def _wanted(interview):
    from chatbot.chat.messages import ReportWanted

    return ReportWanted(interview)


def page(hand) -> str:
    """The whole preview."""
    return "\n".join(line.text for line in hand.app.screen.query_one(ReportPage).lines())


def wished(hand) -> str:
    """What the report is to be like, as it stands above the preview."""
    return " ".join(line.text for line in hand.app.screen.query_one(Choices).lines())


def keys(hand) -> str:
    """The keys at the bottom of the preview."""
    screen = next(one for one in hand.app.screen_stack if isinstance(one, ReportScreen))
    return screen.query_one("#footer", Bar).lines()[0].text


async def put_path(hand, path) -> None:
    """Type another path."""
    hand.app.screen.query_one(Field).value = str(path)
    await hand.pilot.pause()


async def until(hand, holds) -> None:
    """Let the chat go on until something holds."""
    while not holds():
        await hand.pilot.pause(0.01)


async def saved(hand) -> None:
    """Press Enter, and wait until the report is saved."""
    await hand.press("enter")
    await until(hand, lambda: isinstance(hand.app.screen, ReportScreen))
    await hand.settle()


async def test_the_word_report_shows_how_it_will_read_and_writes_nothing(opens, interview, tmp_path):
    async with opens(interview, until="") as hand:
        await hand.say("report")
        await hand.settle()
        assert isinstance(hand.app.screen, ReportScreen)
        assert "Finder" in hand.picture
        assert interview.assessment() is not None
        assert not list(tmp_path.glob("report.*"))
        await hand.press("escape")
        assert isinstance(hand.app.screen, InterviewScreen)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)])
async def test_every_choice_and_the_way_to_save_are_seen_at_every_size(at_report, size):
    async with at_report(size=size) as hand:
        shown = hand.picture
        for key in ("F PDF", "P A4", "A for", "N names", "T with", "S save", "Esc back"):
            assert key in shown
        assert max(len(line.text) for line in hand.app.screen.query_one(ReportPage).lines()) <= size[0]


async def test_a_letter_changes_the_choice_and_the_preview_with_it(at_report):
    async with at_report() as hand:
        whole = page(hand)
        await hand.press("a")
        await hand.settle()
        assert "for a board" in wished(hand)
        assert len(page(hand)) < len(whole)
        await hand.press("a", "a", "t")
        await hand.settle()
        assert "without the transcript" in wished(hand)
        assert len(page(hand)) < len(whole)
        await hand.press("t")
        await hand.settle()
        assert page(hand) == whole


async def test_a_click_changes_a_choice_as_its_letter_does(at_report):
    async with at_report() as hand:
        await hand.pilot.click(Choices, offset=(2, 0))
        await hand.settle()
        assert "Word" in wished(hand)


async def test_what_is_for_programs_is_the_record_and_leaves_the_audience_as_it_was(at_report, reports):
    async with at_report() as hand:
        await hand.press("a", "t", "f", "f", "f", "f", "f")
        await hand.settle()
        assert "F CSV" in wished(hand)
        assert "for the record" in wished(hand)
        assert "with the transcript" in wished(hand)
        await hand.press("a", "t", "p", "s")
        await saved(hand)
        ((wish, _),) = reports.wishes
        assert (wish.form, wish.audience, wish.transcript) == (Format.CSV, Audience.RECORD, True)
        await hand.press("f")
        await hand.settle()
        assert "for a board" in wished(hand)
        assert "without the transcript" in wished(hand)


async def test_paper_is_asked_for_where_there_are_pages_and_given_to_whoever_makes_the_report(
    at_report, reports
):
    async with at_report() as hand:
        await hand.press("p")
        assert "P Letter" in wished(hand)
        await hand.press("s")
        await saved(hand)
        assert reports.wishes[0][1] is Paper.LETTER
        await hand.press("f", "f", "f")
        assert "Letter" not in wished(hand)


async def test_redaction_tells_which_names_give_way_and_shows_the_report_without_them(at_report, interview):
    async with at_report() as hand:
        assert "roles in place" not in wished(hand)
    interview.note("Maria Keller, the head of quality, decides that.", "rules")
    async with at_report() as hand:
        assert "Maria Keller" in page(hand)
        await hand.press("n")
        await hand.settle()
        assert "1 name" in wished(hand)
        before, _, report = page(hand).partition("───")
        assert "Maria Keller" in before
        assert "Maria Keller" not in report


async def test_saving_asks_for_a_place_with_the_right_ending_and_another_ending_is_another_format(
    at_report, reports, tmp_path
):
    async with at_report() as hand:
        await hand.press("f", "s")
        assert hand.app.screen.query_one(Field).value.endswith("report.docx")
        await put_path(hand, tmp_path / "elsewhere.html")
        await saved(hand)
        assert reports.wishes[0][0].form is Format.HTML
        assert (tmp_path / "elsewhere.html").exists()
        assert "F HTML" in wished(hand)


async def test_an_ending_that_is_none_is_said_and_nothing_is_begun(at_report, reports, tmp_path):
    async with at_report() as hand:
        await hand.press("s")
        for name in ("report.xyz", "report", "~nobody-of-this-name/x.md", ""):
            await put_path(hand, tmp_path / name if name[:1] != "~" else name)
            await hand.press("enter")
        assert isinstance(hand.app.screen, SaveScreen)
        assert reports.exports == []


async def test_a_file_that_is_there_is_replaced_only_after_a_second_enter(at_report, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_text("mine")
    async with at_report() as hand:
        await hand.press("s", "enter")
        assert path.read_text() == "mine"
        assert isinstance(hand.app.screen, SaveScreen)
        await saved(hand)
        assert path.read_text() == "a report"


async def test_a_file_beside_it_that_is_there_is_asked_about_too(at_report, reports, tmp_path):
    picture = tmp_path / "report-ladder.svg"
    picture.write_text("mine")
    reports.companions = (picture.name,)
    async with at_report() as hand:
        await hand.press("s", "enter")
        await until(hand, lambda: picture.name in hand.picture)
        assert picture.read_text() == "mine"
        assert not (tmp_path / "report.pdf").exists()
        await saved(hand)
        assert picture.read_text() == "a report"
        assert len(reports.exports) == 1


async def test_another_name_gives_up_what_was_in_the_way_of_the_first(at_report, reports, tmp_path):
    (tmp_path / "beside.svg").write_text("mine")
    reports.companions = ("beside.svg",)
    async with at_report() as hand:
        await hand.press("s", "enter")
        await until(hand, lambda: "beside.svg" in hand.picture)
        await put_path(hand, tmp_path / "other.pdf")
        assert reports.exports[0].cancelled
        await hand.press("escape")
        assert (tmp_path / "beside.svg").read_text() == "mine"
        assert not (tmp_path / "other.pdf").exists()


async def test_what_is_being_done_is_shown_and_escape_stops_it_with_nothing_left(
    at_report, reports, tmp_path
):
    reports.held = True
    now = [100.0]
    async with at_report(clock=lambda: now[0]) as hand:
        await hand.press("s", "enter")
        assert reports.exports[0].standing().stage is Stage.RUNNING
        assert "Making it." in hand.picture
        now[0] += 42
        await until(hand, lambda: "42 seconds" in hand.picture)
        await hand.press("enter", "x", "escape")
        assert reports.exports[0].cancelled
        assert len(reports.exports) == 1
        assert isinstance(hand.app.screen, SaveScreen)
        assert not list(tmp_path.glob("report.*"))
        reports.held = False
        await saved(hand)
        assert (tmp_path / "report.pdf").exists()


async def test_leaving_the_chat_stops_what_is_being_made(at_report, reports):
    reports.held = True
    async with at_report() as hand:
        await hand.press("s", "enter")
        hand.app.exit(0)
    assert reports.exports[0].cancelled


async def test_a_line_to_run_can_be_copied_whole_however_it_is_folded(at_report, reports):
    reports.run = "/a/long/path/to/python -m pip install " + " ".join(f"package-{at}" for at in range(20))
    reports.fails = f"For PDF, a package has to be installed. This line installs it: {reports.run}"
    async with at_report(size=(50, 20)) as hand:
        await hand.press("s")
        await hand.settle()
        keys = hand.app.screen.query_one("#keys", Bar)
        assert "Ctrl+O" not in keys.lines()[0].text
        await hand.press("enter")
        await until(hand, lambda: "Ctrl+O" in keys.lines()[0].text)
        await hand.press("ctrl+o")
        assert hand.app.clipboard == reports.run


async def test_a_report_that_fails_says_why_and_asks_again(at_report, reports, tmp_path):
    reports.fails = "A PDF needs a package.\npip install what-it-needs [/b]"
    async with at_report() as hand:
        await hand.press("s", "enter")
        await until(hand, lambda: "pip install what-it-needs [/b]" in hand.picture)
        assert reports.exports[0].cancelled
        assert not list(tmp_path.glob("report.*"))
        reports.fails = ""
        assert hand.app.screen.query_one(Field).has_focus
        await saved(hand)


async def test_a_place_where_nothing_can_be_written_is_said_at_once(at_report, reports):
    reports.refuses = ChatbotError("The disk is full.", todo="Make room.")
    async with at_report() as hand:
        await hand.press("s", "enter")
        assert "Make room." in hand.picture
        assert isinstance(hand.app.screen, SaveScreen)


async def test_what_was_saved_can_be_opened_and_nothing_else_can(at_report, reports, tmp_path):
    async with at_report() as hand:
        await hand.press("o")
        assert "open it" not in keys(hand)
        await hand.press("s")
        await saved(hand)
        assert "open it" in keys(hand)
        await hand.press("o")
        await hand.settle()
        assert reports.opened == [tmp_path / "report.pdf"]
        before = len(hand.app._notifications)
        reports.cannot_open = ChatbotError("There is no desktop here.")
        await hand.press("o")
        await hand.settle()
        assert len(hand.app._notifications) == before + 1


@pytest.mark.parametrize("question", ["name", "aim", "rules"])
async def test_an_interview_that_is_not_finished_has_a_preview_that_says_so(at_report, question):
    async with at_report(until=question) as hand:
        assert "not finished" in page(hand)


async def test_an_interview_that_contradicts_itself_has_a_preview(opens, begin, reports):
    interview = begin("readiness")
    for question, option in (("ambition", "win_customers"), ("customer_reach", "own_people")):
        interview.answer(question, Answer(option=option), "")
    async with opens(interview, reports=reports) as hand:
        hand.app.post_message(_wanted(interview))
        await hand.settle()
        assert interview.assessment() is None
        assert "contradict" in page(hand)


async def test_hostile_text_is_only_text_in_the_preview(at_report, interview, hostile):
    interview.answer("name", Answer(text=hostile), hostile)
    async with at_report(until="name") as hand:
        await hand.press("n")
        await hand.settle()
        shown = page(hand)
        assert "[/b] <script>" in shown
        assert "\x1b" not in shown
        assert "\x1b" not in hand.picture
        assert hand.app.is_running


async def test_a_theme_with_a_mistake_is_said_and_can_be_gone_back_from(at_report, reports):
    reports.no_theme = ChatbotError("The theme [/b] has a mistake.", where="theme.yaml:3:1")
    async with at_report() as hand:
        assert "theme.yaml:3:1" in page(hand)
        await hand.press("escape")
        assert isinstance(hand.app.screen, InterviewScreen)


async def test_no_content_is_made_twice_and_the_screen_goes_on_meanwhile(at_report, monkeypatch):
    from chatbot.chat import previewing

    made, go_on = [], threading.Event()
    real = previewing.contents_of

    def slow(source, wish):
        made.append(wish.redact)
        if wish.redact:
            go_on.wait()
        return real(source, wish)

    monkeypatch.setattr(previewing, "contents_of", slow)
    async with at_report() as hand:
        await hand.press("a", "t", "a", "p", "f")
        await hand.settle()
        await hand.press("n")
        await until(hand, lambda: made == [False, True])
        assert "putting it together" in hand.picture
        await hand.press("f")
        assert "F HTML" in wished(hand)
        go_on.set()
        await hand.settle()
        await hand.press("n", "n", "a")
        await hand.settle()
        assert made == [False, True]
        assert "putting it together" not in hand.picture


async def test_a_sentence_typed_over_the_preview_changes_nothing(at_report):
    async with at_report(grace=3600.0) as hand:
        before = wished(hand)
        await hand.press(*"fast")
        assert wished(hand) == before
        assert isinstance(hand.app.screen, ReportScreen)


async def test_the_preview_is_wrapped_anew_when_the_terminal_changes(at_report):
    async with at_report(size=(120, 36)) as hand:
        await hand.pilot.resize_terminal(50, 20)
        await hand.settle()
        assert max(len(line.text) for line in hand.app.screen.query_one(ReportPage).lines()) <= 50
