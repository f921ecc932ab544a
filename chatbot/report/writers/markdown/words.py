"""The few words that Markdown has of its own; a theme may say others under the same ids."""

from __future__ import annotations

from typing import Final

from chatbot.report.theme.theme import Theme

WORDS: Final = {
    "markdown.chosen": "chosen from the list",
    "markdown.withdrawn": "no longer counts",
}
"""By id: what a look says elsewhere."""


def words_of(theme: Theme) -> dict[str, str]:
    """The words by id, in those of the theme where it has any."""
    return {id: theme.texts.get(id, ours) for id, ours in WORDS.items()}
