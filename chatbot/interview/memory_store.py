"""A store that keeps nothing: interviews live as long as the program, for samples and for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatbot.interview.ended import is_finished
from chatbot.interview.events import Event, EventId, InterviewId
from chatbot.interview.joining import check_contains
from chatbot.interview.store import (
    Record,
    Summary,
    choose,
    newest_first,
    summarise,
    to_event,
    to_record,
)
from chatbot.interview.store_errors import (
    Conflict,
    DamagedStore,
    EventElsewhere,
    NoSuchInterview,
    NotPinned,
)

_PLACE = "memory"


class MemoryStore:
    """A `Store` in memory; each verb does and raises what `Store` says, durability apart."""

    def __init__(self) -> None:
        self._logs: dict[InterviewId, list[Record]] = {}
        self._holds: dict[EventId, InterviewId] = {}
        """By an event, the interview that it belongs to."""
        self._contents: dict[str, str] = {}
        self._uses: dict[InterviewId, set[str]] = {}

    def create(self, interview: InterviewId, started: Event, pins: Mapping[str, str]) -> None:
        """See `Store`."""
        self.extend(interview, [to_record(started)], pins)

    def append(self, interview: InterviewId, event: Event) -> None:
        """See `Store`."""
        record = to_record(event)
        log = self._log(interview)
        if record not in log[record.seq - 1 : record.seq]:
            self._add(interview, [record])

    def extend(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        """See `Store`."""
        if records:
            self._add(interview, records)
        self._log(interview)
        for hash, content in pins.items():
            self._contents.setdefault(hash, content)
            self._uses.setdefault(interview, set()).add(hash)

    def rearrange(self, interview: InterviewId, records: Sequence[Record], pins: Mapping[str, str]) -> None:
        """See `Store`."""
        ours = self._log(interview)
        check_contains(interview, ours, records)
        self._logs[interview] = []
        self._holds = {event: holder for event, holder in self._holds.items() if holder != interview}
        try:
            self.extend(interview, records, pins)
        except EventElsewhere:
            self._logs[interview] = ours
            self._holds |= {record.id: interview for record in ours}
            raise

    def records(self, interview: InterviewId) -> list[Record]:
        """See `Store`."""
        return list(self._log(interview))

    def events(self, interview: InterviewId) -> list[Event]:
        """See `Store`."""
        events: list[Event] = []
        for record in self._log(interview):
            try:
                events.append(to_event(record))
            except ValueError as error:
                readable = self._log(interview)[: len(events)]
                raise DamagedStore(_PLACE, f"event {record.seq} of {interview}", records=readable) from error
        return events

    def later_events(self, interview: InterviewId, after: int) -> list[Event]:
        """See `Store`."""
        events = self.events(interview)
        if len(events) < after:
            raise NoSuchInterview(interview, _PLACE)
        return events[after:]

    def interviews(self) -> list[Summary]:
        """See `Store`."""
        return newest_first(
            summarise(
                interview,
                started=log[0].at,
                body=log[0].body,
                updated=log[-1].at,
                events=len(log),
                finished=_is_finished(log),
            )
            for interview, log in self._logs.items()
        )

    def resolve(self, prefix: str) -> InterviewId:
        """See `Store`."""
        return choose(prefix, self._logs)

    def pin(self, interview: InterviewId, hash: str, content: str) -> None:
        """See `Store`."""
        self.extend(interview, (), {hash: content})

    def pinned(self, hash: str) -> str:
        """See `Store`."""
        if hash not in self._contents:
            raise NotPinned(hash)
        return self._contents[hash]

    def pins(self, interview: InterviewId) -> dict[str, str]:
        """See `Store`."""
        return {hash: self._contents[hash] for hash in sorted(self._uses.get(interview, ()))}

    def delete(self, interview: InterviewId) -> None:
        """See `Store`; memory is not overwritten."""
        for record in self._log(interview):
            del self._holds[record.id]
        del self._logs[interview]
        self._uses.pop(interview, None)
        used = set[str]().union(*self._uses.values())
        self._contents = {hash: content for hash, content in self._contents.items() if hash in used}

    def close(self) -> None:
        """See `Store`."""

    def _log(self, interview: InterviewId) -> list[Record]:
        if interview not in self._logs:
            raise NoSuchInterview(interview)
        return self._logs[interview]

    def _add(self, interview: InterviewId, records: Sequence[Record]) -> None:
        log = self._logs.get(interview, [])
        if records[0].seq != len(log) + 1:
            raise Conflict(interview, records[0].seq)
        for record in records:
            other = self._holds.get(record.id)
            if other == interview:
                raise Conflict(interview, record.seq)
            if other is not None:
                raise EventElsewhere(record.id, other)
        self._holds |= {record.id: interview for record in records}
        self._logs.setdefault(interview, log).extend(records)


def _is_finished(log: Sequence[Record]) -> bool:
    events: dict[str, tuple[str, bytes]] = {one.id: (one.kind, one.body) for one in log}
    return is_finished(((one.kind, one.body) for one in reversed(log)), events.get)
