"""Templates of a theme lay a report out, do nothing else, and say where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from chatbot.report.theme.ours import our_theme
from chatbot.report.theme.templates import TemplateError, compiled, rendered
from chatbot.report.theme.theme import Theme

OTHERS = {
    "other.j2": b"\n\n{{ nothing }}",
    "broken.j2": b"\n{% if %}",
    "open.j2": b"\n{# open",
    "fine.j2": b"<{{ title }}>",
}


def filled(template: str | bytes, *, html: bool = True, **values: object) -> str:
    data = template if isinstance(template, bytes) else template.encode()
    files = {**OTHERS, "own.j2": data}
    theme = Theme(texts={}, outline={}, files=files, places={name: f"my/{name}" for name in files})
    return rendered(compiled(theme, "own.j2", html=html), **{"title": "<T>", "items": [1], **values})


@pytest.mark.parametrize(
    ("template", "place"),
    [
        ("a\n{% if %}", "my/own.j2:2"),
        ("a\n\n{% for x in items %}", "my/own.j2:3"),
        ("a\n{{ titel }}", "my/own.j2:2"),
        ("\n\n{{ title.nope }}", "my/own.j2:3"),
        ("\n{{ 1 / 0 }}", "my/own.j2:2"),
        ("\n{{ title | nope }}", "my/own.j2:2"),
        ("{% macro m(x) %}\n\n{{ x.y }}\n{% endmacro %}\n\n{{ m(title) }}", "my/own.j2:3"),
        ("\n{% include 'other.j2' %}", "my/other.j2:3"),
        ("\n{% include 'broken.j2' %}", "my/broken.j2:2"),
        ("\n{% include 'open.j2' %}", "my/open.j2:2"),
        ("\n{% include 'own.j2' %}", "my/own.j2:2"),
        ("\n{% include 'missing.j2' %}", "my/own.j2:2"),
        (b"\n\n\xff", "my/own.j2:3"),
        ("{{ " + "(" * 5_000, "my/own.j2:1"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(template: str | bytes, place: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(template)
    assert caught.value.where == place
    assert caught.value.todo


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one() -> None:
    with pytest.raises(TemplateError) as caught:
        filled("{{ titel }}")
    assert '"title"' in caught.value.todo


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ title | attr('__class__') }}",
        "{{ items.append(2) }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ range(10000000) | list }}",
        "{% set f = '{0.__class__}'.format %}{{ [title] | map('attr', '__class__') | list }}{{ f(title) }}",
        "{{ lipsum() }}",
        "{{ items | random }}",
        "{% include '/etc/passwd' %}",
        "{% include '../fine.j2' %}",
        "{% include 'ours/../theme.py' %}",
        "{% include 'ours/../../../README.md.j2' %}",
        "{% import 'os' as os %}{{ os.system('x') }}",
    ],
)
def test_a_template_runs_nothing_reads_nothing_and_leaves_nothing_to_chance(template: str) -> None:
    with pytest.raises(TemplateError):
        filled(template)


def test_a_template_can_use_the_others_of_its_theme_and_ours() -> None:
    assert filled("{% include 'fine.j2' %}") == "<&lt;T&gt;>"
    own = rendered(
        compiled(
            Theme(texts={}, outline={}, files={"a.j2": b"X\n{% include 'ours/report.md.j2' %}"}, places={}),
            "a.j2",
            html=False,
        ),
        title="T",
        lead=(),
        notices=(),
        about="",
        sections=(),
    )
    assert own.startswith("X\n# T")


def test_what_is_printed_is_made_safe_unless_it_says_that_it_is() -> None:
    assert filled("{{ title }}") == "&lt;T&gt;"
    assert filled("{{ title }}", html=False) == "<T>"
    assert filled("{{ title }}", title=Markup("<b>")) == "<b>"


def test_every_template_of_ours_can_be_compiled() -> None:
    theme = our_theme()
    for name in theme.files:
        if name.endswith(".j2"):
            compiled(theme, name, html=".html" in name)


def test_a_template_that_is_missing_is_named() -> None:
    with pytest.raises(TemplateError) as caught:
        compiled(Theme(texts={}, outline={}, files={}, places={}), "report.html.j2", html=True)
    assert caught.value.path == "report.html.j2"


@settings(max_examples=60)
@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(["{{", "}}", "{%", "%}", "{#", "title", "if ", "|", "\n", "for x in items"])
        ).map("".join),
    )
)
@example("{% raw %}")
def test_whatever_a_template_is_it_gives_a_text_or_says_where_it_is_wrong(template: str) -> None:
    try:
        filled(template.encode("utf-8", "replace"))
    except TemplateError as error:
        assert error.path == "my/own.j2"
        assert 1 <= error.line <= template.count("\n") + template.count("\r") + 2


def test_a_template_on_disk_is_not_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "near.j2").write_text("secret")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TemplateError):
        filled("{% include 'near.j2' %}")


ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% for a in [range(9)] recursive %}{{ loop([range(9)] * 2) if loop.depth < 60 }}{% endfor %}",
    "{% for a in items | map('string') recursive %}{{ loop(range(99999)) }}{% endfor %}",
    "{{ 'x' * 9999999999 }}",
    "{{ 9999999 * [1] }}",
    "{{ 9 ** 9999999999 }}",
)


@pytest.mark.parametrize("template", ENDLESS)
def test_a_template_that_would_never_end_is_stopped_and_its_line_is_said(template: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(f"\n\n{template}")
    assert caught.value.where == "my/own.j2:3"
    assert caught.value.todo


def test_a_loop_has_all_that_loops_have() -> None:
    template = "{% for a in things %}{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}"
    assert filled(template, things=["a", "b"]) == "1/2,2/2"
    assert filled(template, things=iter(["a", "b"])) == "1/2,2/2"
    assert filled("{% for k, v in things.items() %}{{ k }}{{ v * 2 }}{% endfor %}", things={"a": 2}) == "a4"
    assert filled("{% for a in [] %}{% else %}none{% endfor %}") == "none"
