"""A report as large and as varied as one that is handed on, in the words of nobody's interview."""

from __future__ import annotations

from typing import Final

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
    Tone,
    Turn,
    line,
)

_RUNGS: Final = ("Assistants", "Channels", "Specialists", "Dependencies", "Operations")
_LAYERS: Final = (
    ("Business case", Tone.GOOD, "ready", "1 of 1"),
    ("Data foundation", Tone.WATCH, "developing", "2 of 4"),
    ("Governance", Tone.GOOD, "ready", "4 of 4"),
    ("Integration", Tone.OPEN, "developing or ready", "0 of 1"),
    ("Operating model", Tone.CAUTION, "at risk", "4 of 5"),
)
_SAID: Final = (
    "document control should take it over in January, they have not said yes so far",
    "Most of it is in the engineering database.\n\n  - drawings\n  - test plans\t(since 2021)",
    "no",
    "\u05d4\u05de\u05e1\u05de\u05db\u05d9\u05dd \u05e0\u05de\u05e6\u05d0\u05d9\u05dd "
    "\u05d1\u05de\u05e2\u05e8\u05db\u05ea PDM \u05de\u05d0\u05d6 2021, "
    "\u05dc\u05d0 \u05d1\u05e0\u05d9\u05d9\u05e8.",
    "They do check something, but whether that is written down I don't know. Somebody would have to ask the "
    "people in both plants, and the answer may well be different in each of them, as it usually is.",
)
_ASKED: Final = (
    "When the present project or budget ends, who carries it on?",
    "Where is what the initiative needs to know kept today?",
    "Has anybody said in writing who may approve a result?",
    "What does a specialist have to see before accepting a result made by AI?",
)
AT: Final = "2026-05-04T09:44:00+02:00"


def ladder(id: str = "ladder") -> Figure:
    """Steps that rise from left to right."""
    steps = "".join(
        f'<rect x="{8 + 126 * at}" y="{190 - 34 * at}" width="118" height="{40 + 34 * at}" rx="3"'
        f' fill="{"#1d4e89" if at == 2 else "#f3f6f9"}" stroke="#52606d"/>'
        f'<text x="{67 + 126 * at}" y="{212 - 34 * at}" text-anchor="middle" font-family="Noto Sans"'
        f' font-size="13" fill="{"#ffffff" if at == 2 else "#1f2933"}">{name}</text>'
        for at, name in enumerate(_RUNGS)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240" role="img">'
        f"<title>The ladder</title><desc>Five steps.</desc>{steps}</svg>"
    )
    alt = "Five steps from left to right; the third, specialists, is to be worked on now."
    return Figure(id=id, svg=svg, width=640, height=240, caption="The ladder, and where you are", alt=alt)


def report(turns: int = 60, pictures: int = 3) -> Document:
    """A whole report.

    Args:
        turns: messages in the conversation at its end.
        pictures: how many there are.
    """
    drawn = [ladder(f"ladder_{at}") for at in range(pictures)]
    return Document(
        title="ChangeLink: advice from an interview",
        lead=(
            ("Aim", "Dependency management"),
            ("Sector", "Manufacturing"),
            ("Interview", "AI value model readiness, 4 May 2026"),
        ),
        about=(
            Quote(words="When a part changes, the engineer gets a list of what has to follow.", by="Anna"),
        ),
        notices=(line("People and organisations were replaced by roles in this copy."),),
        sections=(
            _first(drawn[:1]),
            _layers(drawn[1:]),
            _warnings(),
            _steps(),
            Section(id="transcript", title="Transcript", own_page=True, blocks=_talk(turns)),
            _provenance(),
        ),
        author="Anna, Ben",
        at=AT,
        footer="ChangeLink, 4 May 2026",
    )


def _first(drawn: list[Figure]) -> Section:
    explicit = Table(
        caption="What has to be explicit before resources are committed",
        columns=(Column(title="What", share=2), Column(title="Is it?"), Column(title="Found", share=4)),
        rows=(
            (line("Value model"), (Run("open", tone=Tone.OPEN),), line("It depends on answers still open.")),
            (line("Readiness"), (Run("missing", tone=Tone.STOP),), line("At least one layer is at risk.")),
            (line("Controls"), (Run("open", tone=Tone.OPEN),), line("Some are in place only in part.")),
            (line("Owner"), (Run("explicit", tone=Tone.GOOD),), line("A named person owns it.")),
        ),
    )
    steps = ("Map one type of item.", "Open one channel for errors.", "Set the date of the handover.")
    return Section(
        id="first_page",
        title="The advice",
        own_page=True,
        blocks=(
            Paragraph(line("Work on expert capability now; on dependency management next."), Tone.LEAD),
            *drawn,
            Paragraph((Run("Commit on conditions: ", strong=True), Run("release resources step by step."))),
            explicit,
            Items(items=tuple((Paragraph(line(step)),) for step in steps), numbered=True),
            Paragraph(line("All five are under \N{LEFT DOUBLE QUOTATION MARK}Next steps”."), Tone.MUTED),
        ),
    )


def _layers(drawn: list[Figure]) -> Section:
    signals = Items(
        items=(
            (Paragraph((Run("A named owner: "), Run("settled", tone=Tone.GOOD))),),
            (
                Paragraph((Run("Access rules: "), Run("partly settled", tone=Tone.CAUTION))),
                Paragraph(line("What would settle it, in this order:")),
                Items(
                    items=((Paragraph(line("Write them down.")),), (Paragraph(line("Have them approved.")),)),
                    numbered=True,
                ),
                Quote(words="some of it, I think", to="Who may read the data?", by="Ben, 09:41", chosen=True),
            ),
            (Paragraph((Run("Checks of quality: "), Run("not known", tone=Tone.OPEN))),),
        )
    )
    standing = Table(
        caption="Readiness by layer",
        columns=(Column(title="Layer", share=3), Column(title="Standing", share=2), Column(title="Settled")),
        rows=tuple((line(name), (Run(said, tone=tone),), line(many)) for name, tone, said, many in _LAYERS),
    )
    inner = tuple(
        Section(
            id=f"layer_{at}",
            title=f"{name}: {said}",
            blocks=(Paragraph(line("What it relies on, and who looks after it.")), signals),
        )
        for at, (name, _, said, _) in enumerate(_LAYERS)
    )
    return Section(
        id="layers", title="Readiness by layer", own_page=True, blocks=(*drawn, standing), sections=inner
    )


def _warnings() -> Section:
    def warning(at: int, tone: Tone, title: str) -> Section:
        blocks: tuple[Block, ...] = (
            Paragraph(line("When the group is dissolved, nobody is left who may spend money on repairs.")),
            Quote(words=_SAID[at % len(_SAID)], to=_ASKED[at % len(_ASKED)], by="Anna, 09:38"),
            Paragraph(
                (Run("What to do: ", strong=True), Run("Extend the mandate until a successor is named."))
            ),
            Paragraph(line("Source: Adoption readiness signals"), Tone.MUTED),
        )
        title_runs = (Run(f"{title} "), Run(tone, tone=tone))
        return Section(
            id=f"warning_{at}",
            title=f"{at + 1}. {title}",
            blocks=(Callout(title=title_runs, tone=tone, blocks=blocks),),
        )

    tones = (Tone.STOP, Tone.CAUTION, Tone.WATCH, Tone.OPEN)
    inner = tuple(warning(at, tone, "A temporary group is in charge") for at, tone in enumerate(tones))
    return Section(
        id="warnings", title="All warnings", blocks=(Paragraph(line("Stop comes first.")),), sections=inner
    )


def _steps() -> Section:
    rows = tuple(
        (line(str(at + 1)), line(f"Step {at + 1}: settle it"), line("partly settled"), (), ())
        for at in range(14)
    )
    columns = (
        Column(title=""),
        Column(title="About", share=6),
        Column(title="Now", share=3),
        Column(title="Owner", share=3, to_fill_in=True),
        Column(title="By", share=2, to_fill_in=True),
    )
    return Section(
        id="steps",
        title="All next steps",
        blocks=(Table(caption="Next steps, with room for owner and date", columns=columns, rows=rows),),
    )


def _talk(turns: int) -> tuple[Turn, ...]:
    talk: list[Turn] = [Turn(words="I ask about one AI initiative of yours. You can stop at any time.")]
    while len(talk) < turns:
        at = len(talk) // 2
        talk.append(Turn(words=_ASKED[at % len(_ASKED)], question=True))
        marks = (f"09:{at % 60:02}", "Anna", *(("changed later",) if at % 7 == 3 else ()))
        talk.append(Turn(words=_SAID[at % len(_SAID)], person=True, marks=marks, withdrawn=at % 7 == 3))
    return tuple(talk[:turns])


def _provenance() -> Section:
    pairs = (
        ("Interview", line("k3x7")),
        ("Knowledge", line("9f2b6c0d" * 8)),
        ("To make it again", line("chatbot report k3x7 -o advice.docx")),
    )
    return Section(id="provenance", title="Where this report comes from", blocks=(Pairs(pairs),))
