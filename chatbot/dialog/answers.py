"""Answers to questions: their form, the facts they state, and whether they fit their question."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from chatbot.dialog.script import UNKNOWN_OPTION, OptionId, Question, QuestionKind
from chatbot.errors import ChatbotError
from chatbot.facts import FactId, Level


class AnswerError(ChatbotError):
    """An answer that does not fit its question."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a person answered.

    Attributes:
        option: of a choice, the option; `unknown` is "I don't know" to a choice or a text.
        levels: of a checklist, the level of each of its facts.
        reasons: for each fact that does not apply, why.
        text: of a text, the words.
    """

    option: OptionId = OptionId("")
    levels: dict[FactId, Level] = {}
    reasons: dict[FactId, str] = {}
    text: str = ""


def stated(question: Question, answer: Answer) -> Iterator[tuple[FactId, str]]:
    """The facts that an answer states, with their values; nothing where it leaves them unasked."""
    match question.kind:
        case QuestionKind.CHECKLIST:
            for item in question.items:
                if item.fact in answer.levels:
                    yield item.fact, answer.levels[item.fact]
        case QuestionKind.CHOICE if answer.option == UNKNOWN_OPTION:
            yield from ((fact, Level.UNKNOWN) for fact in question.facts())
        case QuestionKind.CHOICE:
            for option in question.options:
                if option.id == answer.option:
                    yield from option.facts.items()
        case QuestionKind.TEXT if question.fact:
            if answer.option == UNKNOWN_OPTION:
                yield question.fact, Level.UNKNOWN
            elif answer.text:
                yield question.fact, answer.text


def is_whole(question: Question, answer: Answer) -> bool:
    """Whether an answer leaves no point of a checklist open."""
    return not answer.levels or all(item.fact in answer.levels for item in question.items)


def check_fit(question: Question, answer: Answer, *, whole: bool = True) -> None:
    """Refuse an answer that does not fit its question.

    Args:
        whole: whether an answer to a checklist has to say something to every point.

    Raises:
        AnswerError: an option or fact that the question does not have, a checklist with gaps, a fact
            that does not apply without a reason, an empty text.
    """
    match question.kind:
        case QuestionKind.CHOICE:
            known = {option.id for option in question.options} | {UNKNOWN_OPTION}
            if answer.option not in known:
                raise AnswerError(
                    f"The question {question.id} has no option {answer.option!r}.",
                    todo=f"Choose one of {', '.join(sorted(known))}.",
                )
        case QuestionKind.CHECKLIST:
            _check_levels(question, answer, whole=whole)
        case QuestionKind.TEXT:
            if not (answer.text.strip() or answer.option == UNKNOWN_OPTION or question.optional):
                raise AnswerError(
                    "The answer is empty.", todo="Write a few words, or say that you don't know."
                )


def _check_levels(question: Question, answer: Answer, *, whole: bool) -> None:
    facts = [item.fact for item in question.items]
    strange = [fact for fact in answer.levels if fact not in facts]
    if strange:
        raise AnswerError(f"The question {question.id} does not ask about {', '.join(strange)}.")
    open_items = [item.label for item in question.items if item.fact not in answer.levels]
    if open_items and whole:
        raise AnswerError(
            f"Still without an answer: {', '.join(open_items)}.", todo="Say something to each of them."
        )
    for fact, level in answer.levels.items():
        if level is Level.NOT_APPLICABLE and not answer.reasons.get(fact, "").strip():
            raise AnswerError(
                f"{fact} does not apply, but no reason is given.", todo="Say why in a few words."
            )
