"""A report as a document: what each audience gets, whatever state the interview is in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from chatbot.dialog.answers import Answer
from chatbot.dialog.script import QuestionId, QuestionKind
from chatbot.errors import UsageError
from chatbot.report.content.contents import Content
from chatbot.report.content.times import clock, moment
from chatbot.report.document.nodes import Callout, Document, Figure, Items, Quote, Table, Tone, Turn, plain
from chatbot.report.sections import figures
from chatbot.report.sections.audience import Audience
from chatbot.report.sections.composing import document_of
from chatbot.report.sections.figures import Picture
from chatbot.report.theme.ours import our_theme
from tests.conftest import Begin
from tests.report.conftest import Answering, content
from tests.report.documents import figure
from tests.report.shown import blocks_of, ids, section, sections_of, shown, texts_of
from tests.report.test_tensions import LEFT, USAGE, talked

BOARD, TEAM, RECORD = Audience.BOARD, Audience.TEAM, Audience.RECORD


def made(
    report: Content, audience: Audience = RECORD, *, transcript: bool = True, notice: str = ""
) -> Document:
    """A document in our own theme."""
    notices = [notice] if notice else []
    return document_of(report, audience, our_theme(), with_transcript=transcript, notices=notices)


def notices(document: Document) -> str:
    """What a reader is told first."""
    return "\n".join(plain(notice) for notice in document.notices)


# What each audience gets


def test_the_record_begins_with_the_advice_and_ends_with_where_it_comes_from(sample: Content) -> None:
    document = made(sample)
    assert ids(document)[0] == "first_page"
    assert ids(document)[-1] == "provenance"
    order = [id for id in our_theme().outline[RECORD] if id in ids(document)]
    assert ids(document) == order


def test_a_board_gets_the_first_page_readiness_the_ladder_all_warnings_and_the_boundary(
    sample: Content,
) -> None:
    document = made(sample, BOARD)
    wanted = ["first_page", "readiness_in_short", "ladder", "warnings", "boundary", "provenance_in_short"]
    assert [id for id in ids(document) if id != "conditions"] == wanted
    assert not blocks_of(document, Turn)


def test_a_team_gets_the_decision_steps_unknowns_and_evidence(sample: Content) -> None:
    document = made(sample, TEAM)
    assert ids(document)[0] == "advice_in_short"
    assert {"next_steps", "find_out", "would_change", "notes"} <= set(ids(document))
    assert not {"warnings", "transcript", "first_page"} & set(ids(document))


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_has_the_headline_the_decision_and_the_boundary(
    sample: Content, audience: Audience
) -> None:
    text = shown(made(sample, audience))
    assert sample.judged
    wanted = [sample.judged.headline, sample.judged.decision.says, sample.judged.decision.apart]
    assert all(one in text for one in (*wanted, *sample.framing.boundary))


def test_ids_of_sections_are_unique_and_titles_are_never_empty(sample: Content) -> None:
    every = list(sections_of(made(sample)))
    assert len({one.id for one in every}) == len(every)
    assert all(one.title for one in every)


def test_everything_that_is_concluded_is_in_the_record(sample: Content) -> None:
    text, judged = shown(made(sample)), sample.judged
    assert judged
    wanted = [
        judged.decision.says,
        judged.work.measure,
        judged.work.here,
        judged.work.example,
        *judged.work.steps,
    ]
    wanted += [text for one in judged.warnings for text in (one.title, one.cause, one.action, one.source)]
    wanted += [text for step in judged.steps for text in (step.finding.label, step.action, step.why)]
    wanted += [text for item in judged.find_out for text in (item.says, item.decides)]
    wanted += [text for layer in judged.layers for text in (layer.title, layer.says, layer.about)]
    wanted += [
        one.label for layer in judged.layers for one in (*layer.signals, layer.sign) if one is not layer.sign
    ]
    wanted += [text for rung in judged.ladder for text in (rung.title, rung.reach_says)]
    wanted += [text for one in judged.turnings for text in (one.says, *one.if_so, *one.if_not)]
    wanted += [reading.reading for reading in sample.framing.readings]
    wanted += [sample.provenance.dialog.hash, sample.provenance.framework.hash, sample.provenance.again]
    assert [one for one in wanted if one not in text] == []


def test_an_outline_that_names_no_section_is_refused(sample: Content) -> None:
    theme = replace(our_theme(), outline={RECORD: ("first_page", "moonshine")})
    with pytest.raises(UsageError) as caught:
        document_of(sample, RECORD, theme)
    assert "moonshine" in caught.value.what


def test_another_outline_and_other_texts_are_followed(sample: Content) -> None:
    ours = our_theme()
    texts = {**ours.texts, "title.boundary": "Grenzen", "document.language": "de"}
    document = document_of(sample, RECORD, replace(ours, texts=texts, outline={RECORD: ("boundary",)}))
    assert [one.title for one in document.sections] == ["Grenzen"]
    assert document.language == "de"


# Pictures


def test_pictures_stand_where_they_belong(sample: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "DRAWN", {one: lambda _, __, one=one: figure(one) for one in Picture})
    drawn = {id: [one.id for one in blocks_of(section(made(sample), id), Figure)] for id in ids(made(sample))}
    drawn = {id: found for id, found in drawn.items() if found}
    assert drawn == {
        "first_page": ["ladder_in_short"],
        "readiness": ["readiness"],
        "ladder": ["ladder"],
        "find_out": ["unknowns"],
    }
    assert [one.id for one in blocks_of(made(sample, BOARD), Figure)] == [
        "ladder_in_short",
        "readiness",
        "ladder",
    ]


# Warnings, steps, unknowns


def test_each_warning_has_its_grade_its_words_and_its_look(sample: Content) -> None:
    assert sample.judged
    cards = blocks_of(section(made(sample), "warnings"), Callout)
    assert len(cards) == len(sample.judged.warnings)
    for card, warning in zip(cards, sample.judged.warnings, strict=True):
        assert warning.title in plain(card.title)
        assert warning.severity in plain(card.title)
        assert card.tone == warning.severity
        said = [finding.quote.words for finding in warning.because if finding.quote]
        assert {one.words for one in blocks_of(card, Quote)} == set(said)
        assert warning.certainty == "certain" or "if confirmed" in plain(card.title)


def test_there_is_room_for_an_owner_and_a_date_of_every_step_and_unknown(sample: Content) -> None:
    assert sample.judged
    for id, entries in (("next_steps", sample.judged.steps), ("find_out", sample.judged.find_out)):
        (table,) = blocks_of(section(made(sample), id), Table)
        empty = [at for at, column in enumerate(table.columns) if column.to_fill_in]
        assert len(empty) == 2
        assert len(table.rows) == len(entries)
        assert all(row[at] == () for row in table.rows for at in empty)


def test_what_would_change_says_what_the_next_value_model_needs(sample: Content) -> None:
    assert sample.judged and sample.judged.next
    following = section(made(sample), "would_change_next")
    assert sample.judged.next.title in following.title
    assert all(one.label in shown(following) for one in sample.judged.next.needs)


def test_headroom_leaves_no_next_value_model_to_unlock(answering: Answering) -> None:
    report = content(answering(dialog="quick", ambition="daily_work", everyday_use="same_rules_most_teams"))
    assert report.judged and report.assessment
    assert report.assessment["headroom"] is True
    assert "would_change_next" not in {one.id for one in sections_of(made(report))}


def test_a_skipped_step_says_how_much_more_on_the_way_is_not_known(answering: Answering) -> None:
    report = content(answering(dialog="quick", ambition="whole_process", everyday_use="no_rules"))
    assert report.judged
    raised = next(one for one in report.judged.warnings if one.id == "sequence.skipped_step")
    assert raised.further in shown(section(made(report), "warnings"))
    condition = next(one for one in report.judged.decision.conditions if one.id == "value_model")
    assert all(one.within in shown(section(made(report), "conditions")) for one in condition.findings)


# What a reader has to know first


def test_an_unfinished_interview_says_so_and_how_much_is_missing(begin: Begin) -> None:
    report = content(begin())
    for audience in Audience:
        assert str(report.waiting) in notices(made(report, audience))


def test_one_that_nobody_has_closed_says_so_and_one_that_is_finished_says_nothing(
    answering: Answering, sample: Content
) -> None:
    assert notices(made(content(answering(dialog="quick"))))
    assert notices(made(sample)) == ""


def test_what_was_left_out_is_said_first(begin: Begin) -> None:
    report = content(talked(begin(), *LEFT))
    assert report.left_out
    assert report.left_out.says in notices(made(report))


def test_a_transcript_that_is_left_out_is_a_notice_where_it_would_have_been(sample: Content) -> None:
    whole, without = made(sample), made(sample, transcript=False)
    assert set(ids(whole)) - set(ids(without)) == {"transcript"}
    assert not blocks_of(without, Turn)
    assert notices(without)
    assert notices(made(sample, BOARD, transcript=False)) == ""


def test_what_else_has_to_be_known_is_passed_on(sample: Content) -> None:
    assert notices(made(sample, notice="Names were\x1b replaced.")) == "Names were␛ replaced."


@pytest.mark.parametrize("audience", Audience)
def test_a_contradiction_is_shown_in_the_words_that_make_it(answering: Answering, audience: Audience) -> None:
    interview = answering(until="reach_or_ambition", ambition="win_customers", customer_reach="own_people")
    report = content(interview)
    document = made(report, audience)
    assert report.contradiction
    first = shown(document.sections[0])
    assert report.contradiction.says in first
    assert all(finding.quote and finding.quote.words in first for finding in report.contradiction.between)
    assert notices(document)
    assert not {"warnings", "ladder", "next_steps"} & set(ids(document))
    assert ids(document)[-2:] == [one for one in our_theme().outline[audience] if one in ids(document)][-2:]


# What was said


def test_evidence_stands_with_its_question_who_and_when(begin: Begin) -> None:
    interview = begin()
    title = QuestionId("initiative_title")
    interview.answer(title, Answer(text="One"), "One")
    event = interview.evidence("the project\nlist", title)
    (quote,) = blocks_of(section(made(content(interview)), "notes"), Quote)
    assert quote.words == "the project\nlist"
    assert interview.held.manager.route.question[title].ask in quote.to
    assert interview.who in quote.by
    assert moment(event.at) in quote.by


def test_the_transcript_is_grouped_by_topic_and_says_what_became_of_an_answer(begin: Begin) -> None:
    interview = begin()
    title = QuestionId("initiative_title")
    interview.answer(title, Answer(text="One"), "One")
    interview.answer(title, Answer(text="Two"), "Two")
    report = content(interview)
    document = made(report)
    topic, *_ = section(document, "transcript").sections
    assert topic.title == interview.held.script.topics[0].title
    said = [one for one in blocks_of(topic, Turn) if one.person]
    assert [(one.words, one.withdrawn) for one in said][:2] == [("One", True), ("Two", False)]
    assert clock(interview.state.events[1].at) in said[0].marks
    assert len(said[0].marks) > len(said[1].marks)
    assert len(blocks_of(document, Turn)) == len(report.spoken.transcript)


def test_a_tension_stands_with_both_sides_and_with_what_explains_it(begin: Begin) -> None:
    for words, is_quoted in (("the two figures belong together", True), ("later", False)):
        report = content(talked(begin(), *USAGE, words))
        (tension,) = report.tensions
        told = section(made(report), f"tension_{tension.id}")
        assert all(one.label in shown(told) for one in tension.between)
        assert [one.words for one in blocks_of(told, Quote)] == [words] * is_quoted
        assert (tension.ask in shown(told)) is not is_quoted


def test_a_question_without_an_answer_says_whether_it_was_passed_over(begin: Begin) -> None:
    interview = begin()
    interview.skip(QuestionId("initiative_title"))
    (gaps,) = blocks_of(section(made(content(interview)), "unanswered"), Items)
    assert len(gaps.items) == len(interview.state.due) + 1
    assert shown(gaps).count(our_theme().texts["unanswered.skipped"]) == 1


def test_a_document_is_dated_by_its_last_event_and_has_those_who_took_part_as_authors(
    sample: Content,
) -> None:
    document = made(sample)
    assert document.at == sample.provenance.last
    assert document.author == ", ".join(sample.provenance.participants)
    assert document.footer


def test_a_tone_says_nothing_that_is_not_said_in_words(sample: Content) -> None:
    for table in blocks_of(made(sample), Table):
        assert all(
            run.text for row in table.rows for cell in row for run in cell if run.tone is not Tone.PLAIN
        )


def test_a_need_of_the_next_value_model_and_what_to_do_about_it_stand_apart(
    answering: Answering, begin: Begin
) -> None:
    asked = begin("readiness").held.script.questions()
    said = {one.id: "absent" for one in asked if one.kind is QuestionKind.CHECKLIST}
    report = content(answering(ambition="linked_changes", **said))
    assert report.judged and report.judged.next
    actions = {step.finding.fact: step.action for step in report.judged.steps}
    lines = texts_of(section(made(report), "would_change"))
    told = [actions[one.fact] for one in report.judged.next.needs if one.fact in actions]
    assert told
    for action in told:
        assert any(line.endswith(f" {action}") for line in lines)


# What a reader would stumble over


def test_layers_that_have_to_be_ready_are_named_once_and_together(answering: Answering) -> None:
    report = content(answering(ambition="whole_process"))
    assert report.judged
    ladder = section(made(report), "ladder")
    said = shown(replace(ladder, blocks=tuple(one for one in ladder.blocks if isinstance(one, Items))))
    (last,) = (rung for rung in report.judged.ladder if rung.id == "process")
    layers = [floor for floor in last.floors if floor.layer]
    assert len(layers) > 1
    assert all(floor.layer in said and floor.says not in said for floor in layers)
    assert all(floor.says in said for floor in last.floors if not floor.layer)


def test_what_nobody_was_asked_is_not_said_to_be_unknown(answering: Answering) -> None:
    report = content(answering(ambition="daily_work"))
    assert report.judged
    said = shown(section(made(report), "ladder"))
    beyond = [one for rung in report.judged.ladder for one in rung.unknown if one.level == "not_asked"]
    assert beyond
    assert our_theme().texts["ladder.not_asked"].split("{")[0] in said


def test_a_team_is_told_which_warning_calls_for_a_stop(answering: Answering) -> None:
    report = content(answering(ambition="whole_process", common_rules="absent"))
    assert report.judged
    (stop,) = (one for one in report.judged.warnings if one.severity == "stop" and one.certainty == "certain")
    for audience in (Audience.TEAM, Audience.BOARD):
        assert stop.title in shown(made(report, audience))
