"""Agreeing at once on what everybody who answered beforehand answered alike."""

from __future__ import annotations

from chatbot.room.ballots import Ballot
from chatbot.room.course import Course


def agree_alike(course: Course) -> tuple[Ballot, ...]:
    """Agree on every ballot on the path on which all said the same beforehand, and nobody voted since.

    An agreement may bring up further questions; those are looked at too.

    Returns:
        what was agreed on now.
    """
    agreed: dict[Ballot, None] = {}
    while new := [(ballot, stance) for ballot, stance in course.alike() if ballot not in agreed]:
        for ballot, stance in new:
            agreed[ballot] = None
            voters = len(course.room.state.votes.latest(ballot))
            course.room.agree(ballot, stance, _why(voters))
    return tuple(agreed)


def _why(voters: int) -> str:
    if voters == 1:
        return "The only one who answered this before the session said so."
    many = "Both" if voters == 2 else f"All {voters}"
    return f"{many} who answered this before the session said so."
