-- The reports about people: who was registered, which appointments were kept, and what colleagues did.

-- By day, or by month in a longer report: new records, of whom children under five, and which were merged since.
CREATE FUNCTION hms.report_registrations(p_from date, p_until date)
    RETURNS TABLE (day date, registered bigint, women bigint, men bigint, other bigint, children bigint,
                   estimated bigint, merged bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    zone text;
    starts interval;
    opens timestamptz := day_opens(p_from);
    closes timestamptz := day_opens(p_until + 1);
BEGIN
    SELECT f.time_zone, f.day_starts_at INTO zone, starts FROM facility f;
    RETURN QUERY
    SELECT report_step(p.day, p_from, p_until), count(*), count(*) FILTER (WHERE p.sex = 'female'),
           count(*) FILTER (WHERE p.sex = 'male'), count(*) FILTER (WHERE p.sex NOT IN ('female', 'male')),
           count(*) FILTER (WHERE p.birth_date > (p.day - interval '5 years')::date),
           count(*) FILTER (WHERE p.birth_precision <> 'day'), count(p.merged_into)
    FROM (
        SELECT ((a.created_at AT TIME ZONE zone) - starts)::date AS day, a.sex, a.birth_date, a.birth_precision,
               a.merged_into
        FROM patients a WHERE a.created_at >= opens AND a.created_at < closes
    ) p
    GROUP BY 1 ORDER BY 1;
END $$;

-- By clinic, and all of them first: what was booked in sessions of those days and what came of it.
CREATE FUNCTION hms.report_appointments(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (clinic text, service text, booked bigint, kept bigint, no_shows bigint, cancelled bigint,
                   waiting bigint, overbooked bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '32MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT c.name, v.name, g.booked, g.kept, g.no_shows, g.cancelled, g.waiting, g.overbooked
    FROM (
        SELECT s.clinic_id, count(*) AS booked,
               count(*) FILTER (WHERE a.state IN ('arrived', 'in_service', 'done')) AS kept,
               count(*) FILTER (WHERE a.state = 'no_show') AS no_shows,
               count(*) FILTER (WHERE a.state = 'cancelled') AS cancelled,
               count(*) FILTER (WHERE a.state = 'booked') AS waiting,
               count(*) FILTER (WHERE a.over AND a.state <> 'cancelled') AS overbooked
        FROM sessions s
        JOIN clinics i ON i.id = s.clinic_id
        JOIN appointments a ON a.session_id = s.id AND a.state <> 'held'
        WHERE s.on_date BETWEEN p_from AND p_until AND (p_service IS NULL OR s.service_id = p_service)
          AND (p_department IS NULL OR i.department_id = p_department)
        GROUP BY GROUPING SETS ((), (s.clinic_id))
        HAVING count(*) > 0
    ) g
    LEFT JOIN clinics c ON c.id = g.clinic_id
    LEFT JOIN services v ON v.id = c.service_id
    ORDER BY g.clinic_id IS NOT NULL, c.name;
END $$;

-- What colleagues did ------------------------------------------------------------------------------------------------

-- The part of the house that a table of the audit trail belongs to.
CREATE FUNCTION hms.activity_of(p_subject text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN p_subject ~ '^(tickets?|ticket_.*|segments|counter_.*|closure_.*)$' THEN 'queue'
        WHEN p_subject ~ '^(patients?|patient_.*|opened_records|merges|suspected_pairs)$' THEN 'patients'
        WHEN p_subject ~ '^(appointments?|appointment_.*|waiting_list|sessions)$' THEN 'appointments'
        WHEN p_subject ~ '^(prescription.*|dispens(es|e_lines)|omissions|reversals|leases|controlled_.*|warning.*)$'
            THEN 'pharmacy'
        WHEN p_subject ~ '^(movements|batch.*|stock_.*|purchase_.*|receipt.*|supplier.*)$' THEN 'stock'
        ELSE 'other'
    END;

-- One row for each person, day and part of the house, from the audit trail as it stands.
CREATE FUNCTION hms.activity_on(p_from date, p_until date)
    RETURNS TABLE (business_date date, person text, part text, entries bigint, first_at timestamptz, last_at timestamptz)
    LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET search_path = hms, public, pg_temp AS $$
DECLARE
    zone text;
    starts interval;
    opens timestamptz := day_opens(p_from);
    closes timestamptz := day_opens(p_until + 1);
BEGIN
    SELECT f.time_zone, f.day_starts_at INTO zone, starts FROM facility f;
    RETURN QUERY
    SELECT g.day, g.person, activity_of(g.subject), sum(g.entries)::bigint, min(g.first_at), max(g.last_at)
    FROM (
        SELECT ((a.at AT TIME ZONE zone) - starts)::date AS day, a.person, a.subject, count(*) AS entries,
               min(a.at) AS first_at, max(a.at) AS last_at
        FROM audit a WHERE a.at >= opens AND a.at < closes GROUP BY 1, 2, 3
    ) g
    GROUP BY 1, 2, 3;
END $$;

-- Keeps the figures of every day that is over and not kept yet; returns how many days. A day is over an hour after its
-- end, when nothing that was written in it can still be under way.
CREATE FUNCTION hms.keep_daily_figures() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    since date;
    last date := business_date_at(hospital_now() - interval '1 hour') - 1;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.keep_daily_figures'));
    since := coalesce((SELECT max(k.business_date) + 1 FROM kept_days k), (SELECT business_date_at(min(at)) FROM audit));
    IF since IS NULL OR since > last THEN
        RETURN 0;
    END IF;
    INSERT INTO activity_days (business_date, person, part, entries, first_at, last_at)
        SELECT o.business_date, o.person, o.part, o.entries, o.first_at, o.last_at FROM activity_on(since, last) o;
    INSERT INTO kept_days (business_date, kept_at)
        SELECT day::date, hospital_now() FROM generate_series(since, last, interval '1 day') day;
    RETURN last - since + 1;
END $$;

-- By person: on how many days, from when to when, and how many entries in which part of the house. Days that are kept
-- are read as they were kept, later ones from the trail.
CREATE FUNCTION hms.report_activity(p_from date, p_until date)
    RETURNS TABLE (name text, person text, days bigint, first_at timestamp, last_at timestamp, queue bigint,
                   patients bigint, appointments bigint, pharmacy bigint, stock bigint, other bigint, entries bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '32MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    unkept date := greatest(p_from, coalesce((SELECT max(k.business_date) + 1 FROM kept_days k), p_from));
BEGIN
    RETURN QUERY
    SELECT coalesce(p.display_name, ''), g.person, g.days, g.first_at AT TIME ZONE f.time_zone,
           g.last_at AT TIME ZONE f.time_zone, g.queue, g.patients, g.appointments, g.pharmacy, g.stock, g.other,
           g.entries
    FROM (
        SELECT d.person, count(DISTINCT d.business_date) AS days, min(d.first_at) AS first_at,
               max(d.last_at) AS last_at,
               coalesce(sum(d.entries) FILTER (WHERE d.part = 'queue'), 0)::bigint AS queue,
               coalesce(sum(d.entries) FILTER (WHERE d.part = 'patients'), 0)::bigint AS patients,
               coalesce(sum(d.entries) FILTER (WHERE d.part = 'appointments'), 0)::bigint AS appointments,
               coalesce(sum(d.entries) FILTER (WHERE d.part = 'pharmacy'), 0)::bigint AS pharmacy,
               coalesce(sum(d.entries) FILTER (WHERE d.part = 'stock'), 0)::bigint AS stock,
               coalesce(sum(d.entries) FILTER (WHERE d.part = 'other'), 0)::bigint AS other,
               sum(d.entries)::bigint AS entries
        FROM (
            SELECT a.* FROM activity_days a WHERE a.business_date BETWEEN p_from AND p_until
            UNION ALL
            SELECT o.* FROM activity_on(unkept, p_until) o
        ) d
        GROUP BY d.person
    ) g
    CROSS JOIN facility f
    LEFT JOIN people p ON p.login = g.person
    ORDER BY g.entries DESC, g.person;
END $$;

CREATE TRIGGER keep_activity BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.activity_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_kept_days BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.kept_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
GRANT EXECUTE ON FUNCTION hms.report_registrations(date, date) TO hms_front_desk, hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.report_appointments(date, date, bigint, bigint)
    TO hms_front_desk, hms_clinician, hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.report_activity(date, date) TO hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.keep_daily_figures() TO hms_worker;
