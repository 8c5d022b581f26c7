"""hms-admin init on a real server with TLS: the whole preparation, cut off and gone on with, and what it refuses."""

import datetime as dt
import json
import os
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest

from hms_desktop.clinic.operations.preparing import authority, cluster, entry
from hms_desktop.clinic.operations.preparing.authority import Pair
from hms_desktop.clinic.operations.preparing.reloading import reload_settings
from hms_desktop.core.certificates import shown_by
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import HmsError, Misconfigured
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_settings
from tests.admin.conftest import Run, hms_admin, init_options
from tests.proxy import Proxy
from tests.tls_server import DESK, ELSEWHERE, PASSWORD, SUPERUSER, THIS_MACHINE, TlsServer, tls_server

ADA = "correct horse battery"
UNCHECKED = {"sslmode": "require", "sslrootcert": ""}


@dataclass
class Prepared:
    """A server that init has prepared, what IT typed, and what was said the first time and after it was cut off."""

    server: TlsServer
    folder: Path
    cut_off: str
    said: str
    stack: ExitStack

    @property
    def tls(self) -> Path:
        return self.server.folder / "tls"

    @property
    def rules(self) -> Path:
        return self.server.data / "pg_hba.conf"

    def options(self, *more: object) -> tuple[object, ...]:
        return (*whole_plan(self.server, self.folder), "--pooler", self.folder / "pooler", *more)

    def desk(self, address: str = DESK) -> Server:
        """Ada's workstation at an address of its own."""
        network = self.stack.enter_context(Proxy(self.server.superuser, address))
        return network.through(Server("", 0, "hms", "ada", ADA, str(self.tls / "ca.pem")))

    def shown(self, question: str, dbname: str = "postgres") -> list[tuple[object, ...]]:
        with connect(replace(self.server.superuser, dbname=dbname), application="test") as connection:
            return connection.execute(question).fetchall()


def whole_plan(server: TlsServer, folder: Path) -> tuple[object, ...]:
    return (
        *("init", "--settings", folder / "settings.toml", *init_options(folder, server.superuser)),
        *("--tls", "make", "--host", DESK, "--tls-folder", server.folder / "tls"),
        *("--desks", f"{DESK}/32", "--screens", "10.9.0.0/16", "--recommended", "--memory", "1"),
    )


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """Cut off hard in the middle of the first time, then run again to its end."""
    folder = tmp_path_factory.mktemp("it")
    with tls_server() as server, ExitStack() as stack:
        write_settings(folder / "settings.toml", Settings(Server(THIS_MACHINE, server.port), workstation="it-pc"))
        (folder / "super.password").write_text(f"{server.superuser.password}\n", "utf-8")
        (folder / "ada.password").write_text(f"{ADA}\n", "utf-8")
        whole = (*whole_plan(server, folder), "--pooler", folder / "pooler", "--restart", server.restart_command)
        cut_off = killed_at("Tables and guards …", folder, *whole, "--yes")
        done = hms_admin(folder, *whole, "--yes")
        assert done.returncode == 0, done.stderr
        yield Prepared(server, folder, cut_off, done.stdout, stack)


def killed_at(line: str, home: Path, *arguments: object) -> str:
    """Run a command and kill it hard when it says `line`; all that it had said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HMS_", "PG", "XDG_"))}
    said = ""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "hms_desktop.admin.main", *map(str, arguments)],
        env=kept | {"HOME": str(home)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for told in process.stdout:
            said += told
            if told.strip() == line:
                process.send_signal(signal.SIGKILL)
                break
    return said


def enters(server: Server) -> bool:
    with connect(server, application="test") as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def test_what_was_done_before_it_was_cut_off_is_there_already_and_the_rest_is_done(prepared: Prepared) -> None:
    assert "1. Roles of the duties and logins of the services: will be made." in prepared.cut_off
    assert "1. Roles of the duties and logins of the services: there already." in prepared.said
    assert "3. Tables and guards: will be made." in prepared.said
    assert prepared.said.endswith("Ada Example can sign in as ada now and adds everybody else.\n")
    assert ADA not in prepared.said


def test_no_password_of_a_service_was_lost_when_it_was_cut_off(prepared: Prepared) -> None:
    passwords = tomllib.loads((prepared.folder / "services.toml").read_text("utf-8"))
    assert sorted(passwords) == ["hms_backup", "hms_deploy", "hms_monitor", "hms_pairing", "hms_worker"]
    for login, password in passwords.items():
        if login != "hms_pairing":  # new screens come from their own subnet alone
            assert enters(Server(THIS_MACHINE, prepared.server.port, "hms", login, password))


def test_run_again_it_has_nothing_to_do(prepared: Prepared, run: Run) -> None:
    before = prepared.rules.read_text("utf-8")
    again = run(*prepared.options("--yes"))
    assert again.returncode == 0, again.stderr
    assert again.stdout.endswith("There is nothing to do.\n")
    assert prepared.rules.read_text("utf-8") == before


def test_settings_that_wait_for_a_restart_are_not_written_again(prepared: Prepared, run: Run) -> None:
    try:
        told = run(*prepared.options("--workstations", "100", "--yes"))
        assert "max_connections: 200 → 350 (needs a restart)" in told.stdout
        assert told.stdout.endswith("some settings wait for it.\nDone.\n")
        again = run(*prepared.options("--workstations", "100", "--yes")).stdout
        assert "max_connections: 200 → 350 (set; waits for a restart)" in again
        assert again.endswith("There is nothing to do.\n")
    finally:
        with connect(prepared.server.superuser, application="test", autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET max_connections = 200")
        reload_settings(cluster.Cluster(prepared.server.superuser, "hms"))


def test_a_desk_enters_with_the_authority_that_was_made(prepared: Prepared) -> None:
    assert enters(prepared.desk())
    with connect(prepared.desk(), application="test") as connection:
        row = connection.execute("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone()
    assert row == (True, "TLSv1.3")


def test_a_desk_refuses_the_server_under_another_address(prepared: Prepared) -> None:
    with pytest.raises(Misconfigured, match="not the hospital's"):
        connect(prepared.desk(ELSEWHERE), application="test")


def test_nobody_enters_from_a_desk_without_encryption(prepared: Prepared) -> None:
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        psycopg.connect(**{**prepared.desk().parameters(), "sslmode": "disable", "channel_binding": "disable"})


def test_nobody_enters_from_elsewhere_and_no_other_database(prepared: Prepared) -> None:
    with pytest.raises(psycopg.OperationalError, match=r"pg_hba\.conf rejects"):
        psycopg.connect(**{**prepared.desk(ELSEWHERE).parameters(), **UNCHECKED})
    with pytest.raises(HmsError) as refused:
        connect(replace(prepared.desk(), dbname="postgres"), application="test")
    assert refused.value.code == "server.not_from_here"


def test_the_superusers_way_is_what_the_file_below_says(prepared: Prepared) -> None:
    assert enters(replace(prepared.server.superuser, dbname="hms"))
    with pytest.raises(psycopg.OperationalError, match="pg_hba"):
        psycopg.connect(**{**prepared.desk().signed_in_as(SUPERUSER, PASSWORD).parameters(), **UNCHECKED})


def test_the_files_are_the_servers_own_and_its_keys_for_nobody_else(prepared: Prepared) -> None:
    owner = prepared.server.data.stat().st_uid
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in prepared.tls.iterdir()}
    assert modes == {"ca.pem": 0o644, "ca.key": 0o600, "server.crt": 0o644, "server.key": 0o600}
    assert {path.stat().st_uid for path in (*prepared.tls.iterdir(), prepared.rules)} == {owner}


def test_the_file_as_it_was_is_kept(prepared: Prepared) -> None:
    kept = sorted(prepared.server.data.glob("pg_hba.conf.before-hms-*"))
    assert kept[0].read_text("utf-8").startswith("# IT's own line")
    assert prepared.rules.read_text("utf-8").endswith(kept[0].read_text("utf-8"))


def test_the_settings_are_in_force_after_the_restart_and_lists_are_lists(prepared: Prepared) -> None:
    assert prepared.shown("SELECT current_setting('shared_preload_libraries'), current_setting('shared_buffers')") == [
        ("auth_delay, pg_stat_statements", "256MB")
    ]
    assert prepared.shown("SELECT name FROM pg_settings WHERE pending_restart") == []
    assert prepared.shown("SELECT count(*) > 0 FROM public.pg_stat_statements", "hms") == [(True,)]


def test_what_stands_on_the_servers_command_line_is_said_and_left(prepared: Prepared, run: Run) -> None:
    told = run(*prepared.options("--plan-only")).stdout
    assert "is set on the server's command line; * is recommended" in told


def test_pgbouncer_gets_its_configuration_and_may_ask_for_verifiers_alone(prepared: Prepared) -> None:
    folder = prepared.folder / "pooler"
    assert stat.S_IMODE((folder / "users").stat().st_mode) == 0o600
    assert f"hms = host=127.0.0.1 port={prepared.server.port} dbname=hms" in (folder / "pgbouncer.ini").read_text()
    login, password = (folder / "users").read_text("utf-8").replace('"', "").split()
    pooler = Server(THIS_MACHINE, prepared.server.port, "hms", login, password)
    with connect(pooler, application="test") as connection:
        assert connection.execute("SELECT verifier IS NOT NULL FROM pooler.verifier_of('ada')").fetchone() == (True,)
        assert connection.execute("SELECT 1 FROM pooler.verifier_of(%s)", (SUPERUSER,)).fetchone() is None


def test_a_line_that_the_server_refuses_is_taken_back(prepared: Prepared, run: Run, tmp_path: Path) -> None:
    """This build has no LDAP; one that has takes the line."""
    (tmp_path / "ldap").write_text("ldapserver=dc1.hospital.example\nldapscheme=ldaps\nldapsuffix=@hospital.example\n")
    before = prepared.rules.read_text("utf-8")
    plan = whole_plan(prepared.server, prepared.folder)
    done = run(*plan, "--people", "ldap", "--directory", tmp_path / "ldap", "--yes")
    assert (done.returncode, "The old file is back." in done.stderr) == (1, True), done.stdout
    assert prepared.rules.read_text("utf-8") == before
    assert prepared.shown("SELECT error FROM pg_hba_file_rules WHERE error IS NOT NULL") == []
    assert enters(prepared.desk())


def test_kerberos_lines_are_taken_and_the_suites_own_passwords_come_back(
    prepared: Prepared, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "kerberos").write_text("krb_realm=HOSPITAL.EXAMPLE\n")
    kerberos = ("--people", "gss", "--directory", tmp_path / "kerberos", "--yes")
    assert "a directory needs none of --pooler" in run(*prepared.options(*kerberos)).stderr
    done = run(*whole_plan(prepared.server, prepared.folder), *kerberos)
    assert done.returncode == 0, done.stderr
    assert 'server.accounts = "directory"' in done.stdout
    found = prepared.shown("SELECT DISTINCT auth_method FROM pg_hba_file_rules WHERE '+hms_staff' = ANY (user_name)")
    assert sorted(method for (method,) in found) == ["gss", "scram-sha-256"]
    back = run(*prepared.options("--yes"))
    assert "(pg_hba.conf): will be changed." in back.stdout
    assert enters(prepared.desk())


def test_a_certificate_that_ends_soon_is_renewed_under_the_same_authority(prepared: Prepared, run: Run) -> None:
    ca = (prepared.tls / "ca.pem").read_text("utf-8")
    signer = Pair(ca, (prepared.tls / "ca.key").read_text("utf-8"))
    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=authority.SERVER_DAYS - 10)
    old = authority.make_server(signer, [DESK], long_ago)
    (prepared.tls / "server.crt").write_text(old.certificate, "utf-8")
    (prepared.tls / "server.key").write_text(old.key, "utf-8")
    done = run(*prepared.options("--yes"))
    assert done.returncode == 0, done.stderr
    assert "for 127.0.0.2, for two years (10 days are left)." in done.stdout
    assert (prepared.tls / "ca.pem").read_text("utf-8") == ca
    certificate = shown_by(prepared.server.superuser)
    assert certificate is not None
    assert (certificate.not_valid_after_utc - dt.datetime.now(dt.UTC)).days >= 729
    assert enters(prepared.desk())


def test_without_the_authoritys_key_nothing_is_renewed(prepared: Prepared, run: Run) -> None:
    away = prepared.folder / "ca.key"
    (prepared.tls / "ca.key").rename(away)
    try:
        assert run(*prepared.options("--yes")).stdout.endswith("There is nothing to do.\n")
        done = run(*prepared.options("--host", "db.hospital.example", "--yes"))
        assert (done.returncode, done.stderr) == (
            1,
            f"{prepared.tls / 'ca.key'} is not there; bring it back to renew the certificate.\n",
        )
    finally:
        away.rename(prepared.tls / "ca.key")


def test_a_lost_authority_is_never_replaced_without_a_word(prepared: Prepared, run: Run) -> None:
    away = prepared.folder / "ca.pem"
    (prepared.tls / "ca.pem").rename(away)
    try:
        done = run(*prepared.options("--yes"))
        assert done.stderr == f"{prepared.tls / 'ca.pem'} is not there; bring it back, every desk has a copy of it.\n"
    finally:
        away.rename(prepared.tls / "ca.pem")


def test_a_certificate_that_was_renewed_but_not_read_yet_is_read(prepared: Prepared, run: Run) -> None:
    signer = Pair((prepared.tls / "ca.pem").read_text("utf-8"), (prepared.tls / "ca.key").read_text("utf-8"))
    new = authority.make_server(signer, [DESK], dt.datetime.now(dt.UTC))
    (prepared.tls / "server.key").write_text(new.key, "utf-8")
    (prepared.tls / "server.crt").write_text(new.certificate, "utf-8")
    done = run(*prepared.options("--yes"))
    assert "The server still shows another certificate" in done.stdout
    certificate = shown_by(prepared.server.superuser)
    assert certificate is not None
    assert authority.print_of(certificate) == authority.fingerprint(new.certificate)


def test_the_plan_alone_changes_nothing_and_another_program_can_read_it(prepared: Prepared, run: Run) -> None:
    before = prepared.rules.read_text("utf-8")
    told = run(*prepared.options("--desks", "10.1.0.0/16", "--plan-only", "--json"))
    found = {step["step"]: step["state"] for step in json.loads(told.stdout)}
    assert found["Who may enter the database from where (pg_hba.conf)"] == "change"
    assert found["Database"] == "there"
    assert prepared.rules.read_text("utf-8") == before


def test_its_own_certificate_is_judged_before_it_is_used(prepared: Prepared, run: Run, tmp_path: Path) -> None:
    theirs = authority.make_authority("IT", dt.datetime.now(dt.UTC))
    pair = authority.make_server(theirs, [DESK], dt.datetime.now(dt.UTC))
    (tmp_path / "it.crt").write_text(pair.certificate, "utf-8")
    (tmp_path / "it.key").write_text(pair.key, "utf-8")

    def said(*more: object) -> str:
        files = ("--tls-certificate", tmp_path / "it.crt", "--tls-key", tmp_path / "it.key")
        done = run(*prepared.options("--tls", "given", *files, *more, "--plan-only"))
        return done.stderr or done.stdout

    (tmp_path / "it.key").chmod(0o644)
    assert said() == f"Others may read {tmp_path / 'it.key'}; run chmod 600 on it first.\n"
    (tmp_path / "it.key").chmod(0o600)
    assert "does not vouch for db.hospital.example" in said("--host", "db.hospital.example")
    assert f"ssl_cert_file: {prepared.tls / 'server.crt'} → {tmp_path / 'it.crt'}" in said()
    (tmp_path / "it.key").write_text(theirs.key, "utf-8")
    assert "is not the key of" in said()


def test_on_another_machine_the_files_are_left_to_a_person(
    prepared: Prepared, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster.Cluster, "files", lambda _cluster: None)
    told = run(*prepared.options("--desks", "10.1.0.0/16", "--plan-only")).stdout
    assert "(pg_hba.conf): to be done by hand." in told
    assert "(TLS): to be done by hand." in told
    assert "hostssl hms  +hms_staff  10.1.0.0/16  scram-sha-256" in told


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--desks", "10.1.2.3/16"), "is no subnet"),
        (("--screens", "0.0.0.0/0"), "is every address there is"),
        (("--host", "two words"), "neither a host name nor an address"),
        (("--tls", "given"), "name --tls-certificate and --tls-key"),
        (("--people", "ldap"), "name the options' file with --directory"),
        (("--people", "gss", "--directory", "/nowhere"), "cannot be read"),
        (("--database", "HMS; DROP"), "cannot be the database's name"),
        (("--json",), "goes --plan-only"),
        (("--time-zone", "Mars/Olympus"), "is not known"),
        (("--workstations", "0"), "from 1 to"),
        (("--memory", "-1"), "a whole number above 0"),
        (("--restart", "'systemctl"), "quotation mark"),
        (("--administrator", "Ada!"), ""),
        (("--service-passwords", "/dev/null/none"), ""),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    prepared: Prepared, run: Run, more: tuple[object, ...], why: str
) -> None:
    before = prepared.rules.read_text("utf-8")
    done = run(*prepared.options(*more, "--yes"))
    assert done.returncode == 1, done.stdout
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
    assert prepared.rules.read_text("utf-8") == before


def test_a_server_that_is_too_old_or_a_login_that_may_not_is_refused(
    prepared: Prepared, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    password = ("--superuser-password-file", prepared.folder / "ada.password")
    options = [str(option) for option in prepared.options("--plan-only")]
    assert run(*options, "--superuser", "nobody-known", *password).returncode == 1
    monkeypatch.setattr(cluster, "OLDEST_SERVER", 990_000)
    assert run(*options).stderr == "The server is older than PostgreSQL 17; upgrade it first.\n"


def test_a_file_of_somebody_elses_is_not_written_over_with_passwords(prepared: Prepared, run: Run) -> None:
    other = prepared.folder / "settings.toml"
    done = run(*prepared.options("--service-passwords", other, "--plan-only"))
    assert done.stderr == f"{other} exists already; name a new file.\n"


def test_a_torn_block_is_not_guessed_at(prepared: Prepared, run: Run) -> None:
    whole = prepared.rules.read_text("utf-8")
    prepared.rules.write_text(whole.replace(entry.END, "#"), "utf-8")
    try:
        assert "holds only a part of the lines" in run(*prepared.options("--yes")).stderr
    finally:
        prepared.rules.write_text(whole, "utf-8")
