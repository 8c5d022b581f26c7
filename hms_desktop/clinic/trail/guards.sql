-- The seals of the audit trail: blocks of entries, each with its SHA-256 and that of the block before.

-- What of an entry its seal covers.
CREATE FUNCTION hms.audit_line(p_entry hms.audit) RETURNS text
    LANGUAGE sql STABLE
    RETURN jsonb_build_array((p_entry).id, extract(epoch FROM (p_entry).at), (p_entry).person, (p_entry).workstation,
        (p_entry).subject, (p_entry).key, (p_entry).verb, (p_entry).before, (p_entry).after)::text;

CREATE FUNCTION hms.audit_digest(p_block bigint, p_previous bytea) RETURNS bytea
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT sha256(p_previous || convert_to(coalesce(string_agg(audit_line(a), E'\n' ORDER BY a.id), ''), 'UTF8'))
    FROM audit a WHERE a.block = p_block
$$;

-- Gives the committed entries that have no seal yet the next block, each month's a block of its own, so that a month
-- can be retired without breaking another's; returns how many. One sealer at a time.
CREATE FUNCTION hms.seal_audit() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    last audit_blocks;
    opens timestamptz;
    sealed bigint;
    in_all bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.seal_audit'));
    SELECT * INTO last FROM audit_blocks ORDER BY id DESC LIMIT 1;
    FOR opens IN SELECT DISTINCT date_trunc('month', at, 'UTC') FROM audit WHERE block IS NULL ORDER BY 1 LOOP
        last.id := coalesce(last.id, 0) + 1;
        UPDATE audit SET block = last.id
        WHERE block IS NULL AND at >= opens AND at < opens + interval '1 month';
        GET DIAGNOSTICS sealed = ROW_COUNT;
        CONTINUE WHEN sealed = 0;
        last.previous := coalesce(last.digest, '');
        last.digest := audit_digest(last.id, last.previous);
        INSERT INTO audit_blocks (id, sealed_at, entries, digest, previous)
        VALUES (last.id, hospital_now(), sealed, last.digest, last.previous);
        in_all := in_all + sealed;
    END LOOP;
    RETURN in_all;
END $$;

-- The blocks from p_from to p_until (NULL: from the first, to the last) that are no longer what was sealed, and blocks
-- that were never made; no row where the chain is whole. Of a retired month only the chain is left to look at.
CREATE FUNCTION hms.broken_seals(p_from bigint DEFAULT NULL, p_until bigint DEFAULT NULL)
    RETURNS TABLE (block bigint, sealed_entries bigint, found_entries bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    WITH retired AS (SELECT coalesce(range_agg(m), '{}') AS blocks FROM audit_retirements, unnest(blocks) m),
    chained AS (SELECT *, lag(digest, 1, ''::bytea) OVER (ORDER BY id) AS expected FROM audit_blocks
                WHERE id >= coalesce(p_from, 0) - 1 AND (p_until IS NULL OR id <= p_until)),
    found AS (SELECT a.block, count(*) AS entries FROM audit a
              WHERE a.block IS NOT NULL AND (p_from IS NULL OR a.block >= p_from)
                AND (p_until IS NULL OR a.block <= p_until OR a.block > (SELECT max(id) FROM audit_blocks))
              GROUP BY a.block)
    SELECT coalesce(b.id, f.block), coalesce(b.entries, 0), coalesce(f.entries, 0)
    FROM chained b FULL JOIN found f ON f.block = b.id CROSS JOIN retired r
    WHERE coalesce(b.id, f.block) >= coalesce(p_from, 0)
      AND (b.id IS NULL
           OR b.previous <> b.expected
           OR (NOT r.blocks @> b.id
               AND (b.entries <> coalesce(f.entries, 0) OR b.digest <> audit_digest(b.id, b.previous))))
$$;

-- What the sealing stands at. An entry that is dated long before the newest seal and has none came late: the work of a
-- transaction of more than an hour, or of somebody who wrote behind the suite's back.
CREATE FUNCTION hms.seal_state() RETURNS TABLE (newest_block bigint, sealed_at timestamptz, digest bytea,
        unsealed bigint, oldest_unsealed timestamptz, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT b.id, b.sealed_at, b.digest, count(a.id), min(a.at),
           count(a.id) FILTER (WHERE a.at < b.sealed_at - interval '1 hour')
    FROM (SELECT 1) one
    LEFT JOIN (SELECT * FROM audit_blocks ORDER BY id DESC LIMIT 1) b ON true
    LEFT JOIN audit a ON a.block IS NULL
    GROUP BY b.id, b.sealed_at, b.digest
$$;

GRANT EXECUTE ON FUNCTION hms.seal_audit(), hms.broken_seals(bigint, bigint), hms.seal_state() TO hms_manager, hms_admin;
GRANT EXECUTE ON FUNCTION hms.seal_audit() TO hms_worker;
