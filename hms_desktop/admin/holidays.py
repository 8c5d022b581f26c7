"""hms-admin holidays: fills in the public holidays of a country and year, on which clinics are closed."""

import argparse
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.appointments import holidays, planning


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("holidays", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="fill|countries")
    filling = what.add_parser(
        "fill",
        help="add the public holidays of a year",
        description="Adds the public holidays of COUNTRY in YEAR that are not there yet; a date keeps the name it has. "
        "Appointments on these days stay and are listed as to be moved.",
    )
    filling.add_argument("country", metavar="COUNTRY", help="ISO 3166 code, such as KE")
    filling.add_argument("year", metavar="YEAR", type=_year)
    filling.add_argument("--subdivision", metavar="CODE", help="a state or province, such as BY of DE")
    connection.add_options(filling, whose="a manager or an administrator")
    filling.set_defaults(run=fill)
    listing = what.add_parser("countries", help="list the countries that are known, with their parts")
    listing.set_defaults(run=countries)


def _year(text: str) -> int:
    if not text.isdecimal() or int(text) not in holidays.YEARS:
        raise argparse.ArgumentTypeError(f"{text} is no year from {holidays.YEARS[0]} to {holidays.YEARS[-1]}")
    return int(text)


def fill(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        added = database.run_now(
            planning.fill_holidays,
            intent=uuid4(),
            country=options.country.upper(),
            subdivision=options.subdivision,
            year=options.year,
        )
    print(f"{added} holidays were added.")
    return 0


def countries(_: argparse.Namespace) -> int:
    for country, parts in holidays.countries():
        print(f"{country}  {' '.join(parts)}".rstrip())
    return 0
