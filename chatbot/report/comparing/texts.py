"""The fixed texts of comparisons, by id: flat, with `{places}`, and `.one` and `.many` where a count decides.

A theme may replace any of them; nothing in a text or in a value is ever evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, str]] = {
    # Words for values.
    "progress.fact.title": "What the initiative is called",
    "progress.fact.sector": "The sector",
    "progress.cap": "what the dialog may conclude",
    "progress.limit.none": "no limit",
    "progress.conclusion.recommended": "Work on now",
    "progress.conclusion.reachable": "Within reach",
    "progress.conclusion.decision": "Commit now?",
    "progress.conclusion.item": "{title} (to be explicit)",
    "progress.layer.open": "open, between {worst} and {best}",
    "progress.warning.not_raised": "not raised",
    "progress.warning.certain": "{severity}",
    "progress.warning.possible": "possibly {severity}",
    "progress.clarity.explicit": "explicit",
    "progress.clarity.open": "open",
    "progress.clarity.missing": "missing",
    "progress.gate.met": "met",
    "progress.gate.partial": "met in part",
    "progress.gate.unmet": "not met",
    "progress.gate.open": "open",
    "progress.gate.not_applicable": "does not apply",
    "progress.reach.now": "within reach",
    "progress.reach.once_known": "once more is known",
    "progress.reach.beyond": "out of reach",
    "progress.reach.unknown": "not known",
    "progress.reach.not_applicable": "does not apply",
    "progress.role.recommended": "work on it now",
    "progress.role.reachable": "reachable",
    "progress.role.ambition": "the aim",
    "progress.movement.forward": "moved on",
    "progress.movement.back": "moved back",
    "progress.movement.same": "as before",
    "progress.movement.clearer": "clearer",
    "progress.movement.less_clear": "less clear",
    "progress.movement.different": "different",
    "progress.movement.warning_new": "new",
    "progress.movement.warning_gone": "gone",
    "progress.movement.warning_forward": "milder",
    "progress.movement.warning_back": "graver",
    "progress.movement.warning_different": "different",
    "progress.not_asked.no_question": "this dialog does not ask about it",
    "progress.not_asked.set_aside": "an answer was set aside, because other answers lead past its question",
    "progress.not_asked.passed_over": "the question was passed over",
    "progress.not_asked.waits": "the question still waits for an answer",
    "progress.not_asked.off_path": "the answers given did not lead to the question",
    # The document.
    "progress.title": "{name}: what moved",
    "progress.lead.then": "Then",
    "progress.lead.now": "Now",
    "progress.lead.aim": "Aim",
    "progress.lead.from_to": "{before} then, {after} now",
    "progress.footer": "{name}: what moved from {before} to {after}",
    "progress.column.then": "Then",
    "progress.column.now": "Now",
    "progress.column.movement": "Movement",
    "progress.column.why": "What accounts for it",
    "progress.column.fact": "What",
    "progress.column.conclusion": "Conclusion",
    "progress.column.layer": "Layer",
    "progress.column.model": "Value model",
    "progress.column.gate_then": "Prerequisites then",
    "progress.column.gate_now": "Prerequisites now",
    "progress.column.reach_then": "Reach then",
    "progress.column.reach_now": "Reach now",
    # What has to be known first.
    "progress.caution.other_title": (
        "These may not be the same initiative: the earlier interview calls it {before}, the later one"
        " {after}. If they are two, set them side by side instead: {command}"
    ),
    "progress.caution.other_ambition": (
        "The aim is not the same: then it was {before}, now it is {after}. Whatever is judged by the"
        " aim may have moved for that reason alone; where it did, the aim is named as what accounts for"
        " it."
    ),
    "progress.caution.swapped": (
        "The interviews were named the other way round. This goes from the earlier one, {before}, to"
        " the later one, {after}."
    ),
    "progress.caution.reversed": (
        "What is called then was recorded after what is called now: {before} and {after}. Read from the"
        " right to the left, it is the course of events."
    ),
    "progress.caution.other_dialog": (
        "They were held with different dialogs, {before} and {after}. Only what both ask about can have"
        " become better or worse; what only one of them asks about counts as not asked in the other."
    ),
    "progress.caution.other_version": (
        "They were held with two versions of {after}. A question that only one of them has counts as"
        " not asked in the other."
    ),
    "progress.caution.other_limit": (
        "The dialogs may not conclude the same about whether to commit: at best {before} then, and"
        " {after} now. Where that alone explains a move, it is named as what accounts for it."
    ),
    "progress.caution.other_rules": (
        "The earlier interview was held with another version of the knowledge base. Both are judged"
        " here by that of the later one, so that a change of a rule does not pass for progress."
    ),
    "progress.caution.other_rules.differences.one": "By its own rules it concluded 1 thing otherwise.",
    "progress.caution.other_rules.differences.many": (
        "By its own rules it concluded {count} things otherwise; they are listed."
    ),
    "progress.caution.other_rules.same": "Its own rules come to the same conclusions.",
    "progress.caution.rules_do_not_fit": (
        "The answers of the earlier interview contradict each other by the later knowledge base, so"
        " what moved is not concluded."
    ),
    "progress.caution.contradictory": (
        "Answers contradict each other ({which}): {says} Nothing is concluded."
    ),
    "progress.caution.unfinished.one": (
        "The interview of {which} is not finished: 1 question waits for an answer, so this may still change."
    ),
    "progress.caution.unfinished.many": (
        "The interview of {which} is not finished: {count} questions wait for an answer, so this may"
        " still change."
    ),
    "progress.caution.unfinished_open": (
        "The interview of {which} has an answer to every question and is not finished, so it may still"
        " change."
    ),
    "progress.caution.set_aside.one": (
        "In the interview of {which}, 1 answer is set aside because other answers lead past its"
        " question; it counts as not asked."
    ),
    "progress.caution.set_aside.many": (
        "In the interview of {which}, {count} answers are set aside because other answers lead past"
        " their questions; they count as not asked."
    ),
    # The first page.
    "progress.first_page": "What moved, in short",
    "progress.headline.forward": "What to work on now moved on from {before} to {after}",
    "progress.headline.back": "What to work on now moved back from {before} to {after}",
    "progress.headline.same": "What to work on now is {after}, as before",
    "progress.headline.decision_moved": (
        "whether to commit moved from \u201c{before}\u201d to \u201c{after}\u201d"
    ),
    "progress.headline.decision_same": "the answer to whether to commit is \u201c{after}\u201d, as before",
    "progress.headline.and": "{first}, and {second}.",
    "progress.headline.but": "{first}, but {second}.",
    "progress.headline.nothing": (
        "Nothing moved: what to work on now is {model} and the answer to whether to commit is"
        " \u201c{decision}\u201d, both as before."
    ),
    "progress.headline.not_judged": (
        "What moved cannot be concluded yet, because answers contradict each other."
    ),
    "progress.headline.reachable": "What is within reach at best went from {before} to {after}.",
    "progress.count.none": "No answer changed.",
    "progress.count.some.one": "1 answer changed: {parts}.",
    "progress.count.some.many": "{count} answers changed: {parts}.",
    "progress.count.better": "{count} for the better",
    "progress.count.worse": "{count} for the worse",
    "progress.count.known": "{count} known now and not then",
    "progress.count.unknown": "{count} known then and not now",
    "progress.count.other": "{count} otherwise",
    "progress.count.layers": "Readiness layers: {parts}.",
    "progress.count.warnings": "Warnings: {parts}.",
    "progress.count.movement.forward": "{count} moved on",
    "progress.count.movement.back": "{count} moved back",
    "progress.count.movement.clearer": "{count} clearer",
    "progress.count.movement.less_clear": "{count} less clear",
    "progress.count.movement.different": "{count} different",
    "progress.count.movement.same": "{count} as before",
    "progress.count.warning.new": "{count} new",
    "progress.count.warning.still": "{count} still there",
    "progress.count.warning.gone": "{count} gone",
    "progress.overview": "From then to now",
    "progress.mattered": "What mattered most",
    "progress.mattered.none": "No change of an answer moved a conclusion.",
    "progress.mattered.alone.many": (
        "Without any one of these {count} changes these would be as they were: {conclusions}."
    ),
    "progress.mattered.alone.one": "Without this change these would be as they were: {conclusions}.",
    "progress.mattered.together": "Together with others it accounts for: {conclusions}.",
    "progress.change": "{what} (from {before} to {after})",
    "progress.changes": "{what} (each from {before} to {after})",
    "progress.from_to": "from {before} to {after}",
    "progress.in_the_way": "What is still in the way",
    "progress.in_the_way.find_out": "To find out: {what}",
    "progress.in_the_way.decides": "Depends on it: {what}.",
    "progress.in_the_way.nothing": "Nothing that was said is in the way.",
    # What moved, and why.
    "progress.conclusions": "What moved, and why",
    "progress.conclusions.about": (
        "What accounts for a move was found by putting changed answers back to what they were, one or a"
        " few at a time, and judging again."
    ),
    "progress.conclusions.caption": "The conclusions then and now",
    "progress.layers": "Readiness by layer",
    "progress.layers.caption": "How each layer stood and stands",
    "progress.ladder": "The ladder of value models",
    "progress.ladder.caption": "How each value model stood and stands",
    "progress.account.alone.one": "{changes}. Without this change it would not have moved.",
    "progress.account.alone.many": (
        "{changes}. Without any one of these {count} changes it would not have moved."
    ),
    "progress.account.any_of": (
        "{changes}. No single one of these {count} changes decides it; had any {size} of them not"
        " happened, it would not have moved."
    ),
    "progress.account.together": (
        "{changes}. Without these {size} changes together it would not have moved; fewer do not decide it."
    ),
    "progress.account.combinations": (
        "It takes {size} changes together, in any of {count} combinations. Without one such combination"
        " it would not have moved: {changes}."
    ),
    "progress.account.at_most.one": (
        "{changes}. Without this change it would not have moved. There are too many changes to try"
        " whether others decide it too."
    ),
    "progress.account.at_most.many": (
        "{changes}. Without these {count} changes together it would not have moved, and none of them"
        " can be left out. There are too many changes to try all sets, so others or fewer may decide it"
        " too."
    ),
    "progress.account.among": "{titles}: rests on {count} changed answers, {changes}.",
    "progress.account.with": "{first} with {others}",
    # Warnings.
    "progress.warnings": "Warnings",
    "progress.warnings.none": "No warning was raised then, and none is raised now.",
    "progress.warnings.new": "New",
    "progress.warnings.still": "Still there",
    "progress.warnings.gone": "Gone",
    "progress.warnings.accounts": "What accounts for it:",
    "progress.warnings.to_do": "What to do:",
    "progress.quote.then": "Then: {ask}",
    "progress.quote.now": "Now: {ask}",
    "progress.quote.both": "Then and now: {ask}",
    "progress.quote.then.nothing": "Then, nothing was said of it.",
    "progress.quote.now.nothing": "Now, nothing was said of it.",
    "progress.quote.more.one": "It rests on the answers to 1 more question.",
    "progress.quote.more.many": "It rests on the answers to {count} more questions.",
    # What did not move.
    "progress.unmoved": "What did not move although answers within it changed",
    "progress.unmoved.stands": "{title}: {says}, as before.",
    "progress.unmoved.done": "Better or known now: {changes}.",
    "progress.unmoved.lost": "Worse or no longer known: {changes}.",
    "progress.unmoved.lacking": "It still waits for {facts}.",
    # Facts.
    "progress.facts": "Every answer that changed",
    "progress.facts.better": "For the better",
    "progress.facts.worse": "For the worse",
    "progress.facts.known": "Known now and not then",
    "progress.facts.unknown": "Known then and not now",
    "progress.facts.other": "Otherwise different",
    "progress.facts.caption": "What was said then and now",
    "progress.facts.by": "{when}: {who}, {moment}",
    "progress.facts.not_judged": "The later knowledge base does not judge this: {facts}.",
    # Rules and origin.
    "progress.rules": "By the rules of then and of now",
    "progress.rules.about": (
        "The same answers of {day}, judged by the knowledge base that they were given under and by the"
        " one used here."
    ),
    "progress.rules.caption": "Where the two knowledge bases differ",
    "progress.rules.own": "As its own report has it",
    "progress.rules.here": "Here",
    "progress.rules.left_out": (
        "Not judged here, because the later knowledge base does not know it: {facts}."
    ),
    "progress.boundary": "What this is not",
    "progress.origin": "Where this comes from",
    "progress.origin.method": (
        "Everything here is computed from the two interviews. Changed answers are put back singly, then"
        " two, three and more at a time, and everything is judged again; the smallest sets that take a"
        " conclusion back account for it. After 1000 sets for one conclusion the search ends, and it"
        " says so."
    ),
    "progress.origin.one_base": (
        "Both interviews were held with the same knowledge base and are judged by it."
    ),
    "progress.origin.newer_base": (
        "The interviews were held with different versions of the knowledge base. All conclusions here,"
        " of both, are drawn by that of the later interview ({hash}); each interview's own report keeps"
        " to its own."
    ),
    "progress.origin.again": "To make it again",
    "progress.origin.then": "The earlier interview",
    "progress.origin.now": "The later interview",
    "progress.origin.interview": "Interview",
    "progress.origin.sector": "Sector",
    "progress.origin.dialog": "Dialog",
    "progress.origin.framework": "Knowledge base",
    "progress.origin.source": "{title} ({id}), {hash}",
    "progress.origin.program": "Program",
    "progress.origin.first": "First event",
    "progress.origin.last": "Last event",
    "progress.origin.events": "Events",
    "progress.origin.participants": "Took part",
    "progress.origin.answered": "Answers that count",
    "progress.origin.passed_over": "Questions passed over",
    "progress.origin.waiting": "Questions that wait",
    "progress.origin.set_aside": "Answers set aside",
    "progress.origin.headline": "Its own advice",
    # Several side by side.
    "side_by_side.title": "{count} initiatives side by side",
    "side_by_side.footer": "{count} initiatives side by side",
    "side_by_side.lead.between": "Held",
    "side_by_side.lead.from_to": "{first} to {last}",
    "side_by_side.caution.same_title": (
        "Some of these have the same name. What moved between two interviews about one initiative is"
        " said by another report: {command}"
    ),
    "side_by_side.caution.other_dialog": (
        "They were held with different dialogs: {dialogs}. What a dialog does not ask about counts as"
        " not asked."
    ),
    "side_by_side.caution.other_limit": (
        "Not every dialog may conclude everything about whether to commit: {limits}."
    ),
    "side_by_side.caution.limit": "{dialog} at best \u201c{limit}\u201d",
    "side_by_side.caution.other_rules": (
        "They were held with different versions of the knowledge base. All are judged here by that of"
        " the latest interview; where this differs from an own report, it is listed."
    ),
    "side_by_side.caution.rules_do_not_fit": (
        "The answers about {which} contradict each other by the latest knowledge base, so nothing is"
        " concluded there."
    ),
    "side_by_side.caution.contradictory": (
        "Answers about {which} contradict each other, so nothing is concluded there."
    ),
    "side_by_side.caution.unfinished": "Not finished, so that it may still change: {which}.",
    "side_by_side.caution.set_aside": (
        "Answers are set aside because other answers lead past their questions, and count as not asked:"
        " {which}."
    ),
    "side_by_side.first_page": "Where they stand",
    "side_by_side.headline": "Whether to commit: {parts}.",
    "side_by_side.headline.commit": "yes for {count}",
    "side_by_side.headline.conditional": "on conditions for {count}",
    "side_by_side.headline.hold": "not yet for {count}",
    "side_by_side.headline.open": "not concluded for {count}",
    "side_by_side.bottleneck.decisions": (
        "Most would move with one thing that several have in common, {what}. Settled in each of the"
        " {count} where it is not, it moves whether to commit in {decisions}, and what to work on in"
        " none yet."
    ),
    "side_by_side.bottleneck.models": (
        "Most would move with one thing that several have in common, {what}. Settled in each of the"
        " {count} where it is not, it moves what to work on in {models}, and whether to commit in none"
        " yet."
    ),
    "side_by_side.bottleneck.both": (
        "Most would move with one thing that several have in common, {what}. Settled in each of the"
        " {count} where it is not, it moves what to work on in {models} and whether to commit in"
        " {decisions}."
    ),
    "side_by_side.bottleneck.some": (
        "What is most widely not settled is {what}: in {count} of them. Settled alone it moves neither"
        " what to work on nor whether to commit anywhere; it takes more."
    ),
    "side_by_side.bottleneck.none": "Nothing is unsettled in two or more of them.",
    "side_by_side.stands.caption": (
        "What to work on, whether to commit, and how many warnings call for a stop"
    ),
    "side_by_side.layers": "Readiness by layer",
    "side_by_side.layers.caption": "The readiness layers, by initiative",
    "side_by_side.column.initiative": "Initiative",
    "side_by_side.column.aim": "Aim",
    "side_by_side.column.now": "Work on now",
    "side_by_side.column.reachable": "Within reach",
    "side_by_side.column.decision": "Commit now?",
    "side_by_side.column.owner": "Owner",
    "side_by_side.column.stops": "Stops",
    "side_by_side.column.signal": "What is not settled",
    "side_by_side.column.where": "Where",
    "side_by_side.column.effect": "Settled alone, this changes",
    "side_by_side.decision.commit": "yes",
    "side_by_side.decision.conditional": "on conditions",
    "side_by_side.decision.hold": "not yet",
    "side_by_side.not_known": "not known",
    "side_by_side.not_concluded": "not concluded",
    "side_by_side.stops": "{count}",
    "side_by_side.stops.possible": "{count}, {possible} possible",
    "side_by_side.shared": "What they have in common",
    "side_by_side.shared.about": (
        "What is not settled in two or more of them, among what counts for their aims. What settling it"
        " changes was computed: it was set to its best in each, with everything else as it is, and each"
        " was judged again."
    ),
    "side_by_side.shared.none": "Nothing that counts for their aims is unsettled in two or more of them.",
    "side_by_side.signals": "Single points",
    "side_by_side.signals.caption": "Points that are not settled in several, those first that change most",
    "side_by_side.signals.more.one": "1 more is not settled in several and is left out here.",
    "side_by_side.signals.more.many": "{count} more are not settled in several and are left out here.",
    "side_by_side.groups": "Whole layers and prerequisites",
    "side_by_side.groups.caption": (
        "The same with everything of a layer, or every prerequisite, settled at once"
    ),
    "side_by_side.group.layer": 'Settle everything in "{title}".',
    "side_by_side.group.gate": "Settle every prerequisite of {title}.",
    "side_by_side.end_to": "An end to {what}",
    "side_by_side.where.of": "{count} of {total}: {names}",
    "side_by_side.where.unclear": "not known in {count} of them",
    "side_by_side.effect.model.many": "work on {model} in {count}: {names}",
    "side_by_side.effect.model.one": "work on {model} in {names}",
    "side_by_side.effect.decision.many": (
        "whether to commit becomes \u201c{decision}\u201d in {count}: {names}"
    ),
    "side_by_side.effect.reachable": "more is within reach in {count}",
    "side_by_side.effect.layer": "a readiness layer moves in {count}",
    "side_by_side.effect.item": "more is explicit for a commitment in {count}",
    "side_by_side.effect.warning": "a warning goes or eases in {count}",
    "side_by_side.effect.decision.one": "whether to commit becomes \u201c{decision}\u201d in {names}",
    "side_by_side.effect.nothing": "nothing by itself",
    "side_by_side.each": "Each in short",
    "side_by_side.each.next": "Next: {step}",
    "side_by_side.each.stops": "To stop for: {warnings}.",
    "side_by_side.each.possible_stops": "Possibly to stop for: {warnings}.",
    "side_by_side.rules": "By their own rules",
    "side_by_side.rules.caption": "Where an own report concludes otherwise",
    "side_by_side.origin.method": (
        "Everything here is computed from the interviews. Nothing is said of which initiative should"
        " wait for which: no interview says what one needs of another."
    ),
    "side_by_side.origin.one_base": "All were held with the same knowledge base and are judged by it.",
    "side_by_side.origin.newer_base": (
        "They were held with different versions of the knowledge base. All conclusions here are drawn"
        " by that of the latest interview ({hash}); each interview's own report keeps to its own."
    ),
}
