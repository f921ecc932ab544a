"""`chatbot sample`: what comes out, before one's own time is spent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chatbot.cells import cells
from chatbot.report.advice_text import advice_blocks
from chatbot.report.content.composing import content_of
from chatbot.report.sample import replay_sample, sample_names
from tests.commands.conftest import Run


def test_the_story_comes_with_its_advice_and_the_way_to_the_whole_report(run: Run, own_store: Path) -> None:
    done = run("sample")
    assert (done.code, done.err) == (0, "")
    example, interview = replay_sample(sample_names()[0])
    content = content_of(interview.id, interview.state.events, interview.held)
    flat = " ".join(done.out.split())
    assert " ".join(example.story.split()) in flat
    for block in advice_blocks(content):
        for line in block.lines:
            assert " ".join(line.text.split()) in flat
    assert "chatbot sample -o" in flat
    assert not own_store.exists()


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_the_advice_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    widest = max(run("sample").out.splitlines(), key=cells)
    assert cells(widest) <= columns or " " not in widest.strip()


def test_the_whole_report_can_be_had_in_every_format_and_is_always_the_same(run: Run) -> None:
    markdown, data = run("sample", "--format", "md"), run("sample", "--format", "json")
    assert markdown.out.startswith("# ")
    assert json.loads(data.out)["progress"] == "finished"
    assert markdown.stdout == run("sample", "--format", "md").stdout
    assert "chatbot sample" in json.loads(data.out)["provenance"]["again"]
