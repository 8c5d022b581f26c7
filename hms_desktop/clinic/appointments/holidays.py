"""The public holidays of countries, from the `holidays` library, so that nobody has to type them."""

import datetime as dt
import functools

import holidays as library

from hms_desktop.core.errors import Refused

YEARS = range(2000, 2100)
"""Whose holidays are kept: far more would be a slip of the hand."""


@functools.cache
def countries() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The ISO 3166 codes of the countries that are known, each with the codes of its parts that differ."""
    return tuple(
        (code, tuple(parts)) for code, parts in sorted(library.list_supported_countries(include_aliases=False).items())
    )


def public_holidays(country: str, subdivision: str | None, year: int) -> dict[dt.date, str]:
    """Date and name, in English where the library has it; names of one date are joined.

    Raises Refused for a country or a part of it that is not known.
    """
    try:
        found = library.country_holidays(country, subdiv=subdivision or None, years=year, language="en_US")
    except NotImplementedError:
        raise Refused(
            "appointments.unknown_country", "The holidays of this country or region are not known; type them in."
        ) from None
    return dict(sorted(found.items()))
