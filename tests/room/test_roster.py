"""A list of people is read strictly: everything that is wrong with it, each with its place."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.errors import ChatbotError, UsageError
from chatbot.room.guests import Guest, same_person
from chatbot.room.roster import LONGEST_NAME, MOST_GUESTS, read_roster
from chatbot.sources.problems import SourceError

THREE = (
    Guest("Ada Osei", "Head of Quality", "Halden Valves"),
    Guest("Kern; Max", "", 'Halden "V"'),
    Guest("Li Wei", "Legal", ""),
)


def listed(folder: Path, content: str | bytes, name: str = "people.csv") -> tuple[Guest, ...]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(path)


def found(folder: Path, content: str | bytes, name: str = "people.csv") -> list[tuple[str, int, int]]:
    with pytest.raises(SourceError) as refused:
        listed(folder, content, name)
    problems = refused.value.problems
    assert all(problem.path.endswith(name) for problem in problems)
    return [(problem.code.value, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_whatever_stands_between_its_cells(
    tmp_path: Path, separator: str, mark: str, end: str
) -> None:
    written = io.StringIO()
    table = csv.writer(written, delimiter=separator, lineterminator=end)
    table.writerow(["name", "role", "organisation"])
    table.writerows([one.name, one.role, one.organisation] for one in THREE)
    assert listed(tmp_path, mark + written.getvalue()) == THREE


def test_columns_may_stand_in_any_order_and_be_left_out(tmp_path: Path) -> None:
    assert listed(tmp_path, "Organization,NAME\nHalden,Ada\n\n,Li\n") == (
        Guest("Ada", "", "Halden"),
        Guest("Li"),
    )


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_same_list_may_be_written_as_yaml(tmp_path: Path, mark: str) -> None:
    text = """people:
  - {name: Ada Osei, role: Head of Quality, organisation: Halden Valves}
  - {name: Kern; Max, organisation: 'Halden "V"'}
  - name: Li Wei
    role: Legal
"""
    assert listed(tmp_path, mark + text, "people.yaml") == THREE


def test_every_problem_of_a_table_is_said_at_once_with_its_place(tmp_path: Path) -> None:
    text = "name;role\nAda Osei;x\nada   OSEI;y\n ;z\na;b;c\n" + "n" * (LONGEST_NAME + 1) + ";q\n\x07Bo;r\n"
    assert found(tmp_path, text) == [
        ("G01", 3, 1),
        ("S05", 4, 1),
        ("G05", 5, 5),
        ("G02", 6, 1),
        ("Y03", 7, 1),
    ]


def test_every_problem_of_a_yaml_list_is_said_with_its_place(tmp_path: Path) -> None:
    text = f"people:\n  - {{name: Ada}}\n  - {{name: ADA}}\n  - {{name: Bo, role: {'r' * 101}}}\n"
    assert found(tmp_path, text, "people.yml") == [("G01", 3, 12), ("G02", 4, 22)]
    assert found(tmp_path, "people:\n  - {role: x}\n  - {name: 7, team: y}\n", "people.yaml") == [
        ("S02", 2, 5),
        ("S03", 3, 12),
        ("S01", 3, 15),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["Y06"]),
        ("name,role\n", ["G04"]),
        ("who,role\nAda,x\n", ["S01", "S02"]),
        ("name,name\nAda,x\n", ["Y08"]),
        ('name,role\n"Ada,x\n', ["G05"]),
        ('name,role\n"Ada" Osei,x\n', ["G05"]),
    ],
)
def test_a_table_that_is_none_says_why(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(tmp_path, text)] == codes


def test_more_people_than_a_session_hears_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"Person {number}\n" for number in range(MOST_GUESTS + 1))
    assert [code for code, _, _ in found(tmp_path, f"name\n{rows}")] == ["G03"]


def test_what_is_no_text_and_no_list_is_refused(tmp_path: Path) -> None:
    assert found(tmp_path, b"name\n\xff\xfe\n")[0][0] == "Y01"
    with pytest.raises(UsageError):
        read_roster(tmp_path / "people.xlsx")
    with pytest.raises(ChatbotError):
        read_roster(tmp_path / "nowhere.csv")


WORD = st.text("abcdeé,;\"'\n=+ ", max_size=12).map(lambda text: " ".join(text.split()))


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(WORD.filter(bool), WORD, WORD),
        min_size=1,
        max_size=8,
        unique_by=lambda one: one[0].casefold(),
    )
)
def test_what_a_spreadsheet_writes_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("name", "role", "organisation"), *rows])
    people = listed(tmp_path_factory.mktemp("people"), written.getvalue())
    assert people == tuple(Guest(*row) for row in rows)


@settings(max_examples=40)
@given(st.binary(max_size=60), st.sampled_from(["people.csv", "people.yaml"]))
def test_whatever_a_file_holds_there_is_a_list_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    try:
        people = listed(tmp_path_factory.mktemp("people"), content, name)
    except SourceError as error:
        assert error.problems
    else:
        assert people
        assert len({same_person(one.name) for one in people}) == len(people)
