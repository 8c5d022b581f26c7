-- The report of the queue: lines by service and hour, tickets over all their lines, counters. Waits are in seconds;
-- medians and ninetieths are whole minutes gone by, so that five years are counted in one pass by minute.

-- How one line ended, as the reports name it.
CREATE FUNCTION hms.report_lines(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (service text, hour integer, joined bigint, called bigint, mean double precision, median integer,
                   ninetieth integer, longest double precision, served bigint, sent_on bigint, no_shows bigint,
                   cancelled bigint, not_served bigint, still_open bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '32MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    zone text;
    opens integer;
BEGIN
    SELECT f.time_zone, extract(hour FROM f.day_starts_at) INTO zone, opens FROM facility f;
    RETURN QUERY
    WITH minutes AS MATERIALIZED (
        SELECT l.service_id, l.turn, floor(l.waited / 60)::integer AS minute, count(*) AS joined,
               sum(l.waited) AS waited, max(l.waited) AS longest,
               count(*) FILTER (WHERE l.state = 'done') AS served,
               count(*) FILTER (WHERE l.state = 'transferred') AS sent_on,
               count(*) FILTER (WHERE l.state = 'no_show') AS no_shows,
               count(*) FILTER (WHERE l.state = 'cancelled') AS cancelled,
               count(*) FILTER (WHERE l.state = 'not_served') AS not_served,
               count(*) FILTER (WHERE l.state IN ('waiting', 'called', 'serving')) AS still_open
        FROM (
            SELECT w.service_id, w.state, date_part('epoch', w.left_at - w.entered_at) AS waited,
                   (date_part('hour', w.entered_at AT TIME ZONE zone)::integer - opens + 24) % 24 AS turn
            FROM services v JOIN line_waits w ON w.service_id = v.id AND w.business_date BETWEEN p_from AND p_until
            WHERE (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
        ) l
        GROUP BY 1, 2, 3
    ), places AS (
        SELECT m.*, s.level, s.own_service, s.own_turn,
               sum(m.joined) FILTER (WHERE m.minute IS NOT NULL) OVER line AS so_far,
               sum(m.joined) FILTER (WHERE m.minute IS NOT NULL)
                   OVER (PARTITION BY s.level, s.own_service, s.own_turn) AS of_all
        FROM minutes m
        CROSS JOIN LATERAL (VALUES (0, NULL::bigint, NULL::integer), (1, m.service_id, NULL), (2, m.service_id, m.turn))
            s (level, own_service, own_turn)
        WINDOW line AS (PARTITION BY s.level, s.own_service, s.own_turn ORDER BY m.minute)
    )
    SELECT v.name, ((p.own_turn + opens) % 24)::integer, sum(p.joined)::bigint,
           coalesce(sum(p.joined) FILTER (WHERE p.minute IS NOT NULL), 0)::bigint,
           sum(p.waited) / nullif(sum(p.joined) FILTER (WHERE p.minute IS NOT NULL), 0)::double precision,
           min(p.minute) FILTER (WHERE p.so_far >= 0.5 * p.of_all),
           min(p.minute) FILTER (WHERE p.so_far >= 0.9 * p.of_all), max(p.longest),
           sum(p.served)::bigint, sum(p.sent_on)::bigint, sum(p.no_shows)::bigint, sum(p.cancelled)::bigint,
           sum(p.not_served)::bigint, sum(p.still_open)::bigint
    FROM places p LEFT JOIN services v ON v.id = p.own_service
    GROUP BY p.level, p.own_service, v.name, p.own_turn
    ORDER BY p.level > 0, v.name, p.level, p.own_turn;
END $$;

-- Tickets by the service that gave them: in how many lines each stood, for how long in all of them together, and how
-- long its visit took from arriving to the end of its last line (NULL while one is open).
CREATE FUNCTION hms.report_tickets(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (service text, tickets bigint, lines bigint, called bigint, mean double precision, median integer,
                   ninetieth integer, longest double precision, visit double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH several AS MATERIALIZED (
        SELECT DISTINCT w.ticket_id
        FROM services v JOIN line_waits w ON w.service_id = v.id AND w.business_date BETWEEN p_from AND p_until
        WHERE w.ordinal > 1
    ), whole AS (
        SELECT w.service_id, 1 AS lines, date_part('epoch', w.left_at - w.entered_at) AS waited,
               date_part('epoch', w.closed_at - w.arrived_at) AS visit
        FROM services v JOIN line_waits w ON w.service_id = v.id AND w.business_date BETWEEN p_from AND p_until
        WHERE w.ordinal = 1 AND NOT EXISTS (SELECT FROM several s WHERE s.ticket_id = w.ticket_id)
          AND (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
        UNION ALL
        SELECT t.service_id, l.lines, l.waited, l.visit
        FROM (
            SELECT w.ticket_id, count(*)::integer AS lines, sum(date_part('epoch', w.left_at - w.entered_at)) AS waited,
                   CASE WHEN count(*) = count(w.closed_at)
                        THEN date_part('epoch', max(w.closed_at) - min(w.arrived_at)) END AS visit
            FROM several s JOIN line_waits w ON w.ticket_id = s.ticket_id GROUP BY w.ticket_id
        ) l
        JOIN tickets t ON t.id = l.ticket_id JOIN services v ON v.id = t.service_id
        WHERE (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
    ), minutes AS MATERIALIZED (
        SELECT w.service_id, floor(w.waited / 60)::integer AS minute, count(*) AS tickets, sum(w.lines) AS lines,
               sum(w.waited) AS waited, max(w.waited) AS longest, sum(w.visit) AS visit, count(w.visit) AS visits
        FROM whole w GROUP BY 1, 2
    ), places AS (
        SELECT m.*, s.own_service, sum(m.tickets) FILTER (WHERE m.minute IS NOT NULL) OVER line AS so_far,
               sum(m.tickets) FILTER (WHERE m.minute IS NOT NULL) OVER (PARTITION BY s.own_service) AS of_all
        FROM minutes m CROSS JOIN LATERAL (VALUES (NULL::bigint), (m.service_id)) s (own_service)
        WINDOW line AS (PARTITION BY s.own_service ORDER BY m.minute)
    )
    SELECT v.name, sum(p.tickets)::bigint, sum(p.lines)::bigint,
           coalesce(sum(p.tickets) FILTER (WHERE p.minute IS NOT NULL), 0)::bigint,
           sum(p.waited) / nullif(sum(p.tickets) FILTER (WHERE p.minute IS NOT NULL), 0)::double precision,
           min(p.minute) FILTER (WHERE p.so_far >= 0.5 * p.of_all),
           min(p.minute) FILTER (WHERE p.so_far >= 0.9 * p.of_all), max(p.longest),
           sum(p.visit) / nullif(sum(p.visits), 0)::double precision
    FROM places p LEFT JOIN services v ON v.id = p.own_service
    GROUP BY p.own_service, v.name ORDER BY p.own_service IS NOT NULL, v.name;
END $$;

-- Counters: on how many days each called, whom, for how long a ticket stayed from its call to its end there.
CREATE FUNCTION hms.report_counters(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (room text, days bigint, called bigint, served bigint, sent_on bigint, no_shows bigint,
                   mean double precision, busy double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '32MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT r.name, count(*), sum(d.called)::bigint, sum(d.served)::bigint, sum(d.sent_on)::bigint,
           sum(d.no_shows)::bigint, sum(d.busy) / nullif(sum(d.ended), 0)::double precision, sum(d.busy)
    FROM (
        SELECT s.room_id, s.business_date, count(*) AS called, count(*) FILTER (WHERE s.state = 'done') AS served,
               count(*) FILTER (WHERE s.state = 'transferred') AS sent_on,
               count(*) FILTER (WHERE s.state = 'no_show') AS no_shows,
               sum(date_part('epoch', s.closed_at - s.called_at)) FILTER (WHERE s.state IN ('done', 'transferred'))
                   AS busy,
               count(*) FILTER (WHERE s.state IN ('done', 'transferred')) AS ended
        FROM services v JOIN segments s ON s.service_id = v.id AND s.business_date BETWEEN p_from AND p_until
        WHERE s.room_id IS NOT NULL AND s.called_at IS NOT NULL AND s.state <> 'undone'
          AND (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
        GROUP BY s.room_id, s.business_date
    ) d
    JOIN rooms r ON r.id = d.room_id
    GROUP BY r.id ORDER BY r.name;
END $$;

GRANT EXECUTE ON FUNCTION hms.report_lines(date, date, bigint, bigint), hms.report_tickets(date, date, bigint, bigint),
    hms.report_counters(date, date, bigint, bigint) TO hms_front_desk, hms_manager, hms_worker;
