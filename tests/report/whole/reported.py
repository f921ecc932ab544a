"""Makes the report of the worked example in every format in a process of its own, and says what came out."""

from __future__ import annotations

import hashlib

from chatbot.interview.events import InterviewId
from chatbot.report.formats import Format
from chatbot.report.making import Source, Wish, make_report
from chatbot.report.redaction.named import Kind, Named
from chatbot.report.sample import replay_sample, sample_names
from chatbot.report.theme.ours import our_theme


def digests() -> dict[str, str]:
    """The digest of each file by its format, with and without names."""
    found = {}
    _, interview = replay_sample(sample_names()[0])
    source = Source(interview=InterviewId("k3x7"), events=interview.state.events, held=interview.held)
    names = tuple(Named(name=one, kind=Kind.PERSON) for one in ("Anna", "Legal", "Finance"))
    for form in Format:
        for redact in (False, True):
            wish = Wish(form=form, redact=redact, names=names if redact else (), stem="advice")
            written = make_report(source, wish, our_theme()).written
            digest = hashlib.sha256(written.data)
            for one in written.companions:
                digest.update(one.ending.encode() + one.data)
            found[f"{form} {redact}"] = digest.hexdigest()
    return found


if __name__ == "__main__":
    for name, digest in digests().items():
        print(name, digest)
