-- The history of one record, out of the audit trail: only for who may read the record itself (rules 19, 44, 45).

-- Entries older than p_before (NULL: the newest), newest first, of the record and of everything that is or was part of
-- it. Entries of a record that came to this one by a merge are among them.
CREATE FUNCTION hms.patient_history(p_id bigint, p_before bigint DEFAULT NULL, p_limit integer DEFAULT 200)
RETURNS TABLE (id bigint, at timestamptz, person text, workstation text, subject text, verb text, before jsonb,
    after jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = hms, public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM patients WHERE id = p_id) THEN
        PERFORM refuse('patients.unknown', 'There is no such patient.');
    ELSIF p_id = ANY (closed_records()) THEN
        PERFORM refuse('patients.restricted', 'This record is restricted; open it with a reason first.');
    END IF;
    RETURN QUERY
    WITH parts AS (
        SELECT 'patients' AS subject, p_id AS key
        UNION
        SELECT entry.subject, entry.key FROM audit AS entry
        WHERE coalesce(entry.after ->> 'patient_id', entry.before ->> 'patient_id') = p_id::text
            AND entry.subject LIKE 'patient\_%'
    )
    SELECT entry.id, entry.at, coalesce(who.display_name, entry.person), entry.workstation, entry.subject, entry.verb,
        entry.before, entry.after
    FROM parts JOIN audit AS entry USING (subject, key)
    LEFT JOIN people AS who ON who.login = entry.person
    WHERE p_before IS NULL OR entry.id < p_before
    ORDER BY entry.id DESC LIMIT least(greatest(p_limit, 1), 200);
END $$;

GRANT EXECUTE ON FUNCTION hms.patient_history(bigint, bigint, integer)
TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
