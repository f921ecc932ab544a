"""The cache: what is in it need not be read again, and what is wrong with it never matters."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from chatbot.dialog.load import load_script
from chatbot.dialog.reading import read_script
from chatbot.framework.load import load_framework
from chatbot.framework.reading import read_framework
from chatbot.sources import cache
from chatbot.sources.bundle import Bundle
from chatbot.sources.problems import SourceError
from chatbot.sources.shipped import dialog_bundle, dialog_names, knowledge_bundle


@dataclass(frozen=True)
class Thing:
    """Something that takes long to make."""

    name: str
    parts: tuple[int, ...] = ()


class Maker:
    """Counts how often it had to make the thing."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Thing:
        self.made += 1
        return Thing("made", (1, 2))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "some" / "cache"
    monkeypatch.setenv("CHATBOT_CACHE", str(home))
    return home


KEY = "0" * 64


def test_what_was_made_once_is_not_made_again(folder: Path) -> None:
    make = Maker()
    assert cache.cached(KEY, Thing, make) == cache.cached(KEY, Thing, make) == Thing("made", (1, 2))
    assert make.made == 1
    assert cache.cached("1" * 64, Thing, make) == Thing("made", (1, 2))
    assert make.made == 2


@pytest.mark.parametrize("damage", ["cut off", "changed", "emptied", "other shape", "binary"])
def test_a_damaged_entry_is_made_again(folder: Path, damage: str) -> None:
    make = Maker()
    cache.cached(KEY, Thing, make)
    (entry,) = folder.iterdir()
    content = entry.read_bytes()
    entry.write_bytes(
        {
            "cut off": content[:-4],
            "changed": content.replace(b"made", b"fake"),
            "emptied": b"",
            "other shape": b"[]",
            "binary": b"\xff\x00" * 20,
        }[damage]
    )
    assert cache.cached(KEY, Thing, make) == Thing("made", (1, 2))
    assert make.made == 2
    assert entry.read_bytes() == content


def test_a_cache_that_cannot_be_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("CHATBOT_CACHE", str(blocked))
    make = Maker()
    assert cache.cached(KEY, Thing, make) == cache.cached(KEY, Thing, make)
    assert make.made == 2


def test_a_failure_is_passed_on_and_not_kept(folder: Path) -> None:
    def fail() -> Thing:
        raise SourceError(())

    with pytest.raises(SourceError):
        cache.cached(KEY, Thing, fail)
    assert not folder.exists()


def test_another_version_of_the_program_makes_everything_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Maker()
    cache.cached(KEY, Thing, make)
    monkeypatch.setattr(cache, "fingerprint", lambda: "f" * 64)
    cache.cached(KEY, Thing, make)
    assert make.made == 2


def test_old_entries_are_removed_and_the_files_of_others_are_not(folder: Path) -> None:
    make = Maker()
    folder.mkdir(parents=True)
    (folder / "letter.json").write_text("mine")
    for number in range(cache.KEEP):
        cache.cached(f"{number:032x}", Thing, make)
    entries = sorted(folder.glob("thing-*"))
    assert len(entries) == cache.KEEP
    for age, entry in enumerate(entries):
        os.utime(entry, ns=(age, age))
    cache.cached("f" * 32, Thing, make)
    left = set(folder.iterdir())
    assert entries[0] not in left
    assert {folder / "letter.json", *entries[1:]} < left
    assert len(left) == cache.KEEP + 1


def test_a_folder_can_be_named_and_is_made_when_it_is_needed(folder: Path) -> None:
    assert cache.cache_folder() == folder
    cache.cached(KEY, Thing, Maker())
    assert [path.suffix for path in folder.iterdir()] == [".json"]


@pytest.mark.parametrize("name", dialog_names())
def test_a_dialog_from_the_cache_equals_the_one_that_was_read(folder: Path, name: str) -> None:
    bundle = dialog_bundle(name)
    script = read_script(bundle)
    assert load_script(bundle) == script
    assert load_script(bundle) == script
    assert len(list(folder.iterdir())) == 1


def test_the_framework_from_the_cache_equals_the_one_that_was_read(folder: Path) -> None:
    bundle = knowledge_bundle()
    framework = read_framework(bundle)
    assert load_framework(bundle) == framework
    assert load_framework(bundle) == framework


def test_something_wrong_is_reported_again_and_again(folder: Path) -> None:
    bundle = Bundle("dialog", (("broken.yaml", "dialog: [\n"),))
    for _ in range(2):
        with pytest.raises(SourceError):
            load_script(bundle)


WARM = """
import sys
from chatbot.dialog.load import load_script
from chatbot.framework.load import load_framework
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle
load_framework(knowledge_bundle())
load_script(dialog_bundle("readiness"))
print(sorted({"yaml", "pydantic", "textual", "transitions", "jinja2", "rapidfuzz"} & set(sys.modules)))
"""


def test_a_start_from_the_cache_reads_no_yaml_and_validates_nothing(folder: Path) -> None:
    loaded = [
        subprocess.run(
            [sys.executable, "-c", WARM], capture_output=True, text=True, check=True, timeout=60
        ).stdout.strip()
        for _ in range(2)
    ]
    assert "pydantic" in loaded[0]
    assert loaded[1] == "[]"
