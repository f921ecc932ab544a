"""Delivering what `chatbot prepare` makes: which files there are, and writing all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from msgspec import Struct

from chatbot.commands.places import PLACE_TODO, checked_place
from chatbot.commands.report_theme import theme_for
from chatbot.commands.writing import check_free, write_files
from chatbot.dialog.load import load_script
from chatbot.errors import ChatbotError, UsageError
from chatbot.framework.load import load_framework
from chatbot.report.formats import FOR_PROGRAMS, NAMES, Format, format_of
from chatbot.report.making import Wish, write
from chatbot.report.preparing.session import Made, Session, SheetKind, documents, prepared
from chatbot.report.theme.texts import Texts
from chatbot.sources.shipped import dialog_bundle, knowledge_bundle

_CSV: Final = "name,role,organisation\n"
_YAML: Final = """\
# Who is invited to the session. Role and organisation may be left out.
people:
  # - {name: Ada Osei, role: Head of Quality, organisation: Halden Valves}
"""


class Wanted(Struct, frozen=True, kw_only=True):
    """What is to be made, and where it goes.

    Attributes:
        output: a folder, or a file for the one document that there is.
        forms: the formats; empty for what the file's ending says, or PDF.
    """

    dialog: str
    knowledge: Path | None
    session: Session
    kinds: tuple[SheetKind, ...]
    output: Path
    forms: tuple[Format, ...]
    theme: Path | None
    paper: str | None


def deliver(wanted: Wanted, *, force: bool) -> None:
    """Make the documents and put them where they are wanted.

    Raises:
        ChatbotError: the session cannot be planned so, or a file cannot be written or is in the way.
    """
    file = _is_file(wanted.output)
    forms = _forms(wanted, file)
    script = load_script(dialog_bundle(wanted.dialog))
    framework = load_framework(knowledge_bundle(wanted.knowledge))
    ready = prepared(script, framework, wanted.session)
    theme = theme_for(wanted.theme, wanted.paper)
    made = list(documents(ready, wanted.kinds, Texts(theme.texts), personal=wanted.session.personal))
    if file and len(made) * len(forms) > 1:
        raise UsageError(
            f"There are {len(made) * len(forms)} documents, and this is the name of one file.",
            where=str(wanted.output),
            todo="Name a folder, or choose one of --agenda, --participants and --facilitator.",
        )
    if file:
        places = [checked_place(wanted.output)]
    else:
        folder = _folder(wanted.output)
        places = [folder / f"{name}.{form}" for name in _names(made) for form in forms]
    if not force:
        check_free(*places)
    if not file:
        _make_folder(places[0].parent)
    each = [(one, form) for one in made for form in forms]
    written = [write(one.document, Wish(form=form), theme).data for one, form in each]
    write_files([(place, [data]) for place, data in zip(places, written, strict=True)])
    for place, (one, _) in zip(places, each, strict=True):
        click.echo(f"{place}  {one.guest.name}" if one.guest else place, err=True)


def write_roster_template(path: Path, *, force: bool) -> None:
    """Write a list of people with nobody on it.

    Raises:
        ChatbotError: its ending is none of a list, it cannot be written, or it is there already.
    """
    from chatbot.room.roster import check_ending

    check_ending(path)
    place = checked_place(path)
    if not force:
        check_free(place)
    write_files([(place, [(_CSV if path.suffix.lower() == ".csv" else _YAML).encode()])])
    click.echo(place, err=True)


def _is_file(output: Path) -> bool:
    """Whether a path is meant as the name of a file: it has an ending, and no folder is there."""
    return bool(output.suffix) and not output.is_dir()


def _forms(wanted: Wanted, file: bool) -> Sequence[Format]:
    if wanted.forms:
        return list(dict.fromkeys(wanted.forms))
    if not file:
        return [Format.PDF]
    form = format_of(wanted.output)
    if form in FOR_PROGRAMS:
        raise UsageError(
            f"What is handed out is for people, and {NAMES[form]} is for programs.",
            where=str(wanted.output),
            todo="Name a file that ends in .pdf, .docx, .html or .md.",
        )
    return [form]


def _names(made: Sequence[Made]) -> list[str]:
    """Names of files that nobody typed: sheets for single persons are counted."""
    names: list[str] = []
    for one in made:
        number = sum(name.startswith(one.kind) for name in names) + 1
        names.append(f"{one.kind}-{number:02}" if one.guest else one.kind.value)
    return names


def _folder(output: Path) -> Path:
    try:
        folder = output.expanduser()
        if folder.exists() and not folder.is_dir():
            raise ChatbotError("This is a file, and a folder is meant.", where=str(output), todo=PLACE_TODO)
    except (OSError, RuntimeError, ValueError) as error:
        raise ChatbotError(
            "The name of this folder is not one.", where=str(output), todo=PLACE_TODO
        ) from error
    return folder


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name is not one"
        raise ChatbotError(
            f"The folder cannot be made: {reason}.", where=str(folder), todo=PLACE_TODO
        ) from error
