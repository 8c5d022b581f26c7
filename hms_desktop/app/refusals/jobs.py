"""What is refused about the worker's jobs and messages."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "jobs.decision",
        QT_TRANSLATE_NOOP("refusals", "Say of the message that it arrived, that it goes again, or that it is let be."),
    ),
    (
        "jobs.message_settled",
        QT_TRANSLATE_NOOP("refusals", "This message is on its way or settled; look at the list again."),
    ),
    (
        "jobs.not_to_repeat",
        QT_TRANSLATE_NOOP("refusals", "This job is under way or over already; look at the list again."),
    ),
    ("jobs.notices_to", QT_TRANSLATE_NOOP("refusals", "{address} is no e-mail address; correct it.")),
    ("jobs.over", QT_TRANSLATE_NOOP("refusals", "This job is over already; look at the list again.")),
    (
        "jobs.unknown_task",
        QT_TRANSLATE_NOOP("refusals", "This version of the suite does not know that work; read the list again."),
    ),
    (
        "jobs.when",
        QT_TRANSLATE_NOOP("refusals", "Say either every how many minutes (1 to 1440) or at what time this is done."),
    ),
    ("messages.file", QT_TRANSLATE_NOOP("refusals", "The words of messages in {file} cannot be used: {why}.")),
)
