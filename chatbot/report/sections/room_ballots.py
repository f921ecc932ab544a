"""What a room agreed, point by point: every answer, reason, dissent and vote."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from chatbot.dialog.script import QuestionKind
from chatbot.report.content.fates import Fate
from chatbot.report.content.room import AgreedOn, BallotView, Count, VoteSaid
from chatbot.report.document.building import items, paragraph, quote, run
from chatbot.report.document.nodes import Block, Paragraph, Section
from chatbot.report.sections.listing import several
from chatbot.report.sections.room import answers, dissents
from chatbot.report.sections.setting import Setting


def room_ballots(setting: Setting) -> Section | None:
    """Every ballot by topic, and the entries between which nobody has decided."""
    room, texts = setting.content.room, setting.texts
    if room is None or not (room.ballots or room.contested):
        return None
    blocks: list[Block] = []
    if room.contested:
        blocks.append(paragraph(run(texts("room.contested"), strong=True), texts("room.contested_means")))
        each = (texts("room.contest", first=one.first, second=one.second) for one in room.contested)
        blocks.append(items([paragraph(says) for says in each]))
    topics = groupby(room.ballots, key=lambda one: one.topic)
    return Section(
        id="room_ballots",
        title=setting.title("room_ballots"),
        blocks=tuple(blocks),
        sections=tuple(
            Section(id=f"room_ballots_{number}", title=topic, blocks=tuple(_topic(setting, [*ballots])))
            for number, (topic, ballots) in enumerate(topics, start=1)
        ),
    )


def _topic(setting: Setting, ballots: list[BallotView]) -> Iterator[Block]:
    for _, points in groupby(ballots, key=lambda one: one.question):
        each = list(points)
        yield paragraph(run(each[0].ask, strong=True))
        for one in each:
            if one.point:
                yield paragraph(run(one.point, emphasis=True))
            yield from _ballot(setting, one)


def _ballot(setting: Setting, one: BallotView) -> Iterator[Block]:
    texts = setting.texts
    if one.agreed:
        yield from _agreed(setting, one.agreed, texts("room.agreed", answer=one.agreed.label))
    else:
        yield paragraph(texts("room.not_agreed"))
    if one.kind is not QuestionKind.TEXT:
        yield from _answers(setting, one)
    yield from dissents(setting, one)
    for before in one.before:
        yield from _agreed(setting, before, texts("room.agreed_before", answer=before.label))
    yield from _votes(setting, one)


def _agreed(setting: Setting, agreed: AgreedOn, says: str) -> Iterator[Block]:
    if agreed.not_applicable:
        says = setting.texts("room.because", says=says, reason=agreed.not_applicable)
    if agreed.reason:
        yield quote(agreed.reason, to=says)
    else:
        yield paragraph(says)


def _answers(setting: Setting, one: BallotView) -> Iterator[Block]:
    texts = setting.texts
    if one.counts is None:
        yield paragraph(texts("room.not_shown"))
        return
    if not one.counts:
        return
    counted = [_count(setting, count) for count in one.counts]
    by_role = [
        paragraph(texts("room.of_role", role=role.role, answers=answers(texts, role.counts)))
        for role in one.by_role
        if not any(count.who for count in one.counts)  # otherwise a role stands with each name
    ]
    yield items([*counted, *by_role])


def _count(setting: Setting, count: Count) -> Paragraph:
    texts = setting.texts
    says = texts("room.count", count=count.count, answer=count.label)
    if count.who:
        says = texts("room.count_who", says=says, who=several(texts, count.who))
    return paragraph(says)


def _votes(setting: Setting, one: BallotView) -> Iterator[Block]:
    """The votes that do not count any more, round by round, and whatever was said in words."""
    texts = setting.texts
    by_round = sorted(one.votes, key=lambda vote: vote.round)
    for number, votes in groupby(by_round, key=lambda vote: vote.round):
        given = list(votes)
        if one.kind is QuestionKind.TEXT or all(vote.fate is Fate.STANDS for vote in given):
            continue  # they stand above
        said = "; ".join(_given(setting, given))
        yield paragraph(
            texts("room.round", number=number, votes=said) if number else texts("room.beforehand", votes=said)
        )
    for vote in one.votes:
        if one.kind is QuestionKind.TEXT:
            yield quote(vote.label, by=texts("room.vote_by", who=vote.who))
        elif vote.words:
            yield quote(vote.words, to=vote.label, by=texts("room.vote_by", who=vote.who))
        if vote.reason:
            yield quote(vote.reason, to=vote.label, by=texts("room.vote_by", who=vote.who))


def _given(setting: Setting, votes: list[VoteSaid]) -> Iterator[str]:
    """The answers of one round, each with who gave it and what became of that."""
    texts = setting.texts
    alike: dict[tuple[str, Fate], list[str]] = {}
    for vote in votes:
        alike.setdefault((vote.label, vote.fate), []).append(vote.who)
    for (label, fate), who in alike.items():
        says = texts("room.count", count=len(who), answer=label)
        says = texts("room.count_who", says=says, who=several(texts, who))
        yield (
            says
            if fate is Fate.STANDS
            else texts("room.vote_became", vote=says, became=texts.named("fate", fate))
        )
