"""The ledger of released ids: what a stored interview may refer to never disappears without a trace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from chatbot.dialog.script import Question, QuestionKind, Script
from chatbot.errors import ChatbotError
from chatbot.sources.codes import Code
from chatbot.sources.nodes import Entry, MappingNode, Node, Scalar, Sequence
from chatbot.sources.problems import START, Place, Problem, Problems, SourceError, quoted
from chatbot.sources.reader import read
from chatbot.sources.text import decode

Ledger: TypeAlias = dict[str, dict[str, tuple[str, ...]]]
"""For each dialog its questions, and for each of these its options."""

COMMAND: Final = "chatbot check --update-ledger"
_HEAD: Final = f"""\
# Every id that was ever released, because stored interviews refer to them.
# Written by `{COMMAND}`; nothing is ever removed.
"""


def read_ledger(text: str, problems: Problems) -> tuple[Ledger, Mapping[tuple[str, ...], Place]]:
    """The ledger, and the place of each id by the way to it; what is wrong is noted in `problems`."""
    ledger: Ledger = {}
    places: dict[tuple[str, ...], Place] = {}
    for dialog, asked in _entries(read(text, problems), problems).items():
        places[dialog,] = asked.place
        ledger[dialog] = {}
        for question, options in _entries(asked.value, problems).items():
            places[dialog, question] = options.place
            ids = _ids(options.value, problems)
            ledger[dialog][question] = tuple(ids)
            places |= {(dialog, question, option): place for option, place in ids.items()}
    return ledger, places


def check_ledger(
    text: str, path: str, scripts: Mapping[str, tuple[str, Script]], *, complete: bool
) -> list[Problem]:
    """Ids that are gone without a trace, and ids that the ledger does not have yet.

    Args:
        text: the ledger; an empty text where there is none.
        path: its name in messages.
        scripts: by dialog id, the dialog's path and the dialog.
        complete: whether these are all dialogs, so that one which is missing is gone.
    """
    problems = Problems(path)
    ledger, places = read_ledger(text, problems) if text else ({}, {})
    if problems.found:
        return problems.in_order()
    for dialog, released in ledger.items():
        if dialog in scripts:
            for way in _gone(dialog, released, scripts[dialog][1]):
                what = "question" if len(way) == 2 else "option"
                problems.add(
                    Code.RELEASED_ID_GONE,
                    places[way],
                    f"The {what} {quoted(way[-1])} of {quoted('/'.join(way[:-1]))} was released and is gone.",
                    f'Either bring it back or name it in "renamed_from" of the {what} that took its place.',
                )
        elif complete:
            problems.add(
                Code.RELEASED_ID_GONE,
                places[dialog,],
                f"The dialog {quoted(dialog)} was released and is gone.",
                "Bring it back: interviews that are under way need it.",
            )
    found = problems.in_order()
    for dialog, (where, script) in scripts.items():
        missing = _missing(ledger.get(dialog, {}), script)
        if missing:
            note = Problems(where)
            note.add(
                Code.ID_NOT_IN_LEDGER,
                START,
                f"{len(missing)} ids of {quoted(dialog)} are not in the ledger yet.",
                f"When they are released, run: {COMMAND}",
            )
            found += note.found
    return found


def update_ledger(path: Path, scripts: Iterable[Script]) -> int:
    """Add the ids of `scripts` to the ledger at `path`, which need not exist.

    Returns:
        how many ids were added.

    Raises:
        SourceError: the ledger cannot be read; it is left as it is.
        ChatbotError: it cannot be written.
    """
    problems = Problems(str(path))
    ledger: Ledger = {}
    try:
        if path.exists():
            text = decode(path.read_bytes(), problems)
            ledger, _ = read_ledger(text, problems)
        if problems.found:
            raise SourceError(problems.in_order())
        added = sum(_add(ledger, script) for script in scripts)
        part = path.with_name(f"{path.name}.part")
        part.write_text(_HEAD + _written(ledger), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise ChatbotError(
            f"The ledger cannot be written: {error.strerror or 'the system refused'}.",
            where=str(path),
            todo="Check that you may write to this folder.",
        ) from error
    return added


def _entries(node: Node | None, problems: Problems) -> Mapping[str, Entry]:
    if isinstance(node, MappingNode):
        return node.entries
    if node is not None and not problems.found:
        problems.add(
            Code.NOT_A_MAPPING,
            node.place,
            "Ids are meant here, each with what belongs to it.",
            f"Either repair it or let {COMMAND} write it anew.",
        )
    return {}


def _ids(node: Node, problems: Problems) -> dict[str, Place]:
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return {item.text: item.place for item in node.items if isinstance(item, Scalar)}
    problems.add(
        Code.NOT_A_LIST,
        node.place,
        "A list of ids is meant here.",
        f"Either repair it or let {COMMAND} write it anew.",
    )
    return {}


def _gone(dialog: str, released: Mapping[str, tuple[str, ...]], script: Script) -> Iterable[tuple[str, ...]]:
    """The ways to ids that the script neither has nor accounts for."""
    now: dict[str, Question] = {
        name: question for question in script.questions() for name in (*question.renamed_from, question.id)
    }
    for question, options in released.items():
        if question not in now:
            yield dialog, question
            continue
        kept = {name for option in now[question].options for name in (*option.renamed_from, option.id)}
        yield from ((dialog, question, option) for option in options if option not in kept)


def _missing(released: Mapping[str, tuple[str, ...]], script: Script) -> list[str]:
    missing = []
    for question in script.questions():
        if question.id not in released:
            missing.append(str(question.id))
        known = released.get(question.id, ())
        missing += [f"{question.id}.{option.id}" for option in question.options if option.id not in known]
    return missing


def _add(ledger: Ledger, script: Script) -> int:
    released = ledger.setdefault(script.dialog, {})
    added = len(_missing(released, script))
    for question in script.questions():
        options = [option.id for option in question.options] if question.kind is QuestionKind.CHOICE else []
        known = released.get(question.id, ())
        released[question.id] = (*known, *(option for option in options if option not in known))
    return added


def _written(ledger: Ledger) -> str:
    lines = []
    for dialog, asked in ledger.items():
        lines.append(f"{dialog}:")
        lines += [
            f"  {question}: [{', '.join(map(_quoted, options))}]" for question, options in asked.items()
        ]
    return "\n".join(lines or ["{}"]) + "\n"


def _quoted(name: str) -> str:
    plain = re.fullmatch(r"[a-z][a-z0-9_]*", name) and name not in ("null", "true", "false")
    return name if plain else f'"{name}"'
