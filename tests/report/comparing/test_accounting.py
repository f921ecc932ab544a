"""What accounts for a move is exactly what trying every set of changes finds."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.report.comparing.accounting import Accounting
from chatbot.report.comparing.moves import Account, Found

CHANGES = "abcdefg"


def _smallest(outcomes: Mapping[frozenset[str], str | None]) -> list[frozenset[str]]:
    """By brute force: the smallest sets of changes that take the conclusion back to `then`."""
    for size in range(1, len(CHANGES) + 1):
        found = [frozenset(one) for one in combinations(CHANGES, size)]
        back = [one for one in found if outcomes[one] == "then"]
        if back:
            return back
    return []


@st.composite
def outcomes(draw: st.DrawFn) -> dict[frozenset[str], str | None]:
    """A conclusion for every set of changes put back; also contradictions, and nothing monotonic."""
    every = [frozenset(one) for size in range(len(CHANGES) + 1) for one in combinations(CHANGES, size)]
    values = st.sampled_from(["now", "now", "now", "now", "between", "then", None])
    found = {one: draw(values) for one in every}
    found[frozenset()] = "now"
    found[frozenset(CHANGES)] = "then"
    return found


def _account(found: Mapping[frozenset[str], str | None]) -> Account:
    def judge(back: frozenset[str]) -> dict[str, str] | None:
        value = found[back]
        return None if value is None else {"it": value}

    return Accounting(judge, CHANGES).account("it", "then", frozenset(CHANGES))


@settings(max_examples=40)
@given(outcomes())
def test_the_smallest_sets_are_found_and_no_others(found: dict[frozenset[str], str | None]) -> None:
    account, smallest = _account(found), _smallest(found)
    assert account.found is (Found.ALONE if len(smallest[0]) == 1 else Found.TOGETHER)
    assert account.size == len(smallest[0])
    assert account.total == len(smallest)
    assert {frozenset(one) for one in account.sets} <= set(smallest)
    assert len(account.sets) == min(len(smallest), 64)


def test_that_any_two_of_three_are_enough_is_said_as_such() -> None:
    account = _of(lambda back: len(back & set("abc")) >= 2)
    assert (account.found, account.size, account.any_of) == (Found.TOGETHER, 2, ("a", "b", "c"))


def test_a_set_that_is_the_only_one_is_no_choice() -> None:
    account = _of(lambda back: back >= set("bd"))
    assert account.sets == (("b", "d"),)
    assert account.any_of == ()


def test_what_a_conclusion_does_not_read_is_not_tried() -> None:
    tried: list[frozenset[str]] = []

    def judge(back: frozenset[str]) -> dict[str, str]:
        tried.append(back)
        return {"it": "then" if "b" in back else "now"}

    account = Accounting(judge, CHANGES).account("it", "then", frozenset("bc"))
    assert account.sets == (("b",),)
    assert account.among == ("b", "c")
    assert all(back <= set("bc") for back in tried)


def test_too_many_changes_end_in_one_set_that_cannot_be_shortened() -> None:
    many = [f"change {number}" for number in range(60)]
    needed = {"change 3", "change 30", "change 59"}
    judged = 0

    def judge(back: frozenset[str]) -> dict[str, str]:
        nonlocal judged
        judged += 1
        return {"it": "then" if back >= needed else "now"}

    account = Accounting(judge, many).account("it", "then", frozenset(many))
    assert account.found is Found.AT_MOST
    assert set(account.sets[0]) == needed
    assert account.among == tuple(many)
    assert judged < 1000


def test_every_set_is_judged_once_however_many_conclusions_there_are() -> None:
    tried: list[frozenset[str]] = []

    def judge(back: frozenset[str]) -> dict[str, str]:
        tried.append(back)
        return {name: "then" if back >= set("ab") else "now" for name in ("one", "other")}

    accounting = Accounting(judge, CHANGES)
    accounting.account("one", "then", frozenset(CHANGES))
    accounting.account("other", "then", frozenset(CHANGES))
    assert len(tried) == len(set(tried))


def _of(goes_back: object) -> Account:
    assert callable(goes_back)
    return Accounting(lambda back: {"it": "then" if goes_back(back) else "now"}, CHANGES).account(
        "it", "then", frozenset(CHANGES)
    )
