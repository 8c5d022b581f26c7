-- What the worker does to keep the house in order: days closed, old rows gone, statistics taken, stock looked through.

-- Closes the days before today, whose date the worker need not know.
CREATE FUNCTION hms.close_past_days(p_intent uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    closed jsonb := close_day(p_intent, business_date() - 1);
BEGIN
    RETURN jsonb_build_object('not_served', closed -> 'not_served');
END $$;

-- Finished jobs, their runs and workers that are long gone.
CREATE FUNCTION hms.prune_jobs() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, procrastinate, public, pg_temp AS $$
DECLARE
    gone bigint;
    more bigint;
BEGIN
    DELETE FROM procrastinate_jobs j WHERE j.status IN ('succeeded', 'cancelled', 'aborted')
        AND NOT EXISTS (SELECT FROM procrastinate_events e WHERE e.job_id = j.id AND e.at > now() - interval '2 days');
    GET DIAGNOSTICS gone = ROW_COUNT;
    DELETE FROM job_runs WHERE ended_at < hospital_now() - interval '30 days';
    GET DIAGNOSTICS more = ROW_COUNT;
    DELETE FROM job_wishes WHERE job_id IS NOT NULL AND wished_at < hospital_now() - interval '30 days';
    DELETE FROM workers WHERE seen_at < clock_timestamp() - interval '30 days';
    RETURN gone + more;
END $$;

-- Nobody looks after the statistics of a partitioned table as a whole but who asks for them; its parts have autovacuum.
CREATE FUNCTION hms.analyse_partitioned() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    whole regclass;
    many integer := 0;
BEGIN
    FOR whole IN SELECT c.oid FROM pg_class c WHERE c.relkind = 'p' AND c.relnamespace = 'hms'::regnamespace LOOP
        EXECUTE format('ANALYZE %s', whole);
        many := many + 1;
    END LOOP;
    RETURN jsonb_build_object('tables', many);
END $$;

-- What is short or soon past its day: batches that lie there expired, those with 90 days left, and medicines below the
-- level at which a store orders.
CREATE FUNCTION hms.stock_alerts() RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_build_object(
        'expired', count(*) FILTER (WHERE b.expiry < business_date()),
        'expiring', count(*) FILTER (WHERE b.expiry BETWEEN business_date() AND business_date() + 90),
        'low', (SELECT count(*) FROM store_levels l
                WHERE coalesce((SELECT sum(a.units) FROM allocatable a
                                WHERE a.store_id = l.store_id AND a.medicine_id = l.medicine_id), 0) < l.reorder_at))
    FROM batches b WHERE EXISTS (SELECT FROM balances h WHERE h.batch_id = b.id AND h.units > 0)
$$;

GRANT EXECUTE ON FUNCTION hms.close_past_days(uuid), hms.prune_jobs(), hms.analyse_partitioned(),
    hms.stock_alerts() TO hms_worker;
