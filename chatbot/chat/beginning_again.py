"""Beginning again: a new interview of the same dialog; the old one stays as it is."""

from __future__ import annotations

from chatbot.interview.events import Started
from chatbot.interview.interview import Interview
from chatbot.interview.store import Store
from chatbot.sources.bundle import Bundle


def begin_again(store: Store, interview: Interview) -> Interview:
    """A new interview with the dialog and the framework that `interview` is held with.

    Those that it has pinned, as the files that they were read from may be gone or others by now.

    Raises:
        StoreError: it cannot be stored.
    """
    started = next(event.what for event in interview.state.events if isinstance(event.what, Started))
    dialog = Bundle.from_json(store.pinned(started.dialog_hash))
    knowledge = Bundle.from_json(store.pinned(started.framework_hash))
    return Interview.begin(store, dialog, knowledge, who=interview.who)
