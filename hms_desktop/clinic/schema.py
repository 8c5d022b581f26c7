"""Gathers every area's tables, for Alembic and for tests."""

import sqlalchemy as sa

from hms_desktop.clinic.appointments import tables as appointments
from hms_desktop.clinic.dispensing import controlled_tables as controlled
from hms_desktop.clinic.dispensing import tables as dispensing
from hms_desktop.clinic.displays import tables as displays
from hms_desktop.clinic.displays import tables_checkin as check_in
from hms_desktop.clinic.displays import tables_media as media
from hms_desktop.clinic.displays import tables_pairing as pairing
from hms_desktop.clinic.fleet import tables as fleet
from hms_desktop.clinic.fleet import tables_backups as backups
from hms_desktop.clinic.jobs import tables as jobs
from hms_desktop.clinic.medicines import tables as medicines
from hms_desktop.clinic.merging import tables as merging
from hms_desktop.clinic.operations import tables_alerts as alerts
from hms_desktop.clinic.organisation import tables as organisation
from hms_desktop.clinic.patients import tables as patients
from hms_desktop.clinic.prescriptions import tables as prescriptions
from hms_desktop.clinic.printing import tables as printing
from hms_desktop.clinic.purchasing import tables as purchasing
from hms_desktop.clinic.queue import planning
from hms_desktop.clinic.queue import tables as queue
from hms_desktop.clinic.records import tables as records
from hms_desktop.clinic.records import tables_knocks as knocks
from hms_desktop.clinic.records import tables_relay as relay
from hms_desktop.clinic.reports import tables as reports
from hms_desktop.clinic.safety import tables as safety
from hms_desktop.clinic.safety import tables_labels as labels
from hms_desktop.clinic.staff import tables as staff
from hms_desktop.clinic.stock import tables as stock
from hms_desktop.clinic.trail import tables as trail

TABLES = (
    records,
    organisation,
    staff,
    printing,
    patients,
    medicines,
    stock,
    purchasing,
    queue,
    planning,
    displays,
    check_in,
    media,
    pairing,
    appointments,
    prescriptions,
    dispensing,
    controlled,
    safety,
    labels,
    merging,
    backups,
    knocks,
    relay,
    fleet,
    trail,
    jobs,
    reports,
    alerts,
)
"""The modules whose import fills `metadata`."""

metadata: sa.MetaData = records.Base.metadata
