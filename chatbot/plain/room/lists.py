"""The lists of a linear session: people, agenda, differences, open points, and contested entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from chatbot.interview.contests import Contest
from chatbot.interview.room_events import Action, PersonId
from chatbot.plain.channel import Channel
from chatbot.plain.room.showing import LONGEST, in_short
from chatbot.plain.room.table import Table
from chatbot.room.consequences import consequences
from chatbot.room.differences import is_being_voted_on
from chatbot.room.disagreement import Disagreement, ranked, stances_of
from chatbot.room.outcomes import Task
from chatbot.visible import on_one_line

_TIERS: Final = (
    "What comes out depends on these:",
    "Only warnings depend on these:",
    "Nothing in the result depends on these:",
)


def show_people(channel: Channel, table: Table) -> None:
    """Everybody on the list, and who is here."""
    people = list(table.room.state.people)
    if not people:
        channel.say("Nobody is on the list yet. join NAME, ROLE adds somebody who is here.")
        return
    codes = table.codes
    channel.say(f"{len(people)} on the list, {sum(person.here for person in people)} of them here:")
    for person in people:
        parts = [person.name, person.role, person.organisation]
        here = "here" if person.here else "left" if person.comings else "not here yet"
        channel.more(f"{codes[person.id]}  {', '.join(filter(None, parts))}: {here}")


def show_agenda(channel: Channel, table: Table) -> None:
    """Every question on the path with its minutes and how it stands, then the time."""
    room, course = table.room, table.course
    due = set(room.interview.state.due)
    topic = ""
    channel.say("The questions, as things stand:")
    route = room.interview.held.manager.route
    for number, question in enumerate(room.interview.state.path.questions, start=1):
        if route.topic[question].title != topic:
            topic = route.topic[question].title
            channel.more(f"{topic}:")
        standing = "done" if question not in due else ""
        if question == table.question:
            standing = "here"
        before = "to be answered before the session" if question in course.budget.before else ""
        minutes = f"{course.budget.questions.get(question, 0):g} min"
        channel.list(number, f"{question}: {', '.join(filter(None, [minutes, before, standing]))}")
    channel.say(timing(table))


def timing(table: Table) -> str:
    """How the time stands, in a sentence."""
    time = table.course.timing(table.room.now)
    stopped = "" if time.running else " The clock stands still."
    if time.left is None:
        return f"{int(time.spent)} minutes so far; the session has no set end.{stopped}"
    left = f"{int(time.left)} minutes are left" if time.left >= 0 else "The time is over"
    late = f"; what is planned takes {int(time.late)} minutes more" if time.late >= 1 else ""
    return f"{left}{late}.{stopped}"


def differences(table: Table) -> list[Disagreement]:
    """Where people differ on what comes up as things stand, in the order of their numbers."""
    interview = table.room.interview
    found = ranked(interview.held, stances_of(interview.held.manager.route, table.room.state))
    return [one for one in found if one.comes_up and not is_being_voted_on(table.room, one.ballot)]


def show_ranking(channel: Channel, table: Table) -> None:
    """Where people differ; who said what, and what would follow, only once it was shown."""
    found = differences(table)
    if not found:
        channel.say("Nobody differs on anything that waits for an agreement.")
    tier = -1
    for number, one in enumerate(found, start=1):
        if one.tier != tier:
            tier = one.tier
            channel.say(_TIERS[tier])
        channel.list(number, in_short(table, one.ballot))
        for line in positions(table, one):
            channel.more(line)
    if found:
        channel.say("ranking and a number turns to one.")
    alike = len(list(table.course.alike()))
    if alike:
        points = "One question or point was" if alike == 1 else f"{alike} questions and points were"
        channel.say(f"{points} answered alike before the session. agree alike takes that over.")


def positions(table: Table, one: Disagreement) -> Iterator[str]:
    """Who holds what, and what would follow if that were right; nothing of it before it was shown."""
    sheet = table.sheet(one.ballot)
    if not table.room.state.votes.is_revealed(one.ballot):
        yield f"{len(one.positions)} answers, which were not shown yet"
        return
    follows = consequences(one.hanging, table.room.interview.held.framework)
    for position, what in zip(one.positions, follows, strict=True):
        names = ", ".join(map(table.name, position.persons))
        label = sheet.label(position.stance) if sheet else position.stance.value
        yield f"{on_one_line(label, LONGEST)} ({names}): {what}"


def tasks(table: Table) -> list[Task]:
    """Parked points and actions, in the order of their numbers."""
    outcomes = table.room.state.outcomes
    return [*outcomes.parked, *outcomes.actions]


def show_points(channel: Channel, table: Table) -> None:
    """Parked points and actions, also those that are dealt with."""
    every = tasks(table)
    if not every:
        channel.say("Nothing is parked, and no action is kept.")
        return
    channel.say("Open points: done NUMBER says that one is dealt with.")
    for number, task in enumerate(every, start=1):
        channel.list(number, " ".join(_told(table, task)))


def show_contests(channel: Channel, table: Table) -> None:
    """Entries that differ, each with both that were said."""
    contests = table.room.state.contests
    if not contests:
        channel.say("Nothing waits for a decision.")
        return
    channel.say("Different things were said of the same. The first counts until somebody decides.")
    for number, contest in enumerate(contests, start=1):
        _show_contest(channel, table, number, contest)
    channel.say("Type resolve, the number, and first or second.")


def _show_contest(channel: Channel, table: Table, number: int, contest: Contest) -> None:
    events = [table.room.interview.state.event(id) for id in (contest.first, contest.second)]
    for place, event in zip(("first", "second"), events, strict=True):
        if event is None:
            continue
        if place == "first":
            channel.list(number, table.entries.about(event))
        time = datetime.fromisoformat(event.at).strftime("%H:%M:%S")
        channel.more(f"{place}: {table.entries.said(event)} ({table.name(event.who)}, {time})")


def _told(table: Table, task: Task) -> Iterator[str]:
    is_action = isinstance(task.event.what, Action)
    yield "To do:" if is_action else "Parked:"
    yield task.text
    if is_action:
        known = table.room.state.people.get(PersonId(task.owner))
        owner = known.name if known else task.owner or "nobody yet"
        yield f"(owner: {owner}; due: {task.due or 'no date yet'})"
    if task.settled:
        yield f"Dealt with: {task.outcome}" if task.outcome else "Dealt with."
