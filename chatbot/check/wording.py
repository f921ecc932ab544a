"""What a good interviewer would change: missing help, long questions, ambiguous words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from chatbot.dialog.places import Placed, questions, texts
from chatbot.dialog.script import QuestionKind, Script
from chatbot.dialog.values import is_of_initiative
from chatbot.facts import FactId, Level
from chatbot.sources.codes import Code
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import quoted
from chatbot.sources.typed import Authored

MOST_WORDS: Final = 25
"""How long a question may be, in words."""

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


def check_wording(authored: Authored[Script]) -> None:
    """Note what is wrong with the wording of a dialog in the problems of its file."""
    for placed in questions(authored.value):
        _check_help(authored, placed)
        _check_length(authored, placed)
        _check_same_words(authored, placed)
    _check_facilitation(authored)
    _check_levels(authored)
    _check_placeholders(authored)


def _check_help(authored: Authored[Script], placed: Placed) -> None:
    question = placed.question
    what = f"The question {quoted(question.id)}"
    at = authored.at(*placed.loc, "id")
    if not question.why:
        authored.problems.add(Code.WHY_MISSING, at, f"{what} does not say why it is asked.", 'Add "why".')
    if not question.help:
        authored.problems.add(Code.HELP_MISSING, at, f"{what} does not say what it means.", 'Add "help".')
    judged = any(not is_of_initiative(fact) and fact not in authored.value.facts for fact in question.facts())
    if judged and not question.evidence:
        authored.problems.add(
            Code.EVIDENCE_MISSING,
            at,
            f"{what} does not say what would show that an answer is so.",
            'Add "evidence".',
        )


def _check_facilitation(authored: Authored[Script]) -> None:
    """A dialog that helps a facilitator with one question does so with each of them."""
    every = list(questions(authored.value))
    if not any(placed.question.facilitator for placed in every):
        return
    for placed in every:
        if placed.question.facilitator is None:
            authored.problems.add(
                Code.FACILITATOR_MISSING,
                authored.at(*placed.loc, "id"),
                f"The question {quoted(placed.question.id)} has nothing for a facilitator, as others have.",
                'Add "facilitator" with what to say, what to listen for, and minutes.',
            )


def words_in(ask: str) -> int:
    """How many words a question has; a placeholder counts as one."""
    return len(_PLACEHOLDER.sub("it", ask).split())


def _check_length(authored: Authored[Script], placed: Placed) -> None:
    words = words_in(placed.question.ask)
    if words > MOST_WORDS:
        authored.problems.add(
            Code.ASK_TOO_LONG,
            authored.at(*placed.loc, "ask"),
            f"This question has {words} words; beyond {MOST_WORDS} people lose its beginning.",
            'Either shorten it or move a part into "help".',
        )


def _check_same_words(authored: Authored[Script], placed: Placed) -> None:
    """Nothing that people may say stands for two answers to one question."""
    question, loc = placed.question, placed.loc
    if question.kind is QuestionKind.CHOICE:
        # Options with conditions may be meant never to be offered together.
        said = [
            _sayings((*loc, "options", at), option.label, option.says)
            for at, option in enumerate(question.options)
            if option.when is None
        ]
        unknown = authored.value.unknown
        said.append(_sayings(("unknown",), question.unknown_label or unknown.label, unknown.says))
    else:
        said = [
            _sayings((*loc, "items", at), item.label, item.says) for at, item in enumerate(question.items)
        ]
    _check_differ(authored, said)


def _check_levels(authored: Authored[Script]) -> None:
    """The levels of a signal are worded apart, and so are those of a sign."""
    said = {
        level: _sayings(("levels", level.value), wording.label, wording.says)
        for level, wording in authored.value.levels.items()
    }
    present = said.pop(Level.PRESENT, [])
    _check_differ(authored, said.values())
    others = [said[level] for level in (Level.ABSENT, Level.UNKNOWN) if level in said]
    _check_differ(authored, [[one for sayings in others for one in sayings], present])


def _sayings(loc: Loc, label: str, says: Iterable[str]) -> list[tuple[str, Loc]]:
    return [(label, (*loc, "label")), *((word, (*loc, "says", at)) for at, word in enumerate(says))]


def _check_differ(authored: Authored[Script], said: Iterable[list[tuple[str, Loc]]]) -> None:
    seen: dict[str, Loc] = {}
    for sayings in said:
        new: dict[str, Loc] = {}
        for words, loc in sayings:
            folded = " ".join(words.casefold().split()).strip(" .,;:?")
            if folded and folded in seen:
                line = authored.at(*seen[folded]).line
                authored.problems.add(
                    Code.SAME_WORDS,
                    authored.at(*loc),
                    f"{quoted(words)} already means another answer, in line {line}.",
                    "Either remove one of the two or say it in other words.",
                )
            new.setdefault(folded, loc)
        seen |= new


def _check_placeholders(authored: Authored[Script]) -> None:
    """What a text repeats has been asked before."""
    first: dict[FactId, int] = {}
    for placed in questions(authored.value):
        for fact in placed.question.facts():
            first.setdefault(fact, placed.number)
    for text in texts(authored.value):
        for name in _names(text.text) if text.filled and text.after is not None else ():
            if text.after is not None and first.get(name, 0) >= text.after:
                authored.problems.add(
                    Code.PLACEHOLDER_TOO_EARLY,
                    authored.at(*text.loc),
                    f"{quoted(f'{{{name}}}')} is not known here yet.",
                    "Either ask for it earlier or write the text without it.",
                )


def _names(text: str) -> Iterator[FactId]:
    return (FactId(found[1]) for found in _PLACEHOLDER.finditer(text))
