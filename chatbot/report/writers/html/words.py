"""The few words that a page has of its own; a theme may say others under the same ids."""

from __future__ import annotations

from typing import Final

from chatbot.report.theme.theme import Theme

WORDS: Final = {
    "html.skip": "Skip to the report",
    "contents": "Contents",
    "html.back": "Back to the top",
    "html.in_words": "In words",
    "html.chosen": "Chosen from the list:",
    "html.person": "Answer:",
    "html.bot": "Chatbot:",
    "html.question": "Question:",
    "html.page": "Page",
}
"""By id: what a reader presses, sees or hears beside the document itself."""


def words_of(theme: Theme) -> dict[str, str]:
    """The words of a page by id, without the `html.` that says whose they are."""
    return {id.removeprefix("html."): theme.texts.get(id, ours) for id, ours in WORDS.items()}
