"""The SQL of the store that recurs: adding events and reading them in their order."""

from __future__ import annotations

from typing import Final

# One statement, so that SQLite commits it by itself. It adds nothing where the event before is missing:
# neither a gap, nor words to an interview that somebody else has deleted.
APPEND: Final = (
    "INSERT INTO event SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"
    " WHERE EXISTS (SELECT 1 FROM event WHERE interview = ?1 AND seq = ?2 - 1)"
)
INSERT: Final = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)"
RECORDS: Final = "SELECT seq, id, at, who, kind, body FROM event WHERE interview = ? ORDER BY seq"
RECORD: Final = "SELECT seq, id, at, who, kind, body FROM event WHERE interview = ? AND seq = ?"
LATER: Final = "SELECT seq, id, at, who, kind, body FROM event WHERE interview = ? AND seq >= ? ORDER BY seq"
LAST: Final = "SELECT max(seq) FROM event WHERE interview = ?"
LIST: Final = (
    "SELECT a.interview, a.at, a.body, z.seq, z.at FROM event AS a JOIN event AS z"
    " ON z.interview = a.interview AND z.seq = (SELECT max(seq) FROM event WHERE interview = a.interview)"
    " WHERE a.seq = 1"
)
TAIL: Final = (
    "SELECT kind, CASE kind WHEN 'withdrawn' THEN body END FROM event WHERE interview = ? ORDER BY seq DESC"
)
KIND: Final = "SELECT kind, body FROM event WHERE interview = ? AND id = ?"
