"""Checking a knowledge base: its files, its conditions, and that everything in it can happen."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from chatbot.check.outcomes import Outcomes, outcomes
from chatbot.check.satisfiable import can_fail, can_hold
from chatbot.check.wording import MOST_WORDS, words_in
from chatbot.conditions.words import in_words
from chatbot.framework.reading import AuthoredFramework, examine
from chatbot.framework.validation import Rule, rules
from chatbot.framework.vocabulary import fact_vocabulary, judged_facts
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problem, quoted


def check_knowledge(bundle: Bundle) -> tuple[tuple[Problem, ...], AuthoredFramework | None]:
    """Everything that can be said of a knowledge base by itself.

    Returns:
        everything that was found, and the knowledge base if nothing keeps it from being used.
    """
    authored, problems = examine(bundle)
    if authored is None or problems:
        return problems, None
    facts = fact_vocabulary(authored.framework)
    for rule in rules(authored):
        _check_condition(rule, facts)
    _check_signs(authored)
    _check_outcomes(authored, outcomes(authored.framework))
    _check_tensions(authored)
    return tuple(_all_problems(authored)), authored


def _all_problems(authored: AuthoredFramework) -> list[Problem]:
    files = [authored.about, authored.layers, authored.rules, authored.models, authored.warnings]
    found = [problem for file in files for problem in file.problems.found]
    found += authored.tensions.problems.found if authored.tensions else []
    return found + [problem for _, lens in authored.lenses for problem in lens.problems.found]


def _check_condition(rule: Rule, facts: Mapping[str, Collection[str]]) -> None:
    """Note a condition that can never hold, or never fail."""
    # A fact may also not have been asked; a conclusion always has one of its values.
    domain = {key: {*values, ""} if key in facts else set(values) for key, values in rule.vocabulary.items()}
    place = rule.file.at(*rule.loc)
    if can_hold([rule.condition], domain) is False:
        rule.file.problems.add(
            Code.CONTRADICTS_ITSELF,
            place,
            f"This can never hold, because its parts exclude each other: {in_words(rule.condition)}.",
            "Either remove one part or use any in place of all.",
        )
    elif can_fail(rule.condition, domain) is False:
        rule.file.problems.add(
            Code.ALWAYS_HOLDS,
            place,
            f"This condition always holds, so it decides nothing: {in_words(rule.condition)}.",
            "Either remove it or change it.",
        )


def _check_tensions(authored: AuthoredFramework) -> None:
    """What the bot asks about a tension is short; whether a dialog ever brings it up is seen elsewhere."""
    for at, tension in enumerate(authored.framework.tensions):
        words = words_in(tension.ask)
        if authored.tensions and words > MOST_WORDS:
            authored.tensions.problems.add(
                Code.ASK_TOO_LONG,
                authored.tensions.at("tensions", at, "ask"),
                f"This question has {words} words; beyond {MOST_WORDS} people lose its beginning.",
                'Either shorten it or move a part into "reason".',
            )


def _check_signs(authored: AuthoredFramework) -> None:
    """Every warning sign and failure mode has the warning of its id."""
    framework = authored.framework
    warnings = {str(warning.id) for warning in framework.warnings}
    signs = [layer.sign.id for layer in framework.layers]
    signs += [model.failure_mode.id for model in framework.models]
    for sign in signs:
        if sign not in warnings:
            authored.warnings.problems.add(
                Code.SIGN_WITHOUT_WARNING,
                authored.warnings.key("warnings"),
                f"No warning is raised when {quoted(sign)} is present.",
                f"Add a warning with the id {quoted(sign)} and when: {{{sign}: present}}.",
            )


def _check_outcomes(authored: AuthoredFramework, seen: Outcomes) -> None:
    """Every warning can be raised, and every value model can be what to work on now."""
    framework = authored.framework
    known = len(list(judged_facts(framework)))
    for at, warning in enumerate(framework.warnings):
        if warning.id not in seen.warnings:
            authored.warnings.problems.add(
                Code.WARNING_NEVER_RAISED,
                authored.warnings.at("warnings", at, "id"),
                f"None of {seen.tried} sets of answers about {known} facts raises {quoted(warning.id)}.",
                "Look at what its condition asks for.",
            )
    for at, model in enumerate(framework.models):
        if model.id not in seen.recommended:
            authored.models.problems.add(
                Code.MODEL_NEVER_RECOMMENDED,
                authored.models.at("value_models", at, "id"),
                f"None of {seen.tried} sets of answers about {known} facts advises {quoted(model.id)}.",
                "Look at its floors and at the gates before it.",
            )
