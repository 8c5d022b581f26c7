-- The roles of the cluster, made once by its superuser and harmless to run again. Logins get their passwords apart.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['hms_owner', 'hms_staff', 'hms_kiosk', 'hms_checkin', 'hms_front_desk',
        'hms_pharmacist', 'hms_clinician', 'hms_cashier', 'hms_store', 'hms_manager', 'hms_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hms_staff_keeper') THEN
        CREATE ROLE hms_staff_keeper NOLOGIN CREATEROLE NOINHERIT;
    END IF;
    FOREACH name IN ARRAY ARRAY['hms_deploy', 'hms_worker', 'hms_monitor', 'hms_backup', 'hms_pairing'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
        END IF;
    END LOOP;
    FOREACH name IN ARRAY ARRAY['hms_front_desk', 'hms_pharmacist', 'hms_clinician', 'hms_cashier', 'hms_store',
        'hms_manager', 'hms_admin'] LOOP
        EXECUTE format('GRANT hms_staff TO %I', name);
        EXECUTE format('GRANT %I TO hms_staff_keeper WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', name);
    END LOOP;
END $$;
GRANT hms_kiosk, hms_checkin TO hms_staff_keeper WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
-- New screens ask through this login; its password lies in their images, so it is renewed by an administrator.
GRANT hms_pairing TO hms_staff_keeper WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
ALTER ROLE hms_pairing CONNECTION LIMIT 10;
GRANT hms_owner TO hms_deploy WITH INHERIT FALSE, SET TRUE;
GRANT hms_staff_keeper TO hms_deploy WITH INHERIT FALSE, SET TRUE;
-- How far a replica is behind and how long a transaction lasts is told only to who may read all statistics.
GRANT pg_monitor TO hms_monitor, hms_worker;
-- So that hms.costly_statements may show other logins' statements (without their values) to IT and the manager.
GRANT pg_read_all_stats TO hms_owner;
-- A backup must hold every row, restricted patients too; pg_dump refuses tables with row policies otherwise.
ALTER ROLE hms_backup BYPASSRLS;
