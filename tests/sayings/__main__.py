"""`python -m tests.sayings`: how much of what people might type is understood, and every error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from chatbot.commands.understand import as_json
from tests.sayings.bounds import BOUNDS
from tests.sayings.measuring import Measured, Tally, measure, tallies
from tests.sayings.sayings import Meaning, Part, sayings
from tests.sayings.verdicts import Verdict

_HEAD = f"{'':44}{'sayings':>8}{'at once':>9}{'confirmed':>11}{'asked':>7}{'wrong':>7}{'rightly asked':>15}"


def main() -> int:
    """Print the tables; the exit code is 1 where a bound is not held."""
    parser = argparse.ArgumentParser(prog="python -m tests.sayings", description=__doc__)
    parser.add_argument("--part", choices=[part.value for part in Part], default=Part.MEASURED.value)
    parser.add_argument("--quiet", action="store_true", help="the tables only, without the errors")
    parser.add_argument("--compare", action="store_true", help="compare ways of matching instead")
    arguments = parser.parse_args()
    part = Part(arguments.part)
    if arguments.compare:
        from tests.sayings.approaches import compare

        print("\n".join(compare(part)))
        return 0
    measured = measure(sayings(part))
    for by in ("question", "kind", "style"):
        print("\n".join(_table(measured, by)), end="\n\n")
    whole = Tally()
    for one in measured:
        whole.add(one)
    print(_HEAD)
    print(_row("in all", whole), end="\n\n")
    held = [bound.line(whole) for bound in BOUNDS]
    print("\n".join(line for line, _ in held))
    if not arguments.quiet:
        print("\n".join(_errors(measured)))
    return 0 if all(holds for _, holds in held) else 1


def _table(measured: Iterable[Measured], by: str) -> Iterable[str]:
    yield _HEAD.replace(" " * len(f"by {by}"), f"by {by}", 1)
    for name, tally in tallies(measured, by).items():
        yield _row(name, tally)


def _row(name: str, tally: Tally) -> str:
    counts = tally.counts
    return (
        f"{name:44}{tally.sayings:>8}{counts[Verdict.AT_ONCE]:>9}{counts[Verdict.CONFIRMED]:>11}"
        f"{counts[Verdict.ASKED]:>7}{counts[Verdict.WRONG]:>7}{counts[Verdict.RIGHTLY_ASKED]:>15}"
    )


def _errors(measured: Iterable[Measured]) -> Iterable[str]:
    """Everything that was not understood at once, the worst first."""
    for kind in (Verdict.WRONG, Verdict.ASKED, Verdict.CONFIRMED):
        yield f"\n{kind}:"
        for one in measured:
            if one.verdict is kind:
                saying, understood = one.saying, one.understood
                yield (
                    f"  {saying.dialog}:{saying.line} {saying.question}: {saying.said!r} "
                    f"means {_said(saying.means)}; {understood.outcome} {as_json(understood.heard)} "
                    f"at {understood.confidence}"
                )


def _said(means: Meaning) -> str:
    if means.intent:
        return f"{means.intent} {means.target}".strip()
    return means.option or means.text or str(means.levels or "nothing here")


if __name__ == "__main__":
    sys.exit(main())
