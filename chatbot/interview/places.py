"""Where things of the user lie on disk; nothing else knows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

STORE_VARIABLE: Final = "CHATBOT_STORE"
_STORE_FILE: Final = "interviews.db"


def store_path(option: Path | None = None) -> Path:
    """The file that keeps the interviews; it need not exist.

    Args:
        option: what `--store` names, or nothing.

    Returns:
        the option, else what `CHATBOT_STORE` names, else a file in the user's data folder. A leading
        `~` is the home folder; a relative path counts from the current folder.
    """
    if option is not None:
        return _from_home(option)
    if named := os.environ.get(STORE_VARIABLE):
        return _from_home(Path(named))
    from platformdirs import user_data_dir

    return Path(user_data_dir("chatbot", appauthor=False)) / _STORE_FILE


def _from_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # `~name` of a user who does not exist is then an ordinary file name
        return path
