"""`chatbot graph DIALOG`: a dialog as a diagram."""

from __future__ import annotations

import click

from chatbot.commands.options import dialog_names


@click.command()
@click.argument("dialog", shell_complete=dialog_names)
def graph(dialog: str) -> None:
    """Print a dialog as a Mermaid flowchart: its topics, its questions, and when each is asked.

    DIALOG is the name of one that ships, or the path of a .yaml file.

    \b
    Example:
      chatbot graph readiness > readiness.mmd
    """
    from chatbot.check.graph import mermaid
    from chatbot.dialog.load import load_script
    from chatbot.sources.shipped import dialog_bundle

    click.echo(mermaid(load_script(dialog_bundle(dialog))), nl=False)
