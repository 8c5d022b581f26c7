-- What every report of the queue counts by: how long each ticket stood in each of its lines; and the page of today.

-- One row for each line that a ticket stood in. It waited from joining the line until it was first called by a call that
-- stood, or was sent on without a call; NULL for who left otherwise or still waits. While a ticket was never put back,
-- its segment holds that first call itself.
CREATE VIEW hms.line_waits AS
    SELECT s.id AS segment_id, s.ticket_id, s.ordinal, s.service_id, s.business_date, s.state, s.room_id, s.arrived_at,
           s.entered_at, s.closed_at, line.left_at
    FROM hms.segments s
    CROSS JOIN LATERAL (
        SELECT coalesce(CASE WHEN s.put_back_at IS NULL THEN s.called_at ELSE (
                            SELECT min(c.called_at) FROM hms.standing_calls c
                            WHERE c.segment_id = s.id AND c.kind = 'call')
                        END,
                        CASE s.state WHEN 'transferred' THEN s.closed_at END) AS left_at
        OFFSET 0
    ) line
    WHERE s.state <> 'undone';

-- The hour of the wall clock, 0 to 23; on the night when clocks go back, one hour holds both.
CREATE FUNCTION hms.wall_hour(p_moment timestamptz, p_zone text) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN extract(hour FROM p_moment AT TIME ZONE p_zone)::integer;

-- When the facility's day of that date begins.
CREATE FUNCTION hms.business_day_opens(p_date date) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT (p_date + f.day_starts_at) AT TIME ZONE f.time_zone FROM facility f
$$;

-- The row that a date belongs to: its day, or its month where the report is longer than 92 days.
CREATE FUNCTION hms.report_step(p_date date, p_from date, p_until date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN p_until - p_from > 92 THEN p_date - extract(day FROM p_date)::integer + 1 ELSE p_date END;

-- The first day from `p_from` on whose figures are not kept.
CREATE FUNCTION hms.first_unkept(p_from date) RETURNS date
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp
    RETURN greatest(p_from, (SELECT max(k.business_date) + 1 FROM hms.kept_days k));

-- Today in figures: the lines now, by hour and by service, and the patients. Whole records are counted, also restricted
-- ones, of which nothing else is told; active is who held a ticket in the last 30 days.
CREATE FUNCTION hms.today_at_a_glance() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    today date := business_date();
    zone text;
    opens integer;
BEGIN
    SELECT f.time_zone, extract(hour FROM f.day_starts_at) INTO zone, opens FROM facility f;
    RETURN (
        WITH lines AS MATERIALIZED (
            SELECT w.service_id, w.state, w.ordinal, (wall_hour(w.entered_at, zone) - opens + 24) % 24 AS entered,
                   (wall_hour(w.closed_at, zone) - opens + 24) % 24 AS closed,
                   extract(epoch FROM w.left_at - w.entered_at) AS waited, extract(epoch FROM now - w.entered_at) AS since
            FROM services v JOIN line_waits w ON w.service_id = v.id AND w.business_date = today
        ), by_service AS (
            SELECT v.name AS service, count(*) FILTER (WHERE l.state = 'waiting') AS waiting,
                   count(*) FILTER (WHERE l.state IN ('called', 'serving')) AS at_rooms,
                   count(*) FILTER (WHERE l.state = 'done') AS served,
                   count(*) FILTER (WHERE l.state = 'no_show') AS no_shows,
                   max(l.since) FILTER (WHERE l.state = 'waiting') AS longest,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY l.waited) AS median
            FROM lines l JOIN services v ON v.id = l.service_id GROUP BY v.id ORDER BY v.name
        ), by_hour AS (
            SELECT h.n, (h.n + opens) % 24 AS hour, l.*, (
                SELECT count(*) FROM lines d WHERE d.state = 'done' AND d.closed = h.n) AS served
            FROM (SELECT generate_series(min(least(entered, closed)), max(greatest(entered, closed))) AS n FROM lines) h
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE l.ordinal = 1) AS arrived, count(l.waited) AS called,
                       percentile_disc(0.5) WITHIN GROUP (ORDER BY l.waited) AS median, max(l.waited) AS longest
                FROM lines l WHERE l.entered = h.n
            ) l
        )
        SELECT jsonb_build_object(
            'business_date', today, 'at', to_char(now AT TIME ZONE zone, 'HH24:MI'),
            'arrived', (SELECT count(*) FROM lines WHERE ordinal = 1),
            'waiting', count(*) FILTER (WHERE state = 'waiting'),
            'at_rooms', count(*) FILTER (WHERE state IN ('called', 'serving')),
            'longest', max(since) FILTER (WHERE state = 'waiting'),
            'median', percentile_disc(0.5) WITHIN GROUP (ORDER BY waited),
            'served', count(*) FILTER (WHERE state = 'done'),
            'no_shows', count(*) FILTER (WHERE state = 'no_show'),
            'hours', (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.n), '[]') FROM by_hour h),
            'services', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s.service), '[]') FROM by_service s),
            'patients', (SELECT count(*) FROM patients WHERE merged_into IS NULL),
            'active', (SELECT count(DISTINCT t.patient_id) FROM tickets t
                       WHERE t.business_date BETWEEN today - 29 AND today),
            'new', (SELECT count(*) FROM patients p
                    WHERE p.merged_into IS NULL AND p.created_at > now - interval '30 days')
        ) FROM lines
    );
END $$;

GRANT EXECUTE ON FUNCTION hms.today_at_a_glance()
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
