"""What is refused about people, logins and passwords."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "assent.duty",
        QT_TRANSLATE_NOOP("refusals", "Your duties do not let you agree to this; ask a colleague who has them."),
    ),
    (
        "assent.expired",
        QT_TRANSLATE_NOOP("refusals", "The assent is older than two minutes; ask the colleague again."),
    ),
    (
        "assent.none",
        QT_TRANSLATE_NOOP("refusals", "A colleague must agree to exactly this with their own password; ask one."),
    ),
    (
        "assent.own",
        QT_TRANSLATE_NOOP("refusals", "Nobody agrees to what they do themselves; ask a colleague."),
    ),
    (
        "assent.subject",
        QT_TRANSLATE_NOOP("refusals", "Nobody is asked to agree to this; the program must name what it is about."),
    ),
    (
        "assent.used",
        QT_TRANSLATE_NOOP("refusals", "This assent was used already; it holds for one time only."),
    ),
    ("staff.duties", QT_TRANSLATE_NOOP("refusals", "Choose at least one duty for this person.")),
    (
        "staff.last_admin",
        QT_TRANSLATE_NOOP("refusals", "This is the last administrator; give the duty to somebody else first."),
    ),
    (
        "staff.login_form",
        QT_TRANSLATE_NOOP(
            "refusals",
            "A login name is 2 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter.",
        ),
    ),
    (
        "staff.login_form",
        QT_TRANSLATE_NOOP(
            "refusals",
            "A login name is 2 to 40 small letters a to z, digits, dots, hyphens or underscores, "
            "begins with a letter, and does not begin with hms_ or pg_.",
        ),
    ),
    ("staff.login_taken", QT_TRANSLATE_NOOP("refusals", "This login name is taken; choose another one.")),
    ("staff.not_here", QT_TRANSLATE_NOOP("refusals", "This account is kept by IT; its password is changed there.")),
    (
        "staff.not_here",
        QT_TRANSLATE_NOOP("refusals", "This account is not on the hospital's list of staff; ask an administrator."),
    ),
    (
        "staff.password",
        QT_TRANSLATE_NOOP("refusals", "A password has at least 10 characters; a short sentence is a good one."),
    ),
    ("staff.password", QT_TRANSLATE_NOOP("refusals", "The password must not contain the login name.")),
    ("staff.password", QT_TRANSLATE_NOOP("refusals", "The password repeats too few characters; choose a longer mix.")),
    ("staff.unknown", QT_TRANSLATE_NOOP("refusals", "This person is not on the list of staff; reload the list.")),
    (
        "staff.verifier",
        QT_TRANSLATE_NOOP("refusals", "The password must arrive as a SCRAM verifier; the program makes it."),
    ),
)
