"""People who were declared, in a roster say, before anybody was named: each is replaced by their role."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chatbot.report.redaction.named import Kind, Named

SOMEBODY = "somebody in the room"
SOME_ORGANISATION = "an organisation in the room"


class Declared(Struct, frozen=True, kw_only=True):
    """Somebody who takes part.

    Attributes:
        name: as it stands in the roster and, without an id, in who an event is by.
        role: what they are there for, such as `Legal`; may be empty.
        organisation: whom they come from; may be empty.
        id: what stands in who an event is by, where that is no name; it says nothing, so it stays.
        alike: whether nobody may tell them from the others: then the same words stand for each of them.
    """

    name: str
    role: str = ""
    organisation: str = ""
    id: str = ""
    alike: bool = False


def declared_names(people: Iterable[Declared]) -> tuple[Named, ...]:
    """What has to be replaced so that none of them can be recognised; roles are counted in this order.

    Several who share a role become `Legal 1` and `Legal 2`, who has none becomes `participant 1`, and an
    organisation `organisation 1`. A given name or a family name alone stands for the person where only one
    is called so; where several are, only for somebody. So does who an event is by.
    """
    everybody = [one for one in people if one.name.strip()]
    alike = {one.organisation.strip(): one.alike for one in everybody}
    return (
        *(_person(one) for one in everybody),
        *(_organisation(name, alike=same) for name, same in alike.items() if name),
    )


def _person(one: Declared) -> Named:
    role = SOMEBODY if one.alike else one.role.strip()
    return Named(name=one.name, kind=Kind.PARTICIPANT, role=role, alike=one.alike)


def _organisation(name: str, *, alike: bool) -> Named:
    return Named(name=name, kind=Kind.ORGANISATION, role=SOME_ORGANISATION if alike else "", alike=alike)
