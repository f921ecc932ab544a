"""Dialogs: the scripts under `dialogs/`, the dialog manager, and understanding what is typed."""
