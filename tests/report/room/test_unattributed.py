"""No answer can be traced to a person: a report is the same whoever of those in a room voted what."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.errors import UsageError
from chatbot.interview.events import Event, Evidenced, Noted
from chatbot.interview.room_events import Action, Dissented, Joined, Left, Voted
from chatbot.report.content.room import Count, RoleCounts, RoomView
from chatbot.report.content.scales import OTHERS
from chatbot.report.formats import Format
from chatbot.report.making import Source, Wish, contents_of, make_report
from chatbot.report.redaction.untraceable import FEWEST, dissent_may_be_shown, may_be_shown
from chatbot.report.redaction.untraceable import without_voters as shown
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.ours import our_theme
from chatbot.room.ballots import Ballot, ballots_said
from chatbot.room.room import Room
from tests.conftest import Begin
from tests.report.room.sessions import NAMES, ROLES, SOME_LETTERS, acted_out, sessions, source
from tests.report.whole.lives import source as source_of
from tests.report.whole.reading import as_json, as_rows
from tests.report.whole.test_redaction import layers

TEXTS = (Format.MARKDOWN, Format.HTML, Format.JSON, Format.CSV)
TYPESET = (Format.PDF, Format.WORD)
SEVERAL = settings(max_examples=20, suppress_health_check=list(HealthCheck))
NOBODY = Wish(form=Format.JSON, unattributed=True)


def bytes_of(of: Source, form: Format, audience: Audience = Audience.RECORD) -> bytes:
    wish = Wish(form=form, audience=audience, unattributed=True)
    return make_report(of, wish, our_theme()).written.data


def view(of: Source) -> RoomView:
    room = contents_of(of, NOBODY).content.room
    assert room
    return room


def by_others(room: Room, within: Callable[[str], str], chance: Random) -> Source:
    """The same room, in which on every ballot others gave the votes and dissents, and others said the notes.

    Args:
        within: people change places with those for whom this is the same.
    """
    of = source(room)
    people = [event.who for event in of.events if isinstance(event.what, Joined)]
    places: dict[Ballot, dict[str, str]] = {}

    def other(ballot: Ballot, who: str) -> str:
        if ballot not in places:
            voted = [
                event.who
                for event in of.events
                if isinstance(event.what, Voted | Dissented) and ballot_of(event.what) == ballot
            ]
            places[ballot] = shuffled(list(dict.fromkeys(voted)), within, chance)
        return places[ballot][who]

    events: list[Event] = []
    for event in of.events:
        match event.what:
            case Voted() | Dissented() as said:
                events.append(replace(event, who=other(ballot_of(said), event.who)))
            case Noted() | Evidenced() if event.who in people:
                events.append(replace(event, who=chance.choice(people)))
            case Action() as action if action.owner in people:
                events.append(replace(event, what=replace(action, owner=chance.choice(people))))
            case _:
                events.append(event)
    return replace(of, events=tuple(events))


def ballot_of(said: Voted | Dissented) -> Ballot:
    if isinstance(said, Dissented):
        return Ballot(said.question, said.fact)
    return next(iter(ballots_said(said)))


def shuffled(people: Sequence[str], within: Callable[[str], str], chance: Random) -> dict[str, str]:
    groups: dict[str, list[str]] = {}
    for person in people:
        groups.setdefault(within(person), []).append(person)
    return {
        one: other
        for group in groups.values()
        for one, other in zip(group, chance.sample(group, len(group)), strict=True)
    }


def everybody(_: str) -> str:
    return ""


@SEVERAL
@given(data=st.data())
def test_the_report_is_the_same_whoever_in_the_room_voted_what(data: st.DataObject) -> None:
    room = data.draw(sessions())
    other = by_others(room, everybody, Random(data.draw(st.integers(0, 99))))
    form = data.draw(st.sampled_from(TEXTS))
    assert bytes_of(source(room), form) == bytes_of(other, form)


@SEVERAL
@given(data=st.data())
def test_where_roles_are_large_enough_to_be_shown_it_is_the_same_whoever_of_a_role_voted_what(
    data: st.DataObject,
) -> None:
    room = data.draw(sessions(fewest=10, roles=ROLES[:2]))
    roles = {person.id: person.role for person in room.state.people}
    other = by_others(room, lambda who: roles[who], Random(data.draw(st.integers(0, 99))))
    assert bytes_of(source(room), Format.JSON) == bytes_of(other, Format.JSON)


@pytest.mark.parametrize("form", TYPESET)
def test_so_it_is_on_paper(form: Format) -> None:
    room = acted_out()
    votes_again = by_others(room, everybody, Random(1))
    assert bytes_of(source(room), form) == bytes_of(votes_again, form)


def test_it_is_the_same_whenever_people_came_and_went() -> None:
    of = source(acted_out())
    people = {event.who for event in of.events if isinstance(event.what, Left)}
    stayed = [event for event in of.events if not (event.who in people and isinstance(event.what, Left))]
    assert view(of) == view(replace(of, events=stayed))


@pytest.mark.parametrize(
    ("form", "audience"),
    [*((form, audience) for form in (*TEXTS[:2], *TYPESET) for audience in Audience)]
    + [(form, Audience.RECORD) for form in TEXTS[2:]],
)
def test_no_name_role_id_or_time_is_in_any_part_of_any_format(form: Format, audience: Audience) -> None:
    room = acted_out()
    of = source(room)
    secret = {part.casefold() for name in NAMES for part in name.split()} | {"qwixel"}
    secret |= {role.casefold() for role in (*ROLES, "Listener")}
    secret |= {event.id for event in of.events} | {event.who for event in of.events} - {"facilitator"}
    secret |= {event.at[10:19].casefold() for event in of.events}
    secret |= {"words1", "said1", "wrong1"}
    secret -= {"t09:00:00"}  # a file's time of day
    data = bytes_of(of, form, audience)
    found = {one for layer in layers(form, data) for one in secret if one in layer.casefold()}
    assert found == set()


def test_the_names_would_be_found_if_they_were_there() -> None:
    data = make_report(source(acted_out()), Wish(form=Format.JSON), our_theme()).written.data
    assert [name for name in SOME_LETTERS if name not in data.decode().casefold()] == []


def test_what_the_room_came_to_is_all_there() -> None:
    room = acted_out()
    told = json.dumps(as_json(bytes_of(source(room), Format.JSON)))
    for said in ("action1", "action2", "parked1", "parked2", "outcome1", "dissent1", "evidence1", "reason2"):
        assert said in told
    agreed = {(one["question"], one["fact"]) for one in json.loads(told)["room"]["ballots"] if one["agreed"]}
    assert agreed == {(one.question, one.fact) for one in room.state.outcomes.agreements}


def test_an_action_has_an_owner_and_nobody_is_told_as_one() -> None:
    owners = {one.owner for one in view(source(acted_out())).actions}
    assert owners == {"the owner named in the room's record"}


@SEVERAL
@given(counts=st.lists(st.integers(1, 12), max_size=4))
def test_numbers_are_shown_only_where_nobody_who_takes_their_own_answer_away_is_left_with_one_answer(
    counts: list[int],
) -> None:
    said = [Count(value=str(place), label="", count=count) for place, count in enumerate(counts)]
    if may_be_shown(said):
        assert sum(counts) >= FEWEST
        for place in range(len(counts)):
            left = [count - (place == other) for other, count in enumerate(counts)]
            assert sum(count > 0 for count in left) > 1


@SEVERAL
@given(data=st.data())
def test_what_is_left_of_the_whole_without_some_roles_may_be_shown_too(data: st.DataObject) -> None:
    number = st.integers(0, 7)
    roles = data.draw(st.dictionaries(st.sampled_from("ABCDE"), st.tuples(number, number, number)))
    cells = [
        RoleCounts(
            role=role,
            counts=tuple(
                Count(value=value, label=value, count=count)
                for value, count in zip("xyz", counts, strict=True)
                if count
            ),
        )
        for role, counts in roles.items()
        if any(counts)
    ]
    sums = [sum(counts[place] for counts in roles.values()) for place in range(3)]
    whole = tuple(
        Count(value=value, label=value, count=count)
        for value, count in zip("xyz", sums, strict=True)
        if count
    )
    ballot = view(source(acted_out())).ballots[2]
    seen = shown(replace(ballot, counts=whole, by_role=tuple(cells)))
    parts = [one.counts for one in seen.by_role]
    assert all(may_be_shown(counts) for counts in parts)
    assert len(parts) != 1
    if parts:
        together = {
            value: sum(one.count for counts in parts for one in counts if one.value == value)
            for value in {one.value for one in whole}
        }
        assert together == {one.value: one.count for one in whole}
    assert [one.role for one in seen.by_role].count(OTHERS) <= 1


def test_points_that_are_not_shown_look_the_same_whatever_the_reason() -> None:
    ballot = next(one for one in view(source(acted_out())).ballots if one.counts)
    few = (Count(value="x", label="x", count=4),)
    alike = (Count(value="x", label="x", count=9),)
    nearly = (*alike, Count(value="y", label="y", count=1))
    hidden = [shown(replace(ballot, counts=counts, apart=0.2)) for counts in (few, alike, nearly, ())]
    assert all(one == hidden[0] and one.counts is None for one in hidden)


def test_dissent_is_told_while_it_stays_open_whose_it_is() -> None:
    assert dissent_may_be_shown(1, 5)
    assert dissent_may_be_shown(3, 5)
    assert not dissent_may_be_shown(4, 5)
    assert not dissent_may_be_shown(1, 4)


@SEVERAL
@given(room=sessions(most=FEWEST - 1))
def test_of_fewer_than_five_only_what_the_room_came_to_is_told(room: Room) -> None:
    found = as_json(bytes_of(source(room), Format.JSON))
    assert found["notes"] == []
    told = view(source(room))
    assert all(not one.counts and not one.dissents for one in told.ballots)
    assert told.unattributed
    assert told.unattributed.notes == any(isinstance(one.what, Noted) for one in source(room).events)
    assert [one.agreed is not None for one in told.ballots] == [
        True for one in room.state.outcomes.agreements
    ]


def test_the_report_says_what_is_left_out() -> None:
    of = source(acted_out())
    told = view(of)
    assert told.unattributed
    hidden = [one for one in told.ballots if one.counts is None]
    assert told.unattributed.hidden == len(hidden) > 0
    text = bytes_of(of, Format.MARKDOWN).decode()
    said = " ".join(text.split())
    assert all(" ".join(says.split()) in said for says in told.unattributed.says)


def test_a_table_of_it_has_no_row_for_a_vote() -> None:
    rows = as_rows(bytes_of(source(acted_out()), Format.CSV))
    assert "vote" not in {row["kind"] for row in rows}
    assert {row["who"] for row in rows} <= {"", "the room", "somebody", "the facilitator"}


def test_an_interview_with_one_person_has_no_such_report(begin: Begin) -> None:
    with pytest.raises(UsageError):
        bytes_of(source_of(begin()), Format.MARKDOWN)
