"""A small hospital whose queue is ready: services, rooms that serve them, and patients."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.hospital import Hospital

_mrns = itertools.count(10_000_000)


@dataclass(frozen=True)
class House:
    """Ids by name; each room serves the services that it was made with."""

    services: Mapping[str, int]
    rooms: Mapping[str, int]


def house(
    hospital: Hospital,
    services: Sequence[str] = ("A",),
    rooms: Mapping[str, Sequence[str]] | None = None,
) -> House:
    """Services by their prefix, and rooms by what they serve; one room for all where none is named."""
    rooms = rooms or {"Counter 1": services}
    [(department,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Outpatients') RETURNING id")
    made = {prefix: service(hospital, department, prefix) for prefix in services}
    return House(made, {name: room(hospital, name, [made[s] for s in serves]) for name, serves in rooms.items()})


def service(hospital: Hospital, department: int, prefix: str) -> int:
    [(made,)] = hospital.sql(
        "INSERT INTO hms.services (department_id, name, prefix) VALUES (%s, %s, %s) RETURNING id",
        department,
        f"Service {prefix}",
        prefix,
    )
    return int(made)


def room(hospital: Hospital, name: str, serves: Sequence[int]) -> int:
    [(made,)] = hospital.sql("INSERT INTO hms.rooms (name, kind) VALUES (%s, 'counter') RETURNING id", name)
    hospital.sql("INSERT INTO hms.room_services (room_id, service_id) SELECT %s, unnest(%s)", made, list(serves))
    return int(made)


def patients(hospital: Hospital, count: int) -> list[int]:
    """Plain patients, written as the superuser."""
    rows = hospital.sql(
        "INSERT INTO hms.patients (mrn, given_names, family_name, created_at) "
        "SELECT mrn, 'Given', 'Family ' || mrn, hms.hospital_now() FROM unnest(%s::text[]) mrn RETURNING id",
        [f"{next(_mrns)}A" for _ in range(count)],
    )
    return [int(found) for (found,) in rows]
