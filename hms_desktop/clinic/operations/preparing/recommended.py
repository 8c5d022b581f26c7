"""What this suite recommends of PostgreSQL's settings, each with its reason; arithmetic over the machine's memory."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

MB = 1024**2
_UNITS = {"B": 1, "kB": 1024, "MB": MB, "GB": 1024 * MB, "TB": 1024**2 * MB}
_TIMES = {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}
_SIZES = _UNITS | _TIMES
_AMOUNT = re.compile(r"(-?\d+)\s*([a-zA-Z]*)")
_TLS = ("", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")
_CONNECTIONS_A_DESK = 3
_BESIDES = 50
"""Connections of worker, monitor, backups and people at a terminal."""


class Fit(Enum):
    """When a value that is there is as good as the recommended one."""

    SAME = "the same"
    AT_LEAST = "at least as much"
    AT_MOST = "at most as much"
    HOLDS = "holds each of them"


@dataclass(frozen=True)
class Machine:
    """What the server runs on: bytes of memory (0: not known), workstations, which libraries lie beside it."""

    memory: int
    workstations: int
    libraries: frozenset[str] = frozenset()
    elsewhere: bool = False
    """Whether desks on other machines are let in."""

    @property
    def connections(self) -> int:
        return max(200, _CONNECTIONS_A_DESK * self.workstations + _BESIDES)


@dataclass(frozen=True)
class Recommendation:
    """One setting. `value` gives None where it does not apply to the machine."""

    name: str
    value: Callable[[Machine], str | None]
    why: str
    fit: Fit = Fit.SAME


def _always(value: str) -> Callable[[Machine], str | None]:
    return lambda _machine: value


def _of_memory(part: float, least: int, most: int) -> Callable[[Machine], str | None]:
    """A part of the memory in MB, within bounds in MB; None where the memory is not known."""

    def amount(machine: Machine) -> str | None:
        return f"{min(max(int(machine.memory * part / MB), least), most)}MB" if machine.memory else None

    return amount


def _for_sorting(machine: Machine) -> str | None:
    """A quarter of the memory, were every connection to sort at once."""
    return f"{min(max(machine.memory // (4 * machine.connections * MB), 4), 64)}MB" if machine.memory else None


def _libraries(machine: Machine) -> str | None:
    return ",".join(sorted(machine.libraries)) or None


def _where(library: str, value: str) -> Callable[[Machine], str | None]:
    return lambda machine: value if library in machine.libraries else None


LIBRARIES = ("auth_delay", "pg_stat_statements")
RECOMMENDED: tuple[Recommendation, ...] = (
    Recommendation("listen_addresses", lambda machine: "*" if machine.elsewhere else None, "desks are other machines"),
    Recommendation(
        "max_connections",
        lambda machine: str(machine.connections),
        "three for each workstation, fifty for what runs by itself",
        Fit.AT_LEAST,
    ),
    Recommendation("password_encryption", _always("scram-sha-256"), "no other kind of password proves the server, too"),
    Recommendation("ssl_min_protocol_version", _always("TLSv1.2"), "older ones are broken", Fit.AT_LEAST),
    Recommendation(
        "shared_preload_libraries",
        _libraries,
        "auth_delay slows guessing; pg_stat_statements is read by the page Performance",
        Fit.HOLDS,
    ),
    Recommendation("auth_delay.milliseconds", _where("auth_delay", "2000"), "two seconds after each wrong password"),
    Recommendation(
        "pg_stat_statements.track_utility",
        _where("pg_stat_statements", "off"),
        "statements that make logins carry verifiers",
    ),
    Recommendation(
        "shared_buffers", _of_memory(1 / 4, 128, 16_384), "a quarter of the memory, 16 GB at most", Fit.AT_LEAST
    ),
    Recommendation(
        "effective_cache_size",
        _of_memory(3 / 4, 256, 1_048_576),
        "what the system keeps of files besides; chooses indexes",
        Fit.AT_LEAST,
    ),
    Recommendation("work_mem", _for_sorting, "a quarter of the memory, were every connection to sort at once"),
    Recommendation(
        "maintenance_work_mem", _of_memory(1 / 16, 64, 2048), "indexes and vacuum, one at a time", Fit.AT_LEAST
    ),
    Recommendation("max_wal_size", _always("2GB"), "longer means longer to come back after a crash", Fit.AT_MOST),
    Recommendation("wal_level", _always("replica"), "a replica and an archive of the log need it"),
    Recommendation("jit", _always("off"), "every statement of a desk is short; compiling it costs more than it saves"),
    Recommendation(
        "idle_in_transaction_session_timeout",
        _always("5min"),
        "a hung program must not hold rows; the suite's own end after 30 s",
    ),
    Recommendation("tcp_keepalives_idle", _always("60s"), "a desk that was switched off leaves its connection"),
    Recommendation("tcp_keepalives_interval", _always("10s"), "asked again so often"),
    Recommendation("tcp_keepalives_count", _always("3"), "and given up after so many"),
    Recommendation("tcp_user_timeout", _always("30s"), "the same where an answer is still on its way"),
    Recommendation(
        "client_connection_check_interval", _always("10s"), "a search whose desk has gone is not finished for nobody"
    ),
    Recommendation("log_min_messages", _always("log"), "an error's text may name a patient; failed sign-ins are kept"),
    Recommendation("log_min_error_statement", _always("panic"), "a statement may name a patient"),
    Recommendation("log_statement", _always("none"), "a statement may name a patient"),
    Recommendation("log_min_duration_statement", _always("-1"), "a slow statement may name a patient, too"),
    Recommendation("log_min_duration_sample", _always("-1"), "and a sample of them"),
    Recommendation("log_duration", _always("off"), "it would be written with each statement"),
    Recommendation("log_parameter_max_length", _always("0"), "values name patients"),
    Recommendation("log_parameter_max_length_on_error", _always("0"), "values name patients"),
    Recommendation("log_error_verbosity", _always("terse"), "the details of an error hold the row"),
)


@dataclass(frozen=True)
class Found:
    """A setting as the server has it: the value that is in force, the one its files say, and the unit of both.

    `kind` is PostgreSQL's context: `postmaster` needs a restart. `source` says where the value comes from.
    """

    in_force: str
    written: str
    unit: str
    kind: str
    source: str


@dataclass(frozen=True)
class Difference:
    """A setting that is not as recommended, or waits for a restart to become so."""

    name: str
    now: str
    wanted: str
    why: str
    waits: bool
    restart: bool
    fixed: bool
    """Given on the server's command line, where no file can change it."""


def differences(machine: Machine, found: Mapping[str, Found]) -> tuple[Difference, ...]:
    """What is not as recommended."""
    told: list[Difference] = []
    for each in RECOMMENDED:
        wanted = each.value(machine)
        if wanted is None:
            continue
        here = found[each.name]
        if fits(each.fit, here.in_force, wanted, here.unit):
            continue
        told.append(
            Difference(
                each.name,
                shown(here.in_force, here.unit),
                merged(here.written, wanted) if each.fit is Fit.HOLDS else wanted,
                each.why,
                waits=fits(each.fit, here.written, wanted, here.unit),
                restart=here.kind == "postmaster",
                fixed=here.source in ("command line", "environment variable"),
            )
        )
    return tuple(told)


def fits(fit: Fit, value: str, wanted: str, unit: str) -> bool:
    """Whether a value in the server's `unit` is as good as the one that is wanted."""
    if fit is Fit.HOLDS:
        return set(_items(wanted)) <= set(_items(value))
    if wanted in _TLS:
        return value in _TLS and _TLS.index(value) >= _TLS.index(wanted)
    have, need = amount(value, unit), amount(wanted, "")
    if have is None or need is None:
        return value == wanted
    return {Fit.SAME: have == need, Fit.AT_LEAST: have >= need, Fit.AT_MOST: have <= need}[fit]


def merged(value: str, wanted: str) -> str:
    """A list that keeps what it holds and gains what is wanted."""
    have = _items(value)
    return ",".join([*have, *(item for item in _items(wanted) if item not in have)])


def amount(value: str, unit: str) -> int | None:
    """A number in bytes, milliseconds or by itself; None where the value is no number.

    `unit` is the server's own for values without one, such as `8kB`: a value of 16384 then is 128 MB.
    """
    matched = _AMOUNT.fullmatch(value)
    if matched is None:
        return None
    number, named = int(matched[1]), matched[2]
    if named:
        return number * _SIZES[named] if named in _SIZES else None
    if number < 0:
        return number
    per = _AMOUNT.fullmatch(unit) if unit[:1].isdigit() else None
    many, of = (int(per[1]), per[2]) if per else (1, unit)
    return number * many * _SIZES.get(of, 1)


def shown(value: str, unit: str) -> str:
    """A value as a person writes it: 16384 of 8kB is 128MB."""
    found = amount(value, unit)
    if found is None or not unit or found <= 0:
        return value or "(none)"
    scale = _TIMES if unit in _TIMES else _UNITS
    name = next(name for name, size in reversed([*scale.items()]) if found % size == 0)
    return f"{found // scale[name]}{name}"


def _items(value: str) -> list[str]:
    return [item.strip().strip('"') for item in value.split(",") if item.strip()]
