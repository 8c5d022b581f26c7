"""Which client and which database can work together."""

OLDEST_REVISION = "0001"
"""The oldest database revision that this program can work with."""


def version_key(version: str) -> tuple[int, ...]:
    """`"0.10.2"` as numbers that compare; what is no number counts as 0."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def why_incompatible(*, client: str, revision: str, min_client_version: str, message: str) -> str:
    """One sentence why a client of version `client` must not use this database; empty where it may.

    Revisions are zero-padded numbers, so that text order is their order.
    """
    if revision < OLDEST_REVISION:
        return "The hospital's database is older than this program needs; ask IT to run hms-admin migrate."
    if version_key(client) < version_key(min_client_version):
        told = f" {message}" if message else ""
        return f"This program (version {client}) is too old for the hospital's database; ask IT to update it.{told}"
    return ""
