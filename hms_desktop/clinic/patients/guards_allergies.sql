-- Allergies (rule 18): "none known" is an answer, "not asked" is none, and neither stands beside a listed allergy.

-- What {"none_known", "known"} answers; NULL: nobody has asked.
CREATE FUNCTION hms.allergy_status_of(p_allergies jsonb) RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE
        WHEN (p_allergies ->> 'none_known')::boolean THEN 'none_known'
        WHEN jsonb_array_length(p_allergies -> 'known') > 0 THEN 'known'
        ELSE 'not_asked' END
$$;

CREATE FUNCTION hms.prepare_patient_allergy() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_hidden_characters('allergy', NEW.substance);
    PERFORM refuse_hidden_characters('reaction', NEW.reaction);
    IF btrim(NEW.substance) = '' THEN
        PERFORM refuse('patients.allergy_empty', 'The allergy names no substance.', '{"field": "allergy"}');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER prepare_patient_allergy BEFORE INSERT OR UPDATE ON hms.patient_allergies
FOR EACH ROW EXECUTE FUNCTION hms.prepare_patient_allergy();

-- Answer and list agree when the transaction commits. The patient's row is locked first, so that of two who change the
-- one and the other at once the second sees what the first has done.
CREATE FUNCTION hms.agree_about_allergies(p_patient bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
DECLARE
    v_status text := (SELECT allergy_status FROM patients WHERE id = p_patient FOR NO KEY UPDATE);
BEGIN
    IF (v_status = 'known') <> EXISTS (SELECT FROM patient_allergies WHERE patient_id = p_patient) THEN
        PERFORM refuse('patients.allergies_contradict',
            'Allergies are listed, so "none known" cannot stand beside them; take out the one or the other.',
            '{"field": "allergy"}');
    END IF;
END $$;

CREATE FUNCTION hms.keep_allergies_agreed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    IF TG_TABLE_NAME = 'patients' THEN
        PERFORM agree_about_allergies(NEW.id);
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM agree_about_allergies(OLD.patient_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM agree_about_allergies(NEW.patient_id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER allergies_agreed AFTER INSERT OR UPDATE OR DELETE ON hms.patient_allergies
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hms.keep_allergies_agreed();

CREATE CONSTRAINT TRIGGER answer_agreed_when_new AFTER INSERT ON hms.patients
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.allergy_status <> 'not_asked')
EXECUTE FUNCTION hms.keep_allergies_agreed();

CREATE CONSTRAINT TRIGGER answer_agreed_when_changed AFTER UPDATE ON hms.patients
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.allergy_status <> OLD.allergy_status)
EXECUTE FUNCTION hms.keep_allergies_agreed();

-- Makes a patient's allergies the ones listed: {"id", "substance", "severity", "reaction", "system", "code"}; without
-- an id it is a new one.
CREATE FUNCTION hms.set_allergies(p_patient bigint, p_allergies jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_too_many(p_allergies);
    IF EXISTS (SELECT FROM patient_allergies WHERE patient_id = p_patient) THEN
        DELETE FROM patient_allergies AS allergy WHERE allergy.patient_id = p_patient AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_allergies) AS wish WHERE (wish ->> 'id')::bigint = allergy.id);
        UPDATE patient_allergies AS allergy
        SET substance = wish.substance, severity = wish.severity, reaction = wish.reaction, system = wish.system,
            code = wish.code
        FROM jsonb_populate_recordset(NULL::patient_allergies, p_allergies) AS wish
        WHERE allergy.patient_id = p_patient AND allergy.id = wish.id
            AND (allergy.substance, allergy.severity, allergy.reaction, allergy.system, allergy.code)
                IS DISTINCT FROM (wish.substance, wish.severity, wish.reaction, wish.system, wish.code);
    END IF;
    INSERT INTO patient_allergies (patient_id, substance, severity, reaction, system, code)
    SELECT p_patient, wish.substance, coalesce(wish.severity, 'unknown'), coalesce(wish.reaction, ''),
        coalesce(wish.system, ''), coalesce(wish.code, '')
    FROM jsonb_populate_recordset(NULL::patient_allergies, p_allergies) AS wish
    WHERE wish.id IS NULL;
END $$;

ALTER TABLE hms.patient_allergies ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_records ON hms.patient_allergies FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));
GRANT SELECT ON hms.patient_allergies TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.audited('patient_allergies');
SELECT hms.knocks('patient_allergies', 'hms_changes', 'patients', 'patient_id');
