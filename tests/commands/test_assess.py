"""`chatbot assess`: files of facts in, conclusions out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from chatbot.sources.shipped import knowledge_folder
from tests.commands.conftest import Run

GOOD = "initiative: {title: Change control, ambition: expert}\nfacts: {workforce.two_tier: present}\n"
BAD = "facts: {workforce.two_tier: perhaps}\n"


def test_one_document_gives_one_object(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "initiative.yaml"
    path.write_text(GOOD, encoding="utf-8")
    done = run("assess", path, "--format", "json")
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert found["ambition"] == "expert"
    assert "workforce.two_tier" in [warning["id"] for warning in found["warnings"]]


def test_without_a_format_it_is_a_text_that_fits_a_terminal(run: Run) -> None:
    done = run("assess", "-", stdin=GOOD)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Change control\n")
    assert all(len(line) <= 88 for line in done.out.splitlines())


def test_several_documents_give_a_line_each_and_a_bad_one_keeps_none_back(run: Run) -> None:
    done = run("assess", "-", "--format", "json", stdin=f"{GOOD}---\n{BAD}---\n{GOOD}")
    assert done.code == 1
    first, refused, last = [json.loads(line) for line in done.out.splitlines()]
    assert first == last
    assert refused.keys() == {"error", "document"}
    assert refused["document"] == 2
    assert "document 2" in done.err
    assert ":4:29" in done.err
    assert refused["error"] in done.err


def test_json_lines_from_standard_input(run: Run) -> None:
    line = json.dumps({"initiative": {"ambition": "workforce"}, "facts": {}})
    done = run("assess", "-", "--format", "json", stdin=f"{line}\n{line}\n")
    assert done.code == 0
    assert [json.loads(one)["ambition"] for one in done.out.splitlines()] == ["workforce", "workforce"]


def test_the_ending_tells_that_every_line_is_a_document(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "initiatives.JSONL"
    path.write_text('{"facts": {}}\n---\n', encoding="utf-8")
    done = run("assess", path, "--format", "json")
    assert done.code == 1
    assert len(done.out.splitlines()) == 2


def test_a_single_bad_document_is_an_error_on_both_ways(run: Run) -> None:
    done = run("assess", "-", "--format", "json", stdin=BAD)
    assert done.code == 1
    assert json.loads(done.out)["error"] in done.err
    assert run("assess", "-", stdin=BAD).out == ""


def test_texts_of_several_documents_are_told_apart(run: Run) -> None:
    done = run("assess", "-", stdin=f"{GOOD}---\n{BAD}---\n{GOOD}")
    assert done.code == 1
    for number in (1, 2, 3):
        assert f"Document {number}\n" in done.out


@pytest.mark.parametrize("form", ["json", "text"])
@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_where_nothing_is_there_nothing_is_judged(run: Run, text: str, form: str) -> None:
    done = run("assess", "-", "--format", form, stdin=text)
    assert (done.code, done.out) == (1, "")
    assert "standard input" in done.err


def test_a_file_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("assess", tmp_path / "missing.yaml").code == 2
    assert run("assess", tmp_path).code == 2
    assert run("assess").code == 2


def test_what_was_typed_is_shown_and_never_obeyed(run: Run) -> None:
    facts = {"initiative": {"title": "[red]{0} %s \u202e"}, "facts": {"[bold]{x}%s.y": "absent"}}
    done = run("assess", "-", stdin=json.dumps(facts))
    assert done.code == 1
    assert "\u202e" not in done.err + done.out
    title = run("assess", "-", stdin=json.dumps({"initiative": {"title": "[red]{0} %s"}}))
    assert title.out.startswith("[red]{0} %s\n")


def test_the_same_facts_give_the_same_bytes(run: Run) -> None:
    facts = {"workforce.two_tier": "present", "governance.audit_trail": "absent"}
    ways = [json.dumps({"facts": dict(order)}) for order in (facts.items(), reversed(facts.items()))]
    ways.append("facts:\n  governance.audit_trail: absent\n  workforce.two_tier: {level: present}\n")
    assert len({run("assess", "-", "--format", "json", stdin=way).stdout for way in ways}) == 1


def test_characters_beyond_ascii_come_out_whatever_the_terminal_writes(run: Run) -> None:
    evidence = "\u0141\u00f3d\u017a \U0001f600"
    facts = {"facts": {"workforce.two_tier": {"level": "present", "evidence": evidence}}}
    done = run("assess", "-", "--format", "json", stdin=json.dumps(facts), encoding="ascii")
    (cause,) = [
        warning["because"][0]
        for warning in json.loads(done.out)["warnings"]
        if warning["id"] == "workforce.two_tier"
    ]
    assert cause["evidence"] == evidence


def test_knowledge_of_ones_own(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), own)
    for path in own.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("workforce.governed_hr", "workforce.governed_people"), encoding="utf-8")
    facts = "facts: {workforce.governed_people: absent}\n"
    assert run("assess", "-", "--knowledge", own, stdin=facts).code == 0
    assert run("assess", "-", stdin=facts).code == 1
    assert run("assess", "-", "--knowledge", tmp_path / "nowhere", stdin=facts).code == 2
