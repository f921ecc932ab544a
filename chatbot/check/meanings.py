"""What can be wrong with an authored file, in words: for each code a title and an explanation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.sources.codes import Code

MEANINGS: Final[Mapping[Code, tuple[str, str]]] = {
    Code.NOT_UTF8: ("Not UTF-8", "Files are text in UTF-8, the encoding that every editor offers."),
    Code.BYTE_ORDER_MARK: (
        "Byte order mark",
        "Some editors put an invisible mark in front of the text; save without it.",
    ),
    Code.CONTROL_CHARACTER: (
        "Invisible character",
        "Control characters and marks that turn the direction of writing can make a text look like another.",
    ),
    Code.TOO_LARGE: ("Too large", "A file has at most 1 MiB."),
    Code.NOT_YAML: (
        "Not YAML",
        "From here on it cannot be read, often because of a colon, a quotation mark or the indentation.",
    ),
    Code.EMPTY_FILE: ("Empty file", "There is nothing to read."),
    Code.SEVERAL_DOCUMENTS: ("A second document", "One file holds one document; three dashes begin another."),
    Code.DUPLICATE_KEY: ("A key twice", "Only one of the two could count, so neither does."),
    Code.ANCHOR: (
        "Anchor or alias",
        "`&name` and `*name` would repeat parts of a file. What is meant is written out.",
    ),
    Code.TAG: ("Tag or directive", "`!tag` and `%` lines change how YAML is read. They are not used."),
    Code.MERGE_KEY: ("Merge key", "`<<` would merge another mapping. What is meant is written out."),
    Code.KEY_NOT_TEXT: ("Key is no word", "What stands before a colon is a word."),
    Code.TOO_DEEP: ("Nested too deeply", "Lists and keys are nested at most 32 levels deep."),
    Code.TOO_MANY_PROBLEMS: (
        "Too many problems",
        "The rest is not listed; most of it will have the same cause.",
    ),
    Code.UNREADABLE: ("Cannot be read", "The system does not give the content of the file."),
    Code.UNKNOWN_KEY: ("Unknown key", "Nothing reads this key, so what it says would be lost."),
    Code.MISSING_KEY: ("Key missing", "Something that cannot be done without is not there."),
    Code.NOT_TEXT: (
        "Text is meant",
        "Numbers, true, false, lists and keys are no texts; quotes make one of what looks like a number.",
    ),
    Code.LEFT_EMPTY: ("Left empty", "A key without a value says nothing; write it or leave the key out."),
    Code.BLANK_TEXT: (
        "Empty text",
        "A text has at least one letter; leave the key out where there is nothing to say.",
    ),
    Code.NOT_A_CHOICE: ("Not one of the words", "Only certain words are possible here."),
    Code.NOT_A_LIST: ("List is meant", "Each entry stands on a line of its own behind a dash."),
    Code.NOT_A_MAPPING: ("Keys are meant", "Lines of the form `key: value` belong here."),
    Code.WRONG_KIND: ("Another kind of value is meant", "A whole number, or true or false, without quotes."),
    Code.EMPTY_LIST: ("Empty list", "A list has at least one entry; leave the key out where there is none."),
    Code.ID_MALFORMED: (
        "Malformed id",
        "Ids are small letters, digits and single underscores, beginning with a letter; facts and"
        " warnings are `owner.name`.",
    ),
    Code.ID_TWICE: (
        "Id twice",
        "Ids of the same kind differ, or nobody could tell what an answer refers to.",
    ),
    Code.ID_RESERVED: (
        "Id with a meaning",
        "The word means something else here: a command, a stage of the interview, or a kind of conclusion.",
    ),
    Code.NOT_A_CONDITION: (
        "Not a condition",
        "A condition is `{fact: level}`, several keys for all of them, or `all`, `any`, `none`,"
        " `at_least: {n, of}`.",
    ),
    Code.EMPTY_CONDITION: (
        "Empty condition",
        "A condition compares at least one thing with at least one value.",
    ),
    Code.NOT_A_WORD: ("Word is meant", "A fact or conclusion is compared with a word or a list of words."),
    Code.COUNT_OUT_OF_RANGE: (
        "Count out of range",
        "`n` is at least 1 and at most the number of conditions that it counts.",
    ),
    Code.VALUE_TWICE: ("Value twice", "The second makes no difference, so another may have been meant."),
    Code.UNKNOWN_CONDITION_KEY: (
        "Unknown fact or conclusion",
        "In a dialog, a condition reads facts that its questions state; in the knowledge, facts and"
        " conclusions.",
    ),
    Code.IMPOSSIBLE_VALUE: (
        "Impossible value",
        "The fact or conclusion never has this value, so the comparison would never hold.",
    ),
    Code.FILE_MISSING: (
        "File missing",
        "A knowledge base has a fixed set of files; lenses come on top of it.",
    ),
    Code.FILE_UNEXPECTED: ("Unexpected file", "Nothing reads this file, so what it says would be lost."),
    Code.OWNER_MISMATCH: (
        "Another owner",
        "The first part of a fact is the id of the value model or layer under which it stands.",
    ),
    Code.NOT_READABLE_HERE: (
        "Not known yet",
        "The rule would read something that is concluded from it, or later. The README says what"
        " each rule may read.",
    ),
    Code.NOTHING_OF_THAT_NAME: (
        "Nothing of that name",
        "The value model, fact or owner that is named does not exist.",
    ),
    Code.BEYOND_WITHOUT_MODEL: (
        "Belongs to no value model",
        "`beyond_ambition` grades the warning of a value model beyond the ambition, so its id begins"
        " with one.",
    ),
    Code.SIGN_WITHOUT_WARNING: (
        "Sign without warning",
        "A warning sign or failure mode that is present is always worth a warning.",
    ),
    Code.LENS_FILE_NAME: (
        "Lens and file differ",
        "The file of a lens is called after it, so that it can be found.",
    ),
    Code.WARNING_NEVER_RAISED: (
        "No example raises it",
        "Many sets of answers were tried and none raises the warning. That is no proof, and a reason"
        " to look.",
    ),
    Code.MODEL_NEVER_RECOMMENDED: (
        "No example advises it",
        "Many sets of answers were tried and none leads to the value model. That is no proof, and a"
        " reason to look.",
    ),
    Code.TENSION_NEVER_MET: (
        "No dialog brings it up",
        "Every path through the dialogs that were checked was followed, and on none do all answers come"
        " together that the tension is about. So the bot would never ask about it.",
    ),
    Code.ANSWERS_MISSING: (
        "Nothing to choose from",
        "A choice has at least two options, a checklist has items.",
    ),
    Code.KEY_OF_ANOTHER_KIND: (
        "Key of another kind",
        "`options` belong to a choice, `items` to a checklist, `fact` and `optional` to a text.",
    ),
    Code.REASON_MISSING: ("Reason missing", "What does not apply, does not apply for a reason."),
    Code.REFINES_NOTHING: (
        "Refines nothing",
        "`refines` names facts that this question and an earlier one state.",
    ),
    Code.PLACEHOLDER_UNKNOWN: (
        "Unknown placeholder",
        "`{owner.name}` stands for what was said about a fact that the dialog asks for. Labels and"
        " titles are shown as they are.",
    ),
    Code.PLACEHOLDER_TOO_EARLY: (
        "Placeholder too early",
        "The fact is asked for only later, so nothing could stand here.",
    ),
    Code.VALUE_DOES_NOT_FIT: (
        "Value does not fit",
        "The fact cannot have this value, or cannot be stated by this kind of question.",
    ),
    Code.FACT_NOT_DECLARED: (
        "Fact not declared",
        "Facts of the initiative that only this dialog needs are listed with their values under `facts`.",
    ),
    Code.DECLARED_NOT_SET: (
        "Declared and not stated",
        "A declared fact that no question states can never decide anything.",
    ),
    Code.RENAMED_FROM_IN_USE: (
        "Old id still in use",
        "`renamed_from` names ids that were given up, each of them once.",
    ),
    Code.CAP_UNKNOWN: ("Unknown cap", "`at_most` is commit, conditional or hold."),
    Code.CAP_WITHOUT_REASON: (
        "Cap without reason",
        "People are told why a dialog cannot conclude everything.",
    ),
    Code.SAME_WORDS: (
        "Same words for two answers",
        "Somebody who says this could mean either, so the bot would have to ask back.",
    ),
    Code.MINUTES_NOT_POSITIVE: ("No time", "Minutes are counted from 1."),
    Code.DIALOG_FILE_NAME: (
        "Dialog and file differ",
        "The file of a dialog is called after it, so that it can be found by its name.",
    ),
    Code.DIALOG_TWICE: ("Dialog twice", "Two dialogs of one folder have the same id."),
    Code.FACT_UNKNOWN: (
        "Unknown fact",
        "The framework judges no fact of this id, so the answer would count for nothing.",
    ),
    Code.LEVEL_DOES_NOT_FIT: (
        "Level does not fit",
        "Signals are established, partial, absent or unknown; signs are present, absent or unknown.",
    ),
    Code.ALWAYS_APPLIES: (
        "Always applies",
        'Only signals with `may_not_apply` in the knowledge base can be answered with "does not apply".',
    ),
    Code.FACT_NEVER_ASKED: (
        "Fact never asked for",
        "The framework judges it and no question of this dialog states it.",
    ),
    Code.FACT_LEFT_OUT: (
        "Fact left out",
        "The same, in a dialog that says by its cap that it does not ask for everything.",
    ),
    Code.AMBITION_UNKNOWN: ("Unknown value model", "The ambition is the id of a value model, or unknown."),
    Code.AMBITION_NOT_OFFERED: (
        "Ambition not offered",
        "A value model that cannot be named as the ambition can never be the aim.",
    ),
    Code.LEVEL_WITHOUT_WORDING: (
        "Level without words",
        "A checklist offers every level that its facts can have, so each needs a label.",
    ),
    Code.CONTRADICTION_NOT_CLEARED: (
        "Contradiction not cleared up",
        "A path ends with an ambition that is said not to apply, which cannot be judged.",
    ),
    Code.WHY_MISSING: ("No reason given", "People may ask why a question is asked."),
    Code.HELP_MISSING: ("No help given", "People may ask what a question means."),
    Code.EVIDENCE_MISSING: (
        "No evidence named",
        "A question whose answer is judged says what would show that it is so.",
    ),
    Code.ASK_TOO_LONG: (
        "Long question",
        "A question has at most 25 words, and so has what is asked about a tension.",
    ),
    Code.FACILITATOR_MISSING: (
        "Nothing for a facilitator",
        "Who asks the question of a room gets no help with it, and two minutes for it.",
    ),
    Code.CONTRADICTS_ITSELF: ("Contradiction", "No values at all can meet the condition."),
    Code.CONTRADICTS_TOPIC: (
        "Contradiction with what is around it",
        "No values at all can meet the condition together with those of its topic and question.",
    ),
    Code.ALWAYS_HOLDS: ("Always holds", "The condition holds on every path, so it decides nothing."),
    Code.QUESTION_UNREACHABLE: ("Question never asked", "Every path was followed and none asks it."),
    Code.OPTION_UNREACHABLE: ("Option never offered", "Every path was followed and none offers it."),
    Code.TOPIC_UNREACHABLE: ("Topic never comes up", "Every path was followed and none enters it."),
    Code.PART_NEVER_HOLDS: ("Part never holds", "One comparison of the condition holds on no path."),
    Code.FACT_SET_TWICE: (
        "Stated twice",
        "Two answers on one path state the same fact, and the later does not say that it refines the"
        " earlier.",
    ),
    Code.ONLY_BY_SKIPPING: (
        "Only after skipping",
        "The question is asked only where an earlier one was passed over.",
    ),
    Code.TOO_FEW_OPTIONS: ("Too few options left", "On some path, conditions leave fewer than two options."),
    Code.NOT_PROVED: (
        "Not proved",
        "There are more paths than were followed, so what no path reaches is not known.",
    ),
    Code.TOPIC_CHANGES_ITSELF: (
        "Topic depends on itself",
        "A question in the topic may end it half way through.",
    ),
    Code.HEADING_MALFORMED: (
        "Heading malformed",
        "A heading of a phrasebook is one or more ids between square brackets, as in [question > option].",
    ),
    Code.PHRASE_OUTSIDE: ("Phrase without a heading", "Nothing says what the phrase means."),
    Code.SECTION_TWICE: ("Section twice", "A phrasebook has the same heading in two places."),
    Code.PHRASE_TWICE: (
        "Phrase with two meanings",
        "The same words stand under two headings of one question, so that they tell nothing apart.",
    ),
    Code.PHRASE_TOO_LONG: ("Phrase too long", "A phrase is what somebody types, not a text."),
    Code.HEADING_UNKNOWN: (
        "Heading names nothing",
        "The dialog has no such question, option, fact or level.",
    ),
    Code.RELEASED_ID_GONE: (
        "Released id gone",
        "Stored interviews refer to it; `renamed_from` says what took its place.",
    ),
    Code.ID_NOT_IN_LEDGER: (
        "Not in the ledger",
        "The id may still be changed. Once interviews are held with it, it belongs into the ledger.",
    ),
    Code.KEY_TAKEN: (
        "Key already taken",
        "A key does one thing. Another action has this one, or it answers questions.",
    ),
    Code.THEME_NOT_THERE: (
        "Theme is not there",
        "The settings name the folder of a theme for reports; a relative one counts from the folder"
        " of the settings.",
    ),
}
