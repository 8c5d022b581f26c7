"""Gathers every area's tables, for Alembic and for tests."""

import importlib
import importlib.util

import sqlalchemy as sa

from hms_desktop.clinic.records.tables import Base

AREAS = ("records", "organisation", "staff", "patients", "queue", "displays", "operations")
"""The areas in their order: each may import only those before it, and its guards run after theirs."""

for _area in AREAS:
    if importlib.util.find_spec(f"hms_desktop.clinic.{_area}.tables"):
        importlib.import_module(f"hms_desktop.clinic.{_area}.tables")

metadata: sa.MetaData = Base.metadata
