-- How long a ticket is expected to wait, from what calls have taken, and how good that was.

-- How long each call kept its counter: until the next call there when that followed within a minute and a half, else
-- until the ticket was closed.
CREATE VIEW hms.call_spans AS
    SELECT c.id AS call_id, c.service_id, c.room_id, c.business_date, c.called_at,
           extract(epoch FROM CASE WHEN next.called_at <= s.closed_at + interval '90 seconds' THEN next.called_at
                                   ELSE s.closed_at END - c.called_at)::double precision AS seconds
    FROM hms.standing_calls c
    JOIN hms.segments s ON s.id = c.segment_id
    LEFT JOIN LATERAL (
        SELECT n.called_at FROM hms.queue_calls n
        WHERE n.room_id = c.room_id AND n.business_date = c.business_date AND n.kind = 'call' AND n.id > c.id
        ORDER BY n.id LIMIT 1
    ) next ON true
    WHERE c.kind = 'call' AND s.room_id = c.room_id AND s.called_at = c.called_at
      AND s.state IN ('done', 'transferred', 'no_show');

-- Measures the last two weeks of one service, or of all, by hour of the day: the median, and the spread as that of a
-- normal distribution with the same quartiles (both are deaf to the one call that took all morning).
CREATE FUNCTION hms.measure_pace(p_service bigint DEFAULT NULL) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    INSERT INTO service_paces AS p (service_id, hour, calls, median_seconds, spread_seconds, measured_at)
    SELECT m.service_id, coalesce(m.hour, -1), m.calls, m.quartiles[2], (m.quartiles[3] - m.quartiles[1]) / 1.349,
           hospital_now()
    FROM (
        SELECT c.service_id, extract(hour FROM c.called_at AT TIME ZONE f.time_zone)::smallint AS hour,
               count(*)::integer AS calls, percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY c.seconds)
                   AS quartiles
        FROM call_spans c CROSS JOIN facility f
        WHERE c.business_date >= business_date() - 14 AND c.business_date < business_date()
          AND (p_service IS NULL OR c.service_id = p_service)
        GROUP BY GROUPING SETS ((c.service_id, 2), (c.service_id))
    ) m
    ON CONFLICT (service_id, hour) DO UPDATE SET calls = excluded.calls, median_seconds = excluded.median_seconds,
        spread_seconds = excluded.spread_seconds, measured_at = excluded.measured_at
$$;

-- How many counters take from a service's line now: each open one for the part of its waiting tickets that are of this
-- service, so that two services at one counter are half a counter each when their lines are alike.
CREATE FUNCTION hms.counters_for(p_service bigint, p_date date) RETURNS double precision
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN (
        WITH at_work AS MATERIALIZED (
            SELECT mine.room_id
            FROM room_services mine
            JOIN rooms r ON r.id = mine.room_id AND r.active
            LEFT JOIN LATERAL (
                SELECT s.ended_at IS NULL AND s.paused_at IS NULL AS open FROM sittings s
                WHERE s.room_id = mine.room_id AND s.business_date = p_date ORDER BY s.id DESC LIMIT 1
            ) last ON true
            WHERE mine.service_id = p_service AND coalesce(last.open, EXISTS (
                SELECT FROM queue_calls c
                WHERE c.room_id = mine.room_id AND c.business_date = p_date AND c.kind = 'call'))
        ), shared AS (
            SELECT w.room_id, rs.service_id FROM at_work w JOIN room_services rs ON rs.room_id = w.room_id
        ), lines AS MATERIALIZED (
            SELECT d.service_id, greatest((d.service_id = p_service)::integer, (
                SELECT count(*) FROM segments s
                WHERE s.service_id = d.service_id AND s.business_date = p_date AND s.state = 'waiting')) AS long
            FROM (SELECT DISTINCT service_id FROM shared) d
        )
        SELECT coalesce(sum(part.mine), 0)::double precision FROM (
            SELECT sum(l.long) FILTER (WHERE s.service_id = p_service) / sum(l.long) AS mine
            FROM shared s JOIN lines l ON l.service_id = s.service_id GROUP BY s.room_id
        ) part
    );
END $$;

-- How fast a service's line moves now: by its last twenty calls of today when there are eight, else by this hour of the
-- last two weeks, else by all of their hours. NULLs while nothing was measured or no counter is open.
CREATE FUNCTION hms.forecast_of(p_service bigint, OUT pace_seconds double precision,
                                OUT spread_seconds double precision, OUT counters double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    today date := business_date();
    this_hour smallint := (SELECT extract(hour FROM hospital_now() AT TIME ZONE f.time_zone) FROM facility f);
BEGIN
    SELECT recent.quartiles[2], (recent.quartiles[3] - recent.quartiles[1]) / 1.349
    INTO pace_seconds, spread_seconds
    FROM (
        SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY c.seconds) AS quartiles
        FROM (
            SELECT c.seconds FROM call_spans c
            WHERE c.service_id = p_service AND c.business_date = today ORDER BY c.call_id DESC LIMIT 20
        ) c
        HAVING count(*) >= 8
    ) recent;
    IF pace_seconds IS NULL THEN
        SELECT p.median_seconds, p.spread_seconds INTO pace_seconds, spread_seconds FROM service_paces p
        WHERE p.service_id = p_service AND p.calls >= 8 AND p.hour IN (-1, this_hour)
        ORDER BY p.hour DESC LIMIT 1;
    END IF;
    IF pace_seconds IS NOT NULL THEN
        counters := nullif(counters_for(p_service, today), 0);
    END IF;
END $$;

-- Seconds until a ticket with so many before it is called, and the range that eight of ten keep to: those before it are
-- shared among the counters, who is served now is half done on average, and the spread of a sum of calls grows with the
-- root of their number. Two minutes either side are allowed always.
CREATE FUNCTION hms.expected_wait(p_ahead bigint, p_pace double precision, p_spread double precision,
                                  p_counters double precision, OUT seconds integer, OUT low integer, OUT high integer)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT round(w.mid)::integer, greatest(0, round(w.mid - w.side))::integer, round(w.mid + w.side)::integer
    FROM (SELECT (p_ahead + 0.5) * p_pace / p_counters AS mid,
                 1.2816 * p_spread * sqrt(p_ahead + 0.5) / p_counters + 120 AS side) w
$$;

-- Keeps the estimate that a ticket got when it joined the line; a row of NULLs where nothing can be said.
CREATE FUNCTION hms.keep_estimate(v hms.segments) RETURNS hms.ticket_estimates
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    f record;
    ahead bigint;
    kept ticket_estimates;
BEGIN
    SELECT * INTO f FROM forecast_of(v.service_id);
    IF f.pace_seconds IS NULL OR f.counters IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT count(*) INTO ahead FROM segments s
    WHERE s.service_id = v.service_id AND s.business_date = v.business_date AND s.state = 'waiting'
      AND (s.rank, s.place, s.id) < (v.rank, v.place, v.id);
    INSERT INTO ticket_estimates (segment_id, service_id, business_date, ahead, counters, seconds, low_seconds,
                                  high_seconds)
    SELECT v.id, v.service_id, v.business_date, ahead, f.counters, w.seconds, w.low, w.high
    FROM expected_wait(ahead, f.pace_seconds, f.spread_seconds, f.counters) w
    RETURNING * INTO kept;
    RETURN kept;
END $$;

-- What a newcomer would wait for each service today; NULL minutes where nothing can be said.
CREATE VIEW hms.service_waits AS
    SELECT s.id AS service_id, r.shows_estimate, line.waiting, f.pace_seconds, f.spread_seconds, f.counters,
           round(w.seconds / 60.0)::integer AS minutes
    FROM hms.services s
    JOIN hms.service_rules r ON r.service_id = s.id
    CROSS JOIN LATERAL hms.forecast_of(s.id) f
    CROSS JOIN LATERAL (
        SELECT count(*) AS waiting FROM hms.segments g
        WHERE g.service_id = s.id AND g.business_date = hms.business_date() AND g.state = 'waiting'
    ) line
    CROSS JOIN LATERAL hms.expected_wait(line.waiting, f.pace_seconds, f.spread_seconds, f.counters) w
    WHERE s.active;

-- Each estimate beside what came of it: from joining the line to the first call that stood.
CREATE VIEW hms.estimate_outcomes AS
    SELECT e.segment_id, e.service_id, e.business_date, e.seconds, e.low_seconds, e.high_seconds,
           extract(epoch FROM called.at - s.entered_at)::integer AS waited_seconds
    FROM hms.ticket_estimates e
    JOIN hms.segments s ON s.id = e.segment_id
    CROSS JOIN LATERAL (
        SELECT min(c.called_at) AS at FROM hms.standing_calls c WHERE c.segment_id = e.segment_id AND c.kind = 'call'
    ) called
    WHERE called.at IS NOT NULL;

GRANT SELECT ON hms.call_spans, hms.service_paces, hms.ticket_estimates, hms.service_waits, hms.estimate_outcomes
    TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.counters_for(bigint, date), hms.forecast_of(bigint),
    hms.expected_wait(bigint, double precision, double precision, double precision) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.measure_pace(bigint) TO hms_manager;
