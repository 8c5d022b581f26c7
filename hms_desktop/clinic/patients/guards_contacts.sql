-- Emergency contacts: whom to call, each with a name.

CREATE FUNCTION hms.prepare_patient_contact() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_hidden_characters('contact''s name', NEW.name);
    PERFORM refuse_hidden_characters('contact''s phone number', NEW.number);
    IF btrim(NEW.name) = '' THEN
        PERFORM refuse('patients.contact_name', 'An emergency contact needs a name.', '{"field": "contact''s name"}');
    END IF;
    PERFORM check_e164(digits_of(NEW.number), NEW.e164);
    RETURN NEW;
END $$;

CREATE TRIGGER prepare_patient_contact BEFORE INSERT OR UPDATE ON hms.patient_contacts
FOR EACH ROW EXECUTE FUNCTION hms.prepare_patient_contact();

-- Makes a patient's contacts the ones listed: {"id", "name", "relation", "number", "e164"}; without an id it is a new one.
CREATE FUNCTION hms.set_contacts(p_patient bigint, p_contacts jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_too_many(p_contacts);
    IF EXISTS (SELECT FROM patient_contacts WHERE patient_id = p_patient) THEN
        DELETE FROM patient_contacts AS contact WHERE contact.patient_id = p_patient AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_contacts) AS wish WHERE (wish ->> 'id')::bigint = contact.id);
        UPDATE patient_contacts AS contact
        SET name = wish.name, relation = wish.relation, number = wish.number, e164 = wish.e164
        FROM jsonb_populate_recordset(NULL::patient_contacts, p_contacts) AS wish
        WHERE contact.patient_id = p_patient AND contact.id = wish.id
            AND (contact.name, contact.relation, contact.number, contact.e164)
                IS DISTINCT FROM (wish.name, wish.relation, wish.number, wish.e164);
    END IF;
    INSERT INTO patient_contacts (patient_id, name, relation, number, e164)
    SELECT p_patient, wish.name, coalesce(wish.relation, 'relative'), coalesce(wish.number, ''), coalesce(wish.e164, '')
    FROM jsonb_populate_recordset(NULL::patient_contacts, p_contacts) AS wish
    WHERE wish.id IS NULL;
END $$;

ALTER TABLE hms.patient_contacts ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_records ON hms.patient_contacts FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));
GRANT SELECT ON hms.patient_contacts TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.audited('patient_contacts');
SELECT hms.knocks('patient_contacts', 'hms_changes', 'patients', 'patient_id');
