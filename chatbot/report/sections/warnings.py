"""Every warning: why it counts, what it rests on, what to do about it and where it comes from."""

from __future__ import annotations

from chatbot.report.content.judged import RaisedText
from chatbot.report.content.quoting import quotes
from chatbot.report.document.building import paragraph, quote, run
from chatbot.report.document.nodes import Callout, Run, Section, Tone
from chatbot.report.sections import tones
from chatbot.report.sections.setting import Setting


def warnings(setting: Setting) -> Section | None:
    """All warnings, the gravest first; that there is none is said too."""
    judged = setting.content.judged
    if judged is None:
        return None
    if not judged.warnings:
        blocks = (paragraph(setting.texts("warnings.none")),)
        return Section(id="warnings", title=setting.title("warnings"), blocks=blocks)
    return Section(
        id="warnings",
        title=setting.title("warnings"),
        blocks=(
            paragraph(setting.texts("warnings.legend")),
            *(_warning(setting, number, one) for number, one in enumerate(judged.warnings, start=1)),
        ),
    )


def grade(setting: Setting, warning: RaisedText) -> Run:
    """How grave a warning is and whether it is certain, as a mark of a word or two."""
    says = setting.texts.named("severity", warning.severity)
    if warning.certainty == "possible":
        says = setting.texts("warnings.possibly", severity=says)
    return run(says, tone=tones.SEVERITY.get(warning.severity, Tone.PLAIN))


def _warning(setting: Setting, number: int, warning: RaisedText) -> Callout:
    texts = setting.texts
    cause = warning.cause
    if warning.certainty == "possible":
        cause = texts("warnings.if_so", cause=cause)
    title = run(texts("warnings.numbered", number=number, title=warning.title), strong=True)
    return Callout(
        title=texts.runs("warnings.title", title=(title,), grade=(grade(setting, warning),)),
        tone=tones.SEVERITY.get(warning.severity, Tone.PLAIN),
        blocks=(
            paragraph(cause),
            paragraph(run(texts("warnings.rests_on"), strong=True), warning.says),
            *(quote(said.words, to=said.ask, chosen=not said.verbatim) for said in quotes(warning.because)),
            paragraph(run(texts("warnings.what_to_do"), strong=True), warning.action),
            paragraph(texts("warnings.source", source=warning.source), tone=Tone.MUTED),
        ),
    )
