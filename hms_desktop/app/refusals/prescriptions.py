"""What is refused about prescriptions."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "prescriptions.cancelled",
        QT_TRANSLATE_NOOP("refusals", "This prescription was cancelled; nothing more is supplied on it."),
    ),
    (
        "prescriptions.changed",
        QT_TRANSLATE_NOOP(
            "refusals", "A colleague changed this prescription meanwhile (it is now {state}); look at it again."
        ),
    ),
    (
        "prescriptions.controlled_too_long",
        QT_TRANSLATE_NOOP(
            "refusals", "With a controlled medicine it is valid for {days} days at most; choose an earlier day."
        ),
    ),
    (
        "prescriptions.dose",
        QT_TRANSLATE_NOOP("refusals", "The dose of {medicine} must be more than nothing and within the most of a day."),
    ),
    (
        "prescriptions.duration",
        QT_TRANSLATE_NOOP("refusals", "{medicine} may have 99 refills and be taken for 366 days at most."),
    ),
    (
        "prescriptions.exceeded",
        QT_TRANSLATE_NOOP("refusals", "This line has {remaining} left; supply no more than that."),
    ),
    (
        "prescriptions.expired",
        QT_TRANSLATE_NOOP("refusals", "This prescription expired on {day}; ask the prescriber for a new one."),
    ),
    (
        "prescriptions.lines",
        QT_TRANSLATE_NOOP("refusals", "A prescription has 1 to 50 lines; add a medicine or write a second one."),
    ),
    (
        "prescriptions.no_such_department",
        QT_TRANSLATE_NOOP("refusals", "This department is not on the list; choose another one."),
    ),
    (
        "prescriptions.no_such_favourite",
        QT_TRANSLATE_NOOP("refusals", "This favourite is no longer on the list; open the list again."),
    ),
    (
        "prescriptions.no_such_medicine",
        QT_TRANSLATE_NOOP("refusals", "The medicine of line {line} is not in use; choose another one."),
    ),
    (
        "prescriptions.no_such_service",
        QT_TRANSLATE_NOOP("refusals", "This service is not in use; choose another one."),
    ),
    (
        "prescriptions.not_active",
        QT_TRANSLATE_NOOP("refusals", "This prescription is {state}; write a new one instead."),
    ),
    (
        "prescriptions.not_printed",
        QT_TRANSLATE_NOOP("refusals", "This prescription does not stand any more; it was not printed."),
    ),
    (
        "prescriptions.own_name",
        QT_TRANSLATE_NOOP("refusals", "A clinician prescribes in their own name; leave out the prescriber."),
    ),
    (
        "prescriptions.prescriber",
        QT_TRANSLATE_NOOP("refusals", "A transcribed prescription needs the name of its prescriber; enter it."),
    ),
    (
        "prescriptions.prescribers",
        QT_TRANSLATE_NOOP("refusals", "Only a clinician may amend or cancel this prescription; ask its prescriber."),
    ),
    (
        "prescriptions.quantity",
        QT_TRANSLATE_NOOP("refusals", "The quantity of {medicine} must be a whole number from 1 to 100,000."),
    ),
    (
        "prescriptions.reason",
        QT_TRANSLATE_NOOP("refusals", "Cancelling a prescription needs a reason; enter it."),
    ),
    (
        "prescriptions.replaced",
        QT_TRANSLATE_NOOP("refusals", "This prescription was amended; open its newest version."),
    ),
    (
        "prescriptions.sig",
        QT_TRANSLATE_NOOP("refusals", "How often {medicine} is taken is not understood; choose it from the list."),
    ),
    (
        "prescriptions.supplied_apart",
        QT_TRANSLATE_NOOP("refusals", "{medicine} was supplied on several lines; keep each of them, or leave out all."),
    ),
    (
        "prescriptions.supplied_more",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Of {medicine} {supplied} were supplied already; prescribe at least that much, or leave the line out.",
        ),
    ),
    (
        "prescriptions.unknown",
        QT_TRANSLATE_NOOP("refusals", "This prescription is not known; look it up again."),
    ),
    (
        "prescriptions.valid_days",
        QT_TRANSLATE_NOOP("refusals", "A prescription is valid for 1 to 366 days; enter a number of them."),
    ),
    (
        "prescriptions.valid_too_long",
        QT_TRANSLATE_NOOP("refusals", "A prescription is valid for a year at most; choose an earlier day."),
    ),
    (
        "prescriptions.written",
        QT_TRANSLATE_NOOP(
            "refusals", "A prescription stays as it was written; amend it, and the new version replaces it."
        ),
    ),
    (
        "prescriptions.written_later",
        QT_TRANSLATE_NOOP("refusals", "A prescription cannot be written on a day that is still to come."),
    ),
    (
        "prescriptions.wrong_step",
        QT_TRANSLATE_NOOP("refusals", "A prescription that is {from} cannot become {to}."),
    ),
)
