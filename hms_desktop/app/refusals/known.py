"""Every sentence in which something is refused, by its code, so that it can be said in other languages."""

from hms_desktop.app.refusals import (
    appointments,
    check_in,
    dispensing,
    displays,
    house,
    medicines,
    merging,
    organisation,
    patients,
    prescriptions,
    printing,
    purchasing,
    queue,
    records,
    safety,
    scanning,
    staff,
    stock,
)

KNOWN: tuple[tuple[str, str], ...] = (
    *house.SENTENCES,
    *records.SENTENCES,
    *organisation.SENTENCES,
    *staff.SENTENCES,
    *printing.SENTENCES,
    *patients.SENTENCES,
    *stock.SENTENCES,
    *purchasing.SENTENCES,
    *medicines.SENTENCES,
    *queue.SENTENCES,
    *displays.SENTENCES,
    *check_in.SENTENCES,
    *appointments.SENTENCES,
    *prescriptions.SENTENCES,
    *dispensing.SENTENCES,
    *safety.SENTENCES,
    *merging.SENTENCES,
    *scanning.SENTENCES,
)
"""Code and English sentence; `{name}` stands for the param of that name."""
