"""What is said where a format needs a package that is not installed."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from chatbot.errors import ChatbotError
from chatbot.report.writers import extras, installing

ROOT = Path(__file__).parents[2]
ASK = """
import sys
sys.modules[{module!r}] = None
from chatbot.errors import ChatbotError
from chatbot.report.writers.extras import require
try:
    require("pdf")
except ChatbotError as error:
    print(error.todo)
    print(error.what, file=sys.stderr)
"""


def test_an_extra_that_is_installed_is_no_matter() -> None:
    extras.require("pdf")


def test_the_line_to_run_is_for_this_interpreter_and_for_the_versions_that_we_declare() -> None:
    script = ASK.format(module="typst")
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    [line] = run.stdout.splitlines()
    python, *install, wanted = shlex.split(line)
    assert Path(python) == Path(sys.executable)
    assert install == ["-m", "pip", "install"]
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["pdf"]
    assert [Requirement(wanted)] == [Requirement(one) for one in declared]
    assert "typst" in run.stderr


def test_what_the_line_says_is_understood_by_pip() -> None:
    script = ASK.format(module="typst")
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    command = [*shlex.split(run.stdout), "--dry-run", "--no-index", "--quiet"]
    subprocess.run(command, capture_output=True, check=True)  # what it asks for is there already


def test_without_our_own_metadata_the_names_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> None:
        raise installing.metadata.PackageNotFoundError

    monkeypatch.setattr(installing.metadata, "requires", nothing)
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ChatbotError) as caught:
        extras.require("word")
    assert caught.value.todo.endswith("-m pip install python-docx typst")


@pytest.mark.parametrize(
    ("uv", "line"),
    [("/bin/uv", "uv pip install --python {python} "), (None, "{python} -m ensurepip && {python} -m pip ")],
)
def test_where_there_is_no_pip_another_way_is_named(
    monkeypatch: pytest.MonkeyPatch, uv: str | None, line: str
) -> None:
    monkeypatch.setattr(installing.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(installing, "which", lambda _name: uv)
    monkeypatch.setattr(sys, "executable", "/a folder/python")
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ChatbotError) as caught:
        extras.require("pdf")
    assert caught.value.todo.startswith(line.format(python='"/a folder/python"'))
