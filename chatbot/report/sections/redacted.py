"""What a reader has to know where names gave way to roles: how many, to which, and what may remain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from chatbot.report.document.building import excerpt, text
from chatbot.report.document.nodes import Text
from chatbot.report.sections.listing import several
from chatbot.report.theme.texts import Texts

_MOST_ROLES: Final = 6
_MOST_ROLE: Final = 40
"""A notice stands on the first page, which stays a page."""


def redacted_notice(roles: Sequence[str], texts: Texts) -> Text:
    """The notice of a report in which names were to be replaced.

    Args:
        roles: what stands in place of each name; none where no name was found.
    """
    if not roles:
        return text(texts("notice.redacted.none"))
    named = [excerpt(role, _MOST_ROLE) for role in roles[:_MOST_ROLES]]
    if len(roles) > _MOST_ROLES:
        named.append(texts.counted("list.others", len(roles) - _MOST_ROLES))
    return text(texts.counted("notice.redacted", len(roles), roles=several(texts, named)))
