"""What is said where a format needs a package that is not installed."""

from __future__ import annotations

import importlib.util
import shlex
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from chatbot.errors import ChatbotError
from chatbot.report.writers import extras

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


def test_a_pdf_that_cannot_be_written_says_what_to_run() -> None:
    script = ASK.format(module="typst").replace(
        'require("pdf")',
        "from chatbot.report.theme.ours import our_theme; from chatbot.report.writers.pdf import to_pdf;"
        " from tests.report.documents import everything; to_pdf(everything(), our_theme())",
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "-m pip install" in run.stdout


def test_typst_is_loaded_when_a_pdf_is_asked_for_and_not_before() -> None:
    modules = "chatbot.report.writers.pdf, chatbot.report.pictures.raster"
    script = f"import sys, {modules}; print('typst' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


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
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "requires", nothing)
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
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(shutil, "which", lambda _name: uv)
    monkeypatch.setattr(sys, "executable", "/a folder/python")
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ChatbotError) as caught:
        extras.require("pdf")
    assert caught.value.todo.startswith(line.format(python='"/a folder/python"'))
