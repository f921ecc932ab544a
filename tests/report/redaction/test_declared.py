"""People of a roster are replaced by their roles, in what anybody types and in who an event is by."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId
from chatbot.interview.events import Event, Noted
from chatbot.interview.interview import Interview
from chatbot.report.formats import Format
from chatbot.report.making import Wish, make_report
from chatbot.report.redaction.declared import Declared
from chatbot.report.redaction.redacting import Redacted, redact
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.report.whole.lives import source

TITLE = QuestionId("initiative_title")
ROSTER = (
    Declared(name="Anna Berg", role="Legal", organisation="Qwixel Valves GmbH"),
    Declared(name="Jonas Falk", role="Legal"),
    Declared(name="Anna Stein", role="IT"),
    Declared(name="Mira Xanthos", organisation="Quality"),
)


def by(interview: Interview, *people: str) -> list[Event]:
    """The interview's events, each by the next of some people."""
    return [replace(event, who=people[at % len(people)]) for at, event in enumerate(interview.state.events)]


def noted(begin: Begin, *texts: str) -> Interview:
    """An interview with some notes."""
    interview = begin()
    for text in texts:
        interview.note(text, TITLE)
    return interview


def last(redacted: Redacted) -> str:
    """The note that is the last event."""
    what = redacted.events[-1].what
    assert isinstance(what, Noted)
    return what.text


def test_who_an_event_is_by_becomes_a_role_counted_where_several_share_it(begin: Begin) -> None:
    events = by(noted(begin, "a", "b", "c"), *(one.name for one in ROSTER))
    redacted = redact(events, begin().held, declared=ROSTER)
    assert [one.who for one in redacted.events] == ["Legal 1", "Legal 2", "IT", "participant 1"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Anna Berg doubts it", "[Legal 1] doubts it"),
        ("so Berg and Jonas agree", "so [Legal 1] and [Legal 2] agree"),
        ("as Anna says", "as [person] says"),
        ("BERG's view, not mira's", "[Legal 1]'s view, not [participant 1]'s"),
        ("Legal and Quality at Qwixel", "Legal and Quality at [organisation 1]"),
    ],
)
def test_part_of_a_name_stands_for_whoever_alone_is_called_so(begin: Begin, said: str, told: str) -> None:
    interview = noted(begin, said)
    assert last(redact(interview.state.events, interview.held, declared=ROSTER)) == told


def test_an_event_by_part_of_a_name_is_by_the_same_person(begin: Begin) -> None:
    interview = noted(begin, "a")
    events = by(interview, "Falk", "jonas  FALK")
    redacted = redact(events, interview.held, declared=ROSTER)
    assert {one.who for one in redacted.events} == {"Legal 2"}


def test_an_id_that_says_nothing_stays_so_that_what_belongs_together_does(begin: Begin) -> None:
    interview = noted(begin, "Anna Berg agrees")
    roster = [Declared(id="p1", name="Anna Berg", role="Legal"), Declared(id="p2", name="Ida Roth")]
    redacted = redact(by(interview, "p1", "p2"), interview.held, declared=roster)
    assert [one.who for one in redacted.events] == ["p1", "p2"]
    assert [one.by for one in redacted.replaced] == ["Legal", "participant 1"]
    assert last(redacted) == "[Legal] agrees"


def test_somebody_of_the_roster_who_is_named_with_another_role_keeps_the_declared_one(begin: Begin) -> None:
    interview = noted(begin, "our head of quality, Jonas Falk, wants it")
    redacted = redact(interview.state.events, interview.held, declared=ROSTER)
    assert "[Legal 2]" in last(redacted)


GIVEN_NAMES = ("Xaveria", "Zdenko", "Wjatscheslaw", "Qiu-Lan")
FAMILY_NAMES = ("Tzschoppe", "O'Xquill", "van der Qwist", "M\u00fcllerwitz")
FIRMS = ("", "Qoppa Valves GmbH", "Zyxwerk")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.JSON, Format.CSV])
def test_nothing_of_anybody_declared_is_found_in_a_full_report(
    begin: Begin, form: Format, data: st.DataObject
) -> None:
    person = st.builds(
        lambda given, family, role, firm: Declared(name=f"{given} {family}", role=role, organisation=firm),
        st.sampled_from(GIVEN_NAMES),
        st.sampled_from(FAMILY_NAMES),
        st.sampled_from(["", "Legal", "IT", "head of quality"]),
        st.sampled_from(FIRMS),
    )
    roster = data.draw(st.lists(person, min_size=1, max_size=5))
    said = st.sampled_from(["{}", "as {} says", "({})", "{}'s", "our head of quality, {}, signs", "{}\n"])
    interview = begin()
    parts = [part for one in roster for part in (one.name, *one.name.split(" ", 1), one.organisation) if part]
    for part in parts:
        interview.note(data.draw(said).format(part), TITLE)
    interview.evidence(" ".join(parts), TITLE)
    interview.answer(TITLE, Answer(text=parts[0]), parts[0], parts[-1])
    events = by(interview, *(one.name for one in roster))
    redacted = redact(events, interview.held, declared=roster)
    secret = {word for part in parts for word in re.findall(r"\w{4,}", part.casefold())}
    secret -= {"valves", "gmbh"}
    assert [word for word in secret if word in report(interview, redacted.events, form)] == []
    assert len(redacted.events) == len(events)
    assert [word for word in secret if word not in report(interview, events, Format.MARKDOWN)] == []


def report(interview: Interview, events: Sequence[Event], form: Format) -> str:
    """A whole report, in small letters."""
    reported = replace(source(interview), events=events)
    return make_report(reported, Wish(form=form), our_theme()).written.data.decode().casefold()
