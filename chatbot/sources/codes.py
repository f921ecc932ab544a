"""The codes of everything that can be wrong with an authored file; `chatbot.check.codes` explains each."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """One kind of problem. A code keeps its meaning for ever; a retired one is not used again.

    Y: the text as YAML. S: the shape of the data. C: conditions. K: knowledge. D: dialogs.
    F: a dialog against the framework. W: wording. P: proofs over all paths. L: the ledger of released ids.
    T: the settings of the chat.
    """

    NOT_UTF8 = "Y01"
    BYTE_ORDER_MARK = "Y02"
    CONTROL_CHARACTER = "Y03"
    TOO_LARGE = "Y04"
    NOT_YAML = "Y05"
    EMPTY_FILE = "Y06"
    SEVERAL_DOCUMENTS = "Y07"
    DUPLICATE_KEY = "Y08"
    ANCHOR = "Y09"
    TAG = "Y10"
    MERGE_KEY = "Y11"
    KEY_NOT_TEXT = "Y12"
    TOO_DEEP = "Y13"
    TOO_MANY_PROBLEMS = "Y14"
    UNREADABLE = "Y15"

    UNKNOWN_KEY = "S01"
    MISSING_KEY = "S02"
    NOT_TEXT = "S03"
    LEFT_EMPTY = "S04"
    BLANK_TEXT = "S05"
    NOT_A_CHOICE = "S06"
    NOT_A_LIST = "S07"
    NOT_A_MAPPING = "S08"
    WRONG_KIND = "S09"
    EMPTY_LIST = "S10"
    ID_MALFORMED = "S11"
    ID_TWICE = "S12"
    ID_RESERVED = "S13"

    NOT_A_CONDITION = "C01"
    EMPTY_CONDITION = "C02"
    NOT_A_WORD = "C03"
    COUNT_OUT_OF_RANGE = "C04"
    VALUE_TWICE = "C05"
    UNKNOWN_CONDITION_KEY = "C06"
    IMPOSSIBLE_VALUE = "C07"

    FILE_MISSING = "K01"
    FILE_UNEXPECTED = "K02"
    OWNER_MISMATCH = "K03"
    NOT_READABLE_HERE = "K04"
    NOTHING_OF_THAT_NAME = "K05"
    BEYOND_WITHOUT_MODEL = "K06"
    SIGN_WITHOUT_WARNING = "K07"
    LENS_FILE_NAME = "K08"
    WARNING_NEVER_RAISED = "K09"
    MODEL_NEVER_RECOMMENDED = "K10"

    ANSWERS_MISSING = "D01"
    KEY_OF_ANOTHER_KIND = "D02"
    REASON_MISSING = "D03"
    REFINES_NOTHING = "D04"
    PLACEHOLDER_UNKNOWN = "D05"
    PLACEHOLDER_TOO_EARLY = "D06"
    VALUE_DOES_NOT_FIT = "D07"
    FACT_NOT_DECLARED = "D08"
    DECLARED_NOT_SET = "D09"
    RENAMED_FROM_IN_USE = "D10"
    CAP_UNKNOWN = "D11"
    CAP_WITHOUT_REASON = "D12"
    SAME_WORDS = "D13"
    MINUTES_NOT_POSITIVE = "D14"
    DIALOG_FILE_NAME = "D15"
    DIALOG_TWICE = "D16"

    FACT_UNKNOWN = "F01"
    LEVEL_DOES_NOT_FIT = "F02"
    ALWAYS_APPLIES = "F03"
    FACT_NEVER_ASKED = "F04"
    FACT_LEFT_OUT = "F05"
    AMBITION_UNKNOWN = "F06"
    AMBITION_NOT_OFFERED = "F07"
    LEVEL_WITHOUT_WORDING = "F08"
    CONTRADICTION_NOT_CLEARED = "F09"

    WHY_MISSING = "W01"
    HELP_MISSING = "W02"
    EVIDENCE_MISSING = "W03"
    ASK_TOO_LONG = "W04"

    CONTRADICTS_ITSELF = "P01"
    CONTRADICTS_TOPIC = "P02"
    ALWAYS_HOLDS = "P03"
    QUESTION_UNREACHABLE = "P04"
    OPTION_UNREACHABLE = "P05"
    TOPIC_UNREACHABLE = "P06"
    PART_NEVER_HOLDS = "P07"
    FACT_SET_TWICE = "P08"
    ONLY_BY_SKIPPING = "P09"
    TOO_FEW_OPTIONS = "P10"
    NOT_PROVED = "P11"
    TOPIC_CHANGES_ITSELF = "P12"

    RELEASED_ID_GONE = "L01"
    ID_NOT_IN_LEDGER = "L02"

    KEY_TAKEN = "T01"
