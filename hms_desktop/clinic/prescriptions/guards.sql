-- What keeps prescriptions true for everyone (rules 33, 34, 44 and 45): what was written stays as it was written, a change
-- is a new version, and nothing is supplied beyond what is prescribed or after it expired. Whoever changes something
-- locks in one order: the patient, the prescription, then what the queue locks.

INSERT INTO hms.prescribing_rules (id) VALUES (1) ON CONFLICT DO NOTHING;

-- What never changes ---------------------------------------------------------------------------------------------------

-- Holds for everyone, the functions of other areas included. Only another record of the same person may take it (a merge).
CREATE FUNCTION hms.guard_prescription() RETURNS trigger
    LANGUAGE plpgsql AS $$
DECLARE
    written hms.prescriptions := NEW;
BEGIN
    written.state := OLD.state;
    written.reason := OLD.reason;
    written.ended_at := OLD.ended_at;
    written.ended_by := OLD.ended_by;
    written.version := OLD.version;
    written.patient_id := OLD.patient_id;
    IF written IS DISTINCT FROM OLD THEN
        PERFORM hms.refuse('prescriptions.written',
                           'A prescription stays as it was written; amend it, and the new version replaces it.');
    ELSIF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
        ('active', 'completed'), ('active', 'cancelled'), ('active', 'replaced'), ('completed', 'active')
    ) THEN
        PERFORM hms.refuse('prescriptions.wrong_step',
            format('A prescription that is %s cannot become %s.', OLD.state, NEW.state),
            jsonb_build_object('from', OLD.state, 'to', NEW.state));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_prescription BEFORE UPDATE ON hms.prescriptions
    FOR EACH ROW EXECUTE FUNCTION hms.guard_prescription();
CREATE TRIGGER keep_prescriptions BEFORE DELETE OR TRUNCATE ON hms.prescriptions
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- Of a line only what was supplied changes: not after another version goes on with it, and no more of it than the
-- prescription still allows today (a return may come later).
CREATE FUNCTION hms.guard_prescription_line() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    written prescription_lines := NEW;
    p record;
BEGIN
    written.supplied := OLD.supplied;
    written.supplied_until := OLD.supplied_until;
    IF written IS DISTINCT FROM OLD THEN
        PERFORM refuse('prescriptions.written',
                       'A prescription stays as it was written; amend it, and the new version replaces it.');
    ELSIF NEW.supplied > NEW.quantity * (1 + NEW.refills) THEN
        PERFORM refuse('prescriptions.exceeded',
            format('This line has %s left; supply no more than that.', NEW.quantity * (1 + NEW.refills) - OLD.supplied),
            jsonb_build_object('remaining', NEW.quantity * (1 + NEW.refills) - OLD.supplied, 'line', NEW.id));
    ELSIF EXISTS (SELECT FROM prescription_lines l WHERE l.continues_id = NEW.id) THEN
        PERFORM refuse('prescriptions.replaced', 'This prescription was amended; open its newest version.');
    ELSIF NEW.supplied > OLD.supplied THEN
        SELECT state, valid_until INTO p FROM prescriptions WHERE id = NEW.prescription_id;
        PERFORM refuse_not_in_force(p.state, p.valid_until, business_date());
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_prescription_line BEFORE UPDATE ON hms.prescription_lines
    FOR EACH ROW EXECUTE FUNCTION hms.guard_prescription_line();
CREATE TRIGGER keep_prescription_lines BEFORE DELETE OR TRUNCATE ON hms.prescription_lines
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- What the wishes share (nobody is granted these) ----------------------------------------------------------------------

-- Refuses what nothing may be supplied on: cancelled, replaced, all supplied, or expired by the hospital's own date.
CREATE FUNCTION hms.refuse_not_in_force(p_state text, p_valid_until date, p_today date) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p_state = 'replaced' THEN
        PERFORM refuse('prescriptions.replaced', 'This prescription was amended; open its newest version.');
    ELSIF p_state = 'cancelled' THEN
        PERFORM refuse('prescriptions.cancelled', 'This prescription was cancelled; nothing more is supplied on it.');
    ELSIF p_valid_until < p_today THEN
        PERFORM refuse('prescriptions.expired',
            format('This prescription expired on %s; ask the prescriber for a new one.', p_valid_until),
            jsonb_build_object('day', p_valid_until));
    END IF;
END $$;

-- Holds the patient (before any other lock); refuses a record that is closed to this person or was merged away.
CREATE FUNCTION hms.hold_patient_to_prescribe(p_patient bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM hold_patient(p_patient);
    IF p_patient = ANY (closed_records()) THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    END IF;
END $$;

-- The prescription, locked after its patient; refuses when it changed since the person looked at it.
CREATE FUNCTION hms.prescription_as_seen(p_prescription bigint, p_version bigint) RETURNS hms.prescriptions
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    p prescriptions;
BEGIN
    PERFORM hold_patient_to_prescribe(patient_id) FROM prescriptions WHERE id = p_prescription;
    SELECT * INTO p FROM prescriptions WHERE id = p_prescription FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('prescriptions.unknown', 'This prescription is not known; look it up again.');
    ELSIF p_version IS DISTINCT FROM p.version THEN
        PERFORM stale('prescriptions.changed',
            format('A colleague changed this prescription meanwhile (it is now %s); look at it again.', p.state),
            jsonb_build_object('state', p.state, 'version', p.version));
    END IF;
    RETURN p;
END $$;

-- A clinician changes what clinicians prescribed; a pharmacist only what was transcribed from paper.
CREATE FUNCTION hms.refuse_to_change(p hms.prescriptions) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF p.state <> 'active' THEN
        PERFORM refuse('prescriptions.not_active',
            format('This prescription is %s; write a new one instead.', p.state), jsonb_build_object('state', p.state));
    ELSIF NOT p.transcribed AND NOT pg_has_role(session_user, 'hms_clinician', 'MEMBER') THEN
        PERFORM refuse('prescriptions.prescribers',
                       'Only a clinician may amend or cancel this prescription; ask its prescriber.');
    END IF;
END $$;

-- A clinician prescribes in their own name, which no program can pass; a pharmacist transcribes and names the prescriber.
CREATE FUNCTION hms.prescriber_of(p_named text, OUT prescriber text, OUT transcribed boolean)
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    prescriber := btrim(coalesce(p_named, ''));
    transcribed := NOT pg_has_role(session_user, 'hms_clinician', 'MEMBER')
        OR prescriber <> '' AND pg_has_role(session_user, 'hms_pharmacist', 'MEMBER');
    IF transcribed AND prescriber = '' THEN
        PERFORM refuse('prescriptions.prescriber',
                       'A transcribed prescription needs the name of its prescriber; enter it.');
    ELSIF NOT transcribed AND prescriber <> '' THEN
        PERFORM refuse('prescriptions.own_name', 'A clinician prescribes in their own name; leave out the prescriber.');
    ELSIF NOT transcribed THEN
        prescriber := coalesce((SELECT display_name FROM people WHERE login = session_user), session_user);
    END IF;
END $$;

-- Until when a prescription is valid: as its prescriber says, else for as long as the hospital has set.
CREATE FUNCTION hms.validity_of(p_written date, p_wished date, p_lines jsonb) RETURNS date
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
DECLARE
    r prescribing_rules;
    controlled boolean := EXISTS (
        SELECT FROM jsonb_array_elements(p_lines) AS wish
        JOIN medicines m ON m.id = (wish ->> 'medicine_id')::bigint WHERE m.controlled <> '');
    until date;
BEGIN
    SELECT * INTO r FROM prescribing_rules;
    until := coalesce(p_wished, p_written
        + (CASE WHEN controlled THEN least(r.valid_days, r.controlled_days) ELSE r.valid_days END)::integer);
    IF p_written > business_date() THEN
        PERFORM refuse('prescriptions.written_later', 'A prescription cannot be written on a day that is still to come.');
    ELSIF until < business_date() OR until < p_written THEN
        PERFORM refuse('prescriptions.expired',
            format('This prescription expired on %s; ask the prescriber for a new one.', until),
            jsonb_build_object('day', until));
    ELSIF until > p_written + 366 THEN
        PERFORM refuse('prescriptions.valid_too_long', 'A prescription is valid for a year at most; choose an earlier day.');
    ELSIF controlled AND until > p_written + r.controlled_days::integer THEN
        PERFORM refuse('prescriptions.controlled_too_long',
            format('With a controlled medicine it is valid for %s days at most; choose an earlier day.', r.controlled_days),
            jsonb_build_object('days', r.controlled_days));
    END IF;
    RETURN until;
END $$;

-- Writes one version with its lines; of p_replaces the lines of the same medicine carry over what they had supplied.
CREATE FUNCTION hms.keep_prescription(p_patient bigint, p_record jsonb, p_lines jsonb, p_replaces bigint)
    RETURNS hms.prescriptions
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    who record := prescriber_of(p_record ->> 'prescriber');
    today date := business_date();
    written date := CASE WHEN who.transcribed THEN coalesce((p_record ->> 'written_on')::date, today) ELSE today END;
    made prescriptions;
BEGIN
    PERFORM refuse_unfit_lines(p_lines);
    INSERT INTO prescriptions (patient_id, department_id, prescriber, transcribed, written_on, valid_until, entered_at,
                               note, replaces_id)
    VALUES (p_patient, (p_record ->> 'department_id')::bigint, who.prescriber, who.transcribed, written,
            validity_of(written, (p_record ->> 'valid_until')::date, p_lines), hospital_now(),
            coalesce(p_record ->> 'note', ''), p_replaces)
    RETURNING * INTO made;
    PERFORM keep_lines(made.id, p_lines, p_replaces);
    RETURN made;
END $$;

CREATE FUNCTION hms.prescription_result(p_prescription bigint) RETURNS jsonb
    LANGUAGE sql VOLATILE SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_build_object('id', p.id, 'version', p.version, 'patient_id', p.patient_id, 'prescriber', p.prescriber,
        'written_on', p.written_on, 'valid_until', p.valid_until, 'state', p.state, 'line_ids', ARRAY(
            SELECT l.id FROM prescription_lines l WHERE l.prescription_id = p.id ORDER BY l.place))
    FROM prescriptions p WHERE p.id = p_prescription
$$;

-- For dispensing -------------------------------------------------------------------------------------------------------

-- The line that stands for this one today: itself, or the one that goes on with it in the newest version.
CREATE FUNCTION hms.standing_line(p_line bigint) RETURNS bigint
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    WITH RECURSIVE versions (id, depth) AS (
        VALUES (p_line, 0)
        UNION ALL
        SELECT l.id, v.depth + 1 FROM versions v JOIN prescription_lines l ON l.continues_id = v.id
    )
    SELECT id FROM versions ORDER BY depth DESC LIMIT 1
$$;

-- After something was supplied or came back: the state follows from the lines, and every open screen is stale.
CREATE FUNCTION hms.settle_prescription(p_prescription bigint, OUT version bigint, OUT state text)
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    left_over boolean := EXISTS (SELECT FROM prescription_lines l
                                 WHERE l.prescription_id = p_prescription AND l.supplied < l.quantity * (1 + l.refills));
BEGIN
    UPDATE prescriptions p SET state = CASE WHEN p.state NOT IN ('active', 'completed') THEN p.state
                                            WHEN left_over THEN 'active' ELSE 'completed' END
    WHERE p.id = p_prescription RETURNING p.version, p.state INTO version, state;
END $$;

-- The wishes -----------------------------------------------------------------------------------------------------------

-- p_record: department_id, note, valid_until; written_on and prescriber of what is transcribed; ticket (false: the patient
-- does not go to the pharmacy now). p_lines: what keep_lines reads.
CREATE FUNCTION hms.write_prescription(p_intent uuid, p_patient bigint, p_record jsonb, p_lines jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'write_prescription');
    made prescriptions;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM hold_patient_to_prescribe(p_patient);
    made := keep_prescription(p_patient, p_record, p_lines, NULL);
    RETURN settle_intent(p_intent, prescription_result(made.id) || CASE
        WHEN coalesce((p_record ->> 'ticket')::boolean, true) THEN send_to_pharmacy(p_patient) ELSE '{}' END);
END $$;

-- A new version that names the one it replaces. The lines of the same medicine go on with what was supplied; a line that
-- is left out ends where it stood. The ticket that the patient may hold stays as it is.
CREATE FUNCTION hms.amend_prescription(p_intent uuid, p_prescription bigint, p_version bigint, p_record jsonb,
                                       p_lines jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'amend_prescription');
    p prescriptions;
    made prescriptions;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    p := prescription_as_seen(p_prescription, p_version);
    PERFORM refuse_to_change(p);
    UPDATE prescriptions SET state = 'replaced', reason = btrim(coalesce(p_record ->> 'reason', '')),
        ended_at = hospital_now(), ended_by = session_user
    WHERE id = p.id;
    made := keep_prescription(p.patient_id, p_record, p_lines, p.id);
    PERFORM settle_prescription(made.id) FROM prescription_lines
    WHERE prescription_id = made.id AND supplied > 0 LIMIT 1;
    RETURN settle_intent(p_intent, prescription_result(made.id) || CASE
        WHEN coalesce((p_record ->> 'ticket')::boolean, false) THEN send_to_pharmacy(p.patient_id) ELSE '{}' END);
END $$;

-- Ends a prescription, with a reason; what was supplied stays as it was.
CREATE FUNCTION hms.cancel_prescription(p_intent uuid, p_prescription bigint, p_version bigint, p_reason text)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'cancel_prescription');
    p prescriptions;
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    p := prescription_as_seen(p_prescription, p_version);
    PERFORM refuse_to_change(p);
    IF btrim(coalesce(p_reason, '')) = '' THEN
        PERFORM refuse('prescriptions.reason', 'Cancelling a prescription needs a reason; enter it.');
    END IF;
    UPDATE prescriptions SET state = 'cancelled', reason = btrim(p_reason), ended_at = hospital_now(),
        ended_by = session_user
    WHERE id = p.id;
    RETURN settle_intent(p_intent, prescription_result(p.id));
END $$;

-- What the duties may do here ------------------------------------------------------------------------------------------

ALTER TABLE hms.prescriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE hms.prescription_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_records ON hms.prescriptions FOR SELECT TO hms_staff
    USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));
CREATE POLICY open_records ON hms.prescription_lines FOR SELECT TO hms_staff
    USING (EXISTS (SELECT FROM hms.prescriptions p WHERE p.id = prescription_id));

GRANT SELECT ON hms.prescriptions, hms.prescription_lines TO hms_clinician, hms_pharmacist;
GRANT EXECUTE ON FUNCTION
    hms.write_prescription(uuid, bigint, jsonb, jsonb),
    hms.amend_prescription(uuid, bigint, bigint, jsonb, jsonb),
    hms.cancel_prescription(uuid, bigint, bigint, text)
    TO hms_clinician, hms_pharmacist;

SELECT hms.noted('prescriptions', 'note', 1000), hms.noted('prescriptions', 'reason', 500),
       hms.noted('prescription_lines', 'directions', 500), hms.named('prescriptions', 'prescriber', 200);
SELECT hms.versioned('prescriptions'), hms.audited('prescriptions'), hms.audited('prescription_lines');
CREATE FUNCTION hms.knock_at_prescribers() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hms.knock_at('hms_changes', 'prescriptions:' || NEW.patient_id);
    RETURN NULL;
END $$;
CREATE TRIGGER knock_change AFTER INSERT OR UPDATE ON hms.prescriptions
    FOR EACH ROW EXECUTE FUNCTION hms.knock_at_prescribers();
