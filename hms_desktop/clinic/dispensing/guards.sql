-- What keeps dispenses as they were made, and the leases of prescriptions.

CREATE TRIGGER keep_dispenses BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.dispenses
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_reversals BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.reversals
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_dispense_lines BEFORE DELETE OR TRUNCATE ON hms.dispense_lines
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
-- Only a return is written later, once.
CREATE TRIGGER keep_dispense_line BEFORE UPDATE ON hms.dispense_lines
    FOR EACH ROW WHEN (
        OLD.returned <> 0
        OR (OLD.id, OLD.dispense_id, OLD.line_id, OLD.medicine_id, OLD.batch_id, OLD.movement_id, OLD.units,
            OLD.scanned, OLD.reason, OLD.substitution, OLD.why)
        IS DISTINCT FROM
           (NEW.id, NEW.dispense_id, NEW.line_id, NEW.medicine_id, NEW.batch_id, NEW.movement_id, NEW.units,
            NEW.scanned, NEW.reason, NEW.substitution, NEW.why)
    ) EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_omissions BEFORE DELETE OR TRUNCATE ON hms.omissions
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
-- Only that it is settled is written later.
CREATE TRIGGER keep_omission BEFORE UPDATE ON hms.omissions
    FOR EACH ROW WHEN (
        NEW.open OR (OLD.id, OLD.dispense_id, OLD.line_id, OLD.units, OLD.kind, OLD.reason)
        IS DISTINCT FROM (NEW.id, NEW.dispense_id, NEW.line_id, NEW.units, NEW.kind, NEW.reason)
    ) EXECUTE FUNCTION hms.append_only();

SELECT hms.noted('dispense_lines', 'reason', 300), hms.noted('dispense_lines', 'why', 300),
       hms.noted('omissions', 'reason', 300), hms.noted('reversals', 'reason', 300);

-- What a patient may read of a dispense stands for itself: who, where and when are columns of it.
SELECT hms.audited('leases'), hms.audited('omissions'), hms.audited('reversals'),
       hms.knocks('leases', 'hms_changes', 'dispensing', 'prescription_id');

-- Locks the prescription, which must be in the state in which the person saw it and open for this person to dispense.
-- Returns its patient.
CREATE FUNCTION hms.hold_prescription(p_prescription bigint, p_version bigint, p_today date) RETURNS bigint
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v record;
BEGIN
    SELECT patient_id, version, state, valid_until INTO v FROM prescriptions WHERE id = p_prescription FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('dispensing.unknown', 'This prescription is not known; look it up again.');
    ELSIF EXISTS (SELECT FROM patients WHERE id = v.patient_id AND restricted AND id <> ALL (opened_records())) THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    ELSIF p_version IS DISTINCT FROM v.version THEN
        PERFORM stale('dispensing.changed', 'A colleague dispensed or changed this prescription meanwhile; look again.',
                      jsonb_build_object('version', v.version));
    END IF;
    PERFORM refuse_not_in_force(v.state, v.valid_until, p_today);
    RETURN v.patient_id;
END $$;

-- Leases (rule 34) ---------------------------------------------------------------------------------------------------

CREATE FUNCTION hms.shown_name(p_login text) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp
    RETURN coalesce((SELECT display_name FROM hms.people WHERE login = p_login), p_login);

-- Nobody dispenses what a colleague has open at this moment. Returns whether somebody had it open, if only this person.
CREATE FUNCTION hms.refuse_leased(p_prescription bigint) RETURNS boolean
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    held leases;
BEGIN
    SELECT * INTO held FROM leases WHERE prescription_id = p_prescription;
    IF NOT FOUND THEN
        RETURN false;
    ELSIF held.person <> session_user AND held.until_at > hospital_now() THEN
        PERFORM refuse('dispensing.leased',
            format('%s has this prescription open at %s; wait, or take it over.', shown_name(held.person), held.workstation),
            jsonb_build_object('person', shown_name(held.person), 'workstation', held.workstation));
    END IF;
    RETURN true;
END $$;

-- Opens the prescription for this person; with `p_take_over` also where a colleague has it open, which the audit keeps.
CREATE FUNCTION hms.lease_prescription(p_intent uuid, p_prescription bigint, p_take_over boolean DEFAULT false)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'lease_prescription');
    until_when timestamptz := hospital_now() + (SELECT lease_minutes FROM dispensing_rules) * interval '1 minute';
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    PERFORM FROM prescriptions WHERE id = p_prescription FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('dispensing.unknown', 'This prescription is not known; look it up again.');
    ELSIF NOT p_take_over THEN
        PERFORM refuse_leased(p_prescription);
    END IF;
    INSERT INTO leases (prescription_id, person, workstation, taken_at, until_at)
    VALUES (p_prescription, session_user, workstation(), hospital_now(), until_when)
    ON CONFLICT (prescription_id) DO UPDATE
        SET person = excluded.person, workstation = excluded.workstation, taken_at = excluded.taken_at,
            until_at = excluded.until_at;
    RETURN settle_intent(p_intent, jsonb_build_object('until', until_when));
END $$;

-- The person put the prescription back; a colleague's lease stays.
CREATE FUNCTION hms.release_prescription(p_intent uuid, p_prescription bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first jsonb := claim_intent(p_intent, 'release_prescription');
BEGIN
    IF first IS NOT NULL THEN
        RETURN first;
    END IF;
    DELETE FROM leases WHERE prescription_id = p_prescription AND person = session_user;
    RETURN settle_intent(p_intent, '{}');
END $$;

GRANT EXECUTE ON FUNCTION hms.lease_prescription(uuid, bigint, boolean), hms.release_prescription(uuid, bigint)
    TO hms_pharmacist;
