-- The relay: one program listens and writes down each knock; many ask each two seconds what is new. Where no relay runs,
-- nothing of this is touched: the knocks themselves know nothing of it.

-- Writes down what was heard, and that the relay is there; what is older than ten minutes goes, the newest always stays.
-- Only one relay writes at a time, so that an id that can be seen has none below it that will be seen later.
CREATE FUNCTION hms.relay_knocks(p_channels text[], p_areas text[], p_keys text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.relay_knocks'));
    INSERT INTO relayed_knocks (channel, area, key)
    SELECT channel, area, key FROM unnest(p_channels, p_areas, p_keys) AS heard (channel, area, key);
    INSERT INTO relay_beats (beat_at) VALUES (clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at;
    DELETE FROM relayed_knocks
    WHERE at < clock_timestamp() - interval '10 minutes' AND id < (SELECT max(id) FROM relayed_knocks);
END $$;

-- What was heard after p_last, each once, as channel, area and key; null where that cannot be told any more, or would be
-- much: then anything may have changed. `silent` are the seconds since the relay was seen, null where it never was.
CREATE FUNCTION hms.knocks_since(p_last bigint) RETURNS TABLE (last bigint, silent double precision, knocks jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    oldest bigint;
BEGIN
    SELECT min(id), coalesce(max(id), 0) INTO oldest, last FROM relayed_knocks;
    silent := (SELECT extract(epoch FROM clock_timestamp() - beat_at) FROM relay_beats);
    IF p_last IS NULL OR p_last = last THEN
        knocks := '[]';
    ELSIF p_last > last OR p_last < oldest - 1 OR last - p_last > 500 THEN
        knocks := NULL;
    ELSE
        SELECT jsonb_agg(DISTINCT jsonb_build_array(k.channel, k.area, k.key)) INTO knocks
        FROM relayed_knocks k WHERE k.id > p_last;
    END IF;
    RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION hms.relay_knocks(text[], text[], text[]) TO hms_worker;
GRANT EXECUTE ON FUNCTION hms.knocks_since(bigint) TO hms_staff;
