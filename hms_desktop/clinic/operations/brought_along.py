"""Checks of what the desk and hms-admin bring along as files, or import by a name that stands in data."""

import datetime as dt
import json

from anyascii import anyascii

from hms_desktop.clinic.appointments.holidays import countries, public_holidays
from hms_desktop.clinic.medicines.scanning import read_scan
from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.operations import revisions as known
from hms_desktop.clinic.patients.identifiers import unchecked
from hms_desktop.clinic.patients.phones import e164_of
from hms_desktop.core import places
from hms_desktop.core.embedded import scratch
from hms_desktop.core.groundwork import SERVER_SECONDS
from hms_desktop.core.report_paper import Paper, PaperColumn, PaperTable, pdf
from hms_desktop.core.selftest import Check, Failed

WORDING = ("messages", "reports", "announcements", "check_in", "pairing", "status")
_ARABIC = "المستشفى"
_HINDI = "अस्पताल"


def checks() -> tuple[Check, ...]:
    return (
        Check("revisions", revisions),
        Check("schema", schema, SERVER_SECONDS),
        Check("numbers and names", numbers_and_names),
        Check("holidays", holidays),
        Check("papers of reports", report_paper),
        Check("wording", wording),
    )


def revisions() -> str:
    """One head, an unbroken chain down to the first, and every area's guards."""
    found = [revision.number for revision in known.revisions()]
    expected = [f"{number:04}" for number in range(1, len(found) + 1)]
    if found != expected:
        raise Failed(f"the chain of revisions is broken: {', '.join(found)}")
    guards = installing.guard_files()
    if missing := set(installing.AREAS) - {name.partition("/")[0] for name in guards}:
        raise Failed(f"areas without guards: {', '.join(sorted(missing))}")
    return f"{len(found)}, head {found[-1]}; {len(guards)} files of guards"


def schema() -> str:
    """Make the whole schema in the embedded PostgreSQL: every revision and every file of guards is run."""
    with scratch() as postgres:
        installing.make_roles(postgres.server)
        state = installing.migrate(installing.create_database(postgres.server, "selftest"))
    if not state.current:
        raise Failed(f"the new database stands at revision {state.revision}, not {state.head}")
    return f"made, revision {state.revision}"


def numbers_and_names() -> str:
    """What libraries know in tables of their own: numbering plans, countries' numbers, GS1, scripts."""
    if e164_of("0712 345678", "KE") != "+254712345678":
        raise Failed("the numbering plans of telephones are not there")
    if missing := unchecked():
        raise Failed(
            f"numbers that would not be checked: {', '.join(f'{kind} {country}' for kind, country in missing)}"
        )
    if read_scan("]d20107612345678900").gtin != "07612345678900":
        raise Failed("GS1's identifiers are not read")
    if not anyascii(_HINDI).isascii():
        raise Failed("no script is written in Latin letters")
    return "telephones, identifiers, GS1, scripts"


def holidays() -> str:
    """Load the calendar of every country."""
    known = countries()
    for code, _parts in known:
        public_holidays(code, None, 2026)
    return f"{len(known)} countries"


def wording() -> str:
    """What is written to people in their language: every folder of it has the same languages, each readable."""
    languages: set[str] = set()
    for folder in WORDING:
        found = {file.stem: json.loads(file.read_bytes()) for file in (places.resources() / folder).glob("*.json")}
        if not found or (languages and languages != set(found)):
            raise Failed(f"{folder} has only these languages: {', '.join(sorted(found)) or 'none'}")
        languages = set(found)
    return ", ".join(sorted(languages))


def report_paper() -> str:
    """A page in three scripts, with the letters that ship."""
    table = PaperTable("HMS", [PaperColumn(_ARABIC, 1), PaperColumn(_HINDI, 1)], [["1", "2"]])
    made = pdf(Paper(_ARABIC, [], [table], right_to_left=True), places.resources() / "fonts", dt.datetime(2026, 1, 1))
    if not made.startswith(b"%PDF-"):
        raise Failed("no PDF was made")
    return f"PDF of {len(made):,} bytes"
