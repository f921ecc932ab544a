"""Where a comparison comes from: the interviews, the rules, the method, how to make it again."""

from __future__ import annotations

from collections.abc import Iterator

from chatbot.framework.terms import enumerated
from chatbot.report.comparing.data import Interviewed, Rules
from chatbot.report.content.contents import Source
from chatbot.report.content.times import moment
from chatbot.report.document.building import items, paragraph, section, table, text
from chatbot.report.document.nodes import Block, Pairs, Section, Table
from chatbot.report.theme.texts import Texts


def rules_table(rules: Rules, caption: str, texts: Texts, names: dict[str, str]) -> Table:
    """Where the knowledge base of the comparison differs from an interview's own.

    Args:
        names: what each interview is called, where there are several.
    """
    columns = [
        (texts("progress.column.conclusion"), 4),
        (texts("progress.rules.own"), 3),
        (texts("progress.rules.here"), 3),
    ]
    rows = []
    for one in rules.differences:
        title = f"{names[one.interview]}: {one.title}" if names else one.title
        rows.append((text(title), text(one.own), text(one.here)))
    return table(caption, columns, rows)


def boundary_section(boundary: tuple[str, ...], texts: Texts) -> Section:
    """What the advice is not."""
    return section("boundary", texts("progress.boundary"), [items(paragraph(one) for one in boundary)])


def origin_section(
    interviews: Iterator[tuple[str, str, Interviewed]],
    method: tuple[str, ...],
    again: str,
    given: int,
    texts: Texts,
) -> Section:
    """Where it comes from.

    Args:
        interviews: each with its anchor and its title.
        method: how it was made, a sentence or more each.
        again: the command that makes it again.
        given: how many names to replace were given, which it leaves out.
    """
    pairs = [(texts("progress.origin.again"), text(again))]
    if given:
        pairs.append((texts("again.left_out"), text(texts.counted("again.given", given))))
    blocks: list[Block] = [*(paragraph(said) for said in method), Pairs(tuple(pairs))]
    inner = [section(id, title, [_origin(one, texts)]) for id, title, one in interviews]
    return section("origin", texts("progress.origin"), blocks, inner)


def _origin(one: Interviewed, texts: Texts) -> Pairs:
    pairs: list[tuple[str, str]] = [
        ("interview", one.interview),
        ("sector", one.sector),
        ("dialog", _source(one.dialog, texts)),
        ("framework", _source(one.framework, texts)),
        ("program", one.program),
        ("first", moment(one.first)),
        ("last", moment(one.last)),
        ("events", str(one.events)),
        ("participants", enumerated(one.participants)),
        ("answered", str(one.answered)),
    ]
    counts = [("passed_over", one.passed_over), ("waiting", one.waiting), ("set_aside", len(one.set_aside))]
    pairs += [(name, str(count)) for name, count in counts if count]
    pairs.append(("headline", one.headline))
    return Pairs(tuple((texts.named("progress.origin", name), text(value)) for name, value in pairs if value))


def _source(source: Source, texts: Texts) -> str:
    return texts("progress.origin.source", title=source.title, id=source.id, hash=source.hash)
