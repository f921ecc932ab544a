"""The rules of the framework once more, as literally as they can be said, to compare the engine with.

Knows nothing of the engine and nothing of `knowledge/`: the facts, floors and severities stand here as
the design has them. It works on worlds. In the worst world every unknown is at its worst, in the best one
at its best; each world is judged by itself, and a conclusion is certain where the two agree.

Three readings, which the engine shares:
- Readiness is explicit only where every fact of the layers is known and no layer is at risk. With "no layer
  open", making a partial signal established could turn an explicit readiness into an open one.
- Whether distribution applies counts among the facts that matter for an ambition behind it; it is known
  where somebody said so or a lens takes it out. Otherwise the answer that it does not apply would take away
  what was known of it, and could leave less than half known.
- A gate that is met is met, whether its value model applies or not; it lets the sequence through.
"""

from __future__ import annotations

from collections.abc import Mapping

Facts = Mapping[str, str]

SEQUENCE = ["workforce", "distribution", "expert", "dependency", "process"]
GATES = {
    "workforce": ["governed_hr", "governed_legal", "governed_finance", "governed_it"],
    "distribution": ["conversion_quality"],
    "expert": ["decision_owner", "evidence_standard"],
    "dependency": ["dependency_graph", "approval_path", "audit_evidence"],
    "process": ["permissions", "observability", "exception_handling", "accountability"],
}
FAILURE_MODES = {
    "workforce": "two_tier",
    "distribution": "volume_funnel",
    "expert": "unaccountable_demo",
    "dependency": "generation_outpaces_governance",
    "process": "automation_before_controls",
}
LAYERS = {
    "business_case": (["value_metric"], "vanity_metric"),
    "data_foundation": (["owners", "access_rules", "update_cadence", "quality_checks"], "manual_assembly"),
    "governance": (
        ["approval_path", "review_rights", "audit_trail", "exception_handling"],
        "plausibility_acceptance",
    ),
    "integration": (["controlled_interface"], "brittle_screen_automation"),
    "operating_model": (
        ["named_owner", "manages_adoption", "manages_measurement", "manages_risk", "manages_improvement"],
        "temporary_task_force",
    ),
}
MAY_NOT_APPLY = [f"workforce.{name}" for name in GATES["workforce"]]
SIGNALS = [f"{layer}.{name}" for layer, (names, _) in LAYERS.items() for name in names]
SIGNALS += [f"{model}.{name}" for model, names in GATES.items() for name in names]
SIGNS = [f"{layer}.{sign}" for layer, (_, sign) in LAYERS.items()]
SIGNS += [f"{model}.{sign}" for model, sign in FAILURE_MODES.items()]

AMBITION = "initiative.ambition"
SECTOR = "initiative.sector"
APPLIES = "initiative.distribution_applies"
STOPS = ["expert", "dependency", "process"]
UNCLEAR = (None, "unknown")


class Contradiction(Exception):
    """The ambition is distribution, and distribution is said not to apply."""


def judge(facts: Facts, lens_defaults: Mapping[str, bool]) -> dict[str, object]:
    """Every conclusion about `facts`."""
    ambition = facts.get(AMBITION)
    ambition = None if ambition in UNCLEAR else ambition
    applies = applicability(facts, ambition, lens_defaults)
    worst, best = world(facts, "worst"), world(facts, "best")
    worst_chain = [m for m in SEQUENCE if m != "distribution" or applies is not False]
    best_chain = [m for m in SEQUENCE if m != "distribution" or applies is True]
    frontiers = frontier(worst, worst_chain), frontier(best, best_chain)
    recommended, reachable = (earlier(ambition, reached) for reached in frontiers)
    layers = {layer: (layer_standing(layer, worst), layer_standing(layer, best)) for layer in LAYERS}
    reach = "unknown"
    if ambition:
        reach = "now" if recommended == ambition else "once_known" if reachable == ambition else "beyond"
    warnings = raised(facts, ambition, reach)
    items = {
        "value_model": {"now": "explicit", "once_known": "open"}.get(reach, "missing"),
        "readiness": readiness(facts, layers),
        "controls": clarity([facts.get(control) for control in controls(ambition)]),
        "owner": clarity([facts.get("operating_model.named_owner")]),
    }
    return {
        "recommended": recommended,
        "reachable": reachable,
        "models": {model: gate(model, worst, best, applies) for model in SEQUENCE},
        "layers": layers,
        "warnings": warnings,
        "items": items,
        "decision": decide(items, warnings, known_share(facts, ambition, applies)),
    }


def applicability(facts: Facts, ambition: str | None, lens_defaults: Mapping[str, bool]) -> bool | None:
    """Whether distribution applies; the answer wins over the lens, and the ambition settles it."""
    said = facts.get(APPLIES)
    if ambition == "distribution":
        if said == "false":
            raise Contradiction
        return True
    if said is None:
        return lens_defaults.get(facts.get(SECTOR, ""))
    return {"true": True, "false": False}.get(said)


def world(facts: Facts, end: str) -> dict[str, str]:
    """The facts with every unknown at one end of what it could turn out to be."""
    signal, sign = ("absent", "present") if end == "worst" else ("established", "absent")
    unclear = {fact: signal for fact in SIGNALS if facts.get(fact) in UNCLEAR}
    unclear |= {fact: sign for fact in SIGNS if facts.get(fact) in UNCLEAR}
    return {**facts, **unclear}


def judged(owner: str, names: list[str], facts: Facts) -> list[str]:
    """The levels of an owner's signals, without those that do not apply."""
    levels = [facts[f"{owner}.{name}"] for name in names]
    return [level for level in levels if level != "not_applicable"]


def layer_standing(layer: str, world: Facts) -> str:
    names, sign = LAYERS[layer]
    levels = judged(layer, names, world)
    if not levels:
        return "not_applicable"
    if world[f"{layer}.{sign}"] == "present" or levels.count("absent") >= len(levels) / 2:
        return "at_risk"
    return "ready" if all(level == "established" for level in levels) else "developing"


def gate_standing(model: str, world: Facts) -> str:
    levels = judged(model, GATES[model], world)
    if not levels:
        return "not_applicable"
    established = levels.count("established")
    return "met" if established == len(levels) else "partial" if established else "unmet"


def gate(model: str, worst: Facts, best: Facts, applies: bool | None) -> str:
    standings = {gate_standing(model, worst), gate_standing(model, best)}
    if model == "distribution" and applies is False:
        return "not_applicable"
    if model == "distribution" and applies is None and standings != {"met"}:
        return "open"
    return standings.pop() if len(standings) == 1 else "open"


def floors_hold(model: str, world: Facts) -> bool:
    if model == "dependency":
        integration = layer_standing("integration", world)
        return layer_standing("governance", world) == "ready" and integration in ("developing", "ready")
    if model == "process":
        return gate_standing("process", world) == "met" and all(
            layer_standing(layer, world) == "ready" for layer in LAYERS
        )
    return True


def frontier(world: Facts, chain: list[str]) -> str:
    """The last value model, in order, up to which all are within reach."""
    within = [
        all(gate_standing(earlier, world) == "met" for earlier in chain[:index]) and floors_hold(model, world)
        for index, model in enumerate(chain)
    ]
    last = "workforce"
    for model, reached in zip(chain[1:], within[1:], strict=True):
        if not reached:
            break
        last = model
    return last


def earlier(ambition: str | None, reached: str) -> str:
    return reached if ambition is None else min(ambition, reached, key=SEQUENCE.index)


def controls(ambition: str | None) -> list[str]:
    own = GATES[ambition] if ambition not in (None, "workforce") else []
    return [f"governance.{name}" for name in LAYERS["governance"][0]] + [f"{ambition}.{name}" for name in own]


def clarity(levels: list[str | None]) -> str:
    if "absent" in levels:
        return "missing"
    return "explicit" if all(level in ("established", "not_applicable") for level in levels) else "open"


def readiness(facts: Facts, layers: Mapping[str, tuple[str, str]]) -> str:
    if any(best == "at_risk" for _, best in layers.values()):
        return "missing"
    every = [f"{layer}.{name}" for layer, (names, sign) in LAYERS.items() for name in [*names, sign]]
    known = all(facts.get(fact) not in UNCLEAR for fact in every)
    settled = all(worst != "at_risk" for worst, _ in layers.values())
    return "explicit" if known and settled else "open"


def raised(facts: Facts, ambition: str | None, reach: str) -> dict[str, tuple[str, str]]:
    """By id, the certainty and severity of each warning."""
    found: dict[str, tuple[str, str]] = {}
    for layer, (names, sign) in LAYERS.items():
        if facts.get(f"{layer}.{sign}") == "present":
            found[f"{layer}.{sign}"] = ("certain", "caution")
        levels = judged(layer, names, world(facts, "best"))
        if levels and levels.count("absent") >= len(levels) / 2:
            found[f"{layer}.at_risk"] = ("certain", "caution")
        asked_in_vain = any(facts.get(f"{layer}.{name}") == "unknown" for name in names)
        known = [facts.get(f"{layer}.{name}") not in UNCLEAR for name in names]
        if asked_in_vain and sum(known) < len(names) / 2:
            found["commitment.readiness_unknown"] = ("certain", "caution")
    for model, sign in FAILURE_MODES.items():
        if facts.get(f"{model}.{sign}") == "present":
            severity = "stop" if model in STOPS else "caution"
            if ambition and SEQUENCE.index(model) > SEQUENCE.index(ambition):
                severity = "watch"
            found[f"{model}.{sign}"] = ("certain", severity)
    if reach in ("beyond", "once_known"):
        found["sequence.skipped_step"] = ("certain" if reach == "beyond" else "possible", "stop")
    if ambition is None:
        found["commitment.value_model_unclear"] = ("certain", "caution")
    for warning, looked_at in (
        ("commitment.controls_undefined", controls(ambition)),
        ("commitment.no_operating_owner", ["operating_model.named_owner"]),
    ):
        levels = [facts.get(fact) for fact in looked_at]
        if "absent" in levels:
            found[warning] = ("certain", "caution")
        elif "unknown" in levels:
            found[warning] = ("possible", "caution")
    return found


def known_share(facts: Facts, ambition: str | None, applies: bool | None) -> float:
    """How much is known of the facts that matter for the ambition, from 0 to 1."""
    upto = len(SEQUENCE) if ambition is None else SEQUENCE.index(ambition) + 1
    matter = [f"{layer}.{name}" for layer, (names, sign) in LAYERS.items() for name in [*names, sign]]
    for model in SEQUENCE[:upto]:
        if model == "distribution" and applies is False:
            continue
        if (model, ambition) != ("workforce", "workforce"):
            matter += [f"{model}.{name}" for name in GATES[model]]
        matter.append(f"{model}.{FAILURE_MODES[model]}")
    levels = [facts.get(fact) for fact in matter]
    if upto > SEQUENCE.index("distribution") + 1:
        levels.append("false" if applies is False else facts.get(APPLIES))
    levels = [level for level in levels if level != "not_applicable"]
    return sum(level not in UNCLEAR for level in levels) / len(levels)


def decide(items: Mapping[str, str], warnings: Mapping[str, tuple[str, str]], known: float) -> str:
    certain = {severity for certainty, severity in warnings.values() if certainty == "certain"}
    clarities = list(items.values())
    if "stop" in certain or clarities.count("missing") >= 2 or known < 0.5:
        return "hold"
    return "commit" if set(clarities) == {"explicit"} and not certain & {"stop", "caution"} else "conditional"
