"""A whole report as somebody would get it, written down by hand after the worked example."""

from __future__ import annotations

from typing import Final

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
    Text,
    Tone,
    Turn,
    line,
)
from chatbot.report.theme.theme import Colours

_COLOURS: Final = Colours()
_LAYERS: Final = (
    ("Business case", "ready", Tone.GOOD, "1 of 1", "does not happen"),
    ("Data foundation", "developing", Tone.WATCH, "2 of 4", "does not happen"),
    ("Governance", "ready", Tone.GOOD, "4 of 4", "does not happen"),
    ("Integration", "developing", Tone.WATCH, "0 of 1", "does not happen"),
    ("Operating model", "at risk", Tone.CAUTION, "4 of 5", "happens"),
)
_MODELS: Final = (
    ("Workforce empowerment", "within reach", "met", Tone.GOOD, ""),
    ("AI-native distribution", "does not apply", "does not apply", Tone.MUTED, ""),
    ("Expert capability", "within reach", "open", Tone.OPEN, "work on it now"),
    ("Dependency management", "within reach once more is known", "met in part", Tone.WATCH, "the ambition"),
    ("Process re-engineering", "out of reach for now", "open", Tone.OPEN, ""),
)
_STEPS: Final = (
    (
        "A map of what depends on what",
        "partly settled",
        "Map one type of item, such as procedures, with everything that refers to it.",
    ),
    (
        "Improvement in the owner's hands",
        "partly settled",
        "Open one channel for errors and suggestions, and have the owner decide on each entry.",
    ),
    (
        "A temporary task force in charge",
        "happens",
        "Set the date on which a permanent team takes over, and sign a handover list.",
    ),
    (
        "Stable interfaces or defined handovers",
        "partly settled",
        "List every system in the workflow, and settle a supported interface for each.",
    ),
)
_AIM: Final = (
    "When a component changes, the quality engineer gets a list of every work instruction and test plan that "
    "has to follow, with a draft for each, within the hour. Today that takes four days, and we still miss some."
)
_HANDOVER: Final = "document control should take it over in January, they have not said yes so far"
_TALK: Final = (
    ("What do you call the AI initiative that we are going to talk about?", "ChangeLink", "09:30"),
    ("In a sentence or two, what will be different once ChangeLink works?", _AIM, "09:31"),
    ("Which sector does ChangeLink belong to?", "manufacturing, hydraulic valves", "09:31"),
    ("Who will use ChangeLink directly?", "only quality and production engineers", "09:32"),
    (
        "How does a result of ChangeLink get to the place where it is used?",
        "in plant one through the interface:\n  https://documents.example.org/api/v2/work-instructions?plant=1"
        "&format=structured&include=attachments\nin plant two somebody uploads the file",
        "09:37",
    ),
    ("When the present project or budget for ChangeLink ends, who carries it on?", _HANDOVER, "09:39"),
    ("מי מאשר שינוי?", "אנחנו, together with document control", "09:40"),
)


def example() -> Document:
    """A report for the record, with every section that one has."""
    return Document(
        title="ChangeLink: advice from an interview",
        lead=(
            ("Aim", "Dependency management"),
            ("Sector", "Manufacturing"),
            ("Interview", "AI value model readiness, 4 May 2026"),
        ),
        about=(Quote(words=_AIM, by="participant, 4 May 2026"),),
        notices=(line("Names of people and organisations were replaced by roles in this copy."),),
        sections=(
            _in_short(),
            _layers(),
            Section(id="ladder", title="The ladder of value models", blocks=(_ladder(),)),
            _warnings(),
            _steps(),
            _side_by_side(),
            _notes(),
            _transcript(),
            _provenance(),
        ),
        author="participant",
        at="2026-05-04T09:45:00+02:00",
        footer="ChangeLink: advice from an interview, 4 May 2026",
    )


def drawing() -> Figure:
    """The ladder as a picture: shapes with classes and colours, an id that is used, and text."""
    c = _COLOURS
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="250" viewBox="0 0 720 250" role="img">',
        '<title>The ladder of value models</title><desc id="said">Expert capability is where to work now.</desc>',
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">',
        f'<path class="line" d="M0 6 6 0" stroke="{c.line}" stroke-width="1.5"/></pattern></defs>',
    ]
    for place, (name, reach, *_) in enumerate(_MODELS):
        x, y = 10 + place * 140, 190 - place * 42
        look, colour = ("accent", c.accent) if place == 2 else ("surface", c.surface)
        on, text = ("ground", c.ground) if place == 2 else ("ink", c.ink)
        fill = "url(#hatch)" if place == 1 else colour
        parts.append(
            f'<rect class="{look}" x="{x}" y="{y}" width="136" height="50" rx="4" fill="{fill}" stroke="{c.line}"/>'
            f'<text class="{on}" x="{x + 8}" y="{y + 21}" font-size="11" font-weight="700" fill="{text}">{name}</text>'
            f'<text class="{on}" x="{x + 8}" y="{y + 38}" font-size="10" fill="{text}">{reach[:24]}</text>'
        )
    return Figure(
        id="ladder",
        svg="".join([*parts, "</svg>"]),
        width=720,
        height=250,
        caption="The five value models, and which to work on now",
        alt="Five steps. Workforce empowerment is within reach, distribution does not apply, expert capability is "
        "where to work now, dependency management is the ambition, and process re-engineering is out of reach.",
    )


def _badge(text: str, tone: Tone) -> Run:
    return Run(text, tone=tone)


def _said(*parts: str | Run) -> Text:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def _in_short() -> Section:
    explicit = (
        ("Value model", "open", Tone.OPEN, "Whether it is within reach depends on answers that are open."),
        ("Readiness layers", "missing", Tone.STOP, "At least one layer is at risk, whatever turns out."),
        ("Control requirements", "open", Tone.OPEN, "Some controls are in place only in part."),
        ("Operating owner", "explicit", Tone.GOOD, "A named person owns the initiative."),
    )
    return Section(
        id="first_page",
        title="In short",
        own_page=True,
        blocks=(
            Paragraph(
                line(
                    "Work on expert capability now; on dependency management as soon as you have confirmed that "
                    "reviewers share a written standard for the evidence behind an AI-assisted result."
                ),
                Tone.LEAD,
            ),
            Paragraph(line("What workforce empowerment had to leave behind is in place.")),
            drawing(),
        ),
        sections=(
            Section(
                id="commitment",
                title="Should resources be committed now?",
                blocks=(
                    Paragraph(
                        _said(
                            Run("Commit on conditions.", strong=True),
                            " Release resources as the conditions below are met, in the order given.",
                        )
                    ),
                    Table(
                        caption="The four things that have to be explicit",
                        columns=(
                            Column(title="What", share=3),
                            Column(title="Is it?", share=2),
                            Column(title="What was found", share=6),
                        ),
                        rows=tuple(
                            (line(what), (_badge(state, tone),), line(found))
                            for what, state, tone, found in explicit
                        ),
                    ),
                ),
            ),
            Section(
                id="first_warnings",
                title="What to be warned about",
                blocks=(
                    Items(
                        numbered=True,
                        items=(
                            (
                                Paragraph(
                                    _said(
                                        Run("A temporary group is in charge", strong=True),
                                        " ",
                                        _badge("caution", Tone.CAUTION),
                                        ". When it is dissolved, nobody is left who knows the risks.",
                                    )
                                ),
                            ),
                            (
                                Paragraph(
                                    _said(
                                        Run("The ambition skips a step", strong=True),
                                        " ",
                                        _badge("possible stop", Tone.STOP),
                                        ". AI will produce more than the organisation can check.",
                                    )
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def _layers() -> Section:
    columns = (
        Column(title="Layer", share=3),
        Column(title="Standing", share=2),
        Column(title="Settled"),
        Column(title="Warning sign", share=2),
    )
    rows = tuple(
        (line(name), (_badge(standing, tone),), line(settled), line(sign))
        for name, standing, tone, settled, sign in _LAYERS
    )
    inside = tuple(
        Section(
            id=f"layer_{place}",
            title=f"{name}: {standing}",
            blocks=(
                Paragraph(line("What it is worth, and who looks after it."), Tone.MUTED),
                Items(
                    items=tuple(
                        (Paragraph(_said(item, ": ", Run("settled", strong=True))),) for item in _ITEMS
                    )
                ),
            ),
        )
        for place, (name, standing, *_) in enumerate(_LAYERS)
    )
    table = Table(caption="Readiness by layer", columns=columns, rows=rows)
    return Section(id="layers", title="Readiness by layer", own_page=True, blocks=(table,), sections=inside)


_ITEMS: Final = (
    "A named owner for every data source",
    "Access rules for the data",
    "A fixed rhythm of updates",
)


def _ladder() -> Table:
    return Table(
        caption="Each value model leaves something behind before the next is within reach",
        columns=(
            Column(title=""),
            Column(title="Value model", share=4),
            Column(title="Within reach?", share=4),
            Column(title="Gate", share=3),
            Column(title="This report", share=3),
        ),
        rows=tuple(
            (line(str(place)), line(name), line(reach), (_badge(gate, tone),), line(role))
            for place, (name, reach, gate, tone, role) in enumerate(_MODELS, 1)
        ),
    )


def _warnings() -> Section:
    def one(title: str, level: str, tone: Tone) -> Callout:
        return Callout(
            title=_said(Run(title, strong=True), " ", _badge(level, tone)),
            tone=tone,
            blocks=(
                Paragraph(line("When the group is dissolved, nobody is left who knows the risks.")),
                Quote(
                    words=_HANDOVER,
                    to="When the present budget ends, who carries it on?",
                    by="participant, 09:39",
                ),
                Quote(words="A permanent team is meant to, and has not agreed yet", chosen=True),
                Paragraph(
                    _said(Run("What to do:", strong=True), " Extend the mandate until a successor is named.")
                ),
                Paragraph(
                    line("Source: Adoption readiness signals: Operating model, warning sign"), Tone.MUTED
                ),
            ),
        )

    return Section(
        id="warnings",
        title="All warnings",
        own_page=True,
        blocks=(
            Paragraph(
                line("Stop: do not go on before this is settled. Caution: settle it before you commit.")
            ),
            one("The ambition skips a step", "stop, possible", Tone.STOP),
            one("A temporary group is in charge", "caution", Tone.CAUTION),
            one("Success is judged by applause", "watch", Tone.WATCH),
            one("Whether reviewers share a standard", "open", Tone.OPEN),
            one("A named person owns it", "settled", Tone.GOOD),
        ),
    )


def _steps() -> Section:
    table = Table(
        caption="All next steps, with room for owner and date",
        columns=(
            Column(title=""),
            Column(title="About", share=5),
            Column(title="Now", share=3),
            Column(title="Owner", share=3, to_fill_in=True),
            Column(title="By", share=2, to_fill_in=True),
        ),
        rows=tuple(
            (line(str(n)), line(about), line(now), (), ()) for n, (about, now, _) in enumerate(_STEPS, 1)
        ),
    )
    steps = Items(
        numbered=True,
        items=tuple(
            (
                Paragraph(_said(Run(f"{about}.", strong=True), f" {todo}")),
                Items(items=((Paragraph(line("Needed before you commit: control requirements.")),),)),
            )
            for about, _, todo in _STEPS
        ),
    )
    return Section(id="next_steps", title="All next steps", blocks=(table, steps))


def _side_by_side() -> Section:
    names = ("ChangeLink", "Bid desk", "Shift copilot", "Supplier claims", "Field notes", "Test benches")
    table = Table(
        caption="Readiness of six initiatives, side by side",
        columns=(Column(title="Layer"), *(Column(title=name) for name in names)),
        rows=tuple(
            (line(layer), *((_badge(standing, tone),) for _ in names))
            for layer, standing, tone, *_ in _LAYERS
        ),
    )
    return Section(id="side_by_side", title="Side by side", blocks=(table,))


def _notes() -> Section:
    note = Quote(
        words="Plant two still keeps some instructions on paper at the machine.",
        to="Is there anything about ChangeLink that I should have asked?",
        by="participant, 4 May 2026, 09:44 (UTC+02:00)",
    )
    return Section(id="notes", title="Notes", blocks=(note, note))


def _transcript() -> Section:
    turns = [Turn(words="I ask about one AI initiative of yours. It takes about 15 minutes.")]
    for place, (question, answer, time) in enumerate(_TALK):
        changed = place == 3
        turns += (
            Turn(words=question, question=True),
            Turn(
                words=answer,
                person=True,
                marks=(
                    time,
                    "understood as: " + answer[:20],
                    *(("changed later at 09:50",) if changed else ()),
                ),
                withdrawn=changed,
            ),
            Turn(words="I have written that down in your words."),
        )
    topics = (
        Section(id="talk_initiative", title="The initiative", blocks=tuple(turns)),
        Section(id="talk_data", title="Data foundation", blocks=tuple(turns[4:16])),
    )
    return Section(id="transcript", title="Transcript", own_page=True, sections=topics)


def _provenance() -> Section:
    pairs = (
        ("Interview", "manufacturing"),
        ("Last change", "4 May 2026, 09:45 (UTC+02:00)"),
        ("Dialog, SHA-256", "5b8b32ae84cc85a2572531509c165e829832bb1d84c16b90c04bee37df99f2de"),
        ("Program", "chatbot 0.1.0"),
    )
    return Section(
        id="provenance",
        title="Where this report comes from",
        blocks=(Pairs(tuple((name, line(value)) for name, value in pairs)),),
    )
