"""The rules of a framework as one generated Python function: the floor under any interpreter of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from chatbot.conditions import Condition, Operator
from chatbot.framework.model import Framework, ReadinessLayer, ValueModel

Judged = tuple[object, ...]
"""Recommended, reachable, layer ranges, gate standings, warnings, items, decision; ids and standings."""


def generate(framework: Framework) -> Callable[[Mapping[str, str]], Judged]:
    """Compile the rules to a function of the facts."""
    names: dict[str, object] = {}
    exec(compile(source(framework), "<generated rules>", "exec"), names)
    judge = names["judge"]
    assert callable(judge)
    return judge


def source(framework: Framework) -> str:
    """The generated module."""
    body = [line for part in _parts(framework) for line in part]
    return "\n".join([_PRELUDE, "def judge(facts):", "    g = facts.get", *(f"    {line}" for line in body)])


_PRELUDE = """
def share(count, total):
    if count == 0:
        return "none"
    if count >= total:
        return "all"
    return "half_or_more" if 2 * count >= total else "under_half"

"""


def _parts(framework: Framework) -> Iterator[list[str]]:
    for layer in framework.layers:
        yield _layer(framework, layer)
    for model in framework.models:
        yield _gate(model)
    yield _sequence(framework)
    yield _ambition(framework)
    yield _rules(framework)


def _count(owner: str, signals: list[str]) -> list[str]:
    lines = [f"e_{owner} = a_{owner} = u_{owner} = m_{owner} = p_{owner} = 0"]
    for signal in signals:
        lines += [
            f"v = g({signal!r})",
            f"if v == 'established': e_{owner} += 1",
            f"elif v == 'absent': a_{owner} += 1",
            f"elif v == 'unknown': u_{owner} += 1",
            f"elif v is None: m_{owner} += 1",
            f"elif v == 'partial': p_{owner} += 1",
        ]
    return lines


def _layer(framework: Framework, layer: ReadinessLayer) -> list[str]:
    own = str(layer.id)
    rule = framework.layer_rule
    lines = _count(own, [signal.id for signal in layer.signals])
    lines += [
        f"t = e_{own} + a_{own} + u_{own} + m_{own} + p_{own}; n_{own} = t - u_{own} - m_{own}",
        f"s = g({str(layer.sign.id)!r})",
        f"sign_{own} = s is None or s == 'unknown'",
    ]
    for end, established, absent, sign in (
        ("worst", f"e_{own}", f"a_{own} + u_{own} + m_{own}", "s != 'absent'"),
        ("best", f"e_{own} + u_{own} + m_{own}", f"a_{own}", "s == 'present'"),
    ):
        names = {"sign": "sign", "signals.established": "es", "signals.absent": "ab"}
        lines += [
            f"es = share({established}, t); ab = share({absent}, t)",
            f"sign = 'present' if {sign} else 'absent'",
            f"{end}_{own} = 'not_applicable' if not t else 'at_risk' if {_expression(rule.at_risk, names)} "
            f"else 'ready' if {_expression(rule.ready, names)} else 'developing'",
        ]
    lines += [
        f"absent_{own} = share(a_{own}, t)",
        f"known_{own} = share(n_{own}, t) if t else 'all'",
        f"doubt_{own} = 'voiced' if u_{own} else 'none'",
        f"readiness_{own} = worst_{own} if worst_{own} == best_{own} else 'open'",
    ]
    return lines


def _gate(model: ValueModel) -> list[str]:
    own = str(model.id)
    lines = _count(own, [signal.id for signal in model.gate.signals])
    lines.append(f"t = e_{own} + a_{own} + u_{own} + m_{own} + p_{own}")
    for end, sure in (("w", f"e_{own}"), ("b", f"e_{own} + u_{own} + m_{own}")):
        lines.append(
            f"x = {sure}; {end}gate_{own} = 'not_applicable' if not t else 'met' if x == t "
            "else 'partial' if x else 'unmet'"
        )
    return [*lines, f"gate_{own} = wgate_{own} if wgate_{own} == bgate_{own} else 'open'"]


def _sequence(framework: Framework) -> list[str]:
    lines = ["ambition = g('initiative.ambition', 'unknown')"]
    for index, model in enumerate(framework.models):
        if not model.applies_if:
            continue
        defaults = {
            str(lens.lens): lens.distribution_applies
            for lens in framework.lenses
            if lens.distribution_applies is not None
        }
        lines += [
            f"v = g({model.applies_if!r})",
            f"applies_{index} = True if ambition == {str(model.id)!r} or v == 'true' "
            "else False if v == 'false' "
            f"else {defaults!r}.get(g('initiative.sector')) if v is None else None",
            f"if applies_{index} is False: gate_{model.id} = 'not_applicable'",
            f"elif applies_{index} is None and gate_{model.id} != 'met': gate_{model.id} = 'open'",
        ]
    for end, short in (("worst", "w"), ("best", "b")):
        lines += [f"{end} = 0", "ok = True", f"met = {short}gate_{framework.models[0].id} == 'met'"]
        for index, model in enumerate(framework.models[1:], start=1):
            names = {f"readiness.{layer.id}": f"{end}_{layer.id}" for layer in framework.layers}
            names |= {f"gate.{other.id}": f"{short}gate_{other.id}" for other in framework.models}
            floors = " and ".join(["met", *(_expression(floor.needs, names) for floor in model.floors)])
            kept = (
                f"applies_{index} is {'not False' if end == 'worst' else 'True'}"
                if model.applies_if
                else "True"
            )
            lines += [
                f"if {kept}:",
                f"    ok = ok and {floors}",
                f"    if ok: {end} = {index}",
                f"    met = {short}gate_{model.id} == 'met'",
            ]
    positions = {str(model.id): index for index, model in enumerate(framework.models)}
    return [
        *lines,
        f"aim = {positions!r}.get(ambition)",
        "recommended = worst if aim is None else min(aim, worst)",
        "reachable = best if aim is None else min(aim, best)",
        "reach = 'unknown' if aim is None else 'now' if aim <= worst "
        "else 'once_known' if aim <= best else 'beyond'",
        "is_recommended = 'yes' if aim == recommended else 'no'",
    ]


def _ambition(framework: Framework) -> list[str]:
    worst = " or ".join(f"worst_{layer.id} == 'at_risk'" for layer in framework.layers)
    best = " or ".join(f"best_{layer.id} == 'at_risk'" for layer in framework.layers)
    unknown = " or ".join(f"sign_{x.id} or u_{x.id} or m_{x.id}" for x in framework.layers)
    lines = [
        f"layers_at_risk = 'certain' if {best} else 'possible' if {worst} else 'none'",
        f"layers_unknown = 'some' if {unknown} else 'none'",
        "known = " + " + ".join(f"n_{x.id} + (not sign_{x.id})" for x in framework.layers),
        "total = known + " + " + ".join(f"u_{x.id} + m_{x.id} + sign_{x.id}" for x in framework.layers),
        "e = e_governance; a = a_governance; u = u_governance; o = m_governance + p_governance",
    ]
    for index, model in enumerate(framework.models):
        own = str(model.id)
        inside = f"(aim is None or aim >= {index})"
        if model.applies_if:
            inside += f" and applies_{index} is not False"
            lines += [
                f"if aim is None or aim > {index}:",
                f"    v = g({model.applies_if!r}); total += 1",
                "    if v is not None and v != 'unknown': known += 1",
            ]
        gate = "True" if model.gate_is_control else f"aim != {index}"
        lines += [
            f"if {inside}:",
            f"    if {gate}:",
            f"        known += e_{own} + a_{own} + p_{own}",
            f"        total += e_{own} + a_{own} + p_{own} + u_{own} + m_{own}",
            f"    v = g({str(model.failure_mode.id)!r}); total += 1",
            "    if v is not None and v != 'unknown': known += 1",
        ]
        if model.gate_is_control:
            lines += [f"if aim == {index}:", f"    a += a_{own}; u += u_{own}; o += m_{own} + p_{own}"]
    return [
        *lines,
        "ambition_known = share(known, total)",
        "controls_established = 'not_all' if a or u or o else 'all'",
        "controls_absent = 'some' if a else 'none'; controls_unknown = 'some' if u else 'none'",
    ]


def _rules(framework: Framework) -> list[str]:
    names = {
        "ambition": "ambition",
        "ambition.reach": "reach",
        "ambition.recommended": "is_recommended",
        "ambition.known": "ambition_known",
        "layers.at_risk": "layers_at_risk",
        "layers.unknown": "layers_unknown",
        "controls.established": "controls_established",
        "controls.absent": "controls_absent",
        "controls.unknown": "controls_unknown",
        "warnings.certain": "gravest",
    }
    for layer in framework.layers:
        names |= {
            f"{kind}.{layer.id}": f"{kind}_{layer.id}" for kind in ("readiness", "absent", "known", "doubt")
        }
    names |= {f"gate.{model.id}": f"gate_{model.id}" for model in framework.models}
    lines = []
    for item in framework.commitment.items:
        names[f"commitment.{item.id}"] = f"item_{item.id}"
        lines.append(
            f"item_{item.id} = 'explicit' if {_expression(item.explicit, names)} "
            f"else 'missing' if {_expression(item.missing, names)} else 'open'"
        )
    lines += ["raised = []", "gravest = 'none'; gravity = 0"]
    gravity = {"watch": 1, "caution": 2, "stop": 3}
    positions = {str(model.id): index for index, model in enumerate(framework.models)}
    for warning in framework.warnings:
        owner = positions.get(warning.id.partition(".")[0])
        severities = [(str(warning.severity), "")]
        if warning.beyond_ambition and owner is not None:
            beyond = f"aim is not None and {owner} > aim"
            severities = [(str(warning.beyond_ambition), beyond), (str(warning.severity), f"not ({beyond})")]
        for severity, applies in severities:
            guard = f" and {applies}" if applies else ""
            lines += [
                f"if {_expression(warning.when, names)}{guard}:",
                f"    raised.append(({str(warning.id)!r}, 'certain', {severity!r}))",
                f"    if gravity < {gravity[severity]}:",
                f"        gravity = {gravity[severity]}; gravest = {severity!r}",
            ]
            if warning.possible_when:
                lines += [
                    f"elif {_expression(warning.possible_when, names)}{guard}:",
                    f"    raised.append(({str(warning.id)!r}, 'possible', {severity!r}))",
                ]
    holds = " or ".join(_expression(reason.when, names) for reason in framework.commitment.hold)
    commit = _expression(framework.commitment.commit, names)
    lines.append(f"decision = 'hold' if {holds} else 'commit' if {commit} else 'conditional'")
    ranges = ", ".join(f"(worst_{layer.id}, best_{layer.id})" for layer in framework.layers)
    gates = ", ".join(f"gate_{model.id}" for model in framework.models)
    items = ", ".join(f"item_{item.id}" for item in framework.commitment.items)
    return [*lines, f"return recommended, reachable, ({ranges},), ({gates},), raised, ({items},), decision"]


def _expression(condition: Condition, names: Mapping[str, str]) -> str:
    if condition.op is Operator.IS:
        value = names.get(condition.key, f"g({condition.key!r})")
        if len(condition.values) == 1:
            return f"{value} == {condition.values[0]!r}"
        return f"{value} in {condition.values!r}"
    parts = [f"({_expression(part, names)})" for part in condition.parts]
    match condition.op:
        case Operator.ALL:
            return " and ".join(parts)
        case Operator.ANY:
            return f"({' or '.join(parts)})"
        case Operator.NONE:
            return f"not ({' or '.join(parts)})"
        case _:
            return f"{' + '.join(parts)} >= {condition.n}"
