"""What is refused about interactions, warnings and overrides."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "safety.label_about",
        QT_TRANSLATE_NOOP("refusals", "Choose one medicine, or type a class such as R06 or N02BE01."),
    ),
    (
        "safety.label_known",
        QT_TRANSLATE_NOOP("refusals", "This stands on the list already; take it out there first."),
    ),
    (
        "safety.label_left_out",
        QT_TRANSLATE_NOOP("refusals", "A caution of its class is left out for one medicine; choose the medicine."),
    ),
    (
        "safety.label_words",
        QT_TRANSLATE_NOOP("refusals", "Choose a caution, or write one of your own of at most 120 letters."),
    ),
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
