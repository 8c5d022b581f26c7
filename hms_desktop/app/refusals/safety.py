"""What is refused about interactions, warnings and overrides."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "safety.never_hidden",
        QT_TRANSLATE_NOOP(
            "refusals", "Allergies and contraindications are never hidden; show them as a warning at least."
        ),
    ),
    (
        "safety.no_caution",
        QT_TRANSLATE_NOOP("refusals", "This entry was taken out meanwhile; reload the page."),
    ),
    (
        "safety.no_list",
        QT_TRANSLATE_NOOP("refusals", "This list of interactions is not here; reload the page."),
    ),
    (
        "safety.reason",
        QT_TRANSLATE_NOOP("refusals", "Say in a few words why; the reason stays with the change."),
    ),
    (
        "safety.release_known",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This release was imported already and held something else; give the new file a release of its own.",
        ),
    ),
    (
        "safety.unanswered",
        QT_TRANSLATE_NOOP(
            "refusals",
            "There is a warning about {medicine} that nobody answered; read it and give a reason, or leave it out.",
        ),
    ),
)
