"""A pytest plugin for the previous release's own tests: their databases get the schema of the checkout of today.

`TODAY` names that checkout. Everything else, the programs' code above all, stays the previous release's.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import Any

import pytest

_MIGRATE = """
import json, sys
from hms_desktop.clinic.operations import installing
from hms_desktop.core.settings import Server
told = json.loads(sys.stdin.read())
server = Server(**told["server"])
print(installing.migrate(server, kind=told["kind"]).revision if told["kind"] else installing.make_roles(server))
"""


def _today(server: Any, kind: str) -> str:
    """Let the code of today make the roles (no kind), or the schema, of that server."""
    fields = ("host", "port", "dbname", "user", "password", "sslrootcert")
    told = {name: value for name, value in asdict(server).items() if name in fields}
    done = subprocess.run(
        [sys.executable, "-c", _MIGRATE],
        cwd=os.environ["TODAY"],
        env={**os.environ, "PYTHONPATH": os.environ["TODAY"]},
        input=json.dumps({"server": told, "kind": kind}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def pytest_configure(config: pytest.Config) -> None:
    from hms_desktop.clinic.operations import installing

    def make_roles(server: Any) -> dict[str, str]:
        _today(server, "")
        return {}

    def migrate(server: Any, *, kind: str = "hospital", **_rest: Any) -> None:
        revision = _today(server, kind)
        print(f"\nthe schema of today: {revision}")

    installing.make_roles, installing.migrate = make_roles, migrate  # type: ignore[assignment] # the plugin's purpose
