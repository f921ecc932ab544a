"""Whatever a person types is found in the events, and told again where it stood; nothing follows from it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation.hearing import hear
from chatbot.conversation.talk import LONGEST, Talk
from chatbot.conversation.utterances import Kind, Speaker
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import Answered, Made, Skipped, Withdrawn
from chatbot.interview.interview import Interview
from chatbot.interview.memory_store import MemoryStore
from chatbot.interview.state import State
from chatbot.interview.transfer import export, import_
from chatbot.interview.typed import has, typed_in
from tests.conversation.conftest import Until
from tests.recorded import recorded, uttered

AT_RANDOM = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LINES = st.one_of(
    st.sampled_from(
        ["1", "2", "5", "y y n", "yes", "no", "the second", "no, the board decides",
         "one person, but she leaves",
         "blah blah", "what do you mean by that exactly?", "could we go back to the owner question?", "undo",
         "I would rather pass on this one, sorry", "please take back what I just said", "finish", "note",
         "evidence", "note that the lawyers must sign", "/nonsense at all", "skip", "why", "not now", "redo",
         "that is wrong", "I don't know", "back", "back 1", "review",
         "help me out here, what are my options?",
         "the weather\nis nice", "directors", "nobody so far", "1 partly", "the rest is missing", "leave it"]
    ),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30),
)  # fmt: skip


@pytest.fixture
def talk(until: Until) -> Talk:
    """A conversation at its third question."""
    return until("owner", name="ChangeLink", aim="2")


@AT_RANDOM
@given(lines=st.lists(LINES, max_size=25))
def test_every_line_but_a_bare_command_is_found_in_the_events(until: Until, lines: list[str]) -> None:
    talk = until("name")
    for line in lines:
        words = line.strip()
        command = bool(words) and hear(talk._floor, words).is_bare_command
        reply = talk.say(line)
        if words and not command:
            assert not reply.kept
            assert any(has(event.what, words) for event in talk.interview.state.events), words
    told = "\n".join(one.text for one in Talk(talk.interview).so_far())
    assert all(text in told for event in talk.interview.state.events for text in typed_in(event.what))


@AT_RANDOM
@given(lines=st.lists(LINES, max_size=25))
def test_nothing_follows_from_words_that_became_nothing(until: Until, lines: list[str]) -> None:
    talk = until("name")
    for line in lines:
        talk.say(line)
    interview = talk.interview
    without = State(interview.held.manager, recorded(interview))
    assert without.path == interview.state.path
    assert (without.stage, without.due) == (interview.state.stage, interview.state.due)
    assert without.last_change() == interview.state.last_change()
    assert without.last_undone() == interview.state.last_undone()
    assert {id: given.answer for id, given in without.answers.items()} == {
        id: given.answer for id, given in interview.state.answers.items()
    }


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("flurble", Made.NOT_UNDERSTOOD),
        ("could you tell me what you mean by deciding?", Made.ASKED_HELP),
        ("/nonsense at all", Made.NOT_UNDERSTOOD),
        ("can we go back to question 2 please?", Made.WISHED),
    ],
)
def test_it_is_recorded_what_was_made_of_words_and_what_was_replied(
    talk: Talk, words: str, made: Made
) -> None:
    asked = talk.question
    reply = talk.say(words)
    (said,) = uttered(talk.interview)
    assert (said.words, said.question, said.made) == (words, asked, made)
    asides = [one.text for one in reply.utterances if (one.speaker, one.kind) == (Speaker.BOT, Kind.ASIDE)]
    assert said.reply == "\n".join(asides)


def test_a_change_that_is_declined_leaves_its_words_and_the_no(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("whole processes")
    talk.say("no, leave it")
    assert [(one.words, one.made) for one in uttered(talk.interview)] == [
        ("whole processes", Made.ASKED_BACK),
        ("no, leave it", Made.REPLIED),
    ]


def test_a_yes_stands_in_what_it_brought_about_and_the_answer_is_told_once(talk: Talk) -> None:
    talk.say("back 2")
    talk.say("whole processes")
    talk.say("yes")
    answered = talk.interview.state.events[-1].what
    assert isinstance(answered, Answered)
    assert (answered.words, answered.typed) == ("whole processes", "yes")
    again = [one.text for one in Talk(talk.interview).so_far() if one.speaker is Speaker.PERSON]
    assert again[-2:] == ["whole processes", "yes"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I would rather pass on this one, sorry", Skipped),
        ("could you take back what I just said?", Withdrawn),
    ],
)
def test_a_wish_in_a_sentence_stands_in_what_it_brought_about(talk: Talk, words: str, kind: type) -> None:
    reply = talk.say(words)
    if reply.utterances[-1].text.startswith("Did you mean"):
        talk.say("yes")
    done = talk.interview.state.events[-1].what
    assert isinstance(done, kind)
    assert any(has(event.what, words) for event in talk.interview.state.events)


def test_part_of_a_checklist_is_kept_even_if_the_rest_is_never_said(until: Until) -> None:
    talk = until("settled", name="ChangeLink", aim="2", owner="1")
    talk.say("1 y")
    assert [(one.words, one.made) for one in uttered(talk.interview)] == [("1 y", Made.ASKED_BACK)]


def test_an_undo_passes_by_what_was_only_said(talk: Talk) -> None:
    talk.say("1")
    talk.say("flurble")
    talk.say("blorb")
    talk.say("undo")
    assert talk.question == "owner"
    talk.say("flurble")
    talk.say("redo")
    assert QuestionId("owner") in talk.interview.state.answers


def test_what_was_said_stands_where_it_stood_after_a_resume(talk: Talk) -> None:
    talk.say("flurble")
    talk.say("1")
    talk.say("blorb")
    again = Talk(Interview.resume(talk.interview._store, talk.interview.id))
    told = [(one.kind, one.text) for one in again.so_far()]
    places = [told.index((Kind.SAID, "flurble")), told.index((Kind.SAID, "blorb"))]
    answer = [text.startswith("1 (") for _, text in told].index(True)
    assert places[0] < answer < places[1]
    assert again.question == talk.question


def test_what_was_asked_for_is_still_awaited_when_something_was_said_and_the_interview_taken_up(
    until: Until,
) -> None:
    talk = until("owner", name="ChangeLink", aim="2")
    for words in ("1", "y y", "1"):
        talk.say(words)
    awaits = talk.awaits
    assert awaits
    talk.say("could you tell me what you mean by that exactly?")
    again = Talk(Interview.resume(talk.interview._store, talk.interview.id))
    list(again.so_far())
    assert again.awaits == awaits


def test_too_many_words_and_commands_leave_nothing(talk: Talk) -> None:
    events = len(talk.interview.state.events)
    assert talk.say("x" * (LONGEST + 1)).kept
    for command in ("help", "why", "/back 1", "back", "review", "progress"):
        talk.say(command)
    assert len(talk.interview.state.events) == events


def test_what_cannot_be_stored_is_handed_back_and_leaves_nothing_to_reply_to(talk: Talk) -> None:
    awaits = talk.awaits
    reply = talk.say("something about directors \ud800")
    assert reply.kept
    assert talk.awaits == awaits
    assert uttered(talk.interview) == []


def test_what_was_said_is_exported_and_imported(talk: Talk) -> None:
    talk.say("flurble")
    store = MemoryStore()
    import_(store, export(talk.interview._store, talk.interview.id))
    assert [event.what for event in store.events(talk.interview.id)] == [
        event.what for event in talk.interview.state.events
    ]
