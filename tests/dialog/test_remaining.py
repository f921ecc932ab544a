"""What is left of a dialog, against every way in which it can go on."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.dialog.answers import Answer
from chatbot.dialog.load import load_script
from chatbot.dialog.path import Route
from chatbot.dialog.remaining import remaining
from chatbot.dialog.script import UNKNOWN_OPTION, OptionId, QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle
from tests.authored import DIALOG

TINY = Route(load_script(Bundle("dialog", (("tiny.yaml", DIALOG),))))
LONG = Route(load_script(dialog_bundle("readiness")))


def a(option: str) -> Answer:
    return Answer(option=OptionId(option))


def left(
    route: Route, answers: Mapping[str, Answer], skipped: tuple[str, ...] = ()
) -> tuple[list[str], set[str]]:
    found = remaining(
        route, {QuestionId(id): one for id, one in answers.items()}, set(map(QuestionId, skipped))
    )
    return list(found.questions), set(found.facts)


def test_a_question_that_an_answer_could_bring_up_is_left_as_well() -> None:
    questions, facts = left(TINY, {})
    assert questions == ["title", "aim", "settled", "looks", "controls"]
    assert "process.permissions" in facts


def test_what_the_answers_rule_out_is_not_left() -> None:
    questions, facts = left(TINY, {"title": Answer(text="It"), "aim": a("many")})
    assert questions == ["settled", "looks"]
    assert facts == {
        "governance.audit_trail",
        "workforce.governed_hr",
        "governance.plausibility_acceptance",
        "workforce.two_tier",
    }


def test_an_answer_that_may_be_set_aside_leaves_its_facts_open() -> None:
    questions, facts = left(TINY, {"title": Answer(text="It"), "controls": a("named")}, ("settled", "looks"))
    assert questions == ["aim"]
    assert facts == {"initiative.ambition", "process.permissions", "process.automation_before_controls"}


def test_what_was_passed_over_is_not_left() -> None:
    questions, _ = left(TINY, {"aim": a("few")}, ("title", "settled", "looks", "controls"))
    assert questions == []


def test_a_later_answer_settles_what_an_earlier_question_leaves_open() -> None:
    given_ = {"customer_reach": a("own_people"), "reach_or_ambition": a("customers_after_all")}
    _, facts = left(LONG, given_)
    assert "initiative.ambition" in facts
    _, facts = left(LONG, {**given_, "ambition": a("win_customers")})
    assert "initiative.ambition" not in facts


@st.composite
def going_on(draw: st.DrawFn) -> tuple[dict[QuestionId, Answer], set[QuestionId], dict[QuestionId, Answer]]:
    """Some answers and skips, and answers with which the rest could go on."""
    answers: dict[QuestionId, Answer] = {}
    more: dict[QuestionId, Answer] = {}
    skipped: set[QuestionId] = set()
    for id, question in LONG.question.items():
        match question.kind:
            case QuestionKind.CHOICE:
                options = [option.id for option in question.options] + [UNKNOWN_OPTION]
                answer = Answer(option=draw(st.sampled_from(options)))
            case QuestionKind.CHECKLIST:
                level = draw(st.sampled_from([Level.ESTABLISHED, Level.ABSENT, Level.UNKNOWN]))
                answer = Answer(levels=dict.fromkeys((item.fact for item in question.items), level))
            case _:
                answer = Answer(text="words")
        fate = draw(st.sampled_from(["said", "said", "later", "skipped"]))
        if fate == "said":
            answers[id] = answer
        elif fate == "skipped":
            skipped.add(id)
        else:
            more[id] = answer
    return answers, skipped, more


@settings(max_examples=150, deadline=None, derandomize=True)
@given(case=going_on())
def test_whatever_is_answered_changes_only_what_was_named(
    case: tuple[dict[QuestionId, Answer], set[QuestionId], dict[QuestionId, Answer]],
) -> None:
    answers, skipped, more = case
    found = remaining(LONG, answers, skipped)
    before = LONG.path(answers)
    waiting = [id for id in before.questions if id not in answers and id not in skipped]
    waiting += [id for id in before.set_aside if id in before.questions]
    assert set(waiting) <= set(found.questions)
    assert {fact for id in waiting for fact in LONG.question[id].facts()} <= found.facts
    after = LONG.path({**answers, **more})
    asked = [id for id in after.questions if id not in answers and id not in skipped]
    assert set(asked) <= set(found.questions)
    for fact in {*before.facts, *after.facts} - found.facts:
        assert before.facts.get(fact) == after.facts.get(fact), fact


def test_it_only_shrinks_as_the_questions_are_answered_in_order() -> None:
    answers: dict[QuestionId, Answer] = {}
    before = set(remaining(LONG, answers, ()).questions)
    for id in LONG.question:
        answers[id] = a("unknown")
        after = set(remaining(LONG, answers, ()).questions)
        assert after <= before - {id}
        before = after
    assert before == set()
