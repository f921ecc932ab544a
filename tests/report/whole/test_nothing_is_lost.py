"""Whatever was said and concluded in an interview is found in every full report by reading the file back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chatbot.conversation.asking import Signs
from chatbot.conversation.telling import levels_in_words
from chatbot.dialog.script import QuestionKind
from chatbot.interview.interview import Interview
from chatbot.report.content.fates import Fate
from chatbot.report.data.answers_csv import _BECAME
from chatbot.report.formats import Format
from chatbot.report.making import Wish, make_report
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.report.conftest import content
from tests.report.whole.lives import lives, said_in, source
from tests.report.whole.reading import as_json, as_rows, as_text, lacking

FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
QUICK = settings(max_examples=20, phases=WITHOUT_SHRINKING, suppress_health_check=FIXTURE)
SLOW = settings(max_examples=6, phases=WITHOUT_SHRINKING, suppress_health_check=FIXTURE)


def made(interview: Interview, form: Format) -> bytes:
    return make_report(source(interview), Wish(form=form), our_theme()).written.data


def check(interview: Interview, form: Format) -> None:
    data = made(interview, form)
    report = content(interview)
    wanted = list(said_in(interview, answers_only=form is Format.CSV))
    if form is not Format.CSV and report.judged:
        wanted += [text for one in report.judged.warnings for text in (one.title, one.cause, one.action)]
    for answer in report.spoken.answers:
        if answer.kind is not QuestionKind.CHECKLIST or form is Format.JSON:
            wanted.append(answer.in_words)
        elif form is Format.CSV:
            wanted += [text for point in answer.points for text in (point.label, point.in_words)]
        else:
            labels = {point.fact: point.label for point in answer.points}
            wanted.append(levels_in_words(answer.levels, labels, Signs(interview.held.framework).ids))
    assert lacking(form, data, [one for one in wanted if one]) == []
    check_fates(interview, form, data)


def check_fates(interview: Interview, form: Format, data: bytes) -> None:
    """What became of each answer is said as often as it happened."""
    fates = [one.fate for one in content(interview).spoken.answers]
    if form is Format.JSON:
        assert [one["fate"] for one in as_json(data)["answers"]] == fates
    elif form is Format.CSV:
        became = {(row["when"], row["became"]) for row in as_rows(data) if row["kind"] == "answer"}
        assert became == {(one.at, _BECAME[one.fate]) for one in content(interview).spoken.answers}
    else:
        text = as_text(form, data)
        for fate in set(fates) - {Fate.STANDS}:
            says = our_theme().texts[f"fate.{fate}"]
            says = "".join(says.split()) if form is Format.PDF else says
            assert text.count(says) >= fates.count(fate)


@QUICK
@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.HTML, Format.JSON, Format.CSV])
@given(data=st.data())
def test_everything_is_found_in_a_text_format(begin: Begin, form: Format, data: st.DataObject) -> None:
    dialog = data.draw(st.sampled_from(["readiness", "quick"]))
    check(data.draw(lives(begin(dialog))), form)


@SLOW
@pytest.mark.parametrize("form", [Format.PDF, Format.WORD])
@given(data=st.data())
def test_everything_is_found_in_a_typeset_format(begin: Begin, form: Format, data: st.DataObject) -> None:
    dialog = data.draw(st.sampled_from(["readiness", "quick"]))
    check(data.draw(lives(begin(dialog))), form)
