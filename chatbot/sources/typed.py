"""From a tree with places to frozen structs, validated by pydantic, problems where they are."""

from __future__ import annotations

import functools
import json
import operator
import types
from dataclasses import Field, dataclass, field, make_dataclass
from typing import TYPE_CHECKING, Final, ForwardRef, Generic, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from chatbot.sources.codes import Code
from chatbot.sources.conditions import AtomPlace
from chatbot.sources.nodes import Loc, MappingNode, Node, Scalar, Sequence, find, key_place, value_place
from chatbot.sources.problems import Place, Problems, instead, quoted
from chatbot.sources.reader import read
from chatbot.sources.shape import Shaper

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_ADAPTERS: Final[dict[type, TypeAdapter[object]]] = {}


@dataclass(frozen=True, slots=True)
class Authored(Generic[T_co]):
    """One file as data, with the place of everything in it.

    Attributes:
        value: the data.
        problems: where to note what else is wrong with it.
    """

    value: T_co
    problems: Problems
    _node: Node
    _atoms: dict[Loc, tuple[AtomPlace, ...]] = field(repr=False)

    def at(self, *loc: str | int) -> Place:
        """Where the value at `loc` is."""
        return value_place(self._node, loc)

    def key(self, *loc: str | int) -> Place:
        """Where the key of the value at `loc` is."""
        return key_place(self._node, loc)

    def has(self, *loc: str | int) -> bool:
        """Whether the author wrote something at `loc`."""
        return find(self._node, loc) is not None

    def atoms(self, *loc: str | int) -> tuple[AtomPlace, ...]:
        """The places of the atoms of the condition at `loc`, in the order of `Condition.atoms()`."""
        return self._atoms[loc]


def read_as(shape: type[T], text: str, problems: Problems) -> Authored[T] | None:
    """Read `text` as the struct `shape`; `None` where it cannot be, with the reasons in `problems`."""
    node = read(text, problems)
    if node is None:
        return None
    shaper = Shaper(problems)
    data = shaper.plain(node, shape, ())
    value = _validated(shape, data, node, problems)
    if value is None or problems.found:
        return None
    return Authored(value, problems, node, shaper.atoms)


def _validated(shape: type[T], data: object, node: Node, problems: Problems) -> T | None:
    from pydantic import ValidationError

    try:
        # As JSON, because only there do lists become tuples and words become enums in strict mode.
        checked = _adapter(shape).validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _note(detail, node, problems)
        return None
    return msgspec.json.decode(msgspec.json.encode(checked), type=shape)


def _adapter(shape: type) -> TypeAdapter[object]:
    """Building one takes longer than using it, so each is kept."""
    from pydantic import TypeAdapter

    if shape not in _ADAPTERS:
        mirror = _mirrored(shape)
        assert isinstance(mirror, type)
        _ADAPTERS[shape] = TypeAdapter(mirror)
    return _ADAPTERS[shape]


def _mirrored(hint: object, around: tuple[type, ...] = ()) -> object:
    """The type hint with a dataclass of the same fields for every struct: pydantic knows no structs.

    Structs are what the rest of the program uses, because to define one takes a fraction of the time.

    Args:
        around: the structs that this is a part of; one with others of its kind in it names itself.
    """
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        if hint in around:
            return ForwardRef(hint.__name__)
        hints = get_type_hints(hint)
        inside = (*around, hint)
        return make_dataclass(
            hint.__name__,
            [
                _mirrored_field(one, _mirrored(hints[one.name], inside))
                for one in msgspec.structs.fields(hint)
            ],
            kw_only=True,
        )
    parts = tuple(_mirrored(part, around) for part in get_args(hint))
    if parts == get_args(hint):
        return hint
    if isinstance(hint, types.UnionType):
        return functools.reduce(operator.or_, parts)
    generic = get_origin(hint)
    assert generic is not None  # only a generic alias has arguments
    return generic[parts]


def _mirrored_field(one: msgspec.structs.FieldInfo, hint: object) -> tuple[str, object, Field[object]]:
    if one.default_factory is not msgspec.NODEFAULT:
        return one.name, hint, field(default_factory=one.default_factory)
    if one.default is not msgspec.NODEFAULT:
        return one.name, hint, field(default=one.default)
    return one.name, hint, field()


_FORMS: Final = {
    "tuple_type": (Code.NOT_A_LIST, "A list is meant here.", "Put each entry on a line behind a dash."),
    "dict_type": (Code.NOT_A_MAPPING, "Keys with values are meant here.", "Write key: value lines."),
    "dataclass_type": (Code.NOT_A_MAPPING, "Keys with values are meant here.", "Write key: value lines."),
    "int_type": (Code.WRONG_KIND, "A whole number is meant here.", "Write it in digits, without quotes."),
    "bool_type": (Code.WRONG_KIND, "This is either true or false.", "Write one of them, without quotes."),
}


def _note(detail: ErrorDetails, node: Node, problems: Problems) -> None:
    """Note what pydantic found, at its place."""
    kind = detail["type"]
    loc = tuple(step for step in detail["loc"] if step != "[key]")
    is_key = len(loc) < len(detail["loc"])
    place = key_place(node, loc) if is_key else value_place(node, loc)
    written = find(node, loc)
    name = quoted(str(loc[-1])) if loc else "this"
    if kind == "missing":
        problems.add(Code.MISSING_KEY, place, f"{name} is missing here.", f"Add {name} with its value.")
    elif isinstance(written, Scalar) and written.value is None and not is_key:
        problems.add(
            Code.LEFT_EMPTY, place, f"{name} is left empty.", "Either write what it says or leave it out."
        )
    elif kind == "enum":
        word = str(loc[-1]) if is_key else written.text if isinstance(written, Scalar) else ""
        allowed = _allowed(str(detail.get("ctx", {}).get("expected", "")))
        problems.add(
            Code.NOT_A_CHOICE, place, f"{quoted(word)} is not possible here.", instead(word, allowed)
        )
    elif kind == "string_type":
        message, fix = _text_wanted(written)
        problems.add(Code.NOT_TEXT, place, message, fix)
    elif kind in _FORMS:
        code, message, fix = _FORMS[kind]
        problems.add(code, place, message, fix)
    else:
        problems.add(Code.WRONG_KIND, place, f"{name} cannot have this value.", "Write another one.")


def _text_wanted(written: Node | None) -> tuple[str, str]:
    if isinstance(written, Sequence):
        return "A text is meant here, not a list.", "Either write one text or remove the dashes."
    if isinstance(written, MappingNode):
        return (
            "A text is meant here, not keys with values.",
            'If the text contains a colon, put it into "quotes".',
        )
    text = written.text if isinstance(written, Scalar) else ""
    kind = "true or false" if text in ("true", "false") else "a number"
    return f"A text is meant here, and {text} without quotes is {kind}.", f'Write "{text}".'


def _allowed(expected: str) -> list[str]:
    """The words out of pydantic's "'a', 'b' or 'c'"."""
    return expected.split("'")[1::2]
