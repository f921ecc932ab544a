"""Templates that end: what loops go over and every call is counted, so that none can go on for ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST: Final = 1_000_000
"""How many steps a template may take; a report of ten thousand answers takes a few hundred."""

_LARGEST: Final = 1_000_000
"""How many characters or entries a repeated value may have, and how large an exponent may be."""

_COUNTED: Final = "chatbot_counted"


class TooMany(Exception):
    """A template has taken all the steps that it may."""


class _Generator(CodeGenerator):
    """Puts a counter around whatever a loop goes over."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        for loop in list(node.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        super().visit_Template(node, frame)


class CountedEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which what is made from one environment takes a number of steps, and no more."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self._taken = 0
        self.filters[_COUNTED] = self._counted

    def call(self, context: Context, called: object, /, *args: object, **named: object) -> object:
        """Count a call, such as of a macro or of a recursive loop, before it is made."""
        self._take(1)
        if isinstance(called, LoopContext) and args:
            args = (self._counted(args[0]), *args[1:])
        return super().call(context, called, *args, **named)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Multiply as long as what comes out has an end in sight."""
        if operator == "**" and isinstance(right, int) and abs(right) > _LARGEST:
            raise TooMany
        if operator == "*":
            for value, times in ((left, right), (right, left)):
                if isinstance(value, Sized) and isinstance(times, int) and len(value) * times > _LARGEST:
                    raise TooMany
        return super().call_binop(context, operator, left, right)

    def _take(self, steps: int) -> None:
        self._taken += steps
        if self._taken > MOST:
            raise TooMany

    def _counted(self, value: object) -> object:
        """The same to go over; what has a length is counted at once."""
        if isinstance(value, Sized):
            self._take(len(value))
            return value
        return self._one_by_one(value) if isinstance(value, Iterable) else value

    def _one_by_one(self, values: Iterable[object]) -> Iterator[object]:
        for value in values:
            self._take(1)
            yield value
