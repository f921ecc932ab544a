"""People who answer at random, for properties that have to hold in every interview."""

from __future__ import annotations

from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import UNKNOWN_OPTION, Question, QuestionId, QuestionKind
from chatbot.facts import SIGN_LEVELS, Level
from chatbot.interview.interview import Interview

_ACTS = ["answer"] * 6 + ["change", "skip", "note", "evidence", "undo", "undo", "redo"]


def answers(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that fits a question, as far as the script alone can tell."""
    match question.kind:
        case QuestionKind.TEXT:
            return st.builds(Answer, text=st.text(min_size=1).filter(str.strip))
        case QuestionKind.CHOICE:
            ids = [*(option.id for option in question.options), UNKNOWN_OPTION]
            return st.builds(Answer, option=st.sampled_from(ids))
        case QuestionKind.CHECKLIST:
            common = sorted(SIGN_LEVELS - {Level.PRESENT})
            levels = {item.fact: st.sampled_from(common) for item in question.items}
            return st.builds(Answer, levels=st.fixed_dictionaries(levels))


@st.composite
def steps(draw: st.DrawFn, interview: Interview, most: int = 40) -> Interview:
    """Hold an interview at random: answers, changed answers, skips, notes, evidence, undoing and redoing."""
    route = interview.held.manager.route
    for _ in range(draw(st.integers(0, most))):
        stage = interview.state.stage
        asked = QuestionId(stage) if stage in route.place else None
        act = draw(
            st.sampled_from(["answer"] * 6 + ["change", "skip", "note", "evidence", "undo", "undo", "redo"])
        )
        answered = [one for one in interview.state.answers if one in interview.state.path.questions]
        if act == "answer" and asked:
            interview.answer(
                asked, draw(answers(route.question[asked])), "words", draw(st.sampled_from(["", "a remark"]))
            )
        elif act == "change" and answered:
            chosen = draw(st.sampled_from(answered))
            interview.answer(chosen, draw(answers(route.question[chosen])), "other words")
        elif act == "skip" and asked:
            interview.skip(asked)
        elif act == "note":
            interview.note(draw(st.text(min_size=1)), asked)
        elif act == "evidence":
            interview.evidence(draw(st.text(min_size=1)), asked)
        elif act == "undo":
            interview.undo()
        elif act == "redo":
            interview.redo()
    return interview
