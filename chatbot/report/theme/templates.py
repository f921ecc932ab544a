"""Templates of a theme: whoever wrote one can lay a report out, and neither run code nor read files.

Everything that is wrong with one is said with its file and line, whether it shows when the template is read
or only when it is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError

from chatbot.errors import ChatbotError
from chatbot.report.theme.counted import MOST, CountedEnvironment, TooMany
from chatbot.report.theme.ours import FILES, FOLDER
from chatbot.report.theme.theme import Theme

OURS: Final = "ours/"
"""What stands before the name of a template of ours, so that a theme can put its own around it."""

_BY_CHANCE: Final = ("lipsum", "random")
"""What Jinja has that gives something else each time; the same report is always the same bytes."""


class TemplateError(ChatbotError):
    """A template cannot be used.

    Attributes:
        path: the file.
        line: where in it, from 1.
    """

    def __init__(self, path: str, line: int, what: str, todo: str) -> None:
        super().__init__(what, where=f"{path}:{line}", todo=todo)
        self.path = path
        self.line = line


def compiled(
    theme: Theme, name: str, *, html: bool, as_text: Callable[[object], str] | None = None
) -> Template:
    """A template of the theme, ready to be filled in by `rendered`.

    A template may include or extend the other templates of the theme by name, and ours as `ours/NAME`.

    Args:
        name: one of the theme's files.
        html: what is printed is made safe for HTML, unless it is `markupsafe.Markup`.
        as_text: what to make of everything that is printed where it is not HTML.

    Raises:
        TemplateError: it is missing, or something in it is no Jinja.
    """
    environment = _environment(theme, html=html, as_text=as_text)
    try:
        return environment.get_template(name)
    except TemplateSyntaxError as error:
        raise _no_jinja(error, theme, name) from error
    except TemplateNotFound as error:
        raise TemplateError(
            theme.places.get(name, name), 1, "This template is not there.", "Put it into the theme."
        ) from error
    except RecursionError as error:
        raise TemplateError(
            theme.places.get(name, name), 1, "This template is nested too deeply.", "Take some of it apart."
        ) from error


def rendered(template: Template, **values: object) -> str:
    """A template filled in with values.

    Raises:
        TemplateError: it uses a name that nothing has, or does with a value what cannot be done.
    """
    try:
        return template.render(**values)
    except ChatbotError:
        raise
    except TemplateSyntaxError as error:  # in a template that this one includes
        path = error.filename or error.name or template.filename or ""
        raise TemplateError(path, error.lineno, _sentence(error.message), _CORRECT) from error
    except Exception as error:
        path, line = _where(error, template)
        what, todo = _what(error, values)
        raise TemplateError(path, line, what, todo) from error


_PART: Final = re.compile(r"has no (?:attribute|element) '?([^']*)'?$")
_CORRECT: Final = "Either correct this line or take the file out of the theme, so that ours is used."
_END: Final = "Go over less here; if it is a loop that does not end, let it."
_ALLOWED: Final = "Use what the README of the theme says is there."


def _environment(theme: Theme, *, html: bool, as_text: Callable[[object], str] | None) -> CountedEnvironment:
    def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path, data = _found(theme, name)
        if data is None:
            return None
        return _decoded(path, data), path, lambda: True

    environment = CountedEnvironment(
        loader=FunctionLoader(source),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=as_text,
    )
    for name in _BY_CHANCE:
        environment.globals.pop(name, None)
        environment.filters.pop(name, None)
    return environment


def _found(theme: Theme, name: str) -> tuple[str, bytes | None]:
    """Where a template lies, and what is in it; only names that are known lead to a file at all."""
    if not name.endswith(".j2"):
        return name, None
    if name.startswith(OURS):
        own = name.removeprefix(OURS)
        place = FOLDER / own
        return str(place), place.read_bytes() if own in FILES and place.is_file() else None
    return theme.places.get(name, name), theme.files.get(name)


def _decoded(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        todo = 'Save it again with the encoding "UTF-8".'
        raise TemplateError(path, line, "This file is not UTF-8 text.", todo) from error


def _no_jinja(error: TemplateSyntaxError, theme: Theme, name: str) -> TemplateError:
    named = error.name or name  # of some errors it is the file already
    path = error.filename or theme.places.get(named, named)
    return TemplateError(path, error.lineno, _sentence(error.message), _CORRECT)


def _where(error: Exception, template: Template) -> tuple[str, int]:
    """The innermost line of a template that led to the error; Jinja puts them into the traceback."""
    path, line = template.filename or template.name or "", 1
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if trace.tb_frame.f_globals.get("__name__") == file:  # so marked by Jinja, and by nothing else
            path, line = file, trace.tb_lineno
        trace = trace.tb_next
    return path, line


def _what(error: Exception, values: dict[str, object]) -> tuple[str, str]:
    """What is wrong and what to do about it."""
    from chatbot.sources.problems import quoted  # only an error needs it

    if isinstance(error, UndefinedError):
        return _unknown(error, values)
    if isinstance(error, TemplateNotFound):
        return (
            f"There is no template {quoted(str(error.name))} that could be used here.",
            f"Name a .j2 file of this theme, or one of ours as {quoted(OURS + 'report.md.j2')}.",
        )
    if isinstance(error, SecurityError):
        return "This reaches for something that a template may not use.", _ALLOWED
    if isinstance(error, TooMany):
        return f"This template has taken {MOST:,} steps here, and a report needs no more.", _END
    if isinstance(error, RecursionError):
        return "This template uses itself without an end.", _CORRECT
    return f"This cannot be done here: {_sentence(str(error) or type(error).__name__)}", _CORRECT


def _unknown(error: UndefinedError, values: dict[str, object]) -> tuple[str, str]:
    from chatbot.sources.problems import listed, nearest, quoted

    message = error.message or ""
    name = message.split("'")[1] if message.startswith("'") and message.endswith("is undefined") else ""
    if not name:
        part = _PART.search(message)
        what = f"{quoted(part[1])} is not a part of this value." if part else _sentence(message)
        return what, _ALLOWED
    meant = nearest(name, values)
    known = f"write {quoted(meant)}" if meant else f"use one of {listed(sorted(values))}"
    return (
        f"{quoted(name)} is not known here.",
        f"Either {known} or define it with {{% set %}}.",
    )


def _sentence(message: str | None) -> str:
    """What Jinja says, as a sentence on one line."""
    line = " ".join((message or "this is not Jinja").split())
    return f"{line[:1].upper()}{line[1:200].rstrip('.')}."
