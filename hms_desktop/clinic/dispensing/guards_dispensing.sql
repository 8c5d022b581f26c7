-- Handing out: one function that locks the prescription, then the batches by id, checks every rule and writes it all.

-- The days for which so many base units of a line last, as it is taken; 0 where nobody knows (as needed, no days).
CREATE FUNCTION hms.days_covered(l hms.prescription_lines, p_units bigint) RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN l.days IS NULL OR l.as_needed THEN 0 ELSE ceil(p_units * l.days::numeric / l.quantity)::integer END;

-- Whether two medicines hold the same ingredients in the same strength and form (rule 35); unknown is no.
CREATE FUNCTION hms.is_equivalent(p_one bigint, p_other bigint) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT (SELECT count(*) FROM (
                SELECT lower(m.form), lower(m.strength), held.ingredients
                FROM medicines m CROSS JOIN LATERAL (
                    SELECT array_agg((s.substance_id, lower(s.strength))::text ORDER BY s.substance_id) AS ingredients
                    FROM medicine_substances s WHERE s.medicine_id = m.id
                ) held
                WHERE m.id IN (p_one, p_other) AND held.ingredients IS NOT NULL
                GROUP BY 1, 2, 3 HAVING count(*) = 2
            ) same) = 1
$$;

CREATE FUNCTION hms.named_medicine(p_medicine bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp
    RETURN (SELECT btrim(name || ' ' || strength) FROM hms.medicines WHERE id = p_medicine);

-- The store that dispenses where the wish names none.
CREATE FUNCTION hms.dispensing_store(p_store bigint) RETURNS bigint
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    found_store bigint;
BEGIN
    IF p_store IS NULL THEN
        SELECT min(id) INTO found_store FROM stores WHERE active AND kind = 'pharmacy';
    ELSE
        SELECT id INTO found_store FROM stores WHERE id = p_store AND active AND kind IN ('pharmacy', 'ward');
    END IF;
    IF found_store IS NULL THEN
        PERFORM refuse('dispensing.no_store', 'Medicines are dispensed from a pharmacy''s or a ward''s store; choose one.');
    END IF;
    RETURN found_store;
END $$;

-- What one entry of the wish must be before anything moves; `p_prescribed` is the medicine of the line, which allows
-- another one or not, and `p_given` that of the batch.
CREATE FUNCTION hms.check_pick(p_prescribed bigint, p_allowed boolean, p_given bigint, p_units bigint,
                               p_substitution text, p_why text) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_prescribed IS NULL THEN
        PERFORM refuse('dispensing.other_line', 'A line does not belong to this prescription; open it again.');
    ELSIF p_given IS NULL THEN
        PERFORM refuse('dispensing.no_batch', 'A batch is not on the list; choose the batches again.');
    ELSIF coalesce(p_units, 0) <= 0 THEN
        PERFORM refuse('dispensing.units', 'A quantity must be a whole number above zero; type it again.');
    ELSIF p_given = p_prescribed THEN
        RETURN;
    ELSIF p_substitution <> 'prescriber' AND NOT (SELECT r.equivalents FROM dispensing_rules r) THEN
        PERFORM refuse('dispensing.prescriber_confirms',
            format('Here nothing is given in place of %s unless the prescriber confirms it; ask the prescriber.',
                   named_medicine(p_prescribed)),
            jsonb_build_object('medicine', named_medicine(p_prescribed)));
    ELSIF NOT p_allowed AND p_substitution <> 'prescriber' THEN
        PERFORM refuse('dispensing.no_substitution',
            format('The prescriber allows nothing in place of %s; ask the prescriber.', named_medicine(p_prescribed)),
            jsonb_build_object('medicine', named_medicine(p_prescribed)));
    ELSIF p_substitution = '' OR btrim(p_why) = '' THEN
        PERFORM refuse('dispensing.why_substituted',
            format('%s is given in place of %s; say why.', named_medicine(p_given), named_medicine(p_prescribed)),
            jsonb_build_object('given', named_medicine(p_given), 'medicine', named_medicine(p_prescribed)));
    ELSIF p_substitution <> 'prescriber' AND NOT is_equivalent(p_prescribed, p_given) THEN
        PERFORM refuse('dispensing.not_equivalent',
            format('%s differs from %s in ingredient, strength or form; the prescriber must confirm it.',
                   named_medicine(p_given), named_medicine(p_prescribed)),
            jsonb_build_object('given', named_medicine(p_given), 'medicine', named_medicine(p_prescribed)));
    END IF;
END $$;

-- First what expires first (rule 26), and nothing that expires within the days it is for or earlier than the hospital
-- allows (rule 25), but for a reason. Looks at the shelf after the units were taken from it, which is a pharmacy's or a
-- ward's; of the nth of `p_lines` so many units were supplied as the nth of `p_units` says.
CREATE FUNCTION hms.refuse_wrong_batches(p_dispense bigint, p_store bigint, p_lines bigint[], p_units bigint[],
                                         p_today date, r hms.dispensing_rules) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    wrong record;
BEGIN
    SELECT d.medicine_id, b.lot, b.expiry, needed.last_day, r.least_days, earlier.lot AS earlier,
           needed.last_day > p_today + r.least_days::integer AS for_supply INTO wrong
    FROM dispense_lines d
    JOIN prescription_lines l ON l.id = d.line_id
    JOIN batches b ON b.id = d.batch_id
    CROSS JOIN LATERAL (
        SELECT p_today + greatest(
            CASE WHEN r.covers_supply THEN days_covered(l, p_units[array_position(p_lines, l.id)]) END,
            r.least_days::integer) AS last_day OFFSET 0
    ) needed
    LEFT JOIN LATERAL (
        SELECT a.lot FROM batches a JOIN balances h ON h.batch_id = a.id AND h.store_id = p_store
        WHERE a.medicine_id = d.medicine_id AND a.state = 'usable' AND h.units > 0
          AND coalesce(a.expiry, 'infinity') >= needed.last_day
          AND (coalesce(a.expiry, 'infinity'), a.received_on, a.id)
              < (coalesce(b.expiry, 'infinity'), b.received_on, b.id)
        LIMIT 1
    ) earlier ON true
    WHERE d.dispense_id = p_dispense AND d.reason = '' AND (b.expiry < needed.last_day OR earlier.lot IS NOT NULL)
    LIMIT 1;
    IF wrong.earlier IS NOT NULL THEN
        PERFORM refuse('dispensing.not_first',
            format('Batch %s of %s expires before batch %s; take it first, or say why not.', wrong.earlier,
                   named_medicine(wrong.medicine_id), wrong.lot),
            jsonb_build_object('earlier', wrong.earlier, 'medicine', named_medicine(wrong.medicine_id), 'lot', wrong.lot));
    ELSIF wrong.lot IS NOT NULL AND NOT wrong.for_supply THEN
        PERFORM refuse('dispensing.least_days',
            format('Batch %s of %s expires on %s, in less than %s days; take another one, or say why.', wrong.lot,
                   named_medicine(wrong.medicine_id), wrong.expiry, wrong.least_days),
            jsonb_build_object('lot', wrong.lot, 'medicine', named_medicine(wrong.medicine_id), 'expiry', wrong.expiry,
                               'days', wrong.least_days));
    ELSIF wrong.lot IS NOT NULL THEN
        PERFORM refuse('dispensing.short_dated',
            format('Batch %s of %s expires on %s, before it is used up; take another one, or say why.', wrong.lot,
                   named_medicine(wrong.medicine_id), wrong.expiry),
            jsonb_build_object('lot', wrong.lot, 'medicine', named_medicine(wrong.medicine_id), 'expiry', wrong.expiry));
    END IF;
END $$;

-- Rule 33, which the prescription's lines guard themselves; and until when the supply lasts.
CREATE FUNCTION hms.add_supplied(p_line bigint, p_units bigint, p_today date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE prescription_lines l SET supplied = l.supplied + p_units, supplied_until = CASE days_covered(l, p_units)
        WHEN 0 THEN l.supplied_until
        ELSE greatest(l.supplied_until, p_today - 1) + days_covered(l, p_units) END
    WHERE l.id = p_line;
END $$;

-- Whether the patient still comes back for something on this prescription, or on the one that it replaced.
CREATE FUNCTION hms.owes(p_prescription bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM prescription_lines l JOIN omissions o ON o.line_id IN (l.id, l.continues_id)
                   WHERE l.prescription_id = p_prescription AND o.open);
END $$;

-- What the wish says was not supplied; what was owed of a line is settled by each later dispense that speaks of it.
-- Returns how many lines the patient comes back for.
CREATE FUNCTION hms.keep_omissions(p_dispense bigint, p_prescription bigint, p_lines jsonb) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    strange record;
    owed bigint;
BEGIN
    SELECT w.line, l.medicine_id, l.quantity * (1 + l.refills) - l.supplied AS remaining INTO strange
    FROM jsonb_to_recordset(p_lines) AS w (line bigint, omitted text, units bigint)
    LEFT JOIN prescription_lines l ON l.id = w.line AND l.prescription_id = p_prescription
    WHERE w.omitted IS NOT NULL
      AND (l.id IS NULL OR w.omitted NOT IN ('owed', 'stopped', 'declined', 'later')
           OR coalesce(w.units, 0) NOT BETWEEN 1 AND l.quantity * (1 + l.refills) - l.supplied) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('dispensing.omission', 'What is left out does not fit the prescription; open it again.');
    END IF;
    UPDATE omissions o SET open = false
    FROM jsonb_to_recordset(p_lines) AS w (line bigint) JOIN prescription_lines l ON l.id = w.line
    WHERE o.line_id IN (l.id, l.continues_id) AND o.open;
    WITH kept AS (
        INSERT INTO omissions (dispense_id, line_id, units, kind, reason, open)
        SELECT p_dispense, w.line, w.units, w.omitted, coalesce(w.reason, ''), w.omitted = 'owed'
        FROM jsonb_to_recordset(p_lines) AS w (line bigint, omitted text, units bigint, reason text)
        WHERE w.omitted IS NOT NULL RETURNING open
    )
    SELECT count(*) FILTER (WHERE open) INTO owed FROM kept;
    RETURN owed;
END $$;

-- Whether a colleague looks before this medicine is handed out, where not everything or nothing is looked at.
CREATE FUNCTION hms.wants_check(p_medicine bigint) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT m.high_alert OR EXISTS (SELECT FROM dispensing_rules r, unnest(r.checked_classes) c
                                   WHERE starts_with(m.atc_code, c))
    FROM medicines m WHERE m.id = p_medicine
$$;

-- The colleague who looked, where the hospital wants one to; '' where not.
CREATE FUNCTION hms.second_check(p_intent uuid, p_lines jsonb, p_asked text) RETURNS text
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_asked = 'never' THEN
        RETURN '';
    ELSIF p_asked = 'high_alert' AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(p_lines) AS w (batch bigint)
        JOIN batches b ON b.id = w.batch WHERE wants_check(b.medicine_id)
    ) THEN
        RETURN '';
    END IF;
    RETURN use_assent(p_intent, 'dispensing.check', digest_of(jsonb_build_object('lines', p_lines)));
END $$;

-- What the wish gives, looked at entry by entry, in the order in which batches are always locked; how many `units` each
-- of its `lines` gets, and whether any of it is controlled.
CREATE FUNCTION hms.wished_picks(p_prescription bigint, p_lines jsonb, OUT picked hms.dispense_lines[],
                                 OUT lines bigint[], OUT units bigint[], OUT controlled boolean)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    wish record;
    pick dispense_lines;
    nth integer;
BEGIN
    controlled := false;
    FOR wish IN
        SELECT l.id AS line, l.medicine_id AS prescribed, l.substitution AS allowed, b.medicine_id AS given,
               m.controlled <> '' AS controlled, w.batch, w.units, coalesce(w.reason, '') AS reason,
               coalesce(w.scanned, false) AS scanned, coalesce(w.substitution, '') AS substitution, coalesce(w.why, '') AS why
        FROM jsonb_to_recordset(p_lines) AS w (line bigint, batch bigint, units bigint, reason text, scanned boolean,
                                               substitution text, why text, omitted text)
        LEFT JOIN prescription_lines l ON l.id = w.line AND l.prescription_id = p_prescription
        LEFT JOIN (batches b JOIN medicines m ON m.id = b.medicine_id) ON b.id = w.batch
        WHERE w.omitted IS NULL ORDER BY w.batch, w.line
    LOOP
        PERFORM check_pick(wish.prescribed, wish.allowed, wish.given, wish.units, wish.substitution, wish.why);
        controlled := controlled OR wish.controlled;
        nth := array_position(lines, wish.line);
        IF nth IS NULL THEN
            lines := lines || wish.line;
            units := units || wish.units;
        ELSE
            units[nth] := units[nth] + wish.units;
        END IF;
        pick.line_id := wish.line;
        pick.medicine_id := wish.given;
        pick.batch_id := wish.batch;
        pick.units := wish.units;
        pick.scanned := wish.scanned;
        pick.reason := wish.reason;
        pick.substitution := CASE WHEN wish.given = wish.prescribed THEN '' ELSE wish.substitution END;
        pick.why := wish.why;
        picked := picked || pick;
    END LOOP;
    IF picked IS NULL THEN
        PERFORM refuse('dispensing.nothing', 'Nothing is given; choose what the patient gets first.');
    END IF;
END $$;

-- Takes what was picked from the shelves. Returns the first row of each line and medicine, which its label is printed of.
CREATE FUNCTION hms.take_from_shelves(p_dispense bigint, p_store bigint, p_picked hms.dispense_lines[], p_today date)
    RETURNS bigint[]
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    pick dispense_lines;
    labelled text[] := '{}';
    labels bigint[];
BEGIN
    FOREACH pick IN ARRAY p_picked LOOP
        pick.movement_id := move_stock(pick.batch_id, p_store, 'dispense', pick.units, pick.reason,
                                       'dispense ' || p_dispense, p_today);
        INSERT INTO dispense_lines (dispense_id, line_id, medicine_id, batch_id, movement_id, units, scanned, reason,
                                    substitution, why)
        VALUES (p_dispense, pick.line_id, pick.medicine_id, pick.batch_id, pick.movement_id, pick.units, pick.scanned,
                pick.reason, pick.substitution, pick.why)
        RETURNING id INTO pick.id;
        IF format('%s of %s', pick.medicine_id, pick.line_id) <> ALL (labelled) THEN
            labelled := labelled || format('%s of %s', pick.medicine_id, pick.line_id);
            labels := labels || pick.id;
        END IF;
    END LOOP;
    RETURN labels;
END $$;

-- Hands out what `p_lines` says: entries {line, batch, units, reason, scanned, substitution, why} for what is given and
-- {line, omitted, units, reason} for what is not. In one transaction with the stock, or not at all. By index always:
-- a desk's plans are made in the morning and serve a day in which these tables grow. Its knocks are told by tell_knocks.
-- The answer says how the prescription stands now, the first row of each line for its label, and how many lines are owed.
CREATE FUNCTION hms.dispense(p_intent uuid, p_prescription bigint, p_version bigint, p_lines jsonb,
                             p_overrides jsonb DEFAULT '[]', p_store bigint DEFAULT NULL, p_note text DEFAULT '')
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = off SET search_path = hms, public, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'dispense');
    today date;
    patient bigint;
    leased boolean;
    rules dispensing_rules;
    store bigint;
    wish record;
    made bigint;
    owed bigint := 0;
    settled record;
    labels bigint[];
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM knock_late();
    today := business_date();
    patient := hold_prescription(p_prescription, p_version, today);
    leased := refuse_leased(p_prescription);
    PERFORM require_overrides(p_intent, patient, p_lines, p_overrides, today);
    store := dispensing_store(p_store);
    IF p_note ~ '[\u0001-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]' THEN
        PERFORM refuse('note.hidden', 'The text holds a hidden control character; type it again without it.',
                       jsonb_build_object('field', 'note'));
    END IF;
    wish := wished_picks(p_prescription, p_lines);
    SELECT * INTO rules FROM dispensing_rules;
    INSERT INTO dispenses (prescription_id, store_id, business_date, dispensed_at, workstation, checked_by, note)
    VALUES (p_prescription, store, today, hospital_now(), workstation(),
            second_check(p_intent, p_lines, rules.second_check), left(coalesce(p_note, ''), 1000))
    RETURNING id INTO made;
    FOR n IN 1 .. cardinality(wish.lines) LOOP
        PERFORM add_supplied(wish.lines[n], wish.units[n], today);
    END LOOP;
    IF p_lines @? '$[*].omitted' OR owes(p_prescription) THEN
        owed := keep_omissions(made, p_prescription, p_lines);
    END IF;
    settled := settle_prescription(p_prescription);
    IF leased THEN
        DELETE FROM leases WHERE prescription_id = p_prescription;
    END IF;
    -- The shelves come last: others wait for them until the end.
    labels := take_from_shelves(made, store, wish.picked, today);
    PERFORM refuse_wrong_batches(made, store, wish.lines, wish.units, today, rules);
    IF wish.controlled THEN
        PERFORM enter_controlled(p_intent, p_lines, made);
    END IF;
    PERFORM knock_at('hms_changes', 'dispensing:' || p_prescription);
    PERFORM keep_knocks();
    RETURN settle_intent(p_intent, jsonb_build_object(
        'dispense_id', made, 'prescription_id', p_prescription, 'version', settled.version, 'state', settled.state,
        'labels', labels, 'owed', owed));
END $$;

-- The same where nobody chose the batches by hand: that the shelf is no longer as it was when they were proposed is an
-- answer, {"faster", "sentence", "params"}, after which nothing has happened and the desk may propose anew.
CREATE FUNCTION hms.dispense_as_proposed(p_intent uuid, p_prescription bigint, p_version bigint, p_lines jsonb,
                                         p_overrides jsonb DEFAULT '[]', p_store bigint DEFAULT NULL,
                                         p_note text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    code text;
    sentence text;
    params text;
BEGIN
    RETURN dispense(p_intent, p_prescription, p_version, p_lines, p_overrides, p_store, p_note);
EXCEPTION WHEN SQLSTATE 'HM001' THEN
    GET STACKED DIAGNOSTICS code = CONSTRAINT_NAME, sentence = MESSAGE_TEXT, params = PG_EXCEPTION_DETAIL;
    IF code NOT IN ('stock.short', 'dispensing.not_first', 'stock.recalled', 'stock.quarantined') THEN
        RAISE;
    END IF;
    RETURN jsonb_build_object('faster', code, 'sentence', sentence, 'params', params::jsonb);
END $$;

-- What a desk asks: hands out, and once that is done tells the knocks, in one round trip. Behind a pooler all is part of a
-- transaction (`hms.unit`), with whose commit the knocks are told.
CREATE PROCEDURE hms.hand_out(p_intent uuid, p_prescription bigint, p_version bigint, p_lines jsonb, p_overrides jsonb,
                              p_store bigint, p_note text, p_by_hand boolean, INOUT answer jsonb)
    LANGUAGE plpgsql AS $$
BEGIN
    IF p_by_hand THEN
        answer := hms.dispense(p_intent, p_prescription, p_version, p_lines, p_overrides, p_store, p_note);
    ELSE
        answer := hms.dispense_as_proposed(p_intent, p_prescription, p_version, p_lines, p_overrides, p_store, p_note);
    END IF;
    IF coalesce(current_setting('hms.unit', true), '') <> 'transaction' THEN
        COMMIT;
    END IF;
    PERFORM hms.tell_knocks();
END $$;

GRANT EXECUTE ON PROCEDURE hms.hand_out(uuid, bigint, bigint, jsonb, jsonb, bigint, text, boolean, jsonb)
    TO hms_pharmacist;
GRANT EXECUTE ON FUNCTION hms.dispense(uuid, bigint, bigint, jsonb, jsonb, bigint, text),
    hms.dispense_as_proposed(uuid, bigint, bigint, jsonb, jsonb, bigint, text) TO hms_pharmacist;
GRANT EXECUTE ON FUNCTION hms.wants_check(bigint) TO hms_pharmacist, hms_clinician, hms_manager;
