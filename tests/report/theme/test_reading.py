"""A theme that somebody owns: ours, with what their folder has; and all that is wrong said at once."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from chatbot.errors import UsageError
from chatbot.report.theme import examining
from chatbot.report.theme.contrast import ENOUGH, contrast, readable
from chatbot.report.theme.ours import FOLDER, our_theme
from chatbot.report.theme.overlaying import examine_theme
from chatbot.report.theme.reading import load_theme
from chatbot.report.theme.theme import Colours, Paper, Theme
from chatbot.sources.codes import Code
from chatbot.sources.problems import SourceError

OURS = replace(
    our_theme(),
    texts={"title.first": "First", "count.many": "{count} of {all}", "document.language": "en"},
    outline={"board": ("first", "last"), "team": ("first",), "record": ("first", "middle", "last")},
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
WORD_PARTS = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATBOT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "theme"
    made.mkdir()
    return made


def put(folder: Path, **files: str | bytes) -> None:
    """Files by name; a double underscore stands for the dot."""
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".")).write_bytes(data)


def wrong(folder: Path, ours: Theme = OURS) -> list[tuple[str, Code, int]]:
    _, problems = examine_theme(folder, ours)
    return [(Path(one.path).name, one.code, one.line) for one in problems]


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((min(width, 9) + 1) * min(height, 9)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def docx(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_without_a_folder_the_theme_is_ours() -> None:
    assert load_theme(None, OURS) == OURS


def test_whatever_a_folder_has_takes_the_place_of_ours_and_the_rest_stays(folder: Path) -> None:
    put(
        folder,
        theme__yaml=(
            "logo: logo.svg\nlogo_says: Works\norganisation: Example Works\nlanguage: de\npaper: letter\n"
            'colours: {accent: "#003366"}\nfonts: {headings: Own}\ntexts: {title.first: Erstens}\n'
        ),
        texts__yaml='count.many: "{all}, davon {count}"\n',
        outline__yaml="board: [last]\n",
        report__md__j2="{{ title }}",
        imprint__md__j2="us",
        logo__svg=SVG.format("<rect/>"),
        notes__txt="not read",
    )
    (folder / "fonts").mkdir()
    theme = load_theme(folder, OURS)
    assert theme.paper is Paper.LETTER
    assert theme.colours == replace(OURS.colours, accent="#003366")
    assert theme.fonts == replace(OURS.fonts, headings="Own")
    assert (theme.logo_type, theme.logo_says) == ("image/svg+xml", "Works")
    assert theme.logo.startswith(b"<svg")
    assert theme.organisation == "Example Works"
    assert theme.texts == {
        "title.first": "Erstens",
        "count.many": "{all}, davon {count}",
        "document.language": "de",
    }
    assert theme.outline == {**OURS.outline, "board": ("last",)}
    assert theme.files == {**OURS.files, "report.md.j2": b"{{ title }}", "imprint.md.j2": b"us"}
    assert theme.places["report.md.j2"] == f"{folder.as_posix()}/report.md.j2"
    assert theme.font_folders == (str((folder / "fonts").resolve()), *OURS.font_folders)


def test_a_file_in_which_every_line_is_a_remark_changes_nothing(folder: Path) -> None:
    put(folder, theme__yaml="# paper: letter\n\n", texts__yaml="# a: b\n", outline__yaml="#\n")
    theme = load_theme(folder, OURS)
    assert set(theme.places) - set(OURS.places) == {"theme.yaml", "texts.yaml", "outline.yaml"}
    assert replace(theme, places=OURS.places) == OURS


def test_our_own_folder_is_a_theme_that_says_what_ours_is() -> None:
    theme = load_theme(FOLDER)
    ours = our_theme()
    assert (theme.paper, theme.colours, theme.fonts) == (ours.paper, ours.colours, ours.fonts)
    assert theme.files == ours.files


def test_a_folder_that_is_none_or_has_nothing_of_a_theme_is_refused(folder: Path) -> None:
    for named in (folder, folder / "none", Path("\0")):
        with pytest.raises(UsageError):
            load_theme(named, OURS)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("papr: a4\n", Code.UNKNOWN_KEY, 1),
        ("paper: a5\n", Code.NOT_A_CHOICE, 1),
        ("- paper\n", Code.NOT_A_MAPPING, 1),
        ("paper: 'a4\n", Code.NOT_YAML, 1),
        ('colours:\n  inc: "#000000"\n', Code.UNKNOWN_KEY, 2),
        ("colours:\n  ink: #000000\n", Code.LEFT_EMPTY, 2),
        ('colours:\n  ink: "#000"\n', Code.COLOUR_MALFORMED, 2),
        ('colours:\n  ink: "red"\n', Code.COLOUR_MALFORMED, 2),
        ('colours:\n  ink: "#000000; } @import"\n', Code.COLOUR_MALFORMED, 2),
        ('colours:\n  muted: "#aaaaaa"\n', Code.CONTRAST_TOO_LOW, 2),
        ('colours:\n  stop: "#ff0000"\n', Code.CONTRAST_TOO_LOW, 2),
        ("language: German\n", Code.LANGUAGE_MALFORMED, 1),
        ("logo: none.svg\nlogo_says: x\n", Code.UNREADABLE, 1),
        ("logo: ../logo.svg\nlogo_says: x\n", Code.OUTSIDE_THEME, 1),
        ("logo: /etc/passwd\nlogo_says: x\n", Code.OUTSIDE_THEME, 1),
        ("paper: a4\nlogo: fonts\nlogo_says: x\n", Code.UNREADABLE, 2),
        ("texts:\n  title.firs: x\n", Code.TEXT_UNKNOWN, 2),
        ('texts:\n  title.first: "x {count}"\n', Code.TEXT_PLACES, 2),
        ('texts:\n  title.first: "x {"\n', Code.TEXT_PLACES, 2),
        ('texts:\n  count.many: "{count} of { all }, {all}"\n', Code.TEXT_PLACES, 2),
        ('texts:\n  count.many: "{count}"\n', Code.TEXT_PLACES, 2),
        ("language: de\ntexts: {document.language: fr}\n", Code.ID_TWICE, 1),
    ],
)
def test_what_is_wrong_in_the_theme_file_is_said_with_its_line(
    folder: Path, text: str, code: Code, line: int
) -> None:
    (folder / "fonts").mkdir()
    put(folder, theme__yaml=text)
    assert wrong(folder) == [("theme.yaml", code, line)]


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("texts.yaml", "title.first: a\ntitle.frist: b\n", Code.TEXT_UNKNOWN, 2),
        ("texts.yaml", "title.first:\n", Code.LEFT_EMPTY, 1),
        ("texts.yaml", "title.first: [a]\n", Code.NOT_TEXT, 1),
        ("texts.yaml", "title.first: 5\n", Code.NOT_TEXT, 1),
        ("texts.yaml", "- a\n", Code.NOT_A_MAPPING, 1),
        ("texts.yaml", "title.first: a\ntitle.first: b\n", Code.DUPLICATE_KEY, 2),
        ("outline.yaml", "board:\n  - first\n  - lats\n", Code.SECTION_UNKNOWN, 3),
        ("outline.yaml", "board:\n  - first\n  - first\n", Code.ID_TWICE, 3),
        ("outline.yaml", "board: []\n", Code.EMPTY_LIST, 1),
        ("outline.yaml", "bord: [first]\n", Code.UNKNOWN_KEY, 1),
        ("outline.yaml", "board: first\n", Code.NOT_A_LIST, 1),
        ("report.css", "a {}\nb { background: url(https://example.org/x.png) }\n", Code.NOT_INERT, 2),
        ("report.css", '@import "other.css";', Code.NOT_INERT, 1),
        ("report.css", "a { background: u\\72 l(//example.org) }", Code.NOT_INERT, 1),
        ("report.css", "a { background: u\\72\nl(https://example.org) }", Code.NOT_INERT, 1),
        ("report.css", "@\\69mport 'x'", Code.NOT_INERT, 1),
        ("report.css", "@\\69\r\nmport 'x'", Code.NOT_INERT, 1),
        ("report.css", "a { background: image\\-set('https://example.org') }", Code.NOT_INERT, 1),
        ("report.html.j2", "<p>\n<script>1</script>", Code.NOT_INERT, 2),
        ("report.html.j2", "<p>\n<p onclick='x()'>", Code.NOT_INERT, 2),
        ("report.html.j2", '<img src="https://example.org/x.png">', Code.NOT_INERT, 1),
        ("report.html.j2", '<link rel="stylesheet" href="x.css">', Code.NOT_INERT, 1),
        ("report.html.j2", '<a href="javascript:x()">', Code.NOT_INERT, 1),
        ("report.html.j2", '<meta http-equiv="refresh" content="0">', Code.NOT_INERT, 1),
        ("report.typ", '\n#import "@preview/x:1.0.0": *', Code.NOT_INERT, 2),
        ("report.docx", "no document", Code.WORD_TEMPLATE_UNUSABLE, 1),
    ],
)
def test_what_is_wrong_in_another_file_is_said_with_its_line(
    folder: Path, name: str, text: str, code: Code, line: int
) -> None:
    (folder / name).write_text(text)
    assert wrong(folder) == [(name, code, line)]


def test_everything_is_said_at_once(folder: Path) -> None:
    put(
        folder,
        theme__yaml='papr: a4\ncolours: {ink: "#fff", mutd: x}\n',
        texts__yaml="a: b\n",
        outline__yaml="board: [nothing]\n",
        report__css="@import 'x';",
        report__typ=b"\xff",
    )
    assert {(name, code) for name, code, _ in wrong(folder)} == {
        ("theme.yaml", Code.UNKNOWN_KEY),
        ("theme.yaml", Code.COLOUR_MALFORMED),
        ("texts.yaml", Code.TEXT_UNKNOWN),
        ("outline.yaml", Code.SECTION_UNKNOWN),
        ("report.css", Code.NOT_INERT),
        ("report.typ", Code.NOT_UTF8),
    }
    with pytest.raises(SourceError):
        load_theme(folder, OURS)


def test_a_near_name_is_offered(folder: Path) -> None:
    put(folder, theme__yaml="texts: {title.frist: x}\n", outline__yaml="board: [midle]\n")
    _, problems = examine_theme(folder, OURS)
    assert ["title.first" in problems[0].fix, "middle" in problems[1].fix] == [True, True]


def test_colours_that_cannot_be_read_come_with_one_that_can(folder: Path) -> None:
    put(folder, theme__yaml='colours: {muted: "#999999"}\n')
    (problem,) = examine_theme(folder, OURS)[1]
    assert "2.6" in problem.message
    nearest = problem.fix.partition('"')[2].partition('"')[0]
    put(folder, theme__yaml=f'colours: {{muted: "{nearest}"}}\n')
    assert not wrong(folder)


def test_a_dark_theme_is_measured_on_its_own_ground(folder: Path) -> None:
    light = dict.fromkeys(name for name in asdict(Colours()) if name not in ("ground", "surface", "line"))
    colours = "".join(f'  {name}: "#eeeeee"\n' for name in light)
    put(folder, theme__yaml=f'colours:\n  ground: "#000000"\n  surface: "#111111"\n{colours}')
    assert not wrong(folder)
    put(folder, theme__yaml='colours: {ground: "#000000"}\n')
    assert {code for _, code, _ in wrong(folder)} == {Code.CONTRAST_TOO_LOW}


def test_contrast_is_what_the_guideline_says() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast("#123456", "#123456") == 1
    assert readable("#777777", ["#ffffff"]) != "#777777"
    assert contrast(readable("#777777", ["#ffffff"]), "#ffffff") >= ENOUGH
    assert readable("#777777", ["#ffffff", "#000000"]) in ("", readable("#777777", ["#000000", "#ffffff"]))


def test_our_own_colours_can_be_read() -> None:
    colours = asdict(Colours())
    for name in colours.keys() - {"ground", "surface", "line"}:
        for ground in ("ground", "surface"):
            assert contrast(colours[name], colours[ground]) >= ENOUGH, name


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x()</script>",
        "<SCRIPT xmlns='http://www.w3.org/2000/svg'/>",
        "<rect onload='x()'/>",
        "<image href='https://example.org/x.png'/>",
        "<image xlink:href='file:///etc/passwd'/>",
        "<image href='x.png'/>",
        "<use href='other.svg#a'/>",
        "<a href='javascript:x()'><rect/></a>",
        "<a href='https://example.org'><rect/></a>",
        "<rect fill='url(https://example.org/x#a)'/>",
        "<rect style='background: url(\"//example.org\")'/>",
        "<style>@import 'x';</style>",
        "<style>rect { fill: u\\72l(http://x) }</style>",
        "<style>" + " " * 20_000 + "rect { fill: url(http://x) }</style>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<animate attributeName='href' values='javascript:x()'/>",
        "<set attributeName='onclick' to='x()'/>",
        "<?xml-stylesheet href='x.css'?>",
        "<image href='data:text/html,x'/>",
    ],
)
def test_a_logo_that_runs_or_loads_something_is_refused(folder: Path, inside: str) -> None:
    put(folder, theme__yaml="logo: a.svg\nlogo_says: x\n", a__svg=SVG.format(inside))
    assert {code for _, code, _ in wrong(folder)} == {Code.NOT_INERT}


def test_a_logo_with_entities_is_refused_before_they_grow(folder: Path) -> None:
    bomb = "<!DOCTYPE svg [<!ENTITY a 'x'>" + "".join(
        f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(12)
    )
    put(folder, theme__yaml="logo: a.svg\nlogo_says: x\n", a__svg=f"{bomb}]>{SVG.format('&m;')}")
    assert [code for _, code, _ in wrong(folder)] == [Code.NOT_INERT]


@pytest.mark.parametrize(
    "inside",
    [
        "<defs><linearGradient id='a'/></defs><rect fill='url(#a)' style='fill: url(#a)'/>",
        "<use href='#a'/><use xlink:href='#a'/>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<style>rect { fill: red } @font-face { src: url(data:font/woff2;base64,AA) }</style>",
        "<title>on https://example.org &lt;script&gt;</title><metadata>url(http://x)</metadata>",
    ],
)
def test_a_logo_that_holds_everything_itself_is_taken(folder: Path, inside: str) -> None:
    put(folder, theme__yaml="logo: a.svg\nlogo_says: x\n", a__svg=SVG.format(inside))
    assert load_theme(folder, OURS).logo_type == "image/svg+xml"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(), None),
        (png()[:-8], Code.LOGO_UNUSABLE),
        (png(5000, 1), Code.LOGO_UNUSABLE),
        (b"GIF89a", Code.LOGO_UNUSABLE),
        (b"<svg/>", Code.LOGO_UNUSABLE),
        (b"<html></html>", Code.LOGO_UNUSABLE),
        (b"<?xml version='1.0' encoding='nobody-knows'?><svg/>", Code.LOGO_UNUSABLE),
        (b"", Code.LOGO_UNUSABLE),
        (b"x" * (600 << 10), Code.TOO_LARGE),
    ],
)
def test_a_logo_is_a_whole_picture_of_a_kind_that_every_format_has(
    folder: Path, data: bytes, code: Code | None
) -> None:
    put(folder, theme__yaml="paper: a4\nlogo: a.png\nlogo_says: x\n", a__png=data)
    assert wrong(folder) == ([("theme.yaml", code, 2)] if code else [])


def test_a_logo_says_what_it_shows(folder: Path) -> None:
    put(folder, theme__yaml="logo: a.png\n", a__png=png())
    assert wrong(folder) == [("theme.yaml", Code.MISSING_KEY, 1)]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_links_that_leave_the_folder_are_refused_and_others_are_followed(folder: Path) -> None:
    secret = folder.parent / "secret"
    secret.write_text("title.first: secret\n")
    (folder / "texts.yaml").symlink_to(secret)
    (folder / "fonts").mkdir()
    (folder / "fonts" / "a.ttf").symlink_to(secret)
    assert {(name, code) for name, code, _ in wrong(folder)} == {
        ("texts.yaml", Code.OUTSIDE_THEME),
        ("fonts", Code.OUTSIDE_THEME),
    }
    (folder / "fonts" / "a.ttf").unlink()
    (folder / "texts.yaml").unlink()
    put(folder, mine__yaml="title.first: mine\n")
    (folder / "texts.yaml").symlink_to(folder / "mine.yaml")
    linked = folder.parent / "linked"
    linked.symlink_to(folder)
    assert load_theme(linked, OURS).texts["title.first"] == "mine"


def test_a_word_template_brings_no_program_and_fetches_nothing(folder: Path) -> None:
    whole = dict.fromkeys(WORD_PARTS, "<x/>")
    put(folder, report__docx=docx(whole))
    assert not wrong(folder)
    put(folder, report__docx=docx({**whole, "word/vbaProject.bin": "x"}))
    assert wrong(folder) == [("report.docx", Code.NOT_INERT, 1)]
    relation = '<Relationship Id="a" Type="t/{}" Target="https://example.org" TargetMode="External"/>'
    put(folder, report__docx=docx({**whole, "word/_rels/document.xml.rels": relation.format("image")}))
    assert wrong(folder) == [("report.docx", Code.NOT_INERT, 1)]
    put(folder, report__docx=docx({**whole, "word/_rels/document.xml.rels": relation.format("hyperlink")}))
    assert not wrong(folder)
    put(folder, report__docx=docx({"word/document.xml": "<x/>"}))
    assert wrong(folder) == [("report.docx", Code.WORD_TEMPLATE_UNUSABLE, 1)]


def test_a_theme_that_is_as_it_was_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, theme__yaml="paper: letter\n")
    first = load_theme(folder, OURS)
    monkeypatch.setattr(examining, "examine", None)
    assert load_theme(folder, OURS) == first
    monkeypatch.undo()
    put(folder, theme__yaml="paper: a4\n")
    assert load_theme(folder, OURS).paper is Paper.A4
