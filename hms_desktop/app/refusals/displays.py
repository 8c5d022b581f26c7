"""What is refused about waiting-room screens."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "display.closed",
        QT_TRANSLATE_NOOP("refusals", "This screen is closed; put it in use before you test it."),
    ),
    (
        "display.dwell_seconds",
        QT_TRANSLATE_NOOP("refusals", "A called ticket stands for 3 to 60 seconds; type a number of them."),
    ),
    (
        "display.hours",
        QT_TRANSLATE_NOOP("refusals", "Hours have a beginning and another end, as in 22:00–06:00; type both or none."),
    ),
    (
        "display.login_form",
        QT_TRANSLATE_NOOP("refusals", "A kiosk's login begins with kiosk- and holds small letters and digits."),
    ),
    ("display.login_taken", QT_TRANSLATE_NOOP("refusals", "This login name is taken; try again.")),
    ("display.name", QT_TRANSLATE_NOOP("refusals", "Another screen has this name; choose another one.")),
    (
        "display.not_yours",
        QT_TRANSLATE_NOOP("refusals", "This login belongs to no waiting-room screen that is in use; ask IT."),
    ),
    ("display.room_ids", QT_TRANSLATE_NOOP("refusals", "A room of this screen is not on the list; choose again.")),
    ("display.state", QT_TRANSLATE_NOOP("refusals", "A screen's state is one object of at most 2,000 bytes.")),
    (
        "display.thumbnail",
        QT_TRANSLATE_NOOP("refusals", "A screen sends a JPEG picture of at most 40,000 bytes."),
    ),
    ("display.too_many", QT_TRANSLATE_NOOP("refusals", "A screen acknowledges at most 1,000 calls at a time.")),
    ("display.unknown", QT_TRANSLATE_NOOP("refusals", "This screen is not on the list; reload the list.")),
    ("display.volume", QT_TRANSLATE_NOOP("refusals", "A volume is a number from 0 to 100; type one.")),
    ("film.bitrate", QT_TRANSLATE_NOOP("refusals", "{found} Mbit/s are too many for a {machine}: at most {most}.")),
    ("film.codec", QT_TRANSLATE_NOOP("refusals", "A {machine} has no {codec} decoder; it needs {wish}.")),
    (
        "film.cut",
        QT_TRANSLATE_NOOP("refusals", "The file ends before its film does; copy it again from where it came."),
    ),
    (
        "film.fps",
        QT_TRANSLATE_NOOP("refusals", "{fps} pictures a second are too many for a {machine}: at most {most}."),
    ),
    (
        "film.in_use",
        QT_TRANSLATE_NOOP("refusals", "The film stands on the playlist {playlist}; take it off that list first."),
    ),
    ("film.known", QT_TRANSLATE_NOOP("refusals", "The film {film} is there already.")),
    ("film.length", QT_TRANSLATE_NOOP("refusals", "A film lasts from one second to three hours; cut it to that.")),
    (
        "film.name",
        QT_TRANSLATE_NOOP("refusals", "Another film is called {film}; remove that one first, or rename the file."),
    ),
    (
        "film.name_form",
        QT_TRANSLATE_NOOP(
            "refusals", "{name} cannot be a film's name; a plain name ends in .mp4, .m4v, .mov, .mkv or .webm."
        ),
    ),
    (
        "film.no_file",
        QT_TRANSLATE_NOOP("refusals", "{name} is no file on this machine: a link or an address is not taken."),
    ),
    ("film.not_on_a_list", QT_TRANSLATE_NOOP("refusals", "This film stands on no playlist of this screen.")),
    ("film.not_open", QT_TRANSLATE_NOOP("refusals", "This film is not being added any more; add it again.")),
    (
        "film.not_whole",
        QT_TRANSLATE_NOOP("refusals", "Parts of the film have not arrived; add it again, it goes on where it stood."),
    ),
    ("film.part", QT_TRANSLATE_NOOP("refusals", "A part of the film has a wrong length; add the film again.")),
    ("film.profile", QT_TRANSLATE_NOOP("refusals", "A {machine} does not decode this kind of {codec} ({kind}).")),
    ("film.size", QT_TRANSLATE_NOOP("refusals", "The picture of {size} is too large for a {machine}: at most {most}.")),
    ("film.sound", QT_TRANSLATE_NOOP("refusals", "Sound as {sound} is not played.")),
    ("film.unknown", QT_TRANSLATE_NOOP("refusals", "This film is not on the list any more; reload the list.")),
    (
        "message.display_ids",
        QT_TRANSLATE_NOOP("refusals", "A screen of this message is not on the list; choose again."),
    ),
    (
        "message.hours",
        QT_TRANSLATE_NOOP("refusals", "Hours have a beginning and another end, as in 08:00–12:00; type both or none."),
    ),
    ("message.text", QT_TRANSLATE_NOOP("refusals", "The message is empty; type what the screens shall say.")),
    ("message.unknown", QT_TRANSLATE_NOOP("refusals", "This message is not on the list; reload the list.")),
    (
        "message.valid_to",
        QT_TRANSLATE_NOOP("refusals", "The last day lies before the first; choose another one."),
    ),
    ("pairing.code_form", QT_TRANSLATE_NOOP("refusals", "A pairing code is eight signs; the screen makes it.")),
    (
        "pairing.code_used",
        QT_TRANSLATE_NOOP("refusals", "This code was used already; the screen makes another one."),
    ),
    ("pairing.decided", QT_TRANSLATE_NOOP("refusals", "This request was answered already; reload the list.")),
    (
        "pairing.expired",
        QT_TRANSLATE_NOOP("refusals", "This request is older than ten minutes; the screen shows a new code by now."),
    ),
    (
        "pairing.full",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Five screens wait to be paired already; accept or refuse them in the program, or wait ten minutes.",
        ),
    ),
    (
        "pairing.too_often",
        QT_TRANSLATE_NOOP("refusals", "Too many screens have asked to be paired; wait ten minutes."),
    ),
    (
        "pairing.unknown",
        QT_TRANSLATE_NOOP("refusals", "No screen waits with this code; compare it with the one on the screen."),
    ),
    (
        "playlist.display_ids",
        QT_TRANSLATE_NOOP("refusals", "A screen of this playlist is not on the list; choose again."),
    ),
    (
        "playlist.film_ids",
        QT_TRANSLATE_NOOP("refusals", "A film of this playlist is not there any more; choose again."),
    ),
    ("playlist.last_day", QT_TRANSLATE_NOOP("refusals", "The last day is before the first one; change one of them.")),
    ("playlist.name", QT_TRANSLATE_NOOP("refusals", "Another playlist has this name; choose another one.")),
    ("playlist.unknown", QT_TRANSLATE_NOOP("refusals", "This playlist is not on the list; reload the list.")),
)
