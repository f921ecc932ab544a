"""A small knowledge base and a small dialog that are right, to break one thing at a time in them."""

from __future__ import annotations

from pathlib import Path

DIALOG = """\
dialog: tiny
title: Tiny
about: A dialog for tests.
minutes: 2
greeting: [Hello.]
closing: That was all.
levels:
  established: {label: Settled}
  partial: {label: Partly}
  absent: {label: Missing}
  present: {label: It happens}
  not_applicable: {label: Not for us}
unknown: {label: I do not know, says: [no idea]}
unknown_reply: That stays open.
topics:
  - id: start
    title: The start
    questions:
      - id: title
        kind: text
        fact: initiative.title
        ask: What is it called?
        why: To name it.
        help: Any name.
      - id: aim
        kind: choice
        ask: What is {initiative.title} for?
        why: To compare.
        help: The main use.
        options:
          - id: many
            label: For many
            facts: {initiative.ambition: workforce}
          - id: few
            label: For few
            facts: {initiative.ambition: process}
  - id: rules
    title: The rules
    questions:
      - id: settled
        kind: checklist
        ask: What is settled?
        why: To see the gaps.
        help: Settled means written down.
        evidence: The page.
        items:
          - {fact: governance.audit_trail, label: A record}
          - {fact: workforce.governed_hr, label: Rules in HR}
      - id: looks
        kind: choice
        ask: What happened last time?
        why: To see the habit.
        help: The last result.
        evidence: The result.
        options:
          - id: checked
            label: It was checked
            facts: {governance.plausibility_acceptance: absent, workforce.two_tier: absent}
          - id: looked_right
            label: It looked right
            facts: {governance.plausibility_acceptance: present, workforce.two_tier: present}
      - id: controls
        kind: choice
        when: {initiative.ambition: process}
        ask: Who may stop it?
        why: To see who is in charge.
        help: To stop means to switch off.
        evidence: The list.
        options:
          - id: named
            label: Named people
            facts: {process.permissions: established, process.automation_before_controls: absent}
          - id: nobody
            label: Nobody
            facts: {process.permissions: absent, process.automation_before_controls: present}
"""

_FRAMEWORK = """\
id: tiny_framework
title: Tiny framework
origin: Made up.
idea: One thing after another.
chain:
  - {first: Rules, makes: work safe, because: people check}
skipping: Then it breaks.
boundary: [No advice on machines.]
related:
  - {title: Another, relation: It is near.}
"""

_VALUE_MODELS = """\
value_models:
  - id: workforce
    title: Workforce
    delivers: People work better.
    work: [Start.]
    measure: Time saved.
    gate:
      summary: HR has rules.
      source: The page
      signals:
        - id: workforce.governed_hr
          label: Rules in HR
          holds: HR has rules
          action: Write them.
          may_not_apply: Only without HR.
    gate_is_control: false
    failure_mode:
      id: workforce.two_tier
      label: Two tiers
      holds: only some use it
      clear: all use it
      action: Train the rest.
    source: The page
  - id: process
    title: Process
    delivers: It runs by itself.
    work: [Go on.]
    measure: Errors.
    gate:
      summary: Rights are set.
      source: The page
      signals:
        - {id: process.permissions, label: Rights, holds: rights are set, action: Set them.}
    gate_is_control: true
    failure_mode:
      id: process.automation_before_controls
      label: Too early
      holds: it runs without controls
      clear: controls come first
      action: Stop.
    floors:
      - needs: {readiness.governance: ready}
        says: Governance first.
        reason: It runs alone.
        source: The page
    source: The page
"""

_READINESS_LAYERS = """\
readiness_layers:
  - id: governance
    title: Governance
    about: Rules.
    ready: All is written.
    warning: It looks right.
    signals:
      - {id: governance.audit_trail, label: A record, holds: there is a record, action: Keep one.}
    sign:
      id: governance.plausibility_acceptance
      label: Looks right
      holds: results pass because they look right
      clear: results are checked
      action: Check them.
    source: The page
"""

_WARNINGS = """\
warnings:
  - id: governance.plausibility_acceptance
    title: Looks right
    severity: caution
    when: {governance.plausibility_acceptance: present}
    cause: Nobody checks.
    action: Check.
    source: The page
    reason: Errors pass.
  - id: workforce.two_tier
    title: Two tiers
    severity: caution
    when: {workforce.two_tier: present}
    cause: Most stall.
    action: Train.
    source: The page
    reason: It splits.
  - id: process.automation_before_controls
    title: Too early
    severity: stop
    beyond_ambition: watch
    when: {process.automation_before_controls: present}
    possible_when: {process.automation_before_controls: unknown}
    cause: Errors repeat.
    action: Stop.
    source: The page
    reason: It is fast.
"""

_RULES = """\
layer_rule:
  at_risk:
    any: [{sign: present}, {signals.absent: [half_or_more, all]}]
  ready: {signals.established: all, sign: absent}
  reason: So it is.
commitment:
  question: Now?
  items:
    - id: value_model
      title: Value model
      explicit: {ambition.reach: now}
      missing: {ambition.reach: [beyond, unknown]}
      says_explicit: It is clear.
      says_open: It is open.
      says_missing: It is missing.
      reason: It matters.
  hold:
    - {id: stop, when: {warnings.certain: stop}, says: Stop.}
  commit: {commitment.value_model: explicit}
  says_commit: Go.
  says_conditional: Go if.
  says_hold: Wait.
  reason: Money is gone once spent.
  source: The page
rules:
  - {id: sequence, statement: One by one., reason: They build on each other., source: The page}
"""

_LENS = """\
lens: shops
title: Shops
source: Made up
models:
  - {model: workforce, here: Clerks write texts.}
worked_example: A shop starts.
examples:
  governance: The till.
  governance.audit_trail: The receipt.
"""

KNOWLEDGE = {
    "framework.yaml": _FRAMEWORK,
    "value_models.yaml": _VALUE_MODELS,
    "readiness_layers.yaml": _READINESS_LAYERS,
    "warnings.yaml": _WARNINGS,
    "rules.yaml": _RULES,
    "lenses/shops.yaml": _LENS,
}

MARK = "§"


def edited(text: str, old: str, new: str) -> str:
    """`text` with one place changed, which has to be there exactly once."""
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return text.replace(old, new)


def unmarked(text: str) -> tuple[str, tuple[int, int]]:
    """A text without its mark, and the line and column at which the mark stood; 1 and 1 without one."""
    before, mark, after = text.partition(MARK)
    if not mark:
        return text, (1, 1)
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def write_knowledge(folder: Path, changes: dict[str, str | None] | None = None) -> Path:
    """Write the small knowledge base to `folder`, with files replaced, added, or left out."""
    for name, text in (KNOWLEDGE | (changes or {})).items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder
