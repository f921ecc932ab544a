"""Words by which names are told from other words. All of it is data for `recognising`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from chatbot.interview.held import Held


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES: Final = _words(
    "dr prof professor mr mrs ms miss mx sir dame lord lady herr frau dipl ing mme mlle sr sra"
)
"""In front of a name; without their full stop."""

LEGAL_FORMS: Final = _words("""
    gmbh ag se kg kgaa ohg ug inc incorporated ltd limited llc llp lp plc corp corporation co s.a. sa sas sarl
    s.r.l. srl spa s.p.a. bv b.v. nv n.v. oy oyj ab a/s aps pty pte kk holding
""")
"""At the end of a company's name; without a full stop that may as well be left out."""

PARTICLES: Final = _words("van von der den de del della di da dos du la le bin ibn al el ten ter zu")
"""Small words inside a person's name."""

PEOPLE: Final = _words("""
    owner head director manager lead leader engineer officer chief ceo cio cto cfo coo ciso dpo architect
    analyst reviewer approver supervisor controller counsel lawyer buyer planner secretary assistant
    consultant president chair chairman chairwoman chairperson colleague boss sponsor champion steward
    specialist expert
    technician operator foreman auditor inspector clerk scientist developer administrator coordinator deputy
    successor representative
""")
"""What a person can be in an organisation."""

ORGANISATIONS: Final = _words("supplier vendor customer client partner contractor provider agency")
"""What an organisation can be to another."""

ENDS_ROLE: Final = _words("""
    and or who she he they is was will has in since until that which but because when while signs says said
""")
"""Words with which something else begins than what somebody is."""

ALSO_WORDS: Final = _words("""
    will mark rose grant bill frank grace hope joy may april june art rob sue pat chase drew dean earl
    miles rich ray guy jack nick gene stone reed king young brown white black green long short cook
    baker smith wood woods hill field fields park parks bush rice price day knight bishop page banks
    bell fox wolf swift sharp strong small moss cross ward west north east south church house hall lane
    street walker carter mason miller turner potter fisher hunter archer butler parker porter singer
    driver major best good love power powers bond case law laws rush read speed sellers weaver summer
    winter golden silver
""")
"""Names that are words as well: without a capital letter they are taken for words."""

_NEVER: Final = _words("""
    i ai it hr monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december yes no not the a an our my their we they he she you this
    that these those there here and or but if when in on at by for with from to of as so
""")
_WORD: Final = re.compile(r"[^\W\d_]+")


def ordinary_words(held: Held) -> frozenset[str]:
    """The words that the dialog and the framework use in lower case; capitalised they are still no names."""
    return _NEVER | frozenset(
        word
        for told in (held.script, held.framework)
        for text in _texts(msgspec.to_builtins(told))
        for word in _WORD.findall(text)
        if word.islower()
    )


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        yield from _all(told.values())
    elif isinstance(told, list | tuple):
        yield from _all(told)


def _all(several: Iterable[object]) -> Iterator[str]:
    for one in several:
        yield from _texts(one)
