"""The published schema of the reports in JSON, made of the very types that are written."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Final

import msgspec

from chatbot.framework.contract import Json
from chatbot.framework.contract_form import Assessed
from chatbot.report.comparing.data import VERSION as COMPARED
from chatbot.report.comparing.data import ProgressReport
from chatbot.report.comparing.portfolio import SideBySideReport
from chatbot.report.data.interview_form import VERSION, InterviewReport
from chatbot.report.published import Report

REPORTS: Final[dict[type[Report], int]] = {
    InterviewReport: VERSION,
    ProgressReport: COMPARED,
    SideBySideReport: COMPARED,
}
"""Every kind of report with the version of its form."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ABOUT: Final = (
    "What `chatbot report` writes as JSON. The keys that are listed are always there unless a description"
    " says otherwise, always in the same order. A later program may add keys under the same version; it"
    " removes none, and gives none another meaning. Its own schema lists them: `chatbot report --schema`."
)
_ATTRIBUTE: Final = re.compile(r"^    (\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)

Object = dict[str, Json]


def schema_text() -> str:
    """The schema as indented JSON with a line end."""
    return msgspec.json.format(msgspec.json.encode(schema())).decode() + "\n"


def schema() -> Object:
    """A JSON Schema, draft 2020-12, of every kind of report."""
    types: list[type[msgspec.Struct]] = [*REPORTS, Assessed]
    references, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    definitions: dict[str, Json] = {
        name: _definition(name, _object(components[name])) for name in sorted(components)
    }
    kinds = [f"{report.__struct_config__.tag}-{version}" for report, version in REPORTS.items()]
    return {
        "$schema": _DIALECT,
        "$id": f"urn:chatbot:report:{':'.join(kinds)}",
        "title": "A report of chatbot",
        "description": _ABOUT,
        "anyOf": [dict(_object(reference)) for reference in references[: len(REPORTS)]],
        "$defs": definitions,
    }


def _definition(name: str, made: Object) -> Json:
    """A definition with the descriptions of its docstring, and with no keys but those that it names."""
    about, _, attributes = cleandoc(str(made.get("description", ""))).partition("\nAttributes:\n")
    kept = {key: _plain(value) for key, value in made.items() if key not in ("title", "description")}
    described: Object = {"title": name, "description": " ".join(about.split()), **kept}
    if "properties" in kept:
        texts = {key: " ".join(text.split()) for key, text in _ATTRIBUTE.findall(attributes)}
        properties, required = _object(kept["properties"]), kept["required"]
        described["properties"] = {key: _property(texts, key, value) for key, value in properties.items()}
        # What has a default is written like anything else; what may be unset is not there then.
        described["required"] = [
            key
            for key, value in properties.items()
            if "default" in _object(value) or (isinstance(required, list) and key in required)
        ]
        described["additionalProperties"] = False
    return described


def _property(texts: dict[str, str], key: str, value: Json) -> Json:
    text = texts[key]
    told = {key: _plain(one) for key, one in _object(value).items() if key != "default"}
    return {"description": text[:1].upper() + text[1:], **told}


def _plain(value: Json) -> Json:
    """Without what other dialects add, and with one value as a constant."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _plain(one) for key, one in value.items() if key != "discriminator"}
    several = plain.get("enum")
    if isinstance(several, list) and len(several) == 1:
        plain = {"const": several[0], **{key: one for key, one in plain.items() if key != "enum"}}
    return plain


def _object(value: Json) -> Object:
    assert isinstance(value, dict)
    return value
