"""What the bot does with what a person types or chooses."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatbot.conversation.narrator import Narrator
from chatbot.conversation.reply import Reply
from chatbot.conversation.review import Standing, review
from chatbot.conversation.talk import LONGEST, Talk
from chatbot.conversation.transcript import transcript
from chatbot.conversation.utterances import Kind, Speaker
from chatbot.dialog.script import UNKNOWN_OPTION, QuestionId, QuestionKind
from chatbot.dialog.understanding.understood import Intent
from chatbot.facts import TITLE, Level
from chatbot.interview.events import kind_of
from chatbot.interview.interview import Interview
from chatbot.interview.store import StoreError
from tests.conftest import Begin
from tests.interviewees import steps
from tests.recorded import recorded

HOSTILE = "[/b] <script> \x1b[2J [@click=app.quit]x[/] {initiative.title} \u202e e\u0301"


@pytest.fixture
def talk(begin: Begin) -> Talk:
    """A conversation at its first question."""
    talk = Talk(begin())
    list(talk.so_far())
    return talk


def at(talk: Talk, kind: QuestionKind) -> Talk:
    """Go on with "I don't know" until a question of this kind is asked."""
    while talk.asking and talk.asking.kind is not kind:
        talk.say("I don't know")
    assert talk.asking
    return talk


def events(talk: Talk) -> int:
    return len(recorded(talk.interview))


def kinds(reply: Reply) -> list[Kind]:
    return [utterance.kind for utterance in reply.utterances]


def test_what_is_typed_at_a_text_question_is_the_answer_word_for_word(talk: Talk) -> None:
    talk.say(HOSTILE)
    talk.say("2")  # it has a word for leaving in it, so the bot asks what it is
    assert talk.interview.facts[TITLE] == HOSTILE
    assert next(iter(talk.interview.state.answers.values())).words == HOSTILE


def test_words_that_look_like_a_place_of_the_script_are_never_filled(talk: Talk) -> None:
    reply = talk.say("{initiative.ambition} [b]")
    assert any("{initiative.ambition} [b]" in utterance.text for utterance in reply.utterances[1:])


@pytest.mark.parametrize("form", ["{number}", "{number}.", "{label}"])
def test_an_option_can_be_typed_by_its_number_or_its_label(talk: Talk, form: str) -> None:
    asked = at(talk, QuestionKind.CHOICE).asking
    assert asked
    second = asked.options[1]
    talk.say(form.format(number=second.number, label=second.label))
    assert talk.interview.state.answers[asked.id].answer.option == second.id


def test_every_question_takes_that_somebody_does_not_know(talk: Talk) -> None:
    while talk.asking:
        before = talk.question
        talk.say("I don't know")
        assert talk.question != before
    assert talk.interview.state.stage == "review"


def test_the_last_number_of_a_choice_is_that_somebody_does_not_know(talk: Talk) -> None:
    asked = at(talk, QuestionKind.CHOICE).asking
    assert asked
    assert asked.options[-1].id == UNKNOWN_OPTION
    talk.say(str(asked.options[-1].number))
    assert talk.interview.state.answers[asked.id].answer.option == UNKNOWN_OPTION


def test_words_that_mean_nothing_here_record_nothing_and_are_asked_about(talk: Talk) -> None:
    at(talk, QuestionKind.CHOICE)
    before = events(talk)
    reply = talk.say("the moon is made of green cheese")
    assert events(talk) == before
    assert kinds(reply) == [Kind.ASIDE, Kind.ASIDE]


def test_a_checklist_can_be_answered_in_one_line(talk: Talk) -> None:
    asked = at(talk, QuestionKind.CHECKLIST).asking
    assert asked
    talk.say(" ".join("ypn?"[number % 4] for number in range(len(asked.items))))
    given = talk.interview.state.answers[asked.id].answer.levels
    wanted = [Level.ESTABLISHED, Level.PARTIAL, Level.ABSENT, Level.UNKNOWN]
    assert list(given.values()) == [wanted[number % 4] for number in range(len(asked.items))]


def test_part_of_a_checklist_is_kept_until_the_rest_is_said_and_nothing_is_recorded_before(
    talk: Talk,
) -> None:
    asked = at(talk, QuestionKind.CHECKLIST).asking
    assert asked
    before = events(talk)
    talk.say("1 yes")
    assert events(talk) == before
    assert talk.draft == {asked.items[0].fact: Level.ESTABLISHED}
    talk.say(", ".join(f"{item.number} no" for item in asked.items[1:]))
    assert talk.interview.state.answers[asked.id].answer.levels[asked.items[0].fact] is Level.ESTABLISHED
    assert talk.draft == {}


def test_what_does_not_apply_is_asked_for_its_reason_and_keeps_it_word_for_word(talk: Talk) -> None:
    while talk.question != "common_rules":
        talk.say("I don't know")
    asked = talk.asking
    assert asked
    before = events(talk)
    talk.mark(
        {item.fact: Level.NOT_APPLICABLE if item.number == 1 else Level.ABSENT for item in asked.items}, {}
    )
    assert events(talk) == before
    talk.say("we buy that in")
    answer = talk.interview.state.answers[asked.id].answer
    assert answer.reasons == {asked.items[0].fact: "we buy that in"}


def test_back_visits_the_question_before_without_recording_anything(talk: Talk) -> None:
    first = talk.question
    talk.say("Change control")
    before = events(talk)
    talk.say("back")
    assert talk.question == first
    assert events(talk) == before
    talk.say("Second name")
    talk.say("yes")
    assert talk.interview.facts[TITLE] == "Second name"


def test_a_question_that_was_passed_over_is_not_asked_again_by_itself_and_stays_in_the_review(
    talk: Talk,
) -> None:
    asked = talk.question
    talk.say("skip")
    assert talk.question != asked
    standing = {line.question: line.standing for line in review(talk.interview)}
    assert standing[QuestionId(str(asked))] is Standing.SKIPPED


def test_why_and_help_record_nothing_and_leave_the_question_where_it_is(talk: Talk) -> None:
    asked, before = talk.question, events(talk)
    for words in ("why", "help", "/why", "/help"):
        reply = talk.say(words)
        assert reply.utterances[-1].speaker is Speaker.BOT
    assert (talk.question, events(talk)) == (asked, before)


def test_a_note_is_kept_word_for_word_with_its_question(talk: Talk) -> None:
    asked = talk.question
    talk.say(f"/note {HOSTILE}")
    talk.perform(Intent.NOTE)
    talk.say("a second one")
    texts = [note.what.text for note in talk.interview.state.notes]  # type: ignore[union-attr]  # notes are Noted
    assert texts == [HOSTILE, "a second one"]
    assert talk.question == asked


def test_a_very_long_text_is_handed_back_unrecorded(talk: Talk) -> None:
    before = events(talk)
    words = "x" * (LONGEST + 1)
    assert talk.say(words).kept == words
    assert events(talk) == before


def test_an_answer_is_undone_by_its_own_intent(talk: Talk) -> None:
    first = talk.question
    talk.say("Change control")
    talk.say("undo")
    assert talk.question == first
    assert TITLE not in talk.interview.facts


def test_finishing_waits_until_nothing_is_due(talk: Talk) -> None:
    talk.say("finish")
    assert not talk.interview.finished
    while talk.asking:
        talk.say("skip")
    reply = talk.say("finish")
    assert talk.interview.finished
    assert reply.wants is Intent.ADVICE


def test_a_contradiction_is_asked_about_and_cannot_be_finished_over(talk: Talk) -> None:
    while talk.question != "customer_reach":
        talk.say("skip")
    talk.choose(talk.asking.options[0].id)  # type: ignore[union-attr]  # a question is being asked
    talk.choose(next(option.id for option in talk.asking.options if option.id == "win_customers"))  # type: ignore[union-attr]
    assert talk.interview.assessment() is None
    assert talk.question == "reach_or_ambition"
    while talk.asking:
        talk.say("skip")
    talk.say("finish")
    assert not talk.interview.finished


def test_another_window_that_went_on_is_caught_up_with_and_nothing_is_lost(begin: Begin) -> None:
    first = begin()
    second = Interview.resume(first._store, first.id)
    ahead, behind = Talk(first), Talk(second)
    list(ahead.so_far()), list(behind.so_far())
    ahead.say("The title")
    reply = behind.say("Second name")
    assert reply.kept == "Second name"
    assert behind.interview.facts[TITLE] == "The title"
    assert behind.question == ahead.question


def test_a_store_that_fails_while_catching_up_is_said_and_the_words_are_kept(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begin()
    ahead, behind = Talk(first), Talk(Interview.resume(first._store, first.id))
    list(ahead.so_far()), list(behind.so_far())
    ahead.say("The title")

    def busy(interview: object) -> None:
        raise StoreError("The store is busy.")

    monkeypatch.setattr(first._store, "events", busy)
    reply = behind.say("Second name")
    assert reply.kept == "Second name"
    assert reply.utterances


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_transcript_told_again_is_the_same(begin: Begin, data: st.DataObject) -> None:
    interview = data.draw(steps(begin()))
    told = [
        list(
            transcript(
                interview.held, interview.state.events, Narrator(interview.held, Talk(interview).signs)
            )
        )
        for _ in range(2)
    ]
    assert told[0] == told[1]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(said=st.lists(st.text(max_size=40), max_size=12))
def test_no_words_break_a_conversation(begin: Begin, said: list[str]) -> None:
    talk = Talk(begin("quick"))
    list(talk.so_far())
    for words in said:
        talk.say(words)
    assert Interview.resume(talk.interview._store, talk.interview.id).facts == talk.interview.facts


def test_going_on_in_another_window_drops_what_was_begun_here_about_its_question(begin: Begin) -> None:
    first = begin()
    ahead, behind = Talk(first), Talk(Interview.resume(first._store, first.id))
    list(ahead.so_far()), list(behind.so_far())
    while ahead.question != "common_rules":
        ahead.say("I don't know")
    behind.interview.catch_up()
    behind.say("1 yes, 2 yes, 3 yes")
    behind.say("4 does not apply")
    ahead.say("I don't know")
    behind.say("we have none")
    assert behind.draft == {}
    asked = behind.question
    behind.say("1")
    assert behind.interview.state.answers[asked].answer.option  # type: ignore[index]  # a question is being asked


def test_a_note_that_could_not_be_stored_is_still_a_note_when_it_is_said_again(begin: Begin) -> None:
    first = begin()
    ahead, behind = Talk(first), Talk(Interview.resume(first._store, first.id))
    list(ahead.so_far()), list(behind.so_far())
    behind.say("note")
    assert ahead.say("/note something else").kept  # that the other window was asked for it is recorded too
    ahead.say("/note something else")
    assert behind.say("the words").kept == "the words"
    behind.say("the words")
    assert [note.what.text for note in behind.interview.state.notes] == ["something else", "the words"]  # type: ignore[union-attr]  # notes are Noted
    assert TITLE not in behind.interview.facts


def test_while_a_note_is_awaited_commands_are_still_commands(talk: Talk) -> None:
    talk.say("note")
    assert talk.say("quit").wants is Intent.QUIT
    assert talk.interview.state.notes == []
    talk.say("A title")
    assert talk.interview.facts[TITLE] == "A title"


def test_an_undo_first_drops_what_was_begun_and_only_then_takes_back_what_was_recorded(talk: Talk) -> None:
    at(talk, QuestionKind.CHECKLIST)
    asked, before = talk.question, events(talk)
    talk.say("1 yes")
    talk.say("undo")
    assert (talk.question, events(talk), talk.draft) == (asked, before, {})
    talk.say("undo")
    assert events(talk) == before + 1


def test_an_undo_after_the_end_opens_the_interview_again_and_says_so(talk: Talk) -> None:
    while talk.asking:
        talk.say("skip")
    talk.say("finish")
    talk.say("undo")
    kinds = [kind_of(event.what) for event in talk.interview.state.events[-3:]]
    assert kinds == ["finished", "reopened", "withdrawn"]
    assert not talk.interview.finished


def test_a_level_that_is_marked_overrides_a_guess_that_waited_for_a_yes(talk: Talk) -> None:
    asked = at(talk, QuestionKind.CHECKLIST).asking
    assert asked
    talk.say("yes")
    talk.mark({item.fact: Level.ABSENT for item in asked.items}, {})
    talk.say("yes")
    assert set(talk.interview.state.answers[asked.id].answer.levels.values()) == {Level.ABSENT}


def test_an_item_that_is_said_anew_while_its_reason_is_awaited_is_corrected(talk: Talk) -> None:
    while talk.question != "common_rules":
        talk.say("I don't know")
    talk.say("1 does not apply")
    talk.say("1 yes")
    assert list(talk.draft.values()) == [Level.ESTABLISHED]


def test_help_says_what_would_show_that_an_answer_is_so(talk: Talk) -> None:
    assert talk.asking
    assert talk.asking.evidence in talk.say("help").utterances[-1].text


def test_a_transcript_never_puts_an_answer_under_another_question(talk: Talk) -> None:
    first = talk.question
    talk.say("A title")
    talk.say("back")
    live = talk.say("Second name")
    assert live.utterances[0].speaker is Speaker.PERSON
    talk.say("yes")
    told = list(Talk(Interview.resume(talk.interview._store, talk.interview.id)).so_far())
    asked = None
    for utterance in told:
        if utterance.kind is Kind.QUESTION:
            asked = utterance.question
        elif utterance.kind is Kind.ANSWER:
            assert utterance.question == asked
    assert sum(utterance.question == first and utterance.kind is Kind.QUESTION for utterance in told) == 2


def test_a_number_is_told_with_the_answer_that_it_stands_for_and_kept_as_typed(talk: Talk) -> None:
    asked = at(talk, QuestionKind.CHOICE).asking
    assert asked
    reply = talk.say("2")
    assert talk.interview.state.answers[asked.id].words == "2"
    assert asked.options[1].label in reply.utterances[0].text


def test_words_that_add_to_marks_are_recorded_with_what_the_whole_comes_to(talk: Talk) -> None:
    asked = at(talk, QuestionKind.CHECKLIST).asking
    assert asked
    talk.sketch({item.fact: Level.ESTABLISHED for item in asked.items[:-1]})
    talk.say("I don't know")
    words = talk.interview.state.answers[asked.id].words
    assert words.startswith("I don't know")
    assert all(item.label in words for item in asked.items)
