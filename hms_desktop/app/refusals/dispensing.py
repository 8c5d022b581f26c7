"""What is refused when medicines are handed out or taken back."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "controlled.correction",
        QT_TRANSLATE_NOOP("refusals", "A correction names an entry and a quantity other than zero."),
    ),
    (
        "controlled.entered",
        QT_TRANSLATE_NOOP("refusals", "A colleague entered this already; reload the register."),
    ),
    (
        "controlled.manager_closes",
        QT_TRANSLATE_NOOP("refusals", "A manager closes a discrepancy; ask one."),
    ),
    ("controlled.no_entry", QT_TRANSLATE_NOOP("refusals", "This entry is not in a register; look it up again.")),
    (
        "controlled.nothing_counted",
        QT_TRANSLATE_NOOP("refusals", "Nothing was counted; type what you counted first."),
    ),
    (
        "controlled.other_medicine",
        QT_TRANSLATE_NOOP("refusals", "This medicine is not controlled; it has no register."),
    ),
    (
        "controlled.own_signature",
        QT_TRANSLATE_NOOP("refusals", "Two people sign in the register; type your own password as well."),
    ),
    (
        "controlled.reason",
        QT_TRANSLATE_NOOP("refusals", "Say why; the reason stands in the register."),
    ),
    (
        "controlled.same_person",
        QT_TRANSLATE_NOOP(
            "refusals", "Another person must do this step: whoever counted or investigated cannot settle it."
        ),
    ),
    (
        "controlled.settled",
        QT_TRANSLATE_NOOP("refusals", "A colleague settled this meanwhile; reload the register."),
    ),
    (
        "controlled.short",
        QT_TRANSLATE_NOOP(
            "refusals", "The register holds only {units} of {medicine}; enter what was received first, or count."
        ),
    ),
    (
        "controlled.words",
        QT_TRANSLATE_NOOP("refusals", "Write down what was found; it stays with the discrepancy."),
    ),
    (
        "dispensing.changed",
        QT_TRANSLATE_NOOP("refusals", "A colleague dispensed or changed this prescription meanwhile; look again."),
    ),
    (
        "dispensing.class",
        QT_TRANSLATE_NOOP("refusals", "{class} is no class of the ATC; type one such as L01 or A10A."),
    ),
    (
        "dispensing.lease_minutes",
        QT_TRANSLATE_NOOP("refusals", "A prescription stays open for 1 to 240 minutes; type another number."),
    ),
    (
        "dispensing.leased",
        QT_TRANSLATE_NOOP("refusals", "{person} has this prescription open at {workstation}; wait, or take it over."),
    ),
    (
        "dispensing.least_days",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Batch {lot} of {medicine} expires on {expiry}, in less than {days} days; take another one, or say why.",
        ),
    ),
    ("dispensing.no_batch", QT_TRANSLATE_NOOP("refusals", "A batch is not on the list; choose the batches again.")),
    ("dispensing.no_dispense", QT_TRANSLATE_NOOP("refusals", "This dispense is not known; look it up again.")),
    (
        "dispensing.no_label",
        QT_TRANSLATE_NOOP("refusals", "This label is not known here; find the patient instead."),
    ),
    (
        "dispensing.no_quarantine",
        QT_TRANSLATE_NOOP(
            "refusals", "No store of the kind quarantine is set up for returned medicines; ask a manager for one."
        ),
    ),
    (
        "dispensing.no_store",
        QT_TRANSLATE_NOOP("refusals", "Medicines are dispensed from a pharmacy's or a ward's store; choose one."),
    ),
    (
        "dispensing.no_substitution",
        QT_TRANSLATE_NOOP("refusals", "The prescriber allows nothing in place of {medicine}; ask the prescriber."),
    ),
    (
        "dispensing.not_equivalent",
        QT_TRANSLATE_NOOP(
            "refusals",
            "{given} differs from {medicine} in ingredient, strength or form; the prescriber must confirm it.",
        ),
    ),
    (
        "dispensing.not_first",
        QT_TRANSLATE_NOOP(
            "refusals", "Batch {earlier} of {medicine} expires before batch {lot}; take it first, or say why not."
        ),
    ),
    ("dispensing.nothing", QT_TRANSLATE_NOOP("refusals", "Nothing is given; choose what the patient gets first.")),
    (
        "dispensing.omission",
        QT_TRANSLATE_NOOP("refusals", "What is left out does not fit the prescription; open it again."),
    ),
    (
        "dispensing.other_line",
        QT_TRANSLATE_NOOP("refusals", "A line does not belong to this prescription; open it again."),
    ),
    (
        "dispensing.prescriber_confirms",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Here nothing is given in place of {medicine} unless the prescriber confirms it; ask the prescriber.",
        ),
    ),
    (
        "dispensing.reversed",
        QT_TRANSLATE_NOOP("refusals", "This dispense was taken back already; look at the list again."),
    ),
    (
        "dispensing.short_dated",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Batch {lot} of {medicine} expires on {expiry}, before it is used up; take another one, or say why.",
        ),
    ),
    (
        "dispensing.too_much_back",
        QT_TRANSLATE_NOOP(
            "refusals", "Only {given} of {medicine} were given, so {units} cannot come back; type another number."
        ),
    ),
    (
        "dispensing.units",
        QT_TRANSLATE_NOOP("refusals", "A quantity must be a whole number above zero; type it again."),
    ),
    ("dispensing.unknown", QT_TRANSLATE_NOOP("refusals", "This prescription is not known; look it up again.")),
    ("dispensing.why_reversed", QT_TRANSLATE_NOOP("refusals", "Say why it is taken back; the reason is kept.")),
    (
        "dispensing.why_substituted",
        QT_TRANSLATE_NOOP("refusals", "{given} is given in place of {medicine}; say why."),
    ),
)
