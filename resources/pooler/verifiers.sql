-- Lets PgBouncer look up who may sign in. `hms-admin init --pooler FOLDER` runs it, or the server's superuser does, in the
-- hospital's database; it may be run again:
--     psql -v ON_ERROR_STOP=1 -d hms -f verifiers.sql
--     \password hms_pooler
-- Only verifiers leave the server, never a superuser's or an expired one's; PgBouncer passes the proof itself on.
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hms_pooler') THEN
        CREATE ROLE hms_pooler LOGIN CONNECTION LIMIT 10;
    END IF;
END $$;
CREATE SCHEMA IF NOT EXISTS pooler;
CREATE OR REPLACE FUNCTION pooler.verifier_of(p_login text) RETURNS TABLE (login name, verifier text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT rolname, rolpassword FROM pg_authid
    WHERE rolname = p_login AND rolcanlogin AND NOT rolsuper AND NOT rolreplication
      AND (rolvaliduntil IS NULL OR rolvaliduntil > clock_timestamp())
$$;
REVOKE ALL ON FUNCTION pooler.verifier_of(text) FROM PUBLIC;
GRANT USAGE ON SCHEMA pooler TO hms_pooler;
GRANT EXECUTE ON FUNCTION pooler.verifier_of(text) TO hms_pooler;
DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO hms_pooler', current_database()); END $$;
