"""What `hms-admin --selftest` looks at: everything IT's program leans on that can be missing without a word."""

import importlib
import sys
from collections.abc import Iterable

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from hms_desktop.clinic.operations import brought_along
from hms_desktop.clinic.operations.installing import program_version
from hms_desktop.core import groundwork
from hms_desktop.core.selftest import Check, Failed, Selftest

PACKAGES = ("hms_desktop.clinic", "hms_desktop.admin")


def run(commands: Iterable[str], *, as_json: bool) -> int:
    """Look at everything; 0 where nothing failed, else 1. `commands` are the modules of the commands."""
    checks = (
        Check("commands", lambda: _commands(tuple(commands))),
        Check("modules", lambda: groundwork.importable(PACKAGES)),
        Check("certificates", _certificates),
        Check("queue of jobs", _queue_of_jobs),
        *groundwork.checks(),
        *brought_along.checks(),
    )
    return Selftest("hms-admin", program_version(), as_json=as_json, out=sys.stdout).run(checks)


def _commands(modules: tuple[str, ...]) -> str:
    """Import what each command is made of, which happens only when it is asked for."""
    for module in modules:
        importlib.import_module(module)
    return f"{len(modules)}"


def _certificates() -> str:
    """Sign with a key and check it, as the certificates of a server are made and read."""
    key = ec.generate_private_key(ec.SECP256R1())
    how = ec.ECDSA(hashes.SHA256())
    key.public_key().verify(key.sign(b"HMS", how), b"HMS", how)
    return "signed and verified"


def _queue_of_jobs() -> str:
    """The SQL that the queue of the worker's jobs brings as files, which it reads while it is imported."""
    from procrastinate import schema, sql

    if "procrastinate_jobs" not in schema.SchemaManager.get_schema() or not sql.queries:
        raise Failed("its SQL is not there")
    return f"{len(sql.queries)} statements"
