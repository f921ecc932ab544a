"""Each finding on an example that is broken in one place: the code and exactly where."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatbot.check.findings import Report
from chatbot.check.run import check_paths
from chatbot.dialog.load import load_script
from chatbot.framework.load import load_framework
from chatbot.sources.bundle import Bundle
from chatbot.sources.codes import Code
from chatbot.sources.problems import SourceError
from chatbot.sources.shipped import knowledge_bundle
from tests.authored import DIALOG, KNOWLEDGE, edited, unmarked, write_knowledge

Place = tuple[int, int]


def check(folder: Path, *, dialog: str = DIALOG, knowledge: dict[str, str | None] | None = None) -> Report:
    """Check the small dialog against the small knowledge base, with what is changed in them."""
    (folder / "tiny.yaml").write_text(dialog, encoding="utf-8")
    home = write_knowledge(folder / "knowledge", knowledge)
    return check_paths([folder / "tiny.yaml", home])


def seen(report: Report) -> list[tuple[Code, str, Place]]:
    """What was found besides that nothing is released yet."""
    return [
        (finding.code, Path(finding.problem.path).name, (finding.problem.line, finding.problem.column))
        for finding in report.findings
        if finding.code is not Code.ID_NOT_IN_LEDGER
    ]


def test_nothing_is_wrong_with_the_examples_as_they_are(tmp_path: Path) -> None:
    report = check(tmp_path)
    assert seen(report) == []
    assert not report.failed


QUESTION = """\
      - id: {id}
        kind: choice
        when: {when}
        ask: More?
        why: To know.
        help: More.
        evidence: It.
        options:
          - {{id: first, label: First{first}}}
          - {{id: second, label: Second{second}}}
"""


def more(when: str, *, name: str = "more", first: str = "", second: str = "") -> str:
    """The small dialog with another question at its end."""
    return DIALOG + QUESTION.format(id=name, when=when, first=first, second=second)


TOPIC = """\
  - id: last
    title: Last
    when: {when}
    questions:
"""

DIALOGS = {
    "a topic id twice": (Code.ID_TWICE, edited(DIALOG, "- id: rules", "- id: §start")),
    "a question id twice": (Code.ID_TWICE, edited(DIALOG, "- id: looks", "- id: §settled")),
    "an option id twice": (Code.ID_TWICE, edited(DIALOG, "- id: few", "- id: §many")),
    "an item twice": (
        Code.ID_TWICE,
        edited(DIALOG, "fact: workforce.governed_hr", "fact: §governance.audit_trail"),
    ),
    "an id in capitals": (Code.ID_MALFORMED, edited(DIALOG, "- id: looks", "- id: §Looks")),
    "a fact without owner": (Code.ID_MALFORMED, edited(DIALOG, "initiative.title\n", "§title\n")),
    "a stage as question": (Code.ID_RESERVED, edited(DIALOG, "- id: looks", "- id: §review")),
    "a command as option": (Code.ID_RESERVED, edited(DIALOG, "- id: few", "- id: §help")),
    "the unknown option": (Code.ID_RESERVED, edited(DIALOG, "- id: few", "- id: §unknown")),
    "a choice without options": (
        Code.ANSWERS_MISSING,
        edited(
            DIALOG,
            "- id: looks\n",
            "- id: §only\n        kind: choice\n        ask: A\n"
            "        why: B\n        help: C\n        options: [{id: one, label: One}]\n      - id: looks\n",
        ),
    ),
    "a checklist without items": (
        Code.ANSWERS_MISSING,
        edited(
            DIALOG,
            "- id: looks\n",
            "- id: §only\n        kind: checklist\n        ask: A\n"
            "        why: B\n        help: C\n      - id: looks\n",
        ),
    ),
    "items in a text": (
        Code.KEY_OF_ANOTHER_KIND,
        edited(DIALOG, "help: Any name.", "help: Any name.\n        §items: [{fact: a.b, label: C}]"),
    ),
    "optional in a choice": (
        Code.KEY_OF_ANOTHER_KIND,
        edited(DIALOG, "help: The main use.", "help: The main use.\n        §optional: true"),
    ),
    "not applicable without reason": (
        Code.REASON_MISSING,
        edited(
            DIALOG,
            "facts: {initiative.ambition: workforce}",
            "§facts: {initiative.ambition: workforce, workforce.governed_hr: not_applicable}",
        ),
    ),
    "refines what is new": (
        Code.REFINES_NOTHING,
        edited(DIALOG, "help: The main use.", "help: The main use.\n        refines: [§initiative.ambition]"),
    ),
    "refines what it does not state": (
        Code.REFINES_NOTHING,
        edited(DIALOG, "help: The main use.", "help: The main use.\n        refines: [§initiative.title]"),
    ),
    "a placeholder for nothing": (
        Code.PLACEHOLDER_UNKNOWN,
        edited(DIALOG, "ask: What is settled?", "ask: §What of {initiative.name} is settled?"),
    ),
    "a brace in a text": (
        Code.PLACEHOLDER_UNKNOWN,
        edited(DIALOG, "ask: What is settled?", "ask: §What { is settled?"),
    ),
    "a placeholder in a label": (
        Code.PLACEHOLDER_UNKNOWN,
        edited(DIALOG, "label: For many", 'label: §"For {initiative.title}"'),
    ),
    "a placeholder too early": (
        Code.PLACEHOLDER_TOO_EARLY,
        edited(DIALOG, "greeting: [Hello.]", 'greeting: [§"Hello, {initiative.title}."]'),
    ),
    "a placeholder in its own question": (
        Code.PLACEHOLDER_TOO_EARLY,
        edited(DIALOG, "help: Any name.", 'help: §"{initiative.title} is a name."'),
    ),
    "a level that is none": (
        Code.VALUE_DOES_NOT_FIT,
        edited(DIALOG, "process.permissions: established", "process.permissions: §etablished"),
    ),
    "a text that states a level": (
        Code.VALUE_DOES_NOT_FIT,
        edited(DIALOG, "initiative.title\n", "§governance.audit_trail\n"),
    ),
    "a checklist of the initiative": (
        Code.VALUE_DOES_NOT_FIT,
        edited(DIALOG, "fact: workforce.governed_hr", "fact: §initiative.sector"),
    ),
    "a fact of the initiative that nobody declared": (
        Code.FACT_NOT_DECLARED,
        edited(
            DIALOG,
            "{initiative.ambition: workforce}",
            "{initiative.ambition: workforce, §initiative.size: big}",
        ),
    ),
    "a declared fact that nobody states": (
        Code.DECLARED_NOT_SET,
        edited(DIALOG, "topics:", "facts:\n  §talk.size: [big, small]\ntopics:"),
    ),
    "an old id in use": (
        Code.RENAMED_FROM_IN_USE,
        edited(DIALOG, "- id: looks\n", "- id: looks\n        renamed_from: [§settled]\n"),
    ),
    "an old option id named twice": (
        Code.RENAMED_FROM_IN_USE,
        edited(DIALOG, "label: For many", "label: For many\n            renamed_from: [all, §all]"),
    ),
    "a cap that is none": (
        Code.CAP_UNKNOWN,
        edited(DIALOG, "minutes: 2", "minutes: 2\nat_most: §conditonal\nbecause_at_most: It is short."),
    ),
    "a cap without a reason": (
        Code.CAP_WITHOUT_REASON,
        edited(DIALOG, "minutes: 2", "minutes: 2\n§at_most: conditional"),
    ),
    "the same words for two options": (
        Code.SAME_WORDS,
        edited(DIALOG, "label: For few", "label: For few\n            says: [some, §for many]"),
    ),
    "an option that sounds like not knowing": (
        Code.SAME_WORDS,
        edited(DIALOG, "says: [no idea]", "says: [§for few]"),
    ),
    "no time at all": (Code.MINUTES_NOT_POSITIVE, edited(DIALOG, "minutes: 2", "minutes: §0")),
    "no time for the facilitator": (
        Code.MINUTES_NOT_POSITIVE,
        edited(DIALOG, "help: Any name.", "help: Any name.\n        facilitator: {minutes: §-1}"),
    ),
    "a file with another name": (Code.DIALOG_FILE_NAME, edited(DIALOG, "dialog: tiny", "dialog: §small")),
    "a condition on nothing": (Code.UNKNOWN_CONDITION_KEY, more("{§initiative.ambitoin: process}")),
    "a condition on a level that is none": (
        Code.IMPOSSIBLE_VALUE,
        more("{governance.audit_trail: §etablished}"),
    ),
    "a fact that the framework does not have": (
        Code.FACT_UNKNOWN,
        edited(DIALOG, "process.permissions: established", "§process.permission: established"),
    ),
    "an item that the framework does not have": (
        Code.FACT_UNKNOWN,
        edited(
            DIALOG,
            "label: Rules in HR}",
            "label: Rules in HR}\n          - {fact: §governance.trail, label: T}",
        ),
    ),
    "a signal that is present": (
        Code.LEVEL_DOES_NOT_FIT,
        edited(DIALOG, "process.permissions: absent", "process.permissions: §present"),
    ),
    "a sign that is partial, in a condition": (
        Code.LEVEL_DOES_NOT_FIT,
        more("{governance.plausibility_acceptance: [present, §partial]}"),
    ),
    "wording for a level that the fact does not have": (
        Code.LEVEL_DOES_NOT_FIT,
        edited(DIALOG, "label: A record}", "label: A record, levels: {§present: There is one}}"),
    ),
    "a signal that always applies": (
        Code.ALWAYS_APPLIES,
        edited(
            DIALOG,
            "{process.permissions: absent, process.automation_before_controls: present}",
            "{process.permissions: §not_applicable, process.automation_before_controls: present}\n"
            "            reason: Because.",
        ),
    ),
    "a fact that nobody asks for": (
        Code.FACT_NEVER_ASKED,
        edited(
            edited(DIALOG, ", workforce.two_tier: absent", ""), ", workforce.two_tier: present", ""
        ).replace("dialog: tiny", "dialog: §tiny"),
    ),
    "the same in a dialog that is capped": (
        Code.FACT_LEFT_OUT,
        edited(
            edited(DIALOG, ", workforce.two_tier: absent", ""), ", workforce.two_tier: present", ""
        ).replace("dialog: tiny", "at_most: conditional\nbecause_at_most: It is short.\ndialog: §tiny"),
    ),
    "an ambition that is no value model": (
        Code.AMBITION_UNKNOWN,
        edited(
            DIALOG,
            "label: For few",
            "label: Another\n            facts: {initiative.ambition: §workfroce}\n"
            "          - id: still\n            label: For few",
        ),
    ),
    "an ambition that nobody can name": (
        Code.AMBITION_NOT_OFFERED,
        edited(
            edited(DIALOG, "{initiative.ambition: workforce}", "{initiative.ambition: process}"),
            "dialog: tiny",
            "dialog: §tiny",
        ),
    ),
    "a level without words": (
        Code.LEVEL_WITHOUT_WORDING,
        edited(DIALOG, "levels:", "§levels:").replace("  not_applicable: {label: Not for us}\n", ""),
    ),
    "no why": (
        Code.WHY_MISSING,
        edited(DIALOG, "id: looks", "id: §looks").replace("        why: To see the habit.\n", ""),
    ),
    "no help": (
        Code.HELP_MISSING,
        edited(DIALOG, "id: looks", "id: §looks").replace("        help: The last result.\n", ""),
    ),
    "no evidence": (
        Code.EVIDENCE_MISSING,
        edited(DIALOG, "id: looks", "id: §looks").replace("        evidence: The result.\n", ""),
    ),
    "a long question": (
        Code.ASK_TOO_LONG,
        edited(DIALOG, "ask: What is settled?", f"ask: §What {'really ' * 24}is settled?"),
    ),
    "a contradiction": (
        Code.CONTRADICTS_ITSELF,
        more("§{all: [{initiative.ambition: process}, {initiative.ambition: workforce}]}"),
    ),
    "a contradiction with the topic": (
        Code.CONTRADICTS_TOPIC,
        DIALOG
        + TOPIC.format(when="{initiative.ambition: process}")
        + QUESTION.format(id="more", when="§{initiative.ambition: workforce}", first="", second=""),
    ),
    "an option that contradicts its question": (
        Code.CONTRADICTS_TOPIC,
        more("{initiative.ambition: process}", second=", when: §{initiative.ambition: workforce}")
        + "          - {id: third, label: Third}\n",
    ),
    "what always holds": (
        Code.ALWAYS_HOLDS,
        more("§{any: [{initiative.ambition: process}, {none: [{initiative.ambition: process}]}]}"),
    ),
    "a question that no path reaches": (
        Code.QUESTION_UNREACHABLE,
        more("§{initiative.ambition: workforce, process.permissions: established}"),
    ),
    "an option that no path reaches": (
        Code.OPTION_UNREACHABLE,
        more("{initiative.ambition: workforce}", second=", when: §{process.permissions: established}")
        + "          - {id: third, label: Third}\n",
    ),
    "a topic that no path reaches": (
        Code.TOPIC_UNREACHABLE,
        DIALOG
        + TOPIC.format(when="§{initiative.ambition: workforce, process.permissions: absent}")
        + QUESTION.format(id="more", when="{initiative.ambition: workforce}", first="", second=""),
    ),
    "a part that never holds": (
        Code.PART_NEVER_HOLDS,
        more("{any: [{initiative.ambition: process}, {§process.permissions: partial}]}"),
    ),
    "a fact stated twice": (
        Code.FACT_SET_TWICE,
        more("{initiative.ambition: process}", name="§more", first=", facts: {process.permissions: partial}"),
    ),
    "a question after skipping only": (
        Code.ONLY_BY_SKIPPING,
        more("{none: [{initiative.ambition: [workforce, process, unknown]}]}", name="§more"),
    ),
    "a choice between less than two": (
        Code.TOO_FEW_OPTIONS,
        more(
            "{initiative.ambition: [workforce, process]}",
            name="§more",
            first=", when: {initiative.ambition: process}",
        ),
    ),
    "a topic that ends itself": (
        Code.TOPIC_CHANGES_ITSELF,
        DIALOG
        + TOPIC.format(when="{initiative.ambition: process}")
        + QUESTION.format(
            id="§more",
            when="{process.permissions: absent}",
            second="",
            first=", facts: {initiative.ambition: workforce}",
        ).replace("        ask", "        refines: [initiative.ambition]\n        ask")
        + QUESTION.format(id="again", when="{process.permissions: absent}", first="", second=""),
    ),
}


@pytest.mark.parametrize(("code", "dialog"), DIALOGS.values(), ids=DIALOGS.keys())
def test_a_dialog_that_is_broken_in_one_place(code: Code, dialog: str, tmp_path: Path) -> None:
    dialog, place = unmarked(dialog)
    report = check(tmp_path, dialog=dialog)
    assert seen(report) == [(code, "tiny.yaml", place)]
    assert report.failed == (code is not Code.FACT_LEFT_OUT)


def test_a_dialog_for_rooms_is_told_which_questions_have_nothing_for_a_facilitator(tmp_path: Path) -> None:
    for_rooms = edited(DIALOG, "help: Any name.", "help: Any name.\n        facilitator: {minutes: 1}")
    report = check(tmp_path, dialog=for_rooms)
    assert {code for code, _, _ in seen(report)} == {Code.FACILITATOR_MISSING}
    assert len(seen(report)) == for_rooms.count("\n        kind: ") - 1
    assert not report.failed


def warnings(old: str, new: str) -> dict[str, str | None]:
    """The warnings of the small knowledge base, with one place changed."""
    return {"warnings.yaml": edited(KNOWLEDGE["warnings.yaml"], old, new)}


def part(name: str, old: str, new: str) -> dict[str, str | None]:
    """Another file of it, with one place changed."""
    return {name: edited(KNOWLEDGE[name], old, new)}


MODELS, LAYERS, RULES = "value_models.yaml", "readiness_layers.yaml", "rules.yaml"
LENS = "lenses/shops.yaml"


def tension(when: str, *, id: str = "split_rules", ask: str = "How is that?") -> dict[str, str | None]:
    """The small knowledge base with one tension."""
    return {
        "tensions.yaml": f"""\
tensions:
  - id: {id}
    title: Rules for some
    when: {when}
    ask: {ask}
    reason: So.
    source: The page
"""
    }


TOGETHER = "{workforce.governed_hr: established, workforce.two_tier: present}"

KNOWLEDGES: dict[str, tuple[Code, dict[str, str | None]]] = {
    "a file left out": (Code.FILE_MISSING, {"rules.yaml": None}),
    "a file too much": (Code.FILE_UNEXPECTED, {"warning.yaml": "a: 1\n"}),
    "a lens with another ending": (Code.FILE_UNEXPECTED, {"lenses/banks.yml": "a: 1\n"}),
    "an id in capitals": (Code.ID_MALFORMED, part("framework.yaml", "id: tiny_framework", "id: §Tiny")),
    "a warning without owner": (
        Code.ID_MALFORMED,
        {
            "warnings.yaml": KNOWLEDGE["warnings.yaml"]
            + """\
  - id: §alone
    title: Alone
    severity: caution
    when: {workforce.two_tier: present}
    cause: It is.
    action: Join.
    source: The page
    reason: So.
"""
        },
    ),
    "a signal twice": (
        Code.ID_TWICE,
        part(
            LAYERS,
            "action: Keep one.}",
            "action: Keep one.}\n      - {id: §governance.audit_trail, label: A, holds: b, action: C.}",
        ),
    ),
    "a layer called like a conclusion": (
        Code.ID_RESERVED,
        {
            LAYERS: KNOWLEDGE[LAYERS]
            + """\
  - id: §gate
    title: Gate
    about: A gate.
    ready: Open.
    warning: Shut.
    signals: [{id: gate.lock, label: A, holds: b, action: C.}]
    sign: {id: gate.rust, label: A, holds: b, clear: c, action: D.}
    source: The page
""",
            **warnings(
                "warnings:",
                """warnings:
  - id: gate.rust
    title: Rust
    severity: caution
    when: {gate.rust: present}
    cause: It is.
    action: Oil.
    source: The page
    reason: So.""",
            ),
        },
    ),
    "a fact under another owner": (
        Code.OWNER_MISMATCH,
        part(MODELS, "{id: process.permissions", "{id: §expert.permissions"),
    ),
    "a floor that reads the ambition": (
        Code.NOT_READABLE_HERE,
        part(MODELS, "needs: {readiness.governance: ready}", "needs: {§ambition: process}"),
    ),
    "an item that reads an item": (
        Code.NOT_READABLE_HERE,
        part(RULES, "explicit: {ambition.reach: now}", "explicit: {§commitment.value_model: open}"),
    ),
    "a warning that reads the warnings": (
        Code.NOT_READABLE_HERE,
        warnings("when: {workforce.two_tier: present}", "when: {§warnings.certain: stop}"),
    ),
    "a warning about nothing": (
        Code.UNKNOWN_CONDITION_KEY,
        warnings("when: {workforce.two_tier: present}", "when: {§workforce.two_teir: present}"),
    ),
    "a warning about a level that is none": (
        Code.IMPOSSIBLE_VALUE,
        warnings("when: {workforce.two_tier: present}", "when: {workforce.two_tier: §established}"),
    ),
    "a floor that is open": (
        Code.IMPOSSIBLE_VALUE,
        part(MODELS, "needs: {readiness.governance: ready}", "needs: {readiness.governance: [ready, §open]}"),
    ),
    "a lens for a value model that is none": (
        Code.NOTHING_OF_THAT_NAME,
        part(LENS, "model: workforce", "model: §workfroce"),
    ),
    "an example of nothing": (
        Code.NOTHING_OF_THAT_NAME,
        part(LENS, "governance.audit_trail:", "§governance.trail:"),
    ),
    "a switch that is none": (
        Code.NOTHING_OF_THAT_NAME,
        part(MODELS, "gate_is_control: true", "gate_is_control: true\n    applies_if: §initiative.title"),
    ),
    "a warning beyond what": (
        Code.BEYOND_WITHOUT_MODEL,
        warnings(
            "severity: caution\n    when: {governance",
            "severity: caution\n    §beyond_ambition: watch\n    when: {governance",
        ),
    ),
    "a sign without a warning": (
        Code.SIGN_WITHOUT_WARNING,
        {
            "warnings.yaml": KNOWLEDGE["warnings.yaml"]
            .replace("id: workforce.two_tier", "id: workforce.split")
            .replace("warnings:", "§warnings:")
        },
    ),
    "a tension without an id": (Code.ID_MALFORMED, tension(TOGETHER, id="§Split")),
    "a tension about nothing": (
        Code.UNKNOWN_CONDITION_KEY,
        tension("{workforce.governed_hr: established, §workforce.two_teir: present}"),
    ),
    "a tension about a level that is none": (
        Code.IMPOSSIBLE_VALUE,
        tension("{workforce.governed_hr: §present, workforce.two_tier: present}"),
    ),
    "a tension about a conclusion": (
        Code.NOT_READABLE_HERE,
        tension("{workforce.governed_hr: established, §readiness.governance: ready}"),
    ),
    "a tension that contradicts itself": (
        Code.CONTRADICTS_ITSELF,
        tension("§{all: [{workforce.two_tier: present}, {workforce.two_tier: absent}]}"),
    ),
    "a tension that is always there": (
        Code.ALWAYS_HOLDS,
        tension("§{any: [{workforce.two_tier: present}, {none: [{workforce.two_tier: present}]}]}"),
    ),
    "a tension with a long question": (
        Code.ASK_TOO_LONG,
        tension(TOGETHER, ask=f"§How {'really ' * 24}is that?"),
    ),
    "a lens with another name": (Code.LENS_FILE_NAME, part(LENS, "lens: shops", "lens: §stores")),
    "a warning that contradicts itself": (
        Code.CONTRADICTS_ITSELF,
        warnings(
            "possible_when: {process.automation_before_controls: unknown}",
            "possible_when: §{all: [{ambition: process}, {ambition: workforce}]}",
        ),
    ),
    "a warning that always holds": (
        Code.ALWAYS_HOLDS,
        warnings(
            "possible_when: {process.automation_before_controls: unknown}",
            "possible_when: §{controls.absent: [some, none]}",
        ),
    ),
    "a warning that nothing raises": (
        Code.WARNING_NEVER_RAISED,
        {
            "warnings.yaml": KNOWLEDGE["warnings.yaml"]
            + """\
  - id: §workforce.unheard_of
    title: Unheard of
    severity: caution
    when: {ambition: workforce, ambition.reach: beyond}
    cause: It is.
    action: Look.
    source: The page
    reason: So.
"""
        },
    ),
    "a value model that nothing leads to": (
        Code.MODEL_NEVER_RECOMMENDED,
        part(MODELS, "- id: process\n", "- id: §process\n")
        | {
            MODELS: edited(
                edited(KNOWLEDGE[MODELS], "- id: process\n", "- id: §process\n"),
                "needs: {readiness.governance: ready}",
                "needs: {readiness.governance: at_risk, gate.workforce: unmet}",
            )
        },
    ),
}


@pytest.mark.parametrize(("code", "changes"), KNOWLEDGES.values(), ids=KNOWLEDGES.keys())
def test_a_knowledge_base_that_is_broken_in_one_place(
    code: Code, changes: dict[str, str | None], tmp_path: Path
) -> None:
    clean: dict[str, str | None] = {}
    place, where = (1, 1), next(iter(changes))
    for name, text in changes.items():
        if text is not None and "§" in text:
            where = name
        clean[name] = text
        if name == where and text is not None:
            clean[name], place = unmarked(text)
    home = write_knowledge(tmp_path, clean)
    report = check_paths([home])
    assert seen(report) == [(code, Path(where).name, place)]
    assert report.failed


NEVER = "{process.permissions: partial, workforce.two_tier: present}"


@pytest.mark.parametrize(("when", "met"), [(TOGETHER, True), (NEVER, False)])
def test_a_tension_that_no_dialog_brings_up(when: str, met: bool, tmp_path: Path) -> None:
    text, place = unmarked(str(tension(when, id="§split_rules")["tensions.yaml"]))
    report = check(tmp_path, knowledge={"tensions.yaml": text})
    assert seen(report) == ([] if met else [(Code.TENSION_NEVER_MET, "tensions.yaml", place)])
    assert report.failed is not met


def test_nothing_is_said_of_what_no_dialog_brings_up_where_no_dialog_is_checked(tmp_path: Path) -> None:
    assert seen(check_paths([write_knowledge(tmp_path, tension(NEVER))])) == []


def test_nothing_is_said_of_what_too_many_paths_bring_up(tmp_path: Path) -> None:
    (tmp_path / "tiny.yaml").write_text(DIALOG, encoding="utf-8")
    home = write_knowledge(tmp_path / "knowledge", tension(NEVER))
    report = check_paths([tmp_path / "tiny.yaml", home], bound=3)
    assert Code.TENSION_NEVER_MET not in {finding.code for finding in report.findings}


def test_a_broken_dialog_is_refused_when_it_is_loaded() -> None:
    text, _ = unmarked(DIALOGS["an option id twice"][1])
    with pytest.raises(SourceError) as caught:
        load_script(Bundle("dialog", (("tiny.yaml", text),)))
    assert [problem.code for problem in caught.value.problems] == [Code.ID_TWICE]


def test_a_broken_knowledge_base_is_refused_when_it_is_loaded(tmp_path: Path) -> None:
    home = write_knowledge(tmp_path, {"rules.yaml": None, "framework.yaml": "id: [\n", LENS: "lens: 7\n"})
    with pytest.raises(SourceError) as caught:
        load_framework(knowledge_bundle(home))
    assert {problem.code for problem in caught.value.problems} == {
        Code.FILE_MISSING,
        Code.NOT_YAML,
        Code.NOT_TEXT,
        Code.MISSING_KEY,
    }
