"""Following every path: the same as asking every possible set of answers, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.check.search import Search
from chatbot.conditions import Condition, Operator, is_, matches
from chatbot.dialog.answers import Answer
from chatbot.dialog.path import Route
from chatbot.dialog.script import (
    UNKNOWN_OPTION,
    DialogId,
    Item,
    LevelWording,
    Option,
    OptionId,
    Question,
    QuestionId,
    QuestionKind,
    Script,
    Topic,
    TopicId,
)
from chatbot.facts import FactId, Level

FACTS: Final = tuple(FactId(f"f.{name}") for name in "abc")
VALUES: Final = ("absent", "partial", "unknown")
DOMAIN: Final = {fact: frozenset(VALUES) for fact in FACTS}

ATOMS = st.builds(
    lambda fact, values: is_(fact, *values),
    st.sampled_from(FACTS),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=2, unique=True),
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda parts: st.builds(
        lambda op, these: Condition(op=op, parts=tuple(these)),
        st.sampled_from([Operator.ALL, Operator.ANY, Operator.NONE]),
        st.lists(parts, min_size=1, max_size=2),
    ),
    max_leaves=3,
)
MAYBE = st.none() | CONDITIONS
OPTIONS = st.builds(
    lambda facts, when: (facts, when),
    st.dictionaries(st.sampled_from(FACTS), st.sampled_from(VALUES), max_size=2),
    MAYBE,
)


def _choice(drawn: list[tuple[dict[FactId, str], Condition | None]], when: Condition | None) -> Question:
    return Question(
        id=QuestionId("q"),
        kind=QuestionKind.CHOICE,
        ask="?",
        when=when,
        options=tuple(
            Option(id=OptionId(f"o{at}"), label="x", facts=facts, when=shown)
            for at, (facts, shown) in enumerate(drawn)
        ),
    )


def _checklist(facts: list[FactId], when: Condition | None) -> Question:
    return Question(
        id=QuestionId("q"),
        kind=QuestionKind.CHECKLIST,
        ask="?",
        when=when,
        items=tuple(Item(fact=fact, label="x") for fact in facts),
    )


QUESTIONS = st.builds(_choice, st.lists(OPTIONS, min_size=1, max_size=3), MAYBE) | st.builds(
    _checklist, st.lists(st.sampled_from(FACTS), min_size=1, max_size=2, unique=True), MAYBE
)


def _script(topics: list[tuple[Condition | None, list[Question]]]) -> Script:
    from msgspec.structs import replace

    numbers = iter(range(100))
    return Script(
        dialog=DialogId("d"),
        title="",
        about="",
        minutes=1,
        greeting=(),
        closing="",
        levels={},
        unknown=LevelWording(label=""),
        unknown_reply="",
        topics=tuple(
            Topic(
                id=TopicId(f"t{at}"),
                title="",
                when=when,
                questions=tuple(replace(one, id=QuestionId(f"q{next(numbers)}")) for one in asked),
            )
            for at, (when, asked) in enumerate(topics)
        ),
    )


SCRIPTS = st.builds(
    _script,
    st.lists(st.tuples(MAYBE, st.lists(QUESTIONS, min_size=1, max_size=2)), min_size=1, max_size=2),
)


def answers_to(question: Question, route: Route, said: dict[QuestionId, Answer]) -> Iterator[Answer]:
    """Every answer that a question can be given on the path so far."""
    if question.kind is QuestionKind.CHOICE:
        for option in route.offered(question, route.path(said)):
            yield Answer(option=option.id)
        yield Answer(option=UNKNOWN_OPTION)
    else:
        facts = [item.fact for item in question.items]
        for levels in product(VALUES, repeat=len(facts)):
            yield Answer(levels={fact: Level(level) for fact, level in zip(facts, levels, strict=True)})


def every_path(
    route: Route, said: dict[QuestionId, Answer], *, skipping: bool, past: frozenset[QuestionId] = frozenset()
) -> Iterator[tuple[list[QuestionId], dict[FactId, str], dict[QuestionId, Answer]]]:
    """The questions, the facts and the answers of every way through a script."""
    path = route.path(said)
    due = [question for question in path.questions if question not in said and question not in past]
    if not due:
        yield list(path.questions), path.facts, said
        return
    question = route.question[due[0]]
    for answer in answers_to(question, route, said):
        yield from every_path(route, said | {question.id: answer}, skipping=skipping, past=past)
    if skipping:
        yield from every_path(route, said, skipping=skipping, past=past | {question.id})


@settings(max_examples=60, deadline=None)
@given(SCRIPTS, CONDITIONS)
def test_the_search_finds_exactly_what_asking_everything_finds(script: Script, goal: Condition) -> None:
    paths = list(every_path(Route(script), {}, skipping=False))
    search = Search(script, DOMAIN, skipping=False, goal=goal)
    assert search.proved
    asked = {question for questions, _, _ in paths for question in questions}
    found = {
        step.placed.question.id
        for step, visit in zip(search.steps.steps, search.visits, strict=True)
        if visit.asked
    }
    assert found == asked
    assert search.longest == max(len(questions) for questions, _, _ in paths)
    assert search.shortest == min(len(questions) for questions, _, _ in paths)
    assert (search.goal is not None) == any(
        matches(goal, {str(fact): value for fact, value in facts.items()}) for _, facts, _ in paths
    )


@settings(max_examples=40, deadline=None)
@given(SCRIPTS, st.sampled_from(FACTS))
def test_a_fact_is_found_to_be_stated_twice_exactly_when_it_can_be(script: Script, fact: FactId) -> None:
    route = Route(script)
    twice = any(
        len([one for one in questions if one in said and states(route.question[one], said[one], fact)]) > 1
        for questions, _, said in every_path(route, {}, skipping=True)
    )
    search = Search(script, DOMAIN, skipping=True, tracked=frozenset({fact}))
    assert any(fact in visit.again for visit in search.visits) == twice


def states(question: Question, answer: Answer, fact: FactId) -> bool:
    """Whether an answer states a fact."""
    if question.kind is QuestionKind.CHECKLIST:
        return fact in answer.levels
    if answer.option == UNKNOWN_OPTION:
        return fact in question.facts()
    return any(option.id == answer.option and fact in option.facts for option in question.options)


def wide(count: int) -> Script:
    """A script in which very many facts decide about the last question."""
    facts = [FactId(f"f.a{n}") for n in range(count)]
    deciding = Condition(
        op=Operator.AT_LEAST, n=count // 2, parts=tuple(is_(fact, "absent") for fact in facts)
    )
    asked = [
        Question(
            id=QuestionId(f"q{n}"), kind=QuestionKind.CHECKLIST, ask="?", items=(Item(fact=fact, label="x"),)
        )
        for n, fact in enumerate(facts)
    ]
    asked.append(Question(id=QuestionId("last"), kind=QuestionKind.TEXT, ask="?", when=deciding))
    return _script([(None, asked)])


def test_a_search_that_would_take_too_long_stops_and_says_so() -> None:
    script = wide(30)
    search = Search(script, {}, skipping=False, bound=5_000)
    assert not search.proved
    assert search.states < 20_000


def test_a_checklist_with_too_many_answers_to_tell_apart_is_not_followed() -> None:
    facts = [FactId(f"f.a{n}") for n in range(20)]
    deciding = Condition(op=Operator.ANY, parts=tuple(is_(fact, "absent") for fact in facts))
    checklist = _checklist(facts, None)
    last = Question(id=QuestionId("last"), kind=QuestionKind.TEXT, ask="?", when=deciding)
    assert not Search(_script([(None, [checklist, last])]), {}, skipping=False).proved


def test_a_witness_names_the_answers_that_lead_there() -> None:
    first = _choice([({FACTS[0]: "absent"}, None), ({FACTS[0]: "partial"}, None)], None)
    second = _choice([({FACTS[1]: "absent"}, None), ({FACTS[2]: "partial"}, None)], None)
    script = _script([(None, [second, first, second])])
    search = Search(script, DOMAIN, skipping=False, goal=is_(FACTS[0], "partial"))
    assert search.goal is not None
    assert search.witness(3, search.goal) == "q1: o1"
