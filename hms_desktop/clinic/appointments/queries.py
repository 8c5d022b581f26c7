"""What the screens of booking show: the calendar, free slots, lists, one appointment; times come as on the wall."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments.rules import code_as_typed
from hms_desktop.clinic.patients.rules import Age, Birth, age_on, display_name
from hms_desktop.core.keyset import STRIDE, Anchors

ListKey = tuple[dt.datetime, int]
"""Where an appointment stands in a list: when it begins, and its id."""


@dataclass(frozen=True)
class SessionBlock:
    """One dated session of a clinic: the background of a calendar.

    `starts_at` and `ends_at` are moments (UTC), `at` and `until` what the clock on the wall shows then. `places` are
    all of the session's, `overbook` is how many may come on top and `overbooked` how many do. A closed one still has
    appointments that must be moved; `note` says why it is closed.
    """

    session_id: int
    clinic_id: int
    clinic: str
    service_id: int
    service: str
    doctor_id: int | None
    doctor: str
    room: str
    on_date: dt.date
    starts_at: dt.datetime
    ends_at: dt.datetime
    at: dt.datetime
    until: dt.datetime
    slot_minutes: int
    capacity: int
    overbook: int
    overbooked: int
    places: int
    taken: int
    open: bool
    note: str


@dataclass(frozen=True)
class AppointmentBlock:
    """One taken place of a calendar. Of a `closed` record (restricted, not opened) only the number is shown.

    `mrn` is the stored form; `over` is above the capacity; `held_until` is the wall clock's, for an offered place.
    """

    id: int
    version: int
    session_id: int
    clinic_id: int
    patient_id: int
    patient: str
    mrn: str
    age: Age | None
    closed: bool
    starts_at: dt.datetime
    ends_at: dt.datetime
    at: dt.datetime
    until: dt.datetime
    seat: int
    over: bool
    state: str
    reason: str
    ticket: str
    held_until: dt.datetime | None
    in_series: bool


@dataclass(frozen=True)
class Calendar:
    """Some days of sessions with their appointments; `now` is the wall clock's."""

    from_date: dt.date
    days: int
    today: dt.date
    now: dt.datetime
    holidays: dict[dt.date, str]
    sessions: tuple[SessionBlock, ...]
    appointments: tuple[AppointmentBlock, ...]


@dataclass(frozen=True)
class DayDensity:
    """How full one date is."""

    on_date: dt.date
    places: int
    taken: int
    sessions: int
    closed: bool
    holiday: str


@dataclass(frozen=True)
class SlotWish:
    """When somebody would come: from a date on, on weekdays (ISO numbers), beginning in [earliest, latest)."""

    service: int | None = None
    clinic: int | None = None
    doctor: int | None = None
    from_date: dt.date | None = None
    weekdays: tuple[int, ...] = ()
    earliest: dt.time | None = None
    latest: dt.time | None = None
    slots: int = 1


@dataclass(frozen=True)
class FreeSlot:
    """A time at which somebody fits, and how many places are left then."""

    session_id: int
    clinic_id: int
    clinic: str
    doctor: str
    room: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    at: dt.datetime
    until: dt.datetime
    left: int


@dataclass(frozen=True)
class ListWish:
    """Which appointments a list shows: the days from and until (both included), and what else is chosen."""

    from_date: dt.date
    until_date: dt.date
    clinic: int | None = None
    doctor: int | None = None
    department: int | None = None
    service: int | None = None
    states: tuple[str, ...] = ()


@dataclass(frozen=True)
class AppointmentLine:
    """One line of a list. `cancelled` is a key of the cancel reasons in rules, `note` the words to it."""

    id: int
    version: int
    code: UUID
    patient_id: int
    patient: str
    mrn: str
    age: Age | None
    phone: str
    closed: bool
    session_id: int
    clinic_id: int
    clinic: str
    service_id: int
    service: str
    doctor: str
    room: str
    starts_at: dt.datetime
    at: dt.datetime
    until: dt.datetime
    state: str
    over: bool
    displaced: bool
    reason: str
    ticket: str
    cancelled: str
    note: str
    series_id: int | None
    booked_by: str


_SESSIONS = """
SELECT s.session_id, s.clinic_id, s.clinic, s.service_id, s.service, s.doctor_id, s.doctor, s.room, s.on_date,
       s.starts_at, s.ends_at, s.at, s.until, s.slot_minutes, s.capacity, s.overbook, s.overbooked, s.places, s.taken,
       s.open, s.note
FROM hms.session_lines s
WHERE s.on_date BETWEEN :from_date AND :until_date
"""
_CLOCK = sa.text("""
SELECT hms.business_date() AS today, hms.wall_time(hms.hospital_now()) AS now,
       (SELECT jsonb_object_agg(h.on_date, h.name) FROM hms.holidays h
        WHERE h.on_date BETWEEN :from_date AND :until_date) AS holidays
""")
_IN_ORDER = " ORDER BY s.on_date, s.starts_at, s.clinic, s.session_id"
_DENSITY = """
SELECT s.on_date, coalesce(sum(s.places) FILTER (WHERE s.open), 0) AS places, sum(s.taken) AS taken,
       count(*) FILTER (WHERE s.open) AS sessions
FROM hms.session_lines s
WHERE s.on_date BETWEEN :from_date AND :until_date
"""
# Only what is wished is asked, so that the planner sees which index serves; `{}` is the table's letter.
_WISHES = {
    "clinic": " AND {}.clinic_id = :clinic",
    "doctor": " AND {}.doctor_id = :doctor",
    "department": " AND {}.department_id = :department",
    "service": " AND {}.service_id = :service",
}
_BLOCKS = sa.text("""
SELECT a.id, a.version, a.session_id, a.clinic_id, a.patient_id, a.given_names, a.family_name, a.mrn, a.birth_date,
       a.birth_precision, a.closed, a.starts_at, a.ends_at, a.at, a.until, a.seat, a.over, a.state, a.reason, a.ticket,
       a.held_until, a.series_id IS NOT NULL AS in_series
FROM hms.appointment_lines a
WHERE a.session_id = ANY (:sessions) AND a.seat IS NOT NULL
ORDER BY a.session_id, a.starts_at, a.seat
""")
_LINE = """
SELECT a.id, a.version, a.code, a.patient_id, a.given_names, a.family_name, a.mrn, a.birth_date, a.birth_precision,
       coalesce(a.phone, '') AS phone, a.closed, a.session_id, a.clinic_id, c.name AS clinic, a.service_id,
       v.name AS service, coalesce(d.display_name, '') AS doctor, coalesce(r.name, '') AS room, a.starts_at, a.at,
       a.until, a.state, a.over, a.displaced, a.reason, a.ticket, a.cancelled, a.cancel_note AS note, a.series_id,
       coalesce((SELECT b.display_name FROM hms.people b WHERE b.login = a.booked_by), a.booked_by) AS booked_by,
       (SELECT hms.business_date()) AS today
FROM hms.appointment_lines a
JOIN hms.clinics c ON c.id = a.clinic_id
JOIN hms.services v ON v.id = a.service_id
LEFT JOIN hms.people d ON d.id = a.doctor_id
LEFT JOIN hms.rooms r ON r.id = a.room_id
"""
_LISTED = """
FROM hms.appointment_keys a
WHERE a.starts_at >= cast(:from_date AS date)::timestamp AT TIME ZONE (SELECT f.time_zone FROM hms.facility f)
  AND a.starts_at < (cast(:until_date AS date) + 1)::timestamp AT TIME ZONE (SELECT f.time_zone FROM hms.facility f)
"""
_NUMBERED = """
SELECT starts_at, id, place, many
FROM (SELECT a.starts_at, a.id, row_number() OVER (ORDER BY a.starts_at, a.id) AS place, count(*) OVER () AS many
"""
_EACH_STRIDE = f") numbered WHERE place % {STRIDE} = 0 OR place = 1 ORDER BY place"
_FREE = sa.text("""
SELECT s.session_id, s.clinic_id, s.clinic, s.doctor, s.room, f.starts_at, f.ends_at, hms.wall_time(f.starts_at) AS at,
       hms.wall_time(f.ends_at) AS until, f.places_left AS left
FROM hms.free_slots(:service, :clinic, :doctor, coalesce(:from_date, hms.business_date()),
                    cast(:weekdays AS smallint[]), :earliest, :latest, :slots, :most) f
JOIN hms.session_lines s ON s.session_id = f.session_id
ORDER BY f.starts_at, s.clinic, s.session_id
""")


def calendar(
    session: Session,
    *,
    from_date: dt.date,
    days: int,
    clinic: int | None = None,
    doctor: int | None = None,
    department: int | None = None,
) -> Calendar:
    """The week of a clinic or doctor, or the day of a whole department; ask for it in one snapshot.

    Cancelled appointments take no place and are left out.
    """
    chosen = {"clinic": clinic, "doctor": doctor, "department": department}
    until = from_date + dt.timedelta(days=days - 1)
    sessions = _sessions(session, from_date, until, chosen)
    clock = session.execute(_CLOCK, {"from_date": from_date, "until_date": until}).one()
    blocks = session.execute(_BLOCKS, {"sessions": [block.session_id for block in sessions]}) if sessions else ()
    return Calendar(
        from_date=from_date,
        days=days,
        today=clock.today,
        now=clock.now,
        holidays={dt.date.fromisoformat(day): name for day, name in (clock.holidays or {}).items()},
        sessions=sessions,
        appointments=tuple(_block(row, clock.today) for row in blocks),
    )


def month(
    session: Session,
    *,
    from_date: dt.date,
    until_date: dt.date,
    clinic: int | None = None,
    doctor: int | None = None,
    department: int | None = None,
    service: int | None = None,
) -> tuple[DayDensity, ...]:
    """How full each date is that has a session or is a holiday, the last one included."""
    chosen = {"clinic": clinic, "doctor": doctor, "department": department, "service": service}
    rows = session.execute(
        sa.text(_DENSITY + _wished(chosen, "s") + " GROUP BY s.on_date"),
        {"from_date": from_date, "until_date": until_date} | chosen,
    )
    found = {row.on_date: (int(row.places), int(row.taken), int(row.sessions)) for row in rows}
    names = _holidays(session, from_date, until_date)
    return tuple(
        DayDensity(day, *found.get(day, (0, 0, 0)), closed=not found.get(day, (0, 0, 0))[2], holiday=names.get(day, ""))
        for day in sorted(found.keys() | names.keys())
    )


def free_slots(session: Session, *, wish: SlotWish, most: int = 20) -> tuple[FreeSlot, ...]:
    """The next times at which somebody fits, in order of time, over all clinics and doctors that were not ruled out."""
    rows = session.execute(
        _FREE,
        {
            "service": wish.service,
            "clinic": wish.clinic,
            "doctor": wish.doctor,
            "from_date": wish.from_date,
            "weekdays": list(wish.weekdays),
            "earliest": wish.earliest,
            "latest": wish.latest,
            "slots": wish.slots,
            "most": most,
        },
    )
    return tuple(FreeSlot(*row) for row in rows)


def list_anchors(session: Session, *, wish: ListWish) -> Anchors:
    """The length of the list and its anchors; ask for them in one snapshot."""
    listed, values = _listed(wish)
    rows = session.execute(sa.text(_NUMBERED + listed + _EACH_STRIDE), values).all()
    if not rows:
        return Anchors(0, (None,))
    return Anchors(rows[0].many, (None, *((row.starts_at, row.id) for row in rows if row.place % STRIDE == 0)))


def list_page(
    session: Session, *, wish: ListWish, after: ListKey | None, offset: int, limit: int
) -> tuple[AppointmentLine, ...]:
    """The `limit` (≤ 200) lines that stand `offset` (< the stride) behind the key `after`, in order of time."""
    listed, values = _listed(wish)
    if after is not None:
        listed += " AND (a.starts_at, a.id) > (:after_at, :after_id)"
        values |= {"after_at": after[0], "after_id": after[1]}
    ids = "SELECT a.id " + listed + " ORDER BY a.starts_at, a.id OFFSET :offset LIMIT :limit"
    wanted = "WHERE a.id = ANY (ARRAY(" + ids + ")) ORDER BY a.starts_at, a.id"
    return _lines(session, wanted, **values, offset=offset, limit=limit)


def find_appointment(session: Session, *, typed: str) -> tuple[AppointmentLine, ...]:
    """The appointment whose slip holds this code; none where it is no code or nobody's."""
    code = code_as_typed(typed)
    return _lines(session, "WHERE a.code = :code", code=code) if code else ()


def patient_appointments(session: Session, *, patient: int, most: int = 50) -> tuple[AppointmentLine, ...]:
    """One patient's appointments, the latest first."""
    return _lines(
        session,
        "WHERE a.patient_id = :patient ORDER BY a.starts_at DESC, a.id DESC LIMIT :most",
        patient=patient,
        most=most,
    )


def one_appointment(session: Session, *, appointment: int) -> AppointmentLine | None:
    """The appointment of this id, where there is one."""
    return next(iter(_lines(session, "WHERE a.id = :id", id=appointment)), None)


def series_appointments(session: Session, *, series: int) -> tuple[AppointmentLine, ...]:
    """All visits of a course, in order of time."""
    return _lines(session, "WHERE a.series_id = :series ORDER BY a.starts_at, a.id", series=series)


def displaced(session: Session, *, most: int = 200) -> tuple[AppointmentLine, ...]:
    """Appointments to come whose session was closed or changed, in order of time: they must be moved or cancelled."""
    return _lines(
        session,
        "WHERE a.session_id IN (SELECT s.id FROM hms.sessions s WHERE (s.altered OR NOT s.open) "
        "AND s.on_date >= (SELECT hms.business_date() - 1)) AND a.displaced AND a.state IN ('booked', 'held') "
        "AND a.starts_at > (SELECT hms.hospital_now()) ORDER BY a.starts_at, a.id LIMIT :most",
        most=most,
    )


def _sessions(
    session: Session, from_date: dt.date, until_date: dt.date, chosen: dict[str, int | None]
) -> tuple[SessionBlock, ...]:
    statement = sa.text(_SESSIONS + _wished(chosen, "s") + _IN_ORDER)
    rows = session.execute(statement, {"from_date": from_date, "until_date": until_date} | chosen)
    return tuple(SessionBlock(*row) for row in rows)


def _wished(chosen: dict[str, int | None], letter: str) -> str:
    return "".join(_WISHES[name].format(letter) for name, value in chosen.items() if value is not None)


def _holidays(session: Session, from_date: dt.date, until_date: dt.date) -> dict[dt.date, str]:
    rows = session.execute(
        sa.text("SELECT on_date, name FROM hms.holidays WHERE on_date BETWEEN :since AND :until ORDER BY on_date"),
        {"since": from_date, "until": until_date},
    )
    return {row.on_date: row.name for row in rows}


def _listed(wish: ListWish) -> tuple[str, dict[str, Any]]:
    """From which rows a list is made, and the values in it."""
    chosen = {
        "clinic": wish.clinic,
        "doctor": wish.doctor,
        "department": wish.department,
        "service": wish.service,
    }
    where = _LISTED + _wished(chosen, "a")
    values: dict[str, Any] = {"from_date": wish.from_date, "until_date": wish.until_date, **chosen}
    if wish.states:
        where += " AND a.state = ANY (:states)"
        values["states"] = list(wish.states)
    return where, values


def _lines(session: Session, where: str, **values: Any) -> tuple[AppointmentLine, ...]:
    return tuple(_line(row) for row in session.execute(sa.text(_LINE + where), values))


def _line(row: Any) -> AppointmentLine:
    appointment, version, code, patient, given, family, mrn, born, precision, phone, closed, *rest, today = row
    name, age = _person(closed, given, family, born, precision, today)
    return AppointmentLine(appointment, version, code, patient, name, mrn, age, phone, closed, *rest)


def _block(row: Any, today: dt.date) -> AppointmentBlock:
    appointment, version, place, clinic, patient, given, family, mrn, born, precision, closed, *rest = row
    name, age = _person(closed, given, family, born, precision, today)
    return AppointmentBlock(appointment, version, place, clinic, patient, name, mrn, age, closed, *rest)


def _person(
    closed: bool, given: str, family: str, born: dt.date | None, precision: str | None, today: dt.date
) -> tuple[str, Age | None]:
    """Name and age, neither where the record is closed."""
    if closed:
        return "", None
    birth = Birth(born, precision) if born is not None and precision is not None else None
    return display_name(given, family), age_on(birth, today)
