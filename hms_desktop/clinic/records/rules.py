"""Which client and which database can work together."""

from hms_desktop.core.errors import Misconfigured

OLDEST_REVISION = "0037"
"""The oldest database revision that this program can work with: the newest that it brings, for IT migrates first."""


def version_key(version: str) -> tuple[int, ...]:
    """`"0.10.2"` as numbers that compare; what is no number counts as 0."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def newer(version: str, *, than: str) -> bool:
    """Whether a release of `version` is newer than a program of version `than`."""
    return version_key(version) > version_key(than)


def why_unfit(*, client: str, revision: str, min_client_version: str, message: str) -> Misconfigured | None:
    """Why a client of version `client` must not use this database; None where it may, also a newer database.

    `database.too_old`: IT must migrate it; `program.too_old`: IT must update this computer, `message` says more.
    Revisions are zero-padded numbers, so that text order is their order.
    """
    if revision < OLDEST_REVISION:
        return Misconfigured(
            "database.too_old",
            "The hospital's database is older than this program needs; ask IT to run hms-admin migrate.",
        )
    if newer(min_client_version, than=client):
        told = {"told": message} if message else {}
        return Misconfigured(
            "program.too_old",
            f"This program (version {client}) is too old for the hospital's database, which needs {min_client_version} "
            f"or newer; ask IT to update it. {message}".rstrip(),
            {"version": client, "oldest": min_client_version, **told},
        )
    return None
