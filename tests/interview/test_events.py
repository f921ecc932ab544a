"""Events as they are stored: what older versions wrote is read, and what newer ones write is kept."""

from __future__ import annotations

import msgspec
import pytest

from chatbot.interview.events import (
    Answered,
    Evidenced,
    Made,
    Noted,
    Unrecognised,
    Uttered,
    Withdrawn,
    decode_what,
    encode_what,
)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (
            '{"kind":"answered","question":"q","option":"o","words":"w"}',
            Answered(question="q", option="o", words="w"),
        ),
        ('{"kind":"noted","text":"n","question":"q"}', Noted(text="n", question="q")),
        ('{"kind":"withdrawn","event":"e"}', Withdrawn(event="e")),
    ],
)
def test_what_earlier_versions_stored_is_read_and_written_the_same(body: str, what: object) -> None:
    assert decode_what(body) == what
    assert encode_what(what).decode() == body


def test_what_is_new_comes_back_as_it_was_stored() -> None:
    for what in (
        Evidenced(text="the list", question="q"),
        Answered(question="q", option="o", words="w, but", remark="but"),
    ):
        assert decode_what(encode_what(what)) == what
    assert msgspec.json.decode(encode_what(Evidenced(text="t")))["kind"] == "evidence"


def test_a_kind_that_is_not_known_is_kept_byte_for_byte() -> None:
    body = b'{"kind":"cheered","on":[1, 2]}'
    what = decode_what(body)
    assert isinstance(what, Unrecognised)
    assert encode_what(what) == body


def test_what_a_later_version_makes_of_words_is_no_reason_not_to_read_them() -> None:
    said = decode_what('{"kind":"said","words":"w","made":"something new"}')
    assert said == Uttered(words="w", made=Made.REPLIED)
