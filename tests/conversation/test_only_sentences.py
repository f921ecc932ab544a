"""Somebody who answers only in sentences gets through the whole interview, and is understood."""

from __future__ import annotations

from chatbot.conversation.talk import Talk
from chatbot.conversation.waiting.guess import Guess
from chatbot.dialog.manager import REVIEW
from tests.conftest import Begin

SAYS = {
    "initiative_title": "we call it Weld Inspector",
    "intended_change": "The inspectors look at the doubtful seams first and stop measuring the good ones.",
    "sector": "we build pressure vessels, so manufacturing I'd say",
    "customer_reach": "it's just for our own inspectors, no customer will ever see it",
    "ambition": "it should sit beside our welding engineers on the questions only they can judge",
    "proof_of_worth": (
        "we picked the hours per vessel as our figure, but nobody has measured what they are today"
    ),
    "last_argument": "my boss pointed at the time it will save us on every inspection",
    "data_care": (
        "Jana answers for all of the images and knows it, access is settled in writing, "
        "the update is now and then, and nobody checks for mistakes"
    ),
    "last_data_request": "somebody copied the pictures together by hand for that meeting",
    "result_rules": (
        "who approves is written down and it goes that way, nobody has the right to stop a result, "
        "we keep a record of everything, and for wrong results people help themselves"
    ),
    "last_wrong_result": "the inspector who was using it noticed, the picture simply looked odd to him",
    "way_of_results": "an inspector checks it and takes it over, that step is in our procedure",
    "last_screen_change": "we have no automation that works through screens, so nothing happened",
    "last_decision": "Jana decided, she is the one who is named as responsible for it",
    "regular_care": (
        "Jana looks at the usage regularly and clears obstacles away, the benefit was measured once, "
        "there is no list of risks, and improvements happen when somebody finds the time"
    ),
    "after_the_project": "the quality department has agreed to take it over and has people for it",
    "common_rules": (
        "HR and finance follow the common rules, IT has rules of its own, and I don't know about legal"
    ),
    "last_week_use": "a handful of people use it a lot and most of the others hardly at all",
    "last_specialist_result": "the welding engineer who is named for it decided whether we use the result",
    "needed_evidence": "there is a written checklist of what they have to see before they sign",
    "last_demonstration": "one of the engineers got the task of reviewing it, with hours for that",
    "anything_else": "The works council will want to know what is recorded.",
}

EXPECTED = {
    "initiative.title": "Weld Inspector",
    "initiative.sector": "manufacturing",
    "initiative.ambition": "expert",
    "initiative.distribution_applies": "false",
    "business_case.value_metric": "partial",
    "data_foundation.owners": "established",
    "data_foundation.quality_checks": "absent",
    "data_foundation.manual_assembly": "present",
    "governance.approval_path": "established",
    "governance.review_rights": "absent",
    "governance.audit_trail": "established",
    "operating_model.named_owner": "established",
    "operating_model.manages_risk": "absent",
    "workforce.governed_it": "partial",
    "workforce.governed_legal": "unknown",
    "expert.decision_owner": "established",
    "expert.evidence_standard": "established",
}


def test_a_person_who_answers_only_in_sentences_gets_through(begin: Begin) -> None:
    talk = Talk(begin())
    list(talk.so_far())
    asked_back: list[str] = []
    while talk.question:
        question = str(talk.question)
        talk.say(SAYS[question])
        for _ in range(3):
            if isinstance(talk._floor.awaited, Guess):
                talk.say("yes, that is what I meant")
            if isinstance(talk._floor.awaited, Guess):
                talk.say("the first one please")
        if talk.question == question:
            asked_back.append(question)
            break
    assert asked_back == []
    assert talk.interview.state.stage == REVIEW
    facts = {str(fact): str(value) for fact, value in talk.interview.facts.items()}
    assert {fact: facts.get(fact) for fact in EXPECTED} == EXPECTED
