"""Comparisons of random interviews are made in every format, and redacted in every one of them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from chatbot.report.formats import Format
from chatbot.report.making import Wish, make_progress, make_side_by_side
from chatbot.report.redaction.named import Kind, Named
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.report.whole.lives import lives, source
from tests.report.whole.reading import FOR_PEOPLE, as_json, as_text
from tests.report.whole.test_redaction import layers

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
FEW = settings(max_examples=3, phases=PHASES, suppress_health_check=FIXTURE)
NAMES = (Named(name="Xaveria Qoppa", kind=Kind.PERSON, role="the patron of it all"),)
FORMATS = (*FOR_PEOPLE, Format.JSON)


@FEW
@pytest.mark.parametrize("form", FORMATS)
@given(data=st.data())
def test_any_interviews_can_be_compared_without_the_names_in_them(
    begin: Begin, form: Format, data: st.DataObject
) -> None:
    several = []
    for id in ("k3x7", "p2m9", "q8w1"):
        interview = data.draw(lives(begin(data.draw(st.sampled_from(["readiness", "quick"]))), most=8))
        interview.note("Xaveria Qoppa said so; QOPPA did", None)
        several.append(source(interview, id))
    wish, theme = Wish(form=form, redact=True, names=NAMES, stem="advice"), our_theme()
    for written in (
        make_progress(several[0], several[1], wish, theme).written,
        make_side_by_side(several, wish, theme).written,
    ):
        files = [written.data, *(one.ending.encode() + one.data for one in written.companions)]
        for file in files:
            text = "".join(layers(form if file is written.data else Format.MARKDOWN, file)).casefold()
            assert "xaveria" not in text
            assert "qoppa" not in text
        if form is Format.JSON:
            assert as_json(written.data)["kind"]
            continue
        said = "".join(as_text(form, written.data).split())
        assert "".join(theme.texts["notice.redacted.many"].partition("}. ")[2].split()) in said
        assert "".join(NAMES[0].role.split()) in said
