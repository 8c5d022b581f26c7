-- The reports about patients: who was registered, and which appointments were kept.

-- By day, or by month in a longer report: new records, of whom children under five, and which were merged since.
CREATE FUNCTION hms.report_registrations(p_from date, p_until date)
    RETURNS TABLE (day date, registered bigint, women bigint, men bigint, other bigint, children bigint,
                   estimated bigint, merged bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    zone text;
    starts interval;
    opens timestamptz := business_day_opens(p_from);
    closes timestamptz := business_day_opens(p_until + 1);
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

GRANT EXECUTE ON FUNCTION hms.report_registrations(date, date) TO hms_front_desk, hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.report_appointments(date, date, bigint, bigint)
    TO hms_front_desk, hms_clinician, hms_manager, hms_worker;
