"""What people added: what the initiative is, notes and evidence, and the questions left without an answer."""

from __future__ import annotations

from typing import Final

from chatbot.interview.interview import PARTICIPANT
from chatbot.report.content.spoken import Gap, GivenAnswer, Note
from chatbot.report.content.times import moment
from chatbot.report.document.building import excerpt, is_cut, items, paragraph, quote, run
from chatbot.report.document.nodes import Paragraph, Quote, Section
from chatbot.report.sections.setting import Setting

_MOST_ABOUT: Final = 120
"""How many characters of what the initiative is stand before the first section."""

MOST_NAME: Final = 48
"""How many characters of the initiative's title stand in that of the document."""

_MOST_NAMES: Final = 3
_MOST_PERSON: Final = 30


def about(setting: Setting) -> tuple[Quote, ...]:
    """What the initiative is in the words of the interview, with no more than there is room for."""
    told = setting.content.spoken.introduction
    return tuple(
        quote(excerpt(one.text, _MOST_ABOUT), by=took_part(setting) and _who(one)) for one in told[:1]
    )


def _who(one: GivenAnswer) -> str:
    return excerpt(one.who, _MOST_PERSON)


def initiative(setting: Setting) -> Section | None:
    """The same in full, where there was no room for it."""
    content = setting.content
    title, told = content.initiative.title, content.spoken.introduction
    cut_title = bool(title) and is_cut(title, MOST_NAME)
    if not cut_title and len(told) < 2 and not any(is_cut(one.text, _MOST_ABOUT) for one in told):
        return None
    blocks = [quote(one.text, to=one.ask, by=_by(setting, one.who, one.at)) for one in told]
    if cut_title:
        blocks.insert(0, quote(title, to=setting.texts("initiative.title")))
    return Section(id="initiative", title=setting.title("initiative"), blocks=tuple(blocks))


def notes(setting: Setting) -> Section | None:
    """Answers in own words, notes, remarks and evidence, each with its question, author and time."""
    spoken = setting.content.spoken
    if not spoken.remarks and not spoken.notes:
        return None
    return Section(
        id="notes",
        title=setting.title("notes"),
        blocks=(
            *(quote(one.text, to=one.ask, by=_by(setting, one.who, one.at)) for one in spoken.remarks),
            *(_note(setting, note) for note in spoken.notes),
        ),
    )


def unanswered(setting: Setting) -> Section | None:
    """Questions that were passed over or not asked; nothing where each has an answer."""
    gaps = setting.content.spoken.gaps
    if not gaps:
        return None
    entries = items([_gap(setting, gap) for gap in gaps])
    return Section(id="unanswered", title=setting.title("unanswered"), blocks=(entries,))


def took_part(setting: Setting) -> str:
    """Who took part, as many as there is room for on one line; nothing where nobody gave a name."""
    every = setting.content.provenance.participants
    if every == (PARTICIPANT,):
        return ""
    named = [excerpt(who, _MOST_PERSON) for who in every[:_MOST_NAMES]]
    left = len(every) - len(named)
    if left:
        named.append(setting.texts.counted("list.others", left))
    return ", ".join(named)


def _note(setting: Setting, note: Note) -> Quote:
    to = setting.texts.named("note_to", note.kind, ask=note.ask) if note.ask else ""
    return quote(
        note.text, to=to or setting.texts.named("note", note.kind), by=_by(setting, note.who, note.at)
    )


def _by(setting: Setting, who: str, at: str) -> str:
    return setting.texts("notes.by", who=who, at=moment(at))


def _gap(setting: Setting, gap: Gap) -> Paragraph:
    texts = setting.texts
    state = texts("unanswered.skipped") if gap.skipped else texts("unanswered.not_asked")
    return paragraph(texts("unanswered.question", topic=gap.topic, ask=gap.ask), run(state, emphasis=True))
