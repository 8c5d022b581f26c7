"""What is refused about a scanned or typed code."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    ("scan.empty", QT_TRANSLATE_NOOP("refusals", "There is nothing in this code; scan it again.")),
    ("scan.long", QT_TRANSLATE_NOOP("refusals", "This is longer than any barcode; scan one code at a time.")),
    (
        "scan.sign",
        QT_TRANSLATE_NOOP("refusals", "This code holds a sign that no barcode of a pack may hold; scan it again."),
    ),
    (
        "scan.unknown",
        QT_TRANSLATE_NOOP(
            "refusals", "This is no code of a pack, a card or a ticket; scan another one or type the name."
        ),
    ),
    ("scan.own", QT_TRANSLATE_NOOP("refusals", "This code of the pharmacy is mistyped or cut off; scan it again.")),
    (
        "scan.bracket",
        QT_TRANSLATE_NOOP("refusals", "This code does not write its identifiers in brackets, as (01); scan it again."),
    ),
    (
        "scan.link",
        QT_TRANSLATE_NOOP("refusals", "This address is no GS1 Digital Link of a pack; scan another code of it."),
    ),
    (
        "scan.identifier",
        QT_TRANSLATE_NOOP("refusals", "The code goes on with no application identifier of GS1; scan it again."),
    ),
    (
        "scan.form",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) has a length or letters that GS1 does not allow; scan it again."),
    ),
    (
        "scan.check_digit",
        QT_TRANSLATE_NOOP("refusals", "The check digit of {title} ({ai}) is wrong; compare it with the pack."),
    ),
    (
        "scan.month",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) names a month that does not exist; compare it with the pack."),
    ),
    (
        "scan.day",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) names a day that does not exist; compare it with the pack."),
    ),
    (
        "scan.time",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) names a time that does not exist; compare it with the pack."),
    ),
    (
        "scan.zero",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) must not be or begin with zero; compare it with the pack."),
    ),
    (
        "scan.piece",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) counts a piece beyond the last; compare it with the pack."),
    ),
    (
        "scan.country",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) names a country that does not exist; compare it with the pack."),
    ),
    (
        "scan.currency",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) names a currency that does not exist; compare it with the pack."),
    ),
    (
        "scan.escape",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) holds a per cent sign that begins no letter; scan it again."),
    ),
    (
        "scan.company",
        QT_TRANSLATE_NOOP(
            "refusals", "{title} ({ai}) does not begin with a company's number; compare it with the pack."
        ),
    ),
    (
        "scan.place",
        QT_TRANSLATE_NOOP(
            "refusals", "{title} ({ai}) names a place that is not on the earth; compare it with the pack."
        ),
    ),
    (
        "scan.choice",
        QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) holds a value that GS1 does not know; compare it with the pack."),
    ),
    ("scan.account", QT_TRANSLATE_NOOP("refusals", "{title} ({ai}) is no bank account; compare it with the pack.")),
    (
        "scan.coupon",
        QT_TRANSLATE_NOOP("refusals", "This is a coupon, and not a complete one; scan the code of the pack."),
    ),
    (
        "scan.pair",
        QT_TRANSLATE_NOOP("refusals", "({ai}) and ({other}) cannot stand on one pack; scan another code of it."),
    ),
    (
        "scan.twice",
        QT_TRANSLATE_NOOP(
            "refusals", "({ai}) stands in this code twice with different values; scan another code of it."
        ),
    ),
)
