-- The months of what grows for ever: opened ahead, made quick to search when over, and retired when the hospital says so.

-- This month and the next two, so that no write ever waits for its partition.
CREATE FUNCTION hms.open_months() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT open_month(hospital_now() + step * interval '1 month') FROM generate_series(0, 2) step
$$;

-- The partitions of p_table, with the month of each.
CREATE FUNCTION hms.months_of(p_table text) RETURNS TABLE (part text, opens timestamptz)
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT c.relname::text, to_timestamp(right(c.relname, 7) || ' +00', 'YYYY_MM TZH')
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = to_regclass('hms.' || quote_ident(p_table)) AND c.relname ~ '_\d{4}_\d{2}$' ORDER BY 2
$$;

-- Months of the trail that are over for two days get their index by person: nobody writes there any more, so that what
-- it costs is paid once, and no desk pays it with each change. Returns how many got one.
CREATE FUNCTION hms.close_months() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    month record;
    closed integer := 0;
BEGIN
    FOR month IN SELECT part FROM months_of('audit') WHERE opens + interval '1 month 2 days' < hospital_now() LOOP
        CONTINUE WHEN to_regclass('hms.' || quote_ident(month.part || '_person_idx')) IS NOT NULL;
        EXECUTE format('CREATE INDEX %I ON hms.%I (person, at, id)', month.part || '_person_idx', month.part);
        closed := closed + 1;
    END LOOP;
    RETURN closed;
END $$;

-- Drops the months that are older than the hospital keeps them. A month of the trail goes only when each of its entries
-- is sealed; which blocks went with it stays written down, and their hashes stay in the chain.
CREATE FUNCTION hms.retire_months() RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET lock_timeout = '2s' SET search_path = hms, public, pg_temp AS $$
DECLARE
    month record;
    waiting boolean;
BEGIN
    FOR month IN
        SELECT r.subject, m.part, m.opens FROM retention r CROSS JOIN LATERAL months_of(r.subject) m
        WHERE r.keep_months IS NOT NULL
          AND m.opens + interval '1 month' <= hospital_now() - make_interval(months => r.keep_months::integer)
        ORDER BY r.subject, m.opens
    LOOP
        IF month.subject = 'audit' THEN
            EXECUTE format('SELECT EXISTS (SELECT FROM hms.%I WHERE block IS NULL)', month.part) INTO waiting;
            CONTINUE WHEN waiting;
            EXECUTE format('INSERT INTO hms.audit_retirements (month, entries, blocks, retired_at)
                SELECT $1, coalesce(sum(each.entries), 0),
                       coalesce(range_agg(int8range(each.block, each.block, ''[]'')), ''{}''), hms.hospital_now()
                FROM (SELECT block, count(*) AS entries FROM hms.%I GROUP BY block) each', month.part)
                USING month.opens;
        END IF;
        EXECUTE format('DROP TABLE hms.%I', month.part);
        RETURN NEXT month.part;
    END LOOP;
END $$;

-- How long the months of p_subject are kept; NULL: for ever.
CREATE FUNCTION hms.keep_months(p_intent uuid, p_subject text, p_months integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'keep_months');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    IF p_months < 12 AND p_subject = 'audit' OR p_months < 1 THEN
        PERFORM refuse('trail.too_short', 'The audit trail is kept for at least 12 months, everything else for one.');
    END IF;
    UPDATE retention SET keep_months = p_months WHERE subject = p_subject;
    IF NOT FOUND THEN
        PERFORM refuse('trail.unknown', 'Nothing of that name is kept by the month.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('subject', p_subject));
END $$;

CREATE TRIGGER keep_retirements BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.audit_retirements
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
-- Whatever is kept by the month has its line here; for ever, until somebody decides otherwise.
INSERT INTO hms.retention (subject)
    SELECT c.relname FROM pg_class c WHERE c.relkind = 'p' AND c.relnamespace = 'hms'::regnamespace
    ON CONFLICT (subject) DO NOTHING;
SELECT hms.audited('retention');
SELECT hms.knocks('retention', 'hms_changes', 'trail', 'subject');
GRANT SELECT ON hms.retention, hms.audit_retirements TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.keep_months(uuid, text, integer) TO hms_admin;
GRANT EXECUTE ON FUNCTION hms.open_months(), hms.close_months(), hms.retire_months() TO hms_worker;
