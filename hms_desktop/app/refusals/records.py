"""What is refused of every change: its number, its version, the audit trail."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "audit.kept",
        QT_TRANSLATE_NOOP("refusals", "The audit trail is never changed; a mistake is corrected by a new entry."),
    ),
    (
        "database.too_old",
        QT_TRANSLATE_NOOP(
            "refusals", "The hospital's database is older than this program needs; ask IT to run hms-admin migrate."
        ),
    ),
    (
        "intent.missing",
        QT_TRANSLATE_NOOP("refusals", "The request has no number of its own; the program must send one."),
    ),
    (
        "intent.taken",
        QT_TRANSLATE_NOOP("refusals", "The number of this request was already used for another one; try again."),
    ),
    (
        "name.hidden",
        QT_TRANSLATE_NOOP("refusals", "The name holds a hidden control character; type it again without it."),
    ),
    ("name.missing", QT_TRANSLATE_NOOP("refusals", "A name is missing; type one.")),
    ("name.too_long", QT_TRANSLATE_NOOP("refusals", "The name is longer than {longest} characters; shorten it.")),
    (
        "note.hidden",
        QT_TRANSLATE_NOOP("refusals", "The text holds a hidden control character; type it again without it."),
    ),
    ("note.too_long", QT_TRANSLATE_NOOP("refusals", "The text is longer than {longest} characters; shorten it.")),
    (
        "program.too_old",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This program (version {version}) is too old for the hospital's database, which needs {oldest} or newer; "
            "ask IT to update it. {told}",
        ),
    ),
    (
        "program.too_old",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This program (version {version}) is too old for the hospital's database, which needs {oldest} or newer; "
            "ask IT to update it.",
        ),
    ),
    (
        "release.form",
        QT_TRANSLATE_NOOP("refusals", "A version is numbers with dots, such as 0.2.0; type it so."),
    ),
    (
        "release.unknown",
        QT_TRANSLATE_NOOP("refusals", "That version was not announced; announce it first."),
    ),
    ("row.kept", QT_TRANSLATE_NOOP("refusals", "This entry is never changed; a mistake is corrected by a new entry.")),
    ("row.stale", QT_TRANSLATE_NOOP("refusals", "A colleague changed this entry meanwhile; compare and save again.")),
    (
        "trail.too_short",
        QT_TRANSLATE_NOOP("refusals", "The audit trail is kept for at least 12 months, everything else for one."),
    ),
    ("trail.unknown", QT_TRANSLATE_NOOP("refusals", "Nothing of that name is kept by the month.")),
)
