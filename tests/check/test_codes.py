"""Every code is explained."""

from __future__ import annotations

from chatbot.check.codes import CODES, Severity, explained
from chatbot.sources.codes import Code


def test_every_code_has_a_meaning() -> None:
    assert set(CODES) == set(Code)
    assert all(meaning.title and meaning.explanation for meaning in CODES.values())


def test_every_code_is_printed_on_a_line_of_its_own() -> None:
    lines = list(explained())
    assert [line.split()[0] for line in lines] == [code.value for code in CODES]
    assert {line.split()[1] for line in lines} == {severity.value for severity in Severity}
    assert not any("\n" in line for line in lines)
