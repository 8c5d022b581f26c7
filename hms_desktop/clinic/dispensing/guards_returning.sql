-- Taking back: a dispense is reversed once; what had left the pharmacy waits in quarantine (rule 29).

-- Where returned medicines wait.
CREATE FUNCTION hms.quarantine_store() RETURNS bigint
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    found_store bigint;
BEGIN
    SELECT id INTO found_store FROM stores WHERE active AND kind = 'quarantine' ORDER BY id LIMIT 1;
    IF NOT FOUND THEN
        PERFORM refuse('dispensing.no_quarantine',
                       'No store of the kind quarantine is set up for returned medicines; ask a manager for one.');
    END IF;
    RETURN found_store;
END $$;

-- Takes a dispense back. `p_returned` where the medicines had left the pharmacy; else they lie on their shelf again.
-- `p_units` maps a dispense line to what came back of it, {"12": 30}; all of it where it is NULL.
CREATE FUNCTION hms.reverse_dispense(p_intent uuid, p_dispense bigint, p_reason text, p_returned boolean,
                                     p_units jsonb DEFAULT NULL)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'reverse_dispense');
    d dispenses;
    v prescriptions;
    back record;
    made bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO d FROM dispenses WHERE id = p_dispense;
    IF NOT FOUND THEN
        PERFORM refuse('dispensing.no_dispense', 'This dispense is not known; look it up again.');
    ELSIF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('dispensing.why_reversed', 'Say why it is taken back; the reason is kept.',
                       jsonb_build_object('field', 'reason'));
    END IF;
    SELECT * INTO v FROM prescriptions WHERE id = d.prescription_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM patients WHERE id = v.patient_id AND restricted AND id <> ALL (opened_records())) THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    ELSIF EXISTS (SELECT FROM reversals WHERE dispense_id = p_dispense) THEN
        PERFORM refuse('dispensing.reversed', 'This dispense was taken back already; look at the list again.');
    END IF;
    PERFORM refuse_leased(v.id);
    INSERT INTO reversals (dispense_id, returned, reason, reversed_at, workstation)
    VALUES (p_dispense, p_returned, btrim(p_reason), hospital_now(), workstation()) RETURNING id INTO made;
    FOR back IN
        SELECT l.*, coalesce((p_units ->> l.id::text)::bigint, CASE WHEN p_units IS NULL THEN l.units ELSE 0 END) AS came
        FROM dispense_lines l WHERE l.dispense_id = p_dispense ORDER BY l.batch_id, l.id
    LOOP
        IF back.came < 0 OR back.came > back.units THEN
            PERFORM refuse('dispensing.too_much_back',
                format('Only %s of %s were given, so %s cannot come back; type another number.', back.units,
                       named_medicine(back.medicine_id), back.came),
                jsonb_build_object('given', back.units, 'medicine', named_medicine(back.medicine_id),
                                   'units', back.came));
        ELSIF back.came > 0 THEN
            PERFORM take_back(back.movement_id, back.batch_id, back.came, p_returned, btrim(p_reason),
                              'dispense ' || p_dispense);
            UPDATE dispense_lines SET returned = back.came WHERE id = back.id;
        END IF;
    END LOOP;
    PERFORM take_off_supplied(p_dispense);
    UPDATE omissions SET open = false WHERE dispense_id = p_dispense AND open;
    PERFORM settle_prescription(v.id);
    SELECT * INTO v FROM prescriptions WHERE id = d.prescription_id;
    RETURN settle_intent(p_intent, jsonb_build_object('reversal_id', made, 'prescription_id', v.id,
                                                      'version', v.version, 'state', v.state));
END $$;

CREATE FUNCTION hms.take_back(p_movement bigint, p_batch bigint, p_units bigint, p_returned boolean, p_reason text,
                              p_document text) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_returned THEN
        PERFORM move_stock(p_batch, quarantine_store(), 'patient_return', p_units, p_reason, p_document);
    ELSE
        PERFORM reverse_movement_of(p_movement, p_units, p_reason);
    END IF;
END $$;

-- Less was supplied, and it lasts so much shorter. Where the prescription was amended since, its newest version says so.
CREATE FUNCTION hms.take_off_supplied(p_dispense bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    back record;
BEGIN
    FOR back IN
        SELECT standing_line(line_id) AS line_id, sum(returned)::bigint AS units FROM dispense_lines
        WHERE dispense_id = p_dispense GROUP BY line_id HAVING sum(returned) > 0 ORDER BY 1
    LOOP
        UPDATE prescription_lines l SET supplied = l.supplied - back.units,
            supplied_until = CASE WHEN l.supplied = back.units THEN NULL
                                  ELSE l.supplied_until - days_covered(l, back.units) END
        WHERE l.id = back.line_id;
        PERFORM settle_prescription(prescription_id) FROM prescription_lines WHERE id = back.line_id;
    END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION hms.reverse_dispense(uuid, bigint, text, boolean, jsonb) TO hms_pharmacist;
