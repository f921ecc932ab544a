"""Why a comparison has to be read with care: what may not be the same, and what is not final."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from chatbot.facts import AMBITION
from chatbot.report.comparing.compared import Seen, at_last
from chatbot.report.comparing.data import Caution
from chatbot.report.content.contents import Progress


def cautions_about_two(before: Seen, after: Seen, *, swapped: bool) -> tuple[Caution, ...]:
    """Of two interviews about what should be one initiative; the gravest first."""
    titles = [_same(one.one.content.initiative.title) for one in (before, after)]
    first, last = at_last(before.one), at_last(after.one)
    provenances = [one.one.content.provenance for one in (before, after)]
    found = {
        Caution.OTHER_TITLE: all(titles) and titles[0] != titles[1],
        Caution.OTHER_AMBITION: before.stated.get(AMBITION) != after.stated.get(AMBITION),
        Caution.SWAPPED: swapped,
        Caution.REVERSED: first is not None and last is not None and last < first,
        Caution.OTHER_DIALOG: provenances[0].dialog.hash != provenances[1].dialog.hash,
        Caution.OTHER_LIMIT: before.at_most != after.at_most,
    }
    return tuple(caution for caution, holds in found.items() if holds) + _about_each([before, after])


def cautions_about_several(seen: Sequence[Seen]) -> tuple[Caution, ...]:
    """Of several initiatives side by side."""
    titles = Counter(_same(one.one.content.initiative.title) for one in seen)
    found = {
        Caution.SAME_TITLE: any(count > 1 for title, count in titles.items() if title),
        Caution.OTHER_DIALOG: len({one.one.content.provenance.dialog.hash for one in seen}) > 1,
        Caution.OTHER_LIMIT: len({one.at_most for one in seen}) > 1,
    }
    return tuple(caution for caution, holds in found.items() if holds) + _about_each(seen)


def _about_each(seen: Sequence[Seen]) -> tuple[Caution, ...]:
    contents = [one.one.content for one in seen]
    found = {
        Caution.OTHER_RULES: any(one.anew for one in seen),
        Caution.RULES_DO_NOT_FIT: any(
            one.anew and one.assessment is None and one.one.content.judged is not None for one in seen
        ),
        Caution.CONTRADICTORY: any(content.progress is Progress.CONTRADICTORY for content in contents),
        Caution.UNFINISHED: any(content.progress is Progress.UNFINISHED for content in contents),
        Caution.SET_ASIDE: any(one.state.path.set_aside for one in seen),
    }
    return tuple(caution for caution, holds in found.items() if holds)


def _same(title: str) -> str:
    """A title as it is compared: without differences in capitals and spaces."""
    return " ".join(title.casefold().split())
