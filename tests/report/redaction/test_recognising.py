"""What is taken for a name, and what is not."""

from __future__ import annotations

import pytest

from chatbot.report.redaction.named import Kind
from chatbot.report.redaction.recognising import kind_of, names_in, unsure_in
from chatbot.report.redaction.wording import ordinary_words
from chatbot.report.sample import replay_sample, sample_names

PERSON, ORGANISATION, ADDRESS = Kind.PERSON, Kind.ORGANISATION, Kind.ADDRESS


@pytest.fixture(scope="module")
def ordinary() -> frozenset[str]:
    """The ordinary words of a shipped dialog and framework."""
    return ordinary_words(replay_sample(sample_names()[0])[1].held)


@pytest.mark.parametrize(
    ("said", "name", "kind", "role"),
    [
        ("Dr. Osei goes on sabbatical. Then what?", "Osei", PERSON, ""),
        ("I asked Prof. Dr. Ana Ruiz about it", "Ana Ruiz", PERSON, ""),
        ("Mr Patel I think repaired it", "Patel", PERSON, ""),
        ("our head of quality, Maria Keller, signs it", "Maria Keller", PERSON, "the head of quality"),
        ("Maria Keller, our head of quality, signs it", "Maria Keller", PERSON, "the head of quality"),
        ("the owner is Jan van der Berg and he leaves", "Jan van der Berg", PERSON, "the owner"),
        ("Li Wei is the reviewer for design changes", "Li Wei", PERSON, "the reviewer"),
        ("our Chief Financial Officer, Jane Doe", "Jane Doe", PERSON, "the Chief Financial Officer"),
        ("Jane Doe, the Head of Group Quality", "Jane Doe", PERSON, "the Head of Group Quality"),
        ("Our CFO Ingrid Sandvik has doubts", "Ingrid Sandvik", PERSON, "the CFO"),
        ("our group CFO Ingrid Sandvik has", "Ingrid Sandvik", PERSON, "the group CFO"),
        ("so CFO Ingrid Sandvik has doubts", "Ingrid Sandvik", PERSON, "the CFO"),
        ("Ingrid Sandvik, CFO needs it", "Ingrid Sandvik", PERSON, "the CFO"),
        ("Ingrid Sandvik CFO said no", "Ingrid Sandvik", PERSON, "the CFO"),
        ("our CEO Dr. Sandvik said no", "Sandvik", PERSON, "the CEO"),
        ("our Senior Claims Manager Ola Vik is", "Ola Vik", PERSON, "the Senior Claims Manager"),
        ("and Senior Manager Eva Lind is", "Eva Lind", PERSON, "the Senior Manager"),
        ("Hans-Peter M\u00fcller, Head of Claims", "Hans-Peter M\u00fcller", PERSON, "the Head of Claims"),
        ("Head of Claims Eva Lind signs", "Eva Lind", PERSON, "the Head of Claims"),
        ("owner: Maria Keller", "Maria Keller", PERSON, "the owner"),
        ("our quality lead Maria Keller's list", "Maria Keller", PERSON, "the quality lead"),
        ("Yesterday Maria Keller, our CFO, called", "Maria Keller", PERSON, "the CFO"),
        ("Halden Valves GmbH maintains the system", "Halden Valves GmbH", ORGANISATION, ""),
        ("our supplier Brixton Tools checks it", "Brixton Tools", ORGANISATION, "the supplier"),
        ("Write to m.keller@halden.example.", "m.keller@halden.example", ADDRESS, ""),
    ],
)
def test_words_that_say_that_something_is_a_name_make_it_one(
    said: str, name: str, kind: Kind, role: str, ordinary: frozenset[str]
) -> None:
    (found,) = names_in(said, ordinary)
    assert (found.name, found.kind, found.role) == (name, kind, role)


@pytest.mark.parametrize(
    "said",
    [
        "Legal and Finance have never seen it. HR has.",
        "The owner is Quality Management",
        "It runs in SAP Signavio since March",
        "I think that the Approval Path is the problem",
        "nobody, as far as I know",
        "The head of engineering is ill",
        "Germany is the lead market",
        "the assistant of Keller is ill",
        "The CFO Dashboard and the Product Owner Decision Log",
        "The process owner is Excel",
        "We have Legal, Finance and Head of IT in it",
        "Quality Management, Head of IT, says it",
        "",
        "...",
    ],
)
def test_capitalised_words_alone_are_no_names(said: str, ordinary: frozenset[str]) -> None:
    assert list(names_in(said, ordinary)) == []


def test_a_question_that_asks_for_names_makes_names_of_capitalised_words(ordinary: frozenset[str]) -> None:
    naming = {Kind.PERSON: "the operating owner"}
    (found,) = names_in("yes, Maria Keller does, with Quality Management", ordinary, naming)
    assert (found.name, found.role) == ("Maria Keller", "the operating owner")
    for nobody in ("yes, Quality does", "It goes with Excel", "SAP Signavio runs it", "Ada Moor or Tim Ras"):
        assert list(names_in(nobody, ordinary, naming)) == []


def test_a_name_and_a_role_that_somebody_gives_say_what_it_is_the_name_of() -> None:
    for name, role, kind in [
        ("Maria Keller", "the owner", PERSON),
        ("Brixton", "the supplier", ORGANISATION),
        ("Halden Valves GmbH", "", ORGANISATION),
        ("a@b.example", "the office", ADDRESS),
        ("Brixton", "", PERSON),
    ]:
        assert kind_of(name, role) is kind, name


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("they asked Keller and Brixton", ["Keller", "Brixton"]),
        ("Keller asked. Brixton did not", []),
        ("owner: Keller's list", ["Keller"]),
        ("it is in Excel, SAP and ABB since March, in German", []),
        ("The approval Path, Legal and Group Quality", []),
    ],
)
def test_a_single_word_is_pointed_out_inside_a_sentence_only(
    said: str, found: list[str], ordinary: frozenset[str]
) -> None:
    assert list(unsure_in(said, ordinary)) == found


def test_what_could_be_a_name_is_pointed_out_and_left_as_it_is(ordinary: frozenset[str]) -> None:
    assert list(unsure_in("It runs in SAP Signavio, said Maria Keller. Quality Management.", ordinary)) == [
        "SAP Signavio",
        "Maria Keller",
    ]
