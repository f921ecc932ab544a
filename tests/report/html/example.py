"""A whole report as somebody would get it, written down by hand after the worked example."""

from __future__ import annotations

from typing import Final

from chatbot.report.document.nodes import (
    Callout,
    Column,
    Document,
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
from tests.report.html.drawing import ladder

_LAYERS: Final = (
    ("Business case", "ready", Tone.GOOD, "1 of 1"),
    ("Data foundation", "developing", Tone.WATCH, "2 of 4"),
    ("Governance", "ready", Tone.GOOD, "4 of 4"),
    ("Integration", "developing", Tone.WATCH, "0 of 1"),
    ("Operating model", "at risk", Tone.CAUTION, "4 of 5"),
)
_SIGNALS: Final = (
    "A named owner for every data source",
    "Access rules for the data",
    "A fixed rhythm of updates",
)
_EXPLICIT: Final = (
    ("Value model", "open", Tone.OPEN, "Whether it is within reach depends on answers that are open."),
    ("Readiness layers", "missing", Tone.STOP, "At least one layer is at risk, whatever turns out."),
    ("Control requirements", "open", Tone.OPEN, "Some controls are in place only in part."),
    ("Operating owner", "explicit", Tone.GOOD, "A named person owns the initiative."),
)
_WARNINGS: Final = (
    ("The ambition skips a step", "stop, possible", Tone.STOP),
    ("A temporary group is in charge", "caution", Tone.CAUTION),
    ("Success is judged by applause", "watch", Tone.WATCH),
    ("Whether reviewers share a standard", "open", Tone.OPEN),
    ("A named person owns it", "settled", Tone.GOOD),
)
_STEPS: Final = (
    ("A map of what depends on what", "Map one type of item with everything that refers to it."),
    ("Improvement in the owner's hands", "Open one channel for errors, and have the owner decide."),
    ("A temporary task force in charge", "Set the date on which a permanent team takes over."),
    ("Stable interfaces or handovers", "List every system in the workflow, with its interface."),
)
_AIM: Final = (
    "When a component changes, the quality engineer gets a list of every work instruction and test plan "
    "that has to follow, with a draft for each, in an hour. Today that takes four days, and we miss some."
)
_HANDOVER: Final = "document control should take it over in January, they have not said yes so far"
_TALK: Final = (
    ("What do you call the AI initiative that we are going to talk about?", "ChangeLink"),
    ("In a sentence or two, what will be different once ChangeLink works?", _AIM),
    ("Which sector does ChangeLink belong to?", "manufacturing, hydraulic valves"),
    ("Who will use ChangeLink directly?", "only quality and production engineers"),
    (
        "How does a result of ChangeLink get to the place where it is used?",
        "in plant one through the interface:\n  https://documents.example.org/api/v2/work-instructions?plant=1"
        "&format=structured&include=attachments\nin plant two somebody uploads the file",
    ),
    ("When the present project or budget for ChangeLink ends, who carries it on?", _HANDOVER),
    ("מי מאשר שינוי?", "אנחנו, together with document control"),
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
        sections=(_in_short(), _layers(), _warnings(), _steps(), _side_by_side(), _talk(), _provenance()),
        author="participant",
        at="2026-05-04T09:45:00+02:00",
        footer="ChangeLink: advice from an interview, 4 May 2026",
    )


def _said(*parts: str | Run) -> Text:
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def _badge(text: str, tone: Tone) -> Text:
    return (Run(text, tone=tone),)


def _in_short() -> Section:
    lead = (
        "Work on expert capability now; on dependency management as soon as you have confirmed that "
        "reviewers share a written standard for the evidence behind an AI-assisted result."
    )
    rows = tuple((line(what), _badge(is_it, tone), line(found)) for what, is_it, tone, found in _EXPLICIT)
    explicit = Table(
        caption="The four things that have to be explicit",
        columns=(
            Column(title="What", share=3),
            Column(title="Is it?", share=2),
            Column(title="Why", share=6),
        ),
        rows=rows,
    )
    first_two = tuple(
        (Paragraph((Run(title, strong=True), Run(" "), *_badge(level, tone), Run(". If so, settle it."))),)
        for title, level, tone in _WARNINGS[:2]
    )
    commit = _said(Run("Commit on conditions.", strong=True), " Release resources as they are met.")
    return Section(
        id="first_page",
        title="In short",
        own_page=True,
        blocks=(Paragraph(line(lead), Tone.LEAD), Paragraph(line("It comes next.")), ladder()),
        sections=(
            Section(
                id="commitment",
                title="Should resources be committed now?",
                blocks=(Paragraph(commit), explicit),
            ),
            Section(
                id="first_warnings",
                title="What to be warned about",
                blocks=(Items(items=first_two, numbered=True),),
            ),
        ),
    )


def _layers() -> Section:
    table = Table(
        caption="Readiness by layer",
        columns=(Column(title="Layer", share=3), Column(title="Standing", share=2), Column(title="Settled")),
        rows=tuple(
            (line(name), _badge(is_it, tone), line(settled)) for name, is_it, tone, settled in _LAYERS
        ),
    )
    signals = tuple((Paragraph(_said(signal, ": ", Run("settled", strong=True))),) for signal in _SIGNALS)
    purpose = Paragraph(line("What it is worth, and who looks after it."), Tone.MUTED)
    inside = tuple(
        Section(id=f"layer_{place}", title=f"{name}: {is_it}", blocks=(purpose, Items(items=signals)))
        for place, (name, is_it, *_) in enumerate(_LAYERS)
    )
    return Section(id="layers", title="Readiness by layer", own_page=True, blocks=(table,), sections=inside)


def _warnings() -> Section:
    inside = (
        Paragraph(line("When the group is dissolved, nobody is left who knows the risks.")),
        Quote(
            words=_HANDOVER, to="When the present budget ends, who carries it on?", by="participant, 09:39"
        ),
        Quote(words="A permanent team is meant to, and has not agreed yet", chosen=True),
        Paragraph(_said(Run("What to do:", strong=True), " Extend the mandate until a successor is named.")),
        Paragraph(line("Source: Adoption readiness signals: Operating model, warning sign"), Tone.MUTED),
    )
    cards = tuple(
        Callout(title=(Run(title), Run(" "), *_badge(level, tone)), tone=tone, blocks=inside)
        for title, level, tone in _WARNINGS
    )
    levels = Paragraph(
        line("Stop: do not go on before this is settled. Caution: settle it before you commit.")
    )
    return Section(id="warnings", title="All warnings", own_page=True, blocks=(levels, *cards))


def _steps() -> Section:
    table = Table(
        caption="All next steps, with room for owner and date",
        columns=(
            Column(title=""),
            Column(title="About", share=5),
            Column(title="Owner", share=3, to_fill_in=True),
            Column(title="By", share=2, to_fill_in=True),
        ),
        rows=tuple((line(str(number)), line(about), (), ()) for number, (about, _) in enumerate(_STEPS, 1)),
    )
    needed = Items(items=((Paragraph(line("Needed before you commit: control requirements.")),),))
    steps = tuple(
        (Paragraph(_said(Run(f"{about}.", strong=True), f" {todo}")), needed) for about, todo in _STEPS
    )
    return Section(id="next_steps", title="All next steps", blocks=(table, Items(items=steps, numbered=True)))


def _side_by_side() -> Section:
    names = ("ChangeLink", "Bid desk", "Shift copilot", "Supplier claims", "Field notes", "Test benches")
    table = Table(
        caption="Readiness of six initiatives, side by side",
        columns=(Column(title="Layer"), *(Column(title=name) for name in names)),
        rows=tuple((line(name), *(_badge(is_it, tone),) * len(names)) for name, is_it, tone, _ in _LAYERS),
    )
    return Section(id="side_by_side", title="Side by side", blocks=(table,))


def _talk() -> Section:
    turns = [Turn(words="I ask about one AI initiative of yours. It takes about 15 minutes.")]
    for place, (question, answer) in enumerate(_TALK):
        changed = place == 3
        marks = (f"09:3{place}", f"understood as: {answer[:20]}", *(("changed later",) if changed else ()))
        turns += [
            Turn(words=question, question=True),
            Turn(words=answer, person=True, marks=marks, withdrawn=changed),
            Turn(words="I have written that down in your words."),
        ]
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
    blocks = (Pairs(tuple((name, line(value)) for name, value in pairs)),)
    return Section(id="provenance", title="Where this report comes from", blocks=blocks)
