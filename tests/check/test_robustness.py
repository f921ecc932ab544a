"""However a file is damaged, it is read or refused; nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.check.dialogs import check_dialog
from chatbot.check.knowledge import check_knowledge
from chatbot.dialog.reading import read_script
from chatbot.framework.load import load_framework
from chatbot.framework.model import Framework
from chatbot.framework.reading import read_framework
from chatbot.sources.bundle import Bundle
from chatbot.sources.problems import SourceError
from chatbot.sources.shipped import knowledge_bundle
from tests.authored import DIALOG, KNOWLEDGE, write_knowledge

WHOLE = KNOWLEDGE | {
    "tensions.yaml": """\
tensions:
  - id: split_rules
    title: Rules for some
    when: {workforce.governed_hr: established, workforce.two_tier: present}
    ask: How is that?
    reason: So.
    source: The page
"""
}

SCRAPS = st.sampled_from(
    [
        "",
        "\n",
        "  ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "x",
        "id",
        "when",
        "facts: {}",
        "null",
        "7",
        '"',
        "unknown",
    ]
) | st.text(max_size=3)


def damaged(text: str) -> st.SearchStrategy[str]:
    """The text with up to three pieces taken out and something else put in, or two lines exchanged."""
    cuts = st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 12), SCRAPS), min_size=1, max_size=3)

    def cut(places: list[tuple[int, int, str]]) -> str:
        result = text
        for start, length, scrap in places:
            result = result[:start] + scrap + result[start + length :]
        return result

    lines = text.splitlines(keepends=True)
    numbers = st.integers(0, len(lines) - 1)

    def exchange(pair: tuple[int, int]) -> str:
        one, other = pair
        result = list(lines)
        result[one], result[other] = result[other], result[one]
        return "".join(result)

    return cuts.map(cut) | st.tuples(numbers, numbers).map(exchange)


@pytest.fixture(scope="module")
def framework(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    home: Path = write_knowledge(tmp_path_factory.mktemp("knowledge"))
    return load_framework(knowledge_bundle(home))


@settings(max_examples=150, deadline=None)
@given(text=damaged(DIALOG))
def test_a_damaged_dialog_is_read_or_refused(text: str, framework: Framework) -> None:
    bundle = Bundle("dialog", (("tiny.yaml", text),))
    checked = check_dialog(bundle, framework)
    try:
        script = read_script(bundle)
    except SourceError as error:
        assert error.problems
        assert checked.facts is None
    else:
        assert checked.script == script
        assert checked.facts is not None
    lines = text.count("\n") + 2
    assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in checked.problems)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(WHOLE)).flatmap(lambda name: damaged(WHOLE[name]).map(lambda t: (name, t))))
def test_a_damaged_knowledge_base_is_read_or_refused(change: tuple[str, str]) -> None:
    name, text = change
    bundle = Bundle("knowledge", tuple((WHOLE | {name: text}).items()))
    problems, authored = check_knowledge(bundle)
    try:
        assert read_framework(bundle) == (authored and authored.framework)
    except SourceError as error:
        assert error.problems == problems
        assert authored is None
