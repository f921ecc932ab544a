"""A dialog as a Mermaid flowchart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from chatbot.check.graph import mermaid
from chatbot.dialog.load import load_script
from chatbot.dialog.script import Script
from chatbot.sources.bundle import Bundle
from chatbot.sources.shipped import dialog_bundle, dialog_names
from tests.authored import DIALOG, edited

ARROW = re.compile(r'  (\w+) -->(?:\|"([^"]*)"\|)? (\w+)')
BOX = re.compile(r"^ +(\w+)(?:\[|\(|\[\[|\(\[)")


def tiny(text: str = DIALOG) -> Script:
    return load_script(Bundle("dialog", (("tiny.yaml", text),)))


def arrows(graph: str) -> Iterator[tuple[str, str, str]]:
    return (
        (found[1], found[2] or "", found[3]) for found in map(ARROW.fullmatch, graph.splitlines()) if found
    )


def test_every_question_is_a_box_in_the_frame_of_its_topic() -> None:
    lines = mermaid(tiny()).splitlines()
    frames = [at for at, line in enumerate(lines) if line.startswith("  subgraph ")]
    ends = [at for at, line in enumerate(lines) if line == "  end"]
    inside = [
        [line.split("[")[0].split("(")[0].strip() for line in lines[a + 1 : b]]
        for a, b in zip(frames, ends, strict=True)
    ]
    assert inside == [["q_title", "q_aim"], ["q_settled", "q_looks", "q_controls"]]


def test_arrows_follow_the_order_and_say_when() -> None:
    assert list(arrows(mermaid(tiny()))) == [
        ("start", "", "q_title"),
        ("q_title", "", "q_aim"),
        ("q_aim", "", "q_settled"),
        ("q_settled", "", "q_looks"),
        ("q_looks", "if initiative.ambition is process", "q_controls"),
        ("q_controls", "", "finish"),
        ("q_looks", "otherwise", "finish"),
    ]


@pytest.mark.parametrize("name", dialog_names())
def test_every_question_can_be_come_to_and_left(name: str) -> None:
    script = load_script(dialog_bundle(name))
    found = list(arrows(mermaid(script)))
    come_to = {end for _, _, end in found}
    left = {start for start, _, _ in found}
    boxes = {f"q_{question.id}" for question in script.questions()}
    assert boxes | {"finish"} <= come_to
    assert boxes | {"start"} <= left
    assert come_to - {"finish"} <= left


def test_nothing_in_a_text_means_anything_to_mermaid() -> None:
    nasty = 'Is "this" <b>safe</b>; `or` %%{init}%% & #quot; | [x] \\ end?'
    graph = mermaid(tiny(edited(DIALOG, "ask: What is settled?", f"ask: '{nasty.replace('{init}', '')}'")))
    (line,) = [line for line in graph.splitlines() if "q_settled[[" in line]
    text = line.strip().removeprefix('q_settled[["').removesuffix('"]]')
    assert not set(text) & set('"<>`%\\')
    assert "#quot;this#quot;" in text
    assert "#35;quot;" in text
