"""The published schema: what it promises, every report keeps, and what was promised once stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from msgspec.structs import replace

from chatbot.framework.advise import advise
from chatbot.framework.assess import Assessor
from chatbot.framework.contract import Contract, Json
from chatbot.framework.contract_form import Assessed
from chatbot.framework.load import load_framework
from chatbot.interview.events import InterviewId
from chatbot.interview.interview import Interview
from chatbot.report.comparing.compared import compared
from chatbot.report.comparing.progress import progress_of, progress_since
from chatbot.report.comparing.side_by_side import side_by_side_of
from chatbot.report.content.contents import Content
from chatbot.report.data.interview_json import to_json
from chatbot.report.data.schema import REPORTS, schema, schema_text
from chatbot.report.published import written
from chatbot.sources.bundle import Bundle
from tests.conftest import Begin
from tests.framework.cases import cases
from tests.interviewees import steps
from tests.long_interviews import long_interview
from tests.report.conftest import Answering, content

SEVERAL = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
PROMISED = Path(__file__).parent / "promised"

Object = dict[str, Json]


@pytest.fixture(scope="session")
def published() -> Object:
    return json.loads(schema_text())


@pytest.fixture(scope="session")
def validator(published: Object) -> Draft202012Validator:
    return Draft202012Validator(published)


def defined(published: Object) -> Object:
    definitions = published["$defs"]
    assert isinstance(definitions, dict)
    return definitions


def paths(published: Object, start: str) -> Iterator[str]:
    """The way to every key that a kind of report may have, as in `answers[].levels.*`."""

    def walk(node: Json, way: str, within: frozenset[str]) -> Iterator[str]:
        if not isinstance(node, dict):
            return
        name = str(node.get("$ref", "")).removeprefix("#/$defs/")
        if name and name not in within:
            yield from walk(defined(published)[name], way, within | {name})
        for part in node.get("anyOf", []):
            yield from walk(part, way, within)
        yield from walk(node.get("items"), f"{way}[]", within)
        yield from walk(node.get("additionalProperties"), f"{way}.*", within)
        for key, value in node.get("properties", {}).items():
            here = f"{way}.{key}" if way else key
            yield here
            yield from walk(value, here, within)

    return walk(defined(published)[start], "", frozenset({start}))


def test_the_schema_is_one_by_the_rules_of_its_dialect(published: Object) -> None:
    Draft202012Validator.check_schema(published)
    assert published["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert published["$id"]
    assert published["title"]
    assert published == schema()


def test_every_definition_and_every_key_says_what_it_means(published: Object) -> None:
    undescribed = [name for name, one in defined(published).items() if not one["description"]]
    undescribed += [
        f"{name}.{key}"
        for name, one in defined(published).items()
        for key, value in one.get("properties", {}).items()
        if not value["description"]
    ]
    assert undescribed == []


def test_no_object_may_have_keys_that_it_does_not_name(published: Object) -> None:
    objects = {name: one for name, one in defined(published).items() if "properties" in one}
    assert objects
    assert all(one["additionalProperties"] is False for one in objects.values())


def test_closed_lists_are_listed(published: Object) -> None:
    for name in ("Decision", "Readiness", "Reach", "Severity", "Certainty", "Fate", "Progress"):
        assert len(defined(published)[name]["enum"]) > 1, name


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__struct_config__.tag)
def test_no_key_goes_without_a_new_version(published: Object, report: type[msgspec.Struct]) -> None:
    """To add a key is fine; then add its line here too. Where one goes, the version has to change, and the
    new version gets a file of its own."""
    kind = report.__struct_config__.tag
    promised = (PROMISED / f"{kind}_{REPORTS[report]}.txt").read_text(encoding="utf-8").split()
    assert promised
    assert set(promised) - set(paths(published, report.__name__)) == set()


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.__struct_config__.tag)
def test_every_kind_names_itself_and_its_version(published: Object, report: type[msgspec.Struct]) -> None:
    properties = defined(published)[report.__name__]["properties"]
    assert list(properties)[:2] == ["kind", "version"]
    assert properties["kind"]["const"] == report.__struct_config__.tag
    assert properties["version"]["const"] == REPORTS[report]


@SEVERAL
@given(data=st.data())
def test_the_report_of_any_interview_keeps_to_the_schema(
    begin: Begin, validator: Draft202012Validator, data: st.DataObject
) -> None:
    interview = data.draw(steps(begin(data.draw(st.sampled_from(["readiness", "quick"]))), most=30))
    report = content(interview)
    validator.validate(json.loads(to_json(report, transcript=data.draw(st.booleans()))))


def test_so_do_reports_of_a_worked_example_and_of_a_long_interview(
    validator: Draft202012Validator, sample: Content
) -> None:
    for report in (sample, content(long_interview(400))):
        validator.validate(json.loads(to_json(report)))


def test_so_does_one_in_which_answers_contradict_each_other_and_one_that_left_questions_out(
    validator: Draft202012Validator, answering: Answering
) -> None:
    torn = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    early: Interview = answering(until="ambition")
    early.finish(all_the_same=True)
    for interview, key in ((torn, "contradiction"), (early, "left_out")):
        found = json.loads(to_json(content(interview)))
        assert found[key]
        validator.validate(found)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_so_do_comparisons_of_any_interviews(
    begin: Begin, validator: Draft202012Validator, data: st.DataObject
) -> None:
    several = []
    for id in ("one", "two", "three"):
        dialog = data.draw(st.sampled_from(["readiness", "quick"]))
        interview = data.draw(steps(begin(dialog), most=30))
        several.append(compared(InterviewId(id), interview.state.events, interview.held))
    roles = data.draw(st.sampled_from([None, (), ("person 1",)]))
    for report in (
        progress_of(several[0], several[1]),
        progress_since(several[2], several[1]),
        side_by_side_of(several),
    ):
        validator.validate(json.loads(written(replace(report, redacted=roles))))


def test_what_is_not_a_report_does_not_keep_to_it(validator: Draft202012Validator, sample: Content) -> None:
    found = json.loads(to_json(sample))
    for broken in (
        {key: value for key, value in found.items() if key != "answers"},
        {**found, "more": 1},
        {**found, "version": 0},
        {**found, "kind": "another"},
        {**found, "progress": "nearly"},
        {**found, "assessment": {**found["assessment"], "certain": "yes"}},
    ):
        with pytest.raises(ValidationError):
            validator.validate(broken)


@SEVERAL
@given(facts=cases())
def test_the_form_of_what_assess_prints_is_what_it_prints(knowledge: Bundle, facts: dict[str, str]) -> None:
    framework = load_framework(knowledge)
    assessor = Assessor(framework)
    assessment = assessor.assess(facts)
    printed = msgspec.json.encode(Contract(framework).of(assessment, advise(assessor, facts, assessment), {}))
    assert msgspec.json.encode(msgspec.json.decode(printed, type=Assessed)) == printed
