"""A script of every kind of question for the tests of understanding, and the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from chatbot.dialog.load import load_script
from chatbot.dialog.script import (
    DialogId,
    Item,
    LevelWording,
    Option,
    OptionId,
    Question,
    QuestionId,
    QuestionKind,
    Script,
    Topic,
    TopicId,
)
from chatbot.dialog.understanding.listening import understand
from chatbot.dialog.understanding.understood import Understood
from chatbot.facts import FactId, Level
from chatbot.sources.shipped import dialog_bundle, dialog_names

OWNERS = FactId("data.owners")
RULES = FactId("data.access_rules")
UPDATES = FactId("data.updates")
CHECKS = FactId("data.quality_checks")
FACTS = (OWNERS, RULES, UPDATES, CHECKS)

WAY = Question(
    id=QuestionId("way_of_results"),
    kind=QuestionKind.CHOICE,
    ask="How does a result get to where it is used?",
    why="To see what it hangs on.",
    help="Think of the last one.",
    options=(
        Option(
            id=OptionId("interface"),
            label="Programs pass it on through an official interface",
            says=("an api", "the systems are connected"),
        ),
        Option(
            id=OptionId("by_hand"),
            label="People copy it over, each in their own way",
            says=("copy and paste", "by mail", "nobody checked it"),
        ),
        Option(
            id=OptionId("robot"), label="A program clicks it in on the screen", says=("rpa", "screen robot")
        ),
        Option(id=OptionId("no_way_yet"), label="Such a way is not there yet", says=("not connected yet",)),
    ),
)
CARE = Question(
    id=QuestionId("data_care"),
    kind=QuestionKind.CHECKLIST,
    ask="Which of these are settled?",
    why="To see the gaps.",
    help="Settled means written down.",
    items=(
        Item(
            fact=OWNERS,
            label="A named person for every source",
            says=("data owners", "owners"),
            levels={Level.ABSENT: "Nobody is named", Level.ESTABLISHED: "For every source, and they know it"},
        ),
        Item(fact=RULES, label="Rules on who and what may read it", says=("permissions",)),
        Item(fact=UPDATES, label="A fixed rhythm for bringing it up to date", says=("update cadence",)),
        Item(fact=CHECKS, label="Checks that find mistakes", says=("data quality",)),
    ),
)
TITLE = Question(
    id=QuestionId("title"),
    kind=QuestionKind.TEXT,
    ask="What is it called?",
    fact=FactId("initiative.title"),
    unknown_label="It has no name yet",
)
YES_OR_NO = Question(
    id=QuestionId("yes_or_no"),
    kind=QuestionKind.CHOICE,
    ask="Did it happen?",
    options=(
        Option(id=OptionId("happened"), label="Yes"),
        Option(id=OptionId("did_not_happen"), label="No"),
    ),
)
UNKNOWN = LevelWording(label="I don't know", says=("no idea", "not sure", "?"))
SCRIPT = Script(
    dialog=DialogId("made_up"),
    title="Made up",
    about="",
    minutes=1,
    greeting=(),
    closing="",
    levels={
        Level.ESTABLISHED: LevelWording(label="Yes, settled", says=("yes", "settled", "in place")),
        Level.PARTIAL: LevelWording(label="Partly", says=("half", "not everywhere")),
        Level.ABSENT: LevelWording(label="No", says=("not yet", "not in place")),
        Level.UNKNOWN: LevelWording(label="I don't know", says=("no idea",)),
        Level.NOT_APPLICABLE: LevelWording(label="Does not apply", says=("n/a",)),
        Level.PRESENT: LevelWording(label="Yes, that happens", says=("it happens",)),
    },
    unknown=UNKNOWN,
    unknown_reply="",
    topics=(Topic(id=TopicId("only"), title="Only", questions=(WAY, CARE, TITLE, YES_OR_NO)),),
)


def hear(
    question: Question | None,
    said: str,
    settled: Mapping[FactId, Level] | None = None,
    *,
    signs: Set[FactId] = frozenset(),
    may_not_apply: Set[FactId] | None = None,
) -> Understood:
    """What is made of the words at a question of the made-up script, all its options offered."""
    offered = question.options if question else ()
    return understand(
        SCRIPT, question, offered, said, settled or {}, signs=signs, may_not_apply=may_not_apply
    )


def shipped() -> Iterator[tuple[Script, Question]]:
    """Every question of every dialog that ships."""
    for name in dialog_names():
        script = load_script(dialog_bundle(name))
        for question in script.questions():
            yield script, question
