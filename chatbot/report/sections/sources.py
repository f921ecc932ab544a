"""What a report rests on: our readings of the framework, what it is not, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.report.content.contents import Provenance
from chatbot.report.content.times import moment
from chatbot.report.document.building import items, paragraph, text
from chatbot.report.document.nodes import Block, Pairs, Section, Text
from chatbot.report.document.signs import on_one_line
from chatbot.report.sections.setting import Setting


def readings(setting: Setting) -> Section:
    """Where the framework's page leaves something open, and how we read it."""
    framing, texts = setting.content.framing, setting.texts
    blocks: list[Block] = [paragraph(framing.origin)]
    if framing.readings:
        blocks.append(paragraph(texts("readings.intro")))
        # What each is about stands apart, so that one can be looked up.
        each = ((on_one_line(one.subject), text(one.statement, one.reading)) for one in framing.readings)
        blocks.append(Pairs(tuple(each)))
    return Section(id="readings", title=setting.title("readings"), blocks=tuple(blocks))


def boundary(setting: Setting) -> Section:
    """What the advice is not."""
    limits = [paragraph(limit) for limit in setting.content.framing.boundary]
    return Section(id="boundary", title=setting.title("boundary"), blocks=(items(limits),))


def provenance(setting: Setting) -> Section:
    """Versions, hashes and times, and how to make the report again."""
    origin, texts = setting.content.provenance, setting.texts
    pairs = [
        *_when_and_who(setting, origin),
        (
            texts("provenance.dialog"),
            text(texts("provenance.named", title=origin.dialog.title, id=origin.dialog.id)),
        ),
        (texts("provenance.dialog_hash"), text(origin.dialog.hash)),
        (
            texts("provenance.framework"),
            text(texts("provenance.named", title=origin.framework.title, id=origin.framework.id)),
        ),
        (texts("provenance.framework_hash"), text(origin.framework.hash)),
        (texts("provenance.program"), text(texts("provenance.chatbot", version=origin.program))),
        (texts("provenance.version"), text(texts.named("audience", setting.audience))),
        *_again(setting),
        *(
            (texts("provenance.unrecognised"), text(texts("provenance.of_kind", kind=kind, count=count)))
            for kind, count in origin.unrecognised
        ),
    ]
    blocks = (Pairs(tuple(pairs)), paragraph(texts("provenance.same")))
    return Section(id="provenance", title=setting.title("provenance"), blocks=blocks)


def provenance_in_short(setting: Setting) -> Section:
    """Which interview, when and with whom, and how to have the whole record of it."""
    origin, texts = setting.content.provenance, setting.texts
    pairs = [
        *_when_and_who(setting, origin),
        (texts("provenance.dialog"), text(origin.dialog.title)),
        (texts("provenance.framework"), text(origin.framework.title)),
        (texts("provenance.version"), text(texts.named("audience", setting.audience))),
        *_again(setting),
    ]
    return Section(
        id="provenance_in_short", title=setting.title("provenance_in_short"), blocks=(Pairs(tuple(pairs)),)
    )


def _again(setting: Setting) -> Iterator[tuple[str, Text]]:
    """How to make the report again, and what is not said of that."""
    texts, given = setting.texts, setting.content.given
    yield texts("provenance.again"), text(setting.content.provenance.again)
    if given:
        yield texts("again.left_out"), text(texts.counted("again.given", given))


def _when_and_who(setting: Setting, origin: Provenance) -> Iterator[tuple[str, Text]]:
    texts = setting.texts
    yield texts("provenance.interview"), text(origin.interview)
    yield texts("provenance.begun"), text(moment(origin.first))
    yield texts("provenance.last"), text(moment(origin.last))
    yield texts("provenance.events"), text(str(origin.events))
    yield texts("provenance.participants"), text(", ".join(origin.participants))
