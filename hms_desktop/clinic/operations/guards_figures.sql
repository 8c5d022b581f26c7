-- The figures that are watched: one row each, with what it is about where there are several of a kind.

-- The share of all work that went so fast lately; and how often a cache had what was asked for.
CREATE FUNCTION hms.work_figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH lately AS (SELECT * FROM fleet_minutes WHERE at > statement_timestamp() - interval '15 minutes'),
    buckets AS (
        SELECT array_agg(counted ORDER BY n) AS counts
        FROM (SELECT n, sum(count)::bigint AS counted
              FROM lately, unnest(latency) WITH ORDINALITY AS bucket (count, n) GROUP BY n) each
    )
    SELECT 'work_p95_ms', '', latency_quantile(counts, 0.95)::double precision FROM buckets WHERE counts IS NOT NULL
    UNION ALL
    SELECT 'work_failed_percent', '', 100.0 * sum(failed) / sum(works) FROM lately HAVING sum(works) >= 100
    UNION ALL
    SELECT 'cache_hit_percent', '', 100.0 * sum(cache_hits) / sum(cache_hits + cache_misses)
    FROM fleet_minutes WHERE at > statement_timestamp() - interval '1 hour' HAVING sum(cache_hits + cache_misses) >= 500
$$;

-- What each program said of its machine last, and programs too old for this database.
CREATE FUNCTION hms.client_figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH now AS (SELECT * FROM fleet_clients WHERE silent_seconds < 300),
    oldest AS (SELECT string_to_array(min_client_version, '.')::integer[] AS version FROM served_clients)
    SELECT 'clients', '', count(*)::double precision FROM now
    UNION ALL SELECT 'memory_percent', workstation, max(memory_percent) FROM now GROUP BY workstation
    UNION ALL SELECT 'disk_percent', workstation, max(disk_percent) FROM now GROUP BY workstation
    UNION ALL
    SELECT 'old_clients', '', count(*)
    FROM now, oldest
    WHERE now.version ~ '^\d{1,6}(\.\d{1,6})*$'
      AND string_to_array(now.version, '.')::integer[] < oldest.version
    UNION ALL SELECT 'crashes_an_hour', '', count(*) FROM crashes WHERE at > statement_timestamp() - interval '1 hour'
$$;

-- How old the newest backup is (where none was ever made: the database), how far the trail is sealed, which screens are
-- silent, what was not sent.
CREATE FUNCTION hms.upkeep_figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT 'backup_hours', '', extract(epoch FROM clock_timestamp()
               - coalesce((SELECT max(made_at) FROM backups), (SELECT created_at FROM installation))) / 3600
    UNION ALL
    SELECT 'display_silent_seconds', name, silent_seconds FROM display_states WHERE active AND silent_seconds IS NOT NULL
    UNION ALL
    SELECT 'unsealed_minutes', '', coalesce(extract(epoch FROM hospital_now() - oldest_unsealed) / 60, 0) FROM seal_state()
    UNION ALL SELECT 'late_entries', '', coalesce(late, 0) FROM seal_state()
$$;

-- Work that goes on by itself: what failed for good, what waits longer than it should, who does it, what was not sent.
CREATE FUNCTION hms.job_figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT 'jobs_failed', k.task, count(j.id) FILTER (WHERE j.state = 'failed')::double precision
    FROM job_tasks k LEFT JOIN job_lines j ON j.task = k.task GROUP BY k.task
    UNION ALL
    SELECT 'jobs_waiting', '', count(*) FROM job_lines WHERE state = 'waiting'
    UNION ALL
    SELECT 'jobs_late_minutes', '', coalesce(max(extract(epoch FROM hospital_now() - next_at)) FILTER
               (WHERE next_at < hospital_now()), 0) / 60 FROM schedule_lines
    UNION ALL
    SELECT 'worker_silent_seconds', '', extract(epoch FROM clock_timestamp() - max(seen_at))
    FROM workers HAVING count(*) > 0
    UNION ALL
    SELECT 'messages_unsent', '', count(*) FROM outbox
    WHERE state = 'unknown' OR (state = 'failed' AND settled_at > hospital_now() - interval '1 day')
$$;

-- What the server says of itself; of others' connections only to who may read all statistics (pg_monitor).
CREATE FUNCTION hms.server_figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'connections_percent', '', 100.0 * (SELECT sum(numbackends) FROM pg_stat_database)
                                      / current_setting('max_connections')::integer
    UNION ALL
    SELECT 'transaction_minutes', '', coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)), 0) / 60
    FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
    UNION ALL
    SELECT 'replication_seconds', coalesce(nullif(application_name, ''), host(client_addr), 'replica'),
           coalesce(extract(epoch FROM replay_lag), 0)
    FROM pg_stat_replication WHERE state IS NOT NULL
    UNION ALL
    SELECT 'archive_failing_minutes', '',
           CASE WHEN last_failed_time > coalesce(last_archived_time, '-infinity')
                THEN extract(epoch FROM clock_timestamp() - last_failed_time) / 60 + 1 ELSE 0 END
    FROM pg_stat_archiver WHERE current_setting('archive_mode') <> 'off'
    UNION ALL
    SELECT 'database_megabytes', '', pg_database_size(current_database()) / 1048576.0
    UNION ALL
    SELECT 'deadlocks', '', deadlocks::double precision FROM pg_stat_database WHERE datname = current_database()
    UNION ALL
    SELECT 'rolled_back_percent', '', 100.0 * xact_rollback / nullif(xact_commit + xact_rollback, 0)
    FROM pg_stat_database WHERE datname = current_database() AND xact_commit > 1000
$$;

-- The people who wait, by service: what a wall of figures shows, not what is watched.
CREATE FUNCTION hms.queue_figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT 'waiting', s.name, count(g.id)::double precision
    FROM services s LEFT JOIN segments g ON g.service_id = s.id AND g.state = 'waiting' AND g.business_date = business_date()
    WHERE s.active GROUP BY s.name
    UNION ALL
    SELECT 'longest_wait_minutes', s.name, max(extract(epoch FROM hospital_now() - g.entered_at)) / 60
    FROM services s JOIN segments g ON g.service_id = s.id AND g.state = 'waiting' AND g.business_date = business_date()
    WHERE s.active GROUP BY s.name
$$;

CREATE FUNCTION hms.figures() RETURNS TABLE (figure text, subject text, value double precision)
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT * FROM work_figures() UNION ALL SELECT * FROM client_figures() UNION ALL SELECT * FROM upkeep_figures()
    UNION ALL SELECT * FROM job_figures() UNION ALL SELECT * FROM server_figures() UNION ALL SELECT * FROM queue_figures()
$$;

GRANT EXECUTE ON FUNCTION hms.figures(), hms.work_figures(), hms.client_figures(), hms.upkeep_figures(),
    hms.job_figures(), hms.server_figures(), hms.queue_figures() TO hms_monitor, hms_worker, hms_admin, hms_manager;
