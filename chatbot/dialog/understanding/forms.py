"""Wishes that show by their form: "for the record, …", "… proves it", "go to question 4"."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from chatbot.dialog.understanding.understood import Heard, Intent
from chatbot.dialog.understanding.words import Spoken

_POLITE: Final = (
    r"(?:(?:please|pls|plz|and|also|oh|ok|okay|so|well|hm+|sorry|wait|just|kindly|do|can you|could you"
    r"|would you|you should|"
    r"you may|let me|i want to|i(?:'d| would) like to|i wish to|i(?:'d| would) like you to"
    r"|don't forget to|by the way),? )*"
)
_KEEP: Final = r"(?:note|write|jot|take|put|mark|keep|record|save|remember)"
_ASIDE: Final = r"(?:side note|note|notes?|remark|comment|memo|nb|annotation|footnote)"
_IT: Final = r"(?:it|this|that|the following)"
_COLON: Final = r"\s*[:,\u2013\u2014-]+\s*"
_SLOT: Final = r"(?P<slot>\S[\s\S]*)"
_ENDING: Final = r"[.! ]*"

_NOTES: Final = (
    rf"{_POLITE}{_ASIDE}(?: for (?:the|your|our) (?:file|record|report|minutes)| for later)?(?:{_COLON}"
    rf"|(?: down)? that )",
    rf"{_POLITE}(?:for|as something for|something for|one thing for|put) (?:the|your|our|on) (?:record"
    rf"|file|notes|minutes|protocol)"
    rf"(?:{_COLON}| that |: ?| )",
    rf"{_POLITE}(?:note(?: {_IT})?(?: down)?|(?:jot|write)(?: {_IT})?(?: down)?|{_KEEP} {_IT}(?: down)?"
    rf"|(?:take|put)(?: {_IT})? down)"
    rf"(?: in mind| on record| in the (?:notes|minutes|protocol|report))?(?: as (?:a )?(?:note|remark"
    rf"|comment))?(?:{_COLON}| that )",
    rf"{_POLITE}(?:keep in mind|put on record|remember) that ",
    rf"{_POLITE}(?:remember|keep|save|want) (?:this|a|the|my|one) (?:remark|note"
    rf"|comment)(?: kept)?{_COLON}",
    rf"{_POLITE}(?:make|ad+|leave|attach|take|keep|put|include)(?: (?:a|an|this|my|one|the"
    rf"|as))*(?: (?:short|quick|following|little))?"
    rf" (?:note|remark|comment|memo)(?: (?:here|to this|next to this|of this))?(?:{_COLON}| that "
    rf"| saying | which says )",
    r"let the record show that ",
)
_NOTES_AFTER: Final = (
    rf"[,;.\u2013\u2014-]+ ?(?:and )?(?:please )?(?:note|write|jot"
    rf"|put) {_IT}(?: down)?(?: as (?:a )?(?:note|remark))?(?: please)?",
    r"[,;.\u2013\u2014-]+ ?(?:and )?i want that in the (?:notes|minutes|report)",
)
_OF_IT: Final = r"(?: (?:for|of) (?:it|this|that|my answer))"
_PROOFS: Final = (
    rf"{_POLITE}(?:evidence|evidnce|proof|source|reference){_OF_IT}?\s*[:=\u2013\u2014]\s*",
    rf"{_POLITE}(?:the |my |our )?(?:evidence|proof){_OF_IT}?,? (?:is|are|would be"
    rf"|you (?:can )?find (?:it )?in|can be seen in|can be found in|stands in|you have in) ",
    r"(?:this|that|it) (?:can be|is|was) (?:proven|proved|confirmed|evidenced) (?:by|in|with|through) ",
    rf"{_POLITE}you(?: can| will|'ll)? find (?:this|it|that) (?:proven|proved|confirmed|documented) in ",
    rf"{_POLITE}i can (?:back (?:that|this|it) up|prove (?:that|this|it)) with (?:a document: |the )?",
    r"here(?:'s| is) (?:the|my|our) (?:evidence|proof)" + _COLON,
    rf"{_POLITE}(?:as|for) (?:an? )?(?:evidence|proof){_OF_IT}?,? (?:please |you (?:can|may) |i can )?"
    r"(?:take|see|look at|look into|use|note|add|offer|show you|give you|we have|i have) ",
    rf"{_POLITE}(?:add|record|take|note|attach|list)(?: this)? as (?:evidence|proof)[:,]? ",
    rf"{_POLITE}(?:add|record|take|note|attach|list) (?=.+ as (?:evidence|proof)\b)",
)
_PROOFS_AFTER: Final = (
    r",? (?:who |which )?(?:proves|confirms|demonstrates|can confirm|can prove|can vouch for"
    r"|will confirm|can show|can back up|"
    r"is the proof of|is the evidence for|bears witness to|will back me up on) (?:it|this|that)",
    r",? (?:s?he|they|who)(?:'ll| will| can) (?:confirm|vouch for|back up) (?:it|this|that)",
)
_ASKED_TO: Final = re.compile(
    r"(?:please |just |you can |you could |you may )*(?:ask |add |take |attach |record |list )+"
)

_NUMBERED: Final = re.compile(
    r"(?=.*\b(?:go|back|return|jump|take me|change|correct|edit|fix|redo|revisit|wrong|again|reopen"
    r"|amend|alter|modify|switch)\b)"
    r".*?\b(?:question|number|answer|no\.?|nr\.?|#) ?#?(?P<number>\d{1,3})\b.*",
    re.DOTALL,
)
_MEANING: Final = re.compile(
    rf"{_POLITE}(?:when you say .{{2,60}}?,? )?(?:but )?(?:what (?:exactly )?(?:do|would"
    rf"|did) you (?:mean|understand)\b.*"
    r"|what (?:is|'s) (?:exactly )?meant\b.*|what (?:exactly )?counts as\b.*|what does .{2,80} mean\b.*"
    r"|what(?:'s| is|s) (?:an?|this|that|your (?:definition|understanding|idea|notion|meaning) of) "
    r"(?!got to do|question|point|use|purpose|reason|about|good|for\b"
    r"|advice|suggestion|recommendation|verdict|result|next|opinion|take|score).{2,80}"
    r"|(?:i )?(?:have |really |do |just )*(?:no idea|not know|don't know|not sure|do not know) what "
    r"(?:you(?:'re| are)? (?:mean|talking|asking|after|want|getting)|that (?:is|means)|is meant)\b.*"
    r"|what (?:kind of .{2,40} )?would (?:count as|you (?:want|like|need) to see)\b.*"
    r"|.{1,60}[\"')]? meaning what\??|in what sense\b.*|define .{2,60}"
    r"|what(?:'s| is) .{2,60} supposed to (?:be|mean).*)"
)
_WHY: Final = re.compile(
    rf"{_POLITE}(?:before i answer,? )?(?:and |but |so )?(?:why (?!not\b|don't we\b).{{1,120}}|why\??"
    rf"|(?:for )?what reason .{{2,100}}"
    r"|what(?:'s| is| has) (?:that|this|it) (?:got to do|to do) with\b.*"
    r"|what do you need (?:that|this|it) for.*|what(?:'s| is) the (?:point|use|purpose) of (?:this|that"
    r"|asking|the question).*"
    r"|how is (?:that|this) relevant.*|what (?:is|'s) (?:that|this) relevant for.*)"
)


class Formed(msgspec.Struct, frozen=True):
    """A wish that shows by its form; `plain` if it cannot be meant as a text either."""

    heard: Heard
    plain: bool


def formed(said: Spoken) -> Formed | None:
    """The wish that the words have the form of, if any."""
    text = said.text.strip()
    for intent, before, after in (
        (Intent.NOTE, _BEFORE_NOTES, _AFTER_NOTES),
        (Intent.EVIDENCE, _BEFORE_PROOFS, _AFTER_PROOFS),
    ):
        kept = _kept(said, before, after)
        if kept:
            return Formed(Heard(intent=intent, target=kept), plain=":" in text)
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return Formed(Heard(intent=Intent.CHANGE, target=str(int(numbered["number"]))), plain=True)
    asks = text.endswith("?")
    if _WHY.fullmatch(text):
        return Formed(Heard(intent=Intent.WHY), plain=asks)
    if _MEANING.fullmatch(text):
        return Formed(Heard(intent=Intent.MEANING), plain=asks)
    return None


def _kept(said: Spoken, before: re.Pattern[str], after: re.Pattern[str]) -> str:
    """What is to be kept, verbatim: what follows an introduction, or stands before a close."""
    introduced = before.fullmatch(said.text)
    if introduced:
        return _trimmed(said.verbatim(introduced.start("slot"), introduced.end("slot")))
    closed = after.fullmatch(said.text)
    if closed is None:
        return ""
    start, end = closed.span("slot")
    asked = _ASKED_TO.match(said.text, start, end)
    return _trimmed(said.verbatim(asked.end() if asked else start, end))


def _trimmed(kept: str) -> str:
    return kept.strip(" \t\r\n,;:-\u2013\u2014")


def _before(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(forms)}){_SLOT}")


def _after(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<slot>\S[\s\S]*?)(?:{'|'.join(forms)}){_ENDING}")


_BEFORE_NOTES: Final = _before(_NOTES)
_AFTER_NOTES: Final = _after(_NOTES_AFTER)
_BEFORE_PROOFS: Final = _before(_PROOFS)
_AFTER_PROOFS: Final = _after(_PROOFS_AFTER)
