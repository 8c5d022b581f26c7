"""The sign of life that a screen gives, and the machine at the entrance: the desk reads there how each of them does."""

from collections.abc import Mapping
from typing import Any

from hms_desktop.clinic.displays import actions
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError


async def say_it_lives(
    database: Database, *, version: str, server_ms: int, state: Mapping[str, Any], unfit: str
) -> None:
    """Also while program and database do not fit, of which `unfit` is the code: the desk reads why nothing is shown
    and nobody is taken in, and that no cable is cut.

    `server_ms` is the last round trip; `state` is at most 2,000 bytes of JSON. Raises HmsError.
    """
    try:
        await database.run(actions.beat, program_version=version, server_ms=server_ms, state=state)
    except HmsError:
        raise
    except Exception:
        if not unfit:  # a database of another age need not know this function
            raise
