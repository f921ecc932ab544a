"""Reading YAML strictly: values are what they look like, and every problem has its place."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chatbot.sources.codes import Code
from chatbot.sources.nodes import key_place, plain, value_place
from chatbot.sources.problems import MAX_PROBLEMS, Place, Problems
from chatbot.sources.reader import MAX_DEPTH, read
from chatbot.sources.text import MAX_BYTES, decode
from tests.authored import unmarked


def reading(text: str) -> tuple[object, list[tuple[Code, int, int]]]:
    problems = Problems("file.yaml")
    node = read(text, problems)
    found = [(problem.code, problem.line, problem.column) for problem in problems.in_order()]
    return None if node is None else plain(node), found


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both loaders of PyYAML: without libyaml only the second is there."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml")
    return str(request.param)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("1:30", "1:30"),
        ("007", "007"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+1", "+1"),
        ("-0", "-0"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("1.10", "1.10"),
        ("1.2.3", "1.2.3"),
        ("12345678901234567890", "12345678901234567890"),
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31 10:00:00Z", "2026-01-31 10:00:00Z"),
        ("=", "="),
        ('"true"', "true"),
        ("'7'", "7"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-12", -12),
        ("0", 0),
        ("1.5", 1.5),
        ("-0.25", -0.25),
    ],
)
def test_a_value_without_quotes_is_text_unless_it_cannot_be_mistaken(
    written: str, value: object, loader: str
) -> None:
    read_as, found = reading(f"key: {written}\n")
    assert found == []
    assert read_as == {"key": value}
    assert isinstance(read_as, dict)
    assert type(read_as["key"]) is type(value)


def test_keys_are_words_as_written(loader: str) -> None:
    value, found = reading("yes: 1\non: 2\ntrue: 3\n1: 4\n1.0: 5\nnull: 6\n")
    assert found == []
    assert value == {"yes": 1, "on": 2, "true": 3, "1": 4, "1.0": 5, "null": 6}


BROKEN = [
    (Code.NOT_YAML, "a: b§: c"),
    (Code.NOT_YAML, "a: 1\nb: §@x"),
    (Code.NOT_YAML, 'a: 1\nb: §"open'),
    (Code.NOT_YAML, "a: §[1, 2\n"),
    (Code.EMPTY_FILE, "§# only a remark\n"),
    (Code.EMPTY_FILE, "§"),
    (Code.SEVERAL_DOCUMENTS, "a: 1\n§---\nb: 2\n"),
    (Code.DUPLICATE_KEY, "a: 1\nb: 2\n§a: 3\n"),
    (Code.DUPLICATE_KEY, 'x: {a: 1, b: 2, §"a": 3}\n'),
    (Code.ANCHOR, "a: §&name 1\n"),
    (Code.ANCHOR, "a: 1\nb: §*name\n"),
    (Code.TAG, "a: §!!python/object:os.system x\n"),
    (Code.TAG, "a: §!x 1\n"),
    (Code.TAG, "§%YAML 1.1\n---\na: 1\n"),
    (Code.MERGE_KEY, "a:\n  §<<: {b: 1}\n"),
    (Code.KEY_NOT_TEXT, "? §[a, b]\n: 1\n"),
    (Code.KEY_NOT_TEXT, 'a: 1\n§"": 2\n'),
    (Code.TOO_DEEP, "[" * MAX_DEPTH + "§[1]" + "]" * MAX_DEPTH),
    (Code.CONTROL_CHARACTER, "a: b§\x1b[31m"),
    (Code.CONTROL_CHARACTER, "a: ä§\u202eb"),
    (Code.CONTROL_CHARACTER, 'a: §"\\e[31m"'),
    (Code.BYTE_ORDER_MARK, "\ufeffa: 1"),
]


@pytest.mark.parametrize(("code", "text"), BROKEN)
def test_each_problem_is_reported_with_its_place(code: Code, text: str, loader: str) -> None:
    text, (line, column) = unmarked(text)
    _, found = reading(text)
    kinds = [kind for kind, _, _ in found]
    assert kinds[0] is code
    # The loader in Python marks the end of a broken line where libyaml marks its cause.
    if loader == "libyaml" or code is not Code.NOT_YAML:
        assert found[0] == (code, line, column)


def test_columns_count_characters_and_not_bytes() -> None:
    text, (line, column) = unmarked("ü: {äöü: 1, §äöü: 2}\n")
    assert reading(text)[1] == [(Code.DUPLICATE_KEY, line, column)]


def test_all_problems_of_a_text_are_reported_at_once() -> None:
    _, found = reading("a: 1\na: 2\nb: &x 1\nc: !t 1\n<<: {}\n")
    assert [code for code, _, _ in found] == [
        Code.DUPLICATE_KEY,
        Code.ANCHOR,
        Code.TAG,
        Code.MERGE_KEY,
    ]


def test_a_file_with_very_many_problems_is_cut_off() -> None:
    _, found = reading("a: 1\n" * (MAX_PROBLEMS * 3))
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1][0] is Code.TOO_MANY_PROBLEMS


def test_a_text_that_is_too_large_is_not_read() -> None:
    assert reading("a" * (MAX_BYTES + 1)) == (None, [(Code.TOO_LARGE, 1, 1)])


def test_aliases_that_would_grow_without_end_are_not_followed() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    _, found = reading("\n".join(lines))
    assert {code for code, _, _ in found} == {Code.ANCHOR}


def test_bytes_that_are_not_utf8_are_placed() -> None:
    problems = Problems("file.yaml")
    assert decode(b"a: 1\nb: \xc3\xa4\xff", problems) == ""
    assert [(one.code, one.line, one.column) for one in problems.found] == [(Code.NOT_UTF8, 2, 5)]


def test_line_ends_of_other_systems_make_no_difference() -> None:
    problems = Problems("file.yaml")
    assert decode(b"a: 1\r\nb: 2\rc: 3\n", problems) == "a: 1\nb: 2\nc: 3\n"
    assert problems.found == []


def test_every_value_and_key_knows_its_place() -> None:
    node = read("a:\n  - b: [1, two]\n", Problems("file.yaml"))
    assert node is not None
    assert value_place(node, ("a", 0, "b", 1)) == Place(2, 12)
    assert key_place(node, ("a", 0, "b")) == Place(2, 5)
    assert value_place(node, ("a", 0, "missing")) == Place(2, 5)


LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line in YAML."""
YAML_LIKE = st.text(
    alphabet=st.sampled_from("ab01 \n\t:-?[]{},&*!|>'\"%@`#~.\\<é\x00\u2028\ufeff"), max_size=60
)


@given(st.one_of(st.text(max_size=60), YAML_LIKE))
def test_any_text_is_read_or_has_a_problem_with_a_place_in_it(text: str) -> None:
    problems = Problems("file.yaml")
    node = read(text, problems)
    assert node is not None or problems.found
    lines = len(LINE_ENDS.findall(text)) + 1
    for problem in problems.found:
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert "\n" not in str(problem)


@given(st.binary(max_size=60))
def test_any_bytes_become_text_or_a_problem(data: bytes) -> None:
    problems = Problems("file.yaml")
    text = decode(data, problems)
    assert bool(problems.found) <= (text == "")


@given(st.one_of(st.text(max_size=40), YAML_LIKE))
def test_without_libyaml_any_text_is_read_or_has_a_problem_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        problems = Problems("file.yaml")
        assert read(text, problems) is not None or problems.found
