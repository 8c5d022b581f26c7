-- What the programs may tell of themselves: one small row a minute and their crashes; who and where the server says.

-- Buckets of durations (core/histogram.py) ---------------------------------------------------------------------------

CREATE FUNCTION hms.latency_bounds() RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN '{1,2,3,5,7,10,15,20,30,50,70,100,150,200,300,500,700,1000,1500,2000,3000,5000,10000}'::integer[];

-- The duration in ms that so large a share of all did not exceed; what took longer than the last bound is "at least".
CREATE FUNCTION hms.latency_quantile(p_counts bigint[], p_share numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH counted AS (
        SELECT n, count, sum(count) OVER (ORDER BY n) AS here, sum(count) OVER () AS total
        FROM unnest(p_counts) WITH ORDINALITY AS bucket (count, n)
    ), reached AS (
        SELECT n, count, here FROM counted WHERE count > 0 AND here >= p_share * total ORDER BY n LIMIT 1
    ), edges AS (
        SELECT r.*, coalesce((latency_bounds())[r.n - 1], 0) AS lower, (latency_bounds())[r.n] AS upper,
               (SELECT max(total) FROM counted) AS total
        FROM reached r
    )
    SELECT coalesce((SELECT CASE WHEN upper IS NULL THEN lower
                                 ELSE lower + (upper - lower) * (p_share * total - (here - count)) / count END
                     FROM edges), 0)
$$;

CREATE FUNCTION hms.added(p_one bigint[], p_other bigint[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT one + other FROM unnest(p_one, p_other) WITH ORDINALITY AS pair (one, other, n) ORDER BY n);

-- 24 whole numbers that are none below 0; refused otherwise.
CREATE FUNCTION hms.told_counts(p_counts jsonb) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF jsonb_typeof(p_counts) IS DISTINCT FROM 'array'
       OR jsonb_array_length(p_counts) <> cardinality(latency_bounds()) + 1
       OR EXISTS (SELECT FROM jsonb_array_elements_text(p_counts) count WHERE count !~ '^[0-9]{1,9}$') THEN
        PERFORM refuse('telemetry.form', 'What this program tells of itself cannot be read; update the program.');
    END IF;
    RETURN ARRAY(SELECT count::bigint FROM jsonb_array_elements_text(p_counts) WITH ORDINALITY c (count, n) ORDER BY n);
END $$;

-- A number between 0 and the most that it can mean; 0 where the row says nothing or nonsense.
CREATE FUNCTION hms.told_number(p_row jsonb, p_name text, p_most numeric, p_digits integer DEFAULT 0) RETURNS numeric
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN jsonb_typeof(p_row -> p_name) = 'number'
                THEN round(least(greatest((p_row ->> p_name)::numeric, 0), p_most), p_digits) ELSE 0 END;

-- What a program tells --------------------------------------------------------------------------------------------------

-- Every number of the row, none beyond what it can mean.
CREATE FUNCTION hms.told_numbers(p_row jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_object_agg(name, told_number(p_row, name, most, digits))
    FROM (VALUES ('seconds', 100000, 0), ('statements', 100000000, 0), ('statement_ms', 1000000000, 0),
                 ('slow_statements', 1000000, 0), ('slow_works', 1000000, 0), ('repeats', 1000000, 0),
                 ('pool_peak', 1000, 0), ('pool_checkouts', 100000000, 0), ('pool_opened', 1000000, 0),
                 ('pool_waits', 1000000, 0), ('pool_wait_ms', 1000000000, 0), ('lost', 1000000, 0),
                 ('line_ms', 3600000, 1), ('stalls', 1000000, 0), ('longest_stall_ms', 100000000, 0),
                 ('memory_mb', 10000000, 0), ('cpu_percent', 100000, 2), ('memory_percent', 100, 1),
                 ('disk_percent', 100, 1)) AS known (name, most, digits)
$$;

-- The works, tags and lines that are well formed, at most sixty of each.
CREATE FUNCTION hms.told_detail(p_row jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_object_agg(part.name, coalesce(kept.entries, '{}'))
    FROM unnest(ARRAY['works', 'caches', 'stalled']) AS part (name)
    CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(entry.key, entry.value) AS entries
        FROM (SELECT key, value
              FROM jsonb_each(CASE jsonb_typeof(p_row -> part.name) WHEN 'object' THEN p_row -> part.name ELSE '{}' END)
              WHERE key ~ '^[a-zA-Z0-9_.:]{1,120}$' AND jsonb_typeof(value) = 'object'
                AND octet_length(value::text) <= 400
              ORDER BY key LIMIT 60) entry
    ) kept
$$;

-- The month's partition, should nobody have opened it: telemetry follows the server's own clock, not the hospital's.
CREATE FUNCTION hms.open_telemetry_month(p_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF to_regclass('hms.telemetry' || to_char(p_at AT TIME ZONE 'UTC', '_YYYY_MM')) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('hms.open_month'));
        PERFORM open_month(p_at);
    END IF;
END $$;

-- The fleet's sums, row by row in one order, so that no two programs wait for each other in a circle.
CREATE FUNCTION hms.sum_telemetry(r hms.telemetry) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    this_hour timestamptz := date_trunc('hour', r.at, 'UTC');
BEGIN
    INSERT INTO fleet_caches AS f (hour, tag, hits, misses)
    SELECT this_hour, key, told_number(value, 'hits', 100000000), told_number(value, 'misses', 100000000)
    FROM jsonb_each(r.detail -> 'caches') ORDER BY key
    ON CONFLICT (hour, tag) DO UPDATE SET hits = f.hits + excluded.hits, misses = f.misses + excluded.misses;
    INSERT INTO fleet_works AS f (hour, name, calls, failed, ms, latency)
    SELECT this_hour, key, told_number(value, 'n', 1000000), told_number(value, 'failed', 1000000),
           told_number(value, 'ms', 1000000000), told_counts(value -> 'counts')
    FROM jsonb_each(r.detail -> 'works') ORDER BY key
    ON CONFLICT (hour, name) DO UPDATE SET calls = f.calls + excluded.calls, failed = f.failed + excluded.failed,
        ms = f.ms + excluded.ms, latency = added(f.latency, excluded.latency);
    INSERT INTO fleet_minutes AS f (at, clients, works, failed, statements, pool_checkouts, pool_opened, pool_waits,
                                    pool_wait_ms, lost, stalls, cache_hits, cache_misses, latency)
    VALUES (date_trunc('minute', r.at, 'UTC'), 1, r.works, r.failed, r.statements, r.pool_checkouts, r.pool_opened,
            r.pool_waits, r.pool_wait_ms, r.lost, r.stalls, r.cache_hits, r.cache_misses, r.latency)
    ON CONFLICT (at) DO UPDATE SET clients = f.clients + 1, works = f.works + excluded.works,
        failed = f.failed + excluded.failed, statements = f.statements + excluded.statements,
        pool_checkouts = f.pool_checkouts + excluded.pool_checkouts,
        pool_opened = f.pool_opened + excluded.pool_opened, pool_waits = f.pool_waits + excluded.pool_waits,
        pool_wait_ms = f.pool_wait_ms + excluded.pool_wait_ms, lost = f.lost + excluded.lost,
        stalls = f.stalls + excluded.stalls, cache_hits = f.cache_hits + excluded.cache_hits,
        cache_misses = f.cache_misses + excluded.cache_misses, latency = added(f.latency, excluded.latency);
END $$;

-- Keeps one minute of one program of this login at `p_place`; false where it told less than 20 seconds ago.
CREATE FUNCTION hms.keep_telemetry(p_row jsonb, p_place text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := clock_timestamp();
    told text := coalesce(p_row ->> 'program', '');
    counts bigint[] := told_counts(p_row -> 'latency');
    detail jsonb := told_detail(p_row);
    kept telemetry;
BEGIN
    IF octet_length(p_row::text) > 16000 OR told !~ '^hms-[a-z-]{1,30}$' THEN
        PERFORM refuse('telemetry.form', 'What this program tells of itself cannot be read; update the program.');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('telemetry ' || session_user || ' ' || p_place || ' ' || told));
    IF EXISTS (SELECT FROM telemetry t WHERE t.workstation = p_place AND t.at > now - interval '20 seconds'
                                         AND t.person = session_user AND t.program = told) THEN
        RETURN false;
    END IF;
    PERFORM open_telemetry_month(now);
    kept := jsonb_populate_record(NULL::telemetry, told_numbers(p_row) || jsonb_build_object(
        'at', now, 'person', session_user, 'workstation', p_place, 'program', told,
        'version', left(coalesce(p_row ->> 'version', ''), 40), 'latency', to_jsonb(counts), 'detail', detail,
        'works', (SELECT sum(count) FROM unnest(counts) count),
        'failed', (SELECT coalesce(sum(told_number(value, 'failed', 1000000)), 0) FROM jsonb_each(detail -> 'works')),
        'cache_hits', (SELECT coalesce(sum(told_number(value, 'hits', 10000000)), 0) FROM jsonb_each(detail -> 'caches')),
        'cache_misses', (SELECT coalesce(sum(told_number(value, 'misses', 10000000)), 0)
                         FROM jsonb_each(detail -> 'caches')),
        'id', nextval(pg_get_serial_sequence('hms.telemetry', 'id'))));
    INSERT INTO telemetry OVERRIDING SYSTEM VALUE SELECT kept.*;
    PERFORM sum_telemetry(kept);
    RETURN true;
END $$;

CREATE FUNCTION hms.tell_telemetry(p_row jsonb) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT keep_telemetry(p_row, workstation())
$$;

-- Keeps one crash of one program of this login; false where it has told of twenty within the hour.
CREATE FUNCTION hms.keep_crash(p_crash jsonb, p_place text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    told text := coalesce(p_crash ->> 'program', '');
BEGIN
    IF octet_length(p_crash::text) > 4000 OR told !~ '^hms-[a-z-]{1,30}$'
       OR coalesce(p_crash ->> 'line', '') !~ '^[a-zA-Z0-9_.:<>-]{0,200}$' THEN
        PERFORM refuse('telemetry.form', 'What this program tells of itself cannot be read; update the program.');
    ELSIF (SELECT count(*) FROM crashes c WHERE c.workstation = p_place AND c.person = session_user
                                            AND c.at > clock_timestamp() - interval '1 hour') >= 20 THEN
        RETURN false;
    END IF;
    INSERT INTO crashes (at, person, workstation, program, version, kind, line, report)
    VALUES (clock_timestamp(), session_user, p_place, told, left(coalesce(p_crash ->> 'version', ''), 40),
            left(coalesce(p_crash ->> 'kind', ''), 200), coalesce(p_crash ->> 'line', ''),
            left(coalesce(p_crash ->> 'report', ''), 12));
    RETURN true;
END $$;

CREATE FUNCTION hms.tell_crash(p_crash jsonb) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT keep_crash(p_crash, workstation())
$$;

-- A screen's program says the same of itself, under its login only while the screen is in use.
CREATE FUNCTION kiosk.tell_telemetry(p_row jsonb) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT keep_telemetry(p_row, workstation()) FROM own_display()
$$;

CREATE FUNCTION kiosk.tell_crash(p_crash jsonb) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT keep_crash(p_crash, workstation()) FROM own_display()
$$;

-- The fleet's sums of more than thirteen months and crashes of as long; months of telemetry go as whole partitions.
CREATE FUNCTION hms.prune_fleet() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    oldest timestamptz := clock_timestamp() - interval '13 months';
    gone bigint;
BEGIN
    DELETE FROM fleet_works WHERE hour < oldest;
    DELETE FROM fleet_caches WHERE hour < oldest;
    DELETE FROM crashes WHERE at < oldest;
    DELETE FROM fleet_minutes WHERE at < oldest;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

-- What IT and the manager read ---------------------------------------------------------------------------------------

-- The last word of each program that spoke within the hour.
CREATE VIEW hms.fleet_clients AS
    SELECT DISTINCT ON (t.workstation, t.person, t.program) t.*,
           extract(epoch FROM clock_timestamp() - t.at)::double precision AS silent_seconds
    FROM hms.telemetry t
    WHERE t.at > clock_timestamp() - interval '1 hour'
    ORDER BY t.workstation, t.person, t.program, t.at DESC;

-- The statements on which this database spends most of its time; none where the server has no pg_stat_statements.
CREATE FUNCTION hms.costly_statements(p_most integer)
    RETURNS TABLE (statement text, calls bigint, total_ms double precision, mean_ms double precision,
                   longest_ms double precision, rows_a_call double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF to_regclass('public.pg_stat_statements') IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE $sql$
        SELECT left(regexp_replace(min(s.query), '\s+', ' ', 'g'), 400), sum(s.calls)::bigint, sum(s.total_exec_time),
               sum(s.total_exec_time) / sum(s.calls), max(s.max_exec_time), sum(s.rows)::double precision / sum(s.calls)
        FROM public.pg_stat_statements s
        WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.toplevel
        GROUP BY s.queryid HAVING sum(s.calls) > 0
        ORDER BY sum(s.total_exec_time) DESC LIMIT $1
    $sql$ USING least(greatest(p_most, 1), 200);
EXCEPTION WHEN object_not_in_prerequisite_state THEN
    RETURN;  -- the extension was made, and the server does not load its library
END $$;

-- How long those waited who were called in the last `p_minutes`, in steps of five minutes at least; minutes, and the
-- hospital's wall clock.
CREATE FUNCTION hms.waits_over_time(p_minutes integer)
    RETURNS TABLE (at timestamp, called bigint, p50 double precision, p95 double precision, longest double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT date_bin(make_interval(mins => greatest(5, p_minutes / 48)), w.left_at, 'epoch') AT TIME ZONE f.time_zone,
           count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY m.minutes),
           percentile_disc(0.95) WITHIN GROUP (ORDER BY m.minutes), max(m.minutes)
    FROM facility f CROSS JOIN services v
    JOIN line_waits w ON w.service_id = v.id AND w.business_date >= (SELECT business_date()) - (p_minutes / 1440 + 1)
    CROSS JOIN LATERAL (SELECT extract(epoch FROM w.left_at - w.entered_at)::double precision / 60 AS minutes) m
    WHERE w.left_at >= (SELECT hospital_now()) - make_interval(mins => p_minutes)
    GROUP BY 1, f.time_zone ORDER BY 1
$$;

GRANT EXECUTE ON FUNCTION hms.tell_telemetry(jsonb), hms.tell_crash(jsonb) TO hms_staff, hms_worker, hms_monitor;
GRANT EXECUTE ON FUNCTION kiosk.tell_telemetry(jsonb), kiosk.tell_crash(jsonb) TO hms_kiosk, hms_checkin;
GRANT EXECUTE ON FUNCTION hms.prune_fleet() TO hms_worker;
GRANT SELECT ON hms.telemetry, hms.fleet_minutes, hms.fleet_works, hms.fleet_caches, hms.crashes, hms.fleet_clients
    TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.costly_statements(integer), hms.latency_quantile(bigint[], numeric), hms.told_counts(jsonb)
    TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.waits_over_time(integer) TO hms_manager, hms_admin;
