"""Checking the style sheet of a theme for what a browser would pass over without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import tinycss2
from msgspec.structs import fields
from tinycss2 import ast

from chatbot.check.style_properties import PROPERTIES
from chatbot.report.theme.theme import Colours
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problem, nearest, quoted

_WITH_RULES: Final = frozenset({"media", "supports", "layer", "container", "scope", "starting-style"})
"""At-rules that hold further rules."""

_PAGE: Final = ("page", "top-", "bottom-", "left-", "right-")
"""How the at-rules begin that hold properties: a page, and inside it its margins."""

_GIVEN: Final = frozenset(
    {f"--{field.name}" for field in fields(Colours)} | {"--text-font", "--heading-font", "--page-height"}
)
"""What the program puts before the sheet."""

_CORRECT: Final = "Correct it, or this part has no effect."


def check_style(text: str, path: str) -> Iterator[Problem]:
    """Everything in a style sheet that is not CSS, or that no browser knows.

    Args:
        path: what messages call it.
    """
    sheet = _Sheet(path)
    sheet.read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    return sheet.problems()


class _Sheet:
    """One sheet, as it is read. Custom properties may be used before they are declared."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: list[Problem] = []
        self._declared = set(_GIVEN)
        self._used: list[tuple[str, ast.Node]] = []

    def problems(self) -> Iterator[Problem]:
        """What was found, in the order of the lines."""
        for name, at in self._used:
            if name not in self._declared:
                meant = nearest(name, self._declared)
                fix = f"Either write {quoted(meant)} or declare it." if meant else "Declare it in :root."
                self._add(at, f"Nothing declares {quoted(name)}.", fix)
        return iter(sorted(self._found, key=lambda one: (one.line, one.column)))

    def read(self, nodes: Iterable[ast.Node]) -> None:
        """Rules and declarations, as deep as they go."""
        for node in nodes:
            match node:
                case ast.ParseError():
                    self._add(node, "This is neither a property with a colon nor a rule in braces.", _CORRECT)
                case ast.Declaration():
                    self._declaration(node)
                case ast.QualifiedRule():
                    self.read(_inside(node.content))
                case ast.AtRule() if node.content is not None:
                    self._at_rule(node, node.content)

    def _at_rule(self, rule: ast.AtRule, content: Sequence[ast.Node]) -> None:
        name = rule.lower_at_keyword
        if name in _WITH_RULES or name.startswith(_PAGE):
            self.read(_inside(content))
        elif name == "property":
            self._declared.update(token.value for token in rule.prelude if isinstance(token, ast.IdentToken))

    def _declaration(self, declaration: ast.Declaration) -> None:
        name = declaration.lower_name
        if name.startswith("--"):
            self._declared.add(declaration.name)
        elif name not in PROPERTIES and not name.startswith("-"):  # those of one vendor begin with a dash
            meant = nearest(name, PROPERTIES)
            fix = f"Either write {quoted(meant)} or remove it." if meant else "Remove it."
            self._add(declaration, f"No browser knows the property {quoted(name)}.", fix)
        self._values(declaration.value)

    def _values(self, tokens: Iterable[ast.Node]) -> None:
        for token in tokens:
            match token:
                case ast.ParseError():
                    self._add(token, "A bracket or quotation mark has no other half.", _CORRECT)
                case ast.FunctionBlock():
                    if token.lower_name == "var":
                        self._variable(token)
                    self._values(token.arguments)

    def _variable(self, used: ast.FunctionBlock) -> None:
        """Note what is used; what has a value to fall back on need not be declared."""
        names = [part for part in used.arguments if isinstance(part, ast.IdentToken)]
        has_other = any(isinstance(part, ast.LiteralToken) for part in used.arguments)
        if names and not has_other:
            self._used.append((names[0].value, used))

    def _add(self, at: ast.Node, message: str, fix: str) -> None:
        self._found.append(
            Problem(
                code=Code.STYLE_WITHOUT_EFFECT,
                path=self._path,
                line=at.source_line,
                column=at.source_column,
                message=message,
                fix=fix,
            )
        )


def _inside(content: Sequence[ast.Node]) -> Sequence[ast.Node]:
    parsed: Sequence[ast.Node] = tinycss2.parse_blocks_contents(
        content, skip_comments=True, skip_whitespace=True
    )
    return parsed
