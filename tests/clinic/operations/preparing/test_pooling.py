"""The configuration of PgBouncer is the one that comes with the suite, told about this server."""

from hms_desktop.clinic.operations.preparing.pooling import told_in
from hms_desktop.core import places


def test_the_template_is_told_its_server_and_keeps_its_remarks() -> None:
    template = (places.resources() / "pooler" / "pgbouncer.ini").read_text("utf-8")
    made = told_in(
        template, {"clinic": "host=10.0.0.1 port=5433 dbname=clinic", "max_db_connections": "140", "not_there": "1"}
    )
    assert "\nclinic = host=10.0.0.1 port=5433 dbname=clinic\n" in made
    assert "\nmax_db_connections = 140\n" in made
    assert "hms = " not in made
    assert "not_there" not in made
    assert [line for line in made.splitlines() if line.startswith(";")] == [
        line for line in template.splitlines() if line.startswith(";")
    ]
