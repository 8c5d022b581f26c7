"""Who may enter the hospital's database from where: the lines of pg_hba.conf, between two marks that this suite keeps.

Pure functions over the file's text. The block stands first, for PostgreSQL lives by the first line that fits; about
every other database, and about superusers, the file goes on saying what it said.
"""

import ipaddress
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hms_desktop.core.errors import Misconfigured, Refused

BEGIN = "# --- hms-admin init: begin (written by it; run it again instead of changing these lines)"
END = "# --- hms-admin init: end"
SERVICES = ("hms_deploy", "hms_worker", "hms_monitor", "hms_backup")
PEOPLE, SCREENS = ("+hms_staff",), ("+hms_kiosk", "+hms_checkin", "hms_pairing")
POOLER = "hms_pooler"
_THIS_MACHINE = ("127.0.0.1/32", "::1/128")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_OWN = "scram-sha-256"

_LDAP = (
    *("ldapserver", "ldapport", "ldapscheme", "ldaptls", "ldapprefix", "ldapsuffix", "ldapbasedn", "ldapbinddn"),
    *("ldapbindpasswd", "ldapsearchattribute", "ldapsearchfilter"),
)
DIRECTORIES: Mapping[str, tuple[str, ...]] = {"scram": (), "ldap": _LDAP, "gss": ("krb_realm", "include_realm", "map")}
"""How people prove who they are, and what the directory's file may say about it (pg_hba.conf, "auth-options")."""

NEEDED_BESIDE: Mapping[str, tuple[str, ...]] = {
    "scram": (),
    "ldap": (
        'Each desk needs the setting server.accounts = "directory" then.',
        "On this server /etc/ldap/ldap.conf must name the directory's authority (TLS_CACERT), or nobody gets in.",
        "With an ldapbindpasswd say --recommended, too: else the server's log repeats it at each failed sign-in.",
    ),
    "gss": (
        'Each desk needs the setting server.accounts = "directory" then.',
        "PostgreSQL needs the key of postgres/NAME, NAME being what desks call this server, in krb_server_keyfile.",
    ),
}
"""What a person has to see to where a directory knows the people."""
_SECRET = re.compile(r'(?<= ldapbindpasswd=)"(?:[^"]|"")*"')


@dataclass(frozen=True)
class Entry:
    """Who comes from where. Subnets are in CIDR form; `directory` holds the options of LDAP or Kerberos."""

    database: str
    desks: tuple[str, ...]
    screens: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    people: str = "scram"
    directory: tuple[tuple[str, str], ...] = ()
    pooled: bool = False
    superusers: tuple[str, ...] = ("postgres",)


def block(entry: Entry) -> str:
    """The lines from mark to mark, one for each who and where."""
    own = (*SERVICES, *((POOLER,) if entry.pooled else ()))
    # Kerberos does not work over a socket; on the server itself people sign in with the password of the suite there.
    on_socket = _OWN if entry.people == "gss" else _method(entry)
    lines = [
        _line("local", entry, own, "", _OWN),
        _line("local", entry, PEOPLE, "", on_socket),
        *(_line("host", entry, own, where, _OWN) for where in _THIS_MACHINE),
        *(_line("host", entry, PEOPLE, where, _method(entry)) for where in _THIS_MACHINE),
        *(_line("hostssl", entry, PEOPLE, where, _method(entry)) for where in entry.desks),
        *(_line("hostssl", entry, SCREENS, where, _OWN) for where in entry.screens),
        *(_line("hostssl", entry, own, where, _OWN) for where in entry.services),
        *(_line(kind, entry, (_all_but(entry.superusers),), where, "reject") for kind, where in _EVERYWHERE),
    ]
    return "\n".join([BEGIN, *lines, END, ""])


_EVERYWHERE = (("local", ""), ("host", "all"))


def with_block(text: str, made: str) -> str:
    """The file with `made` as its first lines, an older block taken out; everything else as it stood.

    Raises Misconfigured where somebody has removed one of the two marks.
    """
    return made + without_block(text)


def without_block(text: str) -> str:
    """Raises Misconfigured where somebody has removed one of the two marks."""
    lines = text.splitlines(keepends=True)
    begun = [at for at, line in enumerate(lines) if line.rstrip() == BEGIN]
    ended = [at for at, line in enumerate(lines) if line.rstrip() == END]
    if (len(begun), len(ended)) == (0, 0):
        return text
    if (len(begun), len(ended)) != (1, 1) or begun > ended:
        raise Misconfigured(
            "entry.marks", f"pg_hba.conf holds only a part of the lines from “{BEGIN}” to “{END}”; take them out."
        )
    return "".join([*lines[: begun[0]], *lines[ended[0] + 1 :]])


def current_block(text: str) -> str:
    """The block that is there; empty where there is none. Raises Misconfigured as `without_block` does."""
    if without_block(text) == text:
        return ""
    return text[text.index(BEGIN) : text.index(END) + len(END)] + "\n"


def shown(made: str) -> tuple[str, ...]:
    """The block's lines for eyes: without the password by which the directory is asked for names."""
    return tuple(_SECRET.sub('"…"', made).splitlines())


def checked_subnet(text: str) -> str:
    """A subnet in CIDR form. Raises Refused where it is none, or where it would be everybody."""
    try:
        network = ipaddress.ip_network(text)
    except ValueError:
        raise Refused("entry.subnet", f"{text} is no subnet; write one such as 10.20.0.0/16.") from None
    if network.prefixlen == 0:
        raise Refused("entry.everybody", f"{text} is every address there is; name the desks' own subnets.")
    return str(network)


def checked_database(name: str) -> str:
    """A name that needs no quotes anywhere. Raises Refused."""
    if not _NAME.fullmatch(name):
        raise Refused("init.database", f"{name} cannot be the database's name; use small letters, digits and _.")
    return name


def directory_options(people: str, lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What the directory's file says: one `name=value` a line, `#` begins a remark. Raises Refused.

    LDAP is told every password, so it is asked over TLS only; a Kerberos realm must be named, or any realm that the
    server trusts could bring somebody of the same name.
    """
    found: dict[str, str] = {}
    for line in lines:
        plain = line.strip()
        if not plain or plain.startswith("#"):
            continue
        name, equals, value = (part.strip() for part in plain.partition("="))
        if not equals or name not in DIRECTORIES[people]:
            known = ", ".join(DIRECTORIES[people])
            raise Refused("entry.directory", f"The directory's file says {name}, which is none of {known}.")
        found[name] = value
    if people == "ldap":
        if not found.get("ldapserver"):
            raise Refused("entry.no_directory", "The directory's file names no ldapserver; add it.")
        if found.get("ldapscheme") != "ldaps" and found.get("ldaptls") != "1":
            raise Refused(
                "entry.open_ldap", "LDAP is told every password: add ldapscheme=ldaps or ldaptls=1 to its file."
            )
    if people == "gss":
        if not found.get("krb_realm"):
            raise Refused("entry.no_realm", "The directory's file names no krb_realm; add it.")
        found.setdefault("include_realm", "0")
    return tuple(found.items())


def _method(entry: Entry) -> str:
    if entry.people == "scram":
        return _OWN
    return " ".join([entry.people, *(f"{name}={_quoted(value)}" for name, value in entry.directory)])


def _line(kind: str, entry: Entry, who: Sequence[str], where: str, method: str) -> str:
    return f"{kind:<8}{entry.database}  {','.join(who)}  {where}{'  ' if where else ''}{method}"


def _all_but(superusers: Sequence[str]) -> str:
    """Everybody except the superusers, for whom the lines below go on to speak (a regular expression: release 16)."""
    names = "|".join(re.sub(r"([^A-Za-z0-9_])", r"\\\1", name) for name in sorted(superusers))
    return _quoted(f"/^(?!({names})$)")


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
