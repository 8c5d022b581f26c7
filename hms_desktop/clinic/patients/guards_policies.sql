-- Insurance policies: insurer and number as they are compared, and never the same policy twice on one day.

CREATE FUNCTION hms.prepare_patient_policy() RETURNS trigger
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_hidden_characters('insurer', NEW.insurer);
    PERFORM refuse_hidden_characters('policy number', NEW.number);
    PERFORM refuse_hidden_characters('cover', NEW.cover);
    NEW.insurer_key := identifier_key(NEW.insurer);
    NEW.number_key := identifier_key(NEW.number);
    IF NEW.insurer_key = '' OR NEW.number_key = '' THEN
        PERFORM refuse('patients.policy_empty', 'An insurance policy needs its insurer and its number.',
            '{"field": "insurer"}');
    ELSIF NEW.valid_until < NEW.valid_from THEN
        PERFORM refuse('patients.policy_backwards', 'The insurance policy ends before it begins.',
            '{"field": "insurer"}');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER prepare_patient_policy BEFORE INSERT OR UPDATE ON hms.patient_policies
FOR EACH ROW EXECUTE FUNCTION hms.prepare_patient_policy();

-- Makes a patient's policies the ones listed: {"id", "insurer", "number", "valid_from", "valid_until", "cover",
-- "percent"}; without an id it is a new one.
CREATE FUNCTION hms.set_policies(p_patient bigint, p_policies jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = hms, public, pg_temp
AS $$
BEGIN
    PERFORM refuse_too_many(p_policies);
    IF EXISTS (SELECT FROM patient_policies WHERE patient_id = p_patient) THEN
        DELETE FROM patient_policies AS policy WHERE policy.patient_id = p_patient AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(p_policies) AS wish WHERE (wish ->> 'id')::bigint = policy.id);
        UPDATE patient_policies AS policy
        SET insurer = wish.insurer, number = wish.number, valid_from = wish.valid_from, valid_until = wish.valid_until,
            cover = wish.cover, percent = wish.percent
        FROM jsonb_populate_recordset(NULL::patient_policies, p_policies) AS wish
        WHERE policy.patient_id = p_patient AND policy.id = wish.id
            AND (policy.insurer, policy.number, policy.valid_from, policy.valid_until, policy.cover, policy.percent)
                IS DISTINCT FROM
                (wish.insurer, wish.number, wish.valid_from, wish.valid_until, wish.cover, wish.percent);
    END IF;
    INSERT INTO patient_policies (patient_id, insurer, number, valid_from, valid_until, cover, percent)
    SELECT p_patient, wish.insurer, wish.number, wish.valid_from, wish.valid_until, coalesce(wish.cover, ''),
        wish.percent
    FROM jsonb_populate_recordset(NULL::patient_policies, p_policies) AS wish
    WHERE wish.id IS NULL;
EXCEPTION WHEN exclusion_violation THEN
    PERFORM refuse('patients.policy_overlap',
        'This insurance policy is entered twice for the same days; end the one before the other begins.',
        '{"field": "insurer"}');
END $$;

ALTER TABLE hms.patient_policies ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_records ON hms.patient_policies FOR SELECT TO hms_staff
USING (patient_id <> ALL ((SELECT hms.closed_records())::bigint[]));
GRANT SELECT ON hms.patient_policies TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.audited('patient_policies');
SELECT hms.knocks('patient_policies', 'hms_changes', 'patients', 'patient_id');
