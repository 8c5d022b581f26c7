"""A manager at work, and people who may be one."""

from collections.abc import Callable
from typing import TypeVar
from uuid import uuid4

import pytest

from hms_desktop.clinic.merging import actions
from hms_desktop.core.database import Database
from tests.hospital import Hospital

T = TypeVar("T")


class Manager:
    """One signed-in manager; each wish gets an intent of its own."""

    def __init__(self, hospital: Hospital, database: Database) -> None:
        self.hospital = hospital
        self.database = database

    def do(self, action: Callable[..., T], **values: object) -> T:
        return self.database.run_now(action, intent=uuid4(), **values)

    def see(self, query: Callable[..., T], **values: object) -> T:
        return self.database.read_now(query, snapshot=True, **values)

    def version(self, patient: int) -> int:
        return int(self.hospital.sql("SELECT version FROM hms.patients WHERE id = %s", patient)[0][0])

    def merge(self, survivor: int, absorbed: int, taken: tuple[str, ...] = ()) -> actions.Merged:
        """Merge both as they stand now."""
        return self.do(
            actions.merge,
            survivor_id=survivor,
            survivor_version=self.version(survivor),
            absorbed_id=absorbed,
            absorbed_version=self.version(absorbed),
            taken=taken,
        )

    def unmerge(self, merged: actions.Merged) -> actions.Unmerged:
        return self.do(actions.unmerge, merge_id=merged.id, version=merged.version)

    def compare_all(self) -> None:
        while self.database.run_now(actions.compare_next, most=50).records:
            pass


@pytest.fixture
def manager(hospital: Hospital) -> Manager:
    return Manager(hospital, hospital.database(hospital.person("manager")))
