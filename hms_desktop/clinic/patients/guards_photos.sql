-- Photos: the newest row is the one that is shown; the audit trail keeps their fingerprints, not their bytes.

-- {"thumbnail", "picture"} in base64, or a JSON null that takes the photo away.
CREATE FUNCTION hms.set_photo(p_patient bigint, p_photo jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    INSERT INTO patient_photos (patient_id, thumbnail, picture, taken_at, taken_by)
    VALUES (p_patient, decode(p_photo ->> 'thumbnail', 'base64'), decode(p_photo ->> 'picture', 'base64'),
        hospital_now(), session_user);
EXCEPTION WHEN check_violation OR invalid_parameter_value THEN
    PERFORM refuse('patients.photo', 'This is not a photo that can be kept; take it again.', '{"field": "photo"}');
END $$;

CREATE FUNCTION hms.audit_photo() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    INSERT INTO audit (at, person, workstation, subject, key, verb, after)
    SELECT hospital_now(), session_user, workstation(), TG_TABLE_NAME, photo.id, 'insert',
        jsonb_strip_nulls(jsonb_build_object('id', photo.id, 'patient_id', photo.patient_id,
            'bytes', octet_length(photo.picture), 'sha256', encode(sha256(photo.picture), 'hex')))
    FROM new_rows AS photo;
    RETURN NULL;
END $$;

CREATE TRIGGER audit_photo AFTER INSERT ON hms.patient_photos REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION hms.audit_photo();

ALTER TABLE hms.patient_photos ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_records ON hms.patient_photos FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));
GRANT SELECT ON hms.patient_photos TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.knocks('patient_photos', 'hms_changes', 'patients', 'patient_id');
