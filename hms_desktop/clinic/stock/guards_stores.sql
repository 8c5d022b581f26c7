-- Stores, and the level at which each orders a medicine again.

-- A new store where `p_id` is NULL, else an edit. A store is closed only when it is empty.
CREATE FUNCTION hms.save_store(p_intent uuid, p_id bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_store');
    r stores := jsonb_populate_record(NULL::stores, p_record);
    saved bigint := p_id;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF EXISTS (SELECT FROM stores WHERE name = r.name AND id IS DISTINCT FROM p_id) THEN
        PERFORM refuse('store.name', 'Another store has this name; choose another one.', '{"field": "name"}');
    ELSIF NOT coalesce(r.active, true) AND EXISTS (SELECT FROM balances WHERE store_id = p_id AND units > 0) THEN
        PERFORM refuse('store.full', 'This store still holds stock; transfer it or write it off before you close the store.');
    ELSIF p_id IS NULL THEN
        INSERT INTO stores (name, kind, department_id, active)
        VALUES (r.name, r.kind, r.department_id, coalesce(r.active, true)) RETURNING id INTO saved;
    ELSE
        UPDATE stores SET name = r.name, kind = r.kind, department_id = r.department_id,
                          active = coalesce(r.active, true), version = p_version WHERE id = p_id;
        IF NOT FOUND THEN
            PERFORM refuse('stock.unknown', 'This batch or store is not on the list; reload the list.');
        END IF;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', saved));
END $$;

-- A level of NULL is taken away.
CREATE FUNCTION hms.save_level(p_intent uuid, p_store bigint, p_medicine bigint, p_reorder_at bigint,
                               p_order_up_to bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'save_level');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF p_reorder_at IS NULL THEN
        DELETE FROM store_levels WHERE store_id = p_store AND medicine_id = p_medicine;
    ELSIF p_reorder_at < 0 OR p_order_up_to IS NULL OR p_order_up_to <= p_reorder_at OR p_order_up_to > 1000000000 THEN
        PERFORM refuse('stock.level', 'The quantity to order up to is more than the level at which it is ordered.',
                       '{"field": "order_up_to"}');
    ELSE
        INSERT INTO store_levels (store_id, medicine_id, reorder_at, order_up_to)
        VALUES (p_store, p_medicine, p_reorder_at, p_order_up_to)
        ON CONFLICT (store_id, medicine_id)
            DO UPDATE SET reorder_at = excluded.reorder_at, order_up_to = excluded.order_up_to;
    END IF;
    RETURN settle_intent(p_intent, '{}');
END $$;

SELECT hms.versioned('store_levels'), hms.audited('store_levels'),
       hms.knocks('store_levels', 'hms_changes', 'stock', 'store_id');

GRANT SELECT ON hms.store_levels TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.save_level(uuid, bigint, bigint, bigint, bigint) TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.save_store(uuid, bigint, bigint, jsonb) TO hms_manager, hms_admin;
