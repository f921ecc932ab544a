"""What the side panel says: only what follows from answers, in words."""

from __future__ import annotations

from chatbot.chat.outline import Pace, outline
from chatbot.chat.side_lines import side_lines
from chatbot.conversation.talk import Talk
from chatbot.framework.assessment import GateStanding


def told(interview, *answers):
    talk = Talk(interview)
    list(talk.so_far())
    for answer in answers:
        talk.say(answer)
    return outline(interview, talk.question)


def test_before_the_aim_is_known_nothing_is_recommended(interview):
    before = told(interview, "Finder")
    assert not any(rung.recommended or rung.reachable or rung.ambition for rung in before.rungs)
    assert before.warnings == ()


def test_topics_are_behind_here_or_ahead(interview):
    assert [topic.pace for topic in told(interview).topics] == [Pace.HERE, Pace.AHEAD]
    assert [topic.pace for topic in told(interview, "Finder", "2").topics] == [Pace.DONE, Pace.HERE]


def test_the_ladder_marks_what_is_recommended_reachable_and_aimed_at(interview):
    aimed = told(interview, "Finder", "2")
    marks = [(rung.recommended, rung.ambition) for rung in aimed.rungs]
    assert marks.index((True, False)) < marks.index((False, True))
    assert {rung.gate for rung in aimed.rungs} == {None}


def test_gates_and_warnings_show_once_something_was_said_of_them(interview):
    known = told(interview, "Finder", "2", "1 yes, 2 partly, 3 no", "1")
    assert known.rungs[0].gate is GateStanding.PARTIAL
    assert known.warnings


def test_where_the_panel_is_low_the_topics_are_summed_up(interview):
    known = told(interview, "Finder", "2")
    high, low = side_lines(known, 36, 100), side_lines(known, 36, 10)
    assert len(low) <= len(high)
    assert all(len(line.text) <= 36 for line in (*high, *low))
