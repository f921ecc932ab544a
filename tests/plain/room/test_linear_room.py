"""A session line by line: commands in words, votes hidden until they are shown, nothing half done."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.facts import FactId, Level
from chatbot.interview.events import Evidenced, Noted
from chatbot.plain.room.grammar import USAGE, Verb
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.people import FACILITATOR
from tests.plain.room.sessions import AIM, OPTIONS, Session
from tests.room.rooms import ids, new_room, second_terminal


def test_a_question_is_opened_voted_on_shown_and_agreed(session: Session) -> None:
    session(
        "open ambition",
        "vote ada specialist_questions because we tried",
        "vote ben, cem, d 1",
        "reveal",
        "agree specialist because the specialists ask for it",
        "dissent dora because nobody has time",
    )
    assert session.refused == ()
    assert session.stances == {"A": OPTIONS[2], "B": OPTIONS[0], "C": OPTIONS[0], "D": OPTIONS[0]}
    agreement = session.room.state.outcomes.agreement(AIM)
    assert agreement and (agreement.stance.value, agreement.reason) == (
        OPTIONS[2],
        "the specialists ask for it",
    )
    (dissent,) = session.room.state.outcomes.dissents_on(AIM)
    assert (dissent.person, dissent.reason) == (ids(session.room)[3], "nobody has time")


@pytest.mark.parametrize(
    "line",
    [
        "vote",
        "vote ada",
        "vote zoe 1",
        "vote ada 99",
        "voteada 1",
        "dissent ada",
        "agree",
        "agree 99",
        "open nowhere",
        "open",
        "open ambition.1",
        "note zoe: something",
        "note ada:",
        "leave zoe",
        "join Zoe",
        "done 1",
        "resolve 1 first",
        "mode",
        "minutes many",
        "finish",
        "finish now",
        "reopen",
        "reveal",
        "drop nothing",
        "correct ada Ada",
        "redo",
        "help nothing",
        "\N{SNOWMAN}",
    ],
)
def test_what_is_not_understood_says_so_with_its_line_and_changes_nothing(
    session: Session, line: str
) -> None:
    session("open ambition")
    before = len(session.room.interview.state.events)
    out = session("", "# nothing", line)
    assert session.refused == (3,) and "Line 3: " in out
    assert len(session.room.interview.state.events) == before


def test_a_name_that_several_have_is_asked_about_and_a_part_that_one_has_is_enough(session: Session) -> None:
    session("join Adam Smith, Sales", "open ambition", "vote ad 1", "vote adam 2", "vote byron 3")
    assert session.refused == (3,)
    votes = session.room.state.votes.latest(AIM)
    assert [votes[person].stance.value for person in (ids(session.room)[4], ids(session.room)[0])] == [
        OPTIONS[1],
        OPTIONS[2],
    ]


def test_points_of_a_checklist_are_opened_by_the_end_of_their_id_and_by_number(session: Session) -> None:
    room = session.room
    checklist = next(one for one in room.interview.state.path.questions if room.question(one).items)
    facts = [item.fact for item in room.question(checklist).items]
    for typed, fact in (
        (f"{checklist}.{facts[1].rpartition('.')[2]}", facts[1]),
        (f"{checklist}.1", facts[0]),
        (facts[1], facts[1]),
    ):
        session(f"open {typed}")
        assert room.state.current == Ballot(checklist, FactId(fact))
    session("vote ada n", "vote ben partial", f"open {facts[1]}", "vote cem ?")
    values = [vote.stance.value for vote in room.state.votes.latest(Ballot(checklist, facts[1])).values()]
    assert values == [Level.ABSENT, Level.PARTIAL, Level.UNKNOWN]


def test_notes_and_evidence_are_whose_they_are_word_for_word(session: Session) -> None:
    session(
        "note ada: risk: high, *not* <b>low</b>", "note room: risk: high", "evidence b: page 3", "note so"
    )
    notes = [
        (event.who, event.what.text)
        for event in session.room.interview.state.events
        if isinstance(event.what, Noted | Evidenced)
    ]
    ada, ben, *_ = ids(session.room)
    assert notes == [
        (ada, "risk: high, *not* <b>low</b>"),
        (FACILITATOR, "risk: high"),
        (ben, "page 3"),
        (FACILITATOR, "so"),
    ]


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("write it down owner ada due 2026-04-01", "write it down", 0, "2026-04-01"),
        ("find the owner of the list", "find the owner of the list", None, ""),
        ("ask who is due next", "ask who is due next", None, ""),
        ("call owner: Acme Ltd due: end of May", "call", "Acme Ltd", "end of May"),
        ("call due 2026-04-01", "call", None, "2026-04-01"),
    ],
)
def test_an_action_has_the_owner_and_the_date_that_were_meant(
    session: Session, line: str, text: str, owner: int | str | None, due: str
) -> None:
    session(f"action {line}")
    (action,) = session.room.state.outcomes.actions
    expected = ids(session.room)[owner] if isinstance(owner, int) else owner or ""
    assert (action.text, action.owner, action.due) == (text, expected, due)
    session("done 1 it was easy")
    assert session.room.state.outcomes.actions[0].outcome == "it was easy"


def test_people_come_late_leave_and_are_put_right(session: Session) -> None:
    session("join Zoe Late, Legal, Nordwind", "leave ben", "correct zoe: Zoe Latimer, HR")
    zoe = list(session.room.state.people)[-1]
    assert (zoe.name, zoe.role, zoe.here) == ("Zoe Latimer", "HR", True)
    assert not session.room.state.people.is_here(ids(session.room)[1])
    session("join all")
    assert all(person.here for person in session.room.state.people)


def test_next_waits_once_for_who_has_not_voted_and_takes_what_all_said(session: Session) -> None:
    session("open ambition", "vote ada 1", "next")
    assert not session.room.state.votes.is_revealed(AIM)
    session("vote b, c 1", "next", "next")
    assert session.room.state.votes.is_revealed(AIM)
    session("agree", "next")
    agreement = session.room.state.outcomes.agreement(AIM)
    assert agreement and agreement.stance.value == OPTIONS[0]
    assert session.room.state.current != AIM


def test_entries_of_two_terminals_are_shown_side_by_side_and_a_person_decides(session: Session) -> None:
    ada = ids(session.room)[0]
    session("open ambition")
    other = second_terminal(session.room)
    other.vote(ada, AIM, Stance(OPTIONS[1]))
    session.room.vote(ada, AIM, Stance(OPTIONS[2]))
    assert len(session.room.state.contests) == 1
    out = session("contests")
    assert OPTIONS[1] not in out and OPTIONS[2] not in out
    session("resolve 1 second")
    assert session.stances == {"A": OPTIONS[2]} and not session.room.state.contests


def test_a_closed_session_takes_nothing_until_it_is_opened_again(session: Session) -> None:
    session("finish", "finish anyway", "note room: late", "people", "result")
    assert session.room.interview.finished and session.refused == (1, 3)
    session("reopen", "note room: late")
    assert session.refused == () and not session.room.interview.finished


def test_steps_are_taken_back_and_put_back(session: Session) -> None:
    session("open ambition", "vote ada 1", "undo")
    assert session.stances == {}
    session("redo")
    assert session.stances == {"A": OPTIONS[0]}


def test_every_command_is_in_the_help_and_can_be_typed(session: Session) -> None:
    out = session("help")
    assert set(USAGE) == set(Verb)
    assert all(usage.typed in out for usage in USAGE.values())
    for verb in Verb:
        assert "is no command" not in Session()(verb)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(line=st.text(max_size=60) | st.tuples(st.sampled_from(list(Verb)), st.text(max_size=40)).map(" ".join))
def test_nothing_that_is_typed_ends_it(line: str) -> None:
    session = Session(new_room(people=2))
    session(line.replace("\n", " "), "note ada: still here")
    said = [event.what.text for event in session.room.interview.state.events if isinstance(event.what, Noted)]
    stopped = line.strip().casefold().split(" ")[0].rstrip(":") in ("quit", "exit")
    closed = session.room.interview.finished
    assert stopped or closed or "still here" in said


def test_several_votes_stand_on_one_line_and_an_answer_may_have_a_comma(session: Session) -> None:
    option = next(one for one in session.room.question(AIM.question).options if "," in one.label)
    session("open ambition", "vote a 1, ben, cem 4", f"vote dora {option.label}")
    assert session.stances == {"A": OPTIONS[0], "B": OPTIONS[3], "C": OPTIONS[3], "D": option.id}
    before = len(session.room.interview.state.events)
    session("vote a 1, zoe 2", "vote a 1, b", "vote a, b")
    assert session.refused == (1, 2, 3) and len(session.room.interview.state.events) == before


def test_a_difference_is_turned_to_by_its_number_and_stays_shown(session: Session) -> None:
    session("open ambition", "vote ada 1", "vote ben 2", "reveal", "open initiative_title", "ranking 1")
    assert session.refused == () and session.room.state.current == AIM
    assert session.room.state.votes.is_revealed(AIM)
    session("ranking 2", "ranking one")
    assert session.refused == (1, 2)
