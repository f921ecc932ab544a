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
    successor representative accountant treasurer researcher adviser advisor mentor trainer curator
    gatekeeper stakeholder nurse doctor physician teacher moderator facilitator trustee registrar
""")
"""What a person can be in an organisation."""

RANKS: Final = _words(
    "senior junior vice deputy interim acting chief executive managing joint associate assistant"
)
"""Words in front of a role that belong to it."""

ORGANISATIONS: Final = _words("supplier vendor customer client partner contractor provider agency")
"""What an organisation can be to another."""

ENDS_ROLE: Final = _words("""
    and or who she he they is was will has in since until that which but because when while signs says said
    approves decides leads owns runs wants told asked asks thinks knows does keeps checks had
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

COMMON_IN_FIRMS: Final = _words("""
    general global international national united american british german deutsche europe european euro first
    royal new great modern advanced applied digital smart green blue red black white north northern south
    southern east eastern west western central city metro world universal standard premier prime superior
    quality technical technology tech industrial industry data cloud system systems software service services
    solutions consulting group bank energy power water air auto motor motors steel metal chemical medical
    health care home food trade trading capital invest insurance versicherung allianz union federal state
    swiss french italian spanish dutch nordic baltic pacific atlantic alpha beta delta omega summit apple
    orange oracle shell target gap best next open free fast super max meta micro mini
""")
"""Words that many organisations begin with: alone, none of them says which one is meant."""

DEPARTMENTS: Final = _words("""
    claims finance legal quality operations sales procurement purchasing marketing compliance risk engineering
    production manufacturing logistics supply chain controlling underwriting treasury audit security research
    development maintenance service services customer product digital group global regional corporate human
    resources people strategy technology information business management department division team board
    committee office plant unit works council administration accounting planning innovation learning training
    safety health environment infrastructure architecture support analytics transformation communications
    privacy protection regulatory affairs design process processes
""")
"""Parts of an organisation: capitalised, they are no names either."""

WELL_KNOWN: Final = _words("""
    excel word powerpoint outlook teams sharepoint onedrive copilot office windows microsoft google gmail
    apple amazon azure aws sap hana oracle salesforce servicenow workday jira confluence slack zoom github
    gitlab python java linux docker kubernetes chatgpt gpt openai claude gemini llama internet intranet api
    pdf english german french spanish italian dutch polish swedish danish norwegian chinese japanese european
    american british germany austria switzerland france spain italy netherlands belgium poland sweden denmark
    norway finland ireland britain england scotland wales europe asia africa america china japan india
    brazil canada australia q1 q2 q3 q4 christmas easter
""")
"""Capitalised, and no secret: not worth a question whether it is a name."""

_NEVER: Final = _words("""
    i ai it hr monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december yes no not the a an our my their we they he she you this
    that these those there here and or but if when in on at by for with from to of as so
    yesterday today tomorrow then however also because since after before while although please ask thanks
    hello maybe perhaps sometimes usually normally currently once until only still even every each some many
    most all both either neither nobody somebody everyone someone what who why where how which last next
    again later now never always often
""")
_WORD: Final = re.compile(r"[^\W\d_]+")


def ordinary_words(held: Held) -> frozenset[str]:
    """The words that the dialog and the framework use in lower case; capitalised they are still no names."""
    return (
        _NEVER
        | DEPARTMENTS
        | frozenset(
            word
            for told in (held.script, held.framework)
            for text in _texts(msgspec.to_builtins(told))
            for word in _WORD.findall(text)
            if word.islower()
        )
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
