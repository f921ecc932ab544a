"""A condition as a phrase that follows "if"."""

from __future__ import annotations

from chatbot.conditions.language import Condition, Operator


def in_words(condition: Condition) -> str:
    """What has to hold, on one line, with ids as they are."""
    return _words(condition, outermost=True)


def _words(condition: Condition, *, outermost: bool = False) -> str:
    if condition.op is Operator.IS:
        return f"{condition.key} is {_either(condition.values)}"
    if len(condition.parts) == 1 and condition.op in (Operator.ALL, Operator.ANY):
        return _words(condition.parts[0], outermost=outermost)
    parts = [_words(part) for part in condition.parts]
    match condition.op:
        case Operator.ALL:
            phrase = " and ".join(parts)
        case Operator.ANY:
            phrase = " or ".join(parts)
        case Operator.NONE if len(parts) == 1:
            return f"not ({_words(condition.parts[0], outermost=True)})"
        case Operator.NONE:
            return f"none of ({'; '.join(parts)})"
        case _:
            return f"at least {condition.n} of ({'; '.join(parts)})"
    return phrase if outermost else f"({phrase})"


def _either(values: tuple[str, ...]) -> str:
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"
