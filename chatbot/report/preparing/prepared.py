"""What the sheets of a session are made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from chatbot.conversation.filling import fill
from chatbot.dialog.script import Question, QuestionId, Script, Topic, TopicId
from chatbot.facts import TITLE, Facts, ModelId
from chatbot.framework.model import Framework
from chatbot.report.content.times import day as day_of
from chatbot.report.document.building import excerpt
from chatbot.report.theme.texts import Texts
from chatbot.room.agenda import Agenda
from chatbot.room.bearing import Bearing
from chatbot.room.guests import Guest

_NAME = 70
"""How many characters of an initiative's title a heading has room for."""


class Prepared(Struct, frozen=True, kw_only=True):
    """A session as it was planned.

    Attributes:
        known: what is settled beforehand: the initiative's title, its ambition, its sector.
        steering: the questions whose answers decide which others are asked.
        bearings: by question, what its answers can change; a question without one changes nothing.
        guests: who is invited; empty where that is not known.
        starts: when it begins; `day_only` where only the day is known, nothing where not even that.
        send_to: where participants send their answers; empty where the sheet leaves room for it.
        made: the date of every file, ISO 8601.
    """

    script: Script
    framework: Framework
    known: Facts
    agenda: Agenda
    steering: tuple[QuestionId, ...]
    bearings: Mapping[QuestionId, Bearing]
    guests: tuple[Guest, ...] = ()
    starts: datetime | None = None
    day_only: bool = False
    send_to: str = ""
    made: str


class Sheet:
    """A sheet in the making: what was prepared, the fixed texts, and what both say together."""

    def __init__(self, prepared: Prepared, texts: Texts) -> None:
        self.prepared = prepared
        self.agenda = prepared.agenda
        self.texts = texts
        self._questions = {question.id: question for question in prepared.script.questions()}
        self._topics = {topic.id: topic for topic in prepared.script.topics}
        self._models = {model.id: model.title for model in prepared.framework.models}

    @property
    def name(self) -> str:
        """What the session is about, for a heading: the initiative; a general word where it has no name."""
        title = self.prepared.known.get(TITLE, "")
        return excerpt(title, _NAME) if title.strip() else self.texts("document.unnamed")

    def question(self, id: QuestionId) -> Question:
        """A question of the dialog."""
        return self._questions[id]

    def topic(self, id: TopicId) -> Topic:
        """A topic of the dialog."""
        return self._topics[id]

    def model(self, id: ModelId) -> str:
        """The title of a value model."""
        return self._models[id]

    def filled(self, text: str) -> str:
        """A text of the dialog with what is known of the initiative in its places."""
        return fill(text, self.prepared.known, self.prepared.framework)

    def day(self) -> str:
        """The day of the session in words; empty where it is not known."""
        starts = self.prepared.starts
        if starts is None:
            return ""
        day = day_of(starts.isoformat())
        if self.prepared.day_only:
            return day
        ends = starts + timedelta(minutes=self.agenda.minutes)
        return self.texts("prepare.day_and_time", day=day, starts=f"{starts:%H:%M}", ends=f"{ends:%H:%M}")

    def clock(self, minutes: int) -> str:
        """When it is so many minutes after the beginning, by the clock or from zero."""
        starts = self.prepared.starts
        if starts is None or self.prepared.day_only:
            return f"{minutes // 60}:{minutes % 60:02}"
        return f"{starts + timedelta(minutes=minutes):%H:%M}"
