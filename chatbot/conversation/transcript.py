"""The transcript: everything that was said in an interview, in order, from its events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.conversation.narrator import Narrator
from chatbot.conversation.utterances import Utterance
from chatbot.interview.events import Event
from chatbot.interview.held import Held
from chatbot.interview.state import State


def transcript(held: Held, events: Iterable[Event], narrator: Narrator) -> Iterator[Utterance]:
    """Tell an interview again; the narrator ends up where the interview stands."""
    state = State(held.manager)
    for event in events:
        state.fold(event)
        yield from narrator.tell(event, state)
