-- The report of the queue: lines by service and hour, tickets over all their lines, counters. Waits are in seconds;
-- medians and ninetieths are whole minutes gone by. Days that are over are kept by service, hour and minute, so that
-- five years are read in a moment; what is not kept yet is counted from the lines themselves by the same functions.

-- The lines of those days by service, wall hour of joining, whole minutes waited (-1: not called) and how they ended.
CREATE FUNCTION hms.line_cells(p_from date, p_until date) RETURNS SETOF hms.line_days
    LANGUAGE plpgsql STABLE SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    zone text := (SELECT f.time_zone FROM facility f);
BEGIN
    RETURN QUERY
    SELECT l.business_date, l.service_id, l.hour, coalesce(floor(l.waited / 60), -1)::integer, l.state, count(*),
           coalesce(sum(l.waited), 0), coalesce(max(l.waited), 0)
    FROM (
        SELECT w.business_date, w.service_id, w.state, wall_hour(w.entered_at, zone)::smallint AS hour,
               date_part('epoch', w.left_at - w.entered_at) AS waited
        FROM services v JOIN line_waits w ON w.service_id = v.id AND w.business_date BETWEEN p_from AND p_until
    ) l
    GROUP BY 1, 2, 3, 4, 5;
END $$;

-- The tickets of those days by the service that gave them and whole minutes waited in all their lines together (-1:
-- never called); how many lines they had, and how long their visits took, from arriving to the end of the last line,
-- as far as none is open.
CREATE FUNCTION hms.ticket_cells(p_from date, p_until date) RETURNS SETOF hms.ticket_days
    LANGUAGE plpgsql STABLE SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT t.business_date, t.service_id, coalesce(floor(t.waited / 60), -1)::integer, count(*), sum(t.lines)::bigint,
           coalesce(sum(t.waited), 0), coalesce(max(t.waited), 0), coalesce(sum(t.visit), 0), count(t.visit)
    FROM (
        SELECT w.business_date, (array_agg(w.service_id ORDER BY w.ordinal))[1] AS service_id, count(*) AS lines,
               sum(date_part('epoch', w.left_at - w.entered_at)) AS waited,
               CASE WHEN count(*) = count(w.closed_at)
                    THEN date_part('epoch', max(w.closed_at) - min(w.arrived_at)) END AS visit
        FROM services v JOIN line_waits w ON w.service_id = v.id AND w.business_date BETWEEN p_from AND p_until
        GROUP BY w.ticket_id, w.business_date
    ) t
    GROUP BY 1, 2, 3;
END $$;

-- By service and hour, each service as a whole, and all of them first (NULL names all).
CREATE FUNCTION hms.report_lines(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (service text, hour integer, joined bigint, called bigint, mean double precision, median integer,
                   ninetieth integer, longest double precision, served bigint, sent_on bigint, no_shows bigint,
                   cancelled bigint, not_served bigint, still_open bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    opens integer := (SELECT extract(hour FROM f.day_starts_at) FROM facility f);
BEGIN
    RETURN QUERY
    WITH minutes AS MATERIALIZED (
        SELECT c.service_id, c.hour, c.minute, c.state, sum(c.lines) AS lines, sum(c.waited) AS waited,
               max(c.longest) AS longest
        FROM (
            SELECT * FROM line_days d WHERE d.business_date BETWEEN p_from AND p_until
            UNION ALL
            SELECT * FROM line_cells(first_unkept(p_from), p_until)
        ) c
        JOIN services v ON v.id = c.service_id
        WHERE (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
        GROUP BY 1, 2, 3, 4
    ), places AS (
        SELECT m.*, s.level, s.own_service, (s.own_hour - opens + 24) % 24 AS turn, s.own_hour,
               sum(m.lines) FILTER (WHERE m.minute >= 0) OVER line AS so_far,
               sum(m.lines) FILTER (WHERE m.minute >= 0)
                   OVER (PARTITION BY s.level, s.own_service, s.own_hour) AS of_all
        FROM minutes m
        CROSS JOIN LATERAL (VALUES (0, NULL::bigint, NULL::smallint), (1, m.service_id, NULL), (2, m.service_id, m.hour))
            s (level, own_service, own_hour)
        WINDOW line AS (PARTITION BY s.level, s.own_service, s.own_hour ORDER BY m.minute)
    )
    SELECT v.name, p.own_hour::integer, sum(p.lines)::bigint,
           coalesce(sum(p.lines) FILTER (WHERE p.minute >= 0), 0)::bigint,
           sum(p.waited) / nullif(sum(p.lines) FILTER (WHERE p.minute >= 0), 0)::double precision,
           min(p.minute) FILTER (WHERE p.minute >= 0 AND p.so_far >= 0.5 * p.of_all),
           min(p.minute) FILTER (WHERE p.minute >= 0 AND p.so_far >= 0.9 * p.of_all),
           max(p.longest) FILTER (WHERE p.minute >= 0),
           coalesce(sum(p.lines) FILTER (WHERE p.state = 'done'), 0)::bigint,
           coalesce(sum(p.lines) FILTER (WHERE p.state = 'transferred'), 0)::bigint,
           coalesce(sum(p.lines) FILTER (WHERE p.state = 'no_show'), 0)::bigint,
           coalesce(sum(p.lines) FILTER (WHERE p.state = 'cancelled'), 0)::bigint,
           coalesce(sum(p.lines) FILTER (WHERE p.state = 'not_served'), 0)::bigint,
           coalesce(sum(p.lines) FILTER (WHERE p.state IN ('waiting', 'called', 'serving')), 0)::bigint
    FROM places p LEFT JOIN services v ON v.id = p.own_service
    GROUP BY p.level, p.own_service, v.name, p.own_hour, p.turn
    ORDER BY p.level > 0, v.name, p.level, p.turn;
END $$;

-- Tickets by the service that gave them, and all of them first.
CREATE FUNCTION hms.report_tickets(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (service text, tickets bigint, lines bigint, called bigint, mean double precision, median integer,
                   ninetieth integer, longest double precision, visit double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH minutes AS MATERIALIZED (
        SELECT c.service_id, c.minute, sum(c.tickets) AS tickets, sum(c.lines) AS lines, sum(c.waited) AS waited,
               max(c.longest) AS longest, sum(c.visit) AS visit, sum(c.visits) AS visits
        FROM (
            SELECT * FROM ticket_days d WHERE d.business_date BETWEEN p_from AND p_until
            UNION ALL
            SELECT * FROM ticket_cells(first_unkept(p_from), p_until)
        ) c
        JOIN services v ON v.id = c.service_id
        WHERE (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
        GROUP BY 1, 2
    ), places AS (
        SELECT m.*, s.own_service, sum(m.tickets) FILTER (WHERE m.minute >= 0) OVER line AS so_far,
               sum(m.tickets) FILTER (WHERE m.minute >= 0) OVER (PARTITION BY s.own_service) AS of_all
        FROM minutes m CROSS JOIN LATERAL (VALUES (NULL::bigint), (m.service_id)) s (own_service)
        WINDOW line AS (PARTITION BY s.own_service ORDER BY m.minute)
    )
    SELECT v.name, sum(p.tickets)::bigint, sum(p.lines)::bigint,
           coalesce(sum(p.tickets) FILTER (WHERE p.minute >= 0), 0)::bigint,
           sum(p.waited) / nullif(sum(p.tickets) FILTER (WHERE p.minute >= 0), 0)::double precision,
           min(p.minute) FILTER (WHERE p.minute >= 0 AND p.so_far >= 0.5 * p.of_all),
           min(p.minute) FILTER (WHERE p.minute >= 0 AND p.so_far >= 0.9 * p.of_all),
           max(p.longest) FILTER (WHERE p.minute >= 0), sum(p.visit) / nullif(sum(p.visits), 0)::double precision
    FROM places p LEFT JOIN services v ON v.id = p.own_service
    GROUP BY p.own_service, v.name ORDER BY p.own_service IS NOT NULL, v.name;
END $$;

-- What each counter did on those days for each service: called, how it ended, and the seconds from the call to the end
-- of those that were served or sent on.
CREATE FUNCTION hms.counter_cells(p_from date, p_until date) RETURNS SETOF hms.counter_days
    LANGUAGE plpgsql STABLE SET work_mem = '32MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT s.business_date, s.service_id, s.room_id, count(*), count(*) FILTER (WHERE s.state = 'done'),
           count(*) FILTER (WHERE s.state = 'transferred'), count(*) FILTER (WHERE s.state = 'no_show'),
           coalesce(sum(date_part('epoch', s.closed_at - s.called_at))
                    FILTER (WHERE s.state IN ('done', 'transferred')), 0)
    FROM services v JOIN segments s ON s.service_id = v.id AND s.business_date BETWEEN p_from AND p_until
    WHERE s.room_id IS NOT NULL AND s.called_at IS NOT NULL AND s.state <> 'undone'
    GROUP BY 1, 2, 3;
END $$;

-- Counters: on how many days each called, whom, for how long a ticket stayed from its call to its end there.
CREATE FUNCTION hms.report_counters(p_from date, p_until date, p_service bigint, p_department bigint)
    RETURNS TABLE (room text, days bigint, called bigint, served bigint, sent_on bigint, no_shows bigint,
                   mean double precision, busy double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '32MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT r.name, count(DISTINCT c.business_date), sum(c.called)::bigint, sum(c.served)::bigint,
           sum(c.sent_on)::bigint, sum(c.no_shows)::bigint,
           sum(c.busy) / nullif(sum(c.served + c.sent_on), 0)::double precision,
           CASE WHEN sum(c.served + c.sent_on) > 0 THEN sum(c.busy) END
    FROM (
        SELECT * FROM counter_days d WHERE d.business_date BETWEEN p_from AND p_until
        UNION ALL
        SELECT * FROM counter_cells(first_unkept(p_from), p_until)
    ) c
    JOIN services v ON v.id = c.service_id
    JOIN rooms r ON r.id = c.room_id
    WHERE (p_service IS NULL OR v.id = p_service) AND (p_department IS NULL OR v.department_id = p_department)
    GROUP BY r.id ORDER BY r.name;
END $$;

CREATE TRIGGER keep_line_days BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.line_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_ticket_days BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.ticket_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_counter_days BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.counter_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
GRANT EXECUTE ON FUNCTION hms.report_lines(date, date, bigint, bigint), hms.report_tickets(date, date, bigint, bigint),
    hms.report_counters(date, date, bigint, bigint) TO hms_front_desk, hms_manager, hms_worker;
