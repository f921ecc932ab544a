"""What has to be true of a knowledge base beyond its shape: ids, owners, and what conditions read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chatbot.conditions import Condition
from chatbot.facts import SECTOR, TITLE
from chatbot.framework.model import Sign, Signal
from chatbot.framework.reading import AuthoredFramework
from chatbot.framework.vocabulary import (
    LAYER_RULE_VOCABULARY,
    fact_vocabulary,
    floor_vocabulary,
    item_vocabulary,
    vocabulary,
    warning_vocabulary,
)
from chatbot.sources.codes import Code
from chatbot.sources.conditions import check_vocabulary
from chatbot.sources.ids import Ids
from chatbot.sources.nodes import Loc
from chatbot.sources.problems import instead, listed, quoted
from chatbot.sources.typed import Authored

_CONCLUSIONS: Final = ("absent", "ambition", "commitment", "controls", "doubt", "gate", "known", "layers")
_TAKEN: Final = frozenset({"initiative", "readiness", "warnings", *_CONCLUSIONS})


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition of the knowledge base: where it is, and what it may read."""

    file: Authored[object]
    loc: Loc
    condition: Condition
    vocabulary: dict[str, frozenset[str]]


def validate(authored: AuthoredFramework) -> None:
    """Note everything that is wrong with a knowledge base in the problems of its files."""
    _check_ids(authored)
    _check_owned(authored)
    _check_references(authored)
    everything = vocabulary(authored.framework)
    for rule in rules(authored):
        _check_rule(rule, everything)


def rules(authored: AuthoredFramework) -> Iterator[Rule]:
    """Every condition of the knowledge base."""
    framework = authored.framework
    floors, items = floor_vocabulary(framework), item_vocabulary(framework)
    for at, model in enumerate(framework.models):
        for nth, floor in enumerate(model.floors):
            yield Rule(authored.models, ("value_models", at, "floors", nth, "needs"), floor.needs, floors)
    layer_rule = framework.layer_rule
    yield Rule(authored.rules, ("layer_rule", "at_risk"), layer_rule.at_risk, LAYER_RULE_VOCABULARY)
    yield Rule(authored.rules, ("layer_rule", "ready"), layer_rule.ready, LAYER_RULE_VOCABULARY)
    for at, item in enumerate(framework.commitment.items):
        yield Rule(authored.rules, ("commitment", "items", at, "explicit"), item.explicit, items)
        yield Rule(authored.rules, ("commitment", "items", at, "missing"), item.missing, items)
    everything = vocabulary(framework)
    for at, reason in enumerate(framework.commitment.hold):
        yield Rule(authored.rules, ("commitment", "hold", at, "when"), reason.when, everything)
    yield Rule(authored.rules, ("commitment", "commit"), framework.commitment.commit, everything)
    readable = warning_vocabulary(framework)
    for at, warning in enumerate(framework.warnings):
        yield Rule(authored.warnings, ("warnings", at, "when"), warning.when, readable)
        if warning.possible_when:
            loc = ("warnings", at, "possible_when")
            yield Rule(authored.warnings, loc, warning.possible_when, readable)
    if authored.tensions:
        facts = fact_vocabulary(framework)
        for at, tension in enumerate(framework.tensions):
            yield Rule(authored.tensions, ("tensions", at, "when"), tension.when, facts)


def _check_rule(rule: Rule, everything: dict[str, frozenset[str]]) -> None:
    """Note keys and values that do not exist, and keys that this rule may not read."""
    places = rule.file.atoms(*rule.loc)
    readable = dict(rule.vocabulary)
    for atom, place in zip(rule.condition.atoms(), places, strict=True):
        if atom.key in everything and atom.key not in rule.vocabulary:
            readable[atom.key] = everything[atom.key]
            rule.file.problems.add(
                Code.NOT_READABLE_HERE,
                place.key,
                f"{quoted(atom.key)} cannot be read here; a rule reads nothing that is concluded after it.",
                f"Read one of these: {listed(sorted(rule.vocabulary))}.",
            )
    check_vocabulary(rule.condition, places, readable, rule.file.problems)


def _check_ids(authored: AuthoredFramework) -> None:
    framework = authored.framework
    owners, warnings = Ids(taken=_TAKEN), Ids(parts=2)
    for at, model in enumerate(framework.models):
        owners.check(authored.models, ("value_models", at, "id"), model.id)
    for at, layer in enumerate(framework.layers):
        owners.check(authored.layers, ("readiness_layers", at, "id"), layer.id)
    for at, warning in enumerate(framework.warnings):
        warnings.check(authored.warnings, ("warnings", at, "id"), warning.id)
    items, holds, explained, lenses = Ids(), Ids(), Ids(), Ids()
    for at, item in enumerate(framework.commitment.items):
        items.check(authored.rules, ("commitment", "items", at, "id"), item.id)
    for at, reason in enumerate(framework.commitment.hold):
        holds.check(authored.rules, ("commitment", "hold", at, "id"), reason.id)
    for at, rule in enumerate(framework.rules):
        explained.check(authored.rules, ("rules", at, "id"), rule.id)
    for _, lens in authored.lenses:
        lenses.check(lens, ("lens",), lens.value.lens)
    Ids().check(authored.about, ("id",), framework.about.id)
    if authored.tensions:
        tensions = Ids()
        for at, tension in enumerate(framework.tensions):
            tensions.check(authored.tensions, ("tensions", at, "id"), tension.id)


def _facts(authored: AuthoredFramework) -> Iterator[tuple[Authored[object], Loc, str, Signal | Sign]]:
    """Every signal and sign with its place and its owner."""
    for at, model in enumerate(authored.framework.models):
        here: Loc = ("value_models", at)
        for nth, signal in enumerate(model.gate.signals):
            yield authored.models, (*here, "gate", "signals", nth, "id"), model.id, signal
        yield authored.models, (*here, "failure_mode", "id"), model.id, model.failure_mode
    for at, layer in enumerate(authored.framework.layers):
        here = ("readiness_layers", at)
        for nth, signal in enumerate(layer.signals):
            yield authored.layers, (*here, "signals", nth, "id"), layer.id, signal
        yield authored.layers, (*here, "sign", "id"), layer.id, layer.sign


def _check_owned(authored: AuthoredFramework) -> None:
    ids = Ids(parts=2)
    for file, loc, owner, fact in _facts(authored):
        ids.check(file, loc, fact.id)
        said, _, name = fact.id.partition(".")
        if name and said != owner:
            file.problems.add(
                Code.OWNER_MISMATCH,
                file.at(*loc),
                f"{quoted(fact.id)} stands under {quoted(owner)} and names another owner.",
                f"Either write {quoted(f'{owner}.{name}')} or move it.",
            )


def _check_references(authored: AuthoredFramework) -> None:
    framework = authored.framework
    models = [model.id for model in framework.models]
    facts = fact_vocabulary(framework)
    switches = [fact for fact, values in facts.items() if "false" in values]
    for at, model in enumerate(framework.models):
        if model.applies_if and model.applies_if not in switches:
            _unknown(authored.models, ("value_models", at, "applies_if"), model.applies_if, switches)
    for at, warning in enumerate(framework.warnings):
        if warning.beyond_ambition and warning.id.partition(".")[0] not in models:
            authored.warnings.problems.add(
                Code.BEYOND_WITHOUT_MODEL,
                authored.warnings.key("warnings", at, "beyond_ambition"),
                f"The warning {quoted(warning.id)} belongs to no value model that could lie beyond.",
                "Either remove this line or let the id begin with the id of a value model.",
            )
    owners = [*models, *(layer.id for layer in framework.layers), "initiative"]
    for name, lens in authored.lenses:
        if name != f"lenses/{lens.value.lens}.yaml":
            lens.problems.add(
                Code.LENS_FILE_NAME,
                lens.at("lens"),
                f"The lens is called {quoted(lens.value.lens)} and its file is not.",
                f"Either rename the file to {quoted(f'{lens.value.lens}.yaml')} or the lens.",
            )
        seen = Ids()
        for at, here in enumerate(lens.value.models):
            if here.model not in models:
                _unknown(lens, ("models", at, "model"), here.model, models)
            seen.check(lens, ("models", at, "model"), here.model)
        for key in lens.value.examples:
            if key not in owners and key not in facts and key not in (TITLE, SECTOR):
                _unknown(lens, ("examples", key), key, [*facts, *owners])


def _unknown(file: Authored[object], loc: Loc, word: str, known: Sequence[str]) -> None:
    is_key = file.key(*loc) if loc[0] == "examples" else file.at(*loc)
    file.problems.add(
        Code.NOTHING_OF_THAT_NAME,
        is_key,
        f"Nothing here is called {quoted(word)}.",
        instead(word, known, "remove it"),
    )
