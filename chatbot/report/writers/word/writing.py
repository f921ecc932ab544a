"""What the rest of the report asks for: a document in, a file for Word out."""

from __future__ import annotations

from chatbot.report.document.nodes import Document
from chatbot.report.theme.theme import Theme
from chatbot.report.writers.extras import require
from chatbot.report.writers.written import Written


def to_word(document: Document, theme: Theme) -> Written:
    """The document as `.docx`.

    The look comes from `report.docx` in the theme, as with a reference document elsewhere: its styles, its
    page and its header and footer decide. Ours takes colours, fonts, paper and logo from the theme;
    somebody's own brings all of these itself. A style that it lacks is added as ours is, so that a report
    can be made with any document. Its own text stays out, unless one of its paragraphs holds only
    `{{ report }}`: then the report takes the place of that paragraph, and what stands around it stays.
    `{{ title }}`, `{{ author }}`, `{{ date }}` and `{{ footer }}` there, and in headers and footers, become
    what the report says.

    The table of contents is a field that is filled already, with links and without page numbers, so that
    opening the file asks nothing; updating the field in Word adds the numbers.

    Raises:
        ChatbotError: what Word needs is not installed, or `report.docx` is not such a file.
    """
    require("word")
    # Only now, because this imports what `require` looks for.
    from chatbot.report.writers.word.assembling import assemble

    return Written(assemble(document, theme))
