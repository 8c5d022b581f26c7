"""What a program tells the server of itself; the server notes who and where, and takes a row a minute."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from hms_desktop.core.crashes import Crash


def tell_telemetry(session: Session, *, row: Mapping[str, Any]) -> bool:
    """Keep one minute (core.telling.row_of, with `program` and `version`); False where it came too soon."""
    told = sa.bindparam("row", dict(row), JSONB())
    return bool(session.scalar(sa.select(sa.func.hms.tell_telemetry(told))))


def tell_crash(session: Session, *, program: str, crash: Crash) -> bool:
    """Keep one crash; False where this login has told of too many within the hour."""
    told = sa.bindparam("crash", asdict(crash) | {"program": program}, JSONB())
    return bool(session.scalar(sa.select(sa.func.hms.tell_crash(told))))
