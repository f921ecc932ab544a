"""Times of events in words."""

from __future__ import annotations

import pytest

from chatbot.report.content.times import clock, day, moment


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-05-04T09:30:15+02:00", ("4 May 2026", "09:30", "4 May 2026, 09:30 (UTC+02:00)")),
        ("2026-12-31T23:59:59+00:00", ("31 December 2026", "23:59", "31 December 2026, 23:59 (UTC)")),
        ("2026-01-01T00:00:00-03:30", ("1 January 2026", "00:00", "1 January 2026, 00:00 (UTC-03:30)")),
        ("2026-01-01T00:00:00", ("1 January 2026", "00:00", "1 January 2026, 00:00")),
        ("once", ("once", "once", "once")),
    ],
)
def test_a_time_is_said_in_the_zone_in_which_it_was_recorded(at: str, said: tuple[str, str, str]) -> None:
    assert (day(at), clock(at), moment(at)) == said
