"""What was said in an interview, as its report in JSON has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import UNSET, Struct, UnsetType

from chatbot.conversation.utterances import Kind
from chatbot.dialog.script import QuestionKind
from chatbot.interview.events import Made
from chatbot.interview.kept import KeptAs
from chatbot.report.content.fates import Fate


class SaidOfFact(Struct, frozen=True, kw_only=True):
    """What was said of one fact, as `chatbot assess` reads it.

    Attributes:
        level: its level; for a fact of the conversation that nothing judges, its value.
        reason: why it does not apply; only where it does not.
        evidence: what shows that it is so, word for word, a line each; only where something was named.
    """

    level: str
    reason: str | UnsetType = UNSET
    evidence: str | UnsetType = UNSET


class FactSaid(Struct, frozen=True, kw_only=True):
    """One fact with what was said of it.

    Attributes:
        fact: its id, as in `governance.audit_trail`.
        label: the same as a noun phrase.
        level: its level; `not_asked` where nothing was said.
        standing: the level in words.
        reason: why it does not apply; empty otherwise.
        words: what was typed, word for word, or the label of what was chosen; empty where nothing was.
    """

    fact: str
    label: str
    level: str
    standing: str
    reason: str
    words: str


class ContradictionSaid(Struct, frozen=True, kw_only=True):
    """Two answers that cannot both be so, which is why nothing is concluded.

    Attributes:
        says: what contradicts what, as a sentence.
        between: the facts that the answers state.
    """

    says: str
    between: tuple[FactSaid, ...]


class AnswerSaid(Struct, frozen=True, kw_only=True):
    """One answer, as it was said and as it was understood.

    Attributes:
        question: the id of the question.
        topic: the title of its topic.
        ask: the question in words.
        kind: how the question is answered.
        option: the id of the option that was chosen, `unknown` for "I don't know"; empty otherwise.
        levels: of a checklist, the level of each fact.
        reasons: of facts that do not apply, why.
        text: the words that are the answer, where the question asks for words.
        understood: the answer in the words of the dialog.
        words: what was typed, word for word; empty where something was chosen.
        remark: what was said besides the answer; among the notes as well unless it was taken back.
        own_words: whether the words themselves are the answer, and nothing is concluded from them.
        at: when, as ISO 8601 with the zone.
        who: the participant.
        fate: what became of it.
        superseded: whether it was changed or taken back.
    """

    question: str
    topic: str
    ask: str
    kind: QuestionKind
    option: str
    levels: Mapping[str, str]
    reasons: Mapping[str, str]
    text: str
    understood: str
    words: str
    remark: str
    own_words: bool
    at: str
    who: str
    fate: Fate
    superseded: bool


class NoteSaid(Struct, frozen=True, kw_only=True):
    """Something that was added beside the answers and is in force.

    Attributes:
        kind: what it is; a remark was said beside an answer.
        question: the id of the question that it belongs to; empty for the interview as a whole.
        ask: that question in words, or empty.
        words: word for word.
        at: when, as ISO 8601 with the zone.
        who: the participant.
    """

    kind: KeptAs
    question: str
    ask: str
    words: str
    at: str
    who: str


class ExplanationSaid(Struct, frozen=True, kw_only=True):
    """What was said when the bot asked about a tension.

    Attributes:
        words: word for word.
        at: when, as ISO 8601 with the zone.
        who: the participant.
        declined: whether it says only that nothing explains it, or nothing yet.
    """

    words: str
    at: str
    who: str
    declined: bool


class TensionSaid(Struct, frozen=True, kw_only=True):
    """Answers that do not fit together at first sight; they are asked about and never judged.

    Attributes:
        id: the id of the tension.
        title: its title.
        between: the facts that the answers state.
        ask: what the bot asks about it.
        reason: why they do not fit without an explanation.
        source: where in the framework that comes from.
        reading: how we read the framework there; may be empty.
        explained: whether somebody explained it.
        explanations: what was said about it, oldest first, what was only put off at the end.
    """

    id: str
    title: str
    between: tuple[FactSaid, ...]
    ask: str
    reason: str
    source: str
    reading: str
    explained: bool
    explanations: tuple[ExplanationSaid, ...]


class Unanswered(Struct, frozen=True, kw_only=True):
    """A question on the path without an answer.

    Attributes:
        question: its id.
        topic: the title of its topic.
        ask: the question in words.
        skipped: whether it was passed over; otherwise it was not asked yet.
    """

    question: str
    topic: str
    ask: str
    skipped: bool


class BotTurn(Struct, frozen=True, kw_only=True, tag_field="speaker", tag="bot"):
    """One message of the bot.

    Attributes:
        speaker: who says it.
        kind: what the message is for.
        topic: the title of the topic that it belongs to, or empty.
        question: the id of the question that it belongs to, or empty.
        text: the message; what was typed by a person is in it as typed.
        at: of what happened in a room, when; empty for what only follows from something else.
    """

    kind: Kind
    topic: str
    question: str
    text: str
    at: str


class PersonTurn(Struct, frozen=True, kw_only=True, tag_field="speaker", tag="person"):
    """One message of a participant.

    Attributes:
        speaker: who says it.
        kind: what the message is.
        topic: the title of the topic that it belongs to, or empty.
        question: the id of the question that it belongs to, or empty.
        words: the message, word for word.
        at: when, as ISO 8601 with the zone.
        who: the participant.
        fate: what became of it.
        made: of words that are no answer, note or evidence (`said`), what the bot made of them: it asked
            back, did not understand, was asked for help or wished to do something, or they replied to what
            it had asked; null where they brought about what comes next, and for every other message.
    """

    kind: Kind
    topic: str
    question: str
    words: str
    at: str
    who: str
    fate: Fate
    made: Made | None


TurnSaid: TypeAlias = BotTurn | PersonTurn
