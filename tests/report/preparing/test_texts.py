"""The fixed texts of what is handed out: the file has just those that are looked up, with the same places."""

from __future__ import annotations

from collections import defaultdict

from chatbot.framework.assessment import Decision
from chatbot.report import preparing
from chatbot.report.theme.ours import our_words
from chatbot.report.theme.texts import places_in
from chatbot.room.agenda import Part
from tests.report.comparing.test_texts import looked_up

OURS = our_words().texts
CASES = {
    "prepare.part": set(Part) - {Part.TOPIC},
    "prepare.what_happens": set(Part) - {Part.TOPIC},
    "prepare.decision": set(Decision),
}


def test_the_texts_that_sheets_look_up_are_those_in_the_file_with_the_same_places() -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for ids, filled in looked_up(preparing, CASES):
        for id in ids:
            assert id in OURS, id
            places[id] |= filled
            assert places_in(OURS[id]) <= filled, id
    ours = {id for id in OURS if id.startswith("prepare.")}
    assert {id for id in places if id.startswith("prepare.")} == ours
