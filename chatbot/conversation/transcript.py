"""The transcript: everything that was said in an interview, in order, from its events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chatbot.conversation.narrator import Narrator
from chatbot.conversation.utterances import Kind, Utterance
from chatbot.interview.events import Answered, Event, Uttered
from chatbot.interview.held import Held
from chatbot.interview.state import State


def transcript(held: Held, events: Iterable[Event], narrator: Narrator) -> Iterator[Utterance]:
    """Tell an interview again; the narrator ends up where the interview stands."""
    state = State(held.manager)
    said: set[str] = set()
    for event in events:
        state.fold(event)
        told = narrator.tell(event, state)
        if isinstance(event.what, Answered) and event.what.typed and event.what.words in said:
            # A yes to a question back: what was answered by it stands above, as it did then.
            told = tuple(one for one in told if one.kind is not Kind.ANSWER)
        yield from told
        if isinstance(event.what, Uttered):
            said.add(event.what.words)
        else:
            said.clear()
