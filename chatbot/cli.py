"""The command line: which commands there are, and how every call of them ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from chatbot import __version__
from chatbot.errors import ChatbotError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Help and version load nothing that they do not need, not even pathlib: that is a quarter of their time.

NAME: Final = "chatbot"

COMMANDS: Final = {
    "interview": ("chatbot.commands.interview:interview", "Hold an interview, or go on with one."),
    "prepare": ("chatbot.commands.prepare:prepare", "Prepare a session with several people."),
    "facilitate": ("chatbot.commands.facilitate:facilitate", "Hold a session with several people."),
    "merge": ("chatbot.commands.merge:merge", "See where several people's own interviews differ."),
    "sessions": ("chatbot.commands.sessions:sessions", "List the interviews."),
    "report": ("chatbot.commands.report:report", "Write the report of an interview."),
    "sample": ("chatbot.commands.sample:sample", "Show the advice and report of a worked example."),
    "assess": ("chatbot.commands.assess:assess", "Judge a file of facts without an interview."),
    "export": ("chatbot.commands.export:export", "Write an interview as JSON Lines."),
    "import": ("chatbot.commands.import_:import_", "Take in an exported interview."),
    "delete": ("chatbot.commands.delete:delete", "Erase an interview for good."),
    "check": ("chatbot.commands.check:check", "Check dialogs, knowledge and themes."),
    "graph": ("chatbot.commands.graph:graph", "Show a dialog as a diagram."),
    "understand": ("chatbot.commands.understand:understand", "Show what is made of typed answers."),
    "completion": ("chatbot.commands.completion:completion", "Print the completion script for a shell."),
}
"""By name, where each command is and what it does; a module is loaded when its command is called."""

INTERRUPTED: Final = 130
"""The exit code after Ctrl+C, as shells expect it."""


class Program(click.Group):
    """The group of all commands, which loads none of them to list or complete their names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; nothing where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a name that nothing has is answered with the nearest one."""
        if args[0] in COMMANDS or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        from chatbot.visible import visible

        close = get_close_matches(args[0], COMMANDS, n=1)
        meant = f" Do you mean {close[0]}?" if close else ""
        raise click.UsageError(f"There is no command {visible(args[0])!r}.{meant}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names that begin as typed, and the options."""
        from click.shell_completion import CompletionItem

        names = [
            CompletionItem(name, help=help)
            for name, (_, help) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return names + click.Command.shell_complete(self, ctx, incomplete)


@click.command(
    cls=Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--store",
    metavar="FILE",
    type=click.Path(),
    help="The file that keeps the interviews.  [default: CHATBOT_STORE, or one in your data folder]",
)
@click.version_option(__version__, prog_name=NAME)
@click.pass_context
def program(context: click.Context, store: str | None) -> int:
    """An interview about an AI initiative, held as a chat in the terminal. At the end you know which
    value model to work on now, what the next one needs, and what to be warned about.

    Without a command, the chat starts: begin an interview, go on with one, or open a finished one.

    \b
    Example:
      chatbot
      chatbot interview quick
      chatbot COMMAND --help
    """
    if context.invoked_subcommand is not None:
        return 0
    from pathlib import Path

    from chatbot.commands.start import start

    return start(Path(store) if store else None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call of the program.

    Args:
        arguments: what follows its name; by default those it was called with.

    Returns:
        the exit code: 0 done, 1 a finding or a failure, 2 wrong usage, 3 an interview is unfinished.
    """
    _open_streams()
    try:
        code = program.main(
            args=None if arguments is None else list(arguments), prog_name=NAME, standalone_mode=False
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except ChatbotError as error:
        _explain(error)
        return error.exit_code
    except click.ClickException as error:
        error.show(sys.stderr)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        print(f"{NAME}: Stopped. What was recorded before is saved.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # who read the output has seen enough
        _abandon_output()
        return 1
    except OSError as error:
        _explain(_refused(error))
        _abandon_output()
        return 1
    except Exception as error:  # the last resort: nobody should have to read a traceback
        _apologise(error)
        return 1


def _abandon_output() -> None:
    from chatbot.commands.streams import abandon

    abandon(sys.stdout)


def _explain(error: ChatbotError) -> None:
    """Say what is wrong, where, and what to do: the only place where errors are printed."""
    from chatbot.visible import visible

    what = visible(error.what)
    lines = [
        f"{NAME}: {what}" if "\n" not in what else f"{what}\n{NAME}: {what.count(chr(10)) + 1} problems."
    ]
    lines += [f"  {visible(line)}" for line in (error.where, error.todo) if line]
    print("\n".join(lines), file=sys.stderr)
    _trace(error)


def _refused(error: OSError) -> ChatbotError:
    """Something that the system did not let the program do, where no command says more about it."""
    refused = ChatbotError(
        f"The system refused: {error.strerror or error}.",
        where=str(error.filename or ""),
        todo="Check that the disk has space and that you may read and write there, then do it again.",
    )
    refused.__cause__ = error
    return refused


def _apologise(error: Exception) -> None:
    """Say that the program itself is at fault."""
    name = type(error).__name__
    print(
        f"{NAME}: Something went wrong that should not have ({name}). Nothing that was recorded is lost.\n"
        "  Please report it to the people who maintain chatbot, with what the same command prints when\n"
        "  the variable CHATBOT_DEBUG is set to 1.",
        file=sys.stderr,
    )
    _trace(error)


def _trace(error: Exception) -> None:
    if os.environ.get("CHATBOT_DEBUG") == "1":
        import traceback

        traceback.print_exception(error, file=sys.stderr)


def _open_streams() -> None:
    """Make sure that the three streams exist and that no character can keep a line from being written."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever called
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
