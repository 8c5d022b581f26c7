-- The reports of the pharmacy: what was handed out, what the stock is worth, what expires, the controlled register.

CREATE FUNCTION hms.medicine_title(p_name text, p_strength text, p_form text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN p_name || CASE WHEN p_strength = '' THEN '' ELSE ' ' || p_strength END
                  || CASE WHEN p_form = '' THEN '' ELSE ' ' || p_form END;

-- By medicine: lines handed out, base units, what of them came back until now, and what stayed out at cost, each line
-- rounded half-up once. Lines of one batch and quantity are rounded together, which is the same; what came back is
-- found by its reversal.
CREATE FUNCTION hms.report_dispensing(p_from date, p_until date, p_store bigint)
    RETURNS TABLE (medicine text, base_unit text, lines bigint, units bigint, returned bigint, value numeric)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT medicine_title(m.name, m.strength, m.form), m.base_unit, sum(g.lines)::bigint,
           sum(g.lines * g.units)::bigint, sum(g.returned)::bigint,
           sum(g.lines * round(g.units * coalesce(b.unit_cost, 0), 2)
               - round(g.back * coalesce(b.unit_cost, 0), 2)
               + round((g.back - g.returned) * coalesce(b.unit_cost, 0), 2))
    FROM (
        SELECT v.batch_id, -v.units AS units, count(*) AS lines, 0 AS back, 0 AS returned
        FROM movements v
        WHERE v.kind = 'dispense' AND v.occurred_on BETWEEN p_from AND p_until
          AND (p_store IS NULL OR v.store_id = p_store)
        GROUP BY v.batch_id, v.units
        UNION ALL
        SELECT l.batch_id, 0, 0, l.units, l.returned
        FROM reversals r
        JOIN dispenses d ON d.id = r.dispense_id
        JOIN dispense_lines l ON l.dispense_id = d.id
        WHERE d.business_date BETWEEN p_from AND p_until AND (p_store IS NULL OR d.store_id = p_store)
    ) g
    JOIN batches b ON b.id = g.batch_id
    JOIN medicines m ON m.id = b.medicine_id
    GROUP BY m.id ORDER BY 6 DESC, 1;
END $$;

-- By day, or by month in a longer report: how often something was handed out, in how many lines, and taken back since.
CREATE FUNCTION hms.report_dispensing_days(p_from date, p_until date, p_store bigint)
    RETURNS TABLE (day date, dispenses bigint, lines bigint, reversed bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT report_step(g.on_day, p_from, p_until), sum(g.dispenses)::bigint, sum(g.lines)::bigint,
           sum(g.reversed)::bigint
    FROM (
        SELECT d.business_date AS on_day, count(*) AS dispenses, 0 AS lines, 0 AS reversed FROM dispenses d
        WHERE d.business_date BETWEEN p_from AND p_until AND (p_store IS NULL OR d.store_id = p_store)
        GROUP BY d.business_date
        UNION ALL
        SELECT v.occurred_on, 0, count(*), 0 FROM movements v
        WHERE v.kind = 'dispense' AND v.occurred_on BETWEEN p_from AND p_until
          AND (p_store IS NULL OR v.store_id = p_store)
        GROUP BY v.occurred_on
        UNION ALL
        SELECT d.business_date, 0, 0, 1 FROM reversals r JOIN dispenses d ON d.id = r.dispense_id
        WHERE d.business_date BETWEEN p_from AND p_until AND (p_store IS NULL OR d.store_id = p_store)
    ) g
    GROUP BY 1 ORDER BY 1;
END $$;

-- What lay in each store at the end of that day: the balances of now without what moved since. A batch in a store is
-- one line, rounded half-up once; without a known cost it is worth nothing and said so.
CREATE FUNCTION hms.report_stock_value(p_on date, p_store bigint)
    RETURNS TABLE (store text, medicine text, base_unit text, batches bigint, units bigint, value numeric,
                   unusable numeric, unpriced bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH held AS (
        SELECT n.batch_id, n.store_id, sum(n.units)::bigint AS units
        FROM (
            SELECT l.batch_id, l.store_id, l.units FROM balances l WHERE p_store IS NULL OR l.store_id = p_store
            UNION ALL
            SELECT v.batch_id, v.store_id, -sum(v.units) FROM movements v
            WHERE v.occurred_on > p_on AND (p_store IS NULL OR v.store_id = p_store)
            GROUP BY v.batch_id, v.store_id
        ) n
        GROUP BY n.batch_id, n.store_id HAVING sum(n.units) > 0
    )
    SELECT t.name, medicine_title(m.name, m.strength, m.form), m.base_unit, count(*), sum(h.units)::bigint,
           coalesce(sum(round(h.units * b.unit_cost, 2)), 0),
           coalesce(sum(round(h.units * b.unit_cost, 2)) FILTER (WHERE b.expiry < p_on OR b.state <> 'usable'), 0),
           coalesce(sum(h.units) FILTER (WHERE b.unit_cost IS NULL), 0)::bigint
    FROM held h
    JOIN batches b ON b.id = h.batch_id
    JOIN medicines m ON m.id = b.medicine_id
    JOIN stores t ON t.id = h.store_id
    GROUP BY t.id, m.id ORDER BY t.name, 2, m.id;
END $$;

-- Batches on the shelf that have expired, or will until that day; the value as above.
CREATE FUNCTION hms.report_expiry(p_until date, p_store bigint)
    RETURNS TABLE (expiry date, days integer, medicine text, lot text, store text, units bigint, base_unit text,
                   value numeric, state text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT b.expiry, b.expiry - today.at, medicine_title(m.name, m.strength, m.form), b.lot, t.name, l.units,
           m.base_unit, round(l.units * coalesce(b.unit_cost, 0), 2),
           CASE WHEN b.state = 'usable' AND b.expiry < today.at THEN 'expired' ELSE b.state END
    FROM (SELECT business_date() AS at) today
    JOIN batches b ON b.expiry <= p_until
    JOIN balances l ON l.batch_id = b.id AND l.units > 0
    JOIN medicines m ON m.id = b.medicine_id
    JOIN stores t ON t.id = l.store_id
    WHERE p_store IS NULL OR l.store_id = p_store
    ORDER BY b.expiry, 3, b.lot, t.name
$$;

-- Every entry of the register in those days; a restricted patient whom this person has not opened is not named.
CREATE FUNCTION hms.report_controlled(p_from date, p_until date, p_store bigint)
    RETURNS TABLE (store text, medicine text, number bigint, at timestamp, kind text, units bigint, balance bigint,
                   mrn text, patient text, document text, reason text, person text, witness text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET plan_cache_mode = force_custom_plan
    SET search_path = hms, public, pg_temp AS $$
DECLARE
    opens timestamptz := business_day_opens(p_from);
    closes timestamptz := business_day_opens(p_until + 1);
BEGIN
    RETURN QUERY
    SELECT t.name, medicine_title(m.name, m.strength, m.form), e.number, e.entered_at AT TIME ZONE f.time_zone, e.kind,
           e.units, e.balance, coalesce(e.mrn, ''), coalesce(e.patient, ''), coalesce(e.document, ''), e.reason,
           e.person, e.witness
    FROM facility f
    JOIN controlled_lines e ON e.entered_at >= opens AND e.entered_at < closes
    JOIN stores t ON t.id = e.store_id
    JOIN medicines m ON m.id = e.medicine_id
    WHERE p_store IS NULL OR e.store_id = p_store
    ORDER BY t.name, 2, m.id, e.number;
END $$;

GRANT EXECUTE ON FUNCTION hms.report_dispensing(date, date, bigint), hms.report_dispensing_days(date, date, bigint),
    hms.report_controlled(date, date, bigint) TO hms_pharmacist, hms_manager, hms_worker;
GRANT EXECUTE ON FUNCTION hms.report_stock_value(date, bigint), hms.report_expiry(date, bigint)
    TO hms_pharmacist, hms_store, hms_manager, hms_worker;
