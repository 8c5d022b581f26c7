-- Which programs the database serves: the newest revision says the oldest one, and IT may ask for a newer release.

-- One row: the newest revision, the oldest client that it or a required release lets in, and what an older one is told.
CREATE VIEW hms.served_clients AS
    SELECT c.revision, coalesce(r.version, c.min_client_version) AS min_client_version,
           CASE WHEN r.version IS NULL THEN c.message ELSE r.message END AS message
    FROM (SELECT revision, min_client_version, message FROM hms.schema_compat ORDER BY revision DESC LIMIT 1) c
    LEFT JOIN LATERAL (
        SELECT version, message FROM hms.releases
        WHERE required
          AND string_to_array(version, '.')::integer[] > string_to_array(c.min_client_version, '.')::integer[]
        ORDER BY string_to_array(version, '.')::integer[] DESC LIMIT 1
    ) r ON true;

-- Says that a release can be had; announced again, its message is put in place of the one before.
CREATE FUNCTION hms.announce_release(p_intent uuid, p_version text, p_message text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'announce_release');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    IF p_version !~ '^\d{1,4}([.]\d{1,4}){1,3}$' THEN
        PERFORM refuse('release.form', 'A version is numbers with dots, such as 0.2.0; type it so.');
    END IF;
    INSERT INTO releases (version, message, announced_at, person)
    VALUES (p_version, p_message, hospital_now(), session_user)
    ON CONFLICT (version) DO UPDATE SET message = excluded.message, announced_at = excluded.announced_at,
        person = excluded.person;
    RETURN settle_intent(p_intent, jsonb_build_object('version', p_version));
END $$;

-- Shuts out every program older than this release, or lets them in again; only what was announced can be asked for.
CREATE FUNCTION hms.require_release(p_intent uuid, p_version text, p_required boolean) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'require_release');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    UPDATE releases SET required = p_required WHERE version = p_version;
    IF NOT FOUND THEN
        PERFORM refuse('release.unknown', 'That version was not announced; announce it first.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('version', p_version));
END $$;

-- A release that was announced by mistake.
CREATE FUNCTION hms.withdraw_release(p_intent uuid, p_version text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'withdraw_release');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    DELETE FROM releases WHERE version = p_version;
    IF NOT FOUND THEN
        PERFORM refuse('release.unknown', 'That version was not announced; announce it first.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('version', p_version));
END $$;

-- Desks hear of both at once; screens listen on a channel of their own.
SELECT hms.audited('releases'), hms.noted('releases', 'message', 300),
       hms.knocks('releases', 'hms_changes', 'schema', 'id'), hms.knocks('releases', 'hms_calls', 'schema', 'id'),
       hms.knocks('schema_compat', 'hms_changes', 'schema', 'revision'),
       hms.knocks('schema_compat', 'hms_calls', 'schema', 'revision');
GRANT SELECT ON hms.served_clients TO hms_staff, hms_worker, hms_monitor, hms_deploy;
GRANT SELECT ON hms.releases TO hms_staff, hms_worker, hms_monitor, hms_deploy;
GRANT EXECUTE ON FUNCTION hms.announce_release(uuid, text, text), hms.require_release(uuid, text, boolean),
    hms.withdraw_release(uuid, text) TO hms_admin;
