"""The dialog manager: one finite-state machine per dialog, which drives any number of interviews."""

from __future__ import annotations

import logging
from collections.abc import Callable
from itertools import pairwise
from typing import Final, TypeAlias

from transitions import Machine, MachineError

from chatbot.dialog.path import Route
from chatbot.dialog.script import QuestionId, Script
from chatbot.errors import ChatbotError

OPENING: Final = "opening"
REVIEW: Final = "review"
FINISHED: Final = "finished"

Stage: TypeAlias = str
"""Where an interview stands: `opening`, the id of the question being asked, `review` or `finished`."""

Due: TypeAlias = Callable[[QuestionId], bool]


class StageError(ChatbotError):
    """A step that is not possible where the interview stands."""


class _Walker:
    """The machine's model; it holds a stage only while a step is taken."""

    state: Stage = OPENING

    def trigger(self, name: str) -> bool:
        """Replaced by the machine."""
        raise MachineError(name)


class DialogManager:
    """Moves interviews through the stages of one script.

    The machine's states are the questions in order between `opening` and `review`, and `finished`.
    It only steps to a neighbour, so every walk ends; which questions are due is the caller's to say.
    No text of the script reaches the machine but ids, and only as names of states.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.route = Route(script)
        order = [OPENING, *self.route.place, REVIEW]
        steps = list(pairwise(order))
        self._walker = _Walker()
        # The machine warns of every convenience method that it leaves out; none is wanted.
        logging.getLogger("transitions.core").setLevel(logging.ERROR)
        self._machine = Machine(
            model=self._walker,
            states=[*order, FINISHED],
            initial=OPENING,
            auto_transitions=False,
            model_override=True,
            transitions=[
                *(["forward", here, after] for here, after in steps),
                *(["back", after, here] for here, after in steps[1:]),
                *(["review", here, REVIEW] for here in order[1:]),
                ["finish", REVIEW, FINISHED],
                ["reopen", FINISHED, REVIEW],
            ],
        )

    def forward(self, stage: Stage, due: Due) -> Stage:
        """The stage of the next question that is due, or `review` when none is."""
        stage = self._step(stage, "forward")
        while stage != REVIEW and not due(QuestionId(stage)):
            stage = self._step(stage, "forward")
        return stage

    def back(self, stage: Stage, on_path: Due) -> Stage:
        """The stage of the question on the path before this one; the first stays where it is.

        Raises:
            StageError: the interview is finished or has not begun.
        """
        here = stage
        first = next(iter(self.route.place))
        while stage != first:
            stage = self._step(stage, "back")
            if on_path(QuestionId(stage)):
                return stage
        return here

    def back_to(self, stage: Stage, question: QuestionId) -> Stage:
        """The stage of an earlier question.

        Raises:
            StageError: the question does not come before this stage.
        """
        place = self.route.place
        if question not in place or (stage in place and place[question] > place[QuestionId(stage)]):
            raise StageError(f"The question {question!r} has not been asked yet.")
        while stage != question:
            stage = self._step(stage, "back")
        return stage

    def review(self, stage: Stage) -> Stage:
        """From any question, or from the review itself, to the review of all answers."""
        return self._step(stage, "review")

    def finish(self, stage: Stage) -> Stage:
        """From the review to the end."""
        return self._step(stage, "finish")

    def reopen(self, stage: Stage) -> Stage:
        """From the end back to the review."""
        return self._step(stage, "reopen")

    def _step(self, stage: Stage, trigger: str) -> Stage:
        self._machine.set_state(stage, self._walker)
        try:
            self._walker.trigger(trigger)
        except MachineError as error:
            raise StageError(f"{trigger} is not possible at {stage!r}.") from error
        return self._walker.state
