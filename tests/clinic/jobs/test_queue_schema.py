"""The queue's tables are those of the package that is installed: an upgrade of it needs a revision of ours."""

from importlib import resources

from tests.hospital import Hospital

OBJECTS = """
SELECT 'column', c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || a.attnotnull
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'procrastinate'::regnamespace AND c.relkind IN ('r', 'i', 'S')
UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'procrastinate'::regnamespace AND contype <> 't'
UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = 'procrastinate'::regnamespace
UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'procrastinate'::regnamespace AND NOT tgisinternal
UNION ALL SELECT 'enum', t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'procrastinate'::regnamespace GROUP BY 2
ORDER BY 1, 2, 3
"""


def test_the_queue_is_what_the_installed_package_makes(hospital: Hospital) -> None:
    ours = hospital.sql(OBJECTS)
    brought = (resources.files("procrastinate") / "sql" / "schema.sql").read_text(encoding="utf-8")
    opened = hospital.connection()
    opened.execute("DROP SCHEMA procrastinate CASCADE")
    opened.execute("CREATE SCHEMA procrastinate")
    opened.execute("SET search_path = procrastinate")
    opened.execute(brought.encode())
    assert hospital.sql(OBJECTS) == ours
