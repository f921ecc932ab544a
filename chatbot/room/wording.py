"""Ballots and stances in words, also those of questions that are not asked as things stand."""

from __future__ import annotations

from chatbot.conversation.asking import level_label, unknown_label
from chatbot.conversation.filling import fill
from chatbot.dialog.script import UNKNOWN_OPTION, Question
from chatbot.facts import Level
from chatbot.interview.interview import Interview
from chatbot.room.ballots import Ballot, Stance


class Wording:
    """Words for what an interview's dialog asks."""

    def __init__(self, interview: Interview) -> None:
        self._interview = interview

    def ask(self, ballot: Ballot) -> str:
        """The question, with what is known filled in."""
        held = self._interview.held
        return fill(self._question(ballot).ask, self._interview.facts, held.framework)

    def point(self, ballot: Ballot) -> str:
        """Of a checklist, the point; empty otherwise."""
        items = self._question(ballot).items
        return next((item.label for item in items if item.fact == ballot.fact), "")

    def label(self, ballot: Ballot, stance: Stance) -> str:
        """An answer; a text comes back as typed."""
        script, question = self._interview.held.script, self._question(ballot)
        if ballot.fact:
            return level_label(script, Level(stance.value))
        labels = {str(option.id): option.label for option in question.options}
        if stance.value == UNKNOWN_OPTION:
            return labels.get(stance.value, unknown_label(script, question))
        return labels.get(stance.value, stance.value)

    def _question(self, ballot: Ballot) -> Question:
        return self._interview.held.manager.route.question[ballot.question]
