"""Interviews as they may go, in which whatever somebody can type is said by people of any name.

Each text that is said carries a tag of its own, at its beginning or at its end, so that it can be told from
every other one when a report is read back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.interview.events import InterviewId, Made, Unrecognised, Uttered
from chatbot.interview.interview import PARTICIPANT, Interview
from chatbot.interview.typed import typed_in
from chatbot.interview.voiced import voiced
from chatbot.report.making import Source
from tests.interviewees import answers, steps
from tests.report.documents import HOSTILE

_ACTS = (
    "answer",
    "answer",
    "answer",
    "change",
    "change",
    "note",
    "evidence",
    "skip",
    "undo",
    "redo",
    "explain",
    "say",
    "say",
)


def typed() -> st.SearchStrategy[str]:
    """Whatever somebody can type; an event holds no half of a surrogate pair."""
    hostile = st.sampled_from([one.replace("\ud800", "") for one in HOSTILE])
    return st.one_of(hostile, st.text(min_size=1, max_size=40)).filter(str.strip)


@st.composite
def lives(draw: st.DrawFn, interview: Interview, *, most: int = 15) -> Interview:
    """Hold an interview at random, by several people, who explain what seems not to fit together."""
    draw(steps(interview, most=most))
    route, numbers = interview.held.manager.route, count(1)

    def said() -> str:
        number, text = next(numbers), draw(typed())
        return f"{text} k{number}k" if number % 2 else f"k{number}k {text}"

    for _ in range(draw(st.integers(0, most))):
        interview.who = draw(
            st.sampled_from([PARTICIPANT, "Anna", "<b>Bo</b> | *{x}*", "\u05e9\u05dc \u202ex"])
        )
        stage = QuestionId(interview.state.stage)
        asked = stage if stage in route.question else None
        about = draw(st.sampled_from(interview.state.path.questions))
        match draw(st.sampled_from(_ACTS)):
            case "answer" if asked:
                _answer(draw, interview, asked, said)
            case "answer" | "change":
                _answer(draw, interview, about, said)
            case "note":
                interview.note(said(), draw(st.sampled_from([None, about])))
            case "evidence":
                interview.evidence(said(), about)
            case "skip" if asked:
                interview.skip(asked)
            case "undo":
                interview.undo()
            case "redo":
                interview.redo()
            case "explain":
                for one in voiced(interview.held, interview.state):
                    interview.explain(one.tension.id, said(), about, declined=draw(st.booleans()))
            case "say":
                with interview.hearing(said()):
                    if asked and draw(st.booleans()):
                        interview.skip(asked)
                    else:
                        where = draw(st.sampled_from([None, about]))
                        interview.utter(where, draw(st.sampled_from(list(Made))), said())
            case _:
                pass
    if draw(st.booleans()) and not interview.finished and interview.assessment() is not None:
        interview.finish(all_the_same=True)
    return interview


def source(interview: Interview, id: str = "k3x7") -> Source:
    """What a report is made of, under an id that is always the same."""
    return Source(interview=InterviewId(id), events=interview.state.events, held=interview.held)


def said_in(interview: Interview, *, answers_only: bool = False) -> Iterator[str]:
    """Everything that a person typed, whatever became of it, or only answers, notes and evidence."""
    for event in interview.state.events:
        what = event.what
        if answers_only and not isinstance(what, Unrecognised):
            what = replace(what, typed="")
        typed = [] if answers_only and isinstance(what, Uttered) else list(filter(None, typed_in(what)))
        yield from typed
        if typed:
            yield event.who


def _answer(draw: st.DrawFn, interview: Interview, id: QuestionId, said: Callable[[], str]) -> None:
    question = interview.held.manager.route.question[id]
    answer = draw(answers(question))
    if question.kind is QuestionKind.TEXT:
        answer = replace(answer, text=said())
    interview.answer(id, answer, draw(st.sampled_from(["", said()])), draw(st.sampled_from(["", said()])))
