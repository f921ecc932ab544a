"""Writing a ballot for a room: the question with its answers, who has voted, and once shown, who for what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from chatbot.dialog.script import QuestionKind
from chatbot.interview.room_events import PersonId
from chatbot.plain.channel import Channel
from chatbot.plain.room.table import Table
from chatbot.room.ballots import Ballot, Stance
from chatbot.room.offered import Sheet
from chatbot.room.steps import waited_for
from chatbot.visible import on_one_line

LONGEST: Final = 70


def place_of(ballot: Ballot) -> str:
    """What is typed to come back to a ballot."""
    return f"{ballot.question}.{ballot.fact.rpartition('.')[2]}" if ballot.fact else ballot.question


def in_short(table: Table, ballot: Ballot) -> str:
    """A ballot on one line, with what is typed for it."""
    sheet = table.sheet(ballot)
    words = (sheet.point or sheet.ask) if sheet else ""
    return f"{on_one_line(words, LONGEST)} ({place_of(ballot)})" if words else place_of(ballot)


def show_ballot(channel: Channel, table: Table) -> None:
    """The present ballot with everything that can be answered, and how it stands."""
    ballot = table.room.state.current
    sheet = table.sheet(ballot) if ballot else None
    channel.gap()
    if ballot is None or sheet is None:
        channel.say("No question is open. next turns to one.")
        return
    channel.say(f"{sheet.topic}. Question {sheet.number} of {sheet.of} ({ballot.question}). {sheet.ask}")
    if sheet.point:
        channel.say(f"Point {sheet.at_point} of {sheet.points} ({ballot.fact}): {sheet.point}")
    if sheet.kind is QuestionKind.TEXT:
        channel.say("The room answers in its own words: agree TEXT.")
    else:
        for offer in sheet.offers:
            looks_like = f": {offer.looks_like}" if offer.looks_like else ""
            channel.list(offer.number, offer.label + looks_like)
    show_standing(channel, table, sheet)


def show_standing(channel: Channel, table: Table, sheet: Sheet) -> None:
    """Who has voted, or once it was shown, who for what; then what was agreed, and who does not share it."""
    state, ballot = table.room.state, sheet.ballot
    if sheet.kind is not QuestionKind.TEXT:
        show_votes(channel, table, sheet) if state.votes.is_revealed(ballot) else _say_who(channel, table)
    agreement = state.outcomes.agreement(ballot)
    if agreement:
        because = f", because {agreement.reason}" if agreement.reason else ""
        channel.say(f"Agreed: {_said(sheet, agreement.stance)}{because}")
    for dissent in state.outcomes.dissents_on(ballot):
        if not dissent.earlier:
            reason = f": {dissent.reason}" if dissent.reason else ""
            channel.say(f"{table.name(dissent.person)} does not share it{reason}")


def show_votes(channel: Channel, table: Table, sheet: Sheet) -> None:
    """The answers with how many people gave each, and who."""
    votes, now = table.room.state.votes.latest(sheet.ballot), table.room.state.votes.round_of(sheet.ballot)
    channel.say(f"The votes of {len(votes)} people:" if len(votes) != 1 else "The vote of one person:")
    by_answer: dict[str, list[PersonId]] = {}
    for person in table.room.state.people:
        if person.id in votes:
            by_answer.setdefault(votes[person.id].stance.value, []).append(person.id)
    offered = [offer.value for offer in sheet.offers]
    for value in sorted(by_answer, key=lambda one: offered.index(one) if one in offered else len(offered)):
        people = by_answer[value]
        names = ", ".join(table.name(one) + ("" if votes[one].round == now else "°") for one in people)
        channel.more(f"{_said(sheet, votes[people[0]].stance)}: {len(people)} ({names})")
    if any(vote.round != now for vote in votes.values()):
        channel.more("° said before this round")


def _say_who(channel: Channel, table: Table) -> None:
    ballot = table.room.state.current
    waited = waited_for(table.course)
    here = [person for person in table.room.state.people if person.here]
    given = table.room.state.votes.latest(ballot) if ballot else {}
    if not here and not given:
        channel.say("Nobody is in the room yet: join all, or join PERSON.")
        return
    opened = table.room.state.opened
    first = "Discuss, then agree. " if opened and opened.discuss_first else ""
    channel.say(f"{first}Voted: {len(given)}. {still_to_vote(table, waited)}")


def still_to_vote(table: Table, waited: Iterable[PersonId]) -> str:
    """Who has not voted yet, as a sentence."""
    names = ", ".join(map(table.name, waited))
    return f"Still to vote: {names}." if names else "Everybody here has voted."


def _said(sheet: Sheet, stance: Stance) -> str:
    reason = f" ({stance.reason})" if stance.reason else ""
    return sheet.label(stance) + reason
