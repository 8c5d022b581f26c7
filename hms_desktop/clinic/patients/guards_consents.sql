-- Consent: each answer is a new entry that says when and by whom; none is ever changed.

-- Writes the answers that differ from what holds: {"question", "given"}. A question that is not listed keeps its answer.
CREATE FUNCTION hms.set_consents(p_patient bigint, p_consents jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_too_many(p_consents);
    INSERT INTO patient_consents (patient_id, question, given, at, person)
    SELECT p_patient, wish.question, wish.given, hospital_now(), session_user
    FROM jsonb_populate_recordset(NULL::patient_consents, p_consents) AS wish
    WHERE wish.given IS DISTINCT FROM (
        SELECT held.given FROM patient_consents AS held
        WHERE held.patient_id = p_patient AND held.question = wish.question ORDER BY held.id DESC LIMIT 1);
END $$;

ALTER TABLE hms.patient_consents ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_records ON hms.patient_consents FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));
GRANT SELECT ON hms.patient_consents TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.audited('patient_consents');
SELECT hms.knocks('patient_consents', 'hms_changes', 'patients', 'patient_id');
