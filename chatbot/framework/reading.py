"""Reading the files of a knowledge base, with the place of everything in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from chatbot.framework.model import (
    About,
    CommitmentRule,
    Explained,
    Framework,
    LayerRule,
    Lens,
    ReadinessLayer,
    Tension,
    ValueModel,
    Warning,
)
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import START, Problem, Problems, SourceError, instead, quoted
from chatbot.sources.typed import Authored, read_as

T = TypeVar("T")


class ValueModels(msgspec.Struct, frozen=True, kw_only=True):
    """The content of `value_models.yaml`."""

    value_models: tuple[ValueModel, ...]


class ReadinessLayers(msgspec.Struct, frozen=True, kw_only=True):
    """The content of `readiness_layers.yaml`."""

    readiness_layers: tuple[ReadinessLayer, ...]


class Warnings(msgspec.Struct, frozen=True, kw_only=True):
    """The content of `warnings.yaml`."""

    warnings: tuple[Warning, ...]


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The content of `rules.yaml`."""

    layer_rule: LayerRule
    commitment: CommitmentRule
    rules: tuple[Explained, ...]


class Tensions(msgspec.Struct, frozen=True, kw_only=True):
    """The content of `tensions.yaml`."""

    tensions: tuple[Tension, ...]


TENSIONS: Final = "tensions.yaml"
"""Left out by knowledge bases that have none, as those do that older interviews are pinned to."""

FILES: Final = (
    "framework.yaml",
    "readiness_layers.yaml",
    "rules.yaml",
    "value_models.yaml",
    "warnings.yaml",
)
"""The files that every knowledge base has; tensions and lenses come on top of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoredFramework:
    """A knowledge base with the place of everything in it."""

    framework: Framework
    about: Authored[About]
    models: Authored[ValueModels]
    layers: Authored[ReadinessLayers]
    warnings: Authored[Warnings]
    rules: Authored[Rules]
    lenses: tuple[tuple[str, Authored[Lens]], ...]
    tensions: Authored[Tensions] | None = None


def read_framework(bundle: Bundle) -> Framework:
    """The framework that the files of `bundle` describe.

    Raises:
        SourceError: something is wrong with them; it lists every problem of every file.
    """
    authored, problems = examine(bundle)
    if authored is None or problems:
        raise SourceError(problems)
    return authored.framework


def examine(bundle: Bundle) -> tuple[AuthoredFramework | None, tuple[Problem, ...]]:
    """The knowledge base as far as it can be read, and everything that is wrong with it."""
    from chatbot.framework.validation import validate

    reading = _Reading(bundle)
    authored = reading.framework()
    if authored is not None:
        validate(authored)
    return authored, reading.problems()


class _Reading:
    """Reads each file once and keeps what is wrong with it."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._texts = dict(bundle.files)
        self._found: dict[str, Problems] = {}

    def framework(self) -> AuthoredFramework | None:
        about = self._file("framework.yaml", About)
        layers = self._file("readiness_layers.yaml", ReadinessLayers)
        rules = self._file("rules.yaml", Rules)
        models = self._file("value_models.yaml", ValueModels)
        warnings = self._file("warnings.yaml", Warnings)
        has_tensions = TENSIONS in self._texts
        tensions = self._file(TENSIONS, Tensions) if has_tensions else None
        lens_files = [name for name in self._texts if name.startswith("lenses/") and name.endswith(".yaml")]
        lenses = [(name, self._file(name, Lens)) for name in sorted(lens_files)]
        for name in self._texts:
            if name not in self._found:
                self._unexpected(name)
        read = tuple((name, lens) for name, lens in lenses if lens is not None)
        if not (about and layers and rules and models and warnings) or len(read) < len(lenses):
            return None
        if has_tensions and tensions is None:
            return None
        framework = Framework(
            about=about.value,
            models=models.value.value_models,
            layers=layers.value.readiness_layers,
            warnings=warnings.value.warnings,
            layer_rule=rules.value.layer_rule,
            commitment=rules.value.commitment,
            rules=rules.value.rules,
            lenses=tuple(lens.value for _, lens in read),
            tensions=tensions.value.tensions if tensions else (),
        )
        return AuthoredFramework(
            framework=framework,
            about=about,
            models=models,
            layers=layers,
            warnings=warnings,
            rules=rules,
            lenses=read,
            tensions=tensions,
        )

    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for name in sorted(self._found) for problem in self._found[name].in_order())

    def _note(self, name: str) -> Problems:
        return self._found.setdefault(name, Problems(self._bundle.path_of(name)))

    def _file(self, name: str, shape: type[T]) -> Authored[T] | None:
        problems = self._note(name)
        if name not in self._texts:
            problems.add(
                Code.FILE_MISSING, START, "This file is missing.", "Add it; the README says what it holds."
            )
            return None
        return read_as(shape, self._texts[name], problems)

    def _unexpected(self, name: str) -> None:
        renamed = f"{name.rpartition('.')[0]}.yaml"
        meant = renamed if renamed != name and name.startswith("lenses/") else ""
        self._note(name).add(
            Code.FILE_UNEXPECTED,
            START,
            f"A knowledge base has no file {quoted(name)}.",
            f"Either rename it to {quoted(meant)} or move it away."
            if meant
            else instead(name, (*FILES, TENSIONS), "move it away"),
        )
