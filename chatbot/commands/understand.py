"""`chatbot understand DIALOG`: what the bot makes of typed answers, for authors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from chatbot.commands.options import dialog_names, knowledge_option
from chatbot.errors import UsageError
from chatbot.visible import visible

if TYPE_CHECKING:
    from chatbot.dialog.script import Question
    from chatbot.dialog.understanding.understood import Heard, Understood

_KEYS: Final = ("question", "said")


@click.command()
@click.argument("dialog", shell_complete=dialog_names)
@knowledge_option
def understand(dialog: str, knowledge: Path | None) -> int:
    """Show what the bot makes of typed answers: one JSON line for each line of standard input.

    A line of input is {"question": ID, "said": TEXT}; other keys are left alone. A line of output has
    question, said, outcome (accept, confirm, ask), heard, confidence from 0 to 1, and runner_up. What was
    heard is {"option": ID}, {"levels": {FACT: LEVEL}}, {"text": …}, {"intent": NAME, "target": …} or null;
    words besides an answer are its remark. A line that cannot be read is explained on standard error, and
    the exit code is 1.

    In a terminal, choose a question by its number or id, then type answers; an empty line goes to the
    next question, and Ctrl+D ends it.

    \b
    Example:
      chatbot understand readiness
      chatbot understand quick < sayings.jsonl
    """
    listener = _Listener(dialog, knowledge)
    if sys.stdin.isatty():
        return _converse(listener)
    failed = False
    for number, line in enumerate(sys.stdin.buffer, start=1):
        text = line.decode("utf-8", errors="replace").strip()
        if not text:
            continue
        try:
            question, said = _read(text)
            click.echo(json.dumps(listener.line(question, said), ensure_ascii=False))
        except UsageError as error:
            failed = True
            click.echo(visible(f"standard input:{number}: {error.what} {error.todo}"), err=True)
    return 1 if failed else 0


class _Listener:
    """A dialog, listened to without an interview: every option is offered, nothing was said before."""

    def __init__(self, dialog: str, knowledge: Path | None) -> None:
        from chatbot.conversation.asking import Signs
        from chatbot.dialog.load import load_script
        from chatbot.framework.load import load_framework
        from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

        self.script = load_script(dialog_bundle(dialog))
        self.questions = {str(question.id): question for question in self.script.questions()}
        self._signs = Signs(load_framework(knowledge_bundle(knowledge)))

    def line(self, question: str, said: str) -> dict[str, object]:
        """What is made of the words, as an object of JSON."""
        understood = self.understood(question, said)
        return {
            "question": question,
            "said": said,
            "outcome": understood.outcome.value,
            "heard": as_json(understood.heard),
            "confidence": round(understood.confidence, 2),
            "runner_up": as_json(understood.runner_up),
        }

    def understood(self, question: str, said: str) -> Understood:
        """What is made of the words.

        Raises:
            UsageError: the dialog has no such question.
        """
        from chatbot.dialog.understanding.listening import understand as listen

        asked = self.questions.get(question)
        if asked is None:
            from chatbot.sources.problems import instead

            raise UsageError(
                f"The dialog {self.script.dialog} has no question {question!r}.",
                todo=instead(question, self.questions),
            )
        return listen(
            self.script,
            asked,
            asked.options,
            said,
            signs=self._signs.ids,
            may_not_apply=self._signs.may_not_apply,
        )


def as_json(heard: Heard | None) -> dict[str, object] | None:
    """A reading as an object of JSON, with what is filled of it."""
    if heard is None:
        return None
    if heard.intent:
        return {"intent": heard.intent.value, "target": heard.target}
    found: dict[str, object] = {}
    if heard.option:
        found["option"] = heard.option
    if heard.levels:
        found["levels"] = {fact: level.value for fact, level in heard.levels.items()}
    if heard.reasons:
        found["reasons"] = dict(heard.reasons)
    if heard.text:
        found["text"] = heard.text
    if heard.remark:
        found["remark"] = heard.remark
    return found


def _read(line: str) -> tuple[str, str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError("This is not JSON.", todo='Write {"question": ID, "said": TEXT}.') from error
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in _KEYS):
        raise UsageError(
            "A line has the texts question and said.", todo='Write {"question": ID, "said": TEXT}.'
        )
    return row["question"], row["said"]


def _converse(listener: _Listener) -> int:
    ids = list(listener.questions)
    for number, question in enumerate(ids, start=1):
        click.echo(f"{number:>3}  {question}", err=True)
    at = 0
    for typed in _typed(f"A question, by number or id [{ids[0]}]: "):
        at = _place(typed, ids)
        if at >= 0:
            break
        click.echo(f"There is no question {visible(typed)!r}.", err=True)
    else:
        return 0
    while at < len(ids):
        _show(listener.questions[ids[at]])
        for said in _typed(f"{ids[at]}> "):
            if not said:
                break
            click.echo(visible(json.dumps(listener.line(ids[at], said), ensure_ascii=False)))
        else:
            return 0
        at += 1
    return 0


def _place(typed: str, ids: list[str]) -> int:
    if not typed:
        return 0
    if typed.isdecimal():
        return int(typed) - 1 if 1 <= int(typed) <= len(ids) else -1
    return ids.index(typed) if typed in ids else -1


def _show(question: Question) -> None:
    click.echo(f"\n{question.ask}", err=True)
    names: Iterable[tuple[str, str]] = (
        *((option.id, option.label) for option in question.options),
        *((item.fact, item.label) for item in question.items),
    )
    for number, (name, label) in enumerate(names, start=1):
        click.echo(f"{number:>3}  {label}  ({name})", err=True)


def _typed(prompt: str) -> Iterator[str]:
    while True:
        try:
            yield input(prompt).strip()
        except EOFError:
            click.echo(err=True)
            return
