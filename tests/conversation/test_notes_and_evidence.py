"""Notes, remarks and evidence: kept word for word, beside the right question, with who and when."""

from __future__ import annotations

import pytest

from chatbot.conversation.answering import take_answer
from chatbot.conversation.review import review
from chatbot.conversation.talk import Talk
from chatbot.conversation.utterances import Kind
from chatbot.conversation.waiting.evidence import AwaitedEvidence
from chatbot.dialog.script import OptionId
from chatbot.dialog.understanding.understood import Heard, Intent
from chatbot.facts import FactId, Level
from chatbot.interview.events import Evidenced
from chatbot.interview.interview import Interview
from chatbot.interview.kept import KeptAs
from tests.conftest import Begin
from tests.conversation.conftest import Until
from tests.recorded import recorded

HOSTILE = "[/b] <script> \x1b[2J {initiative.title} \u202e e\u0301"


@pytest.fixture
def talk(until: Until) -> Talk:
    """A conversation at its third question."""
    return until("owner", name="ChangeLink", aim="2")


def kept(talk: Talk) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.text, one.question) for one in talk.interview.state.kept]


def asked_for_evidence(talk: Talk) -> str | None:
    awaited = talk._floor.awaited
    return awaited.question if isinstance(awaited, AwaitedEvidence) else None


@pytest.fixture
def claiming(until: Until) -> Talk:
    """A conversation that has just asked for evidence, after the third claim; its question is due next."""
    talk = until("owner", name="ChangeLink", aim="2")
    for words in ("1", "y y", "1"):
        assert asked_for_evidence(talk) is None
        talk.say(words)
    assert asked_for_evidence(talk) == "looks"
    assert talk.question == "exceptions"
    return talk


def test_notes_and_evidence_go_to_the_question_asked_or_to_the_one_they_name(talk: Talk) -> None:
    talk.perform(Intent.NOTE, HOSTILE)
    talk.perform(Intent.NOTE, "on 1: a working title")
    talk.perform(Intent.EVIDENCE, "on the aim question: the proposal")
    talk.perform(Intent.NOTE, "on 99: no such question")
    talk.perform(Intent.NOTE, "for example: this is no address")
    assert kept(talk) == [
        ("note", HOSTILE, "owner"),
        ("note", "a working title", "name"),
        ("evidence", "the proposal", "aim"),
        ("note", "on 99: no such question", "owner"),
        ("note", "for example: this is no address", "owner"),
    ]


def test_a_note_without_a_text_is_asked_for_it_and_takes_words_that_would_be_an_answer(talk: Talk) -> None:
    talk.perform(Intent.NOTE, "on 1")
    talk.say("1")
    talk.perform(Intent.EVIDENCE)
    talk.say("yes")
    assert kept(talk) == [("note", "1", "name"), ("evidence", "yes", "owner")]
    assert talk.question == "owner"


def test_what_is_said_besides_an_answer_is_kept_with_it_and_said_back(talk: Talk) -> None:
    reply = take_answer(
        talk._floor,
        Heard(option=OptionId("named"), remark="but she leaves in May"),
        "one person, but she leaves",
    )
    assert any("but she leaves in May" in one.text for one in reply.utterances if one.kind is Kind.REPLY)
    assert kept(talk) == [("remark", "but she leaves in May", "owner")]
    talk.say("undo")
    assert kept(talk) == []
    talk.say("redo")
    assert kept(talk) == [("remark", "but she leaves in May", "owner")]


def test_remarks_to_parts_of_a_checklist_are_kept_with_the_whole(until: Until) -> None:
    talk = until("settled")
    path, trail = FactId("governance.approval_path"), FactId("governance.audit_trail")
    take_answer(talk._floor, Heard(levels={path: Level.PARTIAL}, remark="since May"), "partly, since May")
    take_answer(talk._floor, Heard(levels={trail: Level.ABSENT}, remark="sadly"), "no, sadly")
    assert kept(talk) == [("remark", "since May\nsadly", "settled")]


def test_a_remark_with_the_same_answer_again_becomes_a_note(talk: Talk) -> None:
    talk.say("1")
    talk.visit(talk.interview.state.path.questions[2])
    take_answer(talk._floor, Heard(option=OptionId("named"), remark="since May"), "one person, since May")
    assert kept(talk) == [("note", "since May", "owner")]
    assert not talk.is_visiting


def test_evidence_is_asked_for_after_every_third_claim_at_most(claiming: Talk) -> None:
    claiming.say("the minutes of May")
    assert kept(claiming) == [("evidence", "the minutes of May", "looks")]
    assert claiming.question == "exceptions"
    claiming.say("1")
    assert asked_for_evidence(claiming) is None


@pytest.mark.parametrize(
    "words", ["what?", "can you rephrase?", "yes", "none of these", "let me see the advice"]
)
def test_what_tells_nothing_is_no_evidence(claiming: Talk, words: str) -> None:
    events = len(recorded(claiming.interview))
    claiming.say(words)
    assert len(recorded(claiming.interview)) == events
    assert claiming.awaits


@pytest.mark.parametrize("words", ["later", "no", "skip", "Not now.", "let's go on please"])
def test_evidence_can_be_left_for_later(claiming: Talk, words: str) -> None:
    events = len(recorded(claiming.interview))
    claiming.say(words)
    assert len(recorded(claiming.interview)) == events
    assert claiming.question == "exceptions"
    assert not claiming.awaits


@pytest.mark.parametrize("words", ["1", "by the book", "There is a written way", "I don't know"])
def test_an_answer_to_the_next_question_gets_through_instead_of_evidence(claiming: Talk, words: str) -> None:
    claiming.say(words)
    assert "exceptions" in claiming.interview.state.answers
    assert kept(claiming) == []


def test_a_choice_on_screen_gets_through_instead_of_evidence(claiming: Talk) -> None:
    claiming.choose(OptionId("written"))
    assert "exceptions" in claiming.interview.state.answers
    assert not claiming.awaits_words


def test_an_undo_right_after_evidence_was_asked_for_takes_back_the_claim(claiming: Talk) -> None:
    claiming.say("undo")
    assert claiming.question == "looks"
    assert asked_for_evidence(claiming) is None
    claiming.say("1")
    assert asked_for_evidence(claiming) is None  # once for each question


def test_evidence_typed_as_such_when_it_was_asked_for_goes_to_its_question(claiming: Talk) -> None:
    claiming.perform(Intent.EVIDENCE, "the wiki")
    assert kept(claiming) == [("evidence", "the wiki", "looks")]


def test_evidence_is_taken_back_and_put_back_like_any_step(claiming: Talk) -> None:
    claiming.say("the minutes of May")
    claiming.say("undo")
    assert kept(claiming) == []
    claiming.say("redo")
    assert len(kept(claiming)) == 1


def test_a_resumed_conversation_still_waits_for_the_evidence_it_asked_for(claiming: Talk) -> None:
    again = Talk(Interview.resume(claiming.interview._store, claiming.interview.id))
    list(again.so_far())
    assert asked_for_evidence(again) == "looks"


def test_the_short_interview_never_asks_for_evidence(begin: Begin) -> None:
    talk = Talk(begin("quick"))
    list(talk.so_far())
    while talk.asking:
        talk.choose(talk.asking.options[0].id) if talk.asking.options else talk.say("A title")
        assert asked_for_evidence(talk) is None


def test_the_long_interview_asks_seldom_and_never_where_a_topic_ends(begin: Begin) -> None:
    talk = Talk(begin())
    list(talk.so_far())
    asked = []
    while talk.asking:
        if talk.asking.options:
            talk.choose(talk.asking.options[0].id)
        else:
            talk.say("y " * len(talk.asking.items) if talk.asking.items else "A title")
        if about := asked_for_evidence(talk):
            topic = talk.interview.held.manager.route.topic
            assert topic[about] is topic[talk.question]
            asked.append(about)
    assert 1 <= len(asked) <= 7
    assert len(set(asked)) == len(asked)


def test_the_review_counts_what_is_kept_beside_each_answer(talk: Talk) -> None:
    talk.perform(Intent.NOTE, "on 1: a working title")
    talk.perform(Intent.EVIDENCE, "on 1: the list")
    talk.visit(talk.interview.state.path.questions[0])
    talk.say("Second name")
    talk.say("yes")
    line = review(talk.interview)[0]
    assert (line.notes, line.evidence, line.changed) == (1, 1, 1)


def test_evidence_is_an_event_with_who_and_when(talk: Talk) -> None:
    talk.perform(Intent.EVIDENCE, "the list")
    event = talk.interview.state.events[-1]
    assert event.what == Evidenced(text="the list", question="owner")
    assert event.who
    assert event.at
    assert talk.interview.state.kept[0].kind is KeptAs.EVIDENCE


@pytest.mark.parametrize(
    "words", ["I would like to finish and see your recommendation", "what?", "finish please"]
)
def test_a_wish_is_one_where_nothing_is_asked_although_evidence_is_awaited(talk: Talk, words: str) -> None:
    while talk.asking:
        talk.say("/skip")
    talk.perform(Intent.EVIDENCE)
    talk.say(words)
    assert kept(talk) == []
