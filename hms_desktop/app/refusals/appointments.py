"""What is refused about appointments, sessions and calendars."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "appointments.both_booked",
        QT_TRANSLATE_NOOP("refusals", "Both records have an appointment on {at}; cancel one of them first."),
    ),
    ("appointments.cancel_reason", QT_TRANSLATE_NOOP("refusals", "Cancelling needs a reason; choose one of the list.")),
    (
        "appointments.changed",
        QT_TRANSLATE_NOOP(
            "refusals", "A colleague changed this appointment meanwhile (it is now {state}); look at it again."
        ),
    ),
    ("appointments.clinic_name", QT_TRANSLATE_NOOP("refusals", "Another clinic has this name; choose another one.")),
    (
        "appointments.dead_message",
        QT_TRANSLATE_NOOP("refusals", "The appointment of this reminder stands no more, so it is not sent."),
    ),
    ("appointments.endless", QT_TRANSLATE_NOOP("refusals", "Say how many visits there are, or until when they go on.")),
    (
        "appointments.entry_changed",
        QT_TRANSLATE_NOOP("refusals", "A colleague changed this entry of the waiting list; look at it again."),
    ),
    ("appointments.first_step", QT_TRANSLATE_NOOP("refusals", "An appointment begins by being booked.")),
    ("appointments.fixed", QT_TRANSLATE_NOOP("refusals", "The code of an appointment and who booked it never change.")),
    (
        "appointments.hours",
        QT_TRANSLATE_NOOP("refusals", "A session ends after it begins and holds at least one slot; check the hours."),
    ),
    ("appointments.no_session", QT_TRANSLATE_NOOP("refusals", "The clinic has no session then; choose another day.")),
    (
        "appointments.no_slip",
        QT_TRANSLATE_NOOP("refusals", "This appointment does not stand any more; no slip was printed."),
    ),
    (
        "appointments.no_such_entry",
        QT_TRANSLATE_NOOP("refusals", "This entry of the schedule is not known; reload the list."),
    ),
    (
        "appointments.no_such_entry_waiting",
        QT_TRANSLATE_NOOP("refusals", "This entry is not on the waiting list; look at the list again."),
    ),
    (
        "appointments.no_such_patient",
        QT_TRANSLATE_NOOP("refusals", "This patient is not known; find or register the patient first."),
    ),
    ("appointments.no_such_seat", QT_TRANSLATE_NOOP("refusals", "This slot has no such seat; choose another slot.")),
    ("appointments.no_visits", QT_TRANSLATE_NOOP("refusals", "No date fits this repetition; check its end.")),
    (
        "appointments.not_a_slot",
        QT_TRANSLATE_NOOP("refusals", "{clinic} has no slot at {at}; choose one of its slots."),
    ),
    ("appointments.not_now", QT_TRANSLATE_NOOP("refusals", "This appointment is {state}, so it cannot be {wish}.")),
    (
        "appointments.not_yet",
        QT_TRANSLATE_NOOP("refusals", "The time of this appointment has not come yet; cancel it instead."),
    ),
    (
        "appointments.nothing_offered",
        QT_TRANSLATE_NOOP("refusals", "Nothing is held for this patient any more; look at the list again."),
    ),
    (
        "appointments.other_day",
        QT_TRANSLATE_NOOP(
            "refusals", "This appointment is on {at}, not today; move it to today or issue a plain ticket."
        ),
    ),
    (
        "appointments.outside",
        QT_TRANSLATE_NOOP("refusals", "The clinic is not open at that time; choose another slot."),
    ),
    (
        "appointments.overbook_limit",
        QT_TRANSLATE_NOOP(
            "refusals", "{clinic} is overbooked {most} time(s) in this session already; choose another slot."
        ),
    ),
    (
        "appointments.overbook_not_allowed",
        QT_TRANSLATE_NOOP("refusals", "You may not overbook {clinic}; choose another slot or ask somebody who may."),
    ),
    (
        "appointments.patient_overlap",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This patient has an appointment at {clinic} on {at} already; move that one or choose another time.",
        ),
    ),
    (
        "appointments.recurrence",
        QT_TRANSLATE_NOOP("refusals", "Choose every how many days, weeks or months the visit repeats."),
    ),
    (
        "appointments.series",
        QT_TRANSLATE_NOOP(
            "refusals", "{many} of {of} visits cannot be booked, so none was; leave these out or choose another time."
        ),
    ),
    (
        "appointments.session_closed",
        QT_TRANSLATE_NOOP("refusals", "{clinic} is closed on {on_date}; choose another day."),
    ),
    (
        "appointments.slot_full",
        QT_TRANSLATE_NOOP("refusals", "{clinic} has no place left at {at}; choose another slot."),
    ),
    ("appointments.slot_past", QT_TRANSLATE_NOOP("refusals", "This slot is over; choose a later one.")),
    ("appointments.to_whom", QT_TRANSLATE_NOOP("refusals", "Choose a duty or a person who may overbook.")),
    (
        "appointments.too_many_visits",
        QT_TRANSLATE_NOOP("refusals", "A course has at most {most} visits; book the rest later."),
    ),
    ("appointments.unknown", QT_TRANSLATE_NOOP("refusals", "This appointment is not known; look it up again.")),
    (
        "appointments.unknown_country",
        QT_TRANSLATE_NOOP("refusals", "The holidays of this country or region are not known; type them in."),
    ),
    ("appointments.waits_already", QT_TRANSLATE_NOOP("refusals", "This patient is on this waiting list already.")),
    (
        "appointments.waits_no_more",
        QT_TRANSLATE_NOOP("refusals", "This patient waits no more; look at the list again."),
    ),
    ("appointments.wrong_step", QT_TRANSLATE_NOOP("refusals", "An appointment that is {from} cannot become {to}.")),
)

WORDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("refusals", "held"),
    QT_TRANSLATE_NOOP("refusals", "booked"),
    QT_TRANSLATE_NOOP("refusals", "arrived"),
    QT_TRANSLATE_NOOP("refusals", "in_service"),
    QT_TRANSLATE_NOOP("refusals", "done"),
    QT_TRANSLATE_NOOP("refusals", "cancelled"),
    QT_TRANSLATE_NOOP("refusals", "no_show"),
    QT_TRANSLATE_NOOP("refusals", "moved"),
    QT_TRANSLATE_NOOP("refusals", "taken back"),
    QT_TRANSLATE_NOOP("refusals", "checked in"),
    QT_TRANSLATE_NOOP("refusals", "taken back from the queue"),
    QT_TRANSLATE_NOOP("refusals", "marked as no-show"),
)
"""What stands in the sentences: the states of an appointment, and what was wished of it."""
