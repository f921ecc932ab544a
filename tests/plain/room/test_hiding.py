"""What anybody voted is not written before the votes are shown."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.interview.room_events import Voted
from chatbot.room.ballots import Stance
from tests.plain.room.sessions import AIM, OPTIONS, Session
from tests.room.rooms import ids, second_terminal


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(votes=st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=4))
def test_what_is_written_before_the_votes_are_shown_does_not_depend_on_them(votes: list[str]) -> None:
    def written(said: list[str]) -> str:
        session = Session()
        opened = session("open ambition")
        lines = [f"vote {name} {option}" for name, option in zip("abcd", said, strict=False)]
        return opened + session(*lines, "question", "ranking", "people", "contests", "result")

    assert written(votes) == written([OPTIONS[0]] * len(votes))


def test_what_another_terminal_enters_is_told_without_what_anybody_voted(session: Session) -> None:
    session("open ambition")
    other = second_terminal(session.room)
    other.vote(ids(session.room)[1], AIM, Stance(OPTIONS[3]))
    out = session("people")
    assert "Ben Okri" in out.split("you> people")[1].splitlines()[1]
    assert OPTIONS[3] not in out
    assert sum(isinstance(event.what, Voted) for event in session.room.interview.state.events) == 1


@pytest.mark.parametrize(
    "vote",
    [
        "vote ada daily_work",
        " VOTE: ada daily_work",
        "vote\u00a0ada\u00a0daily_work",
        "v ada daily_work",
        "vote zoe daily_work",
        "vote ada daily_workk",
        "voted: ada daily_work",
    ],
)
def test_a_vote_is_not_written_again_however_it_was_typed(session: Session, vote: str) -> None:
    assert "daily_work" not in session("open ambition", vote).partition("you> open ambition")[2]
