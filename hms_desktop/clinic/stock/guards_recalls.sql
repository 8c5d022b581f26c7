-- Recalls (rule 30): a recalled lot is remembered, so that each of its batches is frozen in every store at once, and so is
-- whatever comes of it later, by whichever way it comes.

CREATE TRIGGER keep_recalled_lots BEFORE DELETE OR TRUNCATE ON hms.recalled_lots
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
-- Only that it is lifted is written later, once.
CREATE TRIGGER keep_recalled_lot BEFORE UPDATE ON hms.recalled_lots
    FOR EACH ROW WHEN (
        OLD.lifted_at IS NOT NULL
        OR (OLD.id, OLD.medicine_id, OLD.lot, OLD.reason, OLD.at, OLD.person)
        IS DISTINCT FROM (NEW.id, NEW.medicine_id, NEW.lot, NEW.reason, NEW.at, NEW.person)
    ) EXECUTE FUNCTION hms.append_only();

-- Of a medicine either a lot arrives or one is recalled: neither can miss the other.
CREATE FUNCTION hms.arrivals_key(p_medicine bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE RETURN hashtextextended('hms.recalled_lots', p_medicine);

-- The recall under which this lot stands; NULL where it does not.
CREATE FUNCTION hms.standing_recall(p_medicine bigint, p_lot text) RETURNS hms.recalled_lots
    LANGUAGE sql STABLE
    RETURN (SELECT r FROM hms.recalled_lots r
            WHERE r.medicine_id = p_medicine AND lower(r.lot) = lower(btrim(p_lot)) AND r.lifted_at IS NULL);

CREATE FUNCTION hms.freeze_arrival() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hms.arrivals_key(NEW.medicine_id));
    IF (hms.standing_recall(NEW.medicine_id, NEW.lot)).id IS NOT NULL THEN
        NEW.state := 'recalled';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER freeze_arrival BEFORE INSERT ON hms.batches FOR EACH ROW EXECUTE FUNCTION hms.freeze_arrival();

CREATE FUNCTION hms.note_frozen_arrival() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    INSERT INTO batch_changes (batch_id, from_state, to_state, reason, at)
    VALUES (NEW.id, 'usable', 'recalled', (standing_recall(NEW.medicine_id, NEW.lot)).reason, hospital_now());
    RETURN NULL;
END $$;
CREATE TRIGGER note_frozen_arrival AFTER INSERT ON hms.batches
    FOR EACH ROW WHEN (NEW.state = 'recalled') EXECUTE FUNCTION hms.note_frozen_arrival();

-- Remembers a lot and freezes what there is of it; how many of its batches were not recalled before.
CREATE FUNCTION hms.recall_lot_of(p_medicine bigint, p_lot text, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    one bigint;
    frozen bigint := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(arrivals_key(p_medicine));
    IF (standing_recall(p_medicine, p_lot)).id IS NULL THEN
        INSERT INTO recalled_lots (medicine_id, lot, reason, at)
        VALUES (p_medicine, btrim(p_lot), btrim(p_reason), hospital_now());
    END IF;
    FOR one IN
        SELECT id FROM batches
        WHERE medicine_id = p_medicine AND lower(lot) = lower(btrim(p_lot)) AND state <> 'recalled' ORDER BY id
    LOOP
        PERFORM set_batch_state(one, 'recalled', ARRAY['usable', 'quarantined', 'recalled'], p_reason);
        frozen := frozen + 1;
    END LOOP;
    RETURN frozen;
END $$;

-- A lot by its name, whether the house has any of it or not.
CREATE FUNCTION hms.recall_lot(p_intent uuid, p_medicine bigint, p_lot text, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'recall_lot');
    known boolean;
    frozen bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF NOT EXISTS (SELECT FROM medicines WHERE id = p_medicine) THEN
        PERFORM refuse('stock.medicine', 'This medicine is not on the list; reload the list.');
    ELSIF length(btrim(coalesce(p_lot, ''))) NOT BETWEEN 1 AND 60 THEN
        PERFORM refuse('stock.lot', 'A batch has a lot number of at most 60 characters; copy it from the pack.', '{"field": "lot"}');
    ELSIF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('stock.reason', 'Say why; a reason is missing.', '{"field": "reason"}');
    END IF;
    known := (standing_recall(p_medicine, p_lot)).id IS NOT NULL;
    frozen := recall_lot_of(p_medicine, p_lot, p_reason);
    IF known AND frozen = 0 THEN
        PERFORM refuse('stock.lot_recalled', format('Lot %s is recalled already; it stands on the list.', btrim(p_lot)),
                       jsonb_build_object('lot', btrim(p_lot), 'field', 'lot'));
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('frozen', frozen));
END $$;

-- The lots of these batches; one that is recalled already stays so.
CREATE FUNCTION hms.recall_batches(p_intent uuid, p_batches bigint[], p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'recall_batches');
    one record;
    frozen bigint := 0;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('stock.reason', 'Say why; a reason is missing.', '{"field": "reason"}');
    ELSIF coalesce(cardinality(p_batches), 0) = 0
        OR EXISTS (SELECT FROM unnest(p_batches) b WHERE NOT EXISTS (SELECT FROM batches WHERE id = b)) THEN
        PERFORM refuse('stock.unknown', 'This batch or store is not on the list; reload the list.');
    END IF;
    FOR one IN SELECT medicine_id, min(lot) AS lot FROM batches WHERE id = ANY (p_batches)
               GROUP BY medicine_id, lower(lot) ORDER BY medicine_id, lower(lot) LOOP
        frozen := frozen + recall_lot_of(one.medicine_id, one.lot, p_reason);
    END LOOP;
    RETURN settle_intent(p_intent, jsonb_build_object('frozen', frozen));
END $$;

-- Into quarantine, from where it is released when somebody has looked. With the last batch of a lot the lot is free again.
CREATE FUNCTION hms.lift_recall(p_intent uuid, p_batch bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'lift_recall');
    held batches;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO held FROM batches WHERE id = p_batch;
    PERFORM pg_advisory_xact_lock(arrivals_key(held.medicine_id));
    PERFORM set_batch_state(p_batch, 'quarantined', ARRAY['recalled'], p_reason);
    UPDATE recalled_lots SET lifted_at = hospital_now(), lifted_by = session_user, lifted_why = btrim(p_reason)
    WHERE medicine_id = held.medicine_id AND lower(lot) = lower(held.lot) AND lifted_at IS NULL
      AND NOT EXISTS (SELECT FROM batches b WHERE b.medicine_id = held.medicine_id AND lower(b.lot) = lower(held.lot)
                      AND b.state = 'recalled');
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_batch));
END $$;

-- The same of a lot of which nothing ever came; one that is in the house is lifted batch by batch.
CREATE FUNCTION hms.lift_recalled_lot(p_intent uuid, p_recall bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'lift_recalled_lot');
    held recalled_lots;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    ELSIF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('stock.reason', 'Say why; a reason is missing.', '{"field": "reason"}');
    END IF;
    SELECT * INTO held FROM recalled_lots WHERE id = p_recall;
    PERFORM pg_advisory_xact_lock(arrivals_key(held.medicine_id));
    IF NOT EXISTS (SELECT FROM recalled_lots WHERE id = p_recall AND lifted_at IS NULL) THEN
        PERFORM refuse('stock.recall_lifted', 'A colleague lifted this recall meanwhile; reload the list.');
    ELSIF EXISTS (SELECT FROM batches WHERE medicine_id = held.medicine_id AND lower(lot) = lower(held.lot)
                  AND state = 'recalled') THEN
        PERFORM refuse('stock.recall_arrived', 'Something of this lot has come meanwhile; lift the recall of each batch.');
    END IF;
    UPDATE recalled_lots SET lifted_at = hospital_now(), lifted_by = session_user, lifted_why = btrim(p_reason)
    WHERE id = p_recall;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_recall));
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

SELECT hms.audited('recalled_lots'), hms.named('recalled_lots', 'lot', 60), hms.noted('recalled_lots', 'reason', 500),
       hms.noted('recalled_lots', 'lifted_why', 500), hms.knocks('recalled_lots', 'hms_changes', 'stock', 'medicine_id');

GRANT SELECT ON hms.recalled_lots TO hms_pharmacist, hms_store, hms_manager;
GRANT EXECUTE ON FUNCTION hms.recall_list(bigint), hms.recall_lot(uuid, bigint, text, text),
    hms.recall_batches(uuid, bigint[], text) TO hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.lift_recall(uuid, bigint, text), hms.lift_recalled_lot(uuid, bigint, text) TO hms_manager;
