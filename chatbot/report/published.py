"""What every report in JSON begins with: its kind and the version of its form.

A form is a struct whose docstring says what its keys mean; the schema that is published is made of it.
A kind of report is a subclass of `Report` with a tag of its own, named in `data/schema.py`.
"""

from __future__ import annotations

import msgspec


class Report(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """A report in JSON: `kind`, then `version`, then what it says.

    The version changes when a key is removed or comes to mean something else; a key may be added without.
    """


def written(report: msgspec.Struct) -> str:
    """A report as an indented JSON object with a line end; the same report always gives the same text."""
    return msgspec.json.format(msgspec.json.encode(report)).decode() + "\n"
