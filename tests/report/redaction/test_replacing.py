"""What stands in place of a name, wherever and however it was typed."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from chatbot.report.redaction.named import Kind, Named
from chatbot.report.redaction.replacing import Replacing

MARIA = Named(name="Maria Keller", kind=Kind.PERSON, role="the head of quality")
ORDINARY = frozenset({"quality", "head", "will"})


def person(name: str, role: str = "") -> Named:
    """Somebody who was named."""
    return Named(name=name, kind=Kind.PERSON, role=role)


def test_every_form_of_a_name_gives_way_to_the_same_role() -> None:
    replacing = Replacing([MARIA], ORDINARY)
    for form in ("Maria Keller", "maria  keller", "MARIA\nKELLER", "Keller", "KELLER", "Maria", "Dr. Keller"):
        assert replacing.text(f"so {form}'s list") == "so [the head of quality]'s list"
    (said,) = replacing.replaced()
    assert (said.name, said.by, said.times) == ("Maria Keller", "the head of quality", 7)


def test_a_name_inside_another_word_stays() -> None:
    replacing = Replacing([person("Ann Berg", "the owner")], ORDINARY)
    assert replacing.text("Planning at Bergen, annual") == "Planning at Bergen, annual"


def test_an_ordinary_word_that_is_part_of_a_name_stays_where_it_stands_alone() -> None:
    replacing = Replacing([person("Will Stone", "the owner")], ORDINARY)
    assert replacing.text("Will it work? Will Stone says so") == "Will it work? [the owner] says so"


def test_several_of_one_role_are_told_apart_and_a_shared_first_name_is_nobody_in_particular() -> None:
    replacing = Replacing([person("Maria Keller", "the owner"), person("Maria Stone", "the owner")], ORDINARY)
    told = replacing.text("Maria Keller, Maria Stone, Stone, Maria")
    assert told == "[the owner 1], [the owner 2], [the owner 2], [person]"


def test_who_has_no_role_is_counted_by_what_they_are() -> None:
    several = [person("Osei"), Named(name="Halden GmbH", kind=Kind.ORGANISATION), person("Li Wei")]
    replacing = Replacing(several, ORDINARY)
    assert replacing.text("Osei, Halden GmbH, Li Wei") == "[person 1], [organisation 1], [person 2]"


def test_a_role_that_holds_a_name_loses_it() -> None:
    replacing = Replacing([MARIA, person("Tom Reed", "the assistant of Maria Keller")], ORDINARY)
    assert "Keller" not in replacing.text("Tom Reed")


def test_names_in_scripts_without_spaces_are_found_inside_a_sentence() -> None:
    replacing = Replacing([person("\u7530\u4e2d", "the owner")], ORDINARY)
    assert (
        replacing.text("\u7530\u4e2d\u3055\u3093\u306b\u805e\u304f")
        == "[the owner]\u3055\u3093\u306b\u805e\u304f"
    )


LETTERS = st.text(
    st.characters(whitelist_categories=("Lu", "Ll"), min_codepoint=0xC0, max_codepoint=0x24F), min_size=3
)


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=3), st.data())
def test_no_name_is_left_in_any_text(names: list[tuple[str, str]], data: st.DataObject) -> None:
    full = [" ".join(name) for name in names]
    replacing = Replacing(map(person, full), frozenset())
    form = st.sampled_from(["NFC", "NFD"])
    said = " and ".join(unicodedata.normalize(data.draw(form), name) for name in full * 2)
    told = unicodedata.normalize("NFC", replacing.text(f"so {said}, they say"))
    assert not any(unicodedata.normalize("NFC", name) in told for name in full)
    assert told.startswith("so [") and told.endswith("], they say")


@given(st.text(), st.text(min_size=1))
def test_a_text_without_the_name_stays_as_it_was_typed(text: str, name: str) -> None:
    replacing = Replacing([person(f"Xq{''.join(name.split())}xq")], frozenset())
    assert replacing.text(text) == text or "xq" in text.casefold()
