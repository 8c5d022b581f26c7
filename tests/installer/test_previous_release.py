"""The previous release's programs on the schema of today, and today's on the previous one: how a roll-out goes.

`installer/previous_release` names its tag or commit; where git has no such history, this is skipped.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.operations import installing, migrating, revisions
from hms_desktop.clinic.operations.installing import program_version
from hms_desktop.clinic.operations.migrating import Patience
from hms_desktop.clinic.records import queries
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server
from tests.clinic.operations.test_installing import objects
from tests.hospital import drop

ROOT = Path(__file__).resolve().parents[2]
SLICE = {
    "sign in": ("tests/app/test_sign_in.py", "right_password_opens"),
    "register and find": ("tests/clinic/patients/test_records.py", ""),
    "book and arrive": ("tests/clinic/appointments/test_booking.py", ""),
    "issue and call": ("tests/clinic/queue/test_journeys.py", ""),
    "the screen": ("tests/clinic/displays/test_calls.py", ""),
    "prescribe": ("tests/clinic/prescriptions/test_writing.py", ""),
    "dispense": ("tests/clinic/dispensing/test_dispensing.py", ""),
}
"""What a desk does all day, by the previous release's own tests: file, and which of its tests where not all."""
pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def previous(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of the previous release."""
    if not shutil.which("git"):
        pytest.skip("there is no git here")
    name = (ROOT / "installer" / "previous_release").read_text(encoding="utf-8").strip()
    folder = tmp_path_factory.mktemp("previous")
    packed = subprocess.run(["git", "archive", name], cwd=ROOT, capture_output=True, check=False)
    if packed.returncode:
        pytest.skip(f"this checkout has no history that reaches back to {name}")
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)
    return folder


@pytest.fixture
def on_its_schema(previous: Path, cluster: Server, template: Server) -> Iterator[Server]:
    """A hospital's database as the previous release makes it."""
    made = installing.create_database(cluster, f"previous_{os.getpid()}")
    code = (
        "import sys\n"
        "from hms_desktop.clinic.operations import installing\n"
        "from hms_desktop.core.settings import Server\n"
        "host, port, dbname, user, password = sys.stdin.read().split('\\n')\n"
        "installing.migrate(Server(host, int(port), dbname, user, password))\n"
    )
    told = "\n".join((made.host, str(made.port), made.dbname, made.user, made.password))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=previous,
        env=_of(previous),
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    yield made
    drop(cluster, made)


def _of(checkout: Path, *more: Path) -> dict[str, str]:
    """The environment in which that checkout's code is imported."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (checkout, *more))), "TODAY": str(ROOT)}


@pytest.mark.timeout(900)
@pytest.mark.parametrize("wish", SLICE)
def test_the_previous_releases_desk_works_on_the_schema_of_today(previous: Path, tmp_path: Path, wish: str) -> None:
    shutil.copy(Path(__file__).with_name("on_todays_schema.py"), tmp_path)
    file, some = SLICE[wish]
    options = ("-q", "-rN", "-s", "-p", "on_todays_schema", "-p", "no:cacheprovider", *(("-k", some) if some else ()))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, file],
        cwd=previous,
        env=_of(previous, tmp_path),
        capture_output=True,
        text=True,
        timeout=840,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"the schema of today: {revisions.head()}" in done.stdout
    assert re.search(r"\b\d+ passed", done.stdout)


def test_todays_programs_ask_for_the_migration_of_the_previous_releases_schema(on_its_schema: Server) -> None:
    with closing(Database(on_its_schema, pool_size=1)) as database:
        desk = database.read_now(queries.why_unfit, client=program_version())
        screen = database.read_now(displays.why_unfit, client=program_version())
    assert desk is not None
    assert screen is not None
    assert desk.code == screen.code == "database.too_old"
    assert "ask IT to run hms-admin migrate" in desk.sentence


def test_the_previous_releases_schema_becomes_the_one_that_is_made_anew(
    on_its_schema: Server, template: Server
) -> None:
    plan = migrating.plan(on_its_schema)
    assert plan.pending
    migrating.migrate(on_its_schema, plan, Patience(wait=120, statement=0), lambda _said: None)
    kinds = ("column", "constraint", "index")
    upgraded = {row for row in objects(on_its_schema) if row[0] in kinds and "demo_clock" not in row[1]}
    fresh = {row for row in objects(template) if row[0] in kinds and "demo_clock" not in row[1]}
    assert upgraded == fresh


def test_guards_that_changed_since_the_previous_release_came_with_a_revision(previous: Path) -> None:
    """Programs ask for the schema by its revision alone: new guards under an old number would go unnoticed."""
    guards = "hms_desktop/clinic/*/guards*.sql"
    then, now = ({file.relative_to(root): file.read_bytes() for file in root.glob(guards)} for root in (previous, ROOT))
    assert then == now or revisions.head(previous / "migrations") < revisions.head()
