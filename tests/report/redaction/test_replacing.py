"""What stands in place of a name, wherever and however it was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chatbot.report.redaction import replacing as replacing_module
from chatbot.report.redaction.contacts import contacts_in
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


def test_case_accents_apostrophes_and_hyphens_make_no_other_name() -> None:
    said = [
        ("Sommer", "\u017fommer"),
        ("\u039d\u03b9\u03ba\u03bf\u03c2", "\u03bd\u03b9\u03ba\u03bf\u03c3"),
        ("\u0130pek", "ipek"),
        ("Jos\u00e9", "JOSE"),
    ]
    said += [
        ("Jane O'Brien", "O\u2019BRIEN"),
        ("Eva Hall-Ortiz", "Hall\u2011Ortiz"),
        ("Eva Ortiz", "eva_ortiz"),
    ]
    for name, typed in said:
        replacing = Replacing([person(name, "the owner")], ORDINARY)
        assert "[the owner]" in replacing.text(f"so {typed}, they say"), name


def test_a_company_is_known_without_its_legal_form_too() -> None:
    company = Named(name="Halden Valves GmbH", kind=Kind.ORGANISATION, role="the supplier")
    assert Replacing([company], ORDINARY).text("Halden Valves knows") == "[the supplier] knows"


def test_a_company_is_known_by_a_first_word_that_nobody_else_has() -> None:
    firm = Named(name="Nordwind Versicherung AG", kind=Kind.ORGANISATION, role="the insurer")
    assert Replacing([firm], ORDINARY).text("Nordwind and NORDWIND") == "[the insurer] and [the insurer]"
    other = Named(name="Nordwind Bank AG", kind=Kind.ORGANISATION, role="the bank")
    told = Replacing([firm, other], ORDINARY).text("Nordwind Bank, Nordwind Versicherung, Nordwind")
    assert told == "[the bank], [the insurer], [organisation]"
    both = Replacing([firm, person("Ida Nordwind")], ORDINARY).text("so Nordwind says")
    assert both == "so [name] says"


def test_a_first_word_that_many_companies_have_says_of_none_which_one_is_meant() -> None:
    for name in (
        "General Valves GmbH",
        "Quality Tools Ltd",
        "Summit Group AG",
        "Rose Tools Ltd",
        "ABC Tools AG",
    ):
        replacing = Replacing([Named(name=name, kind=Kind.ORGANISATION)], ORDINARY)
        first = name.split()[0]
        assert replacing.text(f"the {first} went up") == f"the {first} went up"
        assert replacing.text(" ".join(name.split()[:-1])) == "[organisation 1]"


def test_a_first_word_in_small_letters_stays_and_is_pointed_out() -> None:
    replacing = Replacing([Named(name="Nordwind Valves AG", kind=Kind.ORGANISATION)], ORDINARY)
    assert replacing.text("nordwind said") == "nordwind said"
    assert replacing.passed_over() == ("nordwind",)


def test_a_part_of_a_full_name_is_no_name_of_its_own_and_hands_its_role_on() -> None:
    replacing = Replacing([person("Maria Keller"), person("Keller", "the owner")], ORDINARY)
    assert replacing.text("Maria Keller, Keller") == "[the owner], [the owner]"


def test_a_name_that_is_a_word_as_well_counts_with_a_capital_letter_only() -> None:
    replacing = Replacing([person("Rose Ortega", "the owner")], ORDINARY)
    assert replacing.text("costs rose, said Rose") == "costs rose, said [the owner]"


def test_no_two_names_get_the_same_label() -> None:
    replacing = Replacing([person("Ada", "person 2"), person("Bea"), person("Cyd")], ORDINARY)
    assert len(set(replacing.text("Ada Bea Cyd").replace("] [", "]|[").split("|"))) == 3


def test_many_names_and_many_texts_are_no_more_work_than_each_text_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def looked_up(names: int) -> int:
        counted = 0
        real = replacing_module.joined

        def count(*given: object) -> bool:
            nonlocal counted
            counted += 1
            return real(*given)  # type: ignore[arg-type] # handed on as it came

        replacing = Replacing([person(f"Xa{place} Yo{place}") for place in range(names)], ORDINARY)
        monkeypatch.setattr(replacing_module, "joined", count)
        replacing.text("Xa1 Yo1 came and Xa2 Yo2 went")
        monkeypatch.setattr(replacing_module, "joined", real)
        return counted

    assert looked_up(2000) == looked_up(5)


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


@given(st.text(), LETTERS)
def test_a_text_without_the_name_stays_as_it_was_typed(text: str, name: str) -> None:
    replacing = Replacing([person(f"Xq{name}xq")], frozenset())
    assume(not contacts_in(unicodedata.normalize("NFC", text)))
    assert replacing.text(text) == text or "xq" in text.casefold()


# What an organisation is called in short


FIRM = Named(name="Halden Valves GmbH", kind=Kind.ORGANISATION)


def test_a_short_name_that_was_asked_for_is_the_organisation_that_it_is_short_for() -> None:
    short = person("Halden")
    told = Replacing([short, FIRM], ORDINARY, [short]).text("Halden Valves GmbH, that is Halden or halden")
    assert told == "[organisation 1], that is [organisation 1] or [organisation 1]"


def test_the_role_of_a_short_name_goes_to_the_whole_organisation() -> None:
    short = Named(name="Halden", kind=Kind.ORGANISATION, role="the supplier")
    told = Replacing([short, FIRM], ORDINARY, [short]).text("Halden Valves GmbH pays, says Halden")
    assert told == "[the supplier] pays, says [the supplier]"


def test_a_short_name_of_two_organisations_is_none_of_them() -> None:
    short, other = person("Halden"), Named(name="Halden Bank AG", kind=Kind.ORGANISATION)
    told = Replacing([short, FIRM, other], ORDINARY, [short]).text("Halden")
    assert told == "[person 1]"


def test_somebody_who_was_only_named_is_not_taken_for_an_organisation() -> None:
    told = Replacing([FIRM, person("Halden")], ORDINARY).text("Dr. Halden of Halden Valves GmbH")
    assert told == "[person 1] of [organisation 1]"
