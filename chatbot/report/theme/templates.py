"""Templates of a theme: compiled in a sandbox, and rendered with what a writer gives them."""

from __future__ import annotations

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from chatbot.report.theme.theme import Theme


def compiled(theme: Theme, name: str, *, html: bool = False) -> Template:
    """A template of a theme by its file name; with `html`, every value in it is text unless it is markup."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(theme.files[name].decode())


def rendered(template: Template, **values: object) -> str:
    """What a template makes of these values."""
    return template.render(**values)
