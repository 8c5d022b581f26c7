-- Takes away triggers, policies, views, functions and grants in the suite's two schemas; tables and rows stay.
DO $$
DECLARE
    found record;
    role_name text;
BEGIN
    FOR found IN
        SELECT t.tgname, t.tgrelid::regclass AS target FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'hms'::regnamespace AND NOT t.tgisinternal AND t.tgparentid = 0
    LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', found.tgname, found.target);
    END LOOP;
    FOR found IN
        SELECT p.polname, p.polrelid::regclass AS target FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
        WHERE c.relnamespace = 'hms'::regnamespace
    LOOP
        EXECUTE format('DROP POLICY %I ON %s', found.polname, found.target);
    END LOOP;
    FOR found IN
        SELECT c.oid::regclass AS target FROM pg_class c
        WHERE c.relnamespace = 'hms'::regnamespace AND c.relrowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', found.target);
    END LOOP;
    FOR found IN
        SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('hms', 'kiosk') AND c.relkind = 'v'
    LOOP
        EXECUTE format('DROP VIEW IF EXISTS %I.%I CASCADE', found.nspname, found.relname);
    END LOOP;
    FOR found IN
        -- As text and sorted: every name is written down before the first CASCADE takes others with it.
        SELECT p.oid::regprocedure::text AS target FROM pg_proc p
        WHERE p.pronamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace)
        ORDER BY 1
    LOOP
        EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', found.target);
    END LOOP;
    FOREACH role_name IN ARRAY ARRAY['hms_staff', 'hms_front_desk', 'hms_pharmacist', 'hms_clinician', 'hms_cashier',
        'hms_store', 'hms_manager', 'hms_admin', 'hms_kiosk', 'hms_checkin', 'hms_pairing', 'hms_worker', 'hms_monitor',
        'hms_backup', 'hms_deploy', 'hms_staff_keeper'] LOOP
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA hms, kiosk FROM %I', role_name);
        EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA hms, kiosk FROM %I', role_name);
        EXECUTE format('REVOKE ALL ON SCHEMA hms, kiosk FROM %I', role_name);
    END LOOP;
END $$;
