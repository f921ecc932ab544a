"""`chatbot check`, `chatbot graph` and `chatbot completion`: for who writes dialogs, and for shells."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.sources.codes import Code
from chatbot.sources.shipped import dialogs_folder
from tests.commands.conftest import Run

Hold = Callable[..., str]


@pytest.fixture
def own_dialog(tmp_path: Path) -> Path:
    """A copy of a shipped dialog that somebody may change."""
    path = tmp_path / "quick.yaml"
    path.write_bytes((dialogs_folder() / "quick.yaml").read_bytes())
    return path


def test_a_sound_dialog_passes_and_the_proof_is_told_on_stderr(run: Run, own_dialog: Path) -> None:
    done = run("check", own_dialog)
    assert done.code == 0
    assert "quick.yaml" in done.err


def test_each_finding_is_one_line_with_its_place_and_code(run: Run, own_dialog: Path) -> None:
    text = own_dialog.read_text(encoding="utf-8")
    own_dialog.write_text(text.replace("greeting:", "greting:"), encoding="utf-8")
    done = run("check", own_dialog)
    assert done.code == 1
    assert done.out
    for line in done.out.splitlines():
        assert re.match(r"\S*quick\.yaml:\d+:\d+ [A-Z]\d\d ", line)


def test_a_path_that_is_not_there_is_wrong_usage(run: Run) -> None:
    assert run("check", "missing.yaml").code == 2


def test_every_code_is_explained(run: Run) -> None:
    done = run("check", "--codes")
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == list(Code)


def test_explaining_the_codes_and_checking_do_not_go_together(run: Run, own_dialog: Path) -> None:
    assert run("check", "--codes", own_dialog).code == 2


def test_the_ledger_is_written_beside_the_dialog(run: Run, own_dialog: Path) -> None:
    assert run("check", "--update-ledger", own_dialog).code == 0
    assert (own_dialog.parent / "ledger.yaml").is_file()
    assert run("check", own_dialog).out == ""


def test_a_dialog_is_drawn_from_its_name_or_its_path(run: Run, own_dialog: Path) -> None:
    by_name = run("graph", "quick")
    assert by_name.code == 0
    assert by_name.out.startswith("flowchart")
    assert run("graph", own_dialog).stdout == by_name.stdout


def test_an_unknown_dialog_cannot_be_drawn(run: Run) -> None:
    done = run("graph", "quik")
    assert done.code == 2
    assert '"quick"' in done.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_is_one_that_the_shell_can_read(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_CHATBOT_COMPLETE" in done.out
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed here")
    subprocess.run([shell, "-n"], input=done.stdout, check=True)


def test_another_shell_is_wrong_usage(run: Run) -> None:
    assert run("completion", "cmd").code == 2


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["se"], "sessions"),
        (["interview", "qu"], "quick"),
        (["graph", "re"], "readiness"),
        (["sessions", "--js"], "--json"),
        (["completion", "z"], "zsh"),
    ],
)
def test_shells_complete_commands_dialogs_and_options(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], offered: str
) -> None:
    assert offered in offers(monkeypatch, capsys, *words)


@pytest.mark.parametrize("words", [["delete"], ["export"], ["report"], ["interview", "--resume"]])
def test_shells_complete_the_ids_of_interviews_with_their_titles(
    hold: Hold,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    id = hold("ChangeLink")
    found = offers(monkeypatch, capsys, *words, id[:3])
    assert id in found
    assert "ChangeLink" in found


def test_completion_is_silent_where_there_is_no_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offers(monkeypatch, capsys, "delete", "a").strip() == ""


def offers(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What fish would offer for the last of these words."""
    from chatbot.cli import main

    monkeypatch.setenv("_CHATBOT_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["chatbot", *words[:-1]]))
    monkeypatch.setenv("COMP_CWORD", words[-1])
    with pytest.raises(SystemExit):
        main([])
    return capsys.readouterr().out
