"""What identifies somebody by its form is found in every way of typing it; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.report.redaction.contacts import contact_key, contacts_in
from chatbot.report.redaction.named import Kind
from chatbot.report.redaction.recognising import names_in
from chatbot.report.redaction.replacing import Replacing
from chatbot.report.sample import replay_sample, sample_names

MANY = settings(max_examples=40, deadline=None)


@pytest.mark.parametrize(
    ("said", "typed", "kind"),
    [
        ("call +49 30 1234567 now", "+49 30 1234567", Kind.PHONE),
        ("+1 (555) 123-4567", "+1 (555) 123-4567", Kind.PHONE),
        ("at 0049 170 1234567.", "0049 170 1234567", Kind.PHONE),
        ("ring 030/1234567, please", "030/1234567", Kind.PHONE),
        ("(030) 123456", "(030) 123456", Kind.PHONE),
        ("(030 1234567)", "030 1234567", Kind.PHONE),
        ("06.12.34.56.78", "06.12.34.56.78", Kind.PHONE),
        ("555-123-4567", "555-123-4567", Kind.PHONE),
        ("tel.: 47 11 22", "47 11 22", Kind.PHONE),
        ("phone number is 123-4567", "123-4567", Kind.PHONE),
        ("ext. 4711", "4711", Kind.PHONE),
        ("Write to m.keller@halden.example.", "m.keller@halden.example", Kind.ADDRESS),
        ("keller (at) halden (dot) de", "keller (at) halden (dot) de", Kind.ADDRESS),
        ("see https://halden.example/people?x=1.", "https://halden.example/people?x=1", Kind.WEB),
        ("(see www.halden.example/keller)", "www.halden.example/keller", Kind.WEB),
        ("on linkedin.com/in/keller", "linkedin.com/in/keller", Kind.WEB),
        ("ask @somebody.", "@somebody", Kind.HANDLE),
        ("to DE89 3704 0044 0532 0130 00 THEN", "DE89 3704 0044 0532 0130 00", Kind.ACCOUNT),
        ("to de89370400440532013000", "de89370400440532013000", Kind.ACCOUNT),
        ("account no. 4711-22", "4711-22", Kind.ACCOUNT),
        ("BIC DEUTDEFF500", "DEUTDEFF500", Kind.ACCOUNT),
        ("4111 1111 1111 1111", "4111 1111 1111 1111", Kind.ACCOUNT),
        ("personnel number 004711", "004711", Kind.NUMBER),
    ],
)
def test_what_identifies_somebody_by_its_form_is_found(said: str, typed: str, kind: Kind) -> None:
    (found,) = contacts_in(said)
    assert (said[found.begins : found.ends], found.kind) == (typed, kind)


@pytest.mark.parametrize(
    "said",
    [
        "on 2024-03-01 10:30, or 2024-03-01T10:30:00+01:00",
        "01.02.2024 and 01/02/2024 or 1.2.24",
        "1,200,000 EUR or 1.200.000 and 1 200 000, or \u20ac 250 000 and EUR 0123 4567",
        "+1 200 000 units, 25% to 50 % or 12.5",
        "version 1.2.3, 10.4.2.1 and v01.02.03.04",
        "ISO 27001, EN 13485:2016, IEC 61508-3, 21 CFR 820.30",
        "2023-2024 and 2023/24, in 2023 100 200 300",
        "order 4500012345, part number 0170-12345-01",
        "It works.It is settled.no one, e.g. in Node.js and ASP.net, i.e. list.xlsx",
        "call 3 people, phone 12 000 customers, between 5 and 10, 3-4 weeks",
        "routing 1200 orders, account for 2024 @ 5 euros",
    ],
)
def test_dates_amounts_versions_and_part_numbers_stay(said: str) -> None:
    assert contacts_in(said) == []


@MANY
@given(
    day=st.dates().map(lambda day: day.isoformat()),
    amount=st.integers(0, 10**9).map(lambda amount: f"{amount:,} EUR"),
    version=st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)).map(
        lambda parts: ".".join(map(str, parts))
    ),
    share=st.floats(0, 100).map(lambda share: f"{share:.1f}%"),
    time=st.times().map(lambda time: time.isoformat("minutes")),
)
def test_no_date_amount_version_share_or_time_is_a_contact(
    day: str, amount: str, version: str, share: str, time: str
) -> None:
    said = f"from {day} on {amount} with {version}, so {share} at {time}."
    assert contacts_in(said) == []


def test_no_id_of_a_framework_or_a_dialog_is_a_contact() -> None:
    held = replay_sample(sample_names()[0])[1].held
    facts = [fact.id for layer in held.framework.layers for fact in layer.signals]
    facts += [fact.id for model in held.framework.models for fact in model.gate.signals]
    questions = [str(one.id) for one in held.script.questions()]
    assert facts and questions
    assert contacts_in(" ".join(map(str, [*facts, *questions]))) == []


@MANY
@given(
    country=st.sampled_from(["+49", "0049", "+44", "+1"]),
    digits=st.text("123456789", min_size=9, max_size=10),
    by=st.sampled_from([" ", "-", "/", "."]),
)
def test_of_a_phone_number_nothing_is_left_however_it_is_parted(country: str, digits: str, by: str) -> None:
    typed = f"{country} {digits[:3]}{by}{digits[3:]}"
    said = f"call {typed}, or {country}{digits}"
    replacing = Replacing(names_in(said, frozenset()), frozenset())
    told = replacing.text(said)
    assert told == "call [a phone number], or [a phone number]"


def test_the_same_one_is_the_same_however_it_is_typed() -> None:
    assert contact_key(Kind.PHONE, "+49 30 1234567") == contact_key(Kind.PHONE, "030/1234567")
    assert contact_key(Kind.WEB, "https://www.Halden.example/") == contact_key(Kind.WEB, "halden.example")
    assert contact_key(Kind.ADDRESS, "A@b.example") == contact_key(Kind.ADDRESS, "a(at)b(dot)example")


def test_of_several_it_is_told_which_one_is_meant_and_what_cannot_be_told_apart_says_so() -> None:
    said = "a@x.example, b@x.example, then a@x.example"
    replacing = Replacing(names_in(said, frozenset()), frozenset())
    assert replacing.text(said) == "[e-mail address 1], [e-mail address 2], then [e-mail address 1]"
    assert replacing.text("c@x.example") == "[e-mail address]"
