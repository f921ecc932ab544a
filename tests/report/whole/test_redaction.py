"""What was redacted is nowhere in a report: not in its text, its properties, its pictures or its parts."""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Iterator
from html import unescape
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.facts import Level
from chatbot.interview.interview import Interview
from chatbot.report.formats import Format
from chatbot.report.making import Made, Wish, make_report
from chatbot.report.redaction.named import Kind, Named
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.report.pdf.reading import opened, pages_of
from tests.report.whole.lives import source
from tests.report.whole.reading import FOR_PEOPLE, as_rows, as_text

GIVEN = (
    Named(name="Xaveria", kind=Kind.PERSON, role="the patron of it all"),
    Named(name="Qoppa", kind=Kind.ORGANISATION),
)
SAID = (
    "Dr. Zsofia Vrabcova signs it, our head of quality, Bartlomiej Wzgorz, does not.",
    "Qwixel Valves GmbH runs it; Vrabcova agrees, and WZGORZ as well.",
    "Write to zofka.wzgorz@qwixel.example or ask Xaveria; QOPPA knows, and so does xaveria's team.",
    "Our CFO Wendeline Kwisthout is at +49 8761 5550199 or @zofka_w, https://kwisthout.example/team?id=7761.",
    "Yvaine Ptolomeu, Head of Claims, has DE89370400440532013000, and the Qwixel people pay.",
    '<b>Xaveria</b> | [Qoppa](x) *Vrabcova* `Wzgorz` =Qoppa {Xaveria} #Qoppa "Vrabcova"',
)
SECRET = (
    "zsofia",
    "vrabcova",
    "bartlomiej",
    "wzgorz",
    "qwixel",
    "zofka",
    "xaveria",
    "qoppa",
    "ingeborg",
    "tzschoppe",
    "kwisthout",
    "wendeline",
    "5550199",
    "zofka_w",
    "yvaine",
    "ptolomeu",
    "370400440532",
)
KINDS = [(form, audience) for form in FOR_PEOPLE for audience in Audience]
KINDS += [(form, Audience.RECORD) for form in (Format.JSON, Format.CSV)]


@pytest.fixture(scope="module")
def named(begin: Begin) -> Interview:
    """An interview in which people are named wherever somebody can say something."""
    interview = begin()
    interview.who = "Ingeborg Tzschoppe"
    words = iter(SAID * 100)
    route = interview.held.manager.route
    while interview.state.stage in route.question:
        question = route.question[QuestionId(interview.state.stage)]
        if question.kind is QuestionKind.TEXT:
            answer = Answer(text=next(words))
        elif question.kind is QuestionKind.CHOICE:
            answer = Answer(option=question.options[0].id)
        else:
            levels = {
                item.fact: Level.NOT_APPLICABLE if _may_not_apply(interview, item.fact) else Level.ABSENT
                for item in question.items
            }
            reasons = {fact: next(words) for fact, level in levels.items() if level is Level.NOT_APPLICABLE}
            answer = Answer(levels=levels, reasons=reasons)
        interview.note(next(words), question.id)
        interview.evidence(next(words), question.id)
        interview.answer(question.id, answer, next(words), next(words))
        if question.kind is QuestionKind.TEXT:
            interview.answer(question.id, answer, next(words), next(words))
        interview.note(next(words), None)
        interview.undo()
    for tension in interview.held.framework.tensions:
        interview.explain(tension.id, next(words), None, declined=False)
    return interview


def _may_not_apply(interview: Interview, fact: str) -> bool:
    signals = [one for model in interview.held.framework.models for one in model.gate.signals]
    return any(one.id == fact and one.may_not_apply for one in signals)


def made(interview: Interview, form: Format, audience: Audience = Audience.RECORD) -> Made:
    wish = Wish(form=form, audience=audience, redact=True, names=GIVEN, stem="advice")
    return make_report(source(interview), wish, our_theme())


def layers(form: Format, data: bytes) -> Iterator[str]:
    """A file as everything that somebody could take it for: its bytes, its parts, its text."""
    for raw in (data, *_parts(form, data)):
        for decoded in (raw.decode("utf-8", "ignore"), raw.decode("utf-16-be", "ignore")):
            yield decoded
            yield unescape(decoded)
            yield re.sub(r"<[^>]*>|\\", "", decoded)


def _parts(form: Format, data: bytes) -> Iterator[bytes]:
    if form is Format.WORD:
        with ZipFile(io.BytesIO(data)) as package:
            yield package.comment
            for one in package.infolist():
                yield one.filename.encode() + one.comment + one.extra
                yield package.read(one)
    elif form is Format.PDF:
        yield from (
            part for found in re.finditer(rb"stream\r?\n", data) if (part := _inflated(data[found.end() :]))
        )
        reader = opened(data)
        yield "".join(pages_of(data, with_artifacts=True)).encode()
        yield " ".join(page.extract_text() for page in reader.pages).encode()
        yield str(reader.metadata).encode()
        yield str(reader.outline).encode()
        yield reader.xmp_metadata.stream.get_data() if reader.xmp_metadata else b""
        yield str([one.get_object() for one in _objects(reader)]).encode()


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def _objects(reader: PdfReader) -> Iterator[object]:
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        if found is not None:
            yield found


@pytest.mark.parametrize(("form", "audience"), KINDS)
def test_no_name_is_in_any_part_of_any_format(named: Interview, form: Format, audience: Audience) -> None:
    written = made(named, form, audience).written
    files = [written.data, *(one.ending.encode() + b"\n" + one.data for one in written.companions)]
    found = {
        name
        for file in files
        for layer in layers(form if file is written.data else Format.MARKDOWN, file)
        for name in SECRET
        if name in layer.casefold()
    }
    assert found == set()


def test_the_names_would_be_found_if_they_were_there(named: Interview) -> None:
    for form in Format:
        wish = Wish(form=form)
        data = make_report(source(named), wish, our_theme()).written.data
        text = "".join(layers(form, data)).casefold()
        assert [name for name in SECRET if name not in text] == []


@pytest.mark.parametrize(("form", "audience"), [one for one in KINDS if one[0] in FOR_PEOPLE])
def test_the_report_says_how_many_names_gave_way_to_which_roles(
    named: Interview, form: Format, audience: Audience
) -> None:
    done = made(named, form, audience)
    text = as_text(form, done.written.data)
    assert f"{len(done.replaced)}" in text
    says = our_theme().texts["notice.redacted.many"].partition("}. ")[2]
    wanted, text = ("".join(one.split()) for one in (says, text))
    assert wanted in text


def test_so_do_those_for_programs(named: Interview) -> None:
    done = made(named, Format.JSON)
    found = json.loads(done.written.data)
    assert found["redacted"] == [one.by for one in done.replaced]
    assert (found["redaction"]["replaced"], found["redaction"]["given"]) == (len(done.replaced), len(GIVEN))
    roles = {f"[{one.by}]" for one in done.replaced if one.times}
    cells = "\n".join(cell for row in as_rows(made(named, Format.CSV).written.data) for cell in row.values())
    assert [role for role in roles if role not in cells] == []


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.JSON])
def test_a_name_that_never_occurs_is_not_said_to_have_been_replaced(begin: Begin, form: Format) -> None:
    interview = begin()
    interview.note("nobody", None)
    text = made(interview, form).written.data.decode()
    assert "the patron" not in text
    if form is Format.MARKDOWN:
        assert our_theme().texts["notice.redacted.none"][:40] in " ".join(text.split())


def test_every_row_of_a_table_says_whether_names_gave_way(named: Interview) -> None:
    plain = make_report(source(named), Wish(form=Format.CSV), our_theme()).written.data
    for data, said in ((made(named, Format.CSV).written.data, "yes"), (plain, "no")):
        assert {row["redacted"] for row in as_rows(data)} == {said}


@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML])
def test_the_report_says_that_names_that_were_given_are_left_out_of_its_command(
    named: Interview, form: Format
) -> None:
    says = our_theme().texts["again.given.many"].partition("} ")[2]
    text = "".join(as_text(form, made(named, form).written.data).split())
    assert "".join(says.split()) in text
    wish = Wish(form=form, redact=True)
    without = as_text(form, make_report(source(named), wish, our_theme()).written.data)
    assert "".join(says.split()) not in "".join(without.split())
