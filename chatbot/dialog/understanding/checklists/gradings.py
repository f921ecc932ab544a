"""Levels in plain words, whatever they are about: "in order", "so-so", "not there", "I couldn't say"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from chatbot.dialog.script import Question, Script
from chatbot.dialog.understanding.checklists.tokens import Tokens, phrase_tokens
from chatbot.dialog.understanding.phrasebook import of_language
from chatbot.dialog.understanding.words import word_set
from chatbot.facts import Level

_ESTABLISHED: Final = """
yes|yep|yeah|yup|sure|of course|certainly|definitely|absolutely|ok|okay|fine|good|alright|great|perfect
solid|done|settled|sorted|sorted out|in place|in order|covered|there|clear|complete|works|work|working
it works|exists|exist|we have|have|got that|have that|we do|we do that|is there|taken care of|in hand
all set|all good|up and running|running|handled|established|under control|in good shape|on track
no problem|no problems|no issue|no issues|no gaps|ready|in use|we have it|have it|got it|is true|true
implemented|set up|regulated|well covered|looked after|y|positive|as it should be|in good order|a given
as it should|tick|organised|organized|fixed|documented|in writing|lived|applied and known|applied|a yes
a clear yes|on board|up to date|get done|is done|does it|do it|does that|do that|do them|follow them
follows them|follow the rules|follows the rules|fully|look after|looks after|take care of|takes care of
follow the common rules|follow the same rules|know the rules|follows the common rules
follows the same rules|live by them|stick to them|keep to them|know and follow them|know them
everybody does|everyone does|all do|they do|they all do|we all do|in good hands|properly done|well done
no complaints|completely|checked off|happens|happen|takes place|take place|in force|solved|guaranteed
given
"""
_PARTIAL: Final = """
kinda|sorta|kind a|sort a|kindof|sortof
sort of|kind of|more or less|so so|half way|halfway|half|partly|partially|partial|in part|in parts
somewhat|to some extent|to some degree|to a degree|up to a point|in progress|not everywhere|not fully
not completely|not quite|not entirely|not complete|not always|not in full|mixed|fifty fifty|half half
half there|half done|half baked|patchy|now and then|on and off|mostly|almost|nearly|a bit|a little
a little bit|under construction|work in progress|wip|getting there|being worked on|we are working on it
working on it|in the works|underway|under way|on the way|in places|here and there|yes and no|in a way
only half|only partly|only partially|just partly|p|only some|for some|in some|sometimes|at times
from time to time|incomplete|unfinished|half finished|not finished|not yet complete|not all|rudimentary
so la la|half and half|middling|okayish|in the making|started|begun|we have started|just started
not consistently|not yet everywhere|not yet fully|ish|partway|part way|part of it|parts of it|some of it
half of it|in between|in development|being built
"""
_ABSENT: Final = """
no|nope|nah|n|not yet|not at all|missing|none|nothing|nothing yet|not there|not in place|not settled
absent|lacking|does not exist|do not exist|not existing|non existent|nonexistent|we do not|do not have
does not have|do not have that|we have none|have none|never|nada|zero|nil|zilch|not done|not covered
unfortunately not|i am afraid not|no such thing|not one|nowhere|not so far|not as yet|not currently
not at present|not present|not available|a gap|is a gap|not happening|does not happen|do not happen
not a thing|nobody does|no one does|nobody does it|no one does it|nobody does that|nobody does them
not here|negative|a no|a clear no|not regulated|not defined|undefined|not organised|not organized
forgotten|neglected|open|not started|not begun|none at all|nothing at all|nothing so far|sadly not
sadly no|not the case|to be done|still to do|still to come|not ready|fall by the wayside
falls by the wayside|falls short|fall short|left out|left undone|gets neglected|get neglected
get forgotten|gets forgotten|go under|goes under|out the window|a white spot|not clear|not existent
we lack|lack|lacks|without|neither|does not|do not|nothing there|nothing in place
"""
_UNKNOWN: Final = """
don't know|do not know|i do not know|i don't know|we do not know|no idea|i have no idea|no clue|not sure
unsure|not certain|uncertain|i am not sure|can not say|could not say|can not tell|could not tell
could not tell you|can not tell you|can not judge|could not judge|can not answer|could not answer
would not know|i would not know|not informed|not aware|know nothing|no information|no knowledge
no insight|no overview|beats me|who knows|not my area|not my field|not my department|not my job
can only guess|do not ask me|unknown|unknown to me|unclear to me|a mystery to me|dunno|idk|search me
god knows|heaven knows|i would have to ask|i have to ask|i would have to check|i would need to ask
i would need to check|i would have to look|i would have to look up|i would have to look it up
i need to ask|i must ask|i have to check|i need to check|would have to ask|would have to check
have to look up|would need to ask|hard to say|difficult to say|hard to tell|not known|not known to me
i can not say|i cannot say|can not really say|can not comment|i am not informed|do not remember
can not remember|do not recall|have not the faintest|have not a clue|not familiar|no view
out of my sight|i do not have the information|am not the right person|not the right person
a question for|have never heard|question mark|?|i know nothing|no opinion|do not know anything
do not know much|i am new|have not checked|can not speak|could not speak|can not help|can not help you
lost there|i am lost|above my pay grade|over my head|i am in the dark|in the dark
"""
_SOFTLY_UNKNOWN: Final = """
you would have to ask|you have to ask|you must ask|you need to ask|you should ask|better ask
ask somebody else|you would need to ask|you will have to ask|someone else has to answer|ask someone else
"""
"""Not knowing, unless a script describes a level with such words: who has to be asked has no records."""
_NOT_APPLICABLE: Final = """
does not apply|do not apply|not applicable|n/a|na|irrelevant|not relevant|no such department
inapplicable|does not exist here|does not concern us|not relevant here|not relevant for us
"""

SOFTENERS: Final = word_set(
    """
    fully completely entirely quite everywhere always all really exactly properly totally wholly only
    consistently
    """
)
"""What "not" turns into "partly" where something is said to be so: "not fully settled"."""
INTENSIFIERS: Final = word_set(
    """
    really actually exactly properly very quite pretty rather totally wholly definitely certainly surely truly
    perfectly absolutely clearly simply just yet so still currently presently already basically essentially
    honestly frankly unfortunately sadly luckily fortunately obviously naturally even indeed particularly
    """
)
"""What may stand between "not" and a level, and before a level, without changing it."""

_FAINT: Final = """
everybody does|everyone does|all do|they do|they all do|we all do|otherwise
we have|have|exist|exists|there|happens|happen|given|open|works|work|working|started|begun|does it|do it
is done|get done|good|fixed|without|lack|lacks|never|lived|running|does not|do not|we do not|do not have
does not have|documented|almost|nearly|mostly|on the way|happening|in parts|know them|know the rules
look after|looks after|left out|completely|fully|do that|does that|true|sometimes|n|y|p|some of it
complete
"""

Gradings: TypeAlias = dict[Tokens, Level]

_SECTIONS: Final = {
    "yes": Level.ESTABLISHED,
    "partly": Level.PARTIAL,
    "no": Level.ABSENT,
    "unknown": Level.UNKNOWN,
    "does_not_apply": Level.NOT_APPLICABLE,
}
"""The sections of a phrasebook of a language and their levels."""
_LONGEST: Final = 6


def gradings(script: Script, question: Question) -> Gradings:
    """Every phrase that says a level, as tokens; one that could be two levels is none."""
    found = dict(_common(script.language))
    for level, wording in script.levels.items():
        found |= {phrase_tokens(one): level for one in (wording.label, *wording.says)}
    own = (question.unknown_label,) if question.unknown_label else ()
    found |= {phrase_tokens(one): Level.UNKNOWN for one in (*own, script.unknown.label, *script.unknown.says)}
    if any("ask" in phrase_tokens(looks) for item in question.items for looks in item.levels.values()):
        for words in _listed(_SOFTLY_UNKNOWN):
            found.pop(words, None)
    found.pop((), None)
    return found


@lru_cache(maxsize=4)
def _common(language: str) -> Mapping[Tokens, Level]:
    found: Gradings = {}
    book = of_language(language)
    torn: set[Tokens] = set()
    for section, level in _SECTIONS.items():
        for phrase in book.of(section):
            words = phrase_tokens(phrase)
            if len(words) <= _LONGEST:
                torn |= {words} if found.get(words, level) is not level else set()
                found[words] = level
    for words in torn:
        del found[words]
    for text, level in (
        (_ESTABLISHED, Level.ESTABLISHED),
        (_PARTIAL, Level.PARTIAL),
        (_ABSENT, Level.ABSENT),
        (_UNKNOWN, Level.UNKNOWN),
        (_SOFTLY_UNKNOWN, Level.UNKNOWN),
        (_NOT_APPLICABLE, Level.NOT_APPLICABLE),
    ):
        found |= dict.fromkeys(_listed(text), level)
    return found


def _listed(text: str) -> Iterator[Tokens]:
    for line in text.strip().splitlines():
        yield from (phrase_tokens(one) for one in line.split("|"))


FAINT: Final = frozenset(_listed(_FAINT))
"""Levels that are as often just words of a sentence."""
