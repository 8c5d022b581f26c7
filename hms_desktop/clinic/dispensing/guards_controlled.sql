-- The register of controlled medicines (rule 39). Two people sign each entry, both with their own password; what moved
-- is entered from the ledger of stock, a mistake is corrected by a new entry.

-- Both people's assents to exactly this: the own one shows that whoever sits here is who signed in; the colleague's is
-- consumed. Returns the colleague.
CREATE FUNCTION hms.both_signed(p_intent uuid, p_content jsonb) RETURNS text
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    agreed bytea := digest_of(p_content);
    colleague text := use_assent(p_intent, 'controlled.entry', agreed);
BEGIN
    IF NOT EXISTS (SELECT FROM assents WHERE intent = p_intent AND subject = 'controlled.entry'
                   AND digest = agreed AND person = session_user
                   AND given_at BETWEEN hospital_now() - interval '2 minutes' AND hospital_now()) THEN
        PERFORM refuse('controlled.own_signature', 'Two people sign in the register; type your own password as well.');
    END IF;
    RETURN colleague;
END $$;

-- Appends to one register; the row of its balance is locked, so that numbers have no gap and the balance runs.
CREATE FUNCTION hms.append_controlled(e hms.controlled_entries) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    standing controlled_balances;
    made bigint;
BEGIN
    INSERT INTO controlled_balances (store_id, medicine_id) VALUES (e.store_id, e.medicine_id) ON CONFLICT DO NOTHING;
    SELECT * INTO standing FROM controlled_balances WHERE store_id = e.store_id AND medicine_id = e.medicine_id FOR UPDATE;
    IF standing.units + e.units < 0 THEN
        PERFORM refuse('controlled.short',
            format('The register holds only %s of %s; enter what was received first, or count.', standing.units,
                   named_medicine(e.medicine_id)),
            jsonb_build_object('units', standing.units, 'medicine', named_medicine(e.medicine_id)));
    END IF;
    UPDATE controlled_balances SET units = units + e.units, entries = entries + 1
    WHERE store_id = e.store_id AND medicine_id = e.medicine_id;
    INSERT INTO controlled_entries (store_id, medicine_id, number, kind, units, balance, movement_id, corrects_id, reason,
                                    entered_at, witness, workstation)
    VALUES (e.store_id, e.medicine_id, standing.entries + 1, e.kind, e.units, standing.units + e.units, e.movement_id,
            e.corrects_id, coalesce(e.reason, ''), hospital_now(), e.witness, workstation())
    RETURNING id INTO made;
    RETURN made;
END $$;

-- Enters movements of the ledger, in their order; those of other medicines, and those entered before, are left alone.
CREATE FUNCTION hms.enter_movements(p_movements bigint[], p_witness text) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    moved record;
    entry controlled_entries;
    entered bigint := 0;
BEGIN
    FOR moved IN
        SELECT m.id, m.store_id, b.medicine_id, m.kind, m.units, m.reason
        FROM movements m JOIN batches b ON b.id = m.batch_id JOIN medicines d ON d.id = b.medicine_id
        WHERE m.id = ANY (p_movements) AND d.controlled <> ''
            AND NOT EXISTS (SELECT FROM controlled_entries e WHERE e.movement_id = m.id)
        ORDER BY m.store_id, b.medicine_id, m.id
    LOOP
        entry := NULL;
        entry.store_id := moved.store_id;
        entry.medicine_id := moved.medicine_id;
        entry.kind := moved.kind;
        entry.units := moved.units;
        entry.movement_id := moved.id;
        entry.reason := CASE WHEN moved.kind = 'loss' AND moved.reason = '' THEN 'loss' ELSE left(moved.reason, 500) END;
        entry.witness := p_witness;
        PERFORM append_controlled(entry);
        entered := entered + 1;
    END LOOP;
    RETURN entered;
END $$;

-- Called by hms.dispense for what it has just handed out: nothing where none of it is controlled. Both people have agreed
-- to {"lines": p_lines}.
CREATE FUNCTION hms.enter_controlled(p_intent uuid, p_lines jsonb, p_dispense bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM dispense_lines l JOIN medicines d ON d.id = l.medicine_id
               WHERE l.dispense_id = p_dispense AND d.controlled <> '') THEN
        PERFORM enter_movements(ARRAY(SELECT movement_id FROM dispense_lines WHERE dispense_id = p_dispense),
                                both_signed(p_intent, jsonb_build_object('lines', p_lines)));
    END IF;
END $$;

-- Enters what moved otherwise: receipts, transfers, returns, what a count found. Both agreed to {"movements": [ids]}.
CREATE FUNCTION hms.enter_in_register(p_intent uuid, p_movements jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'enter_in_register');
    entered bigint;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    entered := enter_movements(ARRAY(SELECT jsonb_array_elements_text(p_movements)::bigint),
                               both_signed(p_intent, jsonb_build_object('movements', p_movements)));
    IF entered = 0 THEN
        PERFORM refuse('controlled.entered', 'A colleague entered this already; reload the register.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('entered', entered));
END $$;

-- Destroys so many base units of a batch before a witness. Both agreed to {"batch", "store", "units", "reason"}.
CREATE FUNCTION hms.waste_controlled(p_intent uuid, p_wish jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'waste_controlled');
    wish record;
    witness text;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO wish FROM jsonb_to_record(p_wish) AS w (batch bigint, store bigint, units bigint, reason text);
    IF btrim(coalesce(wish.reason, '')) = '' THEN
        PERFORM refuse('controlled.reason', 'Say why; the reason stands in the register.', '{"field": "reason"}');
    ELSIF NOT EXISTS (SELECT FROM batches b JOIN medicines d ON d.id = b.medicine_id
                      WHERE b.id = wish.batch AND d.controlled <> '') THEN
        PERFORM refuse('controlled.other_medicine', 'This medicine is not controlled; it has no register.');
    END IF;
    witness := both_signed(p_intent, p_wish);
    PERFORM enter_movements(ARRAY[move_stock(wish.batch, wish.store, 'loss', wish.units, left(wish.reason, 500),
                                             'wastage')], witness);
    RETURN settle_intent(p_intent, '{}');
END $$;

-- Corrects an entry by a new one of so many base units, + or -. Both agreed to {"entry", "units", "reason"}.
CREATE FUNCTION hms.correct_controlled(p_intent uuid, p_wish jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'correct_controlled');
    entry controlled_entries;
    corrected controlled_entries;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO corrected FROM controlled_entries WHERE id = (p_wish ->> 'entry')::bigint;
    IF NOT FOUND OR coalesce((p_wish ->> 'units')::bigint, 0) = 0 THEN
        PERFORM refuse('controlled.correction', 'A correction names an entry and a quantity other than zero.');
    ELSIF btrim(coalesce(p_wish ->> 'reason', '')) = '' THEN
        PERFORM refuse('controlled.reason', 'Say why; the reason stands in the register.', '{"field": "reason"}');
    END IF;
    entry.store_id := corrected.store_id;
    entry.medicine_id := corrected.medicine_id;
    entry.kind := 'correction';
    entry.units := (p_wish ->> 'units')::bigint;
    entry.corrects_id := corrected.id;
    entry.reason := p_wish ->> 'reason';
    entry.witness := both_signed(p_intent, p_wish);
    RETURN settle_intent(p_intent, jsonb_build_object('id', append_controlled(entry)));
END $$;

-- The shift's check: what two people counted, beside the register. Each difference opens a discrepancy. Both agreed to
-- {"store", "counts": [{"medicine", "counted"}]}.
CREATE FUNCTION hms.check_controlled(p_intent uuid, p_wish jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'check_controlled');
    colleague text;
    told record;
    made bigint;
    differing bigint := 0;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    colleague := both_signed(p_intent, p_wish);
    FOR told IN
        SELECT b.store_id, b.medicine_id, b.units, c.counted
        FROM jsonb_to_recordset(p_wish -> 'counts') AS c (medicine bigint, counted bigint)
        JOIN controlled_balances b ON b.medicine_id = c.medicine AND b.store_id = (p_wish ->> 'store')::bigint
        ORDER BY b.medicine_id FOR UPDATE OF b
    LOOP
        INSERT INTO controlled_checks (store_id, medicine_id, expected, counted, checked_at, witness)
        VALUES (told.store_id, told.medicine_id, told.units, told.counted, hospital_now(), colleague)
        RETURNING id INTO made;
        IF told.counted <> told.units THEN
            differing := differing + 1;
            INSERT INTO controlled_discrepancies (check_id, opened_at) VALUES (made, hospital_now());
        END IF;
    END LOOP;
    IF made IS NULL THEN
        PERFORM refuse('controlled.nothing_counted', 'Nothing was counted; type what you counted first.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('differing', differing));
END $$;

-- The next step of a discrepancy, by somebody who did none of those before: investigated, then closed.
CREATE FUNCTION hms.settle_discrepancy(p_intent uuid, p_id bigint, p_state text, p_words text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'settle_discrepancy');
    d controlled_discrepancies;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    SELECT * INTO d FROM controlled_discrepancies WHERE id = p_id FOR UPDATE;
    IF NOT FOUND OR (d.state, p_state) NOT IN (('open', 'investigated'), ('investigated', 'closed')) THEN
        PERFORM stale('controlled.settled', 'A colleague settled this meanwhile; reload the register.');
    ELSIF btrim(coalesce(p_words, '')) = '' THEN
        PERFORM refuse('controlled.words', 'Write down what was found; it stays with the discrepancy.',
                       '{"field": "words"}');
    ELSIF session_user IN (d.opened_by, d.investigated_by) THEN
        PERFORM refuse('controlled.same_person',
            'Another person must do this step: whoever counted or investigated cannot settle it.');
    ELSIF p_state = 'closed' AND NOT EXISTS (SELECT FROM people WHERE login = session_user AND 'manager' = ANY (duties)) THEN
        PERFORM refuse('controlled.manager_closes', 'A manager closes a discrepancy; ask one.');
    END IF;
    IF p_state = 'investigated' THEN
        UPDATE controlled_discrepancies SET state = p_state, investigated_at = hospital_now(),
            investigated_by = session_user, finding = left(p_words, 500) WHERE id = p_id;
    ELSE
        UPDATE controlled_discrepancies SET state = p_state, closed_at = hospital_now(), closed_by = session_user,
            outcome = left(p_words, 500) WHERE id = p_id;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('id', p_id));
END $$;

-- What the pharmacy reads --------------------------------------------------------------------------------------------

-- What moved of controlled medicines and does not stand in the register yet.
CREATE VIEW hms.controlled_waiting AS
    SELECT m.id, m.store_id, b.medicine_id, m.kind, m.units, m.recorded_at, m.person, m.document, b.lot
    FROM hms.medicines d JOIN hms.batches b ON b.medicine_id = d.id JOIN hms.movements m ON m.batch_id = b.id
    WHERE d.controlled <> '' AND NOT EXISTS (SELECT FROM hms.controlled_entries e WHERE e.movement_id = m.id);

-- One row a register: what it says, what the ledger of stock says, and when two people counted last.
CREATE VIEW hms.controlled_registers AS
    SELECT kept.store_id, s.name AS store, kept.medicine_id, d.name AS medicine, d.strength, d.base_unit, d.controlled,
        coalesce(r.units, 0) AS units, coalesce(r.entries, 0) AS entries, stock.units AS in_stock,
        (SELECT count(*) FROM hms.controlled_waiting w
         WHERE w.store_id = kept.store_id AND w.medicine_id = kept.medicine_id) AS waiting,
        (SELECT max(c.checked_at) FROM hms.controlled_checks c
         WHERE c.store_id = kept.store_id AND c.medicine_id = kept.medicine_id) AS checked_at,
        (SELECT count(*) FROM hms.controlled_discrepancies x JOIN hms.controlled_checks c ON c.id = x.check_id
         WHERE c.store_id = kept.store_id AND c.medicine_id = kept.medicine_id AND x.state <> 'closed') AS unsettled
    FROM (SELECT DISTINCT l.store_id, b.medicine_id FROM hms.medicines d JOIN hms.batches b ON b.medicine_id = d.id
          JOIN hms.balances l ON l.batch_id = b.id WHERE d.controlled <> ''
          UNION SELECT store_id, medicine_id FROM hms.controlled_balances) kept
    JOIN hms.stores s ON s.id = kept.store_id JOIN hms.medicines d ON d.id = kept.medicine_id
    LEFT JOIN hms.controlled_balances r ON r.store_id = kept.store_id AND r.medicine_id = kept.medicine_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(l.units), 0)::bigint AS units FROM hms.balances l
                        JOIN hms.batches b ON b.id = l.batch_id
                        WHERE l.store_id = kept.store_id AND b.medicine_id = kept.medicine_id) stock;

-- The lines as they are read and printed; of a restricted record that is not open neither number nor name.
CREATE VIEW hms.controlled_lines WITH (security_barrier) AS
    SELECT e.id, e.store_id, e.medicine_id, e.number, e.kind, e.units, e.balance, e.reason, e.entered_at, e.person,
        e.witness, c.number AS corrects, b.lot, m.document,
        CASE WHEN p.id <> ALL (closed.ids) THEN p.mrn END AS mrn,
        CASE WHEN p.id <> ALL (closed.ids) THEN btrim(p.given_names || ' ' || p.family_name) END AS patient,
        coalesce(p.id = ANY (closed.ids), false) AS closed
    FROM hms.controlled_entries e
    LEFT JOIN hms.controlled_entries c ON c.id = e.corrects_id
    LEFT JOIN hms.movements m ON m.id = e.movement_id LEFT JOIN hms.batches b ON b.id = m.batch_id
    LEFT JOIN hms.dispense_lines l ON l.movement_id = e.movement_id
    LEFT JOIN hms.dispenses d ON d.id = l.dispense_id LEFT JOIN hms.prescriptions v ON v.id = d.prescription_id
    LEFT JOIN hms.patients p ON p.id = v.patient_id
    CROSS JOIN (SELECT hms.closed_records() AS ids OFFSET 0) closed;

CREATE TRIGGER keep_controlled BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.controlled_entries
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_checks BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.controlled_checks
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_discrepancies BEFORE DELETE OR TRUNCATE ON hms.controlled_discrepancies
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
SELECT hms.noted('controlled_entries', 'reason', 500), hms.noted('controlled_discrepancies', 'finding', 500),
       hms.noted('controlled_discrepancies', 'outcome', 500);
SELECT hms.audited('controlled_entries'), hms.audited('controlled_checks'), hms.audited('controlled_discrepancies');
SELECT hms.knocks('controlled_entries', 'hms_changes', 'controlled', 'medicine_id'),
       hms.knocks('controlled_checks', 'hms_changes', 'controlled', 'medicine_id'),
       hms.knocks('controlled_discrepancies', 'hms_changes', 'controlled', 'id');
GRANT SELECT ON hms.controlled_registers, hms.controlled_waiting, hms.controlled_lines, hms.controlled_checks,
    hms.controlled_discrepancies TO hms_pharmacist, hms_manager;
GRANT EXECUTE ON FUNCTION hms.enter_in_register(uuid, jsonb), hms.waste_controlled(uuid, jsonb),
    hms.correct_controlled(uuid, jsonb), hms.check_controlled(uuid, jsonb) TO hms_pharmacist;
GRANT EXECUTE ON FUNCTION hms.settle_discrepancy(uuid, bigint, text, text) TO hms_pharmacist, hms_manager;
