-- Quarantine, release and recall of a batch, in every store at once (RULES 25, 30).

CREATE TRIGGER keep_batch_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.batch_changes
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- Whatever is moving the batch just now ends before this; whatever comes later sees the new state.
CREATE FUNCTION hms.set_batch_state(p_batch bigint, p_to text, p_from text[], p_reason text) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    was text;
BEGIN
    IF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM hms.refuse('stock.reason', 'Say why; a reason is missing.', '{"field": "reason"}');
    END IF;
    SELECT state INTO was FROM hms.batches WHERE id = p_batch FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM hms.refuse('stock.unknown', 'This batch or store is not on the list; reload the list.');
    ELSIF NOT was = ANY (p_from) THEN
        PERFORM hms.refuse('stock.batch_state', 'A colleague changed the state of this batch meanwhile; reload the list.');
    END IF;
    UPDATE hms.batches SET state = p_to WHERE id = p_batch;
    INSERT INTO hms.batch_changes (batch_id, from_state, to_state, reason, at)
    VALUES (p_batch, was, p_to, p_reason, hms.hospital_now());
    PERFORM FROM hms.balances WHERE batch_id = p_batch ORDER BY store_id FOR UPDATE;
END $$;

CREATE FUNCTION hms.hold_batch(p_intent uuid, p_batch bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'hold_batch');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM set_batch_state(p_batch, 'quarantined', ARRAY['usable'], p_reason);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_batch));
END $$;

CREATE FUNCTION hms.release_batch(p_intent uuid, p_batch bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'release_batch');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM set_batch_state(p_batch, 'usable', ARRAY['quarantined'], p_reason);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_batch));
END $$;

-- All batches of the recalled lot; one that is recalled already stays so.
CREATE FUNCTION hms.recall_batches(p_intent uuid, p_batches bigint[], p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'recall_batches');
    one bigint;
    frozen bigint := 0;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF coalesce(cardinality(p_batches), 0) = 0 THEN
        PERFORM refuse('stock.unknown', 'This batch or store is not on the list; reload the list.');
    END IF;
    FOR one IN SELECT DISTINCT b FROM unnest(p_batches) b ORDER BY b LOOP
        IF NOT EXISTS (SELECT FROM batches WHERE id = one AND state = 'recalled') THEN
            PERFORM set_batch_state(one, 'recalled', ARRAY['usable', 'quarantined', 'recalled'], p_reason);
            frozen := frozen + 1;
        END IF;
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('frozen', frozen));
END $$;

-- Into quarantine, from where it is released when somebody has looked.
CREATE FUNCTION hms.lift_recall(p_intent uuid, p_batch bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'lift_recall');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM set_batch_state(p_batch, 'quarantined', ARRAY['recalled'], p_reason);
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_batch));
END $$;

-- Who got something of a batch and has not returned it; of a restricted record that is not opened only the number.
CREATE FUNCTION hms.recall_list(p_batch bigint)
    RETURNS TABLE (patient_id bigint, mrn text, closed boolean, given_names text, family_name text, phones text,
                   units bigint, last_on date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    opened bigint[] := opened_records();
BEGIN
    RETURN QUERY
    SELECT got.patient_id, p.mrn, shut.closed, CASE WHEN NOT shut.closed THEN p.given_names END,
           CASE WHEN NOT shut.closed THEN p.family_name END,
           CASE WHEN NOT shut.closed THEN (SELECT string_agg(n.number, ' · ' ORDER BY n.id)
                                           FROM patient_phones n WHERE n.patient_id = p.id) END,
           got.units, got.last_on
    FROM (SELECT s.patient_id, sum(s.units)::bigint AS units, max(s.last_on) AS last_on
          FROM supplied_to s WHERE s.batch_id = p_batch GROUP BY s.patient_id) got
    JOIN patients p ON p.id = got.patient_id
    CROSS JOIN LATERAL (SELECT p.restricted AND NOT p.id = ANY (opened) AS closed) shut
    ORDER BY got.last_on DESC, got.patient_id;
END $$;

SELECT hms.audited('batch_changes'), hms.noted('batch_changes', 'reason', 500);

GRANT SELECT ON hms.batch_changes TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.hold_batch(uuid, bigint, text) TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.recall_list(bigint), hms.release_batch(uuid, bigint, text), hms.recall_batches(uuid, bigint[], text)
    TO hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.lift_recall(uuid, bigint, text) TO hms_manager;
