"""Reading documents in YAML, JSON and JSON Lines, one or many, and saying where something is wrong."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.framework.case import CaseRules
from chatbot.framework.chunks import MAX_BYTES
from chatbot.framework.documents import Document, Refused, read_documents
from chatbot.framework.model import Framework

Read = list[Document | Refused]


@pytest.fixture(scope="session")
def rules(framework: Framework) -> CaseRules:
    return CaseRules(framework)


def read(rules: CaseRules, text: str | bytes, *, json_lines: bool = False) -> Read:
    data = text.encode() if isinstance(text, str) else text
    return list(read_documents(io.BytesIO(data), rules, json_lines=json_lines))


def facts(result: Document | Refused) -> dict[str, str]:
    assert isinstance(result, Document), result
    return {str(fact): statement.value for fact, statement in result.statements.items()}


def places(result: Document | Refused) -> list[tuple[int, int]]:
    assert isinstance(result, Refused), result
    for fault in result.faults:
        assert fault.what
    return [(fault.place.line, fault.place.column) for fault in result.faults]


def test_a_document_in_yaml(rules: CaseRules) -> None:
    (document,) = read(
        rules,
        """
initiative:
  title: 2024
  ambition: expert
  distribution_applies: false
facts:
  governance.audit_trail: established
  workforce.governed_hr: {level: not_applicable, reason: No staff, evidence: payroll}
""",
    )
    assert facts(document) == {
        "initiative.title": "2024",
        "initiative.ambition": "expert",
        "initiative.distribution_applies": "false",
        "governance.audit_trail": "established",
        "workforce.governed_hr": "not_applicable",
    }
    assert isinstance(document, Document)
    stated = {str(fact): statement for fact, statement in document.statements.items()}
    assert stated["workforce.governed_hr"].reason == "No staff"
    assert stated["workforce.governed_hr"].evidence == "payroll"


CASE = {
    "initiative": {"title": "\U0001f600 a/b", "ambition": "expert"},
    "facts": {"workforce.two_tier": "absent"},
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_document_in_json_says_the_same_however_it_is_written(
    rules: CaseRules, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(CASE, indent=indent, ensure_ascii=ascii_only)
    (document,) = read(rules, text)
    assert facts(document) == {
        "initiative.title": "\U0001f600 a/b",
        "initiative.ambition": "expert",
        "workforce.two_tier": "absent",
    }


@pytest.mark.parametrize("value", ["true", '"true"', "'true'"])
def test_whether_distribution_applies_is_a_word_or_a_truth_value(rules: CaseRules, value: str) -> None:
    (document,) = read(rules, f"initiative: {{distribution_applies: {value}}}")
    assert facts(document) == {"initiative.distribution_applies": "true"}


@pytest.mark.parametrize(
    "text",
    ["{}", "facts:\n", "facts: {}\ninitiative:\n", "initiative: {title: }", "initiative: {title: ' '}"],
)
def test_what_is_left_out_was_not_asked(rules: CaseRules, text: str) -> None:
    (document,) = read(rules, text)
    assert facts(document) == {}


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n---\n# still nothing\n...\n", "\ufeff"])
def test_where_nothing_is_there_is_no_document(rules: CaseRules, text: str) -> None:
    assert read(rules, text) == []


ABSENT = '{"facts": {"workforce.two_tier": "absent"}}'
PRESENT = '{"facts": {"workforce.two_tier": "present"}}'
SEVERAL = [
    "facts: {workforce.two_tier: absent}\n---\nfacts:\n  workforce.two_tier: present\n",
    "---\nfacts: {workforce.two_tier: absent}\n...\n---\n# yes\nfacts: {workforce.two_tier: present}\n---\n",
    f"{ABSENT}\n{PRESENT}\n",
    f"\n{ABSENT}\r\n\r\n{PRESENT}",
    f"{ABSENT}\n---\nfacts:\n  workforce.two_tier: present\n",
    f"--- {ABSENT}\n--- # more\n" + PRESENT.replace(": {", ":\n {"),
]


@pytest.mark.parametrize("text", SEVERAL)
def test_several_documents_in_one_stream(rules: CaseRules, text: str) -> None:
    found = read(rules, text)
    assert [result.number for result in found] == [1, 2]
    assert [facts(result)["workforce.two_tier"] for result in found] == ["absent", "present"]


@pytest.mark.parametrize(
    "broken",
    [
        '{"facts": {',
        "nonsense",
        "[1]",
        '{"facts": {"workforce.two_tier": "perhaps"}}',
        "\x00",
        '{"facts": {"a": "\\u0000"}}',
        "[" * 5_000,
        '{"a":' * 5_000,
    ],
)
def test_a_broken_line_of_json_lines_keeps_none_of_the_others_back(rules: CaseRules, broken: str) -> None:
    good = '{"facts": {"workforce.two_tier": "absent"}}'
    before, refused, after = read(rules, f"{good}\n{broken}\n{good}\n")
    assert facts(before) == facts(after)
    assert [line for line, _ in places(refused)] == [2] * len(places(refused))
    assert (before.number, refused.number, after.number) == (1, 2, 3)


def test_each_broken_line_of_json_lines_is_a_document(rules: CaseRules) -> None:
    found = read(rules, f"{ABSENT}\nnonsense\nmore nonsense\n{PRESENT}\n")
    assert [isinstance(result, Refused) for result in found] == [False, True, True, False]


def test_a_broken_first_line_of_json_lines_is_one_document(rules: CaseRules) -> None:
    refused, document = read(rules, '{"facts": {\n{"facts": {"workforce.two_tier": "absent"}}\n')
    assert isinstance(refused, Refused)
    assert facts(document) == {"workforce.two_tier": "absent"}


def test_a_file_that_is_named_json_lines_is_one_document_a_line(rules: CaseRules) -> None:
    refused, document = read(rules, '---\n{"facts": {}}\n', json_lines=True)
    assert isinstance(refused, Refused)
    assert facts(document) == {}


def test_a_broken_yaml_document_keeps_none_of_the_others_back(rules: CaseRules) -> None:
    refused, document = read(rules, "facts: {\n---\nfacts: {workforce.two_tier: absent}\n")
    assert isinstance(refused, Refused)
    assert facts(document) == {"workforce.two_tier": "absent"}


PLACED = [
    ("facts:\n  workforce.two_tier: perhaps\n", (2, 23)),
    ("facts:\n  workforce.two_teir: absent\n", (2, 3)),
    ("facts:\n  workforce.two_tier: [absent]\n", (2, 23)),
    ("facts:\n  workforce.two_tier:\n", (2, 22)),
    ("facts:\n  workforce.two_tier: {levl: absent}\n", (2, 24)),
    ("facts:\n  workforce.governed_hr: not_applicable\n", (2, 26)),
    ("facts:\n  workforce.governed_hr: {level: partial,\n    reason: so}\n", (3, 13)),
    ("initiative:\n  ambitoin: expert\n", (2, 3)),
    ("initiative:\n  ambition: [expert]\n", (2, 13)),
    ("initiative:\n  ambition: experts\n", (2, 13)),
    ("initiative: expert\n", (1, 13)),
    ("title: x\n", (1, 1)),
    ("- facts\n", (1, 1)),
    ("nothing\n", (1, 1)),
    ("facts:\n  workforce.two_tier: absent\n  workforce.two_tier: present\n", (3, 3)),
    ("initiative: {ambition: expert}\nfacts:\n  initiative.ambition: expert\n", (3, 3)),
    ("initiative:\n  distribution_applies: false\n  ambition: distribution\n", (3, 13)),
    ('{\n "facts": {\n  "workforce.two_tier": "perhaps"\n }\n}', (3, 25)),
    ("facts: &a {}\n", (1, 8)),
    ("facts: {workforce.two_tier: !!str absent}\n", (1, 29)),
    ("facts:\n\tworkforce.two_tier: absent\n", (2, 1)),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
@pytest.mark.parametrize("lines_before", [0, 3])
def test_what_is_wrong_is_said_with_its_line_in_the_stream(
    rules: CaseRules, text: str, place: tuple[int, int], lines_before: int
) -> None:
    before = "facts: {}\n" + "# a comment\n" * (lines_before - 2) + "---\n" if lines_before else ""
    refused = read(rules, before + text)[-1]
    assert place in [(line - lines_before, column) for line, column in places(refused)]


def test_everything_that_is_wrong_is_said_at_once(rules: CaseRules) -> None:
    (refused,) = read(rules, "facts:\n  a.b: absent\n  workforce.two_tier: perhaps\n  c.d: absent\n")
    assert [line for line, _ in places(refused)] == [2, 3, 4]


def test_a_key_that_json_gives_twice_is_refused(rules: CaseRules) -> None:
    twice = '{"facts": {"workforce.two_tier": "absent", "workforce.two_tier": "present"}}'
    (refused,) = read(rules, twice)
    assert places(refused) == [(1, 1)]


def test_text_that_is_no_text_is_refused(rules: CaseRules) -> None:
    refused, document = read(rules, b"\xff\xfe\x00\n---\nfacts: {}\n")
    assert places(refused) == [(1, 1)]
    assert facts(document) == {}


def test_a_document_that_is_too_large_is_refused_and_the_next_is_read(rules: CaseRules) -> None:
    long_line = "# " + "x" * MAX_BYTES * 2 + "\n"
    many_lines = "facts:\n" + "  # more\n" * (MAX_BYTES // 8)
    refused, also_refused, document = read(rules, f"a: 1\n{long_line}---\n{many_lines}---\nfacts: {{}}\n")
    assert places(refused) == [(1, 1)]
    assert places(also_refused) == [(4, 1)]
    assert facts(document) == {}


def test_comments_by_the_hundred_thousand_are_passed_over(rules: CaseRules) -> None:
    comments = "#\n" * (MAX_BYTES // 4)
    (document,) = read(rules, f"{comments}facts: {{}}\n")
    assert facts(document) == {}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    text=st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                ["facts", ":", " ", "\n", "{", "}", "[", "]", "---", '"', "workforce.two_tier", "absent", ","]
            ),
            max_size=25,
        ).map("".join),
    ).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_text_gives_documents_or_says_what_is_wrong(rules: CaseRules, text: bytes) -> None:
    for number, result in enumerate(read(rules, text), start=1):
        assert result.number == number
        if isinstance(result, Refused):
            assert places(result)
