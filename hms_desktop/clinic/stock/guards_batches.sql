-- The states of a batch, which hold in every store at once: quarantine and release (RULES 25, 30).

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

SELECT hms.audited('batch_changes'), hms.noted('batch_changes', 'reason', 500);

GRANT SELECT ON hms.batch_changes TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.hold_batch(uuid, bigint, text) TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.release_batch(uuid, bigint, text) TO hms_pharmacist, hms_manager;
