-- What the screens of the stock room read: the shelf with its order, and what is used of each medicine.

-- A batch in a store, as a shelf is read: by medicine, then what expires first (rule 26).
CREATE VIEW hms.shelf_lines AS
    SELECT h.store_id, b.id AS batch_id, m.id AS medicine_id, m.name, m.strength, m.form, m.base_unit, b.lot, b.expiry,
           b.state, h.units, b.unit_cost, lower(m.name) AS by_name, coalesce(b.expiry, 'infinity') AS by_expiry,
           (SELECT hms.business_date()) AS today
    FROM hms.balances h
    JOIN hms.batches b ON b.id = h.batch_id
    JOIN hms.medicines m ON m.id = b.medicine_id
    WHERE h.units > 0;

-- What left a store to be used in the last days, reversals taken off: dispensed, issued, or sent on to another shelf.
-- Of all stores where `p_store` is NULL.
-- Store by store and planned for its day: one plan for all of them would read every movement there ever was.
CREATE FUNCTION hms.stock_usage(p_store bigint, p_days integer)
    RETURNS TABLE (store_id bigint, medicine_id bigint, used bigint)
    LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET search_path = hms, public, pg_temp AS $$
DECLARE
    since date := business_date() - p_days;
    each_store bigint;
BEGIN
    FOR each_store IN SELECT s.id FROM stores s WHERE p_store IS NULL OR s.id = p_store LOOP
        RETURN QUERY
        SELECT v.store_id, b.medicine_id, -sum(v.units)::bigint
        FROM movements v
        JOIN batches b ON b.id = v.batch_id
        LEFT JOIN movements o ON o.id = v.reverses_id
        LEFT JOIN stores t ON t.id = coalesce(o.other_store_id, v.other_store_id)
        WHERE v.store_id = each_store AND v.occurred_on > since
          AND (coalesce(o.kind, v.kind) IN ('dispense', 'issue')
               OR coalesce(o.kind, v.kind) = 'transfer_out' AND t.kind <> 'quarantine')
        GROUP BY v.store_id, b.medicine_id;
    END LOOP;
END $$;

GRANT SELECT ON hms.shelf_lines TO hms_pharmacist, hms_store, hms_clinician, hms_manager;
GRANT EXECUTE ON FUNCTION hms.stock_usage(bigint, integer) TO hms_pharmacist, hms_store, hms_manager;
