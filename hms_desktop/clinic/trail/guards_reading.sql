-- Reading the trail: what changed from what to what, and who opened a restricted record; nobody reads around rule 19.

-- The patients that a row of p_table speaks of, along its references (at most three of them one after the other).
CREATE FUNCTION hms.patients_of(p_table text, p_row jsonb, p_depth integer DEFAULT 0) RETURNS bigint[]
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    reference record;
    next_row jsonb;
    found bigint[] := '{}';
BEGIN
    IF p_table = 'patients' THEN
        RETURN ARRAY[(p_row ->> 'id')::bigint];
    END IF;
    FOR reference IN
        SELECT a.attname::text AS name, target.relname::text AS target
        FROM pg_constraint c
        JOIN pg_class target ON target.oid = c.confrelid
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = c.confkey[1]
        WHERE c.contype = 'f' AND c.conrelid = to_regclass('hms.' || quote_ident(p_table))
          AND cardinality(c.conkey) = 1 AND t.attname = 'id' AND target.relname <> p_table
    LOOP
        CONTINUE WHEN p_row ->> reference.name IS NULL;
        IF reference.target = 'patients' THEN
            found := found || (p_row ->> reference.name)::bigint;
        ELSIF p_depth < 2 THEN
            EXECUTE format('SELECT to_jsonb(t) FROM hms.%I t WHERE t.id::text = $1', reference.target)
                INTO next_row USING p_row ->> reference.name;
            found := found || patients_of(reference.target, next_row, p_depth + 1);
        END IF;
    END LOOP;
    RETURN found;
END $$;

-- Whether an entry speaks of a restricted record that is not open for this person. An update keeps only what changed,
-- so that the row itself is asked whom it is about, or where it is gone the entry with which it came or went.
CREATE FUNCTION hms.entry_is_closed(p_entry hms.audit) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    whole jsonb := coalesce((p_entry).after, (p_entry).before);
BEGIN
    IF NOT EXISTS (SELECT FROM patients WHERE restricted) THEN
        RETURN false;
    END IF;
    IF (p_entry).verb = 'update' THEN
        IF to_regclass('hms.' || quote_ident((p_entry).subject)) IS NOT NULL THEN
            EXECUTE format('SELECT to_jsonb(t) FROM hms.%I t WHERE t.id = $1', (p_entry).subject)
                INTO whole USING (p_entry).key;
        END IF;
        IF whole IS NULL THEN
            SELECT coalesce(a.after, a.before) INTO whole FROM audit a
            WHERE a.subject = (p_entry).subject AND a.key = (p_entry).key AND a.verb <> 'update'
            ORDER BY a.at DESC LIMIT 1;
        END IF;
    END IF;
    RETURN patients_of((p_entry).subject, whole) && closed_records();
END $$;

-- The values of an entry as this person may read them: a stock-take is blind here too, to whoever counts it.
CREATE FUNCTION hms.values_read(p_subject text, p_values jsonb) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT CASE WHEN p_subject = 'stock_take_entries' AND NOT coalesce((
            SELECT r.books FROM stock_take_lines l JOIN counts_read r USING (stock_take_id)
            WHERE l.id = (p_values ->> 'line_id')::bigint), false)
        THEN p_values - 'balance' ELSE p_values END
$$;

-- What one entry changed; of a restricted record that is not open nothing but that it is one.
CREATE FUNCTION hms.audit_values(p_at timestamptz, p_id bigint)
    RETURNS TABLE (closed boolean, before jsonb, after jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    entry audit;
BEGIN
    SELECT * INTO entry FROM audit a WHERE a.at = p_at AND a.id = p_id;
    IF FOUND THEN
        closed := entry_is_closed(entry);
        before := CASE WHEN NOT closed THEN values_read(entry.subject, entry.before) END;
        after := CASE WHEN NOT closed THEN values_read(entry.subject, entry.after) END;
        RETURN NEXT;
    END IF;
END $$;

-- Entries for an inspector, oldest first, with their values and the block that seals them.
CREATE FUNCTION hms.audit_export(p_from timestamptz, p_until timestamptz, p_after_at timestamptz, p_after_id bigint,
                                 p_limit integer)
    RETURNS TABLE (id bigint, at timestamptz, person text, workstation text, subject text, key bigint, verb text,
                   closed boolean, before jsonb, after jsonb, block bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT e.id, e.at, e.person, e.workstation, e.subject, e.key, e.verb, e.closed,
           CASE WHEN NOT e.closed THEN values_read(e.subject, e.before) END,
           CASE WHEN NOT e.closed THEN values_read(e.subject, e.after) END, e.block
    FROM (
        SELECT a.*, entry_is_closed(a) AS closed FROM audit a
        WHERE a.at >= p_from AND a.at < p_until
          AND (p_after_id IS NULL OR (a.at, a.id) > (p_after_at, p_after_id))
        ORDER BY a.at, a.id LIMIT least(p_limit, 5000)
    ) e
    ORDER BY e.at, e.id
$$;

-- The restricted records that somebody opened, newest first: whose, who, and with what reason (rule 19).
CREATE FUNCTION hms.restricted_openings(p_from timestamptz, p_until timestamptz)
    RETURNS TABLE (id bigint, opened_at timestamptz, open_until timestamptz, person text, mrn text, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT o.id, o.opened_at, o.open_until, o.person, p.mrn, o.reason
    FROM opened_records o JOIN patients p ON p.id = o.patient_id
    WHERE o.opened_at >= p_from AND o.opened_at < p_until
    ORDER BY o.opened_at DESC, o.id DESC LIMIT 2000
$$;

-- The tables whose changes the trail keeps.
CREATE FUNCTION hms.audited_tables() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT DISTINCT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'hms'::regnamespace AND t.tgname LIKE 'audit\_%' ORDER BY 1
$$;

-- The moments at which a local day begins.
CREATE FUNCTION hms.day_opens(p_day date) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp
    RETURN (SELECT p_day::timestamp AT TIME ZONE f.time_zone FROM hms.facility f);

GRANT EXECUTE ON FUNCTION hms.day_opens(date) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.audited_tables(), hms.restricted_openings(timestamptz, timestamptz)
    TO hms_manager, hms_admin;
-- What was in a field before may be about a patient: a manager's to read, not the computer people's.
GRANT EXECUTE ON FUNCTION hms.audit_values(timestamptz, bigint),
    hms.audit_export(timestamptz, timestamptz, timestamptz, bigint, integer) TO hms_manager;
