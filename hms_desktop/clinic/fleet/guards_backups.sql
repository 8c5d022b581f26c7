-- Backups: who made one writes so, and whoever watches over the fleet reads how old the newest is.

-- Called when the file has its final name; the moment of a backup cannot lie ahead.
CREATE FUNCTION hms.note_backup(
    p_kind text, p_file text, p_bytes bigint, p_sha256 text, p_seconds double precision, p_made_at timestamptz,
    p_verified boolean, p_breaches integer
) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    made bigint;
BEGIN
    INSERT INTO backups (kind, file, bytes, sha256, seconds, made_at, verified, breaches)
    VALUES (p_kind, p_file, p_bytes, p_sha256, p_seconds, least(p_made_at, clock_timestamp()), p_verified, p_breaches)
    RETURNING id INTO made;
    RETURN made;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.backups
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

GRANT EXECUTE ON FUNCTION
    hms.note_backup(text, text, bigint, text, double precision, timestamptz, boolean, integer) TO hms_backup;
GRANT SELECT ON hms.backups TO hms_manager, hms_admin;
