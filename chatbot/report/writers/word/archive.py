"""The package of a document as bytes that are the same whenever and wherever they are written."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document as WordDocument

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 6
_PACKED: Final = (".png", ".jpg", ".jpeg")
"""Parts that are compressed already: trying it again takes time and gains nothing."""


def packed(document: WordDocument) -> bytes:
    """The document as `.docx`: its parts in the order in which they refer to each other, without times."""
    saved = BytesIO()
    document.save(saved)
    made = BytesIO()
    with ZipFile(saved) as old, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_STORED if name.lower().endswith(_PACKED) else ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
