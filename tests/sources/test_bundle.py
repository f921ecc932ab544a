"""The files of a dialog or knowledge base: what their hash covers, and keeping them with an interview."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.errors import ChatbotError, UsageError
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import SourceError
from chatbot.sources.shipped import dialog_bundle, dialog_names, knowledge_bundle
from chatbot.sources.text import MAX_BYTES
from tests.authored import DIALOG, KNOWLEDGE, write_knowledge

TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)
BUNDLES = st.builds(
    Bundle,
    st.sampled_from(["dialog", "knowledge"]),
    st.dictionaries(TEXTS, TEXTS, max_size=3).map(lambda files: tuple(files.items())),
)


@given(BUNDLES)
def test_a_bundle_comes_back_from_json_as_it_was(bundle: Bundle) -> None:
    again = Bundle.from_json(bundle.to_json())
    assert again == bundle
    assert again.hash == bundle.hash


@given(BUNDLES, BUNDLES)
def test_bundles_have_the_same_hash_only_with_the_same_contents(one: Bundle, other: Bundle) -> None:
    same = (one.kind, dict(one.files)) == (other.kind, dict(other.files))
    assert (one.hash == other.hash) == same


def test_the_hash_tells_where_a_name_ends_and_a_text_begins() -> None:
    assert Bundle("dialog", (("a", "bc"),)).hash != Bundle("dialog", (("ab", "c"),)).hash


def test_the_hash_is_sixty_four_hexadecimal_digits_and_does_not_depend_on_the_folder() -> None:
    one, other = (Bundle("dialog", (("a", "b"),), folder) for folder in ("here", "there"))
    assert one.hash == other.hash
    assert len(one.hash) == 64
    assert int(one.hash, 16) >= 0


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind": "recipe", "files": []}', b"\xff", '{"kind":'])
def test_contents_that_are_damaged_give_an_error_that_says_so(text: str | bytes) -> None:
    with pytest.raises(ChatbotError):
        Bundle.from_json(text)


def test_the_shipped_dialogs_are_found_by_name() -> None:
    assert {"quick", "readiness"} <= set(dialog_names())
    assert "ledger" not in dialog_names()
    for name in dialog_names():
        assert [file for file, _ in dialog_bundle(name).files] == [f"{name}.yaml"]


def test_a_dialog_can_be_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(DIALOG, encoding="utf-8")
    bundle = dialog_bundle(str(path))
    assert bundle.files == (("tiny.yaml", DIALOG),)
    assert bundle.path_of("tiny.yaml") == path.as_posix()


def test_line_ends_of_another_system_do_not_change_the_hash(tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_bytes(DIALOG.encode())
    before = dialog_bundle(str(path)).hash
    path.write_bytes(DIALOG.replace("\n", "\r\n").encode())
    assert dialog_bundle(str(path)).hash == before


@pytest.mark.parametrize("name", ["readines", "", "../readiness", "x\0y", "a" * 5000, "."])
def test_an_unknown_dialog_is_a_wrong_use_that_lists_what_there_is(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        dialog_bundle(name)
    assert "readiness" in str(caught.value)


def test_a_knowledge_base_of_ones_own_is_read_from_its_folder(tmp_path: Path) -> None:
    bundle = knowledge_bundle(write_knowledge(tmp_path))
    assert dict(bundle.files) == KNOWLEDGE
    with pytest.raises(UsageError):
        knowledge_bundle(tmp_path / "missing")


def test_files_that_are_no_text_are_refused_all_at_once(tmp_path: Path) -> None:
    write_knowledge(tmp_path)
    (tmp_path / "rules.yaml").write_bytes(b"a: \xff")
    (tmp_path / "warnings.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    (tmp_path / "lenses" / "folder.yaml").mkdir()
    with pytest.raises(SourceError) as caught:
        knowledge_bundle(tmp_path)
    assert {problem.code for problem in caught.value.problems} == {
        Code.UNREADABLE,
        Code.NOT_UTF8,
        Code.TOO_LARGE,
    }
