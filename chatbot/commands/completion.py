"""`chatbot completion SHELL`: what makes a shell complete commands, dialogs and ids."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell. It completes commands, dialogs, and ids of interviews.

    \b
    Example:
      bash:  eval "$(chatbot completion bash)"                   in ~/.bashrc
      zsh:   eval "$(chatbot completion zsh)"                    in ~/.zshrc, after compinit
      fish:  chatbot completion fish > ~/.config/fish/completions/chatbot.fish
    """
    root = context.find_root()
    name = root.info_name or "chatbot"
    script = get_completion_class(shell)
    assert script is not None
    click.echo(script(root.command, {}, name, f"_{name}_COMPLETE".upper()).source())
