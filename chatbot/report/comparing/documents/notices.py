"""What a reader has to know before reading a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.data import Caution, Interviewed, ProgressReport
from chatbot.report.comparing.documents.telling import told_apart
from chatbot.report.comparing.portfolio import SideBySideReport
from chatbot.report.content.contents import Progress
from chatbot.report.content.times import moment
from chatbot.report.document.building import text
from chatbot.report.document.nodes import Text
from chatbot.report.theme.texts import Texts


def progress_notices(progress: ProgressReport, texts: Texts) -> tuple[Text, ...]:
    """Of two interviews."""
    says = {
        Caution.OTHER_TITLE: _other_title,
        Caution.OTHER_AMBITION: _other_ambition,
        Caution.SWAPPED: _order(Caution.SWAPPED),
        Caution.REVERSED: _order(Caution.REVERSED),
        Caution.OTHER_DIALOG: _other_dialog,
        Caution.OTHER_LIMIT: _other_limit,
        Caution.OTHER_RULES: _other_rules,
        Caution.RULES_DO_NOT_FIT: lambda one, texts: iter([texts("progress.caution.rules_do_not_fit")]),
        Caution.CONTRADICTORY: _contradictory,
        Caution.UNFINISHED: _unfinished,
        Caution.SET_ASIDE: _set_aside,
    }
    found = [said for caution in progress.cautions for said in says[caution](progress, texts)]
    return tuple(text(said) for said in found)


def _other_title(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    before, after = progress.before, progress.after
    command = f"chatbot report {before.interview} {after.interview}"
    yield texts(
        "progress.caution.other_title", before=_named(before.name), after=_named(after.name), command=command
    )


def _other_ambition(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    unknown = texts("side_by_side.not_known")
    before, after = progress.before.ambition or unknown, progress.after.ambition or unknown
    yield texts("progress.caution.other_ambition", before=before, after=after)


def _order(caution: Caution) -> Callable[[ProgressReport, Texts], Iterator[str]]:
    def said(progress: ProgressReport, texts: Texts) -> Iterator[str]:
        before, after = (f"{one.interview}, {moment(one.last)}" for one in (progress.before, progress.after))
        yield texts.named("progress.caution", caution, before=before, after=after)

    return said


def _other_dialog(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    before, after = progress.before.dialog, progress.after.dialog
    id = "progress.caution.other_version" if before.id == after.id else "progress.caution.other_dialog"
    yield texts(id, before=_named(before.title), after=_named(after.title))


def _other_limit(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    if progress.limit:
        limit = progress.limit
        before = _named(limit.before_says) if limit.before else limit.before_says
        after = _named(limit.after_says) if limit.after else limit.after_says
        yield texts("progress.caution.other_limit", before=before, after=after)


def _other_rules(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    said, count = texts("progress.caution.other_rules"), len(progress.rules.differences)
    if count:
        yield f"{said} {texts.counted('progress.caution.other_rules.differences', count)}"
    else:
        yield f"{said} {texts('progress.caution.other_rules.same')}"


def _contradictory(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    for one, which in _both(progress):
        if one.contradiction:
            yield texts("progress.caution.contradictory", which=which, says=one.contradiction)


def _unfinished(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    for one, which in _both(progress):
        if one.progress is Progress.UNFINISHED and one.waiting:
            yield texts.counted("progress.caution.unfinished", one.waiting, which=which)
        elif one.progress is Progress.UNFINISHED:
            yield texts("progress.caution.unfinished_open", which=which)


def _set_aside(progress: ProgressReport, texts: Texts) -> Iterator[str]:
    for one, which in _both(progress):
        if one.set_aside:
            yield texts.counted("progress.caution.set_aside", len(one.set_aside), which=which)


def _both(progress: ProgressReport) -> Iterator[tuple[Interviewed, str]]:
    """Each of the two interviews, with what tells it from the other."""
    before, after = progress.before, progress.after
    yield before, told_apart(before, after)
    yield after, told_apart(after, before)


def side_by_side_notices(several: SideBySideReport, texts: Texts) -> tuple[Text, ...]:
    """Of several initiatives."""
    says = dict(_of_several(several, texts))
    return tuple(text(says[caution]) for caution in several.cautions if caution in says)


def _of_several(several: SideBySideReport, texts: Texts) -> Iterator[tuple[Caution, str]]:
    every = several.initiatives
    interviewed = [one.interviewed for one in every]
    command = "chatbot report NEW --since OLD"
    yield Caution.SAME_TITLE, texts("side_by_side.caution.same_title", command=command)
    dialogs = enumerated(list(dict.fromkeys(_dialog(one, interviewed) for one in interviewed)))
    yield Caution.OTHER_DIALOG, texts("side_by_side.caution.other_dialog", dialogs=dialogs)
    yield Caution.OTHER_LIMIT, texts("side_by_side.caution.other_limit", limits=_limits(several, texts))
    yield Caution.OTHER_RULES, texts("side_by_side.caution.other_rules")
    misfits = [one.label for one in every if not one.judged and not one.interviewed.contradiction]
    yield (
        Caution.RULES_DO_NOT_FIT,
        texts("side_by_side.caution.rules_do_not_fit", which=enumerated(misfits)),
    )
    contrary = [one.label for one in every if one.interviewed.contradiction]
    yield Caution.CONTRADICTORY, texts("side_by_side.caution.contradictory", which=enumerated(contrary))
    open_still = [one.label for one in every if one.interviewed.progress is Progress.UNFINISHED]
    yield Caution.UNFINISHED, texts("side_by_side.caution.unfinished", which=enumerated(open_still))
    aside = [f"{one.label} ({len(one.interviewed.set_aside)})" for one in every if one.interviewed.set_aside]
    yield Caution.SET_ASIDE, texts("side_by_side.caution.set_aside", which=enumerated(aside))


def _limits(several: SideBySideReport, texts: Texts) -> str:
    """What each dialog that sets a limit may conclude at best."""
    said = {
        texts("side_by_side.caution.limit", dialog=one.interviewed.dialog.title, limit=one.limit)
        for one in several.initiatives
        if one.limit
    }
    return enumerated(sorted(said))


def _dialog(one: Interviewed, every: list[Interviewed]) -> str:
    """Its title, with the beginning of its hash where there are several versions of it."""
    versions = {other.dialog.hash for other in every if other.dialog.id == one.dialog.id}
    return f"{one.dialog.title} ({one.dialog.hash[:8]})" if len(versions) > 1 else one.dialog.title


def _named(words: str) -> str:
    return f'"{words}"'
