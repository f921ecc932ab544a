"""A short document with every kind of part, to try a theme on before anybody waits for a report."""

from __future__ import annotations

from chatbot.report.document.nodes import (
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
    Tone,
    Turn,
    line,
)

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="20" viewBox="0 0 120 20">'
    "<title>One bar</title><desc>It is full.</desc>"
    '<rect x="0" y="4" width="120" height="12" fill="#1d4e89"/></svg>'
)


def example() -> Document:
    """The document; it is the same every time."""
    tones = tuple((line(tone.value), (Run(tone.value, tone=tone),), ()) for tone in Tone)
    columns = (Column(title="Tone"), Column(title="Looks"), Column(title="By", to_fill_in=True))
    steps = Items(
        items=((Paragraph(line("A step.")), Items(items=((Paragraph(line("A part of it.")),),))),),
        numbered=True,
    )
    ticks = Items(items=((Paragraph(line("An answer.")),),), ticks=True)
    warning = Callout(
        title=(Run("A warning", strong=True), Run(" "), Run("caution", tone=Tone.CAUTION)),
        tone=Tone.CAUTION,
        blocks=(
            Paragraph(line("Why it was raised.")),
            Quote(words="as it was said", to="A question?", by="Anna, 09:30", chosen=True),
        ),
    )
    inside = Section(
        id="inside",
        title="A section inside",
        blocks=(
            Turn(words="A question?", question=True),
            Turn(
                words="as it was said", person=True, marks=("09:30", "Anna", "changed later"), withdrawn=True
            ),
            Turn(words="Thank you."),
        ),
    )
    section = Section(
        id="example",
        title="A section",
        own_page=True,
        blocks=(
            Paragraph(line("The conclusion."), Tone.LEAD),
            Paragraph((Run("Some "), Run("words", strong=True), Run(" in "), Run("looks", emphasis=True))),
            Figure(id="bar", svg=_SVG, width=120, height=20, caption="One bar", alt="The bar is full."),
            Table(caption="Every tone", columns=columns, rows=tones),
            Pairs((("Name", line("value")), ("Nothing", ()))),
            steps,
            ticks,
            warning,
        ),
        sections=(inside,),
    )
    return Document(
        title="An example",
        lead=(("Aim", "to try a theme"),),
        about=(Quote(words="What it is about.", by="Anna"),),
        notices=(line("This is an example."),),
        sections=(section,),
        author="Anna",
        at="2026-05-04T09:30:00+02:00",
        footer="An example",
    )
