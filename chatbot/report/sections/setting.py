"""What a section is built from."""

from __future__ import annotations

from msgspec import Struct

from chatbot.report.content.contents import Content
from chatbot.report.sections.audience import Audience
from chatbot.report.theme.texts import Texts
from chatbot.report.theme.theme import Colours


class Setting(Struct, frozen=True, kw_only=True):
    """What a section is built from.

    Attributes:
        colours: for pictures.
        audience: whom the document is for.
        outline: the ids of the sections that it is to have, in their order.
        for_phones: pictures are drawn for narrow screens as well.
    """

    content: Content
    texts: Texts
    colours: Colours
    audience: Audience
    outline: tuple[str, ...]
    for_phones: bool = False

    def title(self, id: str, /, **values: str) -> str:
        """The title of a section."""
        return self.texts.named("title", id, **values)

    def has(self, id: str) -> bool:
        """Whether the document has room for a section, so that another may refer to it."""
        return id in self.outline
