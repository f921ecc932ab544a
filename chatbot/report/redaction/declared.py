"""People who were declared, in a roster say, before anybody was named: each is replaced by their role."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from chatbot.report.redaction.named import Kind, Named


class Declared(Struct, frozen=True, kw_only=True):
    """Somebody who takes part.

    Attributes:
        name: as it stands in the roster and, without an id, in who an event is by.
        role: what they are there for, such as `Legal`; may be empty.
        organisation: whom they come from; may be empty.
        id: what stands in who an event is by, where that is no name; it says nothing, so it stays.
    """

    name: str
    role: str = ""
    organisation: str = ""
    id: str = ""


def declared_names(people: Iterable[Declared]) -> tuple[Named, ...]:
    """What has to be replaced so that none of them can be recognised; roles are counted in this order.

    Several who share a role become `Legal 1` and `Legal 2`, who has none becomes `participant 1`, and an
    organisation `organisation 1`. A given name or a family name alone stands for the person where only one
    is called so; where several are, only for somebody. So does who an event is by.
    """
    everybody = [one for one in people if one.name.strip()]
    organisations = dict.fromkeys(one.organisation.strip() for one in everybody)
    return (
        *(Named(name=one.name, kind=Kind.PARTICIPANT, role=one.role.strip()) for one in everybody),
        *(Named(name=name, kind=Kind.ORGANISATION) for name in organisations if name),
    )
