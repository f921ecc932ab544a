"""The report of a room: everything that was said and done is in it, by the names of those who did it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from chatbot.dialog.script import QuestionId
from chatbot.facts import FactId
from chatbot.interview.events import Answered
from chatbot.interview.room_events import Action, Agreed, Dissented, Joined, Parked, Settled, Voted
from chatbot.interview.typed import typed_in
from chatbot.report.content.called import THE_FACILITATOR
from chatbot.report.content.contents import Content
from chatbot.report.content.fates import Fate
from chatbot.report.content.room import BallotView
from chatbot.report.formats import Format
from chatbot.report.making import Wish, contents_of, make_report
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.composing import document_of
from chatbot.report.sections.registry import SECTIONS
from chatbot.report.theme.ours import our_theme
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.room import Room
from tests.conftest import Begin
from tests.report.conftest import content as content_of
from tests.report.room.sessions import SOME_LETTERS, acted_out, empty_room, sessions, source
from tests.report.shown import ids as sections_of
from tests.report.whole.reading import as_json, as_rows, lacking
from tests.room.rooms import ids as people_of
from tests.room.rooms import latest_id, new_room, second_terminal

SEVERAL = settings(max_examples=15, suppress_health_check=list(HealthCheck))
OF_A_ROOM = {"room_in_short", "room_actions", "room_spread", "room_ballots", "attendance"}


def content(room: Room, *, redact: bool = False) -> Content:
    return contents_of(source(room), Wish(form=Format.JSON, redact=redact)).content


def ballots(room: Room) -> dict[tuple[str, str], BallotView]:
    view = content(room).room
    assert view
    return {(one.question, one.fact): one for one in view.ballots}


@pytest.fixture(scope="module")
def room() -> Room:
    return acted_out()


@pytest.mark.parametrize("form", Format)
def test_every_word_that_was_typed_is_in_every_format(room: Room, form: Format) -> None:
    owners = {person.id for person in room.state.people}
    wanted = [text for event in source(room).events for text in typed_in(event.what) if text not in owners]
    if form is Format.CSV:  # holds what was said and not what was done
        wanted = [one for one in wanted if "outcome" not in one and "wrong" not in one]
        kinds = (Answered, Agreed, Voted, Dissented, Parked, Action)
        said = [one.what for one in source(room).events if isinstance(one.what, kinds)]
        wanted = [one.words for one in said if isinstance(one, Voted) and one.words]
    data = make_report(source(room), Wish(form=form), our_theme()).written.data
    if form is Format.JSON:
        told = data.decode()
        assert [one for one in wanted if one and one not in told] == []
    else:
        assert lacking(form, data, [one for one in wanted if one]) == []


def test_people_stand_by_their_names_and_roles_wherever_something_is_theirs(room: Room) -> None:
    found = content(room)
    known = {person.called for person in found.room.people} if found.room else set()
    assert "Bartlomiej Wzgorz (Glazewarden)" in known
    others = {"the room", "the facilitator"}
    assert {note.who for note in found.spoken.notes} <= known | others
    assert {turn.who for turn in found.spoken.transcript if turn.who} <= known | others
    assert set(found.provenance.participants) <= known | others


def test_what_was_agreed_is_the_answer_and_its_reason_is_what_is_quoted(room: Room) -> None:
    found = content(room)
    agreed = {
        event.what.question: event.what for event in source(room).events if isinstance(event.what, Agreed)
    }
    stands = {one.question for one in found.spoken.answers if one.fate is Fate.STANDS}
    assert stands == set(agreed)
    assert {one.who for one in found.spoken.answers} == {"the room"}
    assert found.judged
    quoted = [one.quote.words for layer in found.judged.layers for one in layer.signals if one.quote]
    assert quoted
    assert all("reason" in one for one in quoted)


def test_of_a_checklist_each_point_is_quoted_with_its_own_reason() -> None:
    room = new_room(people=2)
    question = next(one for one in room.interview.held.script.questions() if len(one.items) > 1)
    for place, item in enumerate(question.items):
        room.agree(Ballot(question.id, item.fact), Stance("absent"), f"reason {place}")
    given = room.interview.state.answers[question.id]
    assert [given.words_on(item.fact) for item in question.items] == [
        f"reason {place}" for place in range(len(question.items))
    ]


@SEVERAL
@given(room=sessions())
def test_the_counts_are_those_of_the_votes_that_count(room: Room) -> None:
    for (question, fact), one in ballots(room).items():
        latest = room.state.votes.latest(Ballot(QuestionId(question), FactId(fact)))
        assert sum(count.count for count in one.counts or ()) == len(latest)
        assert sum(vote.fate is Fate.STANDS for vote in one.votes) == len(latest)
        roles = [count for role in one.by_role for count in role.counts]
        assert sum(count.count for count in roles) in (0, len(latest))


def test_attendance_tells_from_when_to_when_and_who_only_sent_answers(room: Room) -> None:
    view = content(room).room
    assert view
    stays = {one.name: one.stays for one in view.people}
    assert len(stays["Wendeline Kwisthout"]) == 2
    assert stays["Wendeline Kwisthout"][0].left
    assert not stays["Wendeline Kwisthout"][1].left
    assert stays["Fyodor Pszczola"] == ()
    assert view.attended == len(view.people) - 1
    came = {event.who for event in source(room).events if isinstance(event.what, Joined)}
    assert {one.id for one in view.people if one.stays} == came
    assert [one.beforehand for one in view.people][:3] == [1, 1, 0]


def test_what_is_open_stands_before_what_is_dealt_with(room: Room) -> None:
    view = content(room).room
    assert view
    assert [one.settled for one in view.parked] == [False, True]
    settled = next(event.what for event in source(room).events if isinstance(event.what, Settled))
    assert view.parked[1].outcome == settled.outcome
    assert view.actions[0].owner == "Bartlomiej Wzgorz (Glazewarden)"
    assert view.actions[1].owner == "Hjalmar Oxzenbrod"


def test_a_vote_that_was_undone_or_changed_says_so() -> None:
    room, people = empty_room(2)
    question = next(one for one in room.interview.held.script.questions() if one.options and not one.when)
    ballot, values = Ballot(question.id), [option.id for option in question.options]
    room.vote(people[0], ballot, Stance(values[0]))
    room.vote(people[0], ballot, Stance(values[1]))
    room.vote(people[1], ballot, Stance(values[0]))
    room.undo()
    (one,) = ballots(room).values()
    assert [vote.fate for vote in one.votes] == [Fate.CHANGED, Fate.STANDS]
    votes = [turn for turn in content(room).spoken.transcript if turn.kind == "vote"]
    assert [turn.fate for turn in votes] == [Fate.CHANGED, Fate.STANDS, Fate.TAKEN_BACK]


def test_entries_between_which_nobody_decided_are_named() -> None:
    room = new_room(people=2)
    other = second_terminal(room)
    question = next(one for one in room.interview.held.script.questions() if one.options and not one.when)
    ballot, values = Ballot(question.id), [option.id for option in question.options]
    room.agree(ballot, Stance(values[0]))
    other.agree(ballot, Stance(values[1]))
    room.follow()
    view = content(room).room
    assert view
    (contest,) = view.contested
    labels = [option.label for option in question.options]
    assert labels[0] in contest.first
    assert labels[1] in contest.second
    fates = [one.fate for one in content(room).spoken.answers]
    assert fates == [Fate.STANDS, Fate.HELD_BACK]
    room.resolve(room.state.contests[0], room.state.contests[0].second)
    assert [one.fate for one in content(room).spoken.answers] == [Fate.CHANGED, Fate.STANDS]


def test_two_people_of_one_name_can_be_told_apart() -> None:
    room = new_room(people=0)
    for _ in range(2):
        room.join(room.invite("Ada Byron", "IT"))
    view = content(room).room
    assert view
    assert [one.called for one in view.people] == ["Ada Byron (IT)", "Ada Byron (IT) 2"]


def test_a_room_in_which_everything_about_somebody_was_undone_has_a_report() -> None:
    room = new_room(people=1)
    (person,) = people_of(room)
    room.note("said", None, person)
    for _ in range(2):
        last = latest_id(room)
        room.undo()
        assert latest_id(room) != last
    assert make_report(source(room), Wish(form=Format.MARKDOWN), our_theme()).written.data


@pytest.mark.parametrize(
    ("audience", "there"),
    [
        (Audience.BOARD, {"room_in_short", "room_actions"}),
        (Audience.TEAM, {"room_actions", "room_spread", "attendance"}),
        (Audience.RECORD, {"room_actions", "room_spread", "room_ballots", "attendance"}),
    ],
)
def test_everybody_gets_what_is_for_them(room: Room, audience: Audience, there: set[str]) -> None:
    found = set(sections_of(document_of(content(room), audience, our_theme())))
    assert found & OF_A_ROOM == there
    assert set(SECTIONS) >= OF_A_ROOM


def test_the_report_of_one_person_has_none_of_it(begin: Begin) -> None:
    found = content_of(begin())
    assert found.room is None
    assert not set(sections_of(document_of(found, Audience.RECORD, our_theme()))) & OF_A_ROOM


def test_a_table_has_a_row_for_every_vote(room: Room) -> None:
    data = make_report(source(room), Wish(form=Format.CSV), our_theme()).written.data
    votes = [row for row in as_rows(data) if row["kind"] == "vote"]
    view = content(room).room
    assert view
    assert len(votes) == sum(len(one.votes) for one in view.ballots) > 0


def test_json_keeps_what_its_schema_promises(room: Room) -> None:
    for wish in (Wish(form=Format.JSON), Wish(form=Format.JSON, redact=True)):
        assert as_json(make_report(source(room), wish, our_theme()).written.data)["room"]


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.JSON, Format.CSV])
def test_roles_stand_in_place_of_names_everywhere(room: Room, form: Format) -> None:
    wish = Wish(form=form, redact=True)
    text = make_report(source(room), wish, our_theme()).written.data.decode().casefold()
    assert [name for name in (*SOME_LETTERS, "qwixel", "oxzenbrod") if name in text] == []
    assert "glazewarden 1" in text
    view = content(room, redact=True).room
    assert view
    assert view.people[0].called == "Kilnmaster 1"


def test_a_facilitator_who_wrote_something_down_is_not_one_of_those_who_took_part() -> None:
    room = new_room(people=3)
    room.park("Who pays?", None)
    told = content(room)
    assert told.room and told.room.attended == len(told.provenance.participants) == 3
    assert [task.who for task in told.room.parked] == [THE_FACILITATOR]
