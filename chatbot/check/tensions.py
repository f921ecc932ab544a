"""Whether the dialogs that are checked ever bring up the tensions that a knowledge base declares."""

from __future__ import annotations

from collections.abc import Sequence

from chatbot.check.search import Search
from chatbot.conditions.words import in_words
from chatbot.dialog.script import Script
from chatbot.framework.reading import AuthoredFramework
from chatbot.framework.vocabulary import judged_facts, levels_of
from chatbot.sources.codes import Code
from chatbot.sources.problems import Problem, quoted


def check_tensions(authored: AuthoredFramework, scripts: Sequence[Script], bound: int) -> tuple[Problem, ...]:
    """The tensions that no path through any of the dialogs leads to.

    Nothing is said without a dialog, or where some dialog has more paths than the bound allows to follow.

    Args:
        bound: how many answers in situations each search may look at.
    """
    if authored.tensions is None or not scripts:
        return ()
    domains: dict[str, frozenset[str]] = {
        fact.id: levels_of(fact) for fact in judged_facts(authored.framework)
    }
    known = len(authored.tensions.problems.found)
    for at, tension in enumerate(authored.framework.tensions):
        for script in scripts:
            search = Search(script, domains, skipping=False, goal=tension.when, bound=bound)
            if search.goal is not None or not search.proved:
                break
        else:
            dialogs = ", ".join(script.dialog for script in scripts)
            authored.tensions.problems.add(
                Code.TENSION_NEVER_MET,
                authored.tensions.at("tensions", at, "id"),
                f"No path through {dialogs} brings up {quoted(tension.id)}: {in_words(tension.when)}.",
                "Either change its condition or let a dialog ask for these facts.",
            )
    return tuple(authored.tensions.problems.found[known:])
