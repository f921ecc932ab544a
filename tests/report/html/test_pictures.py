"""A picture becomes part of a page: its ids are its own, its colours follow, and nothing else comes along."""

from __future__ import annotations

import re

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatbot.report.document.nodes import Figure
from chatbot.report.document.signs import on_one_line
from chatbot.report.pictures.svg import Colour, Drawing, path
from chatbot.report.theme.theme import Colours
from chatbot.report.writers.html.blocks import Blocks
from chatbot.report.writers.html.pictures import Pictures
from tests.report.documents import figure

COLOURS = Colours()


def drawn(inside: str, pictures: Pictures | None = None) -> str:
    svg = f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'
    picture = Figure(id="one", svg=svg, width=9, height=9, caption="<caption>", alt="")
    return (pictures or Pictures(COLOURS)).inline(picture)[1]


def test_a_picture_is_an_image_named_by_its_title_and_described() -> None:
    svg = Pictures(COLOURS).inline(figure())[1]
    assert svg.startswith('<svg role="img" ')
    for attribute, part in (("labelledby", "title"), ("describedby", "desc")):
        assert f'aria-{attribute}="figure-bars-{part}"' in svg
        assert f'<{part} id="figure-bars-{part}">' in svg


def test_a_picture_without_a_title_is_named_by_its_caption() -> None:
    assert 'aria-label="&lt;caption&gt;"' in drawn("<rect/>")


def test_ids_and_what_refers_to_them_become_those_of_the_page() -> None:
    svg = drawn(
        '<defs><pattern id="a"/></defs><use href="#a"/><rect fill="url(#a)" clip-path="url(\'#a\')"/>'
    )
    assert re.findall(r'id="([^"]+)"', svg) == ["figure-one-a"]
    assert svg.count("#figure-one-a") == 3


def test_the_same_picture_twice_has_other_ids() -> None:
    pictures = Pictures(COLOURS)
    names = [pictures.inline(figure())[0] for _ in range(3)]
    assert names == ["figure-bars", "figure-bars-2", "figure-bars-3"]


def test_colours_of_the_theme_go_by_their_names() -> None:
    svg = drawn(f'<rect class="stop" fill="{COLOURS.stop.upper()}" stroke="{COLOURS.line}"/>')
    assert 'fill="var(--stop)"' in svg
    assert 'stroke="var(--line)"' in svg


def test_a_shade_that_is_none_of_the_theme_takes_the_colour_of_its_class() -> None:
    assert 'fill="var(--good)"' in drawn('<rect class="good" fill="#123456"/>')
    assert 'fill="#123456"' in drawn('<rect fill="#123456"/>')
    assert 'fill="none"' in drawn('<rect class="good" fill="none"/>')


def test_of_two_colours_that_are_the_same_the_class_says_which_is_meant() -> None:
    pictures = Pictures(replace(COLOURS, accent=COLOURS.ink))
    svg = drawn(f'<rect class="accent" fill="{COLOURS.ink}"/><rect fill="{COLOURS.ink}"/>', pictures)
    assert re.findall(r'fill="([^"]+)"', svg) == ["var(--accent)", "var(--ink)"]


def test_text_that_looks_like_an_attribute_stays_text() -> None:
    text = 'id="a" url(#a) &lt;b onclick=""&gt; &amp;'
    quoted = text.replace('"', "&quot;")
    assert f"<text>{quoted}</text>" in drawn(f"<text>{text}</text>")


def test_nothing_that_runs_or_loads_comes_along() -> None:
    svg = drawn(
        '<script>a</script><style>*{}</style><foreignObject><p>b</p></foreignObject><image href="x.png"/>'
        '<a href="http://x"><text>c</text></a><rect onclick="d" style="e" fill="url(http://x)" x="1"/>'
        '<use href="http://x#a"/><rect y="2"/>'
    )
    assert svg.endswith('height="9"><rect x="1"></rect><use></use><rect y="2"></rect></svg>')


def test_a_picture_takes_its_size_along() -> None:
    svg = Pictures(COLOURS).inline(replace(figure(), id="a<b"))[1]
    assert 'width="320" height="80" viewBox="0 0 320 80"' in svg
    assert "<b" not in svg


def shape(svg: str) -> list[tuple[str, dict[str, str], str]]:
    """Each element of a picture with its attributes and text, but for what says that it is a picture."""
    tree = html5lib.parseFragment(svg, namespaceHTMLElements=False)
    return [
        (
            str(one.tag),
            {name: value for name, value in one.attrib.items() if not name.endswith(("role", "xmlns"))},
            one.text or "",
        )
        for one in tree.iter()
    ]


HOSTILE = st.text(st.sampled_from("a <>&\"'#\\1{}()=-") | st.characters(exclude_categories=["Cs", "Cc"]))
LIKE_OURS = st.sampled_from(
    ['class="ink" fill="#1f2933"', "<title>", "</text><desc>", "<svg ", r"\1 \g<0>", "url(#a)", "&quot;"]
)
SAME = Colours(accent=Colours().ink.upper(), good=Colours().stop)


@settings(max_examples=40, deadline=None)
@given(words=st.lists(HOSTILE | LIKE_OURS, min_size=4, max_size=4), colours=st.sampled_from([COLOURS, SAME]))
def test_a_picture_of_ours_is_the_same_as_one_that_was_read_anew(words: list[str], colours: Colours) -> None:
    drawing = Drawing(colours)
    for at, colour in enumerate(Colour):
        with drawing.group(fact=colour):
            drawing.box((at, at), (9, 9), colour, rounded=2)
            drawing.frame((at, at), (9, 9), colour, dash="2 1")
            drawing.disc((at, at), 3, colour)
            drawing.ring((at, at), 3, colour)
            drawing.shape(path((0, 0), (1, 1), closed=True), colour)
            drawing.stroke(path((0, 0), (1, 1)), colour, weight=2)
            drawing.text(
                (at, at), [on_one_line(word) for word in words[:2]], 14, colour, bold=True, anchor="end"
            )
    picture = drawing.figure("one", 90, words[2], words[3])
    ours, read = (Pictures(colours).inline(one)[1] for one in (picture, replace(picture, plain=False)))
    assert shape(ours) == shape(read)


def test_a_picture_drawn_for_a_phone_is_there_besides_and_hidden_by_itself() -> None:
    usual = figure()
    phone = replace(usual, narrow=usual.svg)
    one, both = (
        Blocks({"in_words": "In words"}, Pictures(COLOURS)).html((which,), 3) for which in (usual, phone)
    )
    assert (one.count("<svg"), both.count("<svg")) == (1, 2)
    assert 'class="narrow" hidden' in both and "hidden" not in one
    ids = re.findall(r' id="([^"]+)"', both)
    assert len(ids) == len(set(ids))
