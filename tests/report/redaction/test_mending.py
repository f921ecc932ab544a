"""Where the role that replaces a name stands beside it already, it is said once."""

from __future__ import annotations

import pytest

from chatbot.report.redaction.named import Kind, Named
from chatbot.report.redaction.replacing import Replacing

MARIA = Named(name="Maria Keller", kind=Kind.PERSON, role="the head of quality")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("our head of quality, Maria Keller, signs", "[the head of quality] signs"),
        ("Maria Keller, our head of quality, signs", "[the head of quality] signs"),
        ("our head of quality Dr. Maria Keller signs", "[the head of quality] signs"),
        ("our head of quality (Maria Keller) signs", "[the head of quality] signs"),
        ("(Maria Keller, Head of Quality) signs", "([the head of quality]) signs"),
        ("Maria Keller (our head of quality) signs", "[the head of quality] signs"),
        ("Maria Keller - our head of quality - signs", "[the head of quality] signs"),
        ("ask Maria Keller, our head of quality.", "ask [the head of quality]."),
        ("Maria Keller, our head of quality, and Tom", "[the head of quality], and Tom"),
        ("our head of quality, Maria Keller, Tom, and others", "[the head of quality], Tom, and others"),
        ("our head of quality's deputy, Maria Keller", "our head of quality's deputy, [the head of quality]"),
        ("our CFO, Maria Keller, signs", "our CFO, [the head of quality], signs"),
    ],
)
def test_a_role_beside_its_name_is_not_said_twice(said: str, told: str) -> None:
    assert Replacing([MARIA], frozenset()).text(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Maria Keller is our head of quality", "[a named person] is our head of quality"),
        ("the head of quality is Maria Keller.", "the head of quality is [a named person]."),
        ("head of quality: Maria Keller", "head of quality: [a named person]"),
        ("Maria Keller as head of quality", "[a named person] as head of quality"),
    ],
)
def test_a_sentence_that_tells_the_role_says_of_the_name_only_that_somebody_was_named(
    said: str, told: str
) -> None:
    replacing = Replacing([MARIA], frozenset())
    assert replacing.text(said) == told
    assert replacing.replaced()[0].times == 1


def test_two_names_with_their_roles_beside_each_other_stay_apart() -> None:
    tom = Named(name="Tom Reed", kind=Kind.PERSON, role="the CFO")
    told = Replacing([MARIA, tom], frozenset()).text("Maria Keller, our head of quality, Tom Reed, our CFO")
    assert told == "[the head of quality], [the CFO]"
