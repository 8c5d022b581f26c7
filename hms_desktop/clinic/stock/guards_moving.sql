-- The wishes that move stock: opening, transfer, issue, loss, what a patient brings back, and taking an entry back.

-- What a store already has when the suite begins to keep its books.
CREATE FUNCTION hms.open_stock(p_intent uuid, p_store bigint, p_medicine bigint, p_lot text, p_expiry date,
                               p_units bigint, p_cost numeric) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'open_stock');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF p_cost < 0 OR p_cost > 1000000000 THEN
        PERFORM refuse('stock.cost', 'A cost is not negative; correct it.', '{"field": "cost"}');
    END IF;
    made := move_stock(batch_of(p_medicine, p_lot, p_expiry, p_cost), p_store, 'opening', p_units, '', '');
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

-- The picks of a wish, one row a batch, in the order in which batches are always locked.
CREATE FUNCTION hms.picks_of(p_lines jsonb) RETURNS TABLE (batch bigint, units bigint)
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF jsonb_typeof(p_lines) IS DISTINCT FROM 'array' OR jsonb_array_length(p_lines) = 0 THEN
        PERFORM hms.refuse('stock.nothing', 'Nothing was chosen; choose a batch and a quantity.');
    END IF;
    RETURN QUERY SELECT l.batch, sum(l.units)::bigint FROM jsonb_to_recordset(p_lines) l (batch bigint, units bigint)
                 GROUP BY l.batch ORDER BY l.batch;
END $$;

-- `p_lines`: [{"batch": 7, "units": 20}, …], whole or not at all.
CREATE FUNCTION hms.transfer_stock(p_intent uuid, p_from bigint, p_to bigint, p_lines jsonb, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'transfer_stock');
    made bigint[];
    pick record;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    FOR pick IN SELECT * FROM picks_of(p_lines) LOOP
        made := made || transfer_of(pick.batch, p_from, p_to, pick.units, p_reason);
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('movements', made));
END $$;

CREATE FUNCTION hms.issue_stock(p_intent uuid, p_from bigint, p_department bigint, p_lines jsonb, p_reason text)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'issue_stock');
    made bigint[];
    pick record;
    gone bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF NOT EXISTS (SELECT FROM departments WHERE id = p_department AND active) THEN
        PERFORM refuse('stock.department', 'This department is not in use; choose another one.');
    END IF;
    FOR pick IN SELECT * FROM picks_of(p_lines) LOOP
        IF coalesce(pick.units, 0) <= 0 THEN
            PERFORM refuse('stock.units', 'A quantity is a whole number of base units from 1 to 1,000,000,000.');
        END IF;
        INSERT INTO movements (batch_id, store_id, kind, units, department_id, reason)
        VALUES (pick.batch, p_from, 'issue', -pick.units, p_department, coalesce(p_reason, '')) RETURNING id INTO gone;
        made := made || gone;
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('movements', made));
END $$;

-- Broken, wet, expired, gone: with the reason, perhaps some days back.
CREATE FUNCTION hms.write_off(p_intent uuid, p_store bigint, p_batch bigint, p_units bigint, p_reason text,
                              p_occurred date) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'write_off');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    made := move_stock(p_batch, p_store, 'loss', p_units, p_reason, '', p_occurred);
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

-- What a patient brings back without a dispense that it could be booked on; into a quarantine store (rule 29).
CREATE FUNCTION hms.take_back(p_intent uuid, p_store bigint, p_batch bigint, p_units bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'take_back');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    made := move_stock(p_batch, p_store, 'patient_return', p_units, p_reason, '');
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

-- What was dispensed, received or sent back is taken back where it was done, so that its papers follow.
CREATE FUNCTION hms.reverse_movement(p_intent uuid, p_movement bigint, p_units bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'reverse_movement');
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('stock.reason', 'Say why; a reason is missing.', '{"field": "reason"}');
    ELSIF EXISTS (SELECT FROM movements
                  WHERE id = p_movement AND kind IN ('dispense', 'receipt', 'supplier_return')
                     OR id = p_movement AND kind = 'patient_return' AND document <> '') THEN
        PERFORM refuse('stock.reverse_there', 'This entry is taken back where it was made: with its dispense, receipt or return.');
    END IF;
    made := reverse_movement_of(p_movement, p_units, p_reason);
    RETURN settle_intent(p_intent, jsonb_build_object('id', made));
END $$;

GRANT EXECUTE ON FUNCTION hms.open_stock(uuid, bigint, bigint, text, date, bigint, numeric),
    hms.transfer_stock(uuid, bigint, bigint, jsonb, text), hms.issue_stock(uuid, bigint, bigint, jsonb, text),
    hms.write_off(uuid, bigint, bigint, bigint, text, date), hms.take_back(uuid, bigint, bigint, bigint, text),
    hms.reverse_movement(uuid, bigint, bigint, text) TO hms_pharmacist, hms_store, hms_manager;
