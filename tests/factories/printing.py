"""Printers of a test's hospital, written as the superuser."""

from tests.hospital import Hospital


def printer(
    hospital: Hospital,
    name: str = "Desk printer",
    *,
    connection: str = "network",
    address: str = "127.0.0.1",
    paper: str = "roll80",
    code_page: str = "CP858",
    documents: tuple[str, ...] = ("ticket", "card", "slip", "registration"),
) -> int:
    """A printer that is meant for `documents`; its id."""
    [(made,)] = hospital.sql(
        """INSERT INTO hms.printers (name, connection, address, paper, code_page, documents, label_width, label_height)
        VALUES (%s, %s, %s, %s, %s, %s, 86, 54) RETURNING id""",
        name,
        connection,
        address,
        paper,
        code_page,
        list(documents),
    )
    return int(made)
