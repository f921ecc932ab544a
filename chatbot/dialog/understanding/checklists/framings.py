"""How people word a level, whatever it is about, in sentences: what the phrases of a dialog may not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from chatbot.facts import Level

_ESTABLISHED: Final = """
it is written down and everybody keeps to it
we do this every week
it happens each month without fail
all of them have one
there is one for each
it runs every night by itself
we have it and it is used
it has been tested and it worked
this worked every time so far
they all know it and follow it
they know the rules
everyone here knows it
it is regulated in detail
it applies and people know it
it is laid down and nobody gets round it
somebody does it on a fixed day and acts on what comes out
we go through it regularly and do something about it
there is a named person and she knows it
two people are responsible and they both know it
he answers for it
i can show you that for any case
you can look it up any time
it is complete and kept up to date
a schedule exists and it is followed
it was used last month and it worked
whatever turns up gets fixed
it is compared with the target
we look at it daily
in time, whenever it happened
it is followed to the letter
the system makes sure of it
they have signed for it
an instruction says what to do and whom to call
it is in the manual and done that way
even in urgent cases
it always goes that way
that is in writing and lived
they do this all the time
there are clear rules, also for machines
somebody is called and helps, that has worked several times
someone watches around the clock
written, and this is mentioned too
it includes that as well
they say so explicitly
people know the rules
they live by it
it is done daily
it is gone through and acted on
it is described in detail
""".strip()
_PARTIAL: Final = """
for one area, not for anything else
for some of them yes, for the others not
for the big ones, not for the small ones
it is clear for this but not for that
in one department but not in another
the list exists but it is old
there is one, but nobody opens it
there is a register that nobody reads
it exists but is not used
we have it on paper only
it is written but not followed
it is in the policy but nothing prevents it
we did it once
just once, at the beginning
it was done one time and never again
it was made years ago and lies in a drawer
when somebody remembers
whenever somebody has an hour
if there is time
when it is quiet
every once in a while
now and then somebody has a look
it is planned but has never been tried
it is being introduced at the moment
they are being trained now
it is started, not finished
only a handful know it
just a few have heard of it
some know it, some do not
it has its own
they made up their own
they have rules of their own
usually it goes that way, it is written nowhere
mostly, without any paper on it
someone does it without having been told to
they do it although nobody gave them the right
what but not why
we can say what, rarely why
we find one half of it, not the other
we look at it afterwards only
only afterwards
we only count
counted, nothing more
there is a rule, in a hurry people skip it
there are exceptions that go round it
everybody handles it in his own way
people improvise
a name for the whole, not for each part
it does not mention this
only for employees
it is incomplete and has gaps
we are working on it
there is a thing that nobody opens
there is no paper on that but it is done
usually, there is no paper on it
""".strip()
_ABSENT: Final = """
nobody does it
no one looks at it
there is no such thing
there is none
nothing is kept
nothing is planned
nothing is foreseen for it
nobody has thought about it
nobody can say
nobody here could say how old it is
no one is allowed to
no one has that right
it does not exist
we never did that
everybody does as he likes
they do whatever they want
each person decides for himself
whoever does it decides
everyone uses what they fancy
anyone can do it
anybody can open it
it can do whatever it wants
it may do anything
it has the rights of an administrator
it is all in one person's head
it is in somebody's memory
you would have to ask the people
you must ask the colleagues
we only notice when it is too late
we see it only when somebody uses it
only at the end
we see just what comes out
it gets stuck and nobody is told
not even the boss
we have no one for that
we neither have nor plan it
not before
without anybody noticing
there is nothing behind it
until now nobody did
there is no fixed way at all
we stumble over it
""".strip()

FRAMINGS: Final[Mapping[Level, tuple[str, ...]]] = {
    Level.ESTABLISHED: tuple(_ESTABLISHED.splitlines()),
    Level.PARTIAL: tuple(_PARTIAL.splitlines()),
    Level.ABSENT: tuple(_ABSENT.splitlines()),
}
"""Per level, sentences that leave open what they are about."""

REMARKS: Final = (
    "we did that last year",
    "i have been saying so for years",
    "the auditors even praised us",
    "there is a new boss coming in spring",
    "i only work here as an assistant",
    "we run it on one line so far",
    "that took us a long time",
    "it was a lot of work",
    "thanks to our colleague",
    "as far as i remember",
    "if you ask me",
    "to be honest with you",
    "good question",
    "that is a sore point",
    "my boss would say something else",
    "it changes next year",
    "we are a small company",
    "we are short of people",
    "i hope that helps",
    "do you need more detail",
    "somebody has to do it",
    "let me think",
    "that is what i have seen",
    "you can ask me again in summer",
    "management is pleased with it",
    "the consultants told us to",
    "it is on my desk",
    "we talk about it at lunch",
    "what a topic",
    "it is raining today",
    "i like this kind of question",
    "people keep telling us that",
)
"""Words beside an answer; the phrasebook of the language has more."""
