-- What colleagues did, counted from the audit trail, and the figures that are kept of days that are over.

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
    RETURNS SETOF hms.activity_days
    LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET search_path = hms, public, pg_temp AS $$
DECLARE
    zone text;
    starts interval;
    opens timestamptz := business_day_opens(p_from);
    closes timestamptz := business_day_opens(p_until + 1);
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
-- end, when nothing that was written in it can still be under way, and when nobody of it stands open in the queue: what
-- happened on it is then final.
CREATE FUNCTION hms.keep_daily_figures() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    since date;
    last date := least(business_date_at(hospital_now() - interval '1 hour') - 1, (
        SELECT min(s.business_date) - 1 FROM segments s WHERE s.state IN ('waiting', 'called', 'serving')));
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.keep_daily_figures'));
    since := coalesce((SELECT max(k.business_date) + 1 FROM kept_days k),
                      least((SELECT business_date_at(min(at)) FROM audit), (SELECT min(d.business_date) FROM service_days d)));
    IF since IS NULL OR since > last THEN
        RETURN 0;
    END IF;
    INSERT INTO line_days SELECT * FROM line_cells(since, last);
    INSERT INTO ticket_days SELECT * FROM ticket_cells(since, last);
    INSERT INTO counter_days SELECT * FROM counter_cells(since, last);
    INSERT INTO activity_days SELECT * FROM activity_on(since, last);
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
            SELECT o.* FROM activity_on(first_unkept(p_from), p_until) o
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
GRANT EXECUTE ON FUNCTION hms.report_activity(date, date) TO hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.keep_daily_figures() TO hms_worker;
