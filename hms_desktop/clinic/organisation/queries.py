"""Reads about the hospital as a place, each made for one screen."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.organisation.tables import Department, Facility, Room, RoomService, Service
from hms_desktop.core.reference import reference


@dataclass(frozen=True)
class FacilityRow:
    """The hospital itself; `opt_ins` are the keys that are switched on, `country` is empty until it is chosen."""

    name: str
    time_zone: str
    day_starts_at: time
    languages: tuple[str, ...]
    currency: str
    opt_ins: frozenset[str]
    version: int
    country: str


@dataclass(frozen=True)
class DepartmentRow:
    id: int
    name: str
    services: int
    active: bool
    version: int


@dataclass(frozen=True)
class ServiceRow:
    """A service with its department's name and the names of the rooms that serve it."""

    id: int
    department_id: int
    department: str
    name: str
    prefix: str
    rooms: tuple[str, ...]
    active: bool
    version: int


@dataclass(frozen=True)
class RoomRow:
    """A room or counter with the services that it serves, in the order of their names."""

    id: int
    name: str
    kind: str
    service_ids: tuple[int, ...]
    services: tuple[str, ...]
    active: bool
    version: int


@reference("facility")
def facility(session: Session) -> FacilityRow:
    """The one hospital of this database; NoResultFound before `hms-admin init` made it."""
    found = session.execute(sa.select(Facility)).scalar_one()
    return FacilityRow(
        name=found.name,
        time_zone=found.time_zone,
        day_starts_at=found.day_starts_at,
        languages=tuple(found.languages),
        currency=found.currency,
        opt_ins=frozenset(key for key, chosen in found.opt_ins.items() if chosen is True),
        version=found.version,
        country=found.country,
    )


@reference("departments", "services")
def departments(session: Session) -> tuple[DepartmentRow, ...]:
    """All departments by name, closed ones last."""
    counted = (
        sa.select(sa.func.count())
        .select_from(Service)
        .where(Service.department_id == Department.id, Service.active)
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(Department.id, Department.name, counted, Department.active, Department.version).order_by(
            Department.active.desc(), Department.name
        )
    )
    return tuple(DepartmentRow(*row) for row in rows)


@reference("services", "departments", "rooms", "room_services")
def services(session: Session) -> tuple[ServiceRow, ...]:
    """All services by name, closed ones last."""
    rooms: dict[int, list[str]] = defaultdict(list)
    for service_id, room in session.execute(
        sa.select(RoomService.service_id, Room.name)
        .join(Room, Room.id == RoomService.room_id)
        .where(Room.active)
        .order_by(Room.name)
    ):
        rooms[service_id].append(room)
    found = session.execute(
        sa.select(Service, Department.name)
        .join(Department, Department.id == Service.department_id)
        .order_by(Service.active.desc(), Service.name)
    )
    return tuple(
        ServiceRow(
            id=service.id,
            department_id=service.department_id,
            department=department,
            name=service.name,
            prefix=service.prefix,
            rooms=tuple(rooms[service.id]),
            active=service.active,
            version=service.version,
        )
        for service, department in found
    )


@reference("rooms", "room_services", "services")
def rooms(session: Session) -> tuple[RoomRow, ...]:
    """All rooms and counters by name, closed ones last."""
    served: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for room_id, service_id, name in session.execute(
        sa.select(RoomService.room_id, Service.id, Service.name)
        .join(Service, Service.id == RoomService.service_id)
        .order_by(Service.name)
    ):
        served[room_id].append((service_id, name))
    found = session.execute(sa.select(Room).order_by(Room.active.desc(), Room.name)).scalars()
    return tuple(
        RoomRow(
            id=room.id,
            name=room.name,
            kind=room.kind,
            service_ids=tuple(service_id for service_id, _ in served[room.id]),
            services=tuple(name for _, name in served[room.id]),
            active=room.active,
            version=room.version,
        )
        for room in found
    )


@reference("rooms", "room_services", "services")
def open_rooms(session: Session) -> tuple[RoomRow, ...]:
    """The rooms and counters where somebody can work now."""
    return tuple(room for room in rooms(session) if room.active)


def time_zones(session: Session) -> tuple[str, ...]:
    """The IANA names of time zones that the server knows, in alphabetical order."""
    names = sa.text(
        "SELECT name FROM pg_timezone_names WHERE name = 'UTC' OR name ~ '^[A-Z][A-Za-z]+/' "
        "AND name !~ '^(Etc|SystemV|US)/' ORDER BY name COLLATE \"C\""
    )
    return tuple(session.execute(names).scalars())


def local_time(session: Session) -> datetime:
    """What the clock on the hospital's wall says now, without a zone."""
    moment = session.execute(sa.text("SELECT hms.hospital_now() AT TIME ZONE time_zone FROM hms.facility")).scalar_one()
    assert isinstance(moment, datetime)  # noqa: S101 - what PostgreSQL returns for a timestamp
    return moment
