"""What can be wrong with the theme of a report, in words: for each code a title and an explanation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.sources.codes import Code

THEME_MEANINGS: Final[Mapping[Code, tuple[str, str]]] = {
    Code.COLOUR_MALFORMED: ("No colour", 'A colour is written with six digits in quotes, as "#1d4e89".'),
    Code.CONTRAST_TOO_LOW: (
        "Too little contrast",
        "Text has a contrast of 4.5:1 at least with what is behind it (WCAG 2.2, level AA), or some readers"
        " cannot read it.",
    ),
    Code.LOGO_UNUSABLE: ("Logo cannot be used", "A logo is an SVG or a PNG that is whole and not too large."),
    Code.NOT_INERT: (
        "Runs or loads something",
        "A report can be handed on as one file: it runs nothing, and nothing is fetched when it is opened.",
    ),
    Code.SECTION_UNKNOWN: ("Unknown section", "An outline names the sections that a report can have."),
    Code.TEXT_UNKNOWN: ("Unknown text", "Texts replace those that a report has, each by its id."),
    Code.TEXT_PLACES: (
        "Other places",
        "Words in braces are filled in by the report, so a text has the same as the one that it replaces.",
    ),
    Code.OUTSIDE_THEME: ("Outside the theme", "A theme is one folder; nothing outside it is read."),
    Code.TEMPLATE_BROKEN: (
        "Broken template",
        "A template cannot be read, or uses a name or a value that it does not get.",
    ),
    Code.LANGUAGE_MALFORMED: ("No language", "A language is named by its code, as en, de or pt-BR."),
    Code.WORD_TEMPLATE_UNUSABLE: (
        "Word template cannot be used",
        "It is a document for Word, saved as .docx, whose styles and page are taken over.",
    ),
    Code.THEME_FILE_NAME: ("Nearly the name of a file", "Nothing reads a file of this name."),
    Code.FONT_NOT_THERE: (
        "Font is not there",
        "A PDF brings its fonts along, so they come with the program or lie in the folder of the theme.",
    ),
    Code.STYLE_WITHOUT_EFFECT: (
        "Style without an effect",
        "Browsers pass over what they do not know in a style sheet, and say nothing.",
    ),
    Code.TEMPLATE_NOT_TRIED: (
        "Template not tried",
        "Trying a template for PDF takes typst, which comes with the extra pdf.",
    ),
}
