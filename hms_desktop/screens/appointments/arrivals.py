"""The list of a day: who comes when, and who is here; as long as a hospital's day is."""

from hms_desktop.clinic.appointments.queries import AppointmentLine
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.appointments.asking import cancel_words
from hms_desktop.screens.appointments.words import (
    clock_words,
    facts_words,
    patient_words,
    state_tone,
    state_words,
    translate,
)
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.paged_table import PagedTableModel


def arrivals_model() -> PagedTableModel[AppointmentLine]:
    """The table of arrivals."""
    columns: list[Column[AppointmentLine]] = [
        Column(translate("appointments", "Time"), lambda one: clock_words(one.at), width=84, strong=True),
        Column(translate("appointments", "Patient"), patient_words, stretch=True, tip=patient_words),
        Column(translate("appointments", "Age"), lambda one: age_words(one.age), align=END, width=80),
        Column(translate("appointments", "MRN"), lambda one: mrn_display(one.mrn), width=120, muted=True),
        Column(translate("appointments", "State"), state_words, width=150, tone=state_tone),
        Column(translate("appointments", "Clinic"), lambda one: one.clinic, width=140, tip=_where),
        Column(translate("appointments", "Reason"), _reason, width=150, muted=True, tip=_reason),
    ]
    return PagedTableModel(columns)


def _where(one: AppointmentLine) -> str:
    return facts_words(one.clinic, one.doctor, one.room)


def _reason(one: AppointmentLine) -> str:
    return facts_words(cancel_words(one.cancelled), one.note) if one.cancelled else one.reason
