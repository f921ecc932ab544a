"""What a reader has to know where names were to be replaced, for programs too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Redaction(Struct, frozen=True, kw_only=True):
    """What became of names in a report in which they were to be replaced.

    Attributes:
        replaced: how many different names and contact details were replaced.
        given: how many names whoever made the report gave with `--name`. The command that makes it again
            leaves them out: in it, NAME=ROLE stands for each of them.
        says: what that means, in two or three sentences.
    """

    replaced: int
    given: int
    says: str


def redaction(roles: Sequence[str] | None, given: int) -> Redaction | None:
    """The same from the roles that stand in place of names; nothing where none were to be replaced.

    Args:
        given: how many names whoever made the report gave.
    """
    if roles is None:
        return None
    return Redaction(replaced=len(roles), given=given, says=" ".join(_sentences(len(roles), given)))


def given_in(redaction: Redaction | None) -> int:
    """How many names whoever made the report gave."""
    return redaction.given if redaction else 0


def _sentences(replaced: int, given: int) -> list[str]:
    said = ["No name and no contact detail was recognised, so none was replaced."]
    if replaced:
        those = f"{replaced} names or contact details were replaced by what they stand for"
        that = "1 name or contact detail was replaced by what it stands for"
        said = [
            f"{that if replaced == 1 else those}, in square brackets.",
            "Only what was given as a name, has the form of a contact detail, or was named by whoever made"
            " this report has been replaced.",
        ]
    if given:
        said.append("Names that were given with --name are left out of the command that makes it again.")
    return said
