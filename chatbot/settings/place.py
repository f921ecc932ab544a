"""Where the settings lie on disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

CONFIG_VARIABLE: Final = "CHATBOT_CONFIG"
_FILE: Final = "chatbot.yaml"


def settings_path() -> Path | None:
    """The file of the settings; it need not exist. `None` where there is no place for it.

    What `CHATBOT_CONFIG` names, else a file in the user's folder for settings. A leading `~` is the home
    folder; a relative path counts from the current folder.
    """
    try:
        if named := os.environ.get(CONFIG_VARIABLE):
            return Path(named).expanduser()
        from platformdirs import user_config_dir

        return Path(user_config_dir("chatbot", appauthor=False)) / _FILE
    except (OSError, RuntimeError):  # without a home folder there is nothing to read
        return None
