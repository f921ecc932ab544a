"""The settings: what counts, what is wrong where, and that nothing keeps anything from starting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chatbot.settings.reading import Loaded, load_settings, read_settings
from chatbot.settings.settings import AUTO, Names, Settings
from chatbot.sources.codes import Code

NAMES = Names(
    themes=("dark", "light"),
    keys={"why": ("f3",), "undo": ("f9",), "search": ("ctrl+f",), "advice": ()},
    fixed={"enter": "sends"},
)


def read(text):
    return read_settings(text.encode(), "chatbot.yaml", NAMES)


def wrong(text):
    return [(problem.code, problem.line) for problem in read(text).problems]


def test_everything_that_can_be_set_is_read():
    loaded = read(
        "theme: light\nreduced_motion: true\nkeys:\n  why: Ctrl+G\n  undo: [f9, Alt+U]\n  search: none\n"
    )
    assert not loaded.problems
    assert loaded.settings == Settings(
        theme="light",
        reduced_motion=True,
        keys={"why": ("ctrl+g",), "undo": ("f9", "alt+u"), "search": ()},
    )


@pytest.mark.parametrize("text", ["", "\n", "# theme: dark\n\n"])
def test_an_empty_file_is_no_problem(text):
    loaded = read(text)
    assert not loaded.problems
    assert loaded.settings == Settings()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("theme: dark\ncolor: red\n", Code.UNKNOWN_KEY, 2),
        ("theme: darkk\n", Code.NOT_A_CHOICE, 1),
        ("theme: [dark]\n", Code.NOT_A_CHOICE, 1),
        ("reduced_motion: yes\n", Code.WRONG_KIND, 1),
        ("keys: f3\n", Code.NOT_A_MAPPING, 1),
        ("- theme\n", Code.NOT_A_MAPPING, 1),
        ("keys:\n  wy: f5\n", Code.UNKNOWN_KEY, 2),
        ("keys:\n  why: f99\n", Code.NOT_A_CHOICE, 2),
        ("keys:\n  why: a\n", Code.NOT_A_CHOICE, 2),
        ("keys:\n  why: shift+a\n", Code.NOT_A_CHOICE, 2),
        ("keys:\n  why: super+a\n", Code.NOT_A_CHOICE, 2),
        ("keys:\n  why: ctrl+m\n", Code.NOT_A_CHOICE, 2),
        ("keys:\n  why:\n", Code.NOT_TEXT, 2),
        ("keys:\n  why: enter\n", Code.KEY_TAKEN, 2),
        ("keys:\n  why: f9\n", Code.KEY_TAKEN, 2),
        ("keys:\n  why: f5\n  undo: f5\n", Code.KEY_TAKEN, 3),
        ("theme: dark\ntheme: light\n", Code.DUPLICATE_KEY, 2),
        ("theme: 'dark\n", Code.NOT_YAML, 1),
        ("theme: &a dark\n", Code.ANCHOR, 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, code, line):
    assert wrong(text) == [(code, line)]


def test_what_is_right_counts_beside_what_is_wrong():
    settings = read("theme: nope\nreduced_motion: true\nkeys: {why: zzz, undo: f12}\n").settings
    assert settings == Settings(theme=AUTO, reduced_motion=True, keys={"undo": ("f12",)})


def test_two_actions_can_trade_their_keys():
    loaded = read("keys:\n  why: f9\n  undo: f3\n")
    assert not loaded.problems
    assert loaded.settings.keys == {"why": ("f9",), "undo": ("f3",)}


def test_a_key_is_free_once_its_action_has_another_one():
    assert not wrong("keys:\n  undo: f12\n  why: f9\n")


def test_who_keeps_its_own_key_after_all_keeps_it_alone():
    loaded = read("keys:\n  why: f9\n  undo: nokey\n")
    assert [problem.code for problem in loaded.problems]
    in_force = {**NAMES.keys, **loaded.settings.keys}
    every = [key for keys in in_force.values() for key in keys]
    assert len(every) == len(set(every))


def test_a_missing_file_means_what_comes_with_the_program(tmp_path):
    assert load_settings(tmp_path / "none.yaml", NAMES).settings == Settings()
    assert load_settings(None, NAMES).settings == Settings()


def test_a_file_that_cannot_be_read_is_said_and_starts(tmp_path):
    loaded = load_settings(tmp_path, NAMES)
    assert loaded.settings == Settings()
    assert [problem.code for problem in loaded.problems] == [Code.UNREADABLE]


def test_what_is_no_file_is_not_waited_for(tmp_path):
    assert load_settings(Path(os.devnull), NAMES) == Loaded(settings=Settings())
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert load_settings(tmp_path / "pipe", NAMES).problems


@pytest.mark.parametrize("data", [b"\xff\xfe", b"theme: \x00", b"x" * (2 << 20), b"[" * 100])
def test_what_is_no_text_is_said_and_starts(tmp_path, data):
    path = tmp_path / "chatbot.yaml"
    path.write_bytes(data)
    loaded = load_settings(path, NAMES)
    assert loaded.settings == Settings()
    assert loaded.problems


def test_a_changed_file_is_read_anew(tmp_path):
    path = tmp_path / "chatbot.yaml"
    path.write_text("theme: dark\n")
    assert load_settings(path, NAMES).settings.theme == "dark"
    assert load_settings(path, NAMES).settings.theme == "dark"
    path.write_text("theme: light\n")
    assert load_settings(path, NAMES).settings.theme == "light"
