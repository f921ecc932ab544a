"""Names of keys, as people write them and as they are shown."""

from __future__ import annotations

import pytest

from chatbot.settings.key_names import KeyNameError, key_named, shown


@pytest.mark.parametrize(
    ("written", "named", "as_shown"),
    [
        ("f5", "f5", "F5"),
        ("Ctrl+G", "ctrl+g", "Ctrl+G"),
        ("control + g", "ctrl+g", "Ctrl+G"),
        ("shift+ctrl+up", "ctrl+shift+up", "Ctrl+Shift+↑"),
        ("PgUp", "pageup", "PgUp"),
        ("esc", "escape", "Esc"),
        ("Alt+/", "alt+slash", "Alt+/"),
        ("alt+slash", "alt+slash", "Alt+/"),
    ],
)
def test_a_key_is_named_in_one_way(written, named, as_shown):
    assert key_named(written) == named
    assert shown(named) == as_shown
    assert key_named(as_shown.replace("↑", "up")) == named


@pytest.mark.parametrize(
    "written", ["", "+", "a", "7", "shift+b", "ctrl", "ctrl+", "hyper+a", "f25", "ctrl+ä", "tab+a"]
)
def test_what_is_no_key_or_only_types_is_refused(written):
    with pytest.raises(KeyNameError):
        key_named(written)
