"""Understanding, whatever is typed: no words raise, and none that were not said are heard."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.dialog.script import QuestionKind
from chatbot.dialog.understanding.understood import Outcome
from chatbot.dialog.understanding.words import folded, spoken
from chatbot.facts import Level
from tests.dialog.understanding_scripts import CARE, FACTS, TITLE, WAY, hear

QUESTIONS = [None, WAY, CARE, TITLE]
WORDS = st.lists(
    st.sampled_from(
        re.findall(
            r"\S+",
            """
            1 2 9 1-3 1/2 yes no not partly all none rest owners permissions data.owners because since n/a
            and but except of ? , ; : ( ) - copy paste api back note / help why does apply don't know y p n
            """,
        )
    ),
    max_size=14,
).map(" ".join)


@given(st.text() | WORDS, st.sampled_from(QUESTIONS))
def test_no_words_raise_and_every_reading_fits_its_question(said, question) -> None:
    understood = hear(question, said)
    heard = understood.heard
    assert 0 <= understood.confidence <= 1
    assert heard or understood.outcome is Outcome.ASK
    if heard is None:
        return
    parts = [heard.option, heard.levels, heard.text, heard.intent]
    assert sum(map(bool, parts)) == 1
    if heard.levels:
        assert question is CARE
        assert heard.levels.keys() <= set(FACTS)
        assert heard.reasons.keys() <= {
            f for f, level in heard.levels.items() if level is Level.NOT_APPLICABLE
        }
        assert all(reason in said for reason in heard.reasons.values())
    if heard.option:
        assert question in (WAY, TITLE)
    if heard.text:
        assert question.kind is QuestionKind.TEXT
        assert heard.text == said.strip()


@given(st.text(), st.sampled_from(QUESTIONS))
def test_the_same_words_are_always_understood_the_same(said, question) -> None:
    assert hear(question, said) == hear(question, said)


@given(st.text(max_size=60))
def test_every_visible_character_can_be_found_in_what_was_typed(raw) -> None:
    said = folded(raw)
    assert len(said.text) == len(said.at)
    assert list(said.at) == sorted(said.at)
    assert said.verbatim(0, len(said.text)) in raw
    assert not said.text or said.text == said.text.strip()


@pytest.mark.parametrize("question", [WAY, CARE])
@pytest.mark.parametrize(
    "said",
    [
        pytest.param("x" * 1_000_000, id="one word"),
        pytest.param("yes " * 250_000, id="many words"),
        pytest.param("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 1_900, id="long ligatures"),
    ],
)
def test_more_than_anybody_would_answer_is_not_compared(question, said) -> None:
    assert spoken(said) is None
    assert hear(question, said).outcome is Outcome.ASK


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\u2066", "\ufeff", "\x00", "\ufe0f", "\x1b[31m"])
def test_characters_that_cannot_be_seen_make_no_difference(mark) -> None:
    for question, said in ((WAY, "copy and paste"), (CARE, "1 yes, 2 no"), (WAY, "/help")):
        hidden = mark.join(said)
        assert hear(question, hidden) == hear(question, said)


def test_exact_answers_do_without_the_matching_library() -> None:
    program = """
import sys
from tests.dialog.understanding_scripts import CARE, TITLE, WAY, hear
for question, said in ((WAY, "2"), (WAY, "an api"), (CARE, "1 yes, 2 no"), (TITLE, "Search"), (WAY, "/back")):
    assert hear(question, said).outcome == "accept", said
raise SystemExit("rapidfuzz" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert folded("e\u0301").text == folded("\u00e9").text
    assert folded("\u1112\u1161\u11ab").text == folded("\ud55c").text


@pytest.mark.parametrize(
    "word",
    [
        "ok so",
        "also",
        "please",
        "hm",
        "and,",
        "i want to",
        "don't forget to",
        "nr",
        "question",
        "number #",
        "note:",
    ],
)
@pytest.mark.parametrize("question", [WAY, CARE, TITLE])
def test_words_that_go_on_for_ever_are_heard_to_their_end(word, question) -> None:
    said = f"{word} " * (490 // (len(word) + 1))
    assert hear(question, said).outcome in Outcome
