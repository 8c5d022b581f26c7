"""People who sign in with the hospital's directory: a real LDAP server, a real Kerberos centre, Debian's PostgreSQL as
hms-admin init prepares it, and the desk's own way of connecting."""

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest

from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core.connecting import connect, connection_error
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Misconfigured, Refused
from hms_desktop.core.settings import Server
from tests.installer import directories
from tests.installer.conftest import Packages
from tests.installer.debian_root import DebianRoot
from tests.installer.directories import (
    BASE,
    LOGIN,
    PASSWORD,
    READER,
    READER_PASSWORD,
    REALM,
    Kerberos,
    Ldap,
    as_file,
    away,
)
from tests.proxy import Proxy
from tests.tls_server import DESK, THIS_MACHINE
from tests.waiting import wait_until

pytestmark = pytest.mark.packaging
PROGRAMS, DATA, SOCKET = "/usr/lib/postgresql/17/bin", "/var/lib/postgresql/trial", "/var/run/postgresql"
HOME = "/var/lib/postgresql"
Way = Callable[[Ldap], dict[str, object]]
OWN_PASSWORD = "what only PostgreSQL knows"


@dataclass(frozen=True)
class Hospital:
    """A PostgreSQL in a Debian root, and the ways to a desk and to IT."""

    root: DebianRoot
    port: int
    ca: Path

    @classmethod
    def made(cls, root: DebianRoot) -> "Hospital":
        root.run("install", "-d", "-o", "postgres", "-g", "postgres", SOCKET)
        root.run(
            *(f"{PROGRAMS}/initdb", "-D", DATA, "--auth-local=peer", "--auth-host=scram-sha-256", "--no-sync"),
            *("--locale-provider=builtin", "--locale=C.UTF-8"),
            account="postgres",
        )
        (root.path / HOME.lstrip("/") / "ada.password").write_text(f"{OWN_PASSWORD}\n", "utf-8")
        return cls(root, directories.free_port(), root.path / DATA.lstrip("/") / "hms-tls/ca.pem")

    def control(self, *words: object, **variables: str) -> None:
        options = f"-c port={self.port} -c listen_addresses={THIS_MACHINE} -c unix_socket_directories={SOCKET}"
        command = (f"{PROGRAMS}/pg_ctl", "-D", DATA, "-w", "-l", f"{HOME}/log", "-o", options, *words)
        subprocess.run(
            self.root.command(*command, account="postgres", **variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )

    def init(self, *more: object) -> str:
        """IT's command, as README.Debian has it; what it said."""
        done = self.root.run(
            *("hms-admin", "init", "--set", f"server.host={SOCKET}", "--set", f"server.port={self.port}"),
            *("--superuser", "postgres", "--hospital", "St. Example", "--time-zone", "Africa/Nairobi"),
            *("--administrator", LOGIN, "--name", "Ada Example", "--password-file", f"{HOME}/ada.password"),
            *("--service-passwords", f"{HOME}/services.toml", "--tls", "make", "--host", DESK),
            *("--desks", f"{DESK}/32", "--recommended", "--memory", "1", "--yes", *more),
            account="postgres",
            HOME=HOME,
        )
        return done.stdout

    def by_directory(self, people: str, **options: object) -> str:
        as_file(self.root.path / "tmp/directory", **options)
        return self.init("--people", people, "--directory", "/tmp/directory")

    def ask(self, question: str) -> str:
        return self.root.run(
            *(f"{PROGRAMS}/psql", "-h", SOCKET, "-p", self.port, "-At", "-c", question, "postgres"), account="postgres"
        ).stdout.strip()

    @property
    def log(self) -> str:
        return (self.root.path / HOME.lstrip("/") / "log").read_text("utf-8")


@pytest.fixture(scope="module")
def root(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> DebianRoot:
    made = DebianRoot.made(
        tmp_path_factory.mktemp("directory"),
        "trixie",
        *("postgresql-17", "slapd", "ldap-utils", "krb5-kdc", "krb5-admin-server", "krb5-user"),
    )
    made.install(packages.first)
    return made


@pytest.fixture(scope="module")
def ldap(root: DebianRoot) -> Iterator[Ldap]:
    directory = Ldap(root)
    directory.trust()
    with directories.running(directory):
        yield directory


@pytest.fixture(scope="module")
def kerberos(root: DebianRoot) -> Iterator[Kerberos]:
    centre = Kerberos(root)
    centre.add_person(LOGIN)
    centre.add_person("mary")
    centre.add_server(DESK, "/srv/kerberos/postgres.keytab")
    root.run("chown", "postgres", "/srv/kerberos/postgres.keytab")
    with directories.running(centre):
        yield centre


@pytest.fixture(scope="module")
def hospital(root: DebianRoot, kerberos: Kerberos) -> Iterator[Hospital]:
    made = Hospital.made(root)
    made.control("start", KRB5_CONFIG="/srv/kerberos/krb5.conf")
    try:
        made.init()
        made.ask("ALTER SYSTEM SET krb_server_keyfile = '/srv/kerberos/postgres.keytab'")
        made.ask("SELECT pg_reload_conf()")
        yield made
    finally:
        made.control("-m", "immediate", "stop")


@pytest.fixture
def desk(hospital: Hospital) -> Iterator[Server]:
    """A workstation in the subnet of the desks; nobody has signed in at it."""
    with Proxy(Server(THIS_MACHINE, hospital.port), DESK) as network:
        yield network.through(Server("", 0, "hms", sslrootcert=str(hospital.ca), accounts="directory"))


@pytest.fixture
def session(kerberos: Kerberos, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kerberos]:
    """The computer's own session, in which nobody holds a ticket yet."""
    monkeypatch.setenv("KRB5_CONFIG", str(kerberos.configuration))
    monkeypatch.setenv("KRB5CCNAME", f"FILE:{kerberos.tickets}")
    kerberos.sign_out()
    yield kerberos
    kerberos.sign_out()


def ldaps(ldap: Ldap) -> dict[str, object]:
    """The name is part of the entry's own name."""
    return {
        "ldapserver": THIS_MACHINE,
        "ldapport": ldap.tls_port,
        "ldapscheme": "ldaps",
        "ldapprefix": "uid=",
        "ldapsuffix": f",ou=people,{BASE}",
    }


def start_tls(ldap: Ldap) -> dict[str, object]:
    """The entry is searched for by an account that may read names."""
    return {
        "ldapserver": THIS_MACHINE,
        "ldapport": ldap.plain_port,
        "ldaptls": 1,
        "ldapbasedn": f"ou=people,{BASE}",
        "ldapbinddn": READER,
        "ldapbindpasswd": READER_PASSWORD,
        "ldapsearchattribute": "uid",
    }


def proved_by(server: Server) -> str:
    """Which method let the person in and whom it knows; the connection is encrypted by TLS 1.3."""
    with connect(server, application="test") as connection:
        row = connection.execute(
            "SELECT system_user, session_user, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).fetchone()
    assert row is not None
    assert row[1:] == (LOGIN, "TLSv1.3")
    return str(row[0])


def opens(server: Server) -> bool:
    try:
        connect(server, application="test").close()
    except HmsError:
        return False
    return True


def refused(server: Server) -> HmsError:
    with pytest.raises(HmsError) as error:
        connect(server, application="test").close()
    return error.value


@pytest.mark.parametrize("way", [ldaps, start_tls])
def test_the_directorys_password_opens_the_desk_and_the_suites_own_does_not(
    hospital: Hospital, ldap: Ldap, desk: Server, way: Way
) -> None:
    said = hospital.by_directory("ldap", **way(ldap))
    assert 'server.accounts = "directory"' in said
    assert READER_PASSWORD not in said
    assert READER_PASSWORD not in hospital.log
    assert proved_by(desk.signed_in_as(LOGIN, PASSWORD)) == f"ldap:uid={LOGIN},ou=people,{BASE}"
    for wrong in (OWN_PASSWORD, "wrong", "*", PASSWORD.upper()):
        assert refused(desk.signed_in_as(LOGIN, wrong)).code == "sign_in.directory"
    assert refused(desk.signed_in_as(LOGIN, "")).code == "sign_in.wrong"
    assert refused(desk.signed_in_as("nobody", PASSWORD)).code in {"sign_in.directory", "server.not_from_here"}


def test_a_locked_person_a_directory_that_is_away_and_one_that_nobody_vouches_for_are_one_sentence_each(
    hospital: Hospital, ldap: Ldap, desk: Server
) -> None:
    """PostgreSQL tells the client no more than that it did not come about; its log has the reason."""
    ada = desk.signed_in_as(LOGIN, PASSWORD)
    hospital.by_directory("ldap", **ldaps(ldap))
    ldap.lock(True)
    try:
        assert refused(ada).code == "sign_in.directory"
    finally:
        ldap.lock(False)
    assert proved_by(ada)
    with away(ldap):
        unanswered = refused(ada)
        assert isinstance(unanswered, Refused)
        assert "or it does not answer" in unanswered.sentence
    assert "LDAP" in hospital.log
    ldap.distrust()
    try:
        assert refused(ada).code == "sign_in.directory"
    finally:
        ldap.trust()
    assert proved_by(ada)
    assert PASSWORD not in hospital.log


def test_a_desk_that_was_not_told_of_the_directory_sends_it_no_password(
    hospital: Hospital, ldap: Ldap, desk: Server
) -> None:
    hospital.by_directory("ldap", **ldaps(ldap))
    untold = replace(desk, accounts="own").signed_in_as(LOGIN, PASSWORD)
    error = refused(untold)
    assert isinstance(error, Misconfigured)
    assert error.code == "server.untrusted"


def test_the_directory_is_never_asked_without_encryption(hospital: Hospital, ldap: Ldap) -> None:
    open_ldap = {**ldaps(ldap), "ldapscheme": "ldap", "ldapport": ldap.plain_port}
    with pytest.raises(AssertionError, match="ldapscheme=ldaps or ldaptls=1"):
        hospital.by_directory("ldap", **open_ldap)


def test_a_ticket_opens_the_desk_without_a_password_and_the_desk_knows_it(
    hospital: Hospital, desk: Server, session: Kerberos
) -> None:
    hospital.by_directory("gss", krb_realm=REALM)
    session.sign_in(LOGIN)
    ada = desk.signed_in_as(LOGIN, "")
    assert proved_by(ada) == f"gss:{LOGIN}@{REALM}"
    assert proved_by(desk.signed_in_as(LOGIN, "whatever was typed")) == f"gss:{LOGIN}@{REALM}"
    db = Database(ada, workstation="desk", application="test")
    try:
        assert db.read_now(staff.me).by_ticket
    finally:
        db.close()


def test_the_packed_program_takes_the_ticket_with_its_own_library(
    hospital: Hospital, desk: Server, session: Kerberos
) -> None:
    hospital.by_directory("gss", krb_realm=REALM)
    session.sign_in(LOGIN)
    (hospital.root.path / "tmp/unasked").write_text("nobody asks for it\n", "utf-8")
    settings = {
        "server.host": desk.host,
        "server.port": desk.port,
        "server.accounts": "directory",
        "server.sslrootcert": f"{DATA}/hms-tls/ca.pem",
    }
    told = hospital.root.run(
        *("hms-admin", "status", "--json", "--login", LOGIN, "--login-password-file", "/tmp/unasked"),
        *(f"--set={name}={value}" for name, value in settings.items()),
        HOME="/tmp",
        KRB5_CONFIG="/srv/kerberos/krb5.conf",
        KRB5CCNAME="FILE:/srv/kerberos/tickets",
    ).stdout
    assert json.loads(told)["current"]


def test_no_ticket_one_that_has_ended_and_somebody_elses_are_one_sentence_each(
    hospital: Hospital, desk: Server, session: Kerberos
) -> None:
    hospital.by_directory("gss", krb_realm=REALM)
    ada = desk.signed_in_as(LOGIN, "")
    none = refused(ada)
    assert (none.code, none.sentence.count(".")) == ("sign_in.no_ticket", 1)
    session.sign_in(LOGIN, life="2s")
    wait_until(lambda: not opens(ada), "the ticket has ended")
    assert refused(ada).code == "sign_in.no_ticket"
    session.sign_in("mary")
    assert refused(ada).code == "sign_in.other_ticket"
    session.sign_in(LOGIN)
    assert proved_by(ada)


def test_a_server_that_the_centre_does_not_know_and_a_centre_that_is_away_are_one_sentence_each(
    hospital: Hospital, desk: Server, session: Kerberos
) -> None:
    hospital.by_directory("gss", krb_realm=REALM)
    session.sign_in(LOGIN)
    renamed = {"host": "other.hospital.example", "hostaddr": DESK, "sslmode": "require"}
    with pytest.raises(psycopg.OperationalError) as unknown:
        psycopg.connect(**{**desk.signed_in_as(LOGIN, "").parameters(), **renamed})
    assert connection_error(unknown.value).code == "server.unknown_to_kerberos"
    with away(session):
        assert refused(desk.signed_in_as(LOGIN, "")).code == "sign_in.kerberos_away"


def test_a_centre_that_is_away_stops_nobody_who_holds_the_servers_ticket(
    hospital: Hospital, desk: Server, session: Kerberos
) -> None:
    hospital.by_directory("gss", krb_realm=REALM)
    session.sign_in(LOGIN)
    ada = desk.signed_in_as(LOGIN, "")
    proved_by(ada)
    with away(session):
        assert proved_by(ada)


def test_names_of_the_directory_are_mapped_where_it_names_a_map(
    hospital: Hospital, desk: Server, session: Kerberos
) -> None:
    names = hospital.root.path / DATA.lstrip("/") / "pg_ident.conf"
    names.write_text(f"hms /^mary@{REALM}$ {LOGIN}\n", "utf-8")
    hospital.by_directory("gss", krb_realm=REALM, include_realm=1, map="hms")
    session.sign_in("mary")
    assert proved_by(desk.signed_in_as(LOGIN, "")) == f"gss:mary@{REALM}"
    session.sign_in(LOGIN)
    assert refused(desk.signed_in_as(LOGIN, "")).code == "sign_in.other_ticket"


def test_another_realm_brings_nobody_of_the_same_name(hospital: Hospital, desk: Server, session: Kerberos) -> None:
    hospital.by_directory("gss", krb_realm="OTHER.EXAMPLE")
    session.sign_in(LOGIN)
    assert refused(desk.signed_in_as(LOGIN, "")).code == "sign_in.other_ticket"


def test_the_suites_own_passwords_come_back(hospital: Hospital, desk: Server) -> None:
    hospital.init()
    own = replace(desk, accounts="own").signed_in_as(LOGIN, OWN_PASSWORD)
    assert proved_by(own) == f"scram-sha-256:{LOGIN}"
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        psycopg.connect(**{**own.parameters(), "sslmode": "disable", "channel_binding": "disable"})
