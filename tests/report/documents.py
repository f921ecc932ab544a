"""Documents to write: one with everything in it, and random ones with text that nobody would wish for."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from chatbot.report.document.nodes import (
    Block,
    Callout,
    Column,
    Document,
    Figure,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Text,
    Tone,
    Turn,
    line,
)
from chatbot.report.document.signs import on_one_line, signs

HOSTILE: Final = (
    "<script>alert(1)</script><b>&amp;</b> ]]> -->",
    "# not a heading * not _emphasis_ `no code` [no](link) ![no](picture) | no | table |",
    '#import "x.typ": * #set page(width: 1pt) $no$ @nobody <label> \\ // /* ~ ```',
    '=HYPERLINK("http://127.0.0.1") +1 -1 @SUM(A1)',
    "{{ content }} {% raw %} { FIELD } \\* MERGEFORMAT",
    '{ INCLUDETEXT "/etc/passwd" }',
    "\x1b[31mred\x1b[0m \x00 \x07 \x9b \x7f",
    "abc \u202e txt.exe \u2066 hidden \u2069 \ufeff \ufffe \ud800",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 English 123",
    "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft" * 4,
    "\u4e2d\u6587 \u65e5\u672c\u8a9e \ud55c\uad6d\uc5b4 \u0939\u093f\u0928\u094d\u0926\u0940 "
    "\U00010380 \U0001f600 \U0001d518 \U000e0041 e\u0301\u0302\u0303",
    "  two  spaces \t and a tab  ",
    "javascript:alert(1) file:///etc/passwd https://example.org/?a=b&c=d user@example.org",
    "1. not a list\n- nor this\n\n\n> nor a quote\n    nor code\n=====\n---",
)
"""What a person might type who means no good, or whose language is not ours."""

_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80" viewBox="0 0 320 80" role="img">'
    "<title>Two bars</title><desc>The first is twice as long as the second.</desc>"
    '<rect x="10" y="10" width="200" height="24" fill="#1d4e89"/>'
    '<rect x="10" y="44" width="100" height="24" fill="#cbd2d9"/>'
    '<text x="220" y="28" font-family="Noto Sans" font-size="14" fill="#1f2933">first</text></svg>'
)
_TIMES: Final = "2026-05-04T09:30:00+02:00"


def figure(id: str = "bars") -> Figure:
    """A picture that says as much in words."""
    alt = "The first bar is twice as long as the second."
    return Figure(id=id, svg=_SVG, width=320, height=80, caption="Two bars", alt=alt)


def everything() -> Document:
    """A document in which every kind of part occurs."""
    cells = ((line("First"), (Run("ready", tone=Tone.GOOD),), ()), (line("Second"), line("open"), ()))
    table = Table(
        caption="What has to be done",
        columns=(Column(title="What", share=3), Column(title="Now"), Column(title="Owner", to_fill_in=True)),
        rows=cells,
    )
    warning = Callout(
        title=(Run("Nobody owns it", strong=True), Run(" stop", tone=Tone.STOP)),
        tone=Tone.STOP,
        blocks=(
            Paragraph(line("When it fails, nobody acts.")),
            Quote(words="we will see\n\n  later", to="Who owns it?", by="Anna, 09:30"),
            Items(
                items=((Paragraph(line("Name somebody.")),), (Paragraph(line("Tell them.")),)), numbered=True
            ),
        ),
    )
    nested = Items(
        items=(
            (Paragraph(line("One")), Items(items=((Paragraph(line("Inside")),),))),
            (Paragraph(line("Two")),),
        )
    )
    first = Section(
        id="first_page",
        title="In short",
        own_page=True,
        blocks=(Paragraph(line("Work on this now."), Tone.LEAD), figure(), nested, table),
    )
    talk = (
        Turn(words="Who owns it?", question=True),
        Turn(words="we will see", person=True, marks=("09:30", "Anna", "changed later"), withdrawn=True),
        Turn(words="Thank you."),
    )
    rest = Section(
        id="rest",
        title="The rest",
        own_page=True,
        blocks=(
            Paragraph(line("A remark."), Tone.MUTED),
            Pairs((("Interview", line("k3x7")), ("Events", ()))),
        ),
        sections=(
            Section(id="warnings", title="All warnings", blocks=(warning,)),
            Section(id="transcript", title="Transcript", blocks=talk),
        ),
    )
    return Document(
        title="ChangeLink: advice from an interview",
        lead=(("Aim", "Dependency management"), ("Sector", "Manufacturing")),
        about=(Quote(words="It lists what a change affects.", by="Anna"),),
        notices=(line("This interview is not finished."),),
        sections=(first, rest),
        author="Anna",
        at=_TIMES,
        footer="ChangeLink",
    )


def typed() -> st.SearchStrategy[str]:
    """Whatever somebody can type, in several lines, as it stands in a document."""
    return st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)).map(signs)


def phrase() -> st.SearchStrategy[str]:
    """The same on one line and never empty."""
    return (
        st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)).map(on_one_line).map(lambda one: one or "x")
    )


def text() -> st.SearchStrategy[Text]:
    """A line of runs in several looks."""
    run = st.builds(Run, phrase(), st.booleans(), st.booleans(), st.sampled_from(Tone))
    return st.lists(run, min_size=1, max_size=3).map(tuple)


def _table() -> st.SearchStrategy[Table]:
    def of(width: int) -> st.SearchStrategy[Table]:
        row = st.lists(text(), min_size=width, max_size=width).map(tuple)
        column = st.builds(Column, title=phrase(), share=st.integers(1, 5), to_fill_in=st.just(False))
        return st.builds(
            Table,
            caption=phrase(),
            columns=st.lists(column, min_size=width, max_size=width).map(tuple),
            rows=st.lists(row, max_size=3).map(tuple),
            row_headers=st.booleans(),
        )

    return st.integers(1, 4).flatmap(of)


def _simple() -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Paragraph, text(), st.sampled_from(Tone)),
        st.builds(Quote, words=typed(), to=phrase(), by=phrase(), chosen=st.booleans()),
        st.builds(
            Turn,
            words=typed(),
            person=st.booleans(),
            question=st.booleans(),
            marks=st.lists(phrase(), max_size=2).map(tuple),
            withdrawn=st.booleans(),
        ),
        _table(),
        st.builds(Pairs, st.lists(st.tuples(phrase(), text()), min_size=1, max_size=3).map(tuple)),
    )


def _items(inside: st.SearchStrategy[Block]) -> st.SearchStrategy[Items]:
    item = st.tuples(st.builds(Paragraph, text())).flatmap(
        lambda first: st.lists(inside, max_size=2).map(lambda more: (*first, *more))
    )
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(Items, items=items, numbered=st.booleans(), start=st.integers(1, 20))


def blocks() -> st.SearchStrategy[Block]:
    """A block, with others inside it where it can have some."""
    callout = st.builds(
        Callout, title=text(), tone=st.sampled_from(Tone), blocks=st.lists(_simple(), max_size=2).map(tuple)
    )
    return st.one_of(_simple(), _items(_simple()), callout)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A whole document; the ids of its sections are unique."""
    names = iter(range(1000))

    def section(depth: int) -> Section:
        inner = draw(st.integers(0, 2)) if depth < 2 else 0
        return Section(
            id=f"section_{next(names)}",
            title=draw(phrase()),
            own_page=draw(st.booleans()),
            blocks=tuple(draw(st.lists(blocks(), max_size=3))),
            sections=tuple(section(depth + 1) for _ in range(inner)),
        )

    return Document(
        title=draw(phrase()),
        lead=tuple(draw(st.lists(st.tuples(phrase(), phrase()), max_size=2))),
        about=tuple(draw(st.lists(st.builds(Quote, words=typed(), by=phrase()), max_size=1))),
        notices=tuple(draw(st.lists(text(), max_size=2))),
        sections=tuple(section(0) for _ in range(draw(st.integers(1, 2)))),
        author=draw(phrase()),
        at=_TIMES,
        footer=draw(phrase()),
    )
